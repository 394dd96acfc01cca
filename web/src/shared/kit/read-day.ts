import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { findDay } from '@steward/domain/shared/plain-date.ts'

/** Reads a day as people type it: 2026-12-31, 2026.12.31, 2026/12/31, 20261231, 2026年12月31日, with full-width digits. */
export function readDay(typed: string): PlainDate | undefined {
  const plain = typed.normalize('NFKC').trim()
  const parts = /^(\d{4})\s*[-./年]?\s*(\d{1,2})\s*[-./月]?\s*(\d{1,2})\s*日?$/.exec(plain)
  const compact = /^\d+$/.test(plain)
  if (!parts || (compact && plain.length !== 8)) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return findDay(year, month, day)
}
