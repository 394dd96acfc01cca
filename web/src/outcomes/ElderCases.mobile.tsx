import { Link, useParams } from 'wouter'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCase, useOwnCases } from './hooks-disposal.ts'
import { caseLabels, formTexts, stateTexts } from './labels-disposal.ts'
import { OwnCase } from './OwnCase.shared.tsx'
import './Cases.css'

/** Cases about the reader that run, one card each, for the page 看通知 of the elder layout. */
export function ElderCaseCards() {
  const t = useText()
  const { data } = useOwnCases()
  return (
    <>
      {data?.rows
        .filter(({ state, endedHow }) => state !== 'stopped' && endedHow === null)
        .map(({ id, form, state }) => (
          <Link key={id} href={`/elder/cases/${id}`} className="card pad elder-card">
            <span className="grow" data-read>
              <span className="block b">{t(caseLabels.mine)}</span>
              <span className="block s t2">
                {t(formTexts[form])} · {t(stateTexts[state])}
              </span>
            </span>
            <Icon name="right" />
          </Link>
        ))}
    </>
  )
}

/** The own case in large words: what is asked of the reader first. */
export function ElderCasePage() {
  const t = useText()
  const { disposalId = '' } = useParams()
  return (
    <Fetched from={useCase(disposalId)} what={t(caseLabels.one)} columns="1fr">
      {(view) => (
        <div className="phone-case">
          <h2 className="b" data-read>
            {t(formTexts[view.case.form])}
          </h2>
          <OwnCase view={view} />
        </div>
      )}
    </Fetched>
  )
}
