import { useState } from 'react'
import { ageBands, standingBands, type Band } from '@steward/domain/members/figures.ts'
import type { OutputOf } from '../shared/call.ts'
import { useToday } from '../shared/clock.ts'
import { formatDay, formatNumber } from '../shared/formats.ts'
import { DateField } from '../shared/kit/DateField.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import type { Text } from '../shared/texts.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { categoryTexts, educationTexts, fieldTexts, kindTexts, sexTexts } from './labels.ts'
import { figureTexts } from './labels-file.ts'
import './File.css'

type Figures = OutputOf<'member.figures'>
type Count = Figures['byKind'][number]

/** What a roll is made of on a day: every count with what it is divided by (S-004, S-065). */
export function FiguresDrawer({ orgId, onClose }: { orgId: string; onClose: () => void }) {
  const t = useText()
  const today = useToday()
  const [asOf, setAsOf] = useState<string>(today)
  const figures = useQueryOperation(
    'member.figures',
    { orgId, asOf: asOf === today || asOf === '' ? null : asOf },
    { keepPrevious: true },
  )
  return (
    <Drawer title={t(figureTexts.title)} onClose={onClose}>
      <DateField label={t(figureTexts.asOf)} value={asOf} onValue={setAsOf} max={today} />
      <Fetched from={figures} columns="1fr 60px 60px" rows={8}>
        {(data) => <FigureLists data={data} />}
      </Fetched>
    </Drawer>
  )
}

function FigureLists({ data }: { data: Figures }) {
  const t = useText()
  const [language] = useLanguage()
  const word = (texts: Readonly<Record<string, Text>>) => (key: string) =>
    texts[key] ? t(texts[key]) : t(figureTexts.notRecorded)
  const band = (bands: readonly Band[]) => (key: string) => {
    const one = bands[Number(key)]
    if (!one) return t(figureTexts.probationary)
    return one.to === null
      ? t(figureTexts.bandFrom, { from: one.from })
      : t(figureTexts.band, { from: one.from, to: one.to })
  }
  const total = formatNumber(data.total)
  return (
    <>
      <p className="file-block">
        <span className="b">{data.orgName}</span>
        <span className="s t2 block">
          {t(figureTexts.sum, { branches: formatNumber(data.branches), total })}
        </span>
        <span className="c t3 block">
          {t(figureTexts.tell, { total, day: formatDay(data.asOf, language) })}
        </span>
      </p>
      <Counts field="kind" counts={data.byKind} words={word(kindTexts)} />
      <Counts field="category" counts={data.byCategory} words={word(categoryTexts)} />
      <Counts field="sex" counts={data.bySex} words={word(sexTexts)} />
      <Counts field="age" counts={data.byAge} words={band(ageBands)} />
      <Counts field="education" counts={data.byEducation} words={word(educationTexts)} />
      <Counts field="standing" counts={data.byStanding} words={band(standingBands)} />
    </>
  )
}

type CountsProps = {
  readonly field: string
  readonly counts: readonly Count[]
  readonly words: (key: string) => string
}

function Counts({ field, counts, words }: CountsProps) {
  const t = useText()
  const shown = counts.filter((one) => one.count > 0)
  return (
    <table className="figures">
      <caption className="sec">{t(fieldTexts[field] ?? figureTexts.title)}</caption>
      <tbody>
        {shown.map((one) => (
          <tr key={one.key}>
            <th scope="row">{words(one.key)}</th>
            <td className="num">{formatNumber(one.count)}</td>
            <td className="num t3">{one.share !== null && `${(one.share / 10).toFixed(1)}%`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
