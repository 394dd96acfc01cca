import { formatDay } from '../shared/formats.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import type { OutputOf } from '../shared/call.ts'
import { postTexts } from './labels.ts'
import { myBranchTexts } from './labels-page.ts'
import './MyBranch.css'

type Branch = NonNullable<OutputOf<'organisation.my-branch'>['branch']>

/** The reader's branch on the phone: who leads it, the group, and how to reach it. */
export function MyBranch() {
  const t = useText()
  const mine = useQueryOperation('organisation.my-branch', {}, { staleMs: 300_000 })
  return (
    <Fetched from={mine} what={t(myBranchTexts.what)} rows={4} columns="90px 1fr">
      {({ branch }) =>
        branch ? (
          <Shown branch={branch} />
        ) : (
          <section className="card pad">
            <StateEmpty fact={t(myBranchTexts.none)} fill={t(myBranchTexts.noneNext)} />
          </section>
        )
      }
    </Fetched>
  )
}

function Shown({ branch }: { branch: Branch }) {
  const t = useText()
  const [language] = useLanguage()
  return (
    <>
      <h1 className="month first">{branch.name}</h1>
      <p className="s t2 above">
        {[...branch.above.slice(1), t(myBranchTexts.members, { count: branch.members })].join(' › ')}
      </p>
      <section>
        <h2 className="s t3 over">{t(myBranchTexts.committee)}</h2>
        <div className="card rows">
          {branch.seats.length === 0 && <p className="my-line t3">{t(myBranchTexts.noSeats)}</p>}
          {branch.seats.map((seat) => (
            <div key={seat.post + seat.name} className="my-line">
              <span className="t3">{t(postTexts[seat.post])}</span>
              <span>{seat.name}</span>
            </div>
          ))}
          {branch.termEndsOn !== null && (
            <p className="my-line s t3">
              {t(myBranchTexts.termEnds, { day: formatDay(branch.termEndsOn, language) })}
            </p>
          )}
        </div>
      </section>
      {branch.group && (
        <section>
          <h2 className="s t3 over">{t(myBranchTexts.group)}</h2>
          <div className="card rows">
            <div className="my-line">
              <span>{branch.group.name}</span>
              <span className="t2">
                {branch.group.leader === null
                  ? t(myBranchTexts.noLeader)
                  : t(myBranchTexts.groupLeader, { name: branch.group.leader })}
              </span>
            </div>
          </div>
        </section>
      )}
      <section>
        <h2 className="s t3 over">{t(myBranchTexts.contact)}</h2>
        <div className="card rows">
          {branch.phone === '' ? (
            <p className="my-line t2">{t(myBranchTexts.noPhone)}</p>
          ) : (
            <a className="my-line" href={`tel:${branch.phone.replace(/[^\d+]/g, '')}`}>
              <span>{t(myBranchTexts.call, { phone: branch.phone })}</span>
              <Icon name="phone" />
            </a>
          )}
          {branch.address !== '' && <p className="my-line t2">{branch.address}</p>}
        </div>
      </section>
    </>
  )
}
