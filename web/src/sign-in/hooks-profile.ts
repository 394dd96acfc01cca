import type { OutputOf } from '../shared/call.ts'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatTime } from '../shared/formats.ts'
import { useUndo } from '../shared/kit/undo.tsx'
import { explain } from '../shared/problems.ts'
import type { Text } from '../shared/texts.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { agentLabels } from './labels.ts'
import { profileLabels } from './labels-profile.ts'

export type OpenSession = OutputOf<'session.list'>['rows'][number]

const BROWSERS: readonly [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/QQBrowser/, 'QQ浏览器'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

function deviceOf(agent: string): Text {
  if (/iPad|Tablet/.test(agent)) return agentLabels.tablet
  if (/Mobile|Android|iPhone|HarmonyOS/.test(agent)) return agentLabels.phone
  return /Windows|Macintosh|Linux|X11/.test(agent) ? agentLabels.pc : agentLabels.unknown
}

/** 电脑，Chrome: told from what a browser says of itself; never more than a hint. */
export function useDeviceName(): (agent: string) => string {
  const t = useText()
  return (agent) => {
    const browser = BROWSERS.find(([mark]) => mark.test(agent))?.[1]
    const device = t(deviceOf(agent))
    return browser === undefined ? device : t(agentLabels.named, { device, browser })
  }
}

/** 11月3日 9:05 */
export function useMoment(): (instant: string) => string {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  return (instant) =>
    t(profileLabels.at, {
      day: formatDay(dayOfInstant(instant), language, today),
      time: formatTime(instant),
    })
}

/** Signs another device out, or all others, and says so. */
export function useEndSessions() {
  const t = useText()
  const say = useUndo()
  const name = useDeviceName()
  const { mutate, isPending } = useCommandOperation('session.revoke', { refreshes: ['session.list'] })
  const onError = (error: Error) => {
    const { title, next, params } = explain(error)
    say({ text: `${t(profileLabels.notEnded)}：${t(title, params)} ${t(next, params)}` })
  }
  return {
    isPending,
    end: ({ id, agent }: OpenSession) => {
      const onSuccess = () => say({ text: t(profileLabels.ended, { device: name(agent) }) })
      mutate({ sessionId: id }, { onSuccess, onError })
    },
    endOthers: () =>
      mutate(
        { sessionId: null },
        { onSuccess: ({ ended }) => say({ text: t(profileLabels.endedOthers, { count: ended }) }), onError },
      ),
  }
}
