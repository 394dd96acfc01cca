import { Link, useParams } from 'wouter'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import { StopForm } from './CaseForms.shared.tsx'
import { CaseHistory, CaseTag, FailedVotes, Invitations, OwnWords, PaperButton } from './CaseParts.shared.tsx'
import { CasePath } from './CasePath.shared.tsx'
import type { CaseView } from './hooks-disposal.ts'
import { useCase, useCaseDays } from './hooks-disposal.ts'
import { caseLabels, formTexts } from './labels-disposal.ts'
import { OwnCase } from './OwnCase.shared.tsx'
import { Readers } from './Readers.pc.tsx'
import './Cases.css'

/** One case: its steps at the left, at the right the paper, the member's words, who reads it and what happened. */
export function CasePage() {
  const t = useText()
  const { disposalId = '' } = useParams()
  return (
    <div className="cases-page">
      <Link href="/outcomes/cases" className="more">
        <Icon name="left" />
        {t(caseLabels.back)}
      </Link>
      <Fetched from={useCase(disposalId)} what={t(caseLabels.one)} columns="1fr 320px">
        {(view) => <OneCase view={view} />}
      </Fetched>
    </div>
  )
}

function OneCase({ view }: { readonly view: CaseView }) {
  const t = useText()
  const { day } = useCaseDays()
  const { memberName, orgName, form, proposedOn, isMine, stoppedFor } = view.case
  return (
    <>
      <div className="case-head">
        <h1 className="ph1">
          {memberName} · {t(formTexts[form])}
        </h1>
        <CaseTag of={view.case} />
        {view.disputed && <Tag tone="ochre">{t(caseLabels.disputed)}</Tag>}
      </div>
      <p className="s t2">
        {orgName} · {t(caseLabels.since)} {day(proposedOn)}
      </p>
      {view.disputed && view.case.state !== 'inForce' && (
        <p className="s ochre">{t(caseLabels.disputedText)}</p>
      )}
      {stoppedFor !== null && <p>{t(caseLabels.stopped, { reason: stoppedFor })}</p>}
      {isMine ? (
        <OwnCase view={view} />
      ) : (
        <div className="case-cols">
          <CasePath view={view} />
          <Aside view={view} />
        </div>
      )}
    </>
  )
}

function Aside({ view }: { readonly view: CaseView }) {
  const t = useText()
  const { id, memberId } = view.case
  return (
    <aside className="case-aside" aria-label={t(caseLabels.one)}>
      {view.may.includes('paper') && (
        <section>
          <PaperButton view={view} />
        </section>
      )}
      {view.nextForm !== null && view.may.includes('proposeNext') && (
        <section>
          <p className="s t2">{t(caseLabels.nextText)}</p>
          <p className="acts">
            <ButtonLink act href={`/outcomes/cases/new?member=${memberId}&after=${id}&form=${view.nextForm}`}>
              {t(caseLabels.next, { form: t(formTexts[view.nextForm]) })}
            </ButtonLink>
          </p>
        </section>
      )}
      <section>
        <h2 className="sec">{t(caseLabels.words)}</h2>
        <Invitations view={view} />
        <OwnWords view={view} />
      </section>
      <FailedVotes view={view} />
      <section>
        <h2 className="sec">{t(caseLabels.history)}</h2>
        <CaseHistory view={view} />
      </section>
      <section>
        <Readers file={{ kind: 'disposal', id }} />
      </section>
      {view.may.includes('stop') && (
        <section>
          <StopForm view={view} />
        </section>
      )}
    </aside>
  )
}
