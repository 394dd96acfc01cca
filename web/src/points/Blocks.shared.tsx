import { Link } from 'wouter'
import { useText } from '../shared/texts.ts'
import type { Block, BranchMonth } from './hooks-month.ts'
import { useMonthWords } from './hooks-month.ts'
import { blockTexts } from './labels-month.ts'

type BlocksProps = {
  readonly title?: string
  readonly blocks: readonly Block[]
  readonly data: Pick<BranchMonth, 'month' | 'notice'>
  readonly face: 'pc' | 'mobile'
}

/** What stands in the way, each with the page where it is put right. */
export function Blocks({ title, blocks, data, face }: BlocksProps) {
  const t = useText()
  const words = useMonthWords()
  if (blocks.length === 0) return null
  return (
    <div className="month-blocks">
      {title !== undefined && <h3 className="s t3">{title}</h3>}
      <ul className="rows">
        {blocks.map(({ code, count, step }) => {
          const { text, act } = blockTexts[code]
          const path = pathsOf[face](code, data.notice?.id)
          return (
            <li key={code + step}>
              <span>{t(text, { month: words(data.month), count })}</span>
              {act && path !== undefined && (
                <Link href={path} className="link">
                  {t(act)}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const pathsOf: Record<BlocksProps['face'], PathOf> = { pc: pathAtDesk, mobile: pathOnPhone }
type PathOf = (code: Block['code'], noticeId: string | undefined) => string | undefined

function pathAtDesk(code: Block['code'], noticeId: string | undefined): string | undefined {
  switch (code) {
    case 'month-not-over':
      return undefined
    case 'month-claims-undecided':
      return '/claims'
    case 'month-deductions-unanswered':
      return '/deductions'
    case 'month-objections-without-handler':
      return '/objections'
    case 'month-notice-missing':
    case 'month-notice-running':
    case 'month-notice-interrupted':
      return noticeId === undefined ? undefined : `/notices/${noticeId}`
  }
}

/** Objections are given out at the desk. */
function pathOnPhone(code: Block['code'], noticeId: string | undefined): string | undefined {
  switch (code) {
    case 'month-not-over':
    case 'month-objections-without-handler':
      return undefined
    case 'month-claims-undecided':
      return '/review'
    case 'month-deductions-unanswered':
      return '/deductions'
    case 'month-notice-missing':
    case 'month-notice-running':
    case 'month-notice-interrupted':
      return noticeId === undefined ? undefined : `/notices/work/${noticeId}`
  }
}
