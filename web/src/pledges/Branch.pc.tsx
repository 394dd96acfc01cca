import { useState } from 'react'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import { type Branch, useBranch, usePledgeWords } from './hooks.ts'
import { useAddressYear } from './hooks-page.ts'
import { partTexts, pledgeLabels, sourceTexts } from './labels.ts'
import { branchLabels } from './labels-branch.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import { PledgeTable, PledgeWords } from './PledgeTable.pc.tsx'
import { ProgressBar, StateTag } from './State.shared.tsx'

type Member = Branch['members'][number]

/** Where a branch stands: its members in the order of the roll, each with the pledges handed in. */
export function BranchView({ orgId }: { readonly orgId: string }) {
  const { t, day } = usePledgeWords()
  const year = useAddressYear()
  const [show, setShow] = useState<'all' | 'without'>('all')
  return (
    <Fetched from={useBranch(orgId, year)} what={t(pledgeLabels.board)} columns="120px 1fr 120px 160px">
      {(branch) => {
        const without = branch.members.filter(({ pledges }) => pledges.length === 0)
        const shown = show === 'all' ? branch.members : without
        const { window } = branch
        return (
          <>
            <div className="between">
              <h1 className="ph1">{t(branchLabels.title, { org: branch.org.name })}</h1>
              {branch.may.includes('pledge.enter') && (
                <ButtonLink href="/pledges/for" icon="helper">
                  {t(branchLabels.enter)}
                </ButtonLink>
              )}
            </div>
            <Sums branch={branch} />
            <Rules branch={branch} />
            <div className="between pledge-bar">
              <Segmented
                label={t(branchLabels.member)}
                value={show}
                onValue={setShow}
                choices={[
                  { value: 'all', label: t(branchLabels.showAll, { n: branch.members.length }) },
                  { value: 'without', label: t(branchLabels.showWithout, { n: without.length }) },
                ]}
              />
              <span className="s t2">
                {t(window.open ? pledgeLabels.windowOpen : pledgeLabels.windowOver, {
                  day: day(window.until),
                })}
              </span>
            </div>
            {branch.ofOrg.length > 0 && show === 'all' && <PledgeTable rows={branch.ofOrg} named />}
            <table className="tbl pledge-table">
              <thead>
                <tr>
                  <th className="who">{t(branchLabels.member)}</th>
                  <th>{t(branchLabels.pledges)}</th>
                  <th className="stand">{t(branchLabels.state)}</th>
                  <th className="far">{t(branchLabels.progress)}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((member) => (
                  <MemberRows key={member.id} member={member} />
                ))}
              </tbody>
            </table>
          </>
        )
      }}
    </Fetched>
  )
}

function MemberRows({ member }: { readonly member: Member }) {
  const { t } = usePledgeWords()
  const { pledges } = member
  const name = (
    <td className="nw pledge-who" rowSpan={Math.max(1, pledges.length)}>
      {member.name}
      {member.leadingCadre && <span className="block c t3">{t(branchLabels.leading)}</span>}
    </td>
  )
  if (pledges.length === 0) {
    return (
      <tr>
        {name}
        <td className="t3" colSpan={3}>
          {t(member.optional ? branchLabels.noneFree : branchLabels.none)}
          {!member.hasAccount && !member.optional && (
            <>
              {' '}
              <Tag tight tone="line">
                {t(branchLabels.noAccount)}
              </Tag>
            </>
          )}
        </td>
      </tr>
    )
  }
  return (
    <>
      {pledges.map((pledge, at) => (
        <tr key={pledge.id}>
          {at === 0 && name}
          <td>
            <PledgeWords pledge={pledge} />
          </td>
          <td>
            <StateTag pledge={pledge} />
          </td>
          <td>
            <ProgressBar pledge={pledge} />
          </td>
        </tr>
      ))}
    </>
  )
}

/** What the branch reports: how many, from where, what came back (S-185, S-188), and that leaders go first. */
function Sums({ branch: { figures, leadersBehind } }: { readonly branch: Branch }) {
  const { t, language } = usePledgeWords()
  const sep = language === 'zh' ? '，' : ', '
  const stands = [
    t(branchLabels.handedIn, { n: figures.handedIn, all: figures.members, pledges: figures.pledges }),
    figures.waiting > 0 && t(branchLabels.waitingN, { n: figures.waiting }),
    figures.accepted > 0 && t(branchLabels.acceptedN, { n: figures.accepted }),
    figures.published > 0 && t(branchLabels.publishedN, { n: figures.published }),
    figures.late > 0 && t(branchLabels.lateN, { n: figures.late }),
  ].filter(Boolean)
  const sources = (['own', 'publicWish', 'organisation'] as const).map(
    (source) => `${t(sourceTexts[source])} ${figures[source]}`,
  )
  const parts = figures.byPart.map(({ part, count }) =>
    t(branchLabels.partCount, { part: t(partTextOf(part)), n: count }),
  )
  return (
    <div className="pledge-sums">
      <p>{stands.join(sep)}</p>
      {figures.pledges > 0 && (
        <p className="s t2">
          {t(branchLabels.sources)}：{sources.join(sep)}
          {figures.returned > 0 && (
            <>
              {sep}
              {t(branchLabels.returnedN, { n: figures.returned })}
              {parts.length > 0 && `${sep}${t(branchLabels.returnedWhy, { parts })}`}
            </>
          )}
        </p>
      )}
      {leadersBehind.length > 0 && (
        <p className="s ochre">{t(branchLabels.leaders, { names: leadersBehind.map(({ name }) => name) })}</p>
      )}
    </div>
  )
}

function partTextOf(part: string) {
  const known = Object.entries(partTexts).find(([name]) => name === part)
  return known?.[1] ?? partTexts.text
}

function Rules({ branch: { rules, org, may } }: { readonly branch: Branch }) {
  const { t, day } = usePledgeWords()
  const read = useCommandOperation('pledge.read-rules')
  const { title, text, readBy, readOn } = rules
  return (
    <details className="pledge-aids">
      <summary>
        {readBy === null
          ? t(branchLabels.rulesUnread, { title })
          : t(branchLabels.rulesRead, { by: readBy, day: readOn === null ? '' : day(readOn), title })}
      </summary>
      <p className="s pre pledge-rules">{text}</p>
      {readBy === null && may.includes('pledge.enter') && (
        <Button small onClick={() => read.mutate({ orgId: org.id })}>
          {t(branchLabels.confirmRules)}
        </Button>
      )}
      {read.error && <StateError error={read.error} refusals={pledgeRefusals} />}
    </details>
  )
}
