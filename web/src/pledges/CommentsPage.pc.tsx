import { useText } from '../shared/texts.ts'
import { reviewLabels } from './labels-review.ts'
import { PledgeTabs } from './Tabs.pc.tsx'
import { CommentsList } from './Waiting.shared.tsx'

/** /pledges/comments: what people said, before it is shown. */
export function CommentsPage() {
  const t = useText()
  return (
    <div className="pledges">
      <PledgeTabs />
      <h1 className="ph1">{t(reviewLabels.commentsTitle)}</h1>
      <CommentsList />
    </div>
  )
}
