import { useEffect, useState } from 'react'
import { useParams, useSearchParams } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { formatDay, formatPoints } from '../shared/formats.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { YearLine } from '../shared/kit/YearLine.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useStandingLine } from '../members/FileFacts.shared.tsx'
import type { MemberFile } from '../members/hooks.ts'
import { useMemberFile } from '../members/hooks.ts'
import { LooksBlock } from '../members/Looks.shared.tsx'
import type { PointsYear as Year } from '../points/hooks.ts'
import { usePointsYear } from '../points/hooks.ts'
import { pointsTexts } from '../points/labels.ts'
import { PointsYear } from '../points/PointsYear.pc.tsx'
import { useScope } from './page-scope.ts'
import { MemberPledges, useMemberPledges } from './MemberPledges.pc.tsx'
import { memberYearLabels, pcLabels } from './pc-labels.ts'
import '../members/File.css'
import './member-year.css'

/** /members/:memberId/year: one person, one year, one page. */
export function MemberYearPage() {
  const { memberId } = useParams<{ memberId: string }>()
  return <YearOf key={memberId} memberId={memberId} />
}

/** /my-year */
export function OwnYearPage() {
  return <YearOf memberId={null} />
}

function YearOf({ memberId }: { readonly memberId: string | null }) {
  const t = useText()
  const [params, setParams] = useSearchParams()
  const asked = Number(params.get('year'))
  const year = usePointsYear(memberId, Number.isInteger(asked) && asked > 2000 ? asked : null)
  const file = useMemberFile(memberId)
  const line = params.get('line')
  const { data } = year
  // A line of December may be asked for in January.
  const isElsewhere =
    line !== null &&
    asked === 0 &&
    data !== undefined &&
    data.years.includes(data.year - 1) &&
    !hasLine(data, line)
  useEffect(() => {
    if (isElsewhere && line !== null) setParams({ line, year: String(data.year - 1) }, { replace: true })
  }, [isElsewhere, line, data, setParams])
  return (
    <Fetched from={year} what={t(pointsTexts.whatYear)} rows={8} columns="88px 1fr 92px 64px">
      {(data) => (
        <Fetched from={file} rows={1} columns="1fr">
          {(facts) => (
            <Page year={data} file={facts} line={line} onYear={(next) => setParams({ year: next })} />
          )}
        </Fetched>
      )}
    </Fetched>
  )
}

function hasLine(year: Year, lineId: string): boolean {
  return year.terms.some(({ lines }) => lines.some(({ id }) => id === lineId))
}

type PageProps = {
  readonly year: Year
  readonly file: MemberFile
  /** The line that is asked for. */
  readonly line: string | null
  readonly onYear: (year: string) => void
}

function Page({ year, file, line: asked, onYear }: PageProps) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const line = useStandingLine()
  const [place, setPlace] = useState<readonly string[]>()
  useScope(place)
  useEffect(() => setPlace([...file.facts.place.map(({ name }) => name), file.facts.name]), [file])
  const pledges = useMemberPledges({
    memberId: file.facts.id,
    orgId: year.person.orgId,
    self: file.self,
    year: year.year,
  })
  const published = (pledges ?? []).flatMap(({ publishedOn }) => publishedOn ?? []).toSorted()[0]
  const notes = {
    ...(pledges !== undefined && {
      pledge:
        published === undefined
          ? t(memberYearLabels.pledgeNote, { count: pledges.length })
          : t(memberYearLabels.pledgeNoteOn, {
              count: pledges.length,
              day: formatDay(published, language, today),
            }),
    }),
    points: t(pcLabels.pointsNote, { total: formatPoints(year.total) }),
  }
  return (
    <div className="file-page prints">
      <header className="file-head">
        <h1 className="display">{file.facts.name}</h1>
        <p className="t2 grow">{line(file)}</p>
        {year.years.length > 1 && (
          <Segmented
            label={t(pcLabels.whichYear)}
            value={String(year.year)}
            onValue={onYear}
            choices={year.years
              .toReversed()
              .slice(-3)
              .map((each) => ({ value: String(each), label: String(each) }))}
          />
        )}
        <Button icon="printer" onClick={() => window.print()}>
          {t(pcLabels.printPage)}
        </Button>
        <ButtonLink href={file.self ? '/me' : `/members/${file.facts.id}`}>{t(pcLabels.toFile)}</ButtonLink>
      </header>
      <div className="member-year-line">
        <YearLine year={year.year} today={today} notes={notes} />
      </div>
      <div className="file-cols">
        <PointsYear key={year.year} year={year} asked={asked} />
        <aside>
          {pledges !== undefined && <MemberPledges pledges={pledges} year={year.year} />}
          {file.may.includes('member.who-looked') && (
            <LooksBlock memberId={file.facts.id} name={file.facts.name} self={file.self} />
          )}
        </aside>
      </div>
    </div>
  )
}
