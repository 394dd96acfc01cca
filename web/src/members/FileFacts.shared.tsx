import type { ReactNode } from 'react'
import { formatDay, formatStanding } from '../shared/formats.ts'
import { Tag } from '../shared/kit/Tag.tsx'
import type { Text } from '../shared/texts.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import type { MemberFile, Unmasked } from './hooks.ts'
import {
  categoryTexts,
  educationTexts,
  fieldTexts,
  kindTexts,
  sexTexts,
  stateTexts,
  tagTexts,
} from './labels.ts'
import { fileTexts, ruleTexts } from './labels-file.ts'

/** 正式党员，党龄 11 年，第二党小组. */
export function useStandingLine(): (file: MemberFile) => string {
  const t = useText()
  const [language] = useLanguage()
  return ({ facts, clocks }) => {
    const standing = clocks.find((clock) => clock.clock === 'standing')
    const years = standing?.years ?? null
    const counted = years === null ? null : { years, months: standing?.months ?? 0 }
    const parts = [
      t(kindTexts[facts.kind]),
      ...(counted === null
        ? []
        : [`${t(fieldTexts['standing'] ?? fileTexts.title)} ${formatStanding(counted, language)}`]),
      facts.groupName ?? facts.orgName,
    ]
    return parts.join(language === 'zh' ? '，' : ', ')
  }
}

/** The facts of a file, numbers masked unless a purpose was stated. */
export function FileFacts({ file, numbers }: { file: MemberFile; numbers: Unmasked | undefined }) {
  const t = useText()
  const [language] = useLanguage()
  const { facts, tags } = file
  const day = (value: string | null) => (value === null ? null : formatDay(value, language))
  const word = <Word extends string>(texts: Readonly<Record<Word, Text>>, value: Word | null) =>
    value === null ? null : t(texts[value])
  const address = facts.hasAddress ? t(fileTexts.hasAddress) : null
  return (
    <dl className="file-facts">
      <Fact field="sex">{word(sexTexts, facts.sex)}</Fact>
      <Fact field="bornOn">
        {day(facts.bornOn)}
        <span className="t3"> {t(fileTexts.age, { age: facts.age })}</span>
      </Fact>
      <Fact field="identityNumber">{numbers?.identityNumber ?? facts.identityMask}</Fact>
      <Fact field="phone">{numbers?.phone ?? facts.phoneMask}</Fact>
      <Fact field="ethnicGroup">{facts.ethnicGroup}</Fact>
      <Fact field="education">{word(educationTexts, facts.education)}</Fact>
      <Fact field="category">{t(categoryTexts[facts.category])}</Fact>
      <Fact field="branch">{facts.orgName}</Fact>
      {facts.groupName !== null && <Fact field="group">{facts.groupName}</Fact>}
      <Fact field="post">{facts.post}</Fact>
      <Fact field="workplace">{facts.workplace}</Fact>
      <Fact field="address">{numbers?.address ?? address}</Fact>
      <Fact field="state">
        {t(stateTexts[facts.state])}
        {facts.state !== 'active' && (
          <span className="t3"> {t(fileTexts.since, { day: day(facts.stateFromOn) ?? '' })}</span>
        )}
      </Fact>
      {tags.length > 0 && (
        <Fact field="tags">
          <span className="acts">
            {tags.map(({ tag }) => (
              <Tag key={tag}>{t(tagTexts[tag])}</Tag>
            ))}
          </span>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ field, children }: { field: string; children: ReactNode }) {
  const t = useText()
  const text = fieldTexts[field]
  return (
    <div>
      <dt>{text && t(text)}</dt>
      <dd>{children || <span className="t3">{t(fileTexts.noValue)}</span>}</dd>
    </div>
  )
}

const CLOCK_TEXTS = {
  membership: fileTexts.membershipSince,
  probation: fileTexts.probationEnds,
  standing: fileTexts.standingSince,
} as const
const CLOCK_FIELDS = {
  membership: 'admittedOn',
  probation: 'probationEndsOn',
  standing: 'convertedOn',
} as const

/** Three clocks that start on different days, each with the rule it runs by. */
export function Clocks({ file }: { file: MemberFile }) {
  const t = useText()
  const [language] = useLanguage()
  const { extensionMonths: months } = file.facts
  return (
    <ol className="clocks">
      {file.clocks.map((clock) => {
        const extended = clock.clock === 'probation' && months > 0
        const rule = ruleTexts[clock.rule]
        return (
          <li key={clock.clock}>
            <span className="s t3">{t(fieldTexts[CLOCK_FIELDS[clock.clock]] ?? fileTexts.title)}</span>
            <span className={clock.on === null ? 't3' : 'b'}>
              {clock.on === null ? t(fileTexts.notYet) : formatDay(clock.on, language)}
            </span>
            <span className="s t2">
              {t(extended ? fileTexts.probationExtended : CLOCK_TEXTS[clock.clock], { months })}
            </span>
            <span className="c t3">
              {clock.rule} {rule && t(rule)}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
