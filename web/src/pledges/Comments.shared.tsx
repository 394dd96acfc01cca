import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Comment, Pledge } from './hooks.ts'
import { usePledgeWords } from './hooks.ts'
import { holdTexts, pledgeLabels } from './labels.ts'
import { pledgeRefusals } from './labels-refusal.ts'

/** What is said of a pledge, with answers; who may, answers, reports or signs a word of one's own (S-189, S-197). */
export function Comments({ pledge: { pledge, comments, may } }: { readonly pledge: Pledge }) {
  const { t } = usePledgeWords()
  const mayAnswer = may.includes('pledge-comment.answer')
  return (
    <section className="pledge-gap" aria-label={t(pledgeLabels.said)}>
      <h2 className="sec">{t(pledgeLabels.said)}</h2>
      {comments.length === 0 && <p className="s t2">{t(pledgeLabels.saidNone)}</p>}
      <ul className="rows">
        {comments.map((comment) => (
          <OneComment key={comment.id} comment={comment} mayAnswer={mayAnswer} />
        ))}
      </ul>
      {may.includes('pledge-comment.say') && <Say pledgeId={pledge.id} />}
    </section>
  )
}

function OneComment({ comment, mayAnswer }: { readonly comment: Comment; readonly mayAnswer: boolean }) {
  const { t, day } = usePledgeWords()
  const [answering, setAnswering] = useState(false)
  const { by, text, saidOn, answer, answeredBy, heldFor, reported, state } = comment
  return (
    <li className="pledge-comment">
      <p>{text}</p>
      <p className="s t3">
        {by ?? t(pledgeLabels.public)}，{day(saidOn)}{' '}
        {heldFor !== null && <Tag tight>{t(pledgeLabels.held, { why: t(holdTexts[heldFor]) })}</Tag>}
        {reported && <Tag tight>{t(pledgeLabels.reported)}</Tag>}
      </p>
      {answer !== null && (
        <blockquote>{t(pledgeLabels.answerOf, { by: answeredBy ?? '', answer })}</blockquote>
      )}
      {mayAnswer && state === 'shown' && !answering && (
        <div className="acts">
          {answer === null && (
            <Button small onClick={() => setAnswering(true)}>
              {t(pledgeLabels.answerThis)}
            </Button>
          )}
          {!reported && <ReportButton commentId={comment.id} />}
        </div>
      )}
      {answering && <AnswerForm commentId={comment.id} onDone={() => setAnswering(false)} />}
    </li>
  )
}

function ReportButton({ commentId }: { readonly commentId: string }) {
  const { t } = usePledgeWords()
  const say = useUndo()
  const report = useCommandOperation('pledge-comment.answer', {
    onDone: () => say({ text: t(pledgeLabels.reported) }),
  })
  return (
    <>
      <Button small plain onClick={() => report.mutate({ commentId, answer: null, report: true })}>
        {t(pledgeLabels.report)}
      </Button>
      {report.error && <StateError error={report.error} refusals={pledgeRefusals} />}
    </>
  )
}

function AnswerForm({ commentId, onDone }: { readonly commentId: string; readonly onDone: () => void }) {
  const { t } = usePledgeWords()
  const say = useUndo()
  const [words, setWords] = useState('')
  const answer = useCommandOperation('pledge-comment.answer', {
    onDone: () => {
      say({ text: t(pledgeLabels.answered) })
      onDone()
    },
  })
  return (
    <div className="pledge-gap">
      <TextArea label={t(pledgeLabels.answer)} maxLength={300} value={words} onValue={setWords} />
      {answer.error && <StateError error={answer.error} refusals={pledgeRefusals} />}
      <div className="acts">
        <Button ink onClick={() => answer.mutate({ commentId, answer: words, report: false })}>
          {t(pledgeLabels.answer)}
        </Button>
      </div>
    </div>
  )
}

function Say({ pledgeId }: { readonly pledgeId: string }) {
  const { t } = usePledgeWords()
  const say = useUndo()
  const [words, setWords] = useState('')
  const send = useCommandOperation('pledge-comment.say', {
    onDone: () => {
      setWords('')
      say({ text: t(pledgeLabels.saySent) })
    },
  })
  return (
    <div className="pledge-gap">
      <TextArea
        label={t(pledgeLabels.say)}
        help={t(pledgeLabels.sayHelp)}
        maxLength={300}
        value={words}
        onValue={setWords}
      />
      {send.error && <StateError error={send.error} refusals={pledgeRefusals} />}
      <div className="acts pledge-gap">
        <Button onClick={() => send.mutate({ pledgeId, text: words })}>{t(pledgeLabels.saySend)}</Button>
      </div>
    </div>
  )
}
