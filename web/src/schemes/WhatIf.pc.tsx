import { formatNumber } from '../shared/formats.ts'
import { Bar } from '../shared/kit/Bar.tsx'
import { Button } from '../shared/kit/Button.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { DraftEditor } from './hooks-draft.ts'
import {
  type DraftShown,
  points,
  signed,
  useDayWords,
  useInstantWords,
  useReadable,
  useWhatIf,
  type WhatIf,
  type WhatIfResult,
} from './hooks.ts'
import { kindTexts, proposalTexts } from './labels.ts'
import { schemeRefusals } from './labels-refusal.ts'
import { whatIfLabels } from './labels-what-if.ts'
import { Groups } from './WhatIfGroups.pc.tsx'

/** 如果照这样改: the draft over a year of the ledger, before anybody adopts it. */
export function WhatIfPanel({
  shown,
  editor,
  onNames,
}: {
  shown: DraftShown
  editor: DraftEditor
  onNames: () => void
}) {
  const t = useText()
  const { schemeId } = shown
  const found = useWhatIf(schemeId)
  const readable = useReadable()
  const start = useCommandOperation('scheme.what-if-start', {
    refreshes: ['scheme.what-if-show', 'scheme.what-if-members'],
  })
  const begin = () => start.mutate({ schemeId, revision: editor.revision })
  const whatIf = found.data?.whatIf ?? null
  const isUnderWay = whatIf?.state === 'waiting' || whatIf?.state === 'running'
  const isOutdated = whatIf !== null && (whatIf.outdated || !editor.isSaved)
  return (
    <section className="scheme-what-if" aria-label={t(whatIfLabels.title)}>
      <div className="between">
        <h2 className="scheme-h">{t(whatIfLabels.title)}</h2>
        {whatIf?.state === 'done' && <Basis whatIf={whatIf} />}
      </div>
      <Fetched from={found} what={t(whatIfLabels.title)} rows={6} columns="1fr 60px 200px">
        {() => (
          <>
            {whatIf === null && <p className="s t2">{t(whatIfLabels.none)}</p>}
            {isUnderWay && whatIf && <Progress whatIf={whatIf} />}
            {whatIf?.state === 'failed' && (
              <p className="s" role="alert">
                <b>{t(whatIfLabels.failed)}</b> <span className="t2">{t(whatIfLabels.failedNext)}</span>
              </p>
            )}
            {!isUnderWay && (whatIf === null || whatIf.state === 'failed' || isOutdated) && (
              <div className="acts scheme-try">
                <Button ink busy={start.isPending && t(whatIfLabels.starting)} onClick={begin}>
                  {t(whatIf === null ? whatIfLabels.start : whatIfLabels.again)}
                </Button>
                {isOutdated && whatIf?.state === 'done' && <Tag tone="ochre">{t(whatIfLabels.outdated)}</Tag>}
              </div>
            )}
            {start.error && <StateError error={readable(start.error)} refusals={schemeRefusals} />}
            {whatIf?.result && <Result whatIf={whatIf} result={whatIf.result} onNames={onNames} />}
          </>
        )}
      </Fetched>
    </section>
  )
}

function Basis({ whatIf }: { whatIf: WhatIf }) {
  const t = useText()
  const day = useDayWords()
  const instant = useInstantWords()
  const when = instant(whatIf.finishedAt ?? whatIf.startedAt)
  const isWhole = whatIf.untilOn.endsWith('-12-31')
  return (
    <span className="s t3">
      {t(isWhole ? whatIfLabels.basis : whatIfLabels.basisSoFar, {
        year: whatIf.year,
        day: day(whatIf.untilOn),
        when,
      })}
    </span>
  )
}

function Progress({ whatIf }: { whatIf: WhatIf }) {
  const t = useText()
  const { done, all } = whatIf.progress
  if (whatIf.state === 'waiting' || all === 0) return <p className="s t2">{t(whatIfLabels.waiting)}</p>
  const words = t(whatIfLabels.running, { done: formatNumber(done), all: formatNumber(all) })
  return (
    <div className="scheme-progress" aria-live="polite">
      <Bar done={done} all={all} words={words} />
    </div>
  )
}

