import { Link, useParams } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useDownloadOperation, useQueryOperation } from '../shared/use-operation.ts'
import { AppealsOn } from './AppealsOn.shared.tsx'
import type { Tolerance } from './hooks-warning.ts'
import { useDays } from './hooks-warning.ts'
import { toleranceLabels } from './labels-tolerance.ts'
import { warningLabels } from './labels-warning.ts'
import { Readers } from './Readers.pc.tsx'
import { TakeAppeal } from './TakeAppeal.pc.tsx'
import { ToleranceStep } from './ToleranceStep.pc.tsx'
import { ToleranceTag, ToleranceWords } from './ToleranceParts.shared.tsx'
import { Block, History } from './WarningParts.shared.tsx'
import './Warnings.css'

/** One case: the matter with check and finding at the left, the next act at the right. */
export function TolerancePage() {
  const t = useText()
  const may = useMay()
  const { toleranceId = '' } = useParams()
  return (
    <div className="outcome-page">
      <Link href={may('warning.talk') ? '/outcomes/tolerance' : '/my-warnings'} className="more">
        <Icon name="left" />
        {t(toleranceLabels.back)}
      </Link>
      <Fetched
        from={useQueryOperation('tolerance.show', { toleranceId })}
        what={t(toleranceLabels.title)}
        columns="1fr 360px"
      >
        {(of) => <Shown of={of} />}
      </Fetched>
    </div>
  )
}

function Shown({ of }: { readonly of: Tolerance }) {
  const t = useText()
  const { day } = useDays()
  const file = useDownloadOperation('tolerance.file')
  const open = of.appeals.some(({ state }) => state === 'received' || state === 'assigned')
  return (
    <>
      <div className="outcome-head">
        <h1 className="ph1">{of.memberName}</h1>
        <ToleranceTag state={of.state} />
        {open && <Tag tone="ochre">{t(warningLabels.disputed)}</Tag>}
      </div>
      <p className="outcome-meta s t2">
        <span>{of.orgName}</span>
        {of.dueOn !== null && (
          <span className={of.isOverdue ? 'ochre' : undefined}>
            {t(toleranceLabels.due)} {day(of.dueOn)}
            {of.isOverdue && ` ${t(toleranceLabels.overdue)}`}
          </span>
        )}
      </p>
      <div className="outcome-cols">
        <div>
          <ToleranceWords of={of} />
          {(of.state === 'notTolerated' || of.state === 'notAccepted') && (
            <Block title={t(warningLabels.appealWay)}>
              <p>{t(warningLabels.appealWayText, { body: of.appealTo })}</p>
              <AppealsOn appeals={of.appeals} />
            </Block>
          )}
          <Block title={t(warningLabels.history)}>
            <History steps={of.steps} />
          </Block>
        </div>
        <aside className="outcome-aside" aria-label={t(warningLabels.next)}>
          <ToleranceStep of={of} />
          {!of.isOwn && !open && (of.state === 'notTolerated' || of.state === 'notAccepted') && (
            <section>
              <TakeAppeal subject={{ kind: 'tolerance', id: of.id }} />
            </section>
          )}
          {of.finding !== null && (
            <section>
              <Button
                icon="download"
                busy={file.isPending && t(toleranceLabels.paper)}
                onClick={() => file.mutate({ toleranceId: of.id })}
              >
                {t(toleranceLabels.paper)}
              </Button>
              {file.isError && <StateError error={file.error} />}
            </section>
          )}
          {!of.isOwn && <Readers file={{ kind: 'tolerance', id: of.id }} />}
        </aside>
      </div>
    </>
  )
}
