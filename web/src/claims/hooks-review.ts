import { useCallback, useEffect, useRef, useState } from 'react'
import { readHundredths, scaleWhole } from '@steward/domain/shared/decimal.ts'
import type { InputOf, OutputOf } from '../shared/call.ts'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { Claim, Limit } from './hooks.ts'
import { plain, useTitleOf } from './hooks.ts'
import { reviewLabels } from './labels-review.ts'

export type Queue = OutputOf<'claim.queue'>
export type QueueRow = Queue['rows'][number]
export type QueueFilter = InputOf<'claim.queue'>
export type Decided = OutputOf<'claim.approve'>

export const QUEUE_SIZE = 100

export function useQueue(filter: QueueFilter) {
  return useQueryOperation('claim.queue', { limit: QUEUE_SIZE, ...filter }, { keepPrevious: true })
}

/** How many wait for this person; for the navigation. */
export function useQueueCount(): number | undefined {
  return useQueryOperation('claim.queue', { limit: 1 }, { staleMs: 60_000 }).data?.counts.mine
}

/** What a value and quantity would bring under the caps as they stand now. */
export function wouldCredit(
  claim: Pick<Claim, 'item' | 'caps'>,
  quantity: number,
  chosen: number | null,
): { raw: number; credited: number; limit: Limit | null } | undefined {
  const { value } = claim.item
  const each = value.kind === 'fixed' ? value.points : chosen
  if (each === null || quantity <= 0) return undefined
  const raw = scaleWhole(each, quantity, 100)
  let limit: Limit | null = null
  let credited = raw
  for (const cap of claim.caps) {
    const room = Math.max(0, cap.cap - cap.used)
    if (room >= credited) continue
    credited = room
    limit = cap
  }
  return { raw, credited, limit }
}

type Told = Pick<Claim, 'id' | 'memberName' | 'targetTitle' | 'itemName' | 'said'>

/** The decisions of a reviewer, each followed by the ink bar with 撤回 for eight seconds; Z takes the last one back. */
export function useDecisions(onDone: (claimId: string) => void, onTakenBack: (claimId: string) => void) {
  const t = useText()
  const say = useUndo()
  const titleOf = useTitleOf()
  const last = useRef<readonly Told[]>([])
  const told = useRef<Told>(undefined)
  const takeBack = useCommandOperation('claim.take-back-decision')
  const { mutateAsync: takeOneBack } = takeBack
  const takeAllBack = useCallback(
    async (claims: readonly Told[]) => {
      for (const claim of claims) await takeOneBack({ claimId: claim.id })
      last.current = []
      const [first] = claims
      if (first === undefined) return
      say({
        text: t(reviewLabels.takenBack, { name: first.memberName, title: titleOf(first) }),
      })
      onTakenBack(first.id)
    },
    [takeOneBack, say, t, titleOf, onTakenBack],
  )
  const tell = (text: string, claims: readonly Told[]) => {
    last.current = claims
    say({ text, undo: () => void takeAllBack(claims).catch(() => undefined) })
  }
  const finished = (done: Decided) => {
    const claim = told.current
    if (claim === undefined) return
    const words = reviewLabels.done[done.state === 'submitted' ? 'passedOn' : done.state]
    tell(
      t(words, {
        name: claim.memberName,
        title: titleOf(claim),
        points: plain(done.award?.credited ?? 0),
      }),
      [claim],
    )
    onDone(claim.id)
  }
  const approve = useCommandOperation('claim.approve', { onDone: finished })
  const adjust = useCommandOperation('claim.adjust', { onDone: finished })
  const giveBack = useCommandOperation('claim.return', { onDone: finished })
  const refuse = useCommandOperation('claim.refuse', { onDone: finished })
  const about = (claim: Told) => {
    told.current = claim
  }
  const takeLastBack = () => {
    if (last.current.length === 0) return say({ text: t(reviewLabels.nothingToTakeBack) })
    void takeAllBack(last.current).catch(() => undefined)
  }
  return { approve, adjust, giveBack, refuse, takeBack, about, tell, takeLastBack }
}

export type Decisions = ReturnType<typeof useDecisions>

/** Approves those together that may be; the others are named with the reason. */
export function useTogether(decisions: Decisions, nameOf: (claimId: string) => Told | undefined) {
  const t = useText()
  const [left, setLeft] = useState<OutputOf<'claim.approve-many'>['left']>([])
  const many = useCommandOperation('claim.approve-many', {
    onDone: ({ approved, left: remaining, credited }) => {
      setLeft(remaining)
      const claims = approved.flatMap(({ claimId }) => nameOf(claimId) ?? [])
      if (approved.length > 0)
        decisions.tell(
          t(reviewLabels.togetherDone, { count: approved.length, points: plain(credited) }),
          claims,
        )
    },
  })
  return { many, left, forget: () => setLeft([]) }
}

/** The one shown, kept while the list changes: after a decision the next one takes its place. */
export function useCurrent(rows: readonly QueueRow[], asked: string | undefined) {
  const [currentId, setCurrentId] = useState(asked)
  const place = rows.findIndex(({ id }) => id === currentId)
  const known = useRef(0)
  useEffect(() => {
    if (place >= 0) known.current = place
  }, [place])
  const current = rows[place] ?? rows[Math.min(known.current, rows.length - 1)]
  const move = useCallback(
    (step: number) => {
      const at = rows.findIndex(({ id }) => id === current?.id)
      const next = rows[at + step]
      if (next) setCurrentId(next.id)
      return next
    },
    [rows, current?.id],
  )
  const leave = useCallback(
    (id: string) => {
      const at = rows.findIndex((row) => row.id === id)
      setCurrentId((rows[at + 1] ?? rows[at - 1])?.id)
    },
    [rows],
  )
  return { current, choose: setCurrentId, move, leave }
}

/** The value of an item with bounds, chosen by the first reviewer; one that was announced or chosen stands already. */
export function useChosen(claim: Claim) {
  const { value } = claim.item
  const bounds = value.kind === 'range' ? (claim.taskValue ?? value) : undefined
  const known = claim.chosen ?? (bounds && bounds.least === bounds.most ? bounds.least : null)
  const [typed, setTyped] = useState(known === null ? '' : plain(known))
  const read = readHundredths(typed)
  const fits = bounds !== undefined && read !== undefined && read >= bounds.least && read <= bounds.most
  return {
    ok: bounds === undefined || fits,
    chosen: fits ? read : null,
    bounds: bounds && { least: plain(bounds.least), most: plain(bounds.most) },
    typed,
    setTyped,
  }
}

export type Chosen = ReturnType<typeof useChosen>
