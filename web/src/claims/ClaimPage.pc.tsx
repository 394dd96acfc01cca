import { useCallback, useState } from 'react'
import { Link, useParams } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { useClaim } from './hooks.ts'
import { useDecisions } from './hooks-review.ts'
import { reviewLabels } from './labels-review.ts'
import type { Deciding } from './ReviewDecision.pc.tsx'
import { ReviewEvidence } from './ReviewEvidence.pc.tsx'
import { ReviewRule } from './ReviewRule.pc.tsx'
import './Review.css'

/** One claim by its address: evidence, rule, decision; and telling the member who has no account. */
export function ClaimPage() {
  const t = useText()
  const may = useMay()
  const say = useUndo()
  const { claimId = '' } = useParams()
  const found = useClaim(claimId)
  const [large, setLarge] = useState(false)
  const [ruleOpen, setRuleOpen] = useState(false)
  const [deciding, setDeciding] = useState<Deciding>()
  const close = useCallback(() => setDeciding(undefined), [])
  const decisions = useDecisions(close, close)
  const claim = found.data
  const told = useCommandOperation('claim.seen', {
    onDone: () => say({ text: t(reviewLabels.toldSaved, { name: claim?.memberName ?? '' }) }),
  })
  const canTell = claim !== undefined && claim.state !== 'submitted' && may('claim.enter')
  return (
    <div className="columns review one-claim">
      <section className="review-evidence" aria-label={t(reviewLabels.title)}>
        <Link href="/claims" className="more">
          <Icon name="left" />
          {t(reviewLabels.title)}
        </Link>
        <ReviewEvidence found={found} large={large} onLarge={setLarge} onRule={() => setRuleOpen(true)} />
        {canTell && (
          <div className="acts one-claim-told">
            <Button busy={told.isPending && t(reviewLabels.told)} onClick={() => told.mutate({ claimId })}>
              {t(reviewLabels.told)}
            </Button>
            <span className="s t2">{t(reviewLabels.toldWhy)}</span>
          </div>
        )}
      </section>
      <ReviewRule
        claim={claim}
        open={ruleOpen}
        onClose={() => setRuleOpen(false)}
        deciding={deciding}
        onDeciding={setDeciding}
        decisions={decisions}
      />
    </div>
  )
}
