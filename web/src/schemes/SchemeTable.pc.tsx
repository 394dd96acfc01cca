import { pointsCategories, type PointsCategory } from '@steward/domain/points/category.ts'
import { noPoints, type Points } from '@steward/domain/shared/points.ts'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import { type Caps, type Content, type Item, points } from './hooks.ts'
import { useLanguageWords } from './hooks-words.ts'
import { kindTexts, schemeLabels, unitTexts } from './labels.ts'
import { draftLabels } from './labels-draft.ts'
import { NumberCell } from './NumberCell.pc.tsx'

type Edit = {
  readonly base: Content
  readonly change: (next: Content) => void
  readonly changeItem: (code: string, next: Item) => void
  readonly openItem: (code: string) => void
  readonly openSettings: () => void
}

/** What counts, kind by kind, with value and caps; written in place where `edit` is given. */
export function SchemeTable({ content, edit }: { content: Content; edit?: Edit }) {
  const t = useText()
  return (
    <table className="tbl compact scheme-table">
      <thead>
        <tr>
          <th>{t(schemeLabels.item)}</th>
          <th className="num">{t(schemeLabels.each)}</th>
          <th className="num">{t(schemeLabels.monthCap)}</th>
          <th className="num">{t(schemeLabels.yearCap)}</th>
        </tr>
      </thead>
      <tbody>
        <Start content={content} edit={edit} />
        {pointsCategories.map((category) => (
          <Kind key={category} category={category} content={content} edit={edit} />
        ))}
      </tbody>
    </table>
  )
}

function Start({ content, edit }: { content: Content; edit: Edit | undefined }) {
  const t = useText()
  const { carryOver } = content
  return (
    <tr className="kind">
      <td>{t(schemeLabels.start)}</td>
      <td className="num">{t(schemeLabels.ofLastYear, { percent: carryOver.percent })}</td>
      <td />
      <td className="num">
        <NumberCell
          value={carryOver.baseCap}
          was={edit?.base.carryOver.baseCap}
          empty={t(schemeLabels.none)}
          needed
          label={`${t(schemeLabels.start)} ${t(schemeLabels.yearCap)}`}
          onValue={
            edit &&
            ((baseCap) =>
              edit.change({ ...content, carryOver: { ...carryOver, baseCap: baseCap ?? noPoints } }))
          }
        />
      </td>
    </tr>
  )
}

function Kind({
  category,
  content,
  edit,
}: {
  category: PointsCategory
  content: Content
  edit: Edit | undefined
}) {
  const t = useText()
  const items = content.items.filter((item) => item.category === category)
  const caps = content.categories[category]
  const isDeduction = category === 'deductions'
  if (items.length === 0 && isDeduction) return null
  const setCap = (span: keyof Caps, value: Points | null) =>
    edit?.change({
      ...content,
      categories: { ...content.categories, [category]: { ...caps, [span]: value } },
    })
  const cell = (span: 'month' | 'year') => (
    <NumberCell
      value={caps[span]}
      was={edit?.base.categories[category][span]}
      empty={isDeduction ? '' : span === 'year' ? t(schemeLabels.open) : t(schemeLabels.notSet)}
      label={`${t(kindTexts[category])} ${t(span === 'month' ? schemeLabels.monthCap : schemeLabels.yearCap)}`}
      onValue={edit && !isDeduction ? (value) => setCap(span, value) : undefined}
    />
  )
  return (
    <>
      <tr className="kind">
        <td>{t(kindTexts[category])}</td>
        <td />
        <td className="num">{cell('month')}</td>
        <td className="num">{cell('year')}</td>
      </tr>
      {items.map((item) => (
        <ItemRow key={item.code} item={item} edit={edit} />
      ))}
    </>
  )
}

function ItemRow({ item, edit }: { item: Item; edit: Edit | undefined }) {
  const t = useText()
  const words = useLanguageWords()
  const was = edit?.base.items.find(({ code }) => code === item.code)
  const name = words(item.name)
  const setCap = (span: keyof Caps, value: Points | null) =>
    edit?.changeItem(item.code, { ...item, caps: { ...item.caps, [span]: value } })
  const cell = (span: 'month' | 'year') => (
    <NumberCell
      value={item.caps[span]}
      was={was?.caps[span]}
      empty={t(span === 'month' ? schemeLabels.notSet : schemeLabels.withKind)}
      label={`${name} ${t(span === 'month' ? schemeLabels.monthCap : schemeLabels.yearCap)}`}
      onValue={edit && ((value) => setCap(span, value))}
    />
  )
  return (
    <tr>
      <td>
        {edit ? (
          <button
            type="button"
            className="scheme-name"
            title={t(draftLabels.editItem, { name })}
            onClick={() => edit.openItem(item.code)}
          >
            {name === '' ? item.code : name}
          </button>
        ) : (
          <span className="scheme-tag">{name}</span>
        )}
        <ItemTags item={item} />
        {!edit && <span className="block s t2">{words(item.rule)}</span>}
      </td>
      <td className="num">
        <Value item={item} was={was} edit={edit} />
      </td>
      <td className="num">{cell('month')}</td>
      <td className="num">{cell('year')}</td>
    </tr>
  )
}

function ItemTags({ item }: { item: Item }) {
  const t = useText()
  const tags = [
    item.attendance && schemeLabels.attendance,
    item.automatic !== null && !item.attendance && schemeLabels.automatic,
    item.announced && schemeLabels.announced,
    item.outsideCaps !== null && schemeLabels.outsideCaps,
  ].filter((tag) => tag !== false)
  return tags.map((tag) => (
    <span key={tag.zh} className="scheme-tag">
      <Tag tight>{t(tag)}</Tag>
    </span>
  ))
}

function Value({ item, was, edit }: { item: Item; was: Item | undefined; edit: Edit | undefined }) {
  const t = useText()
  const words = useLanguageWords()
  const { value } = item
  if (value.kind === 'range') {
    const bounds = `${points(value.least)}–${points(value.most)}`
    return edit ? (
      <button type="button" className="scheme-name bounds t2" onClick={() => edit.openItem(item.code)}>
        {bounds}
      </button>
    ) : (
      <>
        {bounds} <span className="c t3">/ {t(unitTexts[value.unit])}</span>
      </>
    )
  }
  const before = was?.value.kind === 'fixed' ? was.value.points : undefined
  return (
    <>
      <NumberCell
        value={value.points}
        was={before}
        empty={t(schemeLabels.none)}
        needed
        label={`${words(item.name)} ${t(schemeLabels.each)}`}
        onValue={
          edit &&
          ((next) => edit.changeItem(item.code, { ...item, value: { ...value, points: next ?? noPoints } }))
        }
      />
      {!edit && <span className="c t3"> / {t(unitTexts[value.unit])}</span>}
    </>
  )
}
