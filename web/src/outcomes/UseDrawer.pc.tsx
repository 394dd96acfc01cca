import { useState } from 'react'
import { limitOf } from '@steward/domain/outcomes/outcome-drafting.ts'
import { isAdverseKind } from '@steward/domain/outcomes/outcome-table.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { FactFields, factsOf, noFacts, SpanFields } from './FactFields.pc.tsx'
import { MakePlan } from './MakePlan.pc.tsx'
import type { UseDetail } from './hooks-use.ts'
import { useDay, useUseDetail, yearAfter } from './hooks-use.ts'
import { bodyTexts, gradeTexts, useTexts } from './labels.ts'
import { helpLabels } from './labels-limit.ts'
import { outcomeRefusals } from './labels-refusal.ts'
import { useLabels } from './labels-use.ts'
import { StateTag } from './ListPage.pc.tsx'
import { Readers } from './Readers.pc.tsx'
import { Confirm, Decline } from './UseDialogs.pc.tsx'

/** One use: what it rests on, who decided, and the next step. */
export function UseDrawer({ useId, onClose }: { readonly useId: string; readonly onClose: () => void }) {
  const t = useText()
  const found = useUseDetail(useId)
  return (
    <Drawer wide title={found.data?.memberName ?? ''} onClose={onClose}>
      <Fetched from={found} what={t(useLabels.what)} columns="1fr">
        {(use) => <One use={use} onClose={onClose} />}
      </Fetched>
    </Drawer>
  )
}

type OneProps = { readonly use: UseDetail; readonly onClose: () => void }

function One({ use, onClose }: OneProps) {
  const t = useText()
  const day = useDay()
  const [asked, setAsked] = useState<'confirm' | 'decline' | 'plan'>()
  const close = () => setAsked(undefined)
  return (
    <>
      <p className="row">
        <span className="b">{t(useTexts[use.use])}</span>
        <StateTag row={use} />
      </p>
      <p className="s t2">
        {use.orgName} · {use.year} · {t(gradeTexts[use.grade])}
      </p>
      <dl className="use-facts">
        <dt>{t(useLabels.by)}</dt>
        <dd>{t(useLabels.draftedLine, { day: day(use.draftedOn), body: t(bodyTexts[use.body]) })}</dd>
        {use.document !== null && (
          <>
            <dt>{t(useLabels.basis)}</dt>
            <dd>{use.document}</dd>
          </>
        )}
        {use.served !== null && (
          <>
            <dt>{t(useLabels.served)}</dt>
            <dd>{t(useLabels.servedText, { ...use.served, day: day(use.served.on) })}</dd>
          </>
        )}
        {use.reason !== null && (
          <>
            <dt>{t(useLabels.reason)}</dt>
            <dd>{use.reason}</dd>
          </>
        )}
        {use.limit !== null && (
          <>
            <dt>{t(useLabels.until)}</dt>
            <dd>
              {t(useLabels.span, { from: day(use.limit.from), until: day(use.limit.until) })}
              {use.limit.liftedOn !== null && (
                <span className="block s t2">
                  {t(useLabels.lifted, { day: day(use.limit.liftedOn), reason: use.limit.liftedFor ?? '' })}
                </span>
              )}
            </dd>
          </>
        )}
        {use.decidedBy !== null && use.decidedOn !== null && (
          <dd className="c t3">{t(useLabels.decidedLine, { by: use.decidedBy, day: day(use.decidedOn) })}</dd>
        )}
      </dl>
      {isAdverseKind(use.kind) && (
        <p className="c t3 use-note">{t(useLabels.appealTo, { org: use.appealTo })}</p>
      )}
      {isAdverseKind(use.kind) && !use.told && <Tag tone="ochre">{t(useLabels.notTold)}</Tag>}
      <div className="acts use-note">
        {use.may.includes('confirm') && (
          <Button act onClick={() => setAsked('confirm')}>
            {t(useLabels.doConfirm)}
          </Button>
        )}
        {use.may.includes('plan') && (
          <Button act={asked !== 'plan'} onClick={() => setAsked('plan')}>
            {t(helpLabels.make)}
          </Button>
        )}
        {use.helpPlanId !== null && (
          <ButtonLink href={`/outcomes/help?open=${use.helpPlanId}`}>{t(useLabels.seePlan)}</ButtonLink>
        )}
        {use.may.includes('decline') && (
          <Button onClick={() => setAsked('decline')}>{t(useLabels.decline)}</Button>
        )}
      </div>
      {asked === 'confirm' && <Confirm rows={[use]} onClose={close} onDone={close} />}
      {asked === 'decline' && <Decline rows={[use]} onClose={close} onDone={close} />}
      {asked === 'plan' && (
        <MakePlan memberId={use.memberId} year={use.year} onDone={close} onClose={close} />
      )}
      {use.may.includes('enter') && <Enter use={use} onClose={onClose} />}
      {isAdverseKind(use.kind) && use.state === 'confirmed' && <Readers file={{ kind: 'use', id: use.id }} />}
    </>
  )
}

/** The decision as it was made and served; nothing here decides. */
function Enter({ use, onClose }: OneProps) {
  const t = useText()
  const say = useUndo()
  const limited = limitOf(use.use) !== undefined
  const [facts, setFacts] = useState(noFacts)
  const [span, setSpan] = useState({ from: '', until: '' })
  const [tried, setTried] = useState(false)
  const enter = useCommandOperation('outcome.enter', {
    onDone: () => {
      say({ text: t(useLabels.entered) })
      onClose()
    },
  })
  const from = span.from || facts.decidedOn
  const until = span.until || yearAfter(from)
  const send = () => {
    setTried(true)
    const whole = factsOf(facts)
    if (whole === undefined) return
    const days = limited ? { from, until } : {}
    enter.mutate({ useId: use.id, document: facts.document, facts: whole, ...days })
  }
  return (
    <section className="use-form form" aria-labelledby="enter-use">
      <h3 className="sec" id="enter-use">
        {t(useLabels.enter)}
      </h3>
      <p className="s t2">{t(useLabels.enterText)}</p>
      <FactFields facts={facts} tried={tried} onFacts={setFacts} />
      {limited && <SpanFields from={from} until={until} onSpan={setSpan} />}
      <div className="acts">
        <Button act busy={enter.isPending && t(useLabels.saving)} onClick={send}>
          {t(useLabels.doEnter)}
        </Button>
      </div>
      {enter.isError && <StateError error={enter.error} refusals={outcomeRefusals} />}
    </section>
  )
}
