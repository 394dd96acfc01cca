import { Link, useLocation, useParams, useSearch } from 'wouter'
import { rhythms } from '@steward/domain/schemes/scheme.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { Checks } from './Checks.pc.tsx'
import {
  type Content,
  points,
  schemePath,
  type SchemeShown,
  useDecision,
  useMonthWords,
  useReadable,
  useScheme,
  type VersionHead,
} from './hooks.ts'
import { useLanguageWords } from './hooks-words.ts'
import { classTexts, fieldTexts, proposalTexts, rhythmTexts, schemeLabels } from './labels.ts'
import { partTexts, settingTexts } from './labels-draft.ts'
import { schemeRefusals } from './labels-refusal.ts'
import { SchemeTable } from './SchemeTable.pc.tsx'
import './Schemes.css'

/** /schemes/:schemeId: what a version says, the document that decided it, and the versions before. */
export function SchemePage() {
  const t = useText()
  const { schemeId } = useParams<{ schemeId: string }>()
  const versionId = new URLSearchParams(useSearch()).get('version')
  const scheme = useScheme(schemeId, versionId)
  return (
    <Fetched from={scheme} what={t(schemeLabels.what)} rows={10} columns="1fr 80px 80px 80px">
      {(shown) => <Scheme shown={shown} />}
    </Fetched>
  )
}

function Scheme({ shown }: { shown: SchemeShown }) {
  const t = useText()
  const words = useLanguageWords()
  const month = useMonthWords()
  const decision = useDecision()
  const { content, version } = shown
  const from = t(schemeLabels.effectiveFrom, { month: month(version.effectiveFrom) })
  const until =
    version.lastMonth === null ? '' : ` ${t(schemeLabels.until, { month: month(version.lastMonth) })}`
  return (
    <div className="schemes">
      <Link href="/schemes" className="more">
        <Icon name="left" />
        {t(schemeLabels.back)}
      </Link>
      <div className="between">
        <div>
          <h1 className="ph1">{words(content.title)}</h1>
          <p className="s t2">
            {t(fieldTexts[content.field])} · {t(classTexts[content.memberClass])} · {from}
            {until} · {decision(version.adopted)}
          </p>
        </div>
        <Acts shown={shown} />
      </div>
      <div className="scheme-read">
        <div>
          {content.items.length > 0 && <SchemeTable content={content} />}
          <Settings content={content} />
        </div>
        <aside>
          {content.scored && <Checks content={content} />}
          <Versions shown={shown} />
        </aside>
      </div>
    </div>
  )
}

function Acts({ shown }: { shown: SchemeShown }) {
  const t = useText()
  const [, navigate] = useLocation()
  const readable = useReadable()
  const path = schemePath(shown.schemeId, '/draft')
  const begin = useCommandOperation('scheme.draft', {
    refreshes: ['scheme.list', 'scheme.show'],
    onDone: () => navigate(path),
  })
  if (!shown.may.includes('scheme.change')) return null
  return (
    <div className="acts">
      {shown.draft !== null ? (
        <ButtonLink ink href={path}>
          {t(schemeLabels.openDraft)}
        </ButtonLink>
      ) : (
        <Button
          ink
          busy={begin.isPending && t(schemeLabels.beginning)}
          onClick={() => begin.mutate({ schemeId: shown.schemeId })}
        >
          {t(schemeLabels.beginDraft)}
        </Button>
      )}
      {begin.error && <StateError error={readable(begin.error)} refusals={schemeRefusals} />}
    </div>
  )
}

function Versions({ shown }: { shown: SchemeShown }) {
  const t = useText()
  const decision = useDecision()
  const { schemeId, versions, version } = shown
  const before = (index: number): VersionHead | undefined => versions[index + 1]
  return (
    <section>
      <h2 className="sec">{t(schemeLabels.versions)}</h2>
      <ol className="scheme-versions">
        {versions.map((one, index) => (
          <li key={one.id}>
            <Link
              href={schemePath(schemeId, `?version=${one.id}`)}
              className={one.id === version.id ? 'b' : 'link'}
              aria-current={one.id === version.id ? 'page' : undefined}
            >
              {one.label}
            </Link>
            <span className="block c t3">{decision(one.adopted)}</span>
            {before(index) && (
              <Link
                href={schemePath(schemeId, `/compare?before=${before(index)?.id}&after=${one.id}`)}
                className="link s"
              >
                {t(schemeLabels.compareWith, { label: before(index)?.label ?? '' })}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

const shownSettings = [
  'appraisalPercent',
  'attendancePercent',
  'lateEntryDays',
  'decideDays',
  'answerWorkingDays',
  'noticeWorkingDays',
] as const

function Settings({ content }: { content: Content }) {
  const t = useText()
  if (!content.scored) return null
  const rhythm = rhythms.find((one) => one === content.rhythm) ?? 'monthly'
  const rows: readonly (readonly [string, string])[] = [
    ...shownSettings.map(
      (name) => [t(settingTexts[name] ?? partTexts.setting), String(content[name])] as const,
    ),
    [t(settingTexts['rhythm'] ?? partTexts.setting), t(rhythmTexts[rhythm])],
    [
      t(settingTexts['totalCap'] ?? partTexts.setting),
      content.totalCap === null ? t(schemeLabels.open) : points(content.totalCap),
    ],
    ...content.proposalLines.map(
      ({ proposal, from }) => [`${t(partTexts.line)} · ${t(proposalTexts[proposal])}`, points(from)] as const,
    ),
  ]
  return (
    <>
      <h2 className="sec scheme-sec">{t(schemeLabels.settings)}</h2>
      <dl className="scheme-settings">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
