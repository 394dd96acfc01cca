import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { channels, checkAnswer, checkMessage, checkReached } from '@steward/domain/messages/message.ts'
import { deliverAt, isQuiet } from '@steward/domain/messages/quiet-hours.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { quietHandlers } from './handlers-quiet.ts'
import { thingHandlers } from './handlers-thing.ts'
import * as operations from './operations.ts'
import {
  countDelivery,
  findMessage,
  listDelivery,
  listSent,
  lockReaders,
  saveReached,
} from './queries-delivery.ts'
import { findReceived, listReceived, lockReceived } from './queries-inbox.ts'
import { findSender, insertMessage, listPlaces } from './queries-send.ts'

const MOST_PLACES = 30

const places = handle(operations.listPlaces, async ({ tx, access, now, today }, { search }) => {
  access.demandSomewhere('message.send')
  const found = await listPlaces(tx, access, { search, today, most: MOST_PLACES + 1 })
  return agree({
    rows: found.rows.slice(0, MOST_PLACES),
    more: found.rows.length > MOST_PLACES,
    deliverAt: deliverAt(now, found.quiet),
    quiet: isQuiet(now, found.quiet),
  })
})

const send = handle(operations.sendMessage, async (context, { orgId, ...draft }) => {
  const { tx, access, actor, now, today } = context
  const sender = (await findSender(tx, orgId, today)) ?? problem('not-found')
  access.demand('message.send', { path: sender.path })
  const decision = checkMessage(draft, today)
  if (!decision.ok) return decision
  const message = {
    ...decision.value,
    id: context.newId(),
    orgId: sender.id,
    path: sender.path,
    sentBy: actor.name,
    accountId: actor.accountId,
    senderId: actor.memberId,
    sentAt: now,
    deliverAt: deliverAt(now, sender.quiet),
  }
  const recipients = await insertMessage(tx, message)
  if (recipients === 0) return refuse('message-nobody-to-reach')
  context.note({ messageId: message.id, orgId: sender.id, recipients })
  return agree({ messageId: message.id, recipients, deliverAt: message.deliverAt })
})

const sent = handle(operations.listSentMessages, async ({ tx, access, actor }, page) => {
  access.demandSomewhere('message.read-delivery')
  return agree(await listSent(tx, access, actor, page))
})

const delivery = handle(operations.showDelivery, async ({ tx, access }, { messageId, ...page }) => {
  const message = (await findMessage(tx, messageId)) ?? problem('not-found')
  const reach = access.can('message.read-delivery', { path: message.path }) ? 'all' : access
  const { byChannel, ...counts } = await countDelivery(tx, messageId, reach)
  if (reach !== 'all' && counts.recipients === 0) problem('not-found')
  const rows = await listDelivery(tx, messageId, reach, page)
  const totals = {
    all: counts.recipients,
    open: counts.open,
    reached: counts.reached,
    yes: counts.yes,
    no: counts.no,
  }
  return agree({
    message,
    counts,
    byChannel: channels
      .map((channel) => ({ channel, count: byChannel[channel] }))
      .filter(({ count }) => count > 0),
    rows: rows.map(({ path, ...row }) => ({
      ...row,
      mayRecord: !row.stopped && access.may(['message.send'], { path }).length > 0,
    })),
    total: totals[page.show],
  })
})

const record = handle(operations.recordReached, async (context, { messageId, memberIds, ...input }) => {
  const { tx, access, actor, now, today } = context
  const readers = await lockReaders(tx, messageId, memberIds)
  // Who is not among the readers and who is out of reach are not told apart.
  if (readers.length < new Set(memberIds).size) problem('not-found')
  for (const { path } of readers) access.demandHidden('message.send', { path })
  const message = (await findMessage(tx, messageId)) ?? problem('not-found')
  const decision = checkReached(input, message.asked, today)
  if (!decision.ok) return decision
  const told = readers.filter(({ stopped }) => !stopped)
  const helperName = input.channel === 'helper' ? input.helperName : ''
  const recording = { ...input, helperName, by: actor.name, at: now }
  await saveReached(
    tx,
    messageId,
    told.map(({ memberId }) => memberId),
    recording,
  )
  const already = told.filter(({ isReached }) => isReached).length
  const counts = { recorded: told.length - already, already, stopped: readers.length - told.length }
  context.note({ messageId, channel: input.channel, ...counts })
  return agree(counts)
})

const inbox = handle(operations.listInbox, async ({ tx, access, actor, now, today }, page) => {
  access.open('own-account')
  if (actor.memberId === null) return agree({ rows: [], total: 0, unread: 0 })
  const { rows, ...counts } = await listReceived(tx, actor.memberId, now, page)
  return agree({
    ...counts,
    rows: rows.map((row) => ({ ...row, mayAnswer: checkAnswer(row.asked, today).ok })),
  })
})

const show = handle(operations.showMessage, async ({ tx, access, actor, now, today }, { messageId }) => {
  access.open('own-account')
  const memberId = actor.memberId ?? problem('not-found')
  const found = (await findReceived(tx, memberId, messageId, now)) ?? problem('not-found')
  const { answerChannel, ...message } = found
  return agree({
    ...message,
    mayAnswer: checkAnswer(message.asked, today).ok,
    answeredForMe: answerChannel !== null && answerChannel !== 'screen',
  })
})

const read = handle(operations.readMessage, async (context, { messageId }) => {
  const { memberId, message } = await lockOwn(context, messageId)
  if (message.readAt === null) await saveOwn(context, messageId, memberId, null, '')
  return agree({ readAt: message.readAt ?? context.now })
})

const answer = handle(operations.answerMessage, async (context, input) => {
  const { memberId, message } = await lockOwn(context, input.messageId)
  const decision = checkAnswer(message.asked, context.today)
  if (!decision.ok) return decision
  await saveOwn(context, input.messageId, memberId, input.answer, input.note)
  context.note({ messageId: input.messageId })
  return agree({ answer: input.answer })
})

/** The caller's own row of a notice; whether a notice to others exists is not told. */
async function lockOwn({ tx, access, actor, now }: Context, messageId: string) {
  access.open('own-account')
  const memberId = actor.memberId ?? problem('not-found')
  const message = (await lockReceived(tx, memberId, messageId, now)) ?? problem('not-found')
  return { memberId, message }
}

async function saveOwn(
  { tx, actor, now }: Context,
  messageId: string,
  memberId: string,
  given: 'yes' | 'no' | null,
  note: string,
): Promise<void> {
  const own = { channel: 'screen', helperName: '', answer: given, note, by: actor.name, at: now } as const
  await saveReached(tx, messageId, [memberId], own)
}

export const messageHandlers: readonly Handled[] = [
  ...thingHandlers,
  ...quietHandlers,
  places,
  send,
  sent,
  delivery,
  record,
  inbox,
  show,
  read,
  answer,
]
