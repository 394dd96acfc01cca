import { useToday } from '../shared/clock.ts'
import { formatDay, formatTime } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { useOnline } from '../shared/kit/offline.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation, useDownloadOperation } from '../shared/use-operation.ts'
import { ReportFields, ReportRead } from './DutyReportParts.mobile.tsx'
import { ReportQuestions } from './DutyReportQuestions.mobile.tsx'
import type { Appraisal, Report, ReportDraft } from './hooks-mine.ts'
import { lackingParts, useMyAppraisal, useMyReport, useReportDraft } from './hooks-mine.ts'
import { mineTexts, partTexts, reportTexts as texts } from './labels-mine.ts'
import { dutyReportRefusalTexts } from './labels-refusal-report.ts'
import './Mine.css'

/** 述职报告: the draft from the own facts, the own words, handed in, asked about, answered (S-203, S-205). */
export function DutyReportPage() {
  const t = useText()
  return (
    <Fetched from={useMyAppraisal()} what={t(mineTexts.title)} columns="1fr">
      {({ appraisal }) =>
        appraisal === null || appraisal.place === null ? (
          <None />
        ) : (
          <OfAppraisal key={appraisal.id} appraisal={appraisal} />
        )
      }
    </Fetched>
  )
}

function None() {
  const t = useText()
  return (
    <section className="card pad">
      <StateEmpty fact={t(texts.none)} fill={t(texts.noneNext)} />
    </section>
  )
}

function OfAppraisal({ appraisal }: { readonly appraisal: Appraisal }) {
  const t = useText()
  return (
    <Fetched from={useMyReport(appraisal)} what={t(texts.title)} columns="1fr">
      {(report) => {
        const isHandedIn = report.state !== 'drafted'
        if (isHandedIn) return <HandedIn report={report} />
        if (!report.may.includes('write')) return <NotNow report={report} />
        return <Writing appraisalId={appraisal.id} report={report} />
      }}
    </Fetched>
  )
}

function NotNow({ report }: { readonly report: Report }) {
  const t = useText()
  return (
    <>
      <section className="card pad">
        <StateEmpty fact={t(texts.notNow)} fill={t(texts.notNowNext)} />
      </section>
      <ReportRead report={report} />
    </>
  )
}

function HandedIn({ report }: { readonly report: Report }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const file = useDownloadOperation('duty-report.file')
  const day = (on: string | null) => (on === null ? '' : formatDay(on, language, today))
  const { reportId } = report
  return (
    <>
      <p className="s t2">{t(texts.submitted, { day: day(report.submittedOn) })}</p>
      {report.checkedBy !== null && (
        <p className="s t2">{t(texts.checked, { name: report.checkedBy, day: day(report.checkedOn) })}</p>
      )}
      {report.helper !== null && (
        <p className="s t2">
          {t(texts.helper, { name: report.helper.name, day: day(report.helper.consentOn) })}
        </p>
      )}
      <ReportQuestions report={report} />
      <ReportRead report={report} />
      {file.error && <StateError error={file.error} />}
      {reportId !== null && (
        <p className="mine-act">
          <Button icon="download" onClick={() => file.mutate({ reportId })}>
            {t(texts.download)}
          </Button>
        </p>
      )}
    </>
  )
}

function Writing({ appraisalId, report }: { readonly appraisalId: string; readonly report: Report }) {
  const t = useText()
  const draft = useReportDraft(appraisalId, report)
  const submit = useCommandOperation('duty-report.submit', { onDone: draft.forget })
  const lacking = lackingParts(draft, report)
  const handIn = async () => {
    try {
      await submit.mutateAsync(await draft.save())
    } catch {
      // Said below; what was typed stays on the device.
    }
  }
  if (draft.conflict)
    return <Conflict draft={draft} appraisal={{ id: appraisalId, memberId: report.memberId }} />
  const busy = draft.isSaving && submit.isPending
  const error = submit.error ?? (draft.conflict ? null : draft.error)
  return (
    <>
      <p className="s t2">{t(texts.draftHelp)}</p>
      <SaveState draft={draft} />
      <ReportFields report={report} draft={draft} />
      <div className="foot">
        {error && <StateError error={error} refusals={dutyReportRefusalTexts} />}
        <Button
          act={lacking.length === 0}
          wide
          busy={(busy || submit.isPending) && t(texts.submitting)}
          aria-disabled={lacking.length > 0 || undefined}
          onClick={() => lacking.length === 0 && void handIn()}
        >
          {t(texts.submit)}
        </Button>
        {lacking.length > 0 && (
          <p className="c t2">{t(texts.lacks, { parts: lacking.map((part) => t(partTexts[part])) })}</p>
        )}
      </div>
    </>
  )
}

function SaveState({ draft }: { readonly draft: ReportDraft }) {
  const t = useText()
  const online = useOnline()
  const { isDirty, isSaving, savedAt } = draft
  return (
    <p className="c t2 mine-saved" role="status">
      {isSaving
        ? t(texts.saving)
        : isDirty && (!online || draft.error)
          ? t(texts.keptHere)
          : savedAt !== undefined && !isDirty && t(texts.saved, { time: formatTime(savedAt) })}
    </p>
  )
}

/** Both texts, and a person chooses (ui: a conflict is shown with both versions). */
function Conflict({
  draft,
  appraisal,
}: {
  readonly draft: ReportDraft
  readonly appraisal: Pick<Appraisal, 'id' | 'memberId'>
}) {
  const t = useText()
  const fresh = useMyReport(appraisal)
  return (
    <Fetched from={fresh} what={t(texts.title)} columns="1fr">
      {(theirs) => (
        <>
          <section className="card pad" role="alert">
            <StateEmpty fact={t(texts.conflict)} fill={t(texts.conflictText)} />
            <div className="acts mine-choose">
              <Button onClick={() => draft.choose(draft, theirs.revision)}>{t(texts.useMine)}</Button>
              <Button onClick={() => draft.choose(theirs, theirs.revision)}>{t(texts.useTheirs)}</Button>
            </div>
          </section>
          <h2 className="s t2 over">{t(texts.theirs)}</h2>
          <ReportRead report={theirs} />
        </>
      )}
    </Fetched>
  )
}
