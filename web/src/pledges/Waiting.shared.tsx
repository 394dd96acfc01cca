import { useState } from 'react'
import { holdReasons } from '@steward/domain/pledges/pledge-comment.ts'
import type { OutputOf } from '../shared/call.ts'
import { Button } from '../shared/kit/Button.tsx'
import { SelectField } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { usePledgeWords } from './hooks.ts'
import { holdTexts, pledgeLabels } from './labels.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import { reviewLabels } from './labels-review.ts'
import './Pledges.css'

type Row = OutputOf<'pledge-comment.waiting'>['rows'][number]

/** Comments that wait: shown, or held for one of the listed reasons. */
export function CommentsList() {
  const { t } = usePledgeWords()
  return (
    <Fetched
      from={useQueryOperation('pledge-comment.waiting', {})}
      what={t(reviewLabels.commentsTitle)}
      columns="1fr 120px"
      isEmpty={(data) => data.total === 0}
      empty={<StateEmpty fact={t(reviewLabels.commentsEmpty)} fill={t(reviewLabels.commentsEmptyNext)} />}
    >
      {({ rows }) => (
        <ul className="rows">
          {rows.map((row) => (
            <Waiting key={row.id} row={row} />
          ))}
        </ul>
      )}
    </Fetched>
  )
}

function Waiting({ row }: { readonly row: Row }) {
  const { t, day } = usePledgeWords()
  const say = useUndo()
  const [holding, setHolding] = useState(false)
  const [why, setWhy] = useState<(typeof holdReasons)[number] | ''>('')
  const read = useCommandOperation('pledge-comment.read', {
    onDone: ({ state }) => say({ text: t(state === 'shown' ? reviewLabels.shown : reviewLabels.heldDone) }),
  })
  return (
    <li className="pledge-comment">
      <p>{row.text}</p>
      <p className="s t2">
        {row.by ?? t(pledgeLabels.public)}，{day(row.saidOn)}。
        {t(reviewLabels.commentAbout, { name: row.name, text: row.pledgeText })}{' '}
        {row.reported && <Tag tight>{t(reviewLabels.reportedBy)}</Tag>}
      </p>
      {read.error && <StateError error={read.error} refusals={pledgeRefusals} />}
      {row.barred ? (
        <p className="s t3">{t(reviewLabels.barred)}</p>
      ) : holding ? (
        <div className="form pledge-gap">
          <SelectField
            label={t(reviewLabels.holdWhy)}
            help={t(reviewLabels.holdHelp)}
            value={why}
            onValue={setWhy}
            choices={holdReasons.map((one) => ({ value: one, label: t(holdTexts[one]) }))}
          />
          <div className="acts">
            <Button
              small
              why={why === '' ? '' : undefined}
              onClick={() => why !== '' && read.mutate({ commentId: row.id, hold: why })}
            >
              {t(reviewLabels.hold)}
            </Button>
            <Button small plain onClick={() => setHolding(false)}>
              {t(reviewLabels.cancel)}
            </Button>
          </div>
        </div>
      ) : (
        <div className="acts">
          <Button small onClick={() => read.mutate({ commentId: row.id, hold: null })}>
            {t(reviewLabels.show)}
          </Button>
          <Button small plain onClick={() => setHolding(true)}>
            {t(reviewLabels.hold)}
          </Button>
        </div>
      )}
    </li>
  )
}
