import { useParams } from 'wouter'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { noticeLabels } from './labels.ts'
import { ObjectForm } from './ObjectForm.mobile.tsx'
import './Notices.css'

/** 我有不同意见, with the own account. */
export function ObjectPage() {
  const t = useText()
  const { noticeId = '' } = useParams()
  const found = useQueryOperation('notice.read', { noticeId })
  return (
    <Fetched from={found} what={t(noticeLabels.one)} columns="1fr">
      {(page) => <ObjectForm page={page} by="account" />}
    </Fetched>
  )
}
