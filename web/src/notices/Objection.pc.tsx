import { Link } from 'wouter'
import { Fetched } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { evidencePaths } from '../shared/objection-evidence.ts'
import { useText } from '../shared/texts.ts'
import { AppealFor } from './AppealFor.pc.tsx'
import { AnswerObjection } from './AnswerObjection.pc.tsx'
import { AssignObjection } from './AssignObjection.pc.tsx'
import type { Objection } from './hooks-objection.ts'
import { useObjection } from './hooks-objection.ts'
import { cellText, useDay, useInstant } from './hooks.ts'
import {
  objectionLabels,
  objectionRouteTexts,
  objectionStateTexts,
  stageTexts,
  stepTexts,
  subjectTexts,
} from './labels-objection.ts'
import { useDueWords } from './ObjectionsPage.pc.tsx'

/** One objection with its evidence, its course, and the step that comes next. */
export function OneObjection({ objectionId }: { readonly objectionId: string }) {
  const t = useText()
  return (
    <Fetched from={useObjection(objectionId)} what={t(objectionLabels.title)} columns="1fr">
      {(one) => <Shown one={one} />}
    </Fetched>
  )
}

function Shown({ one }: { readonly one: Objection }) {
  const t = useText()
  const due = useDueWords()
  const day = useDay()
  const isOpen = one.state === 'received' || one.state === 'assigned'
  return (
    <article>
      <div className="notice-head-pc">
        <h2 className="ph1">{one.about === '' ? t(subjectTexts[one.subjectKind]) : one.about}</h2>
        <Tag tone={isOpen ? 'ochre' : 'plain'}>{t(objectionStateTexts[one.state])}</Tag>
      </div>
      <p className="t2">
        {[one.orgName, t(stageTexts[one.stage]), one.stageOrgName]
          .filter((word, at, all) => all.indexOf(word) === at)
          .join(' · ')}
        {isOpen && (
          <span className={one.isOverdue ? 'ochre' : undefined}>
            {' · '}
            {[t(objectionLabels.due, { day: day(one.dueOn) }), due(one)].join(t(objectionLabels.comma))}
          </span>
        )}
      </p>
      <blockquote className="objection-words">{one.text}</blockquote>
      {one.firstText !== one.text && (
        <p className="s t2">
          {t(objectionLabels.firstWords)}
          {t(objectionLabels.colon)}
          {one.firstText}
        </p>
      )}
      <Evidence one={one} />
      {one.mayAssign && one.state === 'received' && <AssignObjection one={one} />}
      {one.mayDecide && <AnswerObjection one={one} />}
      {one.state === 'assigned' && !one.mayDecide && (
        <p className="objection-block t2">
          {t(objectionLabels.waitHandler, { name: one.handlerName ?? '' })}
        </p>
      )}
      {one.answer !== null && !isOpen && (
        <section className="objection-block">
          <h3 className="sec">{t(objectionLabels.answer)}</h3>
          <p className="notice-words">{one.answer}</p>
        </section>
      )}
      <Course one={one} />
      {one.mayTake && one.appealUntil !== null && one.nextOrgName !== null && <AppealFor one={one} />}
      {one.mayAssign && one.state === 'assigned' && <AssignObjection one={one} again />}
    </article>
  )
}

function Evidence({ one }: { readonly one: Objection }) {
  const t = useText()
  const { row, from } = one
  const memberId = one.concerned[0]?.memberId
  const evidence =
    memberId === undefined
      ? undefined
      : evidencePaths[one.subjectKind]?.({ subjectId: one.subjectId, memberId })
  return (
    <section className="objection-block">
      <h3 className="sec">{t(objectionLabels.evidence)}</h3>
      <dl className="notice-facts">
        <Fact name={t(objectionLabels.words)} value={t(subjectTexts[one.subjectKind])} />
        {row && <Fact name={t(objectionLabels.row, { row: row.rowNo })} value={rowWords(row, t)} />}
        {one.concerned.length > 0 && (
          <Fact
            name={t(objectionLabels.concerned)}
            value={one.concerned.map(({ name }) => name).join(t({ zh: '、', en: ', ' }))}
          />
        )}
        <Fact
          name={t(objectionLabels.from)}
          value={from === null ? t(objectionLabels.fromHidden) : fromWords(from, t)}
        />
      </dl>
      <p className="acts">
        {one.noticeId !== null && (
          <Link href={`/notices/${one.noticeId}`} className="link">
            {t(objectionLabels.seeNotice)}
          </Link>
        )}
        {evidence !== undefined && (
          <Link href={evidence} className="link">
            {t(objectionLabels.seeEvidence)}
          </Link>
        )}
      </p>
    </section>
  )
}

/** 方雨水：义务 1.5，承诺 1.5 */
function rowWords(row: NonNullable<Objection['row']>, t: ReturnType<typeof useText>): string {
  const values = row.columns.map((column, at) =>
    `${column.label} ${cellText(row.cells[at], column.kind)}`.trim(),
  )
  return [row.name, ...values].join(t(objectionLabels.comma))
}

function fromWords(from: NonNullable<Objection['from']>, t: ReturnType<typeof useText>): string {
  const route = t(objectionRouteTexts[from.route])
  const words =
    from.name === ''
      ? t(objectionLabels.fromNoName, { route })
      : t(objectionLabels.fromName, { route, name: from.name })
  return from.takenBy === ''
    ? words
    : [words, t(objectionLabels.fromTaken, { by: from.takenBy })].join(t(objectionLabels.comma))
}

function Course({ one }: { readonly one: Objection }) {
  const t = useText()
  const instant = useInstant()
  return (
    <section className="objection-block">
      <h3 className="sec">{t(objectionLabels.course)}</h3>
      <ol className="rows notice-moves">
        {one.steps.map(({ step, stage, by, at, words }, place) => (
          <li key={place}>
            <span className="t3 nw">{instant(at)}</span>
            <span>
              {[t(stageTexts[stage]), by, t(stepTexts[step] ?? objectionLabels.course)]
                .filter(Boolean)
                .join(' ')}
              {words !== '' && step !== 'raise' && (
                <span className="t2">{`${t(objectionLabels.colon)}${words}`}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