function Result({ whatIf, result, onNames }: { whatIf: WhatIf; result: WhatIfResult; onNames: () => void }) {
  const t = useText()
  return (
    <>
      <Sentence result={result} />
      {result.affected > 0 && (
        <>
          <Groups result={result} />
          <Kinds result={result} />
          <div className="acts scheme-names">
            <Button small onClick={onNames}>
              {t(whatIfLabels.names)}
            </Button>
          </div>
        </>
      )}
      {result.droppedLines > 0 && (
        <p className="c t3">{t(whatIfLabels.dropped, { count: formatNumber(result.droppedLines) })}</p>
      )}
      {result.ledgerDiffers > 0 && (
        <p className="c t3">{t(whatIfLabels.differs, { count: formatNumber(result.ledgerDiffers) })}</p>
      )}
      <Crossings result={result} />
      <Home whatIf={whatIf} />
    </>
  )
}

function Sentence({ result }: { result: WhatIfResult }) {
  const t = useText()
  const members = formatNumber(result.members)
  if (result.affected === 0) return <p className="scheme-say">{t(whatIfLabels.nobody, { members })}</p>
  const count = (number: number) => formatNumber(number)
  return (
    <p className="scheme-say">
      {t(whatIfLabels.members, { members })}
      <b>{t(whatIfLabels.affected, { count: count(result.affected) })}</b>
      {t(whatIfLabels.wouldChange)}
      <b>{t(whatIfLabels.risen, { count: count(result.risen) })}</b>
      {t(whatIfLabels.comma)}
      <b>{t(whatIfLabels.fallen, { count: count(result.fallen) })}</b>
      {t(whatIfLabels.median, { change: signed(result.medianChange) })}
    </p>
  )
}

/** What is credited in all, kind by kind, before and after. */
function Kinds({ result }: { result: WhatIfResult }) {
  const t = useText()
  const changed = result.categories.filter(({ before, after }) => before !== after)
  if (changed.length === 0) return null
  return (
    <>
      <p className="c t3 scheme-kinds-head">{t(whatIfLabels.kinds)}</p>
      <dl className="scheme-kinds">
        {changed.map(({ category, before, after }) => (
          <div key={category}>
            <dt>{t(kindTexts[category])}</dt>
            <dd>
              {points(before)} → {points(after)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Crossings({ result }: { result: WhatIfResult }) {
  const t = useText()
  const word = (proposal: WhatIfResult['crossings'][number]['from']) =>
    t(proposal === null ? whatIfLabels.noProposal : proposalTexts[proposal])
  return (
    <>
      <h3 className="sec">{t(whatIfLabels.crossings)}</h3>
      {result.crossings.length === 0 ? (
        <p className="s t2">{t(whatIfLabels.crossingsNone)}</p>
      ) : (
        <div className="scheme-cross">
          {result.crossings.map(({ from, to, count }) => (
            <div key={`${from} ${to}`}>
              <b>{formatNumber(count)}</b>
              {word(from)} → {word(to)}
            </div>
          ))}
        </div>
      )}
      <p className="c t3">{t(whatIfLabels.crossingsNote)}</p>
    </>
  )
}

function Home({ whatIf }: { whatIf: WhatIf }) {
  const t = useText()
  const { before, after } = whatIf.home
  const words = (share: typeof before) => `${points(share.points)} / ${points(share.of)}`
  const [now, draft] = [t(whatIfLabels.before), t(whatIfLabels.homeDraft)]
  return (
    <>
      <h3 className="sec">{t(whatIfLabels.home)}</h3>
      <div className="scheme-home">
        <span className="t2">{now}</span>
        <Bar done={before.points} all={before.of} words={words(before)} label={now} />
        <span>{draft}</span>
        <Bar done={after.points} all={after.of} words={words(after)} label={draft} />
      </div>
      <p className="c t3">{t(whatIfLabels.homeNote)}</p>
    </>
  )
}
