import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import {
  type Event,
  type Part,
  type Stage,
  type Step,
  steps,
  useGoBack,
  useGoOn,
  useWords,
} from './hooks-event.ts'
import { blockSteps, eventTexts, stageTexts } from './labels-event.ts'
import { appraisalRefusalTexts } from './labels-refusal.ts'

type NextProps = Part & { readonly step: Step; readonly onStep: (step: Step) => void }

/** From where one can go back, and where to; an opened box stays behind. */
const backTo: Readonly<Partial<Record<Stage, Step>>> = {
  roll: 'basis',
  dutyReports: 'roll',
  self: 'dutyReports',
  peers: 'self',
  notice: 'settlement',
}

/** The one next act, or everything that still stands in its way with the place where it is seen to. */
export function NextStep({ data, event, step, onStep }: NextProps) {
  const { t } = useWords()
  const { stage, blocks, next } = event
  const mayRun = data.may.includes('appraisal.run')
  if (next === null) {
    return (
      <section className="apr-next">
        <div className="b">{t(eventTexts.closedTitle, { year: data.year })}</div>
        <p className="s t2">{t(eventTexts.closedText)}</p>
      </section>
    )
  }
  const isFree = blocks.length === 0
  return (
    <section className="apr-next" aria-label={t(eventTexts.next)}>
      <div className="apr-next-row">
        <div className="grow">
          <div className="b">
            {t(isFree ? eventTexts.free : eventTexts.held, {
              stage: t(stageTexts[stage]),
              count: blocks.length,
            })}
          </div>
          {isFree && (
            <p className="s t2">
              {t(
                stage === 'ballots'
                  ? eventTexts.freeBallots
                  : backTo[next] === undefined
                    ? eventTexts.freeOnly
                    : eventTexts.freeText,
              )}
            </p>
          )}
        </div>
        {mayRun && <Acts event={event} next={next} onStep={onStep} />}
      </div>
      {!mayRun && <p className="s t2">{t(eventTexts.onlyLook)}</p>}
      <Blocks event={event} step={step} onStep={onStep} />
    </section>
  )
}

function Blocks({ event, step, onStep }: Omit<NextProps, 'data'>) {
  const { t } = useWords()
  if (event.blocks.length === 0) return null
  return (
    <ul className="rows apr-blocks">
      {event.blocks.map(({ code, count }) => (
        <li key={code}>
          <span className="s">{t(appraisalRefusalTexts[code], { count })}</span>
          {blockSteps[code] !== step && (
            <button type="button" className="link s nw" onClick={() => onStep(blockSteps[code])}>
              {t(eventTexts.seeTo)}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

type ActsProps = { readonly event: Event; readonly next: Stage; readonly onStep: (step: Step) => void }

function Acts({ event, next, onStep }: ActsProps) {
  const { t } = useWords()
  const say = useUndo()
  const [isGoingBack, setGoingBack] = useState(false)
  const go = useGoOn(({ stage }) => {
    say({ text: t(eventTexts.gone, { stage: t(stageTexts[stage]) }) })
    const step = steps.find((one) => one === stage)
    if (step !== undefined) onStep(step)
  })
  const before = backTo[event.stage]
  return (
    <>
      <span className="acts">
        {before !== undefined && (
          <Button plain onClick={() => setGoingBack(true)}>
            {t(eventTexts.goBack)}
          </Button>
        )}
        {event.blocks.length === 0 && (
          <Button
            act
            busy={go.isPending && t(eventTexts.working)}
            onClick={() => go.mutate({ appraisalId: event.id, revision: event.revision })}
          >
            {next === 'closed' ? t(eventTexts.close) : t(eventTexts.goOn, { stage: t(stageTexts[next]) })}
          </Button>
        )}
      </span>
      {go.isError && (
        <div className="apr-wrong">
          <StateError error={go.error} refusals={appraisalRefusalTexts} />
        </div>
      )}
      {isGoingBack && before !== undefined && (
        <GoBack event={event} before={before} onStep={onStep} onClose={() => setGoingBack(false)} />
      )}
    </>
  )
}

type BackProps = {
  readonly event: Event
  readonly before: Step
  readonly onStep: (step: Step) => void
  readonly onClose: () => void
}

/** Going back is written down with its reason. */
function GoBack({ event, before, onStep, onClose }: BackProps) {
  const { t } = useWords()
  const say = useUndo()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  const stage = t(stageTexts[before])
  const back = useGoBack(() => {
    say({ text: t(eventTexts.wentBack, { stage }) })
    onClose()
    onStep(before)
  })
  const send = () => {
    setTried(true)
    if (!isMissing) back.mutate({ appraisalId: event.id, revision: event.revision, reason })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      keepOpen={!isMissing}
      title={t(eventTexts.goBackTitle, { stage })}
      acts={
        <Button ink busy={back.isPending && t(eventTexts.working)} onClick={send}>
          {t(eventTexts.goBack)}
        </Button>
      }
    >
      <p className="s t2 apr-dialog-text">
        {t(event.stage === 'notice' ? eventTexts.goBackNotice : eventTexts.goBackText)}
      </p>
      <TextArea
        label={t(eventTexts.goBackReason)}
        placeholder={t(eventTexts.goBackModel)}
        error={tried && isMissing ? t(appraisalRefusalTexts['appraisal-needs-reason']) : undefined}
        maxLength={300}
        value={reason}
        onValue={setReason}
      />
      {back.isError && <StateError error={back.error} refusals={appraisalRefusalTexts} />}
    </Dialog>
  )
}
