import { rosterFieldTexts, sayReason } from '@steward/domain/members/roster-import/reason-texts.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../shared/kit/Button.tsx'
import { CheckBox } from '../../shared/kit/fields.tsx'
import { Tag } from '../../shared/kit/Tag.tsx'
import { useUndo } from '../../shared/kit/undo.tsx'
import type { Text } from '../../shared/texts.ts'
import { useLanguage, useText } from '../../shared/texts.ts'
import { useValueWords } from '../History.shared.tsx'
import { fieldTexts, kindTexts } from '../labels.ts'
import type { Decide, ImportRow, RosterImport } from './hooks.ts'
import { rowTexts } from './labels.ts'

type RowProps = { readonly row: ImportRow; readonly imported: RosterImport; readonly decide: Decide }
type Change = ImportRow['changes'][number]
type Reason = ImportRow['reasons'][number]

const CHANGE_TEXTS: Readonly<Record<Change['field'], Text>> = {
  ...rosterFieldTexts,
  branch: rowTexts.branch,
  category: fieldTexts['category'] ?? rosterFieldTexts.category,
  phone: fieldTexts['phone'] ?? rosterFieldTexts.phone,
  convertedOn: fieldTexts['convertedOn'] ?? rosterFieldTexts.convertedOn,
}

/** Somebody new, changed or the same: a box to tick, the name, old to new, what to look at. */
export function PersonRow({ row, imported, decide }: RowProps) {
  const t = useText()
  const { rowNumber, changes, person, group } = row
  const name = row.name || t(rowTexts.noName)
  // The box follows the hand at once; several may be on their way.
  const [wanted, setWanted] = useState<boolean>()
  const tick = (ticked: boolean) => {
    setWanted(ticked)
    decide
      .mutateAsync({ importId: imported.id, choice: { kind: 'tick', rowNumbers: [rowNumber], ticked } })
      .catch(() => undefined)
      .finally(() => setWanted(undefined))
  }
  const canTick = imported.state === 'ready' && row.tickable
  return (
    <div className={canTick ? 'import-row' : 'import-row bare'}>
      {canTick && (
        <CheckBox checked={wanted ?? row.ticked} onChecked={tick} label={t(rowTexts.tick, { name })} />
      )}
      <div>
        <div className="between">
          <span>
            <NameOf row={row} name={name} /> <Result row={row} />
          </span>
          <span className="c t3 nw">{t(rowTexts.rowNumber, { row: rowNumber })}</span>
        </div>
        {group !== 'changed' && person && <PersonLine person={person} />}
        {changes.map((change) => (
          <ChangeOf key={change.field} change={change} />
        ))}
        <Reasons reasons={row.cautions} />
        <LeftReason row={row} />
      </div>
    </div>
  )
}

function NameOf({ row, name }: { row: ImportRow; name: string }) {
  if (row.memberId === null) return <span className="b">{name}</span>
  return (
    <Link href={`/members/${row.memberId}`} className="b import-name">
      {name}
    </Link>
  )
}

function Result({ row: { result } }: { row: ImportRow }) {
  const t = useText()
  if (result === null) return null
  return (
    <Tag tone={result === 'written' ? 'pine' : 'plain'} tight>
      {t(rowTexts[result])}
    </Tag>
  )
}

function ChangeOf({ change: { field, from, to } }: { change: Change }) {
  const t = useText()
  const words = useValueWords()
  const shown = (value: string) => {
    if (field === 'membershipKind') return value in kindTexts ? t(kindTexts[value as 'full']) : value // a key, as just asked
    return /^\d{4}-/.test(value) ? value : words(field, value)
  }
  return (
    <div className="import-change">
      <span>{t(CHANGE_TEXTS[field])}</span>
      <span>
        <del className="t3">{from === null || from === '' ? t(rowTexts.empty) : shown(from)}</del>
        <span aria-hidden="true"> → </span>
        <span className="sr">{t(rowTexts.arrow)}</span>
        <ins>{shown(to)}</ins>
      </span>
    </div>
  )
}

function PersonLine({ person }: { person: NonNullable<ImportRow['person']> }) {
  const [language] = useLanguage()
  const facts = [person.bornOn, person.branch, person.identityMask, person.phoneMask].filter(Boolean)
  return <div className="t2">{facts.join(language === 'zh' ? '，' : ', ')}</div>
}

function useReasonWords(): (reason: Pick<Reason, 'code' | 'details'>) => string {
  const [language] = useLanguage()
  return ({ code, details }) => sayReason(code, details)[language]
}

function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const words = useReasonWords()
  return reasons.map((reason) => (
    <div className="ochre" key={reason.code + String(reason.field)}>
      {words(reason)}
    </div>
  ))
}

