import { useDeferredValue, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { formatDay, formatNumber } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { SelectField, TextField } from '../shared/kit/fields.tsx'
import { Columns } from '../shared/kit/layers.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useMay } from '../shared/session.ts'
import type { Text } from '../shared/texts.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import type { UnitRow } from './hooks.ts'
import { useTree, useUnits } from './hooks.ts'
import { coverageTexts, unitTexts } from './labels.ts'
import { unitPageTexts } from './labels-page.ts'
import { OrgTabs } from './OrgTabs.pc.tsx'
import { wordsOf } from './ShapeFields.pc.tsx'
import { InstructorForm, UnitForm } from './UnitForms.pc.tsx'

const SIZE = 50
const instructors = {
  missing: unitPageTexts.instructorMissing,
  present: unitPageTexts.instructorPresent,
} as const
type Open =
  | { readonly name: 'unit'; readonly unit?: UnitRow }
  | { readonly name: 'instructor'; readonly unit: UnitRow }

/** Firms, communities, villages and offices with how each is covered; filters stand in the address. */
export function UnitsPage() {
  const t = useText()
  const may = useMay()
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const [text, setText] = useState('')
  const [open, setOpen] = useState<Open>()
  const typed = useDeferredValue(text.trim())
  const pick = <Word extends string>(texts: Readonly<Record<Word, unknown>>, key: string) =>
    wordsOf(texts).find((word) => word === search.get(key))
  const kind = pick(unitTexts, 'kind')
  const coverage = pick(coverageTexts, 'coverage')
  const instructor = pick(instructors, 'instructor')
  const townId = search.get('town') ?? undefined
  const first = Number(search.get('from')) || 0
  const found = useUnits({
    text: typed,
    limit: SIZE,
    offset: first,
    ...(kind ? { kind } : {}),
    ...(coverage ? { coverage } : {}),
    ...(instructor ? { instructor } : {}),
    ...(townId ? { townId } : {}),
  })
  const go = (change: Record<string, string | undefined>) => {
    const next = new URLSearchParams(search)
    next.delete('from')
    for (const [key, value] of Object.entries(change)) {
      if (value === undefined || value === '') next.delete(key)
      else next.set(key, value)
    }
    navigate(next.size === 0 ? '/organisations/units' : `/organisations/units?${next}`)
  }
  const close = () => setOpen(undefined)
  return (
    <Columns
      drawer={
        open &&
        (open.name === 'unit' ? (
          <UnitForm key={open.unit?.id ?? 'new'} unit={open.unit} onClose={close} />
        ) : (
          <InstructorForm key={open.unit.id} unit={open.unit} onClose={close} />
        ))
      }
    >
      <div className="org-list">
        <OrgTabs />
        <header className="org-head">
          <h1 className="ph1">{t(unitPageTexts.title)}</h1>
          {may('organisation.change') && (
            <Button icon="plus" onClick={() => setOpen({ name: 'unit' })}>
              {t(unitPageTexts.record)}
            </Button>
          )}
        </header>
        <Filters
          text={text}
          onText={(next) => {
            setText(next)
            if (first > 0) go({})
          }}
          chosen={{ kind, coverage, instructor, town: townId }}
          go={go}
        />
        <Fetched
          from={found}
          what={t(unitPageTexts.title)}
          rows={8}
          columns="1fr 1fr 90px"
          isEmpty={({ total }) => total === 0}
          empty={<StateEmpty fact={t(unitPageTexts.empty)} fill={t(unitPageTexts.emptyNext)} />}
        >
          {({ rows, total }) => (
            <>
              <Rows rows={rows} mayChange={may('organisation.change')} onOpen={setOpen} />
              <Pager first={first} size={SIZE} total={total} onFirst={(from) => go({ from: String(from) })} />
            </>
          )}
        </Fetched>
      </div>
    </Columns>
  )
}

type Chosen = {
  readonly kind: keyof typeof unitTexts | undefined
  readonly coverage: keyof typeof coverageTexts | undefined
  readonly instructor: keyof typeof instructors | undefined
  readonly town: string | undefined
}

function Filters({
  text,
  onText,
  chosen,
  go,
}: {
  text: string
  onText: (text: string) => void
  chosen: Chosen
  go: (change: Record<string, string | undefined>) => void
}) {
  const t = useText()
  return (
    <div className="org-filters">
      <TextField
        label={t(unitPageTexts.name)}
        icon="search"
        type="search"
        placeholder={t(unitPageTexts.find)}
        value={text}
        onValue={onText}
      />
      <WordFilter
        label={t(unitPageTexts.kind)}
        texts={unitTexts}
        value={chosen.kind}
        onValue={(kind) => go({ kind })}
      />
      <WordFilter
        label={t(unitPageTexts.coverage)}
        texts={coverageTexts}
        value={chosen.coverage}
        onValue={(coverage) => go({ coverage })}
      />
      <WordFilter
        label={t(unitPageTexts.instructor)}
        texts={instructors}
        value={chosen.instructor}
        onValue={(instructor) => go({ instructor })}
      />
      <TownFilter value={chosen.town} onValue={(town) => go({ town })} />
    </div>
  )
}

function WordFilter<Word extends string>({
  label,
  texts,
  value,
  onValue,
}: {
  label: string
  texts: Readonly<Record<Word, Text>>
  value: Word | undefined
  onValue: (word: Word) => void
}) {
  const t = useText()
  return (
    <SelectField
      label={label}
      none={t(unitPageTexts.any)}
      value={value ?? ''}
      choices={wordsOf(texts).map((word) => ({ value: word, label: t(texts[word]) }))}
      onValue={onValue}
    />
  )
}

function TownFilter({
  value,
  onValue,
}: {
  value: string | undefined
  onValue: (town: string | undefined) => void
}) {
  const t = useText()
  const towns = (useTree().data?.rows ?? []).filter(
    ({ kind, parent }) => (kind === 'baseCommittee' || kind === 'workCommittee') && parent !== null,
  )
  if (towns.length < 2) return null
  return (
    <SelectField
      label={t(unitPageTexts.town)}
      none={t(unitPageTexts.any)}
      value={value ?? ''}
      choices={towns.map(({ id, name }) => ({ value: id, label: name }))}
      onValue={onValue}
    />
  )
}

function Rows({
  rows,
  mayChange,
  onOpen,
}: {
  rows: readonly UnitRow[]
  mayChange: boolean
  onOpen: (open: Open) => void
}) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th>{t(unitPageTexts.name)}</th>
          <th>{t(unitPageTexts.town)}</th>
          <th className="num">{t(unitPageTexts.staff)}</th>
          <th className="num">{t(unitPageTexts.fullMembers)}</th>
          <th>{t(unitPageTexts.coverage)}</th>
          <th>{t(unitPageTexts.instructor)}</th>
          {mayChange && <th aria-label={t(unitPageTexts.edit)} />}
        </tr>
      </thead>
      <tbody>
        {rows.map((unit) => (
          <tr key={unit.id}>
            <td>
              {unit.name}
              <span className="c t3 block">{t(unitTexts[unit.kind])}</span>
            </td>
            <td className="s t2">{unit.town.name}</td>
            <td className="num">{formatNumber(unit.staff)}</td>
            <td className="num">{formatNumber(unit.fullMembers)}</td>
            <td>
              {unit.coverage === 'none' ? (
                <span className="t3">{t(coverageTexts.none)}</span>
              ) : (
                t(coverageTexts[unit.coverage])
              )}
              {unit.org && (
                <span className="c block">
                  <Link href={`/organisations?org=${unit.org.id}`} className="link">
                    {unit.org.name}
                  </Link>
                </span>
              )}
            </td>
            <td className="s">
              {unit.instructor &&
                t(unitPageTexts.since, {
                  name: unit.instructor.name,
                  from: formatDay(unit.instructor.fromOn, language, today),
                })}
              {unit.needsInstructor && <Tag tone="ochre">{t(unitPageTexts.needs)}</Tag>}
            </td>
            {mayChange && (
              <td>
                <span className="acts">
                  <Button small onClick={() => onOpen({ name: 'unit', unit })}>
                    {t(unitPageTexts.edit)}
                  </Button>
                  {(unit.coverage === 'none' || unit.coverage === 'attached') && (
                    <Button plain small onClick={() => onOpen({ name: 'instructor', unit })}>
                      {t(unitPageTexts.assign)}
                    </Button>
                  )}
                </span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
