import { useCallback, useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useSearch } from 'wouter'
import { useShortcut } from '../shared/kit/shortcuts.ts'
import { StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useClaim } from './hooks.ts'
import type { QueueFilter, QueueRow } from './hooks-review.ts'
import { useCurrent, useDecisions, useQueue, useTogether } from './hooks-review.ts'
import { reviewLabels } from './labels-review.ts'
import { ReviewEvidence } from './ReviewEvidence.pc.tsx'
import { ReviewKeys } from './ReviewKeys.pc.tsx'
import { ReviewQueue } from './ReviewQueue.pc.tsx'
import { ReviewRule } from './ReviewRule.pc.tsx'
import type { Deciding } from './ReviewDecision.pc.tsx'
import './Review.css'

const NONE: readonly QueueRow[] = []

/** 积分审核: queue, evidence at reading size, rule and decision; all of it by keyboard (S-196). */
export function ReviewPage() {
  const t = useText()
  const search = new URLSearchParams(useSearch())
  const [filter, setFilter] = useState<QueueFilter>(() => filterIn(search))
  const queue = useQueue(filter)
  const rows = queue.data?.rows ?? NONE
  const { current, choose, move, leave } = useCurrent(rows, search.get('claim') ?? undefined)
  const found = useClaim(current?.id)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [deciding, setDeciding] = useState<Deciding>()
  const [large, setLarge] = useState(false)
  const [ruleOpen, setRuleOpen] = useState(false)
  const select = useCallback(
    (id: string) => {
      choose(id)
      setDeciding(undefined)
      setRuleOpen(false)
    },
    [choose],
  )
  const decided = (id: string) => {
    setDeciding(undefined)
    leave(id)
    setChosen((before) => without(before, id))
  }
  const decisions = useDecisions(decided, select)
  const together = useTogether(decisions, (id) => rows.find((row) => row.id === id))
  const list = useRef<HTMLUListElement>(null)
  useFollow(list, current?.id)
  const claim = found.data?.id === current?.id ? found.data : undefined
  const pickable = rows.filter(isTogether)
  const toggle = (row: QueueRow) => {
    if (!isTogether(row)) return
    setChosen((before) => (before.has(row.id) ? without(before, row.id) : new Set([...before, row.id])))
  }
  const approveChosen = () => {
    const claims = pickable.filter(({ id }) => chosen.has(id))
    if (claims.length === 0 || together.many.isPending) return
    together.many.mutate({ claims: claims.map(({ id, revision }) => ({ claimId: id, revision })) })
    setChosen(new Set())
  }
  const begin = (next: Deciding) => {
    setRuleOpen(true)
    setDeciding(next)
  }
  const mayDecide = claim?.may.review === true && claim.barred === null
  const step = (by: number) => {
    const next = move(by)
    if (next) select(next.id)
  }
  useShortcut('j', () => step(1))
  useShortcut('k', () => step(-1))
  useShortcut('x', current && (() => toggle(current)))
  useShortcut(' ', claim && claim.photos > 0 ? () => setLarge(!large) : undefined)
  useShortcut('a', mayDecide ? () => begin('approve') : undefined)
  useShortcut('e', mayDecide ? () => begin('adjust') : undefined)
  useShortcut('r', mayDecide ? () => begin('return') : undefined)
  useShortcut('z', decisions.takeLastBack)
  useShortcut('shift+a', approveChosen)
  return (
    <div className="columns review">
      <ReviewQueue
        queue={queue}
        filter={filter}
        onFilter={(next) => {
          setFilter(next)
          setChosen(new Set())
        }}
        listRef={list}
        currentId={current?.id}
        onSelect={select}
        chosen={chosen}
        onToggle={toggle}
        onChooseAll={(all) => setChosen(new Set(all ? pickable.map(({ id }) => id) : []))}
        onTogether={approveChosen}
        together={together}
      />
      <section className="review-evidence" aria-label={t(reviewLabels.title)}>
        {current === undefined && queue.data !== undefined && rows.length > 0 && (
          <StateEmpty fact={t(reviewLabels.chooseOne)} />
        )}
        {current && (
          <ReviewEvidence
            key={current.id}
            found={found}
            large={large}
            onLarge={setLarge}
            onRule={() => setRuleOpen(true)}
          />
        )}
      </section>
      <ReviewRule
        key={current?.id ?? 'none'}
        claim={claim}
        open={ruleOpen}
        onClose={() => setRuleOpen(false)}
        deciding={deciding}
        onDeciding={setDeciding}
        decisions={decisions}
      />
      <ReviewKeys />
    </div>
  )
}

function filterIn(search: URLSearchParams): QueueFilter {
  const show = search.get('show')
  const month = search.get('month')
  const orgId = search.get('org')
  return {
    show: show === 'all' || show === 'decided' ? show : 'mine',
    ...(month && { month }),
    ...(orgId && { orgId }),
  }
}

/** Complete evidence, a set value, no cap touched, decided at this level. */
export function isTogether(row: QueueRow): boolean {
  return row.alone === null && row.barred === null && row.mayReview && row.state === 'submitted'
}

function without(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...before].filter((one) => one !== id))
}

/** The focus follows J and K inside the list, so that screen readers say the row. */
function useFollow(list: RefObject<HTMLElement | null>, currentId: string | undefined): void {
  const known = useRef(currentId)
  useEffect(() => {
    const before = known.current
    if (before === currentId || currentId === undefined) return
    known.current = currentId
    if (before === undefined) return
    const row = list.current?.querySelector<HTMLElement>(`[data-claim="${currentId}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    if (document.activeElement === document.body || list.current?.contains(document.activeElement))
      row?.focus()
  }, [list, currentId])
}
