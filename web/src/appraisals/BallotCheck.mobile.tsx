import { useState } from 'react'
import { useParams } from 'wouter'
import { Problem } from '../shared/call.ts'
import { useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import type { Checked, Sealed } from './hooks-ballot.ts'
import { checkNumber } from './hooks-ballot.ts'
import { ballotTexts, checkTexts as texts, paperTexts } from './labels-ballot-phone.ts'
import { OpenFrame } from './PublicBallot.mobile.tsx'
import './Ballot.css'

/** /b/:county/:boxId/check: whether the own ballot is in the box, by the number and without an account. */
export function BallotCheckPage() {
  const t = useText()
  const { county = '', boxId = '' } = useParams()
  const found = useQueryOperation('ballot.sealed', { county, boxId })
  const isUnknown = found.error instanceof Problem && [400, 404].includes(found.error.status)
  return (
    <OpenFrame title={t(texts.title)}>
      {isUnknown ? (
        <StateEmpty fact={t(texts.none)} fill={t(texts.noneNext)} />
      ) : (
        <Fetched from={found} what={t(texts.title)} columns="1fr">
          {({ orgName, year, paper, sealed }) => (
            <>
              <p className="t2">{t(ballotTexts.of, { org: orgName, year, paper: t(paperTexts[paper]) })}</p>
              {sealed === null ? (
                <section className="card pad ballot-check">
                  <StateEmpty fact={t(texts.stillOpen)} fill={t(texts.stillOpenNext)} />
                </section>
              ) : (
                <Look box={{ id: boxId, paper }} sealed={sealed} />
              )}
            </>
          )}
        </Fetched>
      )}
    </OpenFrame>
  )
}

type LookProps = { readonly box: Parameters<typeof checkNumber>[0]; readonly sealed: Sealed }

function Look({ box, sealed }: LookProps) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const [typed, setTyped] = useState('')
  const [checked, setChecked] = useState<Checked>()
  const count = sealed.receipts.length
  return (
    <>
      <p>{t(texts.closedOn, { day: formatDay(sealed.closedOn, language, today), count })}</p>
      <form
        className="form ballot-form"
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(checkNumber(box, sealed, typed))
        }}
      >
        <TextField
          label={t(texts.number)}
          help={t(texts.how)}
          error={checked === 'notANumber' ? t(texts.short) : undefined}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          value={typed}
          onValue={(value) => {
            setTyped(value)
            setChecked(undefined)
          }}
        />
        <Button act wide onClick={() => setChecked(checkNumber(box, sealed, typed))}>
          {t(texts.look)}
        </Button>
      </form>
      <Answer checked={checked} count={count} />
      <details className="card ballot-proof">
        <summary>
          <span className="grow">{t(texts.proof)}</span>
          <Icon name="down" />
        </summary>
        <div className="pad">
          <p className="s t2">{t(texts.proofText)}</p>
          <h2 className="s b">{t(texts.seal)}</h2>
          <p className="ballot-hex">{sealed.seal}</p>
          <h2 className="s b">{t(texts.listAll, { count })}</h2>
          <ol className="ballot-hex">
            {sealed.receipts.map((digest) => (
              <li key={digest}>{digest}</li>
            ))}
          </ol>
        </div>
      </details>
    </>
  )
}

function Answer({ checked, count }: { readonly checked: Checked | undefined; readonly count: number }) {
  const t = useText()
  const says = {
    there: [texts.there, texts.thereText],
    notThere: [texts.notThere, texts.notThereText],
    sealBroken: [texts.broken, texts.brokenText],
  } as const
  const words = checked === undefined || checked === 'notANumber' ? undefined : says[checked]
  return (
    <div role="status">
      {words && (
        <section className="card pad ballot-check">
          <p className="b row">
            {checked === 'there' && <Icon name="check" />}
            {t(words[0])}
          </p>
          <p className="s t2">{t(words[1], { count })}</p>
        </section>
      )}
    </div>
  )
}
