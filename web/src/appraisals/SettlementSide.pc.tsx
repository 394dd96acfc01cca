import type { ReactNode } from 'react'
import { useState } from 'react'
import { isLowGrade } from '@steward/domain/appraisals/grade.ts'
import { Button, MoreLink } from '../shared/kit/Button.tsx'
import { SelectField, TextArea } from '../shared/kit/fields.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { type Event, useWords } from './hooks-event.ts'
import {
  type Grade,
  grades,
  needsReason,
  type Table,
  type TableRow,
  useSetGrade,
} from './hooks-settlement.ts'
import { gradeTexts } from './labels-ballot.ts'
import { eventTexts } from './labels-event.ts'
import { settlementRefusalTexts } from './labels-refusal-settlement.ts'
import { settlementTexts } from './labels-settlement.ts'
import { Grounds, Settled } from './SettlementGrounds.pc.tsx'

type SideProps = {
  readonly event: Event
  readonly table: Table
  readonly row: TableRow
  readonly onMember: (memberId: string | undefined) => void
}

/** One member: the three grounds, and the grade the meeting has set with its words. */
export function SettlementSide({ event, table, row, onMember }: SideProps) {
  const { t } = useWords()
  const at = table.rows.findIndex(({ memberId }) => memberId === row.memberId)
  const [isChanging, setChanging] = useState(false)
  const mayRecord = table.may.includes('record') && !row.isMine && table.meetings.length > 0
  const isSigned = table.signed !== null
  const head = (
    <>
      <div className="between">
        <span className="s t3">{t(settlementTexts.place, { at: at + 1, all: table.rows.length })}</span>
        <MoreLink href={`/members/${row.memberId}/year?year=${table.year}`}>
          {t(settlementTexts.yearPage)}
        </MoreLink>
      </div>
      <Grounds event={event} row={row} />
    </>
  )
  if (mayRecord && (!isSigned || isChanging))
    return <GradeForm event={event} table={table} row={row} onMember={onMember} head={head} />
  return (
    <Drawer title={row.name} onClose={() => onMember(undefined)}>
      {head}
      <Settled event={event} row={row} />
      {mayRecord && (
        <>
          <p className="s t2">{t(settlementTexts.changeText)}</p>
          <div className="acts">
            <Button onClick={() => setChanging(true)}>{t(settlementTexts.change)}</Button>
          </div>
        </>
      )}
      {event.stage === 'settlement' && !mayRecord && (
        <p className="s t2 apr-after">
          {t(
            row.isMine
              ? settlementTexts.mineText
              : table.may.includes('record')
                ? settlementTexts.noMeeting
                : settlementTexts.onlyLook,
          )}
        </p>
      )}
    </Drawer>
  )
}

function useGradeForm({ table, row }: Pick<SideProps, 'table' | 'row'>) {
  const { settled } = row
  const [grade, setGrade] = useState<Grade | undefined>(settled?.grade)
  const [opinion, setOpinion] = useState(settled?.opinion ?? '')
  const [reason, setReason] = useState(settled?.reason ?? '')
  const [conduct, setConduct] = useState(settled?.conduct ?? '')
  const [meetingId, setMeetingId] = useState(settled?.meetingId ?? table.meetings[0]?.id ?? '')
  const asksReason = grade !== undefined && needsReason(grade, row.proposal)
  const others = table.excellent - (settled?.grade === 'excellent' ? 1 : 0)
  const isTooMany = grade === 'excellent' && others >= table.excellentLimit
  const isWhole =
    grade !== undefined &&
    !isTooMany &&
    opinion.trim() !== '' &&
    conduct.trim() !== '' &&
    (!asksReason || reason.trim() !== '')
  return {
    ...{ grade, setGrade, opinion, setOpinion, reason, setReason, conduct, setConduct },
    ...{ meetingId, setMeetingId, asksReason, isTooMany, isWhole },
  }
}

