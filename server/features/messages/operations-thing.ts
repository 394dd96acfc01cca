import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'

/** A thing to do: a kind with facts; the screens have the words. */
export const ThingToDo = z.object({
  id: z.string(),
  kind: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  askedBy: z.string(),
  dueOn: plainDate.nullable(),
  minutes: z.int().nullable(),
  subjectId: z.string().nullable(),
})

export const listThingsToDo = defineQuery({
  id: 'message.things-to-do',
  summary: { zh: '要做的事', en: 'Things to do' },
  input: z.object({}),
  output: z.object({ rows: z.array(ThingToDo), doneThisWeek: z.int() }),
})

export const seeThing = defineCommand({
  id: 'message.thing-seen',
  summary: { zh: '知道了一件事', en: 'Take note of a thing that only wants to be seen' },
  input: z.object({ kind: z.literal('correction.answered'), subjectId: z.uuid() }),
  output: z.object({}),
})

export const thingOperations = { listThingsToDo, seeThing }
