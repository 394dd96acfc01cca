import { useText } from '../shared/texts.ts'
import { slipLabels } from './labels.ts'
import './Access.css'

export type SlipFacts = {
  readonly county: string
  readonly person: string
  readonly accountName: string
  /** The password or the code. */
  readonly secret: string
  readonly kind: 'password' | 'code'
  /** Last moment of a code, in words. */
  readonly until?: string
  /** The address to type, of the face the person will use. */
  readonly address: string
}

/** The paper handed over: large enough to be read without glasses, black on white for a poor printer. */
export function Slip({ facts }: { facts: SlipFacts }) {
  const t = useText()
  const isCode = facts.kind === 'code'
  return (
    <article className="slip-paper">
      <h3>{t(isCode ? slipLabels.codeHeading : slipLabels.heading, { county: facts.county })}</h3>
      <p className="slip-person">{facts.person}</p>
      <dl>
        <dt>{t(slipLabels.address)}</dt>
        <dd>{facts.address}</dd>
        <dt>{t(slipLabels.account)}</dt>
        <dd className="slip-large">{facts.accountName}</dd>
        <dt>{t(isCode ? slipLabels.code : slipLabels.password)}</dt>
        <dd className="slip-large">{facts.secret}</dd>
        {facts.until !== undefined && (
          <>
            <dt>{t(slipLabels.until)}</dt>
            <dd>{facts.until}</dd>
          </>
        )}
      </dl>
      <p>{t(isCode ? slipLabels.codeNext : slipLabels.passwordNext)}</p>
    </article>
  )
}
