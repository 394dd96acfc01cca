import { useState } from 'react'
import { Link } from 'wouter'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatPoints } from '../shared/formats.ts'
import { Button, IconButton } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useSession } from '../shared/session.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { CloseYear, SignGap } from './Close.shared.tsx'
import {
  type Branch,
  type BranchLink,
  type BranchYear,
  type LinkId,
  type OpenItem,
  useBranchYear,
  useLoopYear,
} from './hooks.ts'
import { linkTexts, loopTexts, stateTexts } from './labels.ts'
import { LoopLine } from './LoopLine.shared.tsx'
import { useDisputes, useItemWords, useLinkNote } from './Open.shared.tsx'
import './Year.css'

/** /m/loop: what keeps the year of the own branch open, in plain words. */
export function LoopPage() {
  const t = useText()
  const { org } = useSession()
  const { year } = useLoopYear()
  const found = useBranchYear(org?.id ?? '', year)
  if (org === null) return null
  return (
    <Fetched from={found} what={t(loopTexts.what)} columns="1fr 60px" rows={4}>
      {(data) => <Loop data={data} />}
    </Fetched>
  )
}

function Loop({ data }: { readonly data: Branch }) {
  const t = useText()
  const note = useLinkNote()
  const { thisYear, setYear } = useLoopYear()
  const { year, branch } = data
  return (
    <>
      <div className="between">
        <h1 className="month first">{t(loopTexts.title, { year })}</h1>
        <span className="row">
          <IconButton name="left" label={t(loopTexts.before)} onClick={() => setYear(year - 1)} />
          {year < thisYear && (
            <IconButton name="right" label={t(loopTexts.after)} onClick={() => setYear(year + 1)} />
          )}
        </span>
      </div>
      {branch === null ? (
        <div className="card pad">
          <StateEmpty fact={t(loopTexts.notThere)} fill={t(loopTexts.notThereNext)} />
        </div>
      ) : (
        <>
          <div className="card pad">
            <p className="s t2">
              {data.org.name} · {t(stateTexts[branch.state])}
            </p>
            <LoopLine
              compact
              year={year}
              links={branch.links.map((link) => ({
                ...{ link: link.link, done: link.complete, signed: link.signed, note: note(link) },
              }))}
            />
          </div>
          <Left data={data} branch={branch} />
          <End data={data} branch={branch} />
        </>
      )}
    </>
  )
}

type Part = { readonly data: Branch; readonly branch: BranchYear }

function Left({ data, branch }: Part) {
  const t = useText()
  const [signing, setSigning] = useState<LinkId>()
  const disputes = useDisputes()(branch)
  const open = branch.links.filter(({ complete, gap }) => !complete || gap !== null)
  return (
    <section className="card pad">
      <h2 className="s t3">
        {t(branch.closing !== null && open.length > 0 ? loopTexts.wasLeft : loopTexts.left)}
      </h2>
      {open.length === 0 && disputes.length === 0 && <p>{t(loopTexts.nothingLeft)}</p>}
      {open.map((link) => (
        <OpenLink key={link.link} data={data} link={link} onSign={() => setSigning(link.link)} />
      ))}
      {disputes.map(({ kind, says }) => (
        <p key={kind} className="loop-left">
          {says}
        </p>
      ))}
      {disputes.length > 0 && branch.closing === null && <p className="c t3">{t(loopTexts.disputeRule)}</p>}
      {signing !== undefined && (
        <SignGap
          face="mobile"
          orgId={data.org.id}
          year={data.year}
          link={signing}
          onClose={() => setSigning(undefined)}
        />
      )}
    </section>
  )
}

type OpenLinkProps = { readonly data: Branch; readonly link: BranchLink; readonly onSign: () => void }

function OpenLink({ data, link, onSign }: OpenLinkProps) {
  const t = useText()
  const [language] = useLanguage()
  const { gap } = link
  const maySign = data.may.includes('year.sign-gap') && data.isOver && gap === null && !link.complete
  return (
    <>
      {link.items.map((item) => (
        <Item key={item.code} item={item} link={link.link} year={data.year} />
      ))}
      {gap !== null && (
        <p className="s t2">
          {t(loopTexts.gapBy, {
            ...{ signer: gap.signerName, reason: gap.reason },
            day: formatDay(gap.on, language, `${data.year}-01-01`),
          })}
        </p>
      )}
      {maySign && (
        <div className="loop-sign">
          <Button
            small
            aria-label={t(loopTexts.signTitle, { link: t(linkTexts[link.link]) })}
            onClick={onSign}
          >
            {t(loopTexts.sign)}
          </Button>
        </div>
      )}
    </>
  )
}

/** Pages of the phone where a thing is mended; the others are done at the computer. */
function phonePath({ code, names }: OpenItem): string | undefined {
  if (code === 'members-without-pledge' || code === 'pledges-not-judged') return '/pledges/branch'
  if (code === 'months-not-closed' && names[0] !== undefined) return `/points/month/${names[0]}`
  return undefined
}

function Item({
  item,
  link,
  year,
}: {
  readonly item: OpenItem
  readonly link: LinkId
  readonly year: number
}) {
  const t = useText()
  const words = useItemWords(year)
  const { says, names } = words(item)
  const path = phonePath(item)
  const inside = (
    <>
      <span className="grow">
        <span className="b">{t(linkTexts[link])}</span> {says}
        <span className="block s t2">{names}</span>
      </span>
      {path !== undefined && <Icon name="right" />}
    </>
  )
  return path !== undefined ? (
    <Link href={path} className="loop-left">
      {inside}
    </Link>
  ) : (
    <div className="loop-left">{inside}</div>
  )
}

function End({ data, branch }: Part) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const [isClosing, setClosing] = useState(false)
  const { year, org } = data
  const { closing } = branch
  if (closing !== null) {
    const day = formatDay(dayOfInstant(closing.at), language, today)
    return (
      <section className="card pad">
        <p className="b">{t(loopTexts.closedBy, { by: closing.by, day })}</p>
        <p className="s t2">
          {t(loopTexts.closedSum, {
            ...{ carried: closing.carried, next: year + 1, points: formatPoints(closing.carriedPoints) },
          })}
        </p>
      </section>
    )
  }
  if (!data.isOver) return <p className="s t2">{t(loopTexts.notOver)}</p>
  if (branch.state !== 'ready' || !data.may.includes('year.close')) return null
  return (
    <>
      <Button act wide onClick={() => setClosing(true)}>
        {t(loopTexts.close, { year })}
      </Button>
      {isClosing && <CloseYear face="mobile" orgId={org.id} year={year} onClose={() => setClosing(false)} />}
    </>
  )
}
