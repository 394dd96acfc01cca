import {
  answerKinds,
  answerRefusals,
  channels,
  reachedRefusals,
  sendRefusals,
} from '@steward/domain/messages/message.ts'
import { quietHoursRefusals } from '@steward/domain/messages/quiet-hours.ts'
import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { thingOperations } from './operations-thing.ts'

const Answer = z.enum(['yes', 'no'])
/** The answer a notice asks for and the last day for it; null asks for none. */
const Asked = z.object({ kind: z.enum(answerKinds), dueOn: plainDate }).nullable()
const offset = z.int().min(0).max(100_000).default(0)

export const listPlaces = defineQuery({
  id: 'message.places',
  summary: { zh: '可以给哪些组织发通知', en: 'Organisations one may send a notice to' },
  input: z.object({ search: z.string().trim().max(60).default('') }),
  output: z.object({
    /** The caller's own organisations first, then down the tree; at most thirty. */
    rows: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        above: z.string(),
        /** Members a notice sent now would go to. */
        readers: z.int(),
      }),
    ),
    more: z.boolean(),
    /** When a notice sent now would be shown: later than now in the quiet hours. */
    deliverAt: instant,
    quiet: z.boolean(),
  }),
})

export const sendMessage = defineCommand({
  id: 'message.send',
  summary: { zh: '给党员发通知', en: 'Send a notice to members' },
  input: z.object({
    orgId: z.uuid(),
    title: z.string().max(60),
    body: z.string().max(2000),
    asked: Asked.default(null),
  }),
  output: z.object({ messageId: z.uuid(), recipients: z.int(), deliverAt: instant }),
  refusals: sendRefusals,
})

const ListCounts = z.object({ recipients: z.int(), reached: z.int(), yes: z.int(), no: z.int() })
const Counts = ListCounts.extend({
  /** Not reached and still to be told. */
  open: z.int(),
  /** Not reached and not to be told any more. */
  stopped: z.int(),
})
const Head = z.object({
  id: z.uuid(),
  title: z.string(),
  orgName: z.string(),
  sentBy: z.string(),
  sentAt: instant,
  deliverAt: instant,
  asked: Asked,
})

export const listSentMessages = defineQuery({
  id: 'message.sent',
  summary: { zh: '发出的通知', en: 'Notices sent' },
  input: z.object({ offset, limit: z.int().min(1).max(100).default(30) }),
  output: z.object({
    /** Counts are of the readers within the caller's reach. */
    rows: z.array(Head.extend({ fromAbove: z.boolean(), counts: ListCounts })),
    total: z.int(),
  }),
})

const DeliveryRow = z.object({
  memberId: z.uuid(),
  name: z.string(),
  orgName: z.string(),
  phoneMask: z.string(),
  channel: z.enum(channels).nullable(),
  reachedAt: instant.nullable(),
  reachedBy: z.string().nullable(),
  helperName: z.string(),
  answer: Answer.nullable(),
  answerNote: z.string(),
  answeredBy: z.string().nullable(),
  /** Not to be told any more; nothing is recorded for this person. */
  stopped: z.boolean(),
  mayRecord: z.boolean(),
})

export const showDelivery = defineQuery({
  id: 'message.delivery',
  summary: { zh: '谁收到了，谁还没有', en: 'Who was reached and who was not' },
  input: z.object({
    messageId: z.uuid(),
    show: z.enum(['all', 'open', 'reached', 'yes', 'no']).default('all'),
    offset,
    limit: z.int().min(1).max(500).default(100),
  }),
  output: z.object({
    message: Head.extend({ body: z.string() }),
    counts: Counts,
    byChannel: z.array(z.object({ channel: z.enum(channels), count: z.int() })),
    rows: z.array(DeliveryRow),
    total: z.int(),
  }),
})

export const recordReached = defineCommand({
  id: 'message.record-reached',
  summary: { zh: '登记用别的办法通知到了', en: 'Record who was reached another way' },
  input: z.object({
    messageId: z.uuid(),
    memberIds: z.array(z.uuid()).min(1).max(500),
    channel: z.enum(channels).exclude(['screen']),
    helperName: z.string().trim().max(40).default(''),
    answer: Answer.nullable().default(null),
    note: z.string().trim().max(200).default(''),
  }),
  output: z.object({
    recorded: z.int(),
    /** Reached before; the first record stays, a new answer counts. */
    already: z.int(),
    stopped: z.int(),
  }),
  refusals: reachedRefusals,
})

const Received = Head.extend({
  readAt: instant.nullable(),
  answer: Answer.nullable(),
  mayAnswer: z.boolean(),
})

export const listInbox = defineQuery({
  id: 'message.inbox',
  summary: { zh: '收到的通知', en: 'Notices received' },
  input: z.object({ offset, limit: z.int().min(1).max(100).default(30) }),
  output: z.object({
    rows: z.array(Received.extend({ start: z.string() })),
    total: z.int(),
    unread: z.int(),
  }),
})

export const showMessage = defineQuery({
  id: 'message.show',
  summary: { zh: '看一条通知', en: 'One notice received' },
  input: z.object({ messageId: z.uuid() }),
  output: Received.extend({
    body: z.string(),
    answerNote: z.string(),
    answeredAt: instant.nullable(),
    answeredBy: z.string().nullable(),
    /** Recorded by somebody else: by telephone, paper or a helper. The member may change it. */
    answeredForMe: z.boolean(),
  }),
})

export const readMessage = defineCommand({
  id: 'message.read',
  summary: { zh: '看过一条通知', en: 'Mark a notice as read' },
  input: z.object({ messageId: z.uuid() }),
  output: z.object({ readAt: instant }),
})

export const answerMessage = defineCommand({
  id: 'message.answer',
  summary: { zh: '答复一条通知', en: 'Answer a notice' },
  input: z.object({ messageId: z.uuid(), answer: Answer, note: z.string().trim().max(200).default('') }),
  output: z.object({ answer: Answer }),
  refusals: answerRefusals,
})

export const showQuietHours = defineQuery({
  id: 'message.quiet-hours',
  summary: { zh: '免打扰时段', en: 'Quiet hours' },
  input: z.object({}),
  output: z.object({ fromMinute: z.int(), untilMinute: z.int(), mayChange: z.boolean() }),
})

export const changeQuietHours = defineCommand({
  id: 'message.change-quiet-hours',
  summary: { zh: '改免打扰时段', en: 'Change the quiet hours' },
  input: z.object({ fromMinute: z.int(), untilMinute: z.int() }),
  output: z.object({ versionNo: z.int() }),
  refusals: quietHoursRefusals,
})

export const messageOperations = {
  ...thingOperations,
  listPlaces,
  sendMessage,
  listSentMessages,
  showDelivery,
  recordReached,
  listInbox,
  showMessage,
  readMessage,
  answerMessage,
  showQuietHours,
  changeQuietHours,
}
