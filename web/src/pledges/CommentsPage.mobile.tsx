import { CommentsList } from './Waiting.shared.tsx'

/** Comments to read, on the phone. */
export function CommentsPage() {
  return (
    <div className="card pad">
      <CommentsList />
    </div>
  )
}
