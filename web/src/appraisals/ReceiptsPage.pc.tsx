import { useState } from 'react'
import { isInBox, readReceiptNumber } from '@steward/domain/appraisals/ballot-box.ts'
import { sha256 } from '@steward/domain/points/sha256.ts'
import { useParams } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useSession } from '../shared/session.ts'
import { useReceipts } from './hooks-ballot-box.ts'
import { useWords } from './hooks-event.ts'
import { receiptTexts } from './labels-ballot.ts'
import { ballotRefusalTexts } from './labels-refusal-ballot.ts'
import { StateError } from '../shared/kit/states.tsx'
import './Appraisals.css'

/** /appraisals/boxes/:boxId/receipts: a voter finds the own ballot; the number never leaves this device. */
export function ReceiptsPage() {
  const { t, day } = useWords()
  const { boxId = '' } = useParams()
  const { county } = useSession()
  const found = useReceipts(boxId)
  return (
    <div className="apr">
      <h1 className="ph1">{t(receiptTexts.title)}</h1>
      <p className="t2">{t(receiptTexts.text)}</p>
      {found.isError ? (
        <StateError error={found.error} refusals={ballotRefusalTexts} />
      ) : (
        <Fetched from={found} what={t(receiptTexts.what)}>
          {({ receipts, seal, closedOn }) => (
            <>
              <Look boxId={boxId} receipts={receipts} />
              <section className="apr-step">
                <h2 className="sec">{t(receiptTexts.list, { count: receipts.length })}</h2>
                <p className="s t2">{t(receiptTexts.listNote)}</p>
                <p className="s t2 apr-seal">{t(receiptTexts.sealed, { day: day(closedOn), seal })}</p>
                <p className="s t2">
                  {t(receiptTexts.public, {
                    address: `${location.origin}/m/b/${county.code}/${boxId}/check`,
                  })}
                </p>
                <ol className="apr-receipts apr-mono c">
                  {receipts.map((receipt) => (
                    <li key={receipt}>{receipt}</li>
                  ))}
                </ol>
              </section>
            </>
          )}
        </Fetched>
      )}
    </div>
  )
}

type LookProps = { readonly boxId: string; readonly receipts: readonly string[] }

function Look({ boxId, receipts }: LookProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<Uint8Array | 'short'>()
  const look = () => setAsked(readReceiptNumber(typed) ?? 'short')
  const isThere = asked instanceof Uint8Array && isInBox(boxId, asked, receipts, sha256)
  return (
    <form
      className="form apr-form"
      onSubmit={(event) => {
        event.preventDefault()
        look()
      }}
    >
      <TextField
        label={t(receiptTexts.number)}
        help={t(receiptTexts.numberHelp)}
        error={asked === 'short' ? t(receiptTexts.short) : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={typed}
        onValue={(value) => {
          setTyped(value)
          setAsked(undefined)
        }}
      />
      <div className="acts">
        <Button ink onClick={look}>
          {t(receiptTexts.look)}
        </Button>
      </div>
      <p role="status">
        {asked instanceof Uint8Array && (
          <>
            <span className={isThere ? 'pine b' : 'ochre b'}>
              {t(isThere ? receiptTexts.there : receiptTexts.notThere)}
            </span>
            {!isThere && <span className="block s t2">{t(receiptTexts.notThereNext)}</span>}
          </>
        )}
      </p>
    </form>
  )
}
