import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea, TextField } from '../shared/kit/fields.tsx'
import { Sheet } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Figures, UseLine, WithoutUse } from './hooks-use.ts'
import { useFigures, useOwnOrg, useUses, useWithoutUse } from './hooks-use.ts'
import { bodyTexts, gradeTexts, useTexts } from './labels.ts'
import { boardLabels } from './labels-board.ts'
import { mineLabels } from './labels-mine.ts'
import { outcomeRefusals } from './labels-refusal.ts'
import { useLabels } from './labels-use.ts'
import './Uses.css'

/** /outcomes/branch on the phone: drafts of the branch and members without use. */
export function BranchUsesPage() {
  const t = useText()
  const found = useFigures()
  return (
    <div className="use-own">
      <Fetched from={found} what={t(boardLabels.title)} columns="1fr">
        {(data) =>
          data.out === 0 ? (
            <section className="card pad">
              <StateEmpty fact={t(boardLabels.gradesNone)} fill={t(boardLabels.gradesNoneNext)} />
            </section>
          ) : (
            <Branch data={data} />
          )
        }
      </Fetched>
    </div>
  )
}

type Asked =
  | { readonly what: 'confirm' | 'decline'; readonly use: UseLine }
  | { readonly what: 'explain'; readonly person: WithoutUse['rows'][number] }

function Branch({ data }: { readonly data: Figures }) {
  const t = useText()
  const uses = useUses({ state: 'drafted', limit: 100 }, data.year)
  const without = useWithoutUse(data.year, '', 0)
  const [asked, setAsked] = useState<Asked>()
  const rows = uses.data?.rows ?? []
  const own = rows.filter(({ may }) => may.includes('confirm') || may.includes('decline'))
  const others = rows.filter((row) => !own.includes(row))
  return (
    <>
      {data.may.includes('draft') && <DraftCard data={data} />}
      <h2 className="ph1">{t(mineLabels.branchDrafts)}</h2>
      <section className="card pad">
        {own.length === 0 && <p className="t2">{t(mineLabels.branchNone)}</p>}
        {own.map((use) => (
          <div key={use.id} className="use-one">
            <p className="between">
              <span className="b">{use.memberName}</span>
              <span className="s t2">{t(gradeTexts[use.grade])}</span>
            </p>
            <p>{t(useTexts[use.use])}</p>
            <div className="acts">
              {use.may.includes('confirm') && (
                <Button small onClick={() => setAsked({ what: 'confirm', use })}>
                  {t(useLabels.doConfirm)}
                </Button>
              )}
              {use.may.includes('decline') && (
                <Button small onClick={() => setAsked({ what: 'decline', use })}>
                  {t(useLabels.doDecline)}
                </Button>
              )}
            </div>
          </div>
        ))}
      </section>
      {others.length > 0 && (
        <>
          <h2 className="ph1">{t(mineLabels.branchOthers)}</h2>
          <section className="card pad">
            {others.map((use) => (
              <div key={use.id} className="use-one">
                <p className="between">
                  <span className="b">{use.memberName}</span>
                  {use.disputed && (
                    <Tag tone="ochre" tight>
                      {t(useLabels.disputed)}
                    </Tag>
                  )}
                </p>
                <p className="s t2">
                  {t(useTexts[use.use])}，{t(mineLabels.byBody, { body: t(bodyTexts[use.body]) })}
                </p>
              </div>
            ))}
          </section>
        </>
      )}
      <h2 className="ph1">{t(mineLabels.branchWithout)}</h2>
      <section className="card pad">
        {without.data?.rows.length === 0 && <p className="t2">{t(useLabels.withoutEmpty)}</p>}
        {without.data?.rows.map((person) => (
          <div key={person.memberId} className="use-one between">
            <span>
              <span className="b">{person.name}</span>{' '}
              <span className="s t2">{t(gradeTexts[person.grade])}</span>
            </span>
            {without.data.mayExplain && !person.isMine && (
              <Button small onClick={() => setAsked({ what: 'explain', person })}>
                {t(useLabels.reason)}
              </Button>
            )}
          </div>
        ))}
      </section>
      {asked && <Ask asked={asked} year={data.year} onClose={() => setAsked(undefined)} />}
    </>
  )
}

function DraftCard({ data }: { readonly data: Figures }) {
  const t = useText()
  const say = useUndo()
  const orgId = useOwnOrg()
  const draft = useCommandOperation('outcome.draft', {
    onDone: ({ branches, members, drafted, withdrawn }) =>
      say({ text: t(boardLabels.drafted, { branches, members, drafted, withdrawn }) }),
  })
  return (
    <section className="card pad">
      <p className="s t2 use-note">{t(boardLabels.draftHow)}</p>
      <Button
        wide
        act={data.notDrafted > 0}
        busy={draft.isPending && t(boardLabels.drafting)}
        onClick={() => draft.mutate({ orgId, year: data.year })}
      >
        {t(boardLabels.draft)}
      </Button>
      {draft.isError && <StateError error={draft.error} refusals={outcomeRefusals} />}
    </section>
  )
}

/** One question at a time, from the lower edge: the document, or the reason. */
function Ask({
  asked,
  year,
  onClose,
}: {
  readonly asked: Asked
  readonly year: number
  readonly onClose: () => void
}) {
  const t = useText()
  const say = useUndo()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const done = (words: string) => {
    say({ text: words })
    onClose()
  }
  const confirm = useCommandOperation('outcome.confirm', {
    onDone: ({ confirmed }) => done(t(useLabels.confirmed, { count: confirmed })),
  })
  const decline = useCommandOperation('outcome.decline', {
    onDone: ({ declined }) => done(t(useLabels.declined, { count: declined })),
  })
  const explain = useCommandOperation('outcome.explain', {
    onDone: ({ explained }) => done(t(useLabels.explained, { count: explained })),
  })
  const send = () => {
    setTried(true)
    if (text.trim() === '') return
    if (asked.what === 'explain') explain.mutate({ memberIds: [asked.person.memberId], year, reason: text })
    else if (asked.what === 'confirm') confirm.mutate({ useIds: [asked.use.id], document: text })
    else decline.mutate({ useIds: [asked.use.id], reason: text })
  }
  const failed = confirm.error ?? decline.error ?? explain.error
  const busy = confirm.isPending || decline.isPending || explain.isPending
  const error = tried && text.trim() === '' ? t(useLabels.missing) : undefined
  const name =
    asked.what === 'explain' ? asked.person.name : `${asked.use.memberName}，${t(useTexts[asked.use.use])}`
  const act = {
    confirm: useLabels.doConfirm,
    decline: useLabels.doDecline,
    explain: useLabels.doExplain,
  }[asked.what]
  return (
    <Sheet
      open
      keepOpen={text !== ''}
      title={name}
      onClose={onClose}
      acts={
        <Button act wide busy={busy && t(useLabels.saving)} onClick={send}>
          {t(act)}
        </Button>
      }
    >
      {asked.what === 'confirm' ? (
        <TextField
          label={t(useLabels.document)}
          help={t(useLabels.documentHelp)}
          error={error}
          maxLength={120}
          value={text}
          onValue={setText}
        />
      ) : (
        <TextArea
          label={t(useLabels.reason)}
          help={t(asked.what === 'explain' ? useLabels.explainModel : useLabels.declineText)}
          error={error}
          maxLength={600}
          value={text}
          onValue={setText}
        />
      )}
      {failed && <StateError error={failed} refusals={outcomeRefusals} />}
    </Sheet>
  )
}
