import { useText } from '../shared/texts.ts'
import { helpLabels } from './labels.ts'

const parts = [
  [helpLabels.member, helpLabels.memberText],
  [helpLabels.officer, helpLabels.officerText],
  [helpLabels.phone, helpLabels.phoneText],
  [helpLabels.administrator, helpLabels.administratorText],
] as const

/** 忘了密码找谁: for each kind of person who helps and how; for the elder layout the first only. */
export function ForgottenHelp({ most = parts.length }: { most?: number }) {
  const t = useText()
  return (
    <dl className="sign-in-help" data-read>
      {parts.slice(0, most).map(([who, text]) => (
        <div key={who.zh}>
          <dt className="b">{t(who)}</dt>
          <dd className="t2">{t(text)}</dd>
        </div>
      ))}
    </dl>
  )
}
