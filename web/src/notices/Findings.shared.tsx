import { useText } from '../shared/texts.ts'
import type { Translate } from '../shared/texts.ts'
import type { Notice } from './hooks.ts'
import { privateTexts } from './labels.ts'
import { workTexts } from './labels-work.ts'

/** What the texts say that is never published: where, what kind, which words; numbers are masked. */
export function Findings({ notice }: { readonly notice: Notice }) {
  const t = useText()
  const { findings } = notice
  if (findings.length === 0) return <p className="s pine notice-clean">{t(workTexts.noFindings)}</p>
  return (
    <section className="notice-findings" role="status">
      <h2 className="sec">{t(workTexts.findings, { count: findings.length })}</h2>
      <table className="tbl compact">
        <thead>
          <tr>
            <th>{t(workTexts.findingWhere)}</th>
            <th>{t(workTexts.findingKind)}</th>
            <th>{t(workTexts.findingWords)}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ where, kind, words }, place) => (
            <tr key={place}>
              <td className="nw">{whereWords(where, t)}</td>
              <td className="nw">{t(privateTexts[kind])}</td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="s t2">{t(workTexts.findingsNext)}</p>
    </section>
  )
}

function whereWords(where: string, t: Translate): string {
  const row = /^row (\d+)$/.exec(where)?.[1]
  if (row !== undefined) return t(workTexts.inRow, { row })
  if (where === 'title') return t(workTexts.inTitle)
  if (where === 'contact') return t(workTexts.inContact)
  return t(where === 'listNote' ? workTexts.inNote : workTexts.inBody)
}
