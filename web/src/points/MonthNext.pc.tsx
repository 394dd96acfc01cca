import { useState } from 'react'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { Blocks } from './Blocks.shared.tsx'
import type { BranchMonth } from './hooks-month.ts'
import { useGoOn, useMonthWords, useWithdraw } from './hooks-month.ts'
import { monthTexts, stepTexts } from './labels-month.ts'
import { pointsRefusals } from './labels-refusal.ts'

/** The next step as the one red button, or what stands in its way. */
export function MonthNext({ data }: { readonly data: BranchMonth }) {
  const t = useText()
  const words = useMonthWords()
  const month = words(data.month)
  const { next } = data
  const inTheWay = data.blocks.filter(({ step }) => step === next)
  const ahead = data.blocks.filter(({ step }) => step !== next)
  const mayMove = data.may.includes('move')
  const isHeld = inTheWay.length > 0
  if (next === null) {
    return (
      <section className="month-next">
        <div className="b">{t(monthTexts.allDone, { month })}</div>
        <p className="s t2">{t(monthTexts.allDoneNext)}</p>
      </section>
    )
  }
  return (
    <section className="month-next" aria-label={t(monthTexts.next)}>
      <div className="month-next-row">
        <div className="grow">
          <div className="b">{t(stepTexts[next][isHeld ? 'notYet' : 'act'], { month })}</div>
          {!isHeld && <p className="s t2">{t(stepTexts[next].text)}</p>}
        </div>
        {data.minutes > 0 && mayMove && (
          <span className="s t3 nw">{t(monthTexts.minutes, { count: data.minutes })}</span>
        )}
        {mayMove && <Acts data={data} isHeld={isHeld} />}
      </div>
      {!mayMove && <p className="s t2">{t(monthTexts.onlyLook)}</p>}
      <Blocks blocks={inTheWay} data={data} face="pc" />
      <Blocks title={t(monthTexts.ahead)} blocks={ahead} data={data} face="pc" />
    </section>
  )
}

function Acts({ data, isHeld }: { readonly data: BranchMonth; readonly isHeld: boolean }) {
  const t = useText()
  const say = useUndo()
  const words = useMonthWords()
  const month = words(data.month)
  const [isWithdrawing, setWithdrawing] = useState(false)
  const go = useGoOn(({ did }) => {
    for (const step of did) say({ text: t(stepTexts[step].done, { month }) })
  })
  const { next } = data
  const mayWithdraw = data.may.includes('withdraw')
  if (isHeld && !mayWithdraw) return null
  return (
    <>
      <span className="acts">
        {mayWithdraw && <Button onClick={() => setWithdrawing(true)}>{t(monthTexts.withdraw)}</Button>}
        {next === 'notice' && data.notice !== null && (
          <ButtonLink act href={`/notices/${data.notice.id}`}>
            {t(stepTexts.notice.act)}
          </ButtonLink>
        )}
        {next !== null && next !== 'notice' && !isHeld && (
          <Button
            act
            busy={go.isPending && t(monthTexts.working)}
            onClick={() => go.mutate({ orgId: data.org.id, month: data.month })}
          >
            {t(stepTexts[next].act, { month })}
          </Button>
        )}
      </span>
      {go.isError && (
        <div className="month-wrong">
          <StateError error={go.error} refusals={pointsRefusals} />
        </div>
      )}
      {isWithdrawing && <WithdrawDialog data={data} onClose={() => setWithdrawing(false)} />}
    </>
  )
}

/** A notice is only taken back with its reason. */
function WithdrawDialog({ data, onClose }: { readonly data: BranchMonth; readonly onClose: () => void }) {
  const t = useText()
  const say = useUndo()
  const words = useMonthWords()
  const month = words(data.month)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  const withdraw = useWithdraw(() => {
    say({ text: t(monthTexts.withdrawDone, { month }) })
    onClose()
  })
  const send = () => {
    setTried(true)
    if (!isMissing) withdraw.mutate({ orgId: data.org.id, month: data.month, reason })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      keepOpen={!isMissing}
      title={t(monthTexts.withdrawTitle, { month })}
      acts={
        <Button ink busy={withdraw.isPending && t(monthTexts.working)} onClick={send}>
          {t(monthTexts.withdraw)}
        </Button>
      }
    >
      <p className="s t2 month-dialog-text">{t(monthTexts.withdrawText)}</p>
      <TextArea
        label={t(monthTexts.withdrawReason)}
        placeholder={t(monthTexts.withdrawModel)}
        error={tried && isMissing ? t(pointsRefusals['month-needs-reason']) : undefined}
        maxLength={300}
        value={reason}
        onValue={setReason}
      />
      {withdraw.isError && <StateError error={withdraw.error} refusals={pointsRefusals} />}
    </Dialog>
  )
}
