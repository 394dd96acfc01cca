import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { channels, messageRefusals } from '@steward/domain/messages/message.ts'
import { z } from 'zod'

const Facts = z.record(z.string(), z.union([z.string(), z.number()]))

/** A thing to do; the screens have the words for each kind. */
export const ThingToDo = z.object({
  id: z.string(),
  kind: z.string(),
  facts: Facts,
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

export const sendMessage = defineCommand({
  id: 'message.send',
  summary: { zh: '给党员发通知', en: 'Send a notice to members' },
  input: z.object({
    orgId: z.uuid(),
    title: z.string().max(80),
    body: z.string().max(2000),
    answerDueOn: plainDate.nullable().default(null),
  }),
  output: z.object({ messageId: z.uuid(), recipients: z.int(), deliverAt: instant }),
  refusals: messageRefusals,
})

const Counts = z.object({ recipients: z.int(), reached: z.int(), answeredYes: z.int(), answeredNo: z.int() })
const MessageView = z.object({
  id: z.uuid(),
  title: z.string(),
  body: z.string(),
  orgName: z.string(),
  sentBy: z.string(),
  sentAt: instant,
  deliverAt: instant,
  answerDueOn: plainDate.nullable(),
})

export const listSentMessages = defineQuery({
  id: 'message.sent',
  summary: { zh: '发出的通知', en: 'Notices sent' },
  input: z.object({ page: z.int().min(0).default(0) }),
  output: z.object({ rows: z.array(MessageView.extend({ counts: Counts })), total: z.int() }),
})

export const showDelivery = defineQuery({
  id: 'message.delivery',
  summary: { zh: '谁收到了，谁还没有', en: 'Who was reached and who was not' },
  input: z.object({ messageId: z.uuid() }),
  output: z.object({
    message: MessageView,
    byChannel: z.array(z.object({ channel: z.enum(channels), count: z.int() })),
    rows: z.array(
      z.object({
        memberId: z.uuid(),
        name: z.string(),
        orgName: z.string(),
        channel: z.enum(channels).nullable(),
        reachedAt: instant.nullable(),
        reachedBy: z.string().nullable(),
        answer: z.enum(['yes', 'no']).nullable(),
        answerNote: z.string(),
      }),
    ),
  }),
})

export const recordReached = defineCommand({
  id: 'message.record-reached',
  summary: { zh: '登记用别的办法通知到了', en: 'Record who was reached another way' },
  input: z.object({
    messageId: z.uuid(),
    memberIds: z.array(z.uuid()).min(1).max(500),
    channel: z.enum(channels).exclude(['screen']),
    answer: z.enum(['yes', 'no']).nullable().default(null),
  }),
  output: z.object({ recorded: z.int() }),
  refusals: messageRefusals,
})

export const listInbox = defineQuery({
  id: 'message.inbox',
  summary: { zh: '收到的通知', en: 'Notices received' },
  input: z.object({}),
  output: z.object({
    rows: z.array(
      MessageView.extend({
        readAt: instant.nullable(),
        answer: z.enum(['yes', 'no']).nullable(),
        mayAnswer: z.boolean(),
      }),
    ),
    unread: z.int(),
  }),
})

export const readMessage = defineCommand({
  id: 'message.read',
  summary: { zh: '看过一条通知', en: 'Mark a notice as read' },
  input: z.object({ messageId: z.uuid() }),
  output: z.object({}),
  refusals: messageRefusals,
})

export const answerMessage = defineCommand({
  id: 'message.answer',
  summary: { zh: '答复一条通知', en: 'Answer a notice' },
  input: z.object({
    messageId: z.uuid(),
    answer: z.enum(['yes', 'no']),
    note: z.string().max(200).default(''),
  }),
  output: z.object({}),
  refusals: messageRefusals,
})

export const messageOperations = {
  listThingsToDo,
  sendMessage,
  listSentMessages,
  showDelivery,
  recordReached,
  listInbox,
  readMessage,
  answerMessage,
}
