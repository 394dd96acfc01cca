import { Link } from 'wouter'
import { daysBetween, formatDay } from '../shared/formats.ts'
import { useToday } from '../shared/clock.ts'
import type { AnswerKind } from '@steward/domain/messages/message.ts'
import type { ThingToDo } from '../shared/things-to-do.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { AnswerButtons } from './Answer.shared.tsx'
import { messageLabels } from './labels.ts'
import './Messages.css'

const KINDS: Readonly<Record<string, AnswerKind>> = {
  'message.answer-coming': 'coming',
  'message.answer-agreeing': 'agreeing',
}

/** What a thing to do asks to be answered with, where it is a notice that asks. */
export function answerKindOf(thing: ThingToDo): AnswerKind | undefined {
  return KINDS[thing.kind]
}

/** A notice on the home page, answered with one touch. */
export function NoticeToAnswer({ thing }: { readonly thing: ThingToDo }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const kind = answerKindOf(thing)
  if (kind === undefined || thing.subjectId === null || thing.dueOn === null) return null
  const isNear = daysBetween(today, thing.dueOn) <= 2
  return (
    <div className="thing">
      <Link href={`/messages/${thing.subjectId}`} className="block">
        <span className="between notice-head">
          <b>{String(thing.facts['title'] ?? '')}</b>
          <span className={isNear ? 's ochre nw' : 's t3 nw'}>
            {t(messageLabels.answerBy, { day: formatDay(thing.dueOn, language, today) })}
          </span>
        </span>
        <span className="block s t2 ell">{String(thing.facts['start'] ?? '')}</span>
      </Link>
      <AnswerButtons messageId={thing.subjectId} asked={{ kind, dueOn: thing.dueOn }} />
    </div>
  )
}
