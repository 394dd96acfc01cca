import { Link, useLocation, useParams } from 'wouter'
import { Icon } from '../shared/kit/Icon.tsx'
import { Button } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useSession } from '../shared/session.ts'
import { useDownloadOperation } from '../shared/use-operation.ts'
import { useMine, useWords } from './hooks-event.ts'
import { type Report, useCheck, useReport, useReports } from './hooks-report.ts'
import { eventTexts } from './labels-event.ts'
import { reportStateTexts, reportTexts, reportTones } from './labels-report.ts'
import { dutyReportRefusalTexts } from './labels-refusal-report.ts'
import { ReportFacts } from './ReportFacts.pc.tsx'
import { ReportQuestions } from './ReportQuestions.pc.tsx'
import { ReportRead, ReportWrite } from './ReportWords.pc.tsx'
import './Appraisals.css'

/** /appraisals/:appraisalId/reports/:memberId: one report beside the facts it was drafted from. */
export function ReportPage() {
  const { appraisalId = '', memberId = '' } = useParams()
  return <OneReport key={memberId} appraisalId={appraisalId} memberId={memberId} />
}

/** /appraisals/report: the own report of the appraisal under way. */
export function OwnReportPage() {
  const { t } = useWords()
  return (
    <Fetched from={useMine()} what={t(reportTexts.what)}>
      {({ appraisal }) =>
        appraisal === null ? (
          <div className="apr">
            <StateEmpty
              fact={<h1 className="ph1">{t(reportTexts.ownNone)}</h1>}
              fill={t(reportTexts.ownNoneNext)}
            />
          </div>
        ) : (
          <OneReport own appraisalId={appraisal.id} memberId={appraisal.memberId} />
        )
      }
    </Fetched>
  )
}

type OneProps = { readonly appraisalId: string; readonly memberId: string; readonly own?: true }

function OneReport({ appraisalId, memberId, own }: OneProps) {
  const { t } = useWords()
  const report = useReport(appraisalId, memberId)
  return (
    <div className="apr">
      <Fetched from={report} what={t(reportTexts.what)} rows={8} columns="1fr 320px">
        {(found) => <Shown key={found.state} report={found} appraisalId={appraisalId} own={own} />}
      </Fetched>
    </div>
  )
}

type ShownProps = { readonly report: Report; readonly appraisalId: string; readonly own?: true | undefined }

function Shown({ report, appraisalId, own }: ShownProps) {
  const { t, day, join } = useWords()
  const { org } = useSession()
  const { name, year, state, helper, submittedOn, checkedBy, checkedOn } = report
  const facts = join([
    helper && t(reportTexts.by, { name: helper.name, day: day(helper.consentOn) }),
    submittedOn && t(reportTexts.submittedOn, { day: day(submittedOn) }),
    checkedBy && t(reportTexts.checkedBy, { name: checkedBy, day: checkedOn === null ? '' : day(checkedOn) }),
  ])
  const back = org?.kind === 'branch' ? `/appraisals?year=${year}&step=dutyReports` : '/appraisals'
  return (
    <>
      {!own && (
        <Link href={back} className="more">
          <Icon name="left" />
          {t(reportTexts.back)}
        </Link>
      )}
      <header className="apr-head">
        <h1 className="ph1">{t(own ? reportTexts.ownTitle : reportTexts.title, { name, year })}</h1>
        <Tag tone={reportTones[state]}>{t(reportStateTexts[state])}</Tag>
        <span className="s t2 grow">{facts}</span>
        <Check report={report} appraisalId={appraisalId} />
      </header>
      <div className="apr-cols wide">
        <div>
          {report.state === 'questioned' && <ReportQuestions report={report} />}
          {report.may.includes('write') ? (
            <ReportWrite report={report} appraisalId={appraisalId} />
          ) : (
            <ReportRead report={report} />
          )}
          {report.state !== 'questioned' && <ReportQuestions report={report} />}
        </div>
        <ReportFacts report={report} />
      </div>
    </>
  )
}

/** Checked off by somebody else, and on to the next that waits. */
function Check({ report, appraisalId }: Omit<ShownProps, 'own'>) {
  const { t } = useWords()
  const say = useUndo()
  const [, navigate] = useLocation()
  const file = useDownloadOperation('duty-report.file')
  const mayCheck = report.may.includes('check')
  const others = useReports(appraisalId, mayCheck)
  const next = others.data?.rows.find(
    ({ memberId, state }) => memberId !== report.memberId && state === 'submitted',
  )
  const check = useCheck(() => {
    say({ text: t(reportTexts.checked, { name: report.name }) })
    if (next) navigate(`/appraisals/${appraisalId}/reports/${next.memberId}`)
  })
  const { reportId, revision } = report
  if (reportId === null || revision === null) return null
  return (
    <>
      <span className="acts">
        {report.state !== 'drafted' && (
          <Button
            icon="download"
            busy={file.isPending && t(reportTexts.fetching)}
            onClick={() => file.mutate({ reportId })}
          >
            {t(reportTexts.file)}
          </Button>
        )}
        {mayCheck && (
          <Button
            act
            busy={check.isPending && t(eventTexts.working)}
            onClick={() => check.mutate({ reportId, revision })}
          >
            {t(next ? reportTexts.checkNext : reportTexts.check)}
          </Button>
        )}
      </span>
      {mayCheck && <p className="s t2 apr-wrong">{t(reportTexts.checkText)}</p>}
      {check.isError && (
        <div className="apr-wrong">
          <StateError error={check.error} refusals={dutyReportRefusalTexts} />
        </div>
      )}
      {file.isError && <StateError error={file.error} />}
    </>
  )
}
