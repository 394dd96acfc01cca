import { useToday } from './clock.ts'
import { daysBetween, formatMonth, monthOf, weekdayOf, yearOf } from './formats.ts'
import type { OutputOf } from './call.ts'
import { useLanguage, useText } from './texts.ts'
import type { Language, Text, Translate } from './texts.ts'
import { unknownThing, wordsOfThings } from './thing-words.ts'
import { useCommandOperation, useQueryOperation } from './use-operation.ts'

export type ThingToDo = OutputOf<'message.things-to-do'>['rows'][number]
type Dated = { readonly dueOn: string | null }

/** What this person is asked to do, soonest first. */
export function useThingsToDo() {
  return useQueryOperation('message.things-to-do', {})
}

/** What a face says about one kind of thing. Places: the facts of the thing, {askedBy} and {subjectId}; in paths also {month}. */
export type ThingWords = {
  readonly title: Text
  readonly why: Text
  readonly act: Text
  /** Instead, where {count} is one. */
  readonly one?: { readonly title: Text; readonly why: Text }
  /** Words for facts that come as codes. */
  readonly says?: Readonly<Record<string, Readonly<Record<string, Text>>>>
  readonly pcPath?: string
  readonly mobilePath?: string
}

export type ThingShown = {
  readonly title: string
  readonly why: string
  readonly act: string
  readonly path: string | undefined
}

/** The words of a thing and the page of this face where it is done. */
export function useThingWords(face: 'pc' | 'mobile'): (thing: ThingToDo) => ThingShown {
  const t = useText()
  const [language] = useLanguage()
  const thisYear = yearOf(useToday())
  return (thing) => {
    const words = wordsOfThings[thing.kind] ?? unknownThing
    const { title, why } = (thing.facts['count'] === 1 ? words.one : undefined) ?? words
    const facts = {
      ...factsIn(words, thing, t, { language, thisYear }),
      askedBy: thing.askedBy,
      subjectId: thing.subjectId ?? '',
    }
    const path = face === 'pc' ? words.pcPath : words.mobilePath
    const subject = thing.subjectId === null ? '' : `/${thing.subjectId}`
    return {
      title: t(title, facts),
      why: t(why, facts),
      act: t(words.act, facts),
      path: path?.replace('/{subjectId}', subject).replace('{month}', String(thing.facts['month'] ?? '')),
    }
  }
}

type Reader = { readonly language: Language; readonly thisYear: number }

function factsIn(
  { says }: ThingWords,
  { facts }: ThingToDo,
  t: Translate,
  reader: Reader,
): ThingToDo['facts'] {
  const said = Object.entries(facts).map(([name, fact]): [string, string | number] => {
    const text = says?.[name]?.[String(fact)]
    if (name === 'month' && typeof fact === 'string') {
      return [name, formatMonth(fact, reader.language, reader.thisYear)]
    }
    return [name, text ? t(text) : fact]
  })
  return Object.fromEntries(said)
}

/** Called when a thing is opened: what only wanted to be seen is done with that. */
export function useThingOpened(): (thing: ThingToDo) => void {
  const { mutate } = useCommandOperation('message.thing-seen')
  return ({ kind, subjectId }) => {
    if (kind === 'correction.answered' && subjectId !== null) mutate({ kind, subjectId })
  }
}

export type When = 'week' | 'month' | 'later' | 'undated'

export function whenOf(thing: Dated, today: string): When {
  if (thing.dueOn === null) return 'undated'
  if (daysBetween(today, thing.dueOn) <= 7 - weekdayOf(today)) return 'week'
  const sameMonth = yearOf(thing.dueOn) === yearOf(today) && monthOf(thing.dueOn) === monthOf(today)
  return sameMonth ? 'month' : 'later'
}

/** Things by when they are due: this week (and overdue), this month, later, no date. Empty groups are left out. */
export function groupByWhen<Thing extends Dated>(
  things: readonly Thing[],
  today: string,
): readonly { when: When; things: readonly Thing[] }[] {
  const order: readonly When[] = ['week', 'month', 'later', 'undated']
  return order
    .map((when) => ({ when, things: things.filter((thing) => whenOf(thing, today) === when) }))
    .filter((group) => group.things.length > 0)
}

export function minutesOf(things: readonly Pick<ThingToDo, 'minutes'>[]): number {
  return things.reduce((sum, thing) => sum + (thing.minutes ?? 0), 0)
}
