import { useSearchParams } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { yearOf } from '../shared/formats.ts'
import { useSession } from '../shared/session.ts'

/** The year a page is about, as the switch in the top bar keeps it in the address. */
export function useAddressYear(): number {
  const [params] = useSearchParams()
  const thisYear = yearOf(useToday())
  const asked = Number(params.get('year'))
  return Number.isInteger(asked) && asked >= 2000 && asked <= thisYear ? asked : thisYear
}

/** The organisation the reader works in: the one of the account. */
export function useOwnOrgId(): string {
  return useSession().org?.id ?? ''
}
