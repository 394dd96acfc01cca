import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { ChangeForm, useSaved } from './ChangeForm.shared.tsx'
import { DraftContact, DraftList, DraftScope, DraftWords } from './DraftFields.shared.tsx'
import { DraftPlace } from './DraftPlace.pc.tsx'
import { useNotice } from './hooks.ts'
import { handKinds, missingIn, toInput, toList, useDraftForm } from './hooks-draft.ts'
import { noticeRefusals } from './labels-refusal.ts'
import { draftTexts, workTexts } from './labels-work.ts'
import './Notices.css'

/** 起草公示: a notice written by hand. */
export function DraftPage() {
  const t = useText()
  const [, navigate] = useLocation()
  const done = useSaved((noticeId) => navigate(`/notices/${noticeId}`, { replace: true }))
  const [form, change] = useDraftForm()
  const [tried, setTried] = useState(false)
  const draft = useCommandOperation('notice.draft', {
    onDone: ({ noticeId, findings }) => done(noticeId, findings),
  })
  const save = () => {
    setTried(true)
    const kind = handKinds.find((one) => one === form.kind)
    if (kind === undefined || form.orgId === '' || Object.values(missingIn(form)).some(Boolean)) return
    draft.mutate({ orgId: form.orgId, draft: { kind, ...toInput(form) }, list: toList(form) })
  }
  return (
    <div className="notices-page">
      <Link href="/notices" className="more">
        <Icon name="left" />
        {t(workTexts.back)}
      </Link>
      <h1 className="ph1">{t(draftTexts.title)}</h1>
      <form className="form notice-form" onSubmit={(event) => event.preventDefault()}>
        <div className="form">
          <DraftPlace form={form} change={change} />
          <DraftWords form={form} change={change} tried={tried} withKind />
          <DraftList form={form} change={change} />
        </div>
        <div className="form">
          <DraftScope form={form} change={change} tried={tried} />
          <DraftContact form={form} change={change} tried={tried} />
        </div>
        {draft.isError && <StateError error={draft.error} refusals={noticeRefusals} />}
        <div className="acts span">
          <Button act busy={draft.isPending && t(draftTexts.saving)} onClick={save}>
            {t(draftTexts.save)}
          </Button>
          <span className="s t2">{t(draftTexts.next)}</span>
        </div>
      </form>
    </div>
  )
}

/** 改公示: the words of one that does not hang. */
export function ChangePage() {
  const t = useText()
  const { noticeId = '' } = useParams()
  return (
    <div className="notices-page">
      <Link href={`/notices/${noticeId}`} className="more">
        <Icon name="left" />
        {t(workTexts.back)}
      </Link>
      <h1 className="ph1">{t(draftTexts.changeTitle)}</h1>
      <Fetched from={useNotice(noticeId)} what={t(draftTexts.changeTitle)} columns="1fr">
        {(notice) => <ChangeForm key={notice.id} notice={notice} after={`/notices/${notice.id}`} />}
      </Fetched>
    </div>
  )
}
