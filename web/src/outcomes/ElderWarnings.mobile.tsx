import { Link, useParams } from 'wouter'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { CautionWords } from './CautionParts.shared.tsx'
import { useDays, useWarning } from './hooks-warning.ts'
import { cautionStateTexts } from './labels-caution.ts'
import { warnedLabels } from './labels-warned.ts'
import { warningLabels, warningStateTexts } from './labels-warning.ts'
import { AnswerCaution, AnswerWarning } from './OwnAnswer.shared.tsx'
import { Block, WarningWords } from './WarningParts.shared.tsx'
import './Warnings.css'

/** Warnings and cautions that run, one card each, for the page 看通知 of the elder layout. */
export function ElderWarningCards() {
  const t = useText()
  const { day } = useDays()
  const warnings = useQueryOperation('warning.mine', {})
  const cautions = useQueryOperation('caution.mine', {})
  const cards = [
    ...(warnings.data?.rows ?? [])
      .filter(({ state }) => state === 'noticed' || state === 'talked')
      .map(({ id, changeBy }) => ({
        href: `/elder/warnings/${id}`,
        title: t(warnedLabels.warned),
        text: t(warningLabels.changeBy, { day: day(changeBy) }),
      })),
    ...(cautions.data?.rows ?? [])
      .filter(({ state }) => state === 'inForce')
      .map(({ id }) => ({ href: `/elder/cautions/${id}`, title: t(warnedLabels.cautioned), text: '' })),
  ]
  return (
    <>
      {cards.map(({ href, title, text }) => (
        <Link key={href} href={href} className="card pad elder-card">
          <span className="grow" data-read>
            <span className="block b">{title}</span>
            {text !== '' && <span className="block s t2">{text}</span>}
          </span>
          <Icon name="right" />
        </Link>
      ))}
    </>
  )
}

/** One warning in large words, read aloud; one act: to say something. */
export function ElderWarningPage() {
  const t = useText()
  const { warningId = '' } = useParams()
  return (
    <Fetched from={useWarning(warningId)} what={t(warnedLabels.warned)} columns="1fr">
      {(warning) => (
        <>
          <section className="card pad" data-read>
            <p className="b">{t(warningStateTexts[warning.state].text)}</p>
            <p>{t(warnedLabels.warnedText)}</p>
          </section>
          <section className="card pad">
            <WarningWords warning={warning} asked />
          </section>
          {warning.answer !== null && (
            <section className="card pad">
              <Block title={t(warnedLabels.yourAnswer)}>
                <p className="said">{warning.answer}</p>
              </Block>
            </section>
          )}
          {warning.may.includes('answer') && (
            <section className="card pad">
              <h2 className="sec">{t(warnedLabels.elderAnswer)}</h2>
              <AnswerWarning warningId={warning.id} red={warning.answer === null} />
            </section>
          )}
          <AppealByPhone />
        </>
      )}
    </Fetched>
  )
}

export function ElderCautionPage() {
  const t = useText()
  const { cautionId = '' } = useParams()
  return (
    <Fetched
      from={useQueryOperation('caution.show', { cautionId })}
      what={t(warnedLabels.cautioned)}
      columns="1fr"
    >
      {(caution) => (
        <>
          <section className="card pad" data-read>
            <p className="b">{t(cautionStateTexts[caution.state].text)}</p>
            <p>{t(warnedLabels.cautionedText)}</p>
          </section>
          <section className="card pad">
            <CautionWords caution={caution} />
          </section>
          {caution.may.includes('answer') && (
            <section className="card pad">
              <h2 className="sec">{t(warnedLabels.elderAnswer)}</h2>
              <AnswerCaution cautionId={caution.id} red={caution.answer === null} />
            </section>
          )}
          <AppealByPhone />
        </>
      )}
    </Fetched>
  )
}

function AppealByPhone() {
  const t = useText()
  return (
    <>
      <p className="card pad" data-read>
        {t(warnedLabels.elderAppeal)}
      </p>
      <div className="foot" data-read>
        <ButtonLink href="/elder/call" icon="phone" wide>
          {t({ zh: '打给支部', en: 'Ring the branch' })}
        </ButtonLink>
      </div>
    </>
  )
}
