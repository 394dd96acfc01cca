import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { formatNumber } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { StateEmpty, StateError, StateLoading } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import type { RollRow } from './hooks.ts'
import { useRoll } from './hooks.ts'
import { everybody, type RosterFilter } from './hooks-filter.ts'
import { categoryTexts, rosterTexts, stateTexts, tagTexts } from './labels.ts'
import { fileTexts } from './labels-file.ts'
import './FileMobile.css'

const STEP = 100
const TYPING_MS = 250

/** /m/members: the members of one's organisation, by name. */
export function MembersPage() {
  const t = useText()
  const { org } = useSession()
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<RosterFilter>({ ...everybody, orgId: org?.id ?? null })
  const [shown, setShown] = useState(STEP)
  useEffect(() => {
    const timer = setTimeout(() => {
      setFilter((before) => (before.search === typed.trim() ? before : { ...before, search: typed.trim() }))
      setShown(STEP)
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const roll = useRoll(filter, 'name', 0, shown - 1)
  const rows = Array.from({ length: Math.min(shown, roll.total ?? 0) }, (_, index) => roll.rowAt(index))
  return (
    <>
      <div className="over-facts">
        <span className="field">
          <Icon name="search" />
          <input
            type="search"
            value={typed}
            aria-label={t(rosterTexts.searchLabel)}
            placeholder={t(rosterTexts.search)}
            onChange={(event) => setTyped(event.target.value)}
          />
        </span>
      </div>
      {roll.error !== undefined && roll.error !== null ? (
        <StateError error={roll.error} retry={roll.retry} />
      ) : roll.total === undefined ? (
        <StateLoading what={t(rosterTexts.what)} rows={8} columns="1fr 60px" />
      ) : roll.total === 0 ? (
        <StateEmpty
          fact={t(typed === '' ? rosterTexts.empty : rosterTexts.none)}
          fill={t(typed === '' ? rosterTexts.emptyNext : rosterTexts.noneNext)}
        />
      ) : (
        <>
          <p className="s t3 over-facts">{t(rosterTexts.people, { count: formatNumber(roll.total) })}</p>
          <div className="card rows">{rows.map((row) => row && <Row key={row.id} row={row} />)}</div>
          {roll.total > shown && (
            <Button wide onClick={() => setShown(shown + STEP)}>
              {t(rosterTexts.more)}
            </Button>
          )}
        </>
      )}
    </>
  )
}

function Row({ row }: { row: RollRow }) {
  const t = useText()
  const standing =
    row.standingYears === null
      ? t(rosterTexts.probation)
      : t(fileTexts.standing, { years: row.standingYears })
  return (
    <Link href={`/members/${row.id}`} className="entry person-row">
      <span className="grow">
        <span className="acts">
          {row.name}
          {row.state !== 'active' && <Tag tight>{t(stateTexts[row.state])}</Tag>}
          {row.tags.map((tag) => (
            <Tag key={tag} tight>
              {t(tagTexts[tag])}
            </Tag>
          ))}
        </span>
        <span className="s t3 block">
          {t(categoryTexts[row.category])} · {standing}
        </span>
      </span>
      <Icon name="right" />
    </Link>
  )
}
