import { useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { OrgShown, SeatView, TermView } from './hooks.ts'
import { useJoined } from './hooks.ts'
import { defectTexts, filledTexts, postTexts } from './labels.ts'
import { actTexts } from './labels-form.ts'
import { pageTexts } from './labels-page.ts'
import type { OpenAct } from './OrgPanel.pc.tsx'

type BlockProps = { readonly shown: OrgShown; readonly onAct: (act: OpenAct) => void }

/** Who holds office and until when; a group has its leader. */
export function CommitteeBlock({ shown, onAct }: BlockProps) {
  if (shown.org.kind === 'partyGroup') return <Leader shown={shown} onAct={onAct} />
  return <Committee shown={shown} onAct={onAct} />
}

function Committee({ shown, onAct }: BlockProps) {
  const t = useText()
  const { terms, may, org } = shown
  const term = terms.find(({ endedOn }) => endedOn === null)
  const former = terms.filter(({ endedOn }) => endedOn !== null)
  const held = term?.seats.filter(({ untilOn }) => untilOn === null) ?? []
  const mayRecord = may.includes('committee') && org.dissolvedOn === null
  return (
    <section className="org-block">
      <div className="head">
        <h2 className="sec">{t(pageTexts.committee)}</h2>
        {mayRecord && (
          <div className="acts">
            {term && (
              <Button plain small onClick={() => onAct({ name: 'fill' })}>
                {t(actTexts.fill.title)}
              </Button>
            )}
            {term && may.includes('extendTerm') && (
              <Button plain small onClick={() => onAct({ name: 'extend', term })}>
                {t(actTexts.extend.title)}
              </Button>
            )}
            <Button small onClick={() => onAct({ name: 'committee' })}>
              {t(actTexts.committee.title)}
            </Button>
          </div>
        )}
      </div>
      {term ? (
        <>
          <TermLine term={term} shown={shown} />
          {held.length === 0 ? (
            <p className="s t3">{t(pageTexts.noSeats)}</p>
          ) : (
            <Seats
              seats={held}
              startedOn={term.startedOn}
              onEnd={mayRecord ? (seat) => onAct({ name: 'end', seat }) : undefined}
            />
          )}
        </>
      ) : (
        <div className="org-defect">
          <StateEmpty fact={t(pageTexts.noTerm)} fill={t(pageTexts.noTermNext)} />
        </div>
      )}
      {former.length > 0 && <FormerTerms terms={former} />}
    </section>
  )
}

function TermLine({ term, shown }: { term: TermView; shown: OrgShown }) {
  const t = useText()
  const [language] = useLanguage()
  const joined = useJoined()
  const ending = shown.defects.find(({ code }) => code === 'termExpired' || code === 'termEndingSoon')
  return (
    <p className="s t2 org-defect">
      <span>
        {joined.list([
          t(pageTexts.term, {
            start: formatDay(term.startedOn, language),
            years: term.years,
            end: formatDay(term.endsOn, language),
          }),
          term.approvedEndOn !== null && t(pageTexts.termApproved, { document: term.approvalDocument }),
          t(filledTexts[term.filledBy]),
          term.documentNumber,
        ])}{' '}
        {ending && (
          <Tag tone="ochre" tight>
            {t(defectTexts[ending.code])}
          </Tag>
        )}
      </span>
    </p>
  )
}

function Seats({
  seats,
  startedOn,
  onEnd,
}: {
  seats: readonly SeatView[]
  /** Days other than the start of the term are shown. */
  startedOn?: string
  onEnd?: ((seat: SeatView) => void) | undefined
}) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  return (
    <ul className="org-seats">
      {seats.map((seat) => (
        <li key={seat.postId}>
          <span className="post">{t(postTexts[seat.post])}</span>
          <span className="grow">
            {seat.name}{' '}
            {seat.fromOn !== startedOn && (
              <span className="c t3 nw">
                {t(pageTexts.since, { day: formatDay(seat.fromOn, language, today) })}
              </span>
            )}
          </span>
          {onEnd && (
            <Button plain small onClick={() => onEnd(seat)}>
              {t(actTexts.end.act)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function FormerTerms({ terms }: { terms: readonly TermView[] }) {
  const t = useText()
  const [language] = useLanguage()
  const joined = useJoined()
  const [open, setOpen] = useState(false)
  return (
    <div>
      <Button plain small icon={open ? 'up' : 'down'} onClick={() => setOpen(!open)}>
        {t(pageTexts.formerTerms, { count: terms.length })}
      </Button>
      {open && (
        <ul className="rows">
          {terms.map((term) => (
            <li key={term.id} className="s t2 org-defect">
              <span>
                {joined.says(
                  `${formatDay(term.startedOn, language)} – ${term.endedOn === null ? '' : formatDay(term.endedOn, language)}`,
                  joined.list(term.seats.map((seat) => `${t(postTexts[seat.post])} ${seat.name}`)),
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Leader({ shown: { groupLeader, may, org }, onAct }: BlockProps) {
  const t = useText()
  return (
    <section className="org-block">
      <div className="head">
        <h2 className="sec">{t(pageTexts.leader)}</h2>
        {may.includes('committee') && org.dissolvedOn === null && (
          <Button small onClick={() => onAct({ name: 'leader' })}>
            {t(actTexts.leader.title)}
          </Button>
        )}
      </div>
      {groupLeader ? (
        <Seats seats={[groupLeader]} />
      ) : (
        <p className="s t3 org-defect">{t(pageTexts.noLeader)}</p>
      )}
    </section>
  )
}
