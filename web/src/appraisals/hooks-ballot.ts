import { useCallback, useEffect, useRef, useState } from 'react'
import {
  isInBox,
  readReceiptNumber,
  toReceiptNumber,
  verifyReceipts,
} from '@steward/domain/appraisals/ballot-box.ts'
import type { Grade } from '@steward/domain/appraisals/grade.ts'
import { sha256 } from '@steward/domain/points/sha256.ts'
import type { OutputOf } from '../shared/call.ts'
import { command, newKey, Refused, Unreachable } from '../shared/call.ts'

export type Paper = OutputOf<'ballot.read-paper'>
export type PaperPerson = Paper['persons'][number]
/** A grade, or said not to know; who is not in here was not come to yet. */
export type Mark = Grade | 'unknown'
export type Marks = Readonly<Record<string, Mark>>

/** Twenty signs by chance of this device; nobody else has drawn them. */
export function drawNumber(): string {
  return toReceiptNumber(crypto.getRandomValues(new Uint8Array(20)))
}

type Unfinished = { readonly token: string; readonly receipt: string; readonly marks: Marks }

/**
 * A ballot that is not cast yet, on this device: the token, the receipt it will go out with, the marks so far. After casting
 * nothing of it is left, so that neither the device knows which ballot was whose.
 */
export type BallotPlace = {
  readonly read: () => Unfinished | undefined
  readonly keep: (ballot: Unfinished) => void
  readonly forget: () => void
}

type Kept = {
  readonly read: () => unknown
  readonly keep: (value: unknown) => void
  readonly forget: () => void
}

function keptIn(store: () => Storage, key: string): Kept {
  // A private window keeps nothing; the open page still has it.
  const quietly = <Value>(work: () => Value): Value | undefined => {
    try {
      return work()
    } catch {
      return undefined
    }
  }
  return {
    read: () => quietly(() => JSON.parse(store().getItem(key) ?? 'null') as unknown),
    keep: (value) => quietly(() => store().setItem(key, JSON.stringify(value))),
    forget: () => quietly(() => store().removeItem(key)),
  }
}

function placeOf(numbers: Kept, marks: Kept): BallotPlace {
  return {
    read: () => {
      const kept = numbers.read()
      const marked = marks.read()
      if (typeof kept !== 'object' || kept === null || !('token' in kept) || !('receipt' in kept))
        return undefined
      const { token, receipt } = kept
      if (typeof token !== 'string' || typeof receipt !== 'string') return undefined
      // Written below and by nothing else.
      return { token, receipt, marks: (marked ?? {}) as Marks }
    },
    keep: ({ token, receipt, marks: marked }) => {
      numbers.keep({ token, receipt })
      marks.keep(marked)
    },
    forget: () => {
      numbers.forget()
      marks.forget()
    },
  }
}

/** The own ballot of a member: still there when the app was closed in between. Signing out drops the marks and keeps the token. */
export function memberPlace(boxId: string, accountId: string): BallotPlace {
  const name = `ballot.${boxId}.${accountId}`
  return placeOf(
    keptIn(() => localStorage, `steward.${name}`),
    keptIn(() => localStorage, `steward.draft.${name}`),
  )
}

/** A ballot by a slip: only as long as this window, which may be on somebody else's telephone. */
export function slipPlace(boxId: string): BallotPlace {
  return placeOf(
    keptIn(() => sessionStorage, `steward.ballot.${boxId}`),
    keptIn(() => sessionStorage, `steward.draft.ballot.${boxId}`),
  )
}

export type BallotStep =
  | { readonly at: 'reading' }
  | { readonly at: 'failed'; readonly error: Error }
  | { readonly at: 'marking'; readonly paper: Paper }
  | { readonly at: 'cast'; readonly paper: Paper; readonly receipt: string }

type Voting = {
  readonly county: string
  readonly boxId: string
  readonly token: string
  readonly place: BallotPlace
}

/** From the paper to the receipt. Sent again after a lost answer, it goes out with the same receipt and counts once. */
export function useBallot({ county, boxId, token, place }: Voting) {
  const [step, setStep] = useState<BallotStep>({ at: 'reading' })
  const [begun] = useState<Unfinished>(() => {
    const kept = place.read()
    return kept?.token === token ? kept : { token, receipt: drawNumber(), marks: {} }
  })
  const [marks, setMarks] = useState<Marks>(begun.marks)
  const [casting, setCasting] = useState(false)
  const [error, setError] = useState<Error>()
  const key = useRef(newKey())

  const read = useCallback(async () => {
    setStep({ at: 'reading' })
    try {
      const paper = await command('ballot.read-paper', { county, boxId, token })
      setStep({ at: 'marking', paper })
    } catch (failure) {
      if (failure instanceof Refused) place.forget()
      setStep({ at: 'failed', error: asError(failure) })
    }
  }, [county, boxId, token, place])
  useEffect(() => void read(), [read])

  const mark = (memberId: string, value: Mark) => {
    const next = { ...marks, [memberId]: value }
    setMarks(next)
    setError(undefined)
    place.keep({ ...begun, marks: next })
  }

  const cast = async () => {
    if (step.at !== 'marking' || casting) return
    setCasting(true)
    setError(undefined)
    place.keep({ ...begun, marks })
    try {
      await command(
        'ballot.cast',
        { county, boxId, token, receipt: begun.receipt, marks: sentOf(marks) },
        key.current,
      )
      place.forget()
      setMarks({})
      setStep({ at: 'cast', paper: { ...step.paper, persons: [] }, receipt: begun.receipt })
    } catch (failure) {
      if (isOver(failure)) {
        place.forget()
        setStep({ at: 'failed', error: asError(failure) })
      } else setError(asError(failure))
    } finally {
      setCasting(false)
    }
  }
  return { step, marks, mark, cast, casting, error, again: read }
}

function sentOf(marks: Marks) {
  return Object.entries(marks).map(([memberId, value]) => ({
    memberId,
    grade: value === 'unknown' ? null : value,
  }))
}

/** The box is closed or the token used: nothing can be cast from here any more. */
function isOver(failure: unknown): boolean {
  return (
    failure instanceof Refused &&
    (failure.code === 'ballot-box-closed' || failure.code === 'ballot-token-wrong')
  )
}

function asError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Unreachable('timeout')
}

/** How many of a paper were marked with a grade, left out on purpose, or not come to. */
export function countMarks(paper: Paper, marks: Marks) {
  const all = paper.persons.length
  const values = paper.persons.map(({ memberId }) => marks[memberId])
  const unknown = values.filter((value) => value === 'unknown').length
  const graded = values.filter((value) => value !== undefined && value !== 'unknown').length
  const excellent = values.filter((value) => value === 'excellent').length
  return { all, graded, unknown, open: all - graded - unknown, excellent }
}

export type Sealed = NonNullable<OutputOf<'ballot.sealed'>['sealed']>
export type Checked = 'notANumber' | 'notThere' | 'there' | 'sealBroken'

/** Looks for a number in the published list, on this device; the number is sent nowhere. */
export function checkNumber(
  box: { readonly id: string; readonly paper: Paper['paper'] },
  sealed: Sealed,
  typed: string,
): Checked {
  const receipt = readReceiptNumber(typed)
  if (receipt === undefined) return 'notANumber'
  if (!verifyReceipts(box, sealed, sealed.seal, sha256)) return 'sealBroken'
  return isInBox(box.id, receipt, sealed.receipts, sha256) ? 'there' : 'notThere'
}
