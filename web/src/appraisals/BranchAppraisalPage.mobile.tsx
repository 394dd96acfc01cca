import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useSession } from '../shared/session.ts'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Event, Shown } from './hooks-branch-phone.ts'
import { useBranchAppraisal } from './hooks-branch-phone.ts'
import { paperTexts } from './labels-ballot-phone.ts'
import { branchTexts as texts } from './labels-branch-phone.ts'
import { mineTexts, stageSaysTexts } from './labels-mine.ts'
import { appraisalRefusalTexts } from './labels-refusal.ts'
import './Mine.css'

/** 支部评议 on the secretary's phone: where it stands, what stands in the way, what is done here and what on the PC. */
export function BranchAppraisalPage() {
  const t = useText()
  return (
    <OfBranch>
      {(event, { org, may, year }) => (
        <>
          <p className="s t2 mine-help">{t(mineTexts.head, { org: org.name, year })}</p>
          <Stands event={event} mayRun={may.includes('appraisal.run')} />
          <Acts event={event} may={may} />
          <OnPc />
        </>
      )}
    </OfBranch>
  )
}

/** The appraisal of the own branch, or words where there is none. */
export function OfBranch({ children }: { readonly children: (event: Event, shown: Shown) => ReactNode }) {
  const t = useText()
  const { org } = useSession()
  const shown = useBranchAppraisal()
  if (org === null) return <Words fact={texts.noOrg} next={texts.noOrgNext} />
  return (
    <Fetched from={shown} what={t(texts.title)} columns="1fr">
      {(data) =>
        data.appraisal === null ? (
          <Words fact={texts.notOpened} next={texts.notOpenedNext} />
        ) : (
          children(data.appraisal, data)
        )
      }
    </Fetched>
  )
}

export function Words({ fact, next }: { readonly fact: Text; readonly next: Text }) {
  const t = useText()
  return (
    <section className="card pad">
      <StateEmpty fact={t(fact)} fill={t(next)} />
    </section>
  )
}

function Stands({ event, mayRun }: { readonly event: Event; readonly mayRun: boolean }) {
  const t = useText()
  const goOn = useCommandOperation('appraisal.go-on')
  const { stage, next, blocks, members, graded, id, revision } = event
  return (
    <section className="card pad">
      <h2 className="mine-stage">{t(stageSaysTexts[stage])}</h2>
      <p className="s t2">{t(texts.sums, { members, graded })}</p>
      {next !== null && (
        <div className="mine-answer">
          <h3 className="s t2">{t(blocks.length === 0 ? texts.noBlocks : texts.blocks)}</h3>
          <ul>
            {blocks.map(({ code, count }) => (
              <li key={code}>{t(appraisalRefusalTexts[code], { count })}</li>
            ))}
          </ul>
          {goOn.error && <StateError error={goOn.error} refusals={appraisalRefusalTexts} />}
          {blocks.length === 0 && mayRun && (
            <p className="mine-act">
              <Button
                act
                wide
                busy={goOn.isPending && t(texts.goingOn)}
                onClick={() => goOn.mutate({ appraisalId: id, revision })}
              >
                {t(texts.goOn, { stage: t(stageSaysTexts[next]) })}
              </Button>
            </p>
          )}
        </div>
      )}
    </section>
  )
}

function Acts({ event, may }: { readonly event: Event; readonly may: Shown['may'] }) {
  const t = useText()
  const boxes = may.includes('ballot.count') ? event.boxes : []
  return (
    <>
      <h2 className="s t2 over">{t(texts.acts)}</h2>
      <div className="card rows">
        {boxes.map(({ id, paper, state, voters, cast }) => (
          <Entry
            key={id}
            href={`/appraisals/branch/boxes/${id}`}
            title={t(texts.handOut)}
            says={t(state === 'open' ? texts.handOutSays : texts.closedSays, {
              paper: t(paperTexts[paper]),
              voters,
              cast,
            })}
          />
        ))}
        {may.includes('feedback.tell') && (
          <Entry href="/appraisals/branch/tell" title={t(texts.tell)} says={t(texts.tellSays)} />
        )}
        {may.includes('appraisal.take-down') && (
          <Entry href="/appraisals/branch/words" title={t(texts.takeDown)} says={t(texts.takeDownSays)} />
        )}
        <Entry
          href="/appraisals"
          title={t(mineTexts.title)}
          says={t(mineTexts.stageNow, { stage: t(stageSaysTexts[event.stage]) })}
        />
      </div>
    </>
  )
}

function Entry({
  href,
  title,
  says,
}: {
  readonly href: string
  readonly title: string
  readonly says: string
}) {
  return (
    <Link href={href} className="entry">
      <span className="grow">
        {title}
        <span className="block s t2">{says}</span>
      </span>
      <Icon name="right" />
    </Link>
  )
}

function OnPc() {
  const t = useText()
  return (
    <>
      <h2 className="s t2 over">{t(texts.onPc)}</h2>
      <ul className="card pad s t2 branch-pc">
        {[texts.pcReports, texts.pcBoxes, texts.pcSettle, texts.pcMending].map((text) => (
          <li key={text.zh}>{t(text)}</li>
        ))}
      </ul>
    </>
  )
}
