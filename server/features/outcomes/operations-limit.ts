import { limitRefusals } from '@steward/domain/outcomes/limit.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { Facts, limitKind, LimitLine, line, Org, page, words, year } from './operations-use-shapes.ts'

const limitId = z.uuid()

export const listLimits = defineQuery({
  id: 'limit.list',
  summary: { zh: '限制', en: 'List limits' },
  input: z.object({
    orgId: z.uuid(),
    year: year.nullable().default(null),
    kind: limitKind.nullable().default(null),
    /** Only those that hold today. */
    inForce: z.boolean().default(false),
    ...page,
  }),
  output: z.object({ org: Org, total: z.int(), rows: z.array(LimitLine), mayRecord: z.boolean() }),
})

export const showLimit = defineQuery({
  id: 'limit.show',
  summary: { zh: '一项限制', en: 'One limit' },
  input: z.object({ limitId }),
  output: LimitLine.extend({ appealTo: z.string() }),
})

export const imposeNewLimit = defineCommand({
  id: 'limit.impose',
  summary: { zh: '登记一项限制', en: 'Enter a limit with its five facts' },
  input: z.object({
    memberId: z.uuid(),
    year,
    kind: limitKind,
    from: plainDate,
    until: plainDate,
    document: line,
    facts: Facts,
  }),
  output: z.object({ limitId }),
  refusals: [...limitRefusals, 'limit-in-force-already'],
})

export const liftOneLimit = defineCommand({
  id: 'limit.lift',
  summary: { zh: '提前解除限制', en: 'Lift a limit early' },
  input: z.object({ limitId, reason: words }),
  output: z.object({}),
  refusals: limitRefusals,
})

export const limitOperations = { listLimits, showLimit, imposeNewLimit, liftOneLimit }
