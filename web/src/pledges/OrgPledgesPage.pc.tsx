import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import type { OutputOf } from '../shared/call.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { usePledge, usePledgeWords } from './hooks.ts'
import { useAddressYear, useOwnOrgId } from './hooks-page.ts'
import { pledgeLabels } from './labels.ts'
import { branchLabels } from './labels-branch.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import { PledgeTable } from './PledgeTable.pc.tsx'
import { PledgeTabs } from './Tabs.pc.tsx'
import { WriteDesk } from './WriteDesk.pc.tsx'
import './Pledges.css'

type Plan = OutputOf<'plan-item.list'>

/** /pledges/organisation: the yearly plan and the organisation's own pledges (S-182, S-190). */
export function OrgPledgesPage() {
  const { t } = usePledgeWords()
  const orgId = useOwnOrgId()
  const year = useAddressYear()
  const plan = useQueryOperation('plan-item.list', { orgId, year })
  return (
    <div className="pledges">
      <PledgeTabs />
      <Fetched from={plan} what={t(branchLabels.tabOrg)} columns="1fr 120px">
        {(data) => (
          <>
            <OrgPledges plan={data} />
            <PlanItems plan={data} year={year} />
          </>
        )}
      </Fetched>
    </div>
  )
}

function OrgPledges({ plan }: { readonly plan: Plan }) {
  const { t } = usePledgeWords()
  const writes = plan.may.includes('pledge.write-org')
  return (
    <section>
      <div className="between">
        <h1 className="ph1">{t(branchLabels.orgTitle, { org: plan.org.name })}</h1>
        {writes && (
          <ButtonLink href="/pledges/organisation/new" icon="edit">
            {t(branchLabels.orgWrite)}
          </ButtonLink>
        )}
      </div>
      {plan.advice.advice === 'few' && plan.pledges.length > 0 && (
        <p className="s t2 pledge-head">
          {t(branchLabels.orgAdvice, { least: plan.advice.least, n: plan.pledges.length })}
        </p>
      )}
      {plan.pledges.length === 0 ? (
        <StateEmpty fact={t(branchLabels.orgEmpty)} fill={t(branchLabels.orgEmptyNext)} />
      ) : (
        <PledgeTable rows={plan.pledges} />
      )}
    </section>
  )
}

function PlanItems({ plan, year }: { readonly plan: Plan; readonly year: number }) {
  const { t } = usePledgeWords()
  const [title, setTitle] = useState('')
  const add = useCommandOperation('plan-item.add', { onDone: () => setTitle('') })
  const drop = useCommandOperation('plan-item.drop')
  const writes = plan.may.includes('pledge.write-org')
  const error = add.error ?? drop.error
  return (
    <section className="pledge-plan">
      <h2 className="sec">{t(branchLabels.planTitle, { year })}</h2>
      {plan.rows.length === 0 && (
        <StateEmpty fact={t(branchLabels.planEmpty)} fill={t(branchLabels.planEmptyNext)} />
      )}
      <ul className="rows">
        {plan.rows.map(({ id, position, title: words, carriedBy, dropped }) => (
          <li key={id} className="between">
            <span className={dropped ? 't3' : undefined}>
              {position}. {words}
            </span>
            <span className="acts s t2 nw">
              {dropped
                ? t(branchLabels.dropped)
                : carriedBy === 0
                  ? t(branchLabels.carriedNone)
                  : t(branchLabels.carriedBy, { n: carriedBy })}
              {writes && !dropped && (
                <Button small plain onClick={() => drop.mutate({ planItemId: id })}>
                  {t(branchLabels.drop)}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {writes && (
        <form
          className="pledge-plan-add"
          onSubmit={(event) => {
            event.preventDefault()
            add.mutate({ orgId: plan.org.id, year, title })
          }}
        >
          <TextField
            label={t(branchLabels.planTitleField)}
            placeholder={t(branchLabels.planHint)}
            maxLength={60}
            value={title}
            onValue={setTitle}
          />
          <Button type="submit">{t(branchLabels.planAdd)}</Button>
        </form>
      )}
      {error && <StateError error={error} refusals={pledgeRefusals} />}
    </section>
  )
}

/** /pledges/organisation/new and /pledges/organisation/:pledgeId: writing one for the organisation. */
export function OrgWritePage() {
  const { t } = usePledgeWords()
  const { pledgeId } = useParams()
  const [, navigate] = useLocation()
  const orgId = useOwnOrgId()
  const year = useAddressYear()
  const aids = useQueryOperation('pledge.whom', { orgId, year })
  const pledge = usePledge(pledgeId ?? '', pledgeId !== undefined)
  return (
    <div className="pledges">
      <PledgeTabs />
      <h1 className="ph1">{t(branchLabels.orgWrite)}</h1>
      <Fetched from={aids} what={t(pledgeLabels.write)} columns="1fr">
        {(data) =>
          pledgeId === undefined || pledge.data ? (
            <WriteDesk
              pledge={pledge.data?.pledge ?? null}
              aids={data.aids}
              year={year}
              orgId={orgId}
              onSent={() => navigate('/pledges/organisation')}
            />
          ) : null
        }
      </Fetched>
    </div>
  )
}
