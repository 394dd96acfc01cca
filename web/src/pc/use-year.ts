import { useSearchParams } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { yearOf } from '../shared/formats.ts'

/** The year a page is about; kept in the address as ?year=. */
export function useYear(): { year: number; thisYear: number; setYear: (year: number) => void } {
  const [params, setParams] = useSearchParams()
  const thisYear = yearOf(useToday())
  const asked = Number(params.get('year'))
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= thisYear ? asked : thisYear
  const setYear = (next: number) =>
    setParams((before) => {
      const after = new URLSearchParams(before)
      if (next === thisYear) after.delete('year')
      else after.set('year', String(next))
      return after
    })
  return { year, thisYear, setYear }
}
