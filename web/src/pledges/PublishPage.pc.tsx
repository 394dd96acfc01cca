import { useState } from 'react'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { CheckBox } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import { type Branch, useBranch, usePledgeWords } from './hooks.ts'
import { useAddressYear, useOwnOrgId } from './hooks-page.ts'
import { pledgeLabels } from './labels.ts'
import { branchLabels } from './labels-branch.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import { PledgeTable, PledgeWords } from './PledgeTable.pc.tsx'
import { PledgeTabs } from './Tabs.pc.tsx'
import './Pledges.css'

/** /pledges/publication: what is accepted becomes public, on the wall and on the page (S-189). */
export function PublishPage() {
  const { t } = usePledgeWords()
  const orgId = useOwnOrgId()
  const year = useAddressYear()
  return (
    <div className="pledges">
      <PledgeTabs />
      <Fetched from={useBranch(orgId, year)} what={t(branchLabels.publishTitle)} columns="40px 120px 1fr">
        {(branch) => <Publication branch={branch} year={year} />}
      </Fetched>
    </div>
  )
}

function Publication({ branch, year }: { readonly branch: Branch; readonly year: number }) {
  const { t } = usePledgeWords()
  const all = [...branch.ofOrg, ...branch.members.flatMap(({ pledges }) => pledges)]
  const published = all.filter(({ publishedOn }) => publishedOn !== null)
  const { pagePath } = branch
  return (
    <>
      <div className="between">
        <h1 className="ph1">{t(branchLabels.publishTitle)}</h1>
        {published.length > 0 && (
          <span className="acts">
            {pagePath !== null && (
              <a className="btn plain" href={pagePath} target="_blank" rel="noreferrer">
                {t(branchLabels.openPage)}
              </a>
            )}
            <ButtonLink href="/pledges/publication/print" icon="printer">
              {t(branchLabels.printSheet)}
            </ButtonLink>
          </span>
        )}
      </div>
      {pagePath === null && published.length > 0 && <p className="s t2">{t(branchLabels.pageClosed)}</p>}
      <Accepted rows={all.filter(({ state }) => state === 'accepted')} orgId={branch.org.id} year={year} />
      {published.length > 0 && (
        <section className="pledge-gap">
          <h2 className="sec">{t(branchLabels.alreadyPublished)}</h2>
          <PledgeTable rows={published} named />
        </section>
      )}
    </>
  )
}

function Accepted({
  rows,
  orgId,
  year,
}: {
  readonly rows: Branch['ofOrg']
  readonly orgId: string
  readonly year: number
}) {
  const { t } = usePledgeWords()
  const say = useUndo()
  const [left, setLeft] = useState<readonly string[]>([])
  const publish = useCommandOperation('pledge.publish', {
    onDone: ({ published }) => say({ text: t(branchLabels.publishDone, { n: published }) }),
  })
  if (rows.length === 0)
    return <StateEmpty fact={t(branchLabels.publishEmpty)} fill={t(branchLabels.publishEmptyNext)} />
  const chosen = rows.filter(({ id }) => !left.includes(id)).map(({ id }) => id)
  const toggle = (id: string) => setLeft(left.includes(id) ? left.filter((one) => one !== id) : [...left, id])
  return (
    <section>
      <p className="s t2 pledge-head">{t(branchLabels.publishNote)}</p>
      <table className="tbl pledge-table">
        <tbody>
          {rows.map((pledge) => (
            <tr key={pledge.id}>
              <td className="tick">
                <CheckBox
                  checked={!left.includes(pledge.id)}
                  onChecked={() => toggle(pledge.id)}
                  label={pledge.text}
                />
              </td>
              <td className="nw who">{pledge.memberId === null ? t(pledgeLabels.ofOrg) : pledge.name}</td>
              <td>
                <PledgeWords pledge={pledge} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {publish.error && <StateError error={publish.error} refusals={pledgeRefusals} />}
      <div className="acts pledge-gap">
        <Button
          act={chosen.length > 0}
          onClick={() => publish.mutate({ orgId, year, pledgeIds: chosen })}
          why={chosen.length === 0 ? '' : undefined}
        >
          {t(branchLabels.publishN, { n: chosen.length })}
        </Button>
      </div>
    </section>
  )
}
