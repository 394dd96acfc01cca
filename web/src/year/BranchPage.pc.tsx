import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatPoints } from '../shared/formats.ts'
import { Button, IconButton } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { CarryTable } from './CarryTable.pc.tsx'
import { CloseYear, SignGap } from './Close.shared.tsx'
import {
  type Branch,
  type BranchLink,
  type BranchYear,
  type LinkId,
  mendingPath,
  useBranchYear,
  useLoopYear,
} from './hooks.ts'
import { itemTexts, linkTexts, loopTexts, stateTexts } from './labels.ts'
import { LoopLine } from './LoopLine.shared.tsx'
import { useDisputes, useItemWords, useLinkNote } from './Open.shared.tsx'
import './Year.css'

/** /year/branches/:orgId: the four links of a branch, what is left of each, and the closing. */
export function BranchPage({ orgId: own }: { readonly orgId?: string }) {
  const t = useText()
  const params = useParams()
  const orgId = own ?? params.orgId ?? ''
  const { year } = useLoopYear()
  const found = useBranchYear(orgId, year)
  return (
    <div className="loop-page">
      <Fetched from={found} what={t(loopTexts.what)} rows={5} columns="1fr 90px">
        {(data) => <Page data={data} />}
      </Fetched>
    </div>
  )
}

function Page({ data }: { readonly data: Branch }) {
  const t = useText()
  const note = useLinkNote()
  const { org, year, branch } = data
  return (
    <>
      <Head data={data} />
      {branch === null ? (
        <StateEmpty fact={t(loopTexts.notThere)} fill={t(loopTexts.notThereNext)} />
      ) : (
        <>
          <LoopLine
            year={year}
            links={branch.links.map((link) => ({
              ...{ link: link.link, done: link.complete, signed: link.signed, note: note(link) },
            }))}
          />
          <div className="loop-cols">
            <Left data={data} branch={branch} />
            <Aside data={data} branch={branch} />
          </div>
          {data.isOver && <CarryTable orgId={org.id} year={year} />}
        </>
      )}
    </>
  )
}

function Head({ data: { org, year, branch } }: { readonly data: Branch }) {
  const t = useText()
  return (
    <header className="loop-head">
      <h1 className="ph1">{t(loopTexts.title, { year })}</h1>
      <YearStep year={year} />
      <span className="s t2 grow">
        {org.name}
        {branch !== null && <> · {t(loopTexts.members, { count: branch.members })}</>}
      </span>
      {branch !== null && (
        <Tag tone={branch.state === 'closed' ? 'pine' : branch.state === 'ready' ? 'indigo' : 'plain'}>
          {t(stateTexts[branch.state])}
        </Tag>
      )}
    </header>
  )
}

/** One year back, and forth as far as this one. */
export function YearStep({ year }: { readonly year: number }) {
  const t = useText()
  const { thisYear, setYear } = useLoopYear()
  return (
    <span className="row">
      <IconButton name="left" label={t(loopTexts.before)} onClick={() => setYear(year - 1)} />
      {year < thisYear && (
        <IconButton name="right" label={t(loopTexts.after)} onClick={() => setYear(year + 1)} />
      )}
    </span>
  )
}

type Part = { readonly data: Branch; readonly branch: BranchYear }

function Left({ data, branch }: Part) {
  const t = useText()
  const [signing, setSigning] = useState<LinkId>()
  const disputes = useDisputes()(branch)
  const open = branch.links.filter(({ complete, gap }) => !complete || gap !== null)
  const isWhole = open.length === 0 && disputes.length === 0
  return (
    <section aria-labelledby="left">
      <h2 className="sec" id="left">
        {t(branch.closing !== null && open.length > 0 ? loopTexts.wasLeft : loopTexts.left)}
      </h2>
      {isWhole && <p className="loop-note t2">{t(loopTexts.nothingLeft)}</p>}
      <div>
        {open.map((link) => (
          <OpenLink key={link.link} data={data} link={link} onSign={() => setSigning(link.link)} />
        ))}
        {disputes.map(({ kind, says }) => (
          <div key={kind} className="loop-item">
            <span>{says}</span>
            <span className="acts">
              <Link className="link" href={disputePath(kind, data.org.id, data.year)}>
                {t(disputeActs[kind])}
              </Link>
            </span>
          </div>
        ))}
      </div>
      {disputes.length > 0 && branch.closing === null && (
        <p className="loop-note c t3">{t(loopTexts.disputeRule)}</p>
      )}
      {signing !== undefined && (
        <SignGap
          face="pc"
          orgId={data.org.id}
          year={data.year}
          link={signing}
          onClose={() => setSigning(undefined)}
        />
      )}
    </section>
  )
}

