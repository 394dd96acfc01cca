/** Reads a day as people type it: 2026-12-31, 2026.12.31, 2026/12/31, 20261231, 2026年12月31日, with full-width digits. */
export function readDay(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').trim()
  const parts = /^(\d{4})\s*[-./年]?\s*(\d{1,2})\s*[-./月]?\s*(\d{1,2})\s*日?$/.exec(plain)
  const compact = /^\d+$/.test(plain)
  if (!parts || (compact && plain.length !== 8)) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10)
}
