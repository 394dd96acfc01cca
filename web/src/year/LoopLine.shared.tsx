import { useText } from '../shared/texts.ts'
import type { LinkId } from './hooks.ts'
import { linkTexts, loopTexts } from './labels.ts'
import './Year.css'

type Drawn = {
  readonly link: LinkId
  readonly done: boolean
  readonly signed: boolean
  readonly note: string
}

const classOf = ({ done, signed }: Drawn) => (done ? 'done' : signed ? 'signed' : 'todo')

/** The year as a line of its four links: full where one is complete, broken where it is signed as missing. */
export function LoopLine({
  year,
  links,
  compact,
}: {
  readonly year: number
  readonly links: readonly Drawn[]
  readonly compact?: boolean
}) {
  const t = useText()
  const label = t(loopTexts.line, { year })
  if (compact) {
    const name = links
      .map(({ link, note }) => `${t(linkTexts[link])} ${note}`)
      .join(t({ zh: '，', en: ', ' }))
    return (
      <div className="loop-short" role="img" aria-label={`${label} ${name}`}>
        {links.map((drawn) => (
          <i key={drawn.link} className={classOf(drawn)} />
        ))}
        {links.map(({ link }) => (
          <span key={link}>{t(linkTexts[link])}</span>
        ))}
      </div>
    )
  }
  return (
    <ol className="loop-links" aria-label={label}>
      {links.map((drawn) => (
        <li key={drawn.link} className={classOf(drawn)}>
          <div className="nm">{t(linkTexts[drawn.link])}</div>
          <p>{drawn.note}</p>
        </li>
      ))}
    </ol>
  )
}
