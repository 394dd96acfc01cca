import { useState } from 'react'
import type { NoticeScope } from '@steward/domain/notices/notice.ts'
import { masksNames } from '@steward/domain/notices/masking.ts'
import { scopeTexts, stateTexts } from '../notices/labels.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { SelectField, TextField } from '../shared/kit/fields.tsx'
import { StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation, useDownloadOperation, useQueryOperation } from '../shared/use-operation.ts'
import { Facts } from './Facts.pc.tsx'
import { type Event, type Part, useWords } from './hooks-event.ts'
import { eventTexts } from './labels-event.ts'
import { noticeTexts } from './labels-feedback.ts'
import { appraisalRefusalTexts } from './labels-refusal.ts'

/** The notice of results: drafted from what was signed, then checked and posted where all notices are. */
export function NoticeStep({ data, event }: Part) {
  const { t } = useWords()
  const { notice, stage } = event
  const isReached = event.stages.find((one) => one.stage === 'notice')?.state !== 'later'
  if (!isReached) return <StateEmpty fact={t(noticeTexts.notYet)} fill={t(noticeTexts.notYetNext)} />
  const mayDraft = data.may.includes('appraisal.run') && stage === 'notice'
  const isDropped = notice?.state === 'dropped'
  if ((notice === null || isDropped) && mayDraft) return <DraftForm data={data} event={event} />
  if (notice === null) return <StateEmpty fact={t(noticeTexts.none)} fill={t(noticeTexts.noneNext)} />
  return <Drafted event={event} notice={notice} />
}

type DraftedProps = { readonly event: Event; readonly notice: NonNullable<Event['notice']> }

function Drafted({ event, notice }: DraftedProps) {
  const { t, day } = useWords()
  const file = useDownloadOperation('settlement.notice-file')
  const { postedOn, endsOn, objections } = notice
  const known = Object.entries(stateTexts).find(([state]) => state === notice.state)?.[1]
  const isWaiting = notice.state === 'drafted' || notice.state === 'checked'
  return (
    <>
      <Facts
        rows={[
          [t(noticeTexts.state), known === undefined ? notice.state : t(known)],
          [
            t(noticeTexts.term),
            postedOn === null || endsOn === null
              ? ''
              : t(noticeTexts.termFact, { from: day(postedOn), until: day(endsOn) }),
          ],
          [t(noticeTexts.objections), objections === 0 ? t(noticeTexts.objectionsNone) : String(objections)],
        ]}
      />
      <p className="s t2">{t(isWaiting ? noticeTexts.checkNext : noticeTexts.runs)}</p>
      <div className="acts apr-after">
        <ButtonLink act={isWaiting} href={`/notices/${notice.id}`} icon="notice">
          {t(noticeTexts.open)}
        </ButtonLink>
        <Button
          icon="download"
          busy={file.isPending && t(noticeTexts.fetching)}
          onClick={() => file.mutate({ appraisalId: event.id })}
        >
          {t(noticeTexts.file)}
        </Button>
      </div>
      {file.isError && <StateError error={file.error} />}
    </>
  )
}

const scopes: readonly NoticeScope[] = ['branch', 'unit', 'villageBoard', 'public']

function DraftForm({ data, event }: Part) {
  const { t } = useWords()
  const say = useUndo()
  const places = useQueryOperation('notice.places', { search: '' })
  const place = places.data?.rows.find(({ id }) => id === data.org.id)
  const [scope, setScope] = useState<NoticeScope>('branch')
  const [days, setDays] = useState('5')
  const [typed, setTyped] = useState<{ office?: string; phone?: string }>({})
  const [contactHours, setHours] = useState('')
  const [paperPlace, setPaper] = useState('')
  const [tried, setTried] = useState(false)
  const office = typed.office ?? place?.office ?? ''
  const phone = typed.phone ?? place?.phone ?? ''
  const draft = useCommandOperation('appraisal.draft-notice', {
    onDone: () => say({ text: t(noticeTexts.drafted) }),
  })
  const isDays = /^\d{1,2}$/.test(days) && Number(days) >= 5
  const missing = (text: string) => (tried && text.trim() === '' ? t(noticeTexts.fill) : undefined)
  const send = () => {
    setTried(true)
    if (!isDays || [office, phone].some((text) => text.trim() === '')) return
    draft.mutate({
      ...{ appraisalId: event.id, scope, workingDays: Number(days), contactHours, paperPlace },
      contactOffice: office,
      contactPhone: phone,
      routes: paperPlace.trim() === '' ? ['page', 'phone'] : ['page', 'phone', 'paper'],
    })
  }
  return (
    <div className="form apr-form">
      <div className="form-pair">
        <SelectField
          label={t(noticeTexts.scope)}
          help={masksNames(scope) ? t(noticeTexts.lowHidden) : t(scopeTexts[scope].help)}
          value={scope}
          onValue={setScope}
          choices={scopes.map((value) => ({ value, label: t(scopeTexts[value].name) }))}
        />
        <TextField
          label={t(noticeTexts.days)}
          help={t(noticeTexts.daysHelp)}
          inputMode="numeric"
          error={tried && !isDays ? t(noticeTexts.daysHelp) : undefined}
          value={days}
          onValue={setDays}
        />
      </div>
      <div className="form-pair">
        <TextField
          label={t(noticeTexts.office)}
          error={missing(office)}
          maxLength={40}
          value={office}
          onValue={(value) => setTyped({ ...typed, office: value })}
        />
        <TextField
          label={t(noticeTexts.phone)}
          type="tel"
          error={missing(phone)}
          maxLength={30}
          value={phone}
          onValue={(value) => setTyped({ ...typed, phone: value })}
        />
      </div>
      <div className="form-pair">
        <TextField
          optional
          label={t(noticeTexts.hours)}
          maxLength={40}
          value={contactHours}
          onValue={setHours}
        />
        <TextField
          optional
          label={t(noticeTexts.paper)}
          placeholder={t(noticeTexts.paperModel)}
          maxLength={60}
          value={paperPlace}
          onValue={setPaper}
        />
      </div>
      <div className="acts">
        <Button act busy={draft.isPending && t(eventTexts.working)} onClick={send}>
          {t(noticeTexts.draft)}
        </Button>
      </div>
      {draft.isError && <StateError error={draft.error} refusals={appraisalRefusalTexts} />}
    </div>
  )
}
