import { lintText, type PolicyFinding } from '@steward/domain/schemes/policy-linter.ts'
import { pointsCategories } from '@steward/domain/points/category.ts'
import {
  approvalRoutes,
  automaticSources,
  awarders,
  claimants,
  evidenceKinds,
  valueUnits,
} from '@steward/domain/schemes/scheme.ts'
import { noPoints, toPoints } from '@steward/domain/shared/points.ts'
import { Button } from '../shared/kit/Button.tsx'
import { CheckBox, Segmented, SelectField, TextArea, TextField } from '../shared/kit/fields.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { FindingWords } from './Checks.pc.tsx'
import { DocumentFields } from './DocumentFields.pc.tsx'
import type { Item } from './hooks.ts'
import { useLanguageWords } from './hooks-words.ts'
import {
  approvalTexts,
  automaticTexts,
  awarderTexts,
  claimantTexts,
  evidenceTexts,
  kindTexts,
  schemeLabels,
  unitTexts,
} from './labels.ts'
import { draftLabels, itemLabels } from './labels-draft.ts'
import { NumberCell } from './NumberCell.pc.tsx'

type Props = {
  readonly item: Item
  /** Its code and kind are still free. */
  readonly isNew: boolean
  readonly onChange: (next: Item) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** One item in full: words checked while they are written, value, proof, who claims and who decides. */
export function ItemDrawer({ item, isNew, onChange, onRemove, onClose }: Props) {
  const t = useText()
  const words = useLanguageWords()
  const set = (part: Partial<Item>) => onChange({ ...item, ...part })
  const name = words(item.name)
  return (
    <Drawer
      wide
      title={name === '' || isNew ? t(draftLabels.newItem) : t(draftLabels.editItem, { name })}
      onClose={onClose}
      acts={
        <Button plain onClick={onRemove}>
          {t(draftLabels.removeItem)}
        </Button>
      }
    >
      <div className="form">
        {isNew && (
          <SelectField
            label={t(itemLabels.category)}
            value={item.category}
            onValue={(category) => set({ category })}
            choices={pointsCategories.map((one) => ({ value: one, label: t(kindTexts[one]) }))}
          />
        )}
        <ItemWords item={item} set={set} />
        <ItemValue item={item} set={set} />
        <ItemProof item={item} set={set} />
        <ItemWay item={item} set={set} />
      </div>
    </Drawer>
  )
}

type Part = { readonly item: Item; readonly set: (part: Partial<Item>) => void }

function ItemWords({ item, set }: Part) {
  const t = useText()
  const findings = lintText(item.code, `${item.name.zh}。${item.rule.zh}`)
  const inName = findings.filter((finding) => isIn(item.name.zh, finding))
  const inRule = findings.filter((finding) => !inName.includes(finding))
  const error = (found: readonly PolicyFinding[], where: string) =>
    found.length === 0
      ? undefined
      : found.map((finding) => <FindingWords key={finding.ruleId} finding={finding} where={where} />)
  return (
    <>
      <TextField
        label={t(itemLabels.nameZh)}
        value={item.name.zh}
        maxLength={60}
        error={error(inName, t(itemLabels.nameZh))}
        onValue={(zh) => set({ name: withChinese(item.name, zh) })}
      />
      <TextArea
        label={t(itemLabels.ruleZh)}
        value={item.rule.zh}
        maxLength={300}
        error={error(inRule, item.name.zh)}
        onValue={(zh) => set({ rule: withChinese(item.rule, zh) })}
      />
      <TextField
        label={t(itemLabels.nameEn)}
        optional
        help={t(itemLabels.english)}
        value={item.name.en === item.name.zh ? '' : item.name.en}
        maxLength={120}
        onValue={(en) => set({ name: withEnglish(item.name, en) })}
      />
      <TextArea
        label={t(itemLabels.ruleEn)}
        optional
        value={item.rule.en === item.rule.zh ? '' : item.rule.en}
        maxLength={600}
        onValue={(en) => set({ rule: withEnglish(item.rule, en) })}
      />
    </>
  )
}

type Words = Item['name']

/** What has no English words of its own says the Chinese ones there too. */
export function withChinese(words: Words, zh: string): Words {
  return { zh, en: words.en.trim() === '' || words.en === words.zh ? zh : words.en }
}
export function withEnglish(words: Words, en: string): Words {
  return { zh: words.zh, en: en.trim() === '' ? words.zh : en }
}

function isIn(name: string, { words }: PolicyFinding): boolean {
  return words.length > 0 && words.every((word) => name.includes(word))
}

function ItemValue({ item, set }: Part) {
  const t = useText()
  const { value, caps } = item
  const kinds = [
    { value: 'fixed' as const, label: t(itemLabels.fixed) },
    { value: 'range' as const, label: t(itemLabels.range) },
  ]
  const least = value.kind === 'fixed' ? value.points : value.least
  const most = value.kind === 'fixed' ? value.points : value.most
  const turn = (kind: 'fixed' | 'range') =>
    set({
      value:
        kind === 'fixed'
          ? { kind, points: least, unit: value.unit }
          : { kind, least, most, unit: value.unit },
    })
  const number = (
    label: Text,
    shown: Item['caps']['day'],
    onValue: (next: Item['caps']['day']) => void,
    needed = true,
  ) => (
    <label className="scheme-small">
      <span>{t(label)}</span>
      <NumberCell
        value={shown}
        empty={t(schemeLabels.notSet)}
        label={t(label)}
        needed={needed}
        onValue={onValue}
      />
    </label>
  )
  return (
    <fieldset className="scheme-part">
      <legend className="b">{t(itemLabels.value)}</legend>
      <Segmented label={t(itemLabels.value)} value={value.kind} choices={kinds} onValue={turn} />
      <div className="scheme-numbers">
        {value.kind === 'fixed' ? (
          number(itemLabels.points, value.points, (next) =>
            set({ value: { ...value, points: next ?? noPoints } }),
          )
        ) : (
          <>
            {number(itemLabels.least, value.least, (next) =>
              set({ value: { ...value, least: next ?? noPoints } }),
            )}
            {number(itemLabels.most, value.most, (next) =>
              set({ value: { ...value, most: next ?? noPoints } }),
            )}
          </>
        )}
        {number(itemLabels.dayCap, caps.day, (day) => set({ caps: { ...caps, day } }), false)}
        {number(schemeLabels.monthCap, caps.month, (month) => set({ caps: { ...caps, month } }), false)}
        {number(schemeLabels.yearCap, caps.year, (year) => set({ caps: { ...caps, year } }), false)}
      </div>
      <SelectField
        label={t(itemLabels.unit)}
        value={value.unit}
        onValue={(unit) => set({ value: { ...value, unit } })}
        choices={valueUnits.map((one) => ({ value: one, label: t(unitTexts[one]) }))}
      />
    </fieldset>
  )
}

function toggled<Word extends string>(
  all: readonly Word[],
  chosen: readonly Word[],
  word: Word,
): readonly Word[] {
  return all.filter((one) => (one === word ? !chosen.includes(one) : chosen.includes(one)))
}

function Boxes<Word extends string>({
  legend,
  all,
  chosen,
  texts,
  onChosen,
}: {
  legend: string
  all: readonly Word[]
  chosen: readonly Word[]
  texts: Readonly<Record<Word, Text>>
  onChosen: (chosen: readonly Word[]) => void
}) {
  const t = useText()
  return (
    <fieldset className="scheme-boxes">
      <legend className="s t2">{legend}</legend>
      {all.map((word) => (
        <CheckBox
          key={word}
          checked={chosen.includes(word)}
          onChecked={() => onChosen(toggled(all, chosen, word))}
        >
          {t(texts[word])}
        </CheckBox>
      ))}
    </fieldset>
  )
}

function ItemProof({ item, set }: Part) {
  const t = useText()
  const { evidence } = item
  const given = { all: evidenceKinds, texts: evidenceTexts }
  return (
    <>
      <Boxes
        {...given}
        legend={t(itemLabels.offered)}
        chosen={evidence.offered}
        onChosen={(offered) =>
          set({ evidence: { offered, needed: evidence.needed.filter((kind) => offered.includes(kind)) } })
        }
      />
      {evidence.offered.length > 0 && (
        <Boxes
          {...given}
          all={evidence.offered}
          legend={t(itemLabels.needed)}
          chosen={evidence.needed}
          onChosen={(needed) => set({ evidence: { ...evidence, needed } })}
        />
      )}
    </>
  )
}

function ItemWay({ item, set }: Part) {
  const t = useText()
  return (
    <>
      <SelectField
        label={t(itemLabels.automatic)}
        value={item.automatic ?? ''}
        none={t(itemLabels.notAutomatic)}
        onValue={(automatic) => {
          const source = automaticSources.find((one) => one === automatic) ?? null
          set(source === null ? { automatic: null } : { automatic: source, claim: [] })
        }}
        choices={automaticSources.map((one) => ({ value: one, label: t(automaticTexts[one]) }))}
      />
      {item.automatic === null && (
        <Boxes
          legend={t(itemLabels.claim)}
          all={claimants}
          texts={claimantTexts}
          chosen={item.claim}
          onChosen={(claim) => set({ claim })}
        />
      )}
      <Boxes
        legend={t(itemLabels.award)}
        all={awarders}
        texts={awarderTexts}
        chosen={item.award}
        onChosen={(award) => set({ award })}
      />
      <SelectField
        label={t(itemLabels.approval)}
        value={item.approval}
        onValue={(approval) => set({ approval })}
        choices={approvalRoutes.map((one) => ({ value: one, label: t(approvalTexts[one]) }))}
      />
      <CheckBox checked={item.attendance} onChecked={(attendance) => set({ attendance })}>
        {t(itemLabels.attendance)}
      </CheckBox>
      <CheckBox checked={item.fromHome} onChecked={(fromHome) => set({ fromHome })}>
        {t(itemLabels.fromHome)}
      </CheckBox>
      <CheckBox checked={item.announced} onChecked={(announced) => set({ announced })}>
        {t(itemLabels.announced)}
      </CheckBox>
      {item.category === 'bonus' && (
        <DocumentFields
          legend={t(itemLabels.outside)}
          document={item.outsideCaps}
          onDocument={(outsideCaps) => set({ outsideCaps })}
        />
      )}
    </>
  )
}

/** An item to begin with; its code is made of what is free. */
export function newItem(taken: readonly string[]): Item {
  let number = 1
  while (taken.includes(`item-${number}`)) number += 1
  return {
    code: `item-${number}`,
    category: 'serviceAndExample',
    name: { zh: '', en: '' },
    rule: { zh: '', en: '' },
    value: { kind: 'fixed', points: toPoints(50), unit: 'time' },
    caps: { day: null, month: null, year: null },
    evidence: { offered: ['photo', 'witness', 'paper'], needed: [] },
    claim: ['member', 'helper', 'secretary'],
    award: ['branch'],
    automatic: null,
    attendance: false,
    fromHome: true,
    announced: false,
    approval: 'branch',
    outsideCaps: null,
  }
}
