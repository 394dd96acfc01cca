import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { Icon } from '../shared/kit/Icon.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { Served, Step, Warning } from './hooks-warning.ts'
import { useDays } from './hooks-warning.ts'
import { measureTexts, stepTexts, warningLabels, warningStateTexts } from './labels-warning.ts'
import './Warnings.css'

export function WarningTag({ state }: Pick<Warning, 'state'>) {
  const t = useText()
  const { text, tone } = warningStateTexts[state]
  return <Tag tone={tone}>{t(text)}</Tag>
}

/** 县委 11月2日 决定，陆清明签发；送达：签收单 3 */
export function ServedLine({ served }: { readonly served: Served }) {
  const t = useText()
  const { day } = useDays()
  const { body, decider, decidedOn, proof } = served
  return <>{t(warningLabels.servedLine, { body, decider, day: day(decidedOn), proof })}</>
}

type Mark = 'done' | 'now' | 'ahead' | 'none'
type Rung = {
  readonly id: string
  readonly name: string
  readonly mark: Mark
  readonly lines: readonly string[]
}

/** The ladder: notice, talk, change, and at its end either lifted or a measure. */
export function Ladder({ warning }: { readonly warning: Warning }) {
  const t = useText()
  const rungs = useRungs(warning)
  return (
    <ol className="ladder" aria-label={t(warningLabels.ladder)}>
      {rungs.map(({ id, name, mark, lines }) => (
        <li key={id} data-mark={mark} aria-current={mark === 'now' ? 'step' : undefined}>
          <span className="ladder-dot" aria-hidden="true">
            {mark === 'done' && <Icon name="check" />}
          </span>
          <span className="b">{name}</span>
          {lines.map((line) => (
            <span key={line} className="block s t2">
              {line}
            </span>
          ))}
        </li>
      ))}
    </ol>
  )
}

function useRungs(warning: Warning): readonly Rung[] {
  const t = useText()
  const { day } = useDays()
  const { state, served, talk, noTalkFor, measure, ended, changeBy, isChangeDue } = warning
  const isOpen = state === 'noticed' || state === 'talked'
  const ahead = [t(warningLabels.notYet)]
  const markOf = (done: boolean, now: boolean): Mark => (done ? 'done' : now ? 'now' : 'ahead')
  const servedWords =
    served === null
      ? ahead
      : [
          t(warningLabels.servedLine, {
            body: served.body,
            decider: served.decider,
            day: day(served.decidedOn),
            proof: served.proof,
          }),
        ]
  const talkWords =
    talk !== null
      ? [t(warningLabels.talkLine, { day: day(talk.on), by: talk.by }), talk.words]
      : noTalkFor !== null
        ? [t(warningLabels.noTalk, { reason: noTalkFor })]
        : isOpen
          ? [t(warningLabels.waitTalk)]
          : [t(served === null ? warningLabels.notYet : warningLabels.notNeeded)]
  const due = t(isChangeDue ? warningLabels.changeOver : warningLabels.changeRunning, { day: day(changeBy) })
  const rungs: Rung[] = [
    {
      id: 'notice',
      name: t(warningLabels.rungNotice),
      mark: markOf(served !== null, state === 'drafted'),
      lines: servedWords,
    },
    {
      id: 'talk',
      name: t(warningLabels.rungTalk),
      mark: talk === null && !isOpen && served !== null ? 'none' : markOf(talk !== null, state === 'noticed'),
      lines: talkWords,
    },
    {
      id: 'change',
      name: t(warningLabels.rungChange),
      mark: markOf(state === 'changed', state === 'talked'),
      lines: isOpen || state === 'drafted' ? [due] : [t(warningLabels.changeBy, { day: day(changeBy) })],
    },
  ]
  if (measure !== null) {
    const { body, decidedOn, decider, proof } = measure.served
    rungs.push({
      id: 'measure',
      name: `${t(warningLabels.rungMeasure)}${t(warningLabels.colon)}${t(measureTexts[measure.kind])}`,
      mark: 'done',
      lines: [measure.document, t(warningLabels.servedLine, { body, decider, day: day(decidedOn), proof })],
    })
  }
  if (measure === null || ended !== null) {
    rungs.push({
      id: 'end',
      name: t(ended === null ? warningLabels.rungEnd : warningStateTexts[state].text),
      mark: ended === null ? 'ahead' : 'done',
      lines:
        ended === null
          ? ahead
          : [t(warningLabels.endedLine, { day: day(ended.on), by: ended.by }), ended.words],
    })
  }
  return rungs
}

/** In the order of every adverse paper: fact, standard, what to change, by when, who helps. */
export function WarningWords({
  warning,
  asked = false,
}: {
  readonly warning: Warning
  readonly asked?: boolean
}) {
  const t = useText()
  const { day } = useDays()
  const { facts, graveFor, standard, requiredChange, changeBy, helperName, rests } = warning
  return (
    <>
      <Block title={t(warningLabels.facts)}>
        <p className="said">{facts}</p>
        {rests !== null && (
          <p className="s t2">
            {t(rests.kind === 'grade' ? warningLabels.restsGrade : warningLabels.restsEntry, {
              year: rests.year,
              says: rests.says,
            })}
            {rests.disputed && <span className="ochre"> {t(warningLabels.disputed)}</span>}
          </p>
        )}
      </Block>
      {graveFor !== null && !asked && (
        <Block title={t(warningLabels.grave)}>
          <p className="said">{graveFor}</p>
        </Block>
      )}
      <Block title={t(warningLabels.standard)}>
        <p className="said">{standard}</p>
      </Block>
      <Block title={t(warningLabels.change)}>
        <p className="said">{requiredChange}</p>
        <p className="b">{t(warningLabels.changeBy, { day: day(changeBy) })}</p>
      </Block>
      <Block title={t(warningLabels.helper)}>
        <p>{t(warningLabels.helperText, { name: helperName })}</p>
      </Block>
    </>
  )
}

export function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="outcome-block" data-read>
      <h3 className="s t3">{title}</h3>
      {children}
    </section>
  )
}

/** What was done, by whom, with which words. */
export function History({ steps }: { readonly steps: readonly Step[] }) {
  const t = useText()
  const { instant } = useDays()
  return (
    <ol className="rows outcome-history">
      {steps.map(({ step, words, by, at }, place) => (
        <li key={place}>
          <span className="t3 nw">{instant(at)}</span>
          <span>
            {by} {t(stepTexts[step] ?? warningLabels.history)}
            {words !== '' && <span className="t2">{`${t(warningLabels.colon)}${words}`}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Names and values of a paper, one a line. */
export function Facts({ of }: { readonly of: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="outcome-facts">
      {of.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