function LeftReason({ row: { result, leftCode, ticked, tickable } }: { row: ImportRow }) {
  const words = useReasonWords()
  if (result !== 'left') return null
  const code = leftCode ?? (tickable && !ticked ? 'not-ticked' : undefined)
  return code === undefined ? null : <div className="ochre">{words({ code, details: {} })}</div>
}

/** Two records that may be one person, for somebody to judge. */
export function DoubleRow({ row, imported, decide }: RowProps) {
  const t = useText()
  const words = useReasonWords()
  const { other, person, reasons } = row
  const isInSheet = other !== null && other.rowNumber !== null
  const otherPlace = isInSheet
    ? t(rowTexts.rowNumber, { row: other.rowNumber })
    : t(other?.memberId ? rowTexts.onRegister : rowTexts.registerElsewhere)
  return (
    <div className="import-double">
      <div className="import-two">
        {other && <PersonCard person={other} place={otherPlace} />}
        <PersonCard
          person={person ?? { name: row.name }}
          place={t(rowTexts.rowNumber, { row: row.rowNumber })}
        />
      </div>
      {reasons[0] && <div className="t2">{words(reasons[0])}</div>}
      {row.decision === 'samePersonUpdate' &&
        row.changes.map((change) => <ChangeOf key={change.field} change={change} />)}
      {imported.state === 'ready' ? (
        <Judgement row={row} imported={imported} decide={decide} />
      ) : (
        <>
          <Result row={row} /> <LeftReason row={row} />
        </>
      )}
      <Reasons reasons={row.cautions} />
    </div>
  )
}

type CardPerson = { readonly name: string } & Partial<NonNullable<ImportRow['person']>>

function PersonCard({ person, place }: { person: CardPerson; place: string }) {
  const [language] = useLanguage()
  const comma = language === 'zh' ? '，' : ', '
  const { name, bornOn, branch, identityMask } = person
  return (
    <div>
      <span className="b">{name}</span> <span className="c t3">{place}</span>
      <span className="t2 block">{[bornOn, branch].filter(Boolean).join(comma)}</span>
      {identityMask && <span className="t2 block">{identityMask}</span>}
    </div>
  )
}

const ANSWERS = ['samePerson', 'samePersonUpdate', 'notSame'] as const

function Judgement({ row, imported, decide }: RowProps) {
  const t = useText()
  const isInSheet = row.other?.rowNumber !== null
  const answers = ANSWERS.filter((answer) => answer !== 'samePersonUpdate' || row.other?.memberId)
  const judge = (answer: (typeof ANSWERS)[number]) =>
    !decide.isPending &&
    decide.mutate({
      importId: imported.id,
      choice: {
        kind: 'double',
        rowNumbers: [row.rowNumber],
        answer: row.decision === answer ? null : answer,
      },
    })
  return (
    <div className="acts">
      {answers.map((answer) => (
        <Button
          key={answer}
          small
          ink={row.decision === answer}
          aria-pressed={row.decision === answer}
          onClick={() => judge(answer)}
        >
          {t(answer === 'samePerson' && isInSheet ? rowTexts.sameAsEarlier : rowTexts[answer])}
        </Button>
      ))}
    </div>
  )
}

/** A row that is not taken: which, why, and the branch it may have meant. */
export function RefusedRow({ row, imported, decide }: RowProps) {
  const t = useText()
  const words = useReasonWords()
  const say = useUndo()
  const adopt = (orgId: string, name: string) =>
    !decide.isPending &&
    decide.mutate(
      { importId: imported.id, choice: { kind: 'branch', name: row.branchName, orgId } },
      {
        onSuccess: ({ changed }) =>
          say({ text: t(rowTexts.adopted, { from: row.branchName, to: name, count: changed }) }),
      },
    )
  const suggestions = imported.state === 'ready' ? row.suggestions : []
  return (
    <div className="import-refused">
      <span className="t3 nw">{t(rowTexts.rowNumber, { row: row.rowNumber })}</span>
      <span className="import-why">
        {row.name && <span className="b block">{row.name}</span>}
        {row.reasons.map((reason) => (
          <span className="block" key={reason.code + String(reason.field)}>
            {words(reason)}
          </span>
        ))}
        {suggestions.map(({ orgId, name }) => (
          <span className="import-suggest" key={orgId}>
            <DidYouMean name={name} />
            <button
              type="button"
              className="link"
              aria-label={t(rowTexts.adoptNamed, { name })}
              onClick={() => adopt(orgId, name)}
            >
              {t(rowTexts.adopt)}
            </button>
          </span>
        ))}
      </span>
    </div>
  )
}

/** The name stands out in the sentence, wherever the language puts it. */
function DidYouMean({ name }: { name: string }) {
  const t = useText()
  const [before, after] = t(rowTexts.didYouMean).split('{name}')
  return (
    <span className="grow">
      {before}
      <b>{name}</b>
      {after}
    </span>
  )
}
