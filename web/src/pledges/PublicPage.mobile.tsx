import { useState } from 'react'
import { useParams } from 'wouter'
import type { OutputOf } from '../shared/call.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Segmented, TextArea } from '../shared/kit/fields.tsx'
import { Sheet } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { Bar } from '../shared/kit/Bar.tsx'
import { amountOf, usePledgeWords } from './hooks.ts'
import { outcomeTexts, pledgeLabels } from './labels.ts'
import { branchLabels } from './labels-branch.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import './Pledges.css'

type Page = OutputOf<'pledge.public-page'>
type Row = Page['rows'][number]
type Code = { readonly county: string; readonly code: string }

/** A branch's pledges for everybody, without an account; a word to the branch at each (S-189). */
export function PublicPage() {
  const { t } = usePledgeWords()
  const { county = '', code = '' } = useParams()
  const [year, setYear] = useState<number | null>(null)
  const page = useQueryOperation('pledge.public-page', { county, code, year }, { keepPrevious: true })
  const [about, setAbout] = useState<Row>()
  return (
    <div className="ph pledge-public">
      <main className="sc">
        <Fetched from={page} what={t(pledgeLabels.board)} columns="1fr 80px">
          {(data) => (
            <>
              <h1 className="month first">
                {t(branchLabels.publicTitle, { org: data.orgName, year: data.year })}
              </h1>
              <p className="s t2">{t(branchLabels.publicLead)}</p>
              {data.years.length > 1 && (
                <Segmented
                  label={t(branchLabels.publicYear)}
                  value={String(data.year)}
                  onValue={(next) => setYear(Number(next))}
                  choices={data.years.map((one) => ({ value: String(one), label: String(one) }))}
                />
              )}
              {data.rows.length === 0 && <StateEmpty fact={t(branchLabels.publicNone)} />}
              <div className="card pledge-gap">
                <ul className="rows">
                  {data.rows.map((row) => (
                    <PublicRow key={row.id} row={row} onSay={() => setAbout(row)} />
                  ))}
                </ul>
              </div>
              <p className="c t3 pledge-gap">
                {data.phone === ''
                  ? t(branchLabels.publicPaper)
                  : t(branchLabels.publicRoutes, { phone: data.phone })}
              </p>
            </>
          )}
        </Fetched>
        {about && <SaySheet about={about} page={{ county, code }} onClose={() => setAbout(undefined)} />}
      </main>
    </div>
  )
}

function PublicRow({ row, onSay }: { readonly row: Row; readonly onSay: () => void }) {
  const { t, day } = usePledgeWords()
  const { progress, outcome, comments } = row
  return (
    <li className="pad">
      <span className="between s t2">
        <span>
          {row.ofOrg ? t(branchLabels.publicOrg) : row.name}
          {row.dueOn !== null && ` · ${t(pledgeLabels.due, { day: day(row.dueOn) })}`}
        </span>
        {outcome && (
          <Tag tone={outcome.outcome === 'fulfilled' ? 'pine' : 'plain'}>
            {t(outcomeTexts[outcome.outcome].name)}
          </Tag>
        )}
      </span>
      <p>{row.text}</p>
      {progress.of !== null && (
        <Bar
          done={progress.done}
          all={progress.of}
          words={`${amountOf(progress.done)} / ${amountOf(progress.of)}`}
          label={row.text}
        />
      )}
      {outcome && outcome.explanation !== '' && <p className="s t2">{outcome.explanation}</p>}
      {comments.map((comment) => (
        <div key={comment.id} className="pledge-comment s">
          <span className="t3">
            {t(comment.signed ? branchLabels.publicMember2 : pledgeLabels.public)}，{day(comment.saidOn)}
          </span>
          <p>{comment.text}</p>
          {comment.answer !== null && <blockquote>{comment.answer}</blockquote>}
        </div>
      ))}
      <button
        type="button"
        className="link s"
        onClick={onSay}
        aria-label={`${t(branchLabels.publicSay)}：${row.text}`}
      >
        {t(branchLabels.publicSay)}
      </button>
    </li>
  )
}

function SaySheet({
  about,
  page,
  onClose,
}: {
  readonly about: Row
  readonly page: Code
  readonly onClose: () => void
}) {
  const { t } = usePledgeWords()
  const say = useUndo()
  const [text, setText] = useState('')
  const send = useCommandOperation('pledge.comment-publicly', {
    refreshes: [],
    onDone: () => {
      say({ text: t(branchLabels.publicSent) })
      onClose()
    },
  })
  return (
    <Sheet
      open
      title={t(branchLabels.publicSay)}
      onClose={onClose}
      keepOpen={text !== ''}
      acts={
        <Button ink wide onClick={() => send.mutate({ ...page, pledgeId: about.id, text })}>
          {t(branchLabels.publicSend)}
        </Button>
      }
    >
      <p className="s t2">{t(branchLabels.publicAbout, { text: about.text })}</p>
      <TextArea
        label={t(branchLabels.publicSay)}
        help={t(branchLabels.publicSayHelp)}
        maxLength={300}
        rows={4}
        value={text}
        onValue={setText}
      />
      {send.error && <StateError error={send.error} refusals={pledgeRefusals} />}
    </Sheet>
  )
}
