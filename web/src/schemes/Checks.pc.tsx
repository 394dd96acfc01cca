import { policyRules } from '@steward/domain/schemes/policy-rules.ts'
import { lintScheme, type PolicyFinding } from '@steward/domain/schemes/policy-linter.ts'
import {
  attendanceShare,
  checkScheme,
  mostAttendancePercent,
  mostClaimable,
  mostOfYear,
} from '@steward/domain/schemes/scheme-checks.ts'
import { claimableItems } from '@steward/domain/schemes/scheme.ts'
import type { ReactNode } from 'react'
import { Icon } from '../shared/kit/Icon.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { type Content, points } from './hooks.ts'
import { useFaultWords, usePlaceWords } from './hooks-words.ts'
import { draftLabels } from './labels-draft.ts'

const CHECKS_ID = 'scheme-checks'

/** Brings the first trouble into view. */
export function goToChecks(): void {
  const list = document.getElementById(CHECKS_ID)
  const trouble = list?.querySelector('.trouble') ?? list
  trouble?.scrollIntoView({ block: 'center' })
}

/** What can be said of a scheme by looking at it; each trouble with a place to mend it. */
export function Checks({ content, onMend }: { content: Content; onMend?: (where: string) => void }) {
  const t = useText()
  const faults = checkScheme(content)
  const findings = lintScheme(content)
  const faultWords = useFaultWords(content)
  const most = mostOfYear(content)
  const share = attendanceShare(content)
  const claimable = claimableItems(content).length
  const hasFault = (code: string) => faults.some((fault) => fault.code === code)
  const isClean = findings.length === 0
  return (
    <ul className="scheme-checks" id={CHECKS_ID} aria-label={t(draftLabels.checks)}>
      {!hasFault('scheme-caps-above-total') && !hasFault('scheme-attendance-share') && (
        <Good
          note={t(draftLabels.attendanceLimit, {
            percent: Math.min(content.attendancePercent, mostAttendancePercent),
          })}
        >
          {most === null
            ? t(draftLabels.totalOpen, { percent: share.percent })
            : t(draftLabels.totalFits, { most: points(most), percent: share.percent })}
        </Good>
      )}
      {!hasFault('scheme-too-many-claimable') && (
        <Good note={t(draftLabels.claimableLimit, { count: mostClaimable })}>
          {t(isClean ? draftLabels.claimable : draftLabels.claimableOnly, { count: claimable })}
        </Good>
      )}
      {isClean && (
        <Good note={t(draftLabels.cleanRules, { count: policyRules.length + 1 })}>
          {t(draftLabels.clean)}
        </Good>
      )}
      {faults.map((fault) => (
        <Trouble
          key={`${fault.code} ${fault.where}`}
          grave={fault.weight === 'error'}
          mend={onMend && (() => onMend(fault.where))}
        >
          {faultWords(fault)}
        </Trouble>
      ))}
      {findings.map((finding) => (
        <FindingRow
          key={`${finding.ruleId} ${finding.where}`}
          finding={finding}
          content={content}
          onMend={onMend}
        />
      ))}
    </ul>
  )
}

function Good({ children, note }: { children: string; note: string }) {
  return (
    <li>
      <span className="pine">
        <Icon name="check" />
      </span>
      <span>{children}</span>
      <span className="c t3">{note}</span>
    </li>
  )
}

function Trouble({
  grave,
  mend,
  words,
  children,
}: {
  grave: boolean
  mend: (() => void) | undefined
  words?: string
  children: ReactNode
}) {
  const t = useText()
  return (
    <li className="trouble">
      <span className={grave ? 'seal' : 'ochre'}>
        <Icon name="warning" />
      </span>
      <span>{children}</span>
      {mend ? (
        <button type="button" className="link" onClick={mend}>
          {words ?? t(draftLabels.mend)}
        </button>
      ) : (
        <span />
      )}
    </li>
  )
}

function FindingRow({
  finding,
  content,
  onMend,
}: {
  finding: PolicyFinding
  content: Content
  onMend: ((where: string) => void) | undefined
}) {
  const t = useText()
  const place = usePlaceWords(content)
  return (
    <Trouble
      grave={finding.weight === 'refused'}
      mend={onMend && (() => onMend(finding.where))}
      words={t(finding.weight === 'unfinished' ? draftLabels.addSentence : draftLabels.mend)}
    >
      <FindingWords finding={finding} where={place(finding.where)} />
    </Trouble>
  )
}

/** What was found, under which article, and what to write instead. */
export function FindingWords({ finding, where }: { finding: PolicyFinding; where: string }) {
  const t = useText()
  const [language] = useLanguage()
  const { words, article, instead, ruleId } = finding
  const fact =
    ruleId === 'attendance-share'
      ? draftLabels.foundShare
      : words.length === 0
        ? draftLabels.foundShape
        : draftLabels.found
  return (
    <>
      {t(fact, { where, words })}
      <span className="block t2">{t(draftLabels.instead, { text: instead[language] })}</span>
      <span className="block c t3">{t(draftLabels.article, { text: article[language] })}</span>
    </>
  )
}
