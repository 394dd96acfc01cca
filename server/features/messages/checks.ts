import { PERMISSIONS } from '@steward/domain/access/permissions.ts'
import type { Invariant } from '#platform/invariants.ts'

const NAMED = 5

/** An invariant one statement finds: `breaches` gives `name` and may use the array `$3`; `$2` is how many are named. */
function bySql(
  id: string,
  says: Invariant['says'],
  looked: string,
  breaches: string,
  words: readonly string[] = [],
): Invariant {
  return {
    id: `messages.${id}`,
    says,
    async find(tx) {
      const [counted] = await tx.raw<{ looked: number }>(`check-messages-${id}-all`, looked, [])
      const text = `${breaches} and $3::text[] is not null limit $2`
      const found = await tx.raw<{ name: string }>(`check-messages-${id}`, text, [NAMED, words])
      return { looked: counted?.looked ?? 0, breaches: found.map(({ name }) => name) }
    },
  }
}

const MESSAGES = 'select count(*)::int as looked from message where county_id = $1'
const READERS = 'select count(*)::int as looked from message_recipient where county_id = $1'
const THINGS = 'select count(*)::int as looked from thing_to_do where county_id = $1'
const READER = `r.message_id || ' ' || r.member_id as name`

const countIsRows = bySql(
  'count-is-rows',
  {
    zh: '每条通知记的人数等于它的收件人数，至少一人 (S-020)',
    en: 'The number of readers of a notice is that of its rows, and at least one (S-020)',
  },
  MESSAGES,
  `select n.id::text as name from message n where n.county_id = $1 and (n.recipient_count < 1 or n.recipient_count <> (
     select count(*) from message_recipient r where r.county_id = n.county_id and r.message_id = n.id))`,
)

// A notice under way while a death is being entered may still name the person; the few minutes are for that.
const notToTheDead = bySql(
  'not-to-the-dead',
  {
    zh: '登记去世以后，不再发通知给本人，也不再登记通知到 (R-175)',
    en: 'After a death is recorded no notice goes to the person and nothing is recorded as reached (R-175)',
  },
  READERS,
  `select ${READER} from message_recipient r join message n on n.county_id = r.county_id and n.id = r.message_id
   join member m on m.county_id = r.county_id and m.id = r.member_id and m.state = 'deceased'
   join member_state_change c on c.county_id = r.county_id and c.member_id = r.member_id and c.to_state = 'deceased'
   where r.county_id = $1 and greatest(n.sent_at, r.reached_at, r.answered_at) > c.recorded_at + interval '5 minutes'`,
)

const deliveredAfterSent = bySql(
  'delivered-after-sent',
  {
    zh: '通知不早于发出时送到，不早于送到时在屏幕上读到',
    en: 'A notice is not delivered before it was sent, nor read on a screen before it was delivered',
  },
  MESSAGES,
  `select n.id::text as name from message n where n.county_id = $1 and (n.deliver_at < n.sent_at or exists (
     select 1 from message_recipient r where r.county_id = n.county_id and r.message_id = n.id
       and r.channel = 'screen' and r.reached_at < n.deliver_at))`,
)

const answersAsked = bySql(
  'answers-asked',
  {
    zh: '只有要回话的通知有答复，答复不晚于期限那天，答复的人已经通知到',
    en: 'Only notices that ask have answers, none after the day named, and who answered was reached',
  },
  READERS,
  `select ${READER} from message_recipient r join message n on n.county_id = r.county_id and n.id = r.message_id
   where r.county_id = $1 and r.answer is not null and (n.answer_due_on is null or r.reached_at is null
     or (r.answered_at at time zone 'Asia/Shanghai')::date > n.answer_due_on)`,
)

const helpersNamed = bySql(
  'helpers-named',
  {
    zh: '由人代为通知的，写明代办人 (R-338)',
    en: 'Who was told by a helper has the helper named (R-338)',
  },
  READERS,
  `select ${READER} from message_recipient r where r.county_id = $1 and r.channel = 'helper' and r.helper_name = ''`,
)

const thingsAddressed = bySql(
  'things-addressed',
  {
    zh: '没办完的事都有人办：有账号，或有这个版本认识的权限',
    en: 'Every open thing to do has somebody: an account, or a permission this version knows',
  },
  THINGS,
  `select t.id::text as name from thing_to_do t where t.county_id = $1 and t.done_at is null
     and t.account_id is null and t.permission <> all($3::text[])`,
  Object.keys(PERMISSIONS),
)

const thingsClosed = bySql(
  'things-closed',
  {
    zh: '办完的事写明谁办的，不早于提出的时候',
    en: 'A thing that is done names who did it and was not done before it was asked',
  },
  THINGS,
  `select t.id::text as name from thing_to_do t where t.county_id = $1 and t.done_at is not null
     and (t.done_by is null or t.done_at < t.opened_at)`,
)

export const messageInvariants: readonly Invariant[] = [
  countIsRows,
  notToTheDead,
  deliveredAfterSent,
  answersAsked,
  helpersNamed,
  thingsAddressed,
  thingsClosed,
]
