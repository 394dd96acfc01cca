import { useState } from 'react'
import { useParams } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { SelectField } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useSession } from '../shared/session.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { Blocks } from './Blocks.shared.tsx'
import type { BranchMonth } from './hooks-month.ts'
import { useBranchMonth, useGoOn, useMonthWords } from './hooks-month.ts'
import { monthTexts, onPhoneTexts, stateTexts, stepTexts } from './labels-month.ts'
import { pointsRefusals } from './labels-refusal.ts'
import './MonthMobile.css'

/** /m/points/month and /m/points/month/:month: where the branch's month stands, and the next step. */
export function MonthPage() {
  const t = useText()
  const { org } = useSession()
  const asked = useParams<{ month?: string }>().month ?? null
  const [month, setMonth] = useState(asked)
  if (org?.kind !== 'branch') {
    return <StateEmpty fact={t(onPhoneTexts.noBranch)} fill={t(onPhoneTexts.noBranchNext)} />
  }
  return <OfBranch orgId={org.id} month={month} onMonth={setMonth} />
}

type OfBranchProps = {
  readonly orgId: string
  readonly month: string | null
  readonly onMonth: (month: string) => void
}

function OfBranch({ orgId, month, onMonth }: OfBranchProps) {
  const t = useText()
  const found = useBranchMonth(orgId, month)
  return (
    <Fetched from={found} what={t(monthTexts.what)} columns="1fr 80px" rows={4}>
      {(data) => <Month data={data} onMonth={onMonth} />}
    </Fetched>
  )
}

type MonthProps = { readonly data: BranchMonth; readonly onMonth: (month: string) => void }

function Month({ data, onMonth }: MonthProps) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const words = useMonthWords()
  const month = words(data.month)
  const due = formatDay(data.dueOn, language, today)
  const isWaiting = data.state === 'open' || data.state === 'reviewing'
  return (
    <>
      <section className="card pad phone-month">
        <p className="between">
          <b className="ph1">{month}</b>
          <span className="row phone-month-tags">
            <Tag tone={data.state === 'publishing' ? 'indigo' : 'plain'}>{t(stateTexts[data.state])}</Tag>
            {data.isLate && (
              <Tag tone="ochre" icon="clock">
                {t(monthTexts.late)}
              </Tag>
            )}
          </span>
        </p>
        <p className="s t2">{t(onPhoneTexts.sum, { members: data.members, lines: data.lines })}</p>
        {isWaiting && (
          <p className="s t2">{t(data.isLate ? monthTexts.wasDueOn : monthTexts.dueOn, { day: due })}</p>
        )}
        {data.notice?.endsOn != null && data.notice.postedOn !== null && (
          <p className="s t2">
            {t(monthTexts.noticeRuns, {
              from: formatDay(data.notice.postedOn, language, today),
              until: formatDay(data.notice.endsOn, language, today),
            })}
          </p>
        )}
      </section>
      <Next data={data} month={month} />
      <SelectField
        label={t(onPhoneTexts.other)}
        value={data.month}
        onValue={onMonth}
        choices={data.year.toReversed().map((each) => ({
          value: each.month,
          label: t(onPhoneTexts.monthState, {
            month: words(each.month),
            state: t(each.isLate ? monthTexts.late : stateTexts[each.state]),
          }),
        }))}
      />
    </>
  )
}

/** Drafting, reviewing and closing go from here; the notice is checked and posted on its own page. */
function Next({ data, month }: { readonly data: BranchMonth; readonly month: string }) {
  const t = useText()
  const say = useUndo()
  const go = useGoOn(({ did }) => {
    for (const step of did) say({ text: t(stepTexts[step].done, { month }) })
  })
  const { next } = data
  const inTheWay = data.blocks.filter(({ step }) => step === next)
  const ahead = data.blocks.filter(({ step }) => step !== next)
  const mayMove = data.may.includes('move')
  const isHeld = inTheWay.length > 0
  if (next === null) {
    return <StateEmpty fact={t(monthTexts.allDone, { month })} fill={t(monthTexts.allDoneNext)} />
  }
  return (
    <section className="card pad phone-month">
      <h2 className="s t3">{t(monthTexts.next)}</h2>
      <p className="b">{t(stepTexts[next][isHeld ? 'notYet' : 'act'], { month })}</p>
      {!isHeld && (
        <p className="s t2">{t(next === 'notice' ? onPhoneTexts.noticeDrafted : stepTexts[next].text)}</p>
      )}
      <Blocks blocks={inTheWay} data={data} face="mobile" />
      <Blocks title={t(monthTexts.ahead)} blocks={ahead} data={data} face="mobile" />
      {go.isError && <StateError error={go.error} refusals={pointsRefusals} />}
      {mayMove && next === 'notice' && data.notice !== null && (
        <ButtonLink href={`/notices/work/${data.notice.id}`} act wide>
          {t(onPhoneTexts.toNotice)}
        </ButtonLink>
      )}
      {mayMove && next !== 'notice' && !isHeld && (
        <Button
          act
          wide
          busy={go.isPending && t(monthTexts.working)}
          onClick={() => go.mutate({ orgId: data.org.id, month: data.month })}
        >
          {t(stepTexts[next].act, { month })}
        </Button>
      )}
    </section>
  )
}
