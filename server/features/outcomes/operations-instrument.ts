import { instrumentKinds } from '@steward/domain/outcomes/instrument.ts'
import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { line } from './operations-use-shapes.ts'

const kind = z.enum(instrumentKinds)

export const listInstruments = defineQuery({
  id: 'instrument.list',
  summary: { zh: '结果运用依据的文件', en: 'Documents outcomes rest on' },
  input: z.object({}),
  output: z.object({
    instruments: z.array(
      z.object({
        kind,
        /** In force today; null where the county has entered none and the province has none by name. */
        title: z.string().nullable(),
        document: z.object({ body: z.string(), number: z.string(), on: plainDate }).nullable(),
        ofProvince: z.boolean(),
        versions: z.array(
          z.object({
            version: z.int(),
            title: z.string(),
            body: z.string(),
            number: z.string(),
            on: plainDate,
            enteredBy: z.string(),
            enteredAt: instant,
          }),
        ),
      }),
    ),
    mayChange: z.boolean(),
  }),
})

export const enterInstrument = defineCommand({
  id: 'instrument.enter',
  summary: { zh: '登记一份依据文件', en: 'Enter a document outcomes rest on' },
  input: z.object({ kind, title: line, body: line, number: line, on: plainDate }),
  output: z.object({ version: z.int() }),
  refusals: ['instrument-part-missing', 'instrument-in-future', 'instrument-entered-already'],
})

export const instrumentOperations = { listInstruments, enterInstrument }
