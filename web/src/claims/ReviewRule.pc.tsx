import { useEffect, useRef } from 'react'
import { IconButton } from '../shared/kit/Button.tsx'
import { CapBar } from '../shared/kit/CapBar.tsx'
import { kitLabels } from '../shared/kit/kit-labels.ts'
import { useText } from '../shared/texts.ts'
import type { Claim } from './hooks.ts'
import { plain, useDay, useLimitWords, useTitleOf, useValueWords } from './hooks.ts'
import type { Decisions } from './hooks-review.ts'
import { claimLabels, claimStateTexts, levelTexts, limitTexts } from './labels.ts'
import { reviewLabels } from './labels-review.ts'
import type { Deciding } from './ReviewDecision.pc.tsx'
import { ReviewDecision } from './ReviewDecision.pc.tsx'

type RuleProps = {
  readonly claim: Claim | undefined
  /** Narrow windows: the column is a drawer. */
  readonly open: boolean
  readonly onClose: () => void
  readonly deciding: Deciding | undefined
  readonly onDeciding: (deciding: Deciding | undefined) => void
  readonly decisions: Decisions
}

/** How it counts, what of the caps is taken, what came before, and the decision. */
export function ReviewRule({ claim, open, onClose, deciding, onDeciding, decisions }: RuleProps) {
  const t = useText()
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    if (open && !frame.current?.contains(document.activeElement)) frame.current?.focus()
  }, [open])
  return (
    <aside
      ref={frame}
      tabIndex={-1}
      className={open ? 'review-rule open' : 'review-rule'}
      aria-label={t(reviewLabels.rulesAndDecision)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && deciding === undefined) onClose()
      }}
    >
      <div className="review-rule-close">
        <IconButton name="close" label={t(kitLabels.close)} onClick={onClose} />
      </div>
      {claim && (
        <>
          <div
            className="review-rule-body"
            role="group"
            tabIndex={0}
            aria-label={t(reviewLabels.howItCounts)}
          >
            <HowItCounts claim={claim} />
            <Caps claim={claim} />
            <Before claim={claim} />
          </div>
          <ReviewDecision claim={claim} deciding={deciding} onDeciding={onDeciding} decisions={decisions} />
        </>
      )}
    </aside>
  )
}

function HowItCounts({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const value = useValueWords()
  const { item, would } = claim
  return (
    <section>
      <h2>{t(reviewLabels.howItCounts)}</h2>
      <div className="between b">
        <span>{t(item.name)}</span>
        <span className="nw">
          {would ? t(claimLabels.points, { points: plain(would.raw) }) : value(item.value)}
        </span>
      </div>
      <p className="s t2">
        {t(reviewLabels.schemeRef, {
          scheme: t(claim.schemeTitle),
          label: claim.schemeLabel,
          rule: t(item.rule),
        })}
      </p>
      {item.approval !== 'branch' && (
        <p className="s ochre">{t(reviewLabels.route, { level: t(levelTexts[item.approval]) })}</p>
      )}
    </section>
  )
}

/** What each cap has taken and what the ledger would hold afterwards. */
function Caps({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const why = useLimitWords()
  const { caps, would, state } = claim
  const adds = state === 'submitted' ? (would?.credited ?? 0) : 0
  return (
    <section>
      <h2>{t(reviewLabels.caps)}</h2>
      {caps.length === 0 && <p className="s t2">{t(reviewLabels.noCaps)}</p>}
      {caps.map(({ by, cap, used }) => (
        <CapBar
          key={by}
          label={t(limitTexts[by].name)}
          used={used}
          adds={adds}
          cap={cap}
          words={t(reviewLabels.capWords, {
            name: t(limitTexts[by].name),
            used: plain(used),
            adds: plain(adds),
            cap: plain(cap),
          })}
        />
      ))}
      {state === 'submitted' && would && (
        <p className="c t2 cap-after">
          {would.limit !== null
            ? t(reviewLabels.cut, { why: why(would.limit), points: plain(would.credited) })
            : t(
                caps.some(({ cap, used }) => used + adds === cap)
                  ? reviewLabels.fitsExactly
                  : reviewLabels.fits,
              )}
        </p>
      )}
    </section>
  )
}

function Before({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const day = useDay()
  const titles = { pledge: reviewLabels.before, task: reviewLabels.beforeTask, item: reviewLabels.beforeItem }
  const title = useTitleOf()(claim)
  return (
    <section>
      <h2>{t(titles[claim.targetKind])}</h2>
      {claim.before.length === 0 && <p className="s t2">{t(reviewLabels.beforeNone)}</p>}
      <ul className="review-before">
        {claim.before.map((one) => (
          <li key={one.id}>
            <span className="t2 nw">{day(one.deedOn)}</span>
            <span className="ell">{one.said || title}</span>
            <span className="num">
              {one.credited === null ? <StateWord state={one.state} /> : plain(one.credited)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function StateWord({ state }: { readonly state: string }) {
  const t = useText()
  const known = Object.entries(claimStateTexts).find(([name]) => name === state)?.[1]
  return <span className="t2">{known ? t(known.text) : ''}</span>
}