const disputeActs = {
  objections: loopTexts.seeObjections,
  appeals: loopTexts.seeAppeals,
  tolerance: loopTexts.seeTolerance,
} as const

// Appeals against grades are at the appraisal; those against outcomes have a page of their own, which it leads to.
function disputePath(kind: keyof typeof disputeActs, orgId: string, year: number): string {
  if (kind === 'objections') return '/objections'
  return kind === 'appeals' ? `/appraisals/branches/${orgId}?year=${year}` : '/outcomes/tolerance'
}

type OpenLinkProps = { readonly data: Branch; readonly link: BranchLink; readonly onSign: () => void }

function OpenLink({ data, link, onSign }: OpenLinkProps) {
  const t = useText()
  const [language] = useLanguage()
  const words = useItemWords(data.year)
  const { gap } = link
  const maySign = data.may.includes('year.sign-gap') && data.isOver && gap === null && !link.complete
  return (
    <>
      {link.items.map((item, at) => {
        const { says, names } = words(item)
        return (
          <div key={item.code} className="loop-item">
            <span>
              <span className="b">{t(linkTexts[link.link])}</span> {says}
              <span className="block s t2">{names}</span>
            </span>
            <span className="acts">
              <Link className="link" href={mendingPath(item, data.org.id, data.year)}>
                {t(itemTexts[item.code].act)}
              </Link>
              {maySign && at === 0 && (
                <Button small onClick={onSign}>
                  {t(loopTexts.sign)}
                </Button>
              )}
            </span>
          </div>
        )
      })}
      {gap !== null && (
        <p className="loop-note s t2">
          {t(loopTexts.gapBy, {
            ...{ signer: gap.signerName, reason: gap.reason },
            day: formatDay(gap.on, language, `${data.year}-01-01`),
          })}
        </p>
      )}
    </>
  )
}

function Aside({ data, branch }: Part) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const [isClosing, setClosing] = useState(false)
  const { org, year } = data
  const { closing } = branch
  return (
    <aside>
      <section>
        {closing !== null ? (
          <>
            <p className="b">
              {t(loopTexts.closedBy, {
                by: closing.by,
                day: formatDay(dayOfInstant(closing.at), language, today),
              })}
            </p>
            <p className="s t2">
              {t(loopTexts.closedSum, {
                ...{ carried: closing.carried, next: year + 1, points: formatPoints(closing.carriedPoints) },
              })}
            </p>
            {data.countyClosed && <p className="s t2">{t(loopTexts.countyClosed)}</p>}
          </>
        ) : data.isOver ? (
          data.may.includes('year.close') &&
          branch.state === 'ready' && (
            <Button act wide onClick={() => setClosing(true)}>
              {t(loopTexts.close, { year })}
            </Button>
          )
        ) : (
          <p className="s t2">{t(loopTexts.notOver)}</p>
        )}
        {isClosing && <CloseYear face="pc" orgId={org.id} year={year} onClose={() => setClosing(false)} />}
      </section>
      <section>
        {data.may.includes('problem.read') && (
          <Way href={`/year/branches/${org.id}/problems?year=${year}`} text={t(loopTexts.problemsText)}>
            {t(loopTexts.problems)}
          </Way>
        )}
        {data.may.includes('lens.read') && (
          <Way href={`/year/lens/${org.id}?year=${year}`} text={t(loopTexts.lensText)}>
            {t(loopTexts.lens)}
          </Way>
        )}
      </section>
    </aside>
  )
}

function Way({ href, text, children }: { href: string; text: string; children: string }) {
  return (
    <Link href={href} className="loop-way">
      <span className="grow">
        {children}
        <span className="block c t3">{text}</span>
      </span>
      <Icon name="right" />
    </Link>
  )
}
