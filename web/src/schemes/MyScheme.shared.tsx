import { pointsCategories, type PointsCategory } from '@steward/domain/points/category.ts'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useSession } from '../shared/session.ts'
import { type Content, type Item, type Mine, points, useDayWords, useMine, useMonthWords } from './hooks.ts'
import { useLanguageWords } from './hooks-words.ts'
import {
  automaticTexts,
  awarderTexts,
  evidenceTexts,
  kindTexts,
  mineLabels,
  schemeLabels,
  unitTexts,
} from './labels.ts'
import './Schemes.css'

/** What counts for the reader, in plain words: each kind with its caps, each item with its value, proof and way. */
export function MyScheme() {
  const t = useText()
  const { account } = useSession()
  if (account.memberId === null)
    return <StateEmpty fact={t(mineLabels.noFile)} fill={t(mineLabels.noFileNext)} />
  return <Own />
}

function Own() {
  const t = useText()
  const mine = useMine()
  return (
    <Fetched from={mine} what={t(schemeLabels.mine)} rows={8} columns="1fr">
      {(data) => <Shown mine={data} />}
    </Fetched>
  )
}

function Shown({ mine }: { mine: Mine }) {
  const t = useText()
  const words = useLanguageWords()
  const month = useMonthWords()
  const day = useDayWords()
  const { content, version, exemption } = mine
  if (exemption !== null) {
    const { decidedByBody: body, decidedOn, fromOn } = exemption
    return (
      <StateEmpty
        fact={t(mineLabels.exempt)}
        fill={t(mineLabels.exemptTell, { body, day: day(decidedOn), from: day(fromOn) })}
      />
    )
  }
  if (content === null || version === null)
    return <StateEmpty fact={t(mineLabels.noScheme)} fill={t(mineLabels.noSchemeNext)} />
  const { adopted, effectiveFrom } = version
  const kinds = pointsCategories.filter((category) => category !== 'deductions')
  return (
    <div className="my-scheme">
      <h2 className="sec">{words(content.title)}</h2>
      <p className="s t2">
        {t(mineLabels.intro)}
        {mine.memberClass === 'probationary' && <> {t(mineLabels.probation)}</>}
      </p>
      {kinds.map((category) => (
        <Kind key={category} category={category} content={content} />
      ))}
      <Deductions content={content} />
      <section className="card pad">
        <p className="s t2">
          {t(mineLabels.baseTell, {
            percent: content.carryOver.percent,
            cap: points(content.carryOver.baseCap),
            flat: points(content.carryOver.flat),
          })}
        </p>
        <p className="s t2">{t(mineLabels.late, { days: content.lateEntryDays })}</p>
        <p className="s t2">{t(mineLabels.gradeTell)}</p>
        <p className="c t3">
          {t(mineLabels.decided, { body: adopted.body, number: adopted.number, month: month(effectiveFrom) })}
        </p>
      </section>
    </div>
  )
}

function Kind({ category, content }: { category: PointsCategory; content: Content }) {
  const t = useText()
  const items = content.items.filter((item) => item.category === category)
  if (items.length === 0) return null
  const { month, year } = content.categories[category]
  const caps =
    year === null
      ? t(mineLabels.categoryOpen)
      : month === null
        ? t(mineLabels.categoryYear, { year: points(year) })
        : t(mineLabels.categoryCaps, { month: points(month), year: points(year) })
  return (
    <section className="card pad">
      <h3 className="sec">{t(kindTexts[category])}</h3>
      <p className="s t3">{caps}</p>
      <ul className="my-items">
        {items.map((item) => (
          <ItemLine key={item.code} item={item} />
        ))}
      </ul>
    </section>
  )
}

function ItemLine({ item }: { item: Item }) {
  const t = useText()
  const words = useLanguageWords()
  const [language] = useLanguage()
  const { caps } = item
  const list = (all: readonly string[]) => all.join(language === 'zh' ? '、' : ', ')
  const needed = item.evidence.needed.length > 0
  const kinds = (needed ? item.evidence.needed : item.evidence.offered).map((kind) => t(evidenceTexts[kind]))
  const limits = [
    caps.month !== null && t(mineLabels.itemMonth, { points: points(caps.month) }),
    caps.year !== null && t(mineLabels.itemYear, { points: points(caps.year) }),
  ].filter((text) => text !== false)
  const canReport = item.automatic === null && item.claim.includes('member')
  return (
    <li>
      <div className="between">
        <b>{words(item.name)}</b>
        {item.fromHome && (
          <span title={t(mineLabels.fromHome)}>
            <Tag tight tone="pine">
              {t(mineLabels.fromHome)}
            </Tag>
          </span>
        )}
      </div>
      <p className="s">{words(item.rule)}</p>
      <p className="s t2">{list([worthOf(item, t), ...limits])}</p>
      <p className="s t3">{wayOf(item, t, list)}</p>
      {canReport && kinds.length > 0 && (
        <p className="s t3">{t(needed ? mineLabels.proof : mineLabels.proofFree, { kinds: list(kinds) })}</p>
      )}
    </li>
  )
}

type Translate = ReturnType<typeof useText>

function worthOf({ value }: Item, t: Translate): string {
  const unit = t(unitTexts[value.unit])
  return value.kind === 'fixed'
    ? t(mineLabels.perUnit, { unit, points: points(value.points) })
    : t(mineLabels.range, { unit, least: points(value.least), most: points(value.most) })
}

function wayOf(item: Item, t: Translate, list: (all: readonly string[]) => string): string {
  if (item.automatic !== null) return t(mineLabels.byItself, { source: t(automaticTexts[item.automatic]) })
  if (item.claim.includes('member')) return t(mineLabels.youReport)
  return t(mineLabels.branchRecords, { awarders: list(item.award.map((one) => t(awarderTexts[one]))) })
}

function Deductions({ content }: { content: Content }) {
  const t = useText()
  const words = useLanguageWords()
  const items = content.items.filter(({ category }) => category === 'deductions')
  if (items.length === 0) return null
  return (
    <section className="card pad">
      <h3 className="sec">{t(mineLabels.deductions)}</h3>
      <p className="s t2">{t(mineLabels.deductionsTell, { days: content.answerWorkingDays })}</p>
      <ul className="my-items">
        {items.map((item) => (
          <li key={item.code}>
            <b>{words(item.name)}</b>
            <p className="s t2">{words(item.rule)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
