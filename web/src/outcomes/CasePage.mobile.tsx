import { useParams } from 'wouter'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { CaseHistory, CaseTag, FailedVotes, Invitations, OwnWords, PaperButton } from './CaseParts.shared.tsx'
import { CasePath } from './CasePath.shared.tsx'
import { useCase } from './hooks-disposal.ts'
import { caseLabels, formTexts } from './labels-disposal.ts'
import { OwnCase } from './OwnCase.shared.tsx'
import './Cases.css'

/** One case on the phone: the own one with invitation, words and appeal; for who handles it, the same steps as on the PC. */
export function CasePage() {
  const t = useText()
  const { disposalId = '' } = useParams()
  return (
    <Fetched from={useCase(disposalId)} what={t(caseLabels.one)} columns="1fr">
      {(view) => (
        <div className="phone-case">
          <div className="case-head">
            <h2 className="b">
              {view.case.isMine
                ? t(formTexts[view.case.form])
                : `${view.case.memberName} · ${t(formTexts[view.case.form])}`}
            </h2>
            <CaseTag of={view.case} />
          </div>
          <p className="s t2">{view.case.orgName}</p>
          {view.disputed && view.case.state !== 'inForce' && (
            <p className="s ochre">{t(caseLabels.disputedText)}</p>
          )}
          {view.case.stoppedFor !== null && <p>{t(caseLabels.stopped, { reason: view.case.stoppedFor })}</p>}
          {view.case.isMine ? (
            <OwnCase view={view} />
          ) : (
            <>
              <PaperButton view={view} />
              <div className="case-section">
                <CasePath view={view} />
              </div>
              <section className="case-section">
                <h2 className="sec">{t(caseLabels.words)}</h2>
                <Invitations view={view} />
                <OwnWords view={view} />
              </section>
              <FailedVotes view={view} />
              <section className="case-section">
                <h2 className="sec">{t(caseLabels.history)}</h2>
                <CaseHistory view={view} />
              </section>
            </>
          )}
        </div>
      )}
    </Fetched>
  )
}
