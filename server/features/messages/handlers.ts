import { addDays, startOfDay, weekdayOf } from '@steward/domain/shared/plain-date.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { checkAnswer, checkMessage } from '@steward/domain/messages/message.ts'
import { deliverAt } from '@steward/domain/messages/quiet-hours.ts'
import { handle, type Handled } from '#platform/context.ts'
import {
  answerMessage,
  listInbox,
  listSentMessages,
  listThingsToDo,
  readMessage,
  recordReached,
  sendMessage,
  showDelivery,
} from './operations.ts'
import {
  countDelivery,
  countDone,
  countReaders,
  getMessage,
  getSender,
  insertMessage,
  listDelivery,
  listInboxRows,
  saveReached,
  sentMessages,
} from './queries.ts'
import { listThings } from './things.ts'

const PAGE = 50

export const messageHandlers: readonly Handled[] = [
  handle(listThingsToDo, async (context) => {
    const { tx, access, actor, today } = context
    access.open('own-account')
    const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
    const rows = await listThings(context)
    const doneThisWeek = await countDone(tx, actor.name, actor.accountId, startOfDay(monday))
    return agree({ rows, doneThisWeek })
  }),

  handle(sendMessage, async (context, input) => {
    const { tx, access, actor, now, today } = context
    const sender = await getSender(tx, input.orgId)
    access.demand('message.send', { path: sender.path })
    const recipients = await countReaders(tx, sender.path)
    const decision = checkMessage({ ...input, answerDueOn: input.answerDueOn }, recipients, today)
    if (!decision.ok) return decision
    const message = {
      id: context.newId(),
      orgId: sender.id,
      path: sender.path,
      title: input.title.trim(),
      body: input.body.trim(),
      answerDueOn: input.answerDueOn,
      sentBy: actor.name,
      accountId: actor.accountId,
      sentAt: now,
      deliverAt: deliverAt(now),
      recipients,
    }
    await insertMessage(tx, message)
    context.note({ messageId: message.id, orgId: sender.id, recipients })
    return agree({ messageId: message.id, recipients, deliverAt: message.deliverAt })
  }),

  handle(listSentMessages, async ({ tx, access }, { page }) => {
    const within = access.within('message.read-delivery', { path: 'o.path' })
    const rows = await sentMessages(tx)
      .where(within)
      .orderBy('n.sent_at', 'desc')
      .limit(PAGE)
      .offset(page * PAGE)
      .execute()
    const all = await sentMessages(tx)
      .clearSelect()
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where(within)
      .executeTakeFirstOrThrow()
    const counts = await countDelivery(
      tx,
      rows.map((row) => row.id),
    )
    const none = { recipients: 0, reached: 0, answeredYes: 0, answeredNo: 0 }
    return agree({
      rows: rows.map((row) => ({ ...row, counts: counts.get(row.id) ?? none })),
      total: Number(all.count),
    })
  }),

  handle(showDelivery, async ({ tx, access }, { messageId }) => {
    const message = await getMessage(tx, messageId)
    access.demandHidden('message.read-delivery', { path: message.path })
    const rows = await listDelivery(tx, messageId)
    const byChannel = Object.entries(
      Object.groupBy(
        rows.filter((row) => row.channel !== null),
        (row) => row.channel ?? 'screen',
      ),
    )
    return agree({
      message,
      rows,
      byChannel: byChannel.map(([channel, group]) => ({
        channel: channel as 'screen',
        count: group?.length ?? 0,
      })),
    })
  }),

  handle(recordReached, async (context, { messageId, memberIds, channel, answer }) => {
    const { tx, access, actor, now, today } = context
    const message = await getMessage(tx, messageId)
    access.demandHidden('message.send', { path: message.path })
    if (answer !== null) {
      const decision = checkAnswer(message, today)
      if (!decision.ok) return decision
    }
    const recorded = await saveReached(tx, messageId, memberIds, {
      channel,
      by: actor.name,
      at: now,
      answer,
      note: '',
    })
    if (recorded === 0) return refuse('message-not-for-you')
    context.note({ messageId, channel, recorded })
    return agree({ recorded })
  }),

  handle(listInbox, async ({ tx, access, actor, now, today }) => {
    access.open('own-account')
    const rows = actor.memberId === null ? [] : await listInboxRows(tx, actor.memberId, now, false)
    return agree({
      rows: rows.map((row) => ({ ...row, mayAnswer: checkAnswer(row, today).ok })),
      unread: rows.filter((row) => row.readAt === null).length,
    })
  }),

  handle(readMessage, async ({ tx, access, actor, now }, { messageId }) => {
    access.open('own-account')
    if (actor.memberId === null) return refuse('message-not-for-you')
    const found = await saveReached(tx, messageId, [actor.memberId], {
      channel: 'screen',
      by: actor.name,
      at: now,
      answer: null,
      note: '',
    })
    return found === 0 ? refuse('message-not-for-you') : agree({})
  }),

  handle(answerMessage, async ({ tx, access, actor, now, today }, { messageId, answer, note }) => {
    access.open('own-account')
    if (actor.memberId === null) return refuse('message-not-for-you')
    const message = await getMessage(tx, messageId)
    const decision = checkAnswer(message, today)
    if (!decision.ok) return decision
    const found = await saveReached(tx, messageId, [actor.memberId], {
      channel: 'screen',
      by: actor.name,
      at: now,
      answer,
      note,
    })
    return found === 0 ? refuse('message-not-for-you') : agree({})
  }),
]
