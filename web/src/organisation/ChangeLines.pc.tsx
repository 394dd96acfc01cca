import type { ReactNode } from 'react'
import type { Translate } from '../shared/texts.ts'
import { formatDay } from '../shared/formats.ts'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { daysBetween } from '../shared/formats.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { Button } from '../shared/kit/Button.tsx'
import type { ChangeView } from './hooks.ts'
import { useJoined } from './hooks.ts'
import { changeTexts, fieldTexts, formTexts, kindTexts } from './labels.ts'
import { historyTexts } from './labels-page.ts'

type Side = NonNullable<ChangeView['before']>

/** What changed, in one line: old → new. */
export function changeWords(t: Translate, joined: ReturnType<typeof useJoined>, change: ChangeView): string {
  const { kind, before, after } = change
  switch (kind) {
    case 'rename':
      return t(historyTexts.renamed, { before: before?.name ?? '', after: after?.name ?? '' })
    case 'move':
      return t(historyTexts.moved, { before: before?.parentName ?? '', after: after?.parentName ?? '' })
    case 'changeForm':
      return t(historyTexts.reshaped, { before: shapeWords(t, before), after: shapeWords(t, after) })
    case 'merge':
    case 'split':
    case 'mergedInto': {
      const people = after?.members ? t(historyTexts.people, { count: after.members }) : ''
      return joined.list([t(historyTexts.others, { names: after?.orgNames ?? [] }), people])
    }
    case 'splitOff':
      return t(historyTexts.others, { names: before?.orgNames ?? [] })
    case 'setUp':
      return t(historyTexts.setUp, { parent: after?.parentName ?? '', form: shapeWords(t, after) })
    case 'correct':
      return joined.list([after?.shortName, after?.phone, after?.address])
    case 'register':
    case 'dissolve':
      return ''
  }
}

function shapeWords(t: Translate, side: Side | null): string {
  const words = [
    side?.kind && t(kindTexts[side.kind]),
    side?.form && t(formTexts[side.form]),
    side?.field && t(fieldTexts[side.field]),
  ]
  return words.filter(Boolean).join(' ')
}

/** One change with its decision and filing. */
export function ChangeLine({
  change,
  about,
  onFile,
}: {
  change: ChangeView
  /** Which organisation, in lists of several. */
  about?: ReactNode
  onFile?: ((actId: string) => void) | undefined
}) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const day = (text: string) => formatDay(text, language, today)
  const isDecided = change.decidedBy !== null
  const joined = useJoined()
  const words = changeWords(t, joined, change)
  const decision = change.decidedBy !== null &&
    change.decidedOn !== null && [
      t(historyTexts.decided, { org: change.decidedBy, day: day(change.decidedOn) }),
      change.documentNumber,
      change.requestedOn !== null &&
        t(historyTexts.reply, {
          asked: day(change.requestedOn),
          days: daysBetween(change.requestedOn, change.decidedOn),
        }),
      change.filedOn === null
        ? t(historyTexts.unfiled)
        : t(historyTexts.filed, { day: day(change.filedOn), org: change.filedWith ?? '' }),
    ]
  return (
    <li className="org-change">
      <span className="s t2 nw">{day(change.on)}</span>
      <div>
        {about && <p>{about}</p>}
        <span className="b">{t(changeTexts[change.kind])}</span> {words}
        {change.reason !== '' && <p className="s t2">{change.reason}</p>}
        {decision && <p className="c t3">{joined.list(decision)}</p>}
        <p className="c t3">
          {t(historyTexts.recorded, { by: change.by, day: day(dayOfInstant(change.at)) })}
        </p>
      </div>
      {isDecided && change.filedOn === null && onFile ? (
        <Button small onClick={() => onFile(change.actId)}>
          {t(historyTexts.file)}
        </Button>
      ) : (
        <span />
      )}
    </li>
  )
}
