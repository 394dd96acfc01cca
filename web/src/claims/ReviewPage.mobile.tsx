import { useState } from 'react'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Sheet } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { Photo, RouteWord, StateTag, useAmount, WitnessWord } from './ClaimParts.shared.tsx'
import type { Claim } from './hooks.ts'
import { plain, useClaim, useDay, useLimitWords, useTitleOf, useValueWords } from './hooks.ts'
import type { Decisions, Queue } from './hooks-review.ts'
import { useCurrent, useDecisions, useQueue, wouldCredit } from './hooks-review.ts'
import { claimLabels, levelTexts, limitTexts } from './labels.ts'
import { reviewRefusals } from './labels-refusal.ts'
import { helpLabels } from './labels-report.ts'
import { reviewLabels } from './labels-review.ts'
import { ReviewSheet } from './ReviewSheet.mobile.tsx'
import './Claims.css'
import './ReviewMobile.css'

/** 审核 on the phone: one deed at a time, decided with one thumb. */
export function ReviewPage() {
  const t = useText()
  const queue = useQueue({ show: 'mine' })
  return (
    <Fetched
      from={queue}
      what={t(claimLabels.what)}
      columns="1fr"
      isEmpty={(data) => data.rows.length === 0}
      empty={<Done />}
    >
      {(data) => <One data={data} />}
    </Fetched>
  )
}

function Done() {
  const t = useText()
  const may = useMay()
  return (
    <section className="card pad">
      <StateEmpty fact={t(reviewLabels.phoneDone)} fill={t(reviewLabels.phoneDoneNext)}>
        {may('claim.enter') && <ButtonLink href="/help">{t(helpLabels.title)}</ButtonLink>}
      </StateEmpty>
    </section>
  )
}

function One({ data }: { readonly data: Queue }) {
  const t = useText()
  const { rows } = data
  const { current, choose, move, leave } = useCurrent(rows, undefined)
  const decisions = useDecisions(leave, choose)
  const found = useClaim(current?.id)
  const place = rows.findIndex(({ id }) => id === current?.id) + 1
  const skip = () => {
    if (!move(1)) choose(rows[0]?.id)
    scrollTo(0, 0)
  }
  return (
    <>
      <div className="between review-place">
        <span className="s t2">{t(reviewLabels.phoneTitle, { n: place, all: rows.length })}</span>
        {rows.length > 1 && (
          <button type="button" className="link" onClick={skip}>
            {t(place === rows.length ? reviewLabels.backToFirst : reviewLabels.skip)}
          </button>
        )}
      </div>
      <Fetched from={found} what={t(claimLabels.what)} columns="1fr">
        {(claim) => <Review key={claim.id} claim={claim} decisions={decisions} />}
      </Fetched>
    </>
  )
}

function Review({ claim, decisions }: { readonly claim: Claim; readonly decisions: Decisions }) {
  const title = useTitleOf()(claim)
  const amount = useAmount()(claim)
  return (
    <>
      <div className="between deed-title">
        <h2 className="ph1">{claim.memberName}</h2>
        <Waiting claim={claim} />
      </div>
      <Photos claim={claim} />
      <p className="review-what">
        {title}，{amount}。{claim.said !== '' && <>“{claim.said}”</>}
      </p>
      <Facts claim={claim} />
      <Decide claim={claim} decisions={decisions} />
    </>
  )
}

