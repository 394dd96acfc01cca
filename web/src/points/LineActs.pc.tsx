import { Link } from 'wouter'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import type { Line } from './hooks.ts'
import { whyTexts } from './labels.ts'

type LineActsProps = {
  readonly line: Line
  readonly self: boolean
  /** The member whose objection by telephone or on paper the reader may write down. */
  readonly takenFor?: string
}

/** What one can do with a line: check its receipt, object, follow the objection that runs on it. */
export function LineActs({ line, self, takenFor }: LineActsProps) {
  const t = useText()
  const may = useMay()
  const year = line.deedOn.slice(0, 4)
  const { objectionId } = line
  return (
    <>
      {line.sealed && (
        <Link href={`/points/receipts/${line.id}`} className="link">
          {t(whyTexts.verify)}
        </Link>
      )}
      {self && line.objectUntil !== null && (
        <Link href={`/points/lines/${line.id}/object?year=${year}`} className="link">
          {t(whyTexts.object)}
        </Link>
      )}
      {self && objectionId !== null && (
        <Link href="/my-objections" className="link">
          {t(whyTexts.seeObjection)}
        </Link>
      )}
      {!self && objectionId !== null && may('objection.handle') && (
        <Link href={`/objections/${objectionId}`} className="link">
          {t(whyTexts.seeObjection)}
        </Link>
      )}
      {self && line.kind === 'deduction' && line.takenBackBy === null && (
        <Link href={`/outcomes/tolerance/new?entry=${line.id}`} className="link">
          {t(whyTexts.tolerate)}
        </Link>
      )}
      {!self && takenFor !== undefined && (
        <Link href={`/points/lines/${line.id}/object?year=${year}&member=${takenFor}`} className="link">
          {t(whyTexts.take)}
        </Link>
      )}
    </>
  )
}
