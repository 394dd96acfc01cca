import { useLocation, useParams, useSearchParams } from 'wouter'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useDownloadOperation, useQueryOperation } from '../shared/use-operation.ts'
import { AppealsOn } from './AppealsOn.shared.tsx'
import type { Tolerance } from './hooks-warning.ts'
import { useDays } from './hooks-warning.ts'
import { warnedLabels } from './labels-warned.ts'
import { toleranceForms, toleranceLabels } from './labels-tolerance.ts'
import { warningLabels } from './labels-warning.ts'
import { ToleranceApply } from './ToleranceApply.shared.tsx'
import { ToleranceTag, ToleranceWords } from './ToleranceParts.shared.tsx'
import { Block } from './WarningParts.shared.tsx'
import './Warnings.css'

/** 申请容错 for oneself: from a deduction line, from a warning, or from the list. */
export function MyToleranceNewPage() {
  const t = useText()
  const say = useUndo()
  const { day } = useDays()
  const [, navigate] = useLocation()
  const [params] = useSearchParams()
  const memberId = useSession().account.memberId
  if (memberId === null) return <StateEmpty fact={t(toleranceForms.aboutNone)} />
  return (
    <>
      <p className="s t2" data-read>
        {t(warnedLabels.tolerateText)}
      </p>
      <section className="own-apply">
        <ToleranceApply
          memberId={memberId}
          entryId={params.get('entry') ?? undefined}
          warningId={params.get('warning') ?? undefined}
          onSent={(toleranceId, dueOn) => {
            say({ text: t(toleranceForms.sent, { day: day(dueOn) }) })
            navigate(`/outcomes/tolerance/${toleranceId}`, { replace: true })
          }}
        />
      </section>
    </>
  )
}

/** One own case: where it stands, until when, and what came of it. */
export function MyTolerancePage() {
  const t = useText()
  const { toleranceId = '' } = useParams()
  return (
    <Fetched
      from={useQueryOperation('tolerance.show', { toleranceId })}
      what={t(toleranceLabels.title)}
      columns="1fr"
    >
      {(of) => <Shown of={of} />}
    </Fetched>
  )
}

function Shown({ of }: { readonly of: Tolerance }) {
  const t = useText()
  const next = useNextWords(of)
  const file = useDownloadOperation('tolerance.file')
  return (
    <>
      <div className="outcome-head">
        <h2 className="ph1">{t(toleranceLabels.one)}</h2>
        <ToleranceTag state={of.state} />
      </div>
      {next !== undefined && (
        <p className="b" data-read>
          {next}
        </p>
      )}
      <section className="card pad">
        <ToleranceWords of={of} />
      </section>
      {of.finding !== null && (
        <p className="acts">
          <Button
            icon="file"
            busy={file.isPending && t(warnedLabels.finding)}
            onClick={() => file.mutate({ toleranceId: of.id })}
          >
            {t(warnedLabels.finding)}
          </Button>
        </p>
      )}
      {file.isError && <StateError error={file.error} />}
      {(of.may.includes('appeal') || of.appeals.length > 0) && (
        <section className="card pad">
          <OwnToleranceActs of={of} />
        </section>
      )}
    </>
  )
}

export function OwnToleranceActs({ of }: { readonly of: Tolerance }) {
  const t = useText()
  return (
    <Block title={t(warningLabels.appealWay)}>
      <p>{t(warningLabels.appealWayText, { body: of.appealTo })}</p>
      <AppealsOn appeals={of.appeals} />
      {of.may.includes('appeal') && (
        <ButtonLink wide href={`/outcomes/appeals/new?kind=tolerance&id=${of.id}`}>
          {t(warnedLabels.appeal)}
        </ButtonLink>
      )}
    </Block>
  )
}

/** Until when the step that runs is done. */
function useNextWords({ state, dueOn, answeredOn }: Tolerance): string | undefined {
  const t = useText()
  const { near } = useDays()
  if (answeredOn !== null || dueOn === null) return undefined
  const words = {
    applied: warnedLabels.stepAccept,
    accepted: warnedLabels.stepCheck,
    checked: warnedLabels.stepFind,
    tolerated: warnedLabels.stepAnswer,
    notTolerated: warnedLabels.stepAnswer,
    notAccepted: warnedLabels.stepAnswer,
  }[state]
  return t(words, { day: near(dueOn) })
}
