import { useState } from 'react'
import { lintText } from '@steward/domain/schemes/policy-linter.ts'
import { proposals, rhythms } from '@steward/domain/schemes/scheme.ts'
import { noPoints, type Points } from '@steward/domain/shared/points.ts'
import { SelectField, TextField } from '../shared/kit/fields.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { useText } from '../shared/texts.ts'
import { FindingWords } from './Checks.pc.tsx'
import { DocumentFields } from './DocumentFields.pc.tsx'
import type { Content } from './hooks.ts'
import { useLanguageWords } from './hooks-words.ts'
import { partTexts, placeTexts } from './labels-draft.ts'
import { draftLabels, settingTexts } from './labels-draft.ts'
import { proposalTexts, rhythmTexts, schemeLabels } from './labels.ts'
import { withChinese, withEnglish } from './ItemDrawer.pc.tsx'
import { NumberCell } from './NumberCell.pc.tsx'

type Part = { readonly content: Content; readonly change: (next: Content) => void }

const wholeSettings = [
  'appraisalPercent',
  'attendancePercent',
  'lateEntryDays',
  'decideDays',
  'answerWorkingDays',
  'noticeWorkingDays',
] as const

/** What is no item: title, base, shares, clocks, lines of proposals, vetoes. */
export function SettingsDrawer({ content, change, onClose }: Part & { readonly onClose: () => void }) {
  const t = useText()
  const findings = lintText('title', content.title.zh)
  return (
    <Drawer wide title={t(schemeLabels.settings)} onClose={onClose}>
      <div className="form">
        <TextField
          label={t(settingTexts['zh'] ?? draftLabels.label)}
          value={content.title.zh}
          maxLength={60}
          error={
            findings.length === 0
              ? undefined
              : findings.map((finding) => (
                  <FindingWords key={finding.ruleId} finding={finding} where={content.title.zh} />
                ))
          }
          onValue={(zh) => change({ ...content, title: withChinese(content.title, zh) })}
        />
        <TextField
          label={t(settingTexts['en'] ?? draftLabels.label)}
          optional
          value={content.title.en === content.title.zh ? '' : content.title.en}
          maxLength={120}
          onValue={(en) => change({ ...content, title: withEnglish(content.title, en) })}
        />
        <Base content={content} change={change} />
        <div className="form-pair">
          {wholeSettings.map((name) => (
            <Whole
              key={name}
              label={t(settingTexts[name] ?? draftLabels.label)}
              value={content[name]}
              onValue={(value) => change({ ...content, [name]: value })}
            />
          ))}
        </div>
        <SelectField
          label={t(settingTexts['rhythm'] ?? draftLabels.label)}
          value={content.rhythm}
          onValue={(rhythm) => change({ ...content, rhythm })}
          choices={rhythms.map((one) => ({ value: one, label: t(rhythmTexts[one]) }))}
        />
        <DocumentFields
          legend={t(settingTexts['openBonus'] ?? draftLabels.label)}
          document={content.openBonus}
          onDocument={(openBonus) => change({ ...content, openBonus })}
        />
        <Lines content={content} change={change} />
        <Vetoes content={content} change={change} />
      </div>
    </Drawer>
  )
}

function Base({ content, change }: Part) {
  const t = useText()
  const { carryOver } = content
  const set = (part: Partial<Content['carryOver']>) =>
    change({ ...content, carryOver: { ...carryOver, ...part } })
  const number = (
    name: string,
    value: Points | null,
    onValue: (value: Points | null) => void,
    needed = true,
  ) => {
    const label = t(settingTexts[name] ?? draftLabels.label)
    return (
      <label className="scheme-small">
        <span>{label}</span>
        <NumberCell
          value={value}
          empty={t(schemeLabels.open)}
          label={label}
          needed={needed}
          onValue={onValue}
        />
      </label>
    )
  }
  return (
    <>
      <Whole
        label={t(settingTexts['carryOver.percent'] ?? draftLabels.label)}
        value={carryOver.percent}
        onValue={(percent) => set({ percent })}
      />
      <div className="scheme-numbers">
        {number('carryOver.resultCap', carryOver.resultCap, (value) => set({ resultCap: value ?? noPoints }))}
        {number('carryOver.baseCap', carryOver.baseCap, (value) => set({ baseCap: value ?? noPoints }))}
        {number('carryOver.flat', carryOver.flat, (value) => set({ flat: value ?? noPoints }))}
        {number('totalCap', content.totalCap, (totalCap) => change({ ...content, totalCap }), false)}
      </div>
    </>
  )
}

function Whole({
  label,
  value,
  onValue,
}: {
  label: string
  value: number
  onValue: (value: number) => void
}) {
  const [typed, setTyped] = useState<string>()
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={typed ?? String(value)}
      onBlur={() => setTyped(undefined)}
      onValue={(text) => {
        setTyped(text)
        if (/^\d{1,4}$/.test(text.trim())) onValue(Number(text))
      }}
    />
  )
}

function Lines({ content, change }: Part) {
  const t = useText()
  const lineOf = (proposal: (typeof proposals)[number]) =>
    content.proposalLines.find((line) => line.proposal === proposal)
  const set = (proposal: (typeof proposals)[number], from: Points | null) =>
    change({
      ...content,
      proposalLines: proposals.flatMap((each) => {
        const value = each === proposal ? from : (lineOf(each)?.from ?? null)
        return value === null ? [] : [{ from: value, proposal: each }]
      }),
    })
  return (
    <fieldset className="scheme-part">
      <legend className="b">{t(partTexts.line)}</legend>
      <div className="scheme-numbers">
        {proposals.map((proposal) => (
          <label key={proposal} className="scheme-small">
            <span>{t(proposalTexts[proposal])}</span>
            <NumberCell
              value={lineOf(proposal)?.from ?? null}
              empty={t(schemeLabels.notSet)}
              label={`${t(proposalTexts[proposal])} ${t(placeTexts['from'] ?? draftLabels.label)}`}
              onValue={(from) => set(proposal, from)}
            />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Vetoes({ content, change }: Part) {
  const words = useLanguageWords()
  return content.vetoes.map((veto) => (
    <DocumentFields
      key={veto.code}
      legend={words(veto.name)}
      document={veto.document}
      onDocument={(document) =>
        change({
          ...content,
          vetoes: content.vetoes.map((one) => (one.code === veto.code ? { ...one, document } : one)),
        })
      }
    />
  ))
}
