import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import { useDownloadOperation, useQueryOperation } from '../shared/use-operation.ts'
import { AppealsOn } from './AppealsOn.shared.tsx'
import { CautionTag, CautionWords } from './CautionParts.shared.tsx'
import type { Caution, Warning } from './hooks-warning.ts'
import { numberWords, useDays, useWarning } from './hooks-warning.ts'
import { appealLabels, appealStateTexts } from './labels-appeal.ts'
import { warnedLabels } from './labels-warned.ts'
import { warningLabels } from './labels-warning.ts'
import { AnswerCaution, AnswerWarning } from './OwnAnswer.shared.tsx'
import { ToleranceTag } from './ToleranceParts.shared.tsx'
import { Block, Ladder, WarningTag, WarningWords } from './WarningParts.shared.tsx'
import './Warnings.css'

/** Everything of this kind about me, each with where it stands. */
export function MyWarningsPage() {
  const t = useText()
  const { day } = useDays()
  const warnings = useQueryOperation('warning.mine', {})
  const cautions = useQueryOperation('caution.mine', {})
  const cases = useQueryOperation('tolerance.mine', {})
  const appeals = useQueryOperation('appeal.mine', {})
  const all = [warnings, cautions, cases, appeals]
  const none = all.every(({ data }) => data?.rows.length === 0)
  return (
    <>
      <Fetched from={warnings} what={t(warnedLabels.title)} columns="1fr">
        {({ rows }) => (
          <Group title={t(warnedLabels.warnings)} count={rows.length}>
            {rows.map((row) => (
              <Line key={row.id} href={`/outcomes/warnings/${row.id}`} tag={<WarningTag state={row.state} />}>
                {numberWords(row.number)}
                <span className="block s t2">{t(warningLabels.changeBy, { day: day(row.changeBy) })}</span>
              </Line>
            ))}
          </Group>
        )}
      </Fetched>
      <Group title={t(warnedLabels.cautions)} count={cautions.data?.rows.length ?? 0}>
        {cautions.data?.rows.map((row) => (
          <Line key={row.id} href={`/outcomes/cautions/${row.id}`} tag={<CautionTag state={row.state} />}>
            {numberWords(row.number)}
          </Line>
        ))}
      </Group>
      <Group title={t(warnedLabels.tolerance)} count={cases.data?.rows.length ?? 0}>
        {cases.data?.rows.map((row) => (
          <Line key={row.id} href={`/outcomes/tolerance/${row.id}`} tag={<ToleranceTag state={row.state} />}>
            {row.start}
          </Line>
        ))}
      </Group>
      <Group title={t(appealLabels.mine)} count={appeals.data?.rows.length ?? 0}>
        {appeals.data?.rows.map((row) => (
          <Line
            key={row.id}
            href={`/outcomes/appeals/${row.id}`}
            tag={<Tag tone={appealStateTexts[row.state].tone}>{t(appealStateTexts[row.state].text)}</Tag>}
          >
            {row.about}
          </Line>
        ))}
      </Group>
      {none && (
        <section className="card pad">
          <StateEmpty fact={t(warnedLabels.empty)} fill={t(warnedLabels.emptyNext)} />
        </section>
      )}
      <p className="acts">
        <ButtonLink href="/outcomes/tolerance/new">{t(warnedLabels.tolerate)}</ButtonLink>
      </p>
    </>
  )
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="s t2 over">{title}</h2>
      <div className="card rows">{children}</div>
    </section>
  )
}

function Line({ href, tag, children }: { href: string; tag: ReactNode; children: ReactNode }) {
  return (
    <Link href={href} className="thing row">
      <span className="grow">
        <span className="block">{children}</span>
        {tag}
      </span>
      <Icon name="right" />
    </Link>
  )
}

/** One warning about me: fact, standard, change, day, helper, answer, appeal; in this order. */
export function MyWarningPage() {
  const t = useText()
  const { warningId = '' } = useParams()
  return (
    <Fetched from={useWarning(warningId)} what={t(warningLabels.title)} columns="1fr">
      {(warning) => <MyWarning warning={warning} />}
    </Fetched>
  )
}