function GradeForm({ event, table, row, onMember, head }: SideProps & { readonly head: ReactNode }) {
  const { t } = useWords()
  const say = useUndo()
  const form = useGradeForm({ table, row })
  const [tried, setTried] = useState(false)
  const at = table.rows.findIndex(({ memberId }) => memberId === row.memberId)
  const next = [...table.rows.slice(at + 1), ...table.rows.slice(0, at)].find(
    ({ settled, isMine }) => settled === null && !isMine,
  )
  const { grade } = form
  const save = useSetGrade(() => {
    if (grade !== undefined)
      say({ text: t(settlementTexts.saved, { name: row.name, grade: t(gradeTexts[grade]) }) })
    onMember(next?.memberId)
  })
  const send = () => {
    setTried(true)
    if (grade === undefined || !form.isWhole) return
    const { meetingId, opinion, conduct } = form
    const reason = form.asksReason ? form.reason : ''
    save.mutate({ appraisalId: event.id, memberId: row.memberId, meetingId, grade, opinion, reason, conduct })
  }
  return (
    <Drawer
      title={row.name}
      onClose={() => onMember(undefined)}
      acts={
        <>
          <Button act busy={save.isPending && t(eventTexts.working)} onClick={send}>
            {t(next ? settlementTexts.saveNext : settlementTexts.save)}
          </Button>
          {next && <Button onClick={() => onMember(next.memberId)}>{t(settlementTexts.later)}</Button>}
        </>
      }
    >
      {head}
      <GradeFields table={table} row={row} form={form} tried={tried} />
      {save.isError && <StateError error={save.error} refusals={settlementRefusalTexts} />}
      <p className="s t2 apr-after">{t(settlementTexts.foot)}</p>
    </Drawer>
  )
}

type FieldsProps = {
  readonly table: Table
  readonly row: TableRow
  readonly form: ReturnType<typeof useGradeForm>
  readonly tried: boolean
}

function GradeFields({ table, form, tried, row }: FieldsProps) {
  const { t, day } = useWords()
  const { grade } = form
  const missing = (text: string, label: { zh: string; en: string }) =>
    tried && text.trim() === '' ? t(label) : undefined
  const reasonLabel =
    grade !== undefined && isLowGrade(grade)
      ? settlementTexts.reasonLow
      : row.proposal === null
        ? settlementTexts.reasonFree
        : settlementTexts.reasonDiffers
  return (
    <div className="form apr-grade-form">
      <TextArea
        rows={2}
        label={t(settlementTexts.conduct)}
        placeholder={t(settlementTexts.conductModel)}
        error={missing(form.conduct, settlementTexts.conductMissing)}
        maxLength={4000}
        value={form.conduct}
        onValue={form.setConduct}
      />
      <fieldset>
        <legend className="s t2">{t(settlementTexts.setGrade)}</legend>
        <div className="apr-grades">
          {grades.map((one) => (
            <button key={one} type="button" aria-pressed={one === grade} onClick={() => form.setGrade(one)}>
              {t(gradeTexts[one])}
            </button>
          ))}
        </div>
        {form.isTooMany && (
          <p className="s ochre" role="alert">
            {t(settlementTexts.tooMany, { limit: table.excellentLimit })}
          </p>
        )}
        {tried && grade === undefined && <p className="s ochre">{t(settlementTexts.gradeMissing)}</p>}
      </fieldset>
      {form.asksReason && (
        <TextArea
          rows={3}
          label={t(reasonLabel)}
          help={t(settlementTexts.reasonHelp)}
          error={missing(form.reason, settlementTexts.reasonMissing)}
          maxLength={4000}
          value={form.reason}
          onValue={form.setReason}
        />
      )}
      <TextArea
        rows={3}
        label={t(settlementTexts.opinion)}
        placeholder={t(settlementTexts.opinionModel)}
        error={missing(form.opinion, settlementTexts.opinionMissing)}
        maxLength={4000}
        value={form.opinion}
        onValue={form.setOpinion}
      />
      {table.meetings.length > 1 && (
        <SelectField
          label={t(settlementTexts.meetingWhich)}
          value={form.meetingId}
          onValue={form.setMeetingId}
          choices={table.meetings.map(({ id, on, minutes }) => ({
            value: id,
            label: `${day(on)} ${minutes}`,
          }))}
        />
      )}
    </div>
  )
}