function Waiting({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const { waitingDays: days, daysLeft, nextOrgName, state } = claim
  if (state !== 'submitted') return <StateTag state={state} />
  if (days === 0) return <span className="s t3">{t(claimLabels.todayWord)}</span>
  const most = days + Math.max(0, daysLeft ?? 0)
  return (
    <span className={(daysLeft ?? 9) <= 3 ? 's ochre' : 's t2'}>
      {nextOrgName === null
        ? t(claimLabels.waited, { days })
        : t(claimLabels.goesUp, { days, most, next: nextOrgName })}
    </span>
  )
}

function Photos({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const files = claim.evidence.flatMap(({ fileId, kind }) =>
    fileId !== null && kind === 'photo' ? [fileId] : [],
  )
  if (files.length === 0) return null
  return (
    <div
      className="review-swipe"
      tabIndex={files.length > 1 ? 0 : undefined}
      role="group"
      aria-label={t(claimLabels.what)}
    >
      {files.map((fileId, place) => (
        <span key={fileId}>
          <Photo fileId={fileId} alt={t(claimLabels.photoAlt, { name: claim.memberName, n: place + 1 })} />
          <span className="photo-count c" aria-hidden="true">
            {place + 1} / {files.length}
          </span>
        </span>
      ))}
    </div>
  )
}

function Facts({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const day = useDay()
  const value = useValueWords()
  const [past, setPast] = useState(false)
  const credited = claim.before.filter((one) => one.credited !== null).length
  const returned = claim.before.filter((one) => one.state === 'returned').length
  return (
    <dl className="card facts">
      <div>
        <dt>{t(reviewLabels.howItCounts)}</dt>
        <dd>
          {t(claim.item.name)}，{value(claim.item.value)}
          <span className="block c t3">
            {t(claim.schemeTitle)} {claim.schemeLabel}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t(reviewLabels.caps)}</dt>
        <dd>
          <CapWords claim={claim} />
        </dd>
      </div>
      <div>
        <dt>{t(claimLabels.deedOn)}</dt>
        <dd>
          {day(claim.deedOn)}
          {claim.late && claim.lateReason !== null && <span className="block s t2">{claim.lateReason}</span>}
        </dd>
      </div>
      {claim.witnesses.map((witness) => (
        <div key={witness.id}>
          <dt>{t(claimLabels.witness)}</dt>
          <dd>
            {witness.name} <WitnessWord witness={witness} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{t(claimLabels.history)}</dt>
        <dd className="s t2">
          <RouteWord claim={claim} />
        </dd>
      </div>
      {claim.before.length > 0 && (
        <div>
          <dt>{t(reviewLabels.beforeItem)}</dt>
          <dd>
            <button type="button" className="between past" onClick={() => setPast(true)}>
              {t(reviewLabels.pastCount, { credited, returned })}
              <Icon name="right" />
            </button>
          </dd>
        </div>
      )}
      <Past claim={claim} open={past} onClose={() => setPast(false)} />
    </dl>
  )
}

/** The two caps with the least room. */
function tightest(caps: Claim['caps']): Claim['caps'] {
  return caps.toSorted((a, b) => a.cap - a.used - (b.cap - b.used)).slice(0, 2)
}

/** 本月 1.5 + 1.0，最多 2.5. */
function CapWords({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const why = useLimitWords()
  const { would, caps } = claim
  if (caps.length === 0) return <>{t(reviewLabels.noCaps)}</>
  if (would?.limit)
    return <>{t(reviewLabels.cut, { why: why(would.limit), points: plain(would.credited) })}</>
  return (
    <>
      {tightest(caps).map(({ by, cap, used }) => (
        <span key={by} className="block">
          {t(limitTexts[by].name)} {plain(used)}
          {would && ` + ${plain(would.credited)}`} / {plain(cap)}
        </span>
      ))}
    </>
  )
}

function Past({ claim, open, onClose }: { claim: Claim; open: boolean; onClose: () => void }) {
  const t = useText()
  const day = useDay()
  return (
    <Sheet open={open} onClose={onClose} title={t(reviewLabels.beforeItem)}>
      <ul className="rows">
        {claim.before.map((one) => (
          <li key={one.id} className="entry">
            <span className="t2 nw">{day(one.deedOn)}</span>
            <span className="grow">{one.said}</span>
            <span>{one.credited === null ? '' : plain(one.credited)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function Decide({ claim, decisions }: { readonly claim: Claim; readonly decisions: Decisions }) {
  const t = useText()
  const [deciding, setDeciding] = useState<'adjust' | 'return' | 'refuse'>()
  const { approve } = decisions
  if (claim.barred !== null || !claim.may.review) {
    return (
      <div className="foot">
        <p className="s t2">{claim.barred !== null && t(reviewRefusals[claim.barred])}</p>
      </div>
    )
  }
  const would = claim.would ?? wouldCredit(claim, claim.quantity, claim.chosen)
  const words = would
    ? claim.countsNow
      ? t(reviewLabels.approveShort, { points: plain(would.credited) })
      : t(reviewLabels.approveUp, {
          level: t(levelTexts[claim.level === 'branch' ? 'baseCommittee' : 'county']),
        })
    : t(reviewLabels.approveChoose)
  const run = () => {
    if (!would) return setDeciding('adjust')
    decisions.about(claim)
    approve.mutate({ claimId: claim.id, revision: claim.revision, chosen: null })
  }
  return (
    <div className="foot">
      {approve.isError && <StateError error={approve.error} refusals={reviewRefusals} />}
      <div className="review-thumb">
        <Button onClick={() => setDeciding('return')}>{t(reviewLabels.returnShort)}</Button>
        <Button onClick={() => setDeciding('adjust')}>{t(reviewLabels.adjustShort)}</Button>
        <Button act busy={approve.isPending && words} onClick={run}>
          {words}
        </Button>
      </div>
      <p className="c t3">{t(reviewLabels.phoneNote)}</p>
      {deciding && (
        <ReviewSheet
          claim={claim}
          how={deciding}
          onHow={setDeciding}
          decisions={decisions}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </div>
  )
}
