import { useState } from 'react'
import { formatPoints } from '../shared/formats.ts'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { type Preview, usePreview } from './hooks.ts'
import { carryTexts } from './labels.ts'

const SHOWN = 8

/** Who carries how much into the next year, each with the sum in words. */
export function CarryTable({ orgId, year }: { readonly orgId: string; readonly year: number }) {
  const t = useText()
  const found = usePreview(orgId, year)
  return (
    <section className="loop-part" aria-labelledby="carry">
      <Fetched from={found} what={t(carryTexts.what)} columns="90px 70px 1fr">
        {(preview) => (
          <>
            <div className="between">
              <h2 className="sec" id="carry">
                {t(carryTexts.title, { next: year + 1 })}
              </h2>
              <span className="s t2">
                {!preview.done && <>{t(carryTexts.toCome)} · </>}
                {t(carryTexts.sum, { carried: preview.carried, points: formatPoints(preview.points) })}
              </span>
            </div>
            {preview.rows.length === 0 ? (
              <StateEmpty fact={t(carryTexts.empty)} fill={t(carryTexts.emptyNext)} />
            ) : (
              <Rows preview={preview} />
            )}
          </>
        )}
      </Fetched>
    </section>
  )
}

function Rows({ preview: { rows } }: { readonly preview: Preview }) {
  const t = useText()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? rows : rows.slice(0, SHOWN)
  return (
    <>
      <table className="tbl compact">
        <thead>
          <tr>
            <th>{t(carryTexts.name)}</th>
            <th className="num">{t(carryTexts.result)}</th>
            <th className="num">{t(carryTexts.percent)}</th>
            <th className="num">{t(carryTexts.base)}</th>
            <th>{t(carryTexts.words)}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.memberId}>
              <td className="nw">{row.name}</td>
              <td className="num">{formatPoints(row.result)}</td>
              <td className="num">{row.percent}%</td>
              <td className="num b">{row.base === null ? t(carryTexts.none) : formatPoints(row.base)}</td>
              <td className="t2">
                {row.words}
                {row.movedTo !== null && <> · {t(carryTexts.movedTo, { org: row.movedTo })}</>}
                {row.reason !== '' && <span className="block c t3">{row.reason}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && (
        <p className="loop-note">
          <button type="button" className="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t(carryTexts.fewer) : t(carryTexts.all, { count: rows.length })}
          </button>
        </p>
      )}
    </>
  )
}
