import { formatPoints } from '../shared/formats.ts'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { Tolerance } from './hooks-warning.ts'
import { numberWords, useDays } from './hooks-warning.ts'
import {
  conditionTexts,
  distinctionTexts,
  exclusionTexts,
  factorTexts,
  toleranceLabels,
  toleranceStateTexts,
} from './labels-tolerance.ts'
import { Block } from './WarningParts.shared.tsx'

export function ToleranceTag({ state }: Pick<Tolerance, 'state'>) {
  const t = useText()
  const { text, tone } = toleranceStateTexts[state]
  return <Tag tone={tone}>{t(text)}</Tag>
}

/** The matter, what it names, and what was found, in the order of the paper. */
export function ToleranceWords({ of }: { readonly of: Tolerance }) {
  const t = useText()
  const { day } = useDays()
  const { matter, entries, warning, state, appliedBy, appliedByName, appliedOn, reason, finding } = of
  return (
    <>
      <Block title={t(toleranceLabels.matter)}>
        <p className="said">{matter}</p>
        <p className="s t2">
          {t(appliedBy === 'member' ? toleranceLabels.appliedBy : toleranceLabels.appliedByBranch, {
            name: appliedByName,
            day: day(appliedOn),
          })}
        </p>
      </Block>
      {entries.length > 0 && (
        <Block title={t(toleranceLabels.named)}>
          <ul className="rows">
            {entries.map((entry) => (
              <li key={entry.id} className="between">
                <span>
                  {entry.says}
                  <span className="s t2"> {day(entry.deedOn)}</span>
                </span>
                <span className="nw">
                  {formatPoints(entry.credited)}{' '}
                  <span className="s t2">
                    {entry.reversalId !== null
                      ? t(toleranceLabels.reversed)
                      : state === 'tolerated' || state === 'notTolerated' || state === 'notAccepted'
                        ? ''
                        : t(toleranceLabels.willReverse)}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </Block>
      )}
      {warning !== null && (
        <Block title={t(toleranceLabels.warning)}>
          <p>{numberWords(warning.number)}</p>
        </Block>
      )}
      {state === 'notAccepted' && (
        <Block title={t(toleranceLabels.notAccepted)}>
          <p className="said">{reason}</p>
        </Block>
      )}
      {finding !== null && (
        <Block title={t(toleranceLabels.finding)}>
          <p className="b">{t(toleranceStateTexts[state].text)}</p>
          <p className="said">{reason}</p>
          <p className="s t2">
            {numberWords(finding.number)}
            {' · '}
            {t(toleranceLabels.foundBy, {
              body: finding.body,
              document: finding.document,
              name: finding.by,
              day: day(finding.on),
            })}
          </p>
        </Block>
      )}
      <CheckWords of={of} />
      {of.answeredOn !== null && (
        <p className="s t2">{t(toleranceLabels.answered, { day: day(of.answeredOn) })}</p>
      )}
    </>
  )
}

function CheckWords({ of }: { readonly of: Tolerance }) {
  const t = useText()
  const { day } = useDays()
  const { check } = of
  if (check === null) return null
  const yes = (met: boolean) => t(met ? toleranceLabels.met : toleranceLabels.notMet)
  return (
    <Block title={t(toleranceLabels.check)}>
      <table className="tbl compact outcome-check">
        <tbody>
          {keysOf(conditionTexts).map((key) => (
            <tr key={key}>
              <td>{t(conditionTexts[key])}</td>
              <td className="nw">{yes(check.conditions[key])}</td>
            </tr>
          ))}
          {keysOf(distinctionTexts).map((key) => (
            <tr key={key}>
              <td>{t(distinctionTexts[key])}</td>
              <td className="nw">{yes(check.distinctions[key])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="tbl compact outcome-check">
        <tbody>
          {keysOf(factorTexts).map((key) => (
            <tr key={key}>
              <th scope="row" className="t3">
                {t(factorTexts[key].name)}
              </th>
              <td>{check.factors[key]}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="t3">
              {t(toleranceLabels.exclusions)}
            </th>
            <td>
              {check.exclusions.length === 0
                ? t(toleranceLabels.none)
                : check.exclusions.map((one) => t(exclusionTexts[one])).join('、')}
            </td>
          </tr>
        </tbody>
      </table>
      <p className="s t2">{t(toleranceLabels.checkedBy, { name: check.by, day: day(check.on) })}</p>
    </Block>
  )
}

/** Keys of a record of texts, in its order. */
export function keysOf<Key extends string>(of: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(of) as Key[] // The records have exactly these keys.
}