function MyWarning({ warning }: { readonly warning: Warning }) {
  const t = useText()
  const file = useDownloadOperation('warning.file')
  const { state, number, answer } = warning
  return (
    <>
      <div className="outcome-head">
        <h2 className="ph1">{t(warnedLabels.warned)}</h2>
        <WarningTag state={state} />
      </div>
      <p className="s t2" data-read>
        {numberWords(number)} · {t(warnedLabels.warnedText)}
      </p>
      <section className="card pad">
        <WarningWords warning={warning} />
      </section>
      <section className="card pad">
        <Ladder warning={warning} />
      </section>
      <section className="card pad">
        {answer !== null && (
          <Block title={t(warnedLabels.yourAnswer)}>
            <p className="said">{answer}</p>
          </Block>
        )}
        <OwnWarningActs warning={warning} />
      </section>
      <p className="acts">
        <Button
          icon="file"
          busy={file.isPending && t(warnedLabels.paper)}
          onClick={() => file.mutate({ warningId: warning.id })}
        >
          {t(warnedLabels.paper)}
        </Button>
      </p>
      {file.isError && <StateError error={file.error} />}
    </>
  )
}

/** To answer, to apply for tolerance, to appeal: what the member may do with a warning. */
export function OwnWarningActs({ warning }: { readonly warning: Warning }) {
  const t = useText()
  const { id, may, answer, appealTo, appeals, tolerance } = warning
  return (
    <>
      {may.includes('answer') && (
        <Block title={t(warnedLabels.answer)}>
          <AnswerWarning warningId={id} red={answer === null} />
        </Block>
      )}
      <Block title={t(warnedLabels.tolerate)}>
        {tolerance === null ? (
          <p className="s t2">{t(warnedLabels.tolerateText)}</p>
        ) : (
          <Link href={`/outcomes/tolerance/${tolerance.id}`} className="link">
            {t(warningLabels.seeTolerance)}
          </Link>
        )}
        {may.includes('tolerance') && (
          <ButtonLink wide href={`/outcomes/tolerance/new?warning=${id}`}>
            {t(warnedLabels.tolerate)}
          </ButtonLink>
        )}
      </Block>
      <Block title={t(warningLabels.appealWay)}>
        <p>{t(warningLabels.appealWayText, { body: appealTo })}</p>
        <AppealsOn appeals={appeals} />
        {may.includes('appeal') && (
          <ButtonLink wide href={`/outcomes/appeals/new?kind=warning&id=${id}`}>
            {t(warnedLabels.appeal)}
          </ButtonLink>
        )}
        {may.includes('appealMeasure') && (
          <ButtonLink wide href={`/outcomes/appeals/new?kind=downMeasure&id=${id}`}>
            {t(warnedLabels.appealMeasure)}
          </ButtonLink>
        )}
      </Block>
    </>
  )
}

export function MyCautionPage() {
  const t = useText()
  const { cautionId = '' } = useParams()
  return (
    <Fetched
      from={useQueryOperation('caution.show', { cautionId })}
      what={t(warnedLabels.cautions)}
      columns="1fr"
    >
      {(caution) => <MyCaution caution={caution} />}
    </Fetched>
  )
}

function MyCaution({ caution }: { readonly caution: Caution }) {
  const t = useText()
  const file = useDownloadOperation('caution.file')
  return (
    <>
      <div className="outcome-head">
        <h2 className="ph1">{t(warnedLabels.cautioned)}</h2>
        <CautionTag state={caution.state} />
      </div>
      <p className="s t2" data-read>
        {numberWords(caution.number)} · {t(warnedLabels.cautionedText)}
      </p>
      <section className="card pad">
        <CautionWords caution={caution} />
      </section>
      <section className="card pad">
        <OwnCautionActs caution={caution} />
      </section>
      <p className="acts">
        <Button
          icon="file"
          busy={file.isPending && t(warnedLabels.paper)}
          onClick={() => file.mutate({ cautionId: caution.id })}
        >
          {t(warnedLabels.paper)}
        </Button>
      </p>
      {file.isError && <StateError error={file.error} />}
    </>
  )
}

export function OwnCautionActs({ caution }: { readonly caution: Caution }) {
  const t = useText()
  const { id, may, answer, appealTo, appeals } = caution
  return (
    <>
      {may.includes('answer') && (
        <Block title={t(warnedLabels.answer)}>
          <AnswerCaution cautionId={id} red={answer === null} />
        </Block>
      )}
      <Block title={t(warningLabels.appealWay)}>
        <p>{t(warningLabels.appealWayText, { body: appealTo })}</p>
        <AppealsOn appeals={appeals} />
        {may.includes('appeal') && (
          <ButtonLink wide href={`/outcomes/appeals/new?kind=caution&id=${id}`}>
            {t(warnedLabels.appeal)}
          </ButtonLink>
        )}
      </Block>
    </>
  )
}
