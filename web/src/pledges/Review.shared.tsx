import { useState } from 'react'
import { missingParts, type PledgePart, pledgeParts } from '@steward/domain/pledges/pledge.ts'
import { type ReviewAnswers, reviewQuestions } from '@steward/domain/pledges/pledge-review.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { CheckBox, SelectField, TextArea, TextField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { parsePlainDate } from '@steward/domain/shared/plain-date.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { type PledgeRow, type QueueRow, usePledgeWords } from './hooks.ts'
import { draftOf, useHints } from './hooks-write.ts'
import { hintsOf, useGiveBack } from './hooks-review.ts'
import { partTexts } from './labels.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import { questionTexts, reviewLabels } from './labels-review.ts'
import { useDraftForm } from './Write.shared.tsx'
import { WriteParts } from './WriteParts.shared.tsx'
import { HintLines, WriteText } from './WriteText.shared.tsx'
import { SourcePart } from './WriteMore.shared.tsx'

/** The sentence with what the rule hints at, each phrase underlined. */
export function ReadText({ pledge }: { readonly pledge: PledgeRow }) {
  const { t } = usePledgeWords()
  const hints = useHints(draftOf(pledge))
  const missing = missingParts(pledge.fields)
  let from = 0
  return (
    <>
      <p className="pledge-words pledge-marked">
        {hints.phrases.map((phrase) => {
          const before = pledge.text.slice(from, phrase.from)
          from = phrase.until
          return (
            <span key={phrase.from}>
              {before}
              <mark>{phrase.words}</mark>
            </span>
          )
        })}
        {pledge.text.slice(from)}
      </p>
      <HintLines hints={hints} />
      {missing.length > 0 && (
        <p className="s ochre">
          {t(reviewLabels.lackingParts, { parts: missing.map((part) => t(partTexts[part])) })}
        </p>
      )}
    </>
  )
}

/** The three questions and the fourth. */
export function Questions({
  answers,
  onAnswers,
}: {
  readonly answers: ReviewAnswers
  readonly onAnswers: (answers: ReviewAnswers) => void
}) {
  const { t } = usePledgeWords()
  return (
    <div className="pledge-questions" role="group" aria-label={t(reviewLabels.four)}>
      {reviewQuestions.map((question) => (
        <CheckBox
          key={question}
          checked={answers[question]}
          onChecked={(yes) => onAnswers({ ...answers, [question]: yes })}
        >
          {t(questionTexts[question])}
        </CheckBox>
      ))}
    </div>
  )
}

/** Why it cannot be accepted now, in words; undefined where it can. */
export function useWhyNot(): (pledge: QueueRow, answers: ReviewAnswers) => string | undefined {
  const { t } = usePledgeWords()
  return (pledge, answers) => {
    if (pledge.barred) return t(reviewLabels.barred)
    if (pledge.state === 'toTalk') return t(reviewLabels.toTalk)
    const missing = missingParts(pledge.fields)
    if (missing.length > 0)
      return t(reviewLabels.lackingParts, { parts: missing.map((part) => t(partTexts[part])) })
    return reviewQuestions.every((question) => answers[question]) ? undefined : t(reviewLabels.four)
  }
}

/** Part and reason of a return; the part most likely meant is chosen. */
export function ReturnForm({
  pledge,
  onDone,
  onCancel,
}: {
  readonly pledge: PledgeRow
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const { t } = usePledgeWords()
  const likely: PledgePart | 'text' = missingParts(pledge.fields)[0] ?? 'text'
  const [part, setPart] = useState<PledgePart | 'text'>(likely)
  const [reason, setReason] = useState('')
  const giveBack = useGiveBack(pledge, onDone)
  const choices = (['text', ...pledgeParts] as const).map((one) => ({ value: one, label: t(partTexts[one]) }))
  return (
    <div className="form">
      <SelectField label={t(reviewLabels.part)} value={part} onValue={setPart} choices={choices} />
      <TextArea
        label={t(reviewLabels.reason)}
        help={t(pledge.returns.length > 0 ? reviewLabels.second : reviewLabels.reasonHelp)}
        placeholder={t(reviewLabels.reasonHint)}
        maxLength={200}
        autoFocus
        value={reason}
        onValue={setReason}
      />
      {giveBack.error && <StateError error={giveBack.error} refusals={pledgeRefusals} />}
      <div className="acts">
        <Button
          ink
          onClick={() => giveBack.mutate({ pledgeId: pledge.id, revision: pledge.revision, part, reason })}
        >
          {t(reviewLabels.giveBack)}
        </Button>
        <Button plain onClick={onCancel}>
          {t(reviewLabels.cancel)}
        </Button>
      </div>
    </div>
  )
}

const noAids = { way: { zh: '', en: '' }, examples: [] }

/** What the talk agreed on, and the pledge as both sides want it now. */
export function TalkForm({ pledge, onDone }: { readonly pledge: PledgeRow; readonly onDone: () => void }) {
  const { t, today } = usePledgeWords()
  const say = useUndo()
  const form = useDraftForm(draftOf(pledge))
  const [on, setOn] = useState<string>(today)
  const [who, setWho] = useState(pledge.name)
  const [agreed, setAgreed] = useState('')
  const talk = useCommandOperation('pledge.record-talk', {
    onDone: () => {
      say({ text: t(reviewLabels.talkDone) })
      onDone()
    },
  })
  const { draft, change, hints } = form
  const send = () =>
    talk.mutate({
      pledgeId: pledge.id,
      revision: pledge.revision,
      on: parsePlainDate(on) ?? today,
      with: who,
      agreed,
      written: draft,
    })
  return (
    <div className="form">
      <TextField label={t(reviewLabels.talkWith)} maxLength={40} value={who} onValue={setWho} />
      <DateField label={t(reviewLabels.talkOn)} value={on} max={today} onValue={setOn} />
      <TextArea label={t(reviewLabels.agreed)} maxLength={300} value={agreed} onValue={setAgreed} />
      <div>
        <h3 className="s t2">{t(reviewLabels.mendHere)}</h3>
        <WriteText value={draft.text} onValue={(text) => change({ text })} hints={hints} />
        <WriteParts
          draft={draft}
          hints={hints}
          template={noAids}
          onFields={(fields) => change({ fields: { ...draft.fields, ...fields } })}
        />
        <SourcePart draft={draft} onChange={change} />
      </div>
      {talk.error && <StateError error={talk.error} refusals={pledgeRefusals} />}
      <div className="acts">
        <Button ink onClick={send}>
          {t(reviewLabels.talk)}
        </Button>
      </div>
    </div>
  )
}

/** Whether anything is hinted at, in a word for the list. */
export function useHintWord(): (pledge: PledgeRow) => string | undefined {
  const { t, language } = usePledgeWords()
  return (pledge) => {
    const { hints, missing } = hintsOf(pledge)
    const phrases = hints.flatMap((hint) => (hint.kind === 'phrase' ? [hint.words] : []))
    const parts = missing.map((part) => t(partTexts[part]))
    const words = [
      phrases.length > 0 ? `“${phrases[0]}”` : undefined,
      parts.length > 0 ? t(reviewLabels.lackingParts, { parts }) : undefined,
    ].filter((word) => word !== undefined)
    return words.length === 0 ? undefined : words.join(language === 'zh' ? '，' : ', ')
  }
}
