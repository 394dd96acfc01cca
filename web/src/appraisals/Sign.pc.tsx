import { useState } from 'react'
import { Button, MoreLink } from '../shared/kit/Button.tsx'
import { CheckBox, TextField } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useMay, useSession } from '../shared/session.ts'
import { type Event, useWords } from './hooks-event.ts'
import { lensOf, type Table, useSign } from './hooks-settlement.ts'
import { eventTexts } from './labels-event.ts'
import { settlementRefusalTexts } from './labels-refusal-settlement.ts'
import { settlementTexts } from './labels-settlement.ts'

type SignProps = { readonly orgId: string; readonly event: Event; readonly table: Table }

/** Signed once everybody has a grade; signing freezes the table. */
export function SignPart({ orgId, event, table }: SignProps) {
  const { t, day } = useWords()
  const [isSigning, setSigning] = useState(false)
  const { signed } = table
  const missing = table.rows.filter(({ settled }) => settled === null).length
  return (
    <div className="apr-sign">
      {signed !== null && (
        <p className="s t2">
          {t(settlementTexts.signed, {
            name: signed.signerName,
            day: day(signed.on),
            edition: signed.edition,
          })}
          <span className="block c t3 apr-mono">
            {t(settlementTexts.digest, { digest: signed.digest.slice(0, 16) })}
          </span>
          {!signed.asSigned && <span className="block ochre">{t(settlementTexts.signedNotSame)}</span>}
        </p>
      )}
      {table.may.includes('sign') && (
        <Button
          act={missing === 0}
          why={missing > 0 ? t(settlementTexts.signMissing, { count: missing }) : undefined}
          onClick={() => setSigning(true)}
        >
          {t(settlementTexts.sign)}
        </Button>
      )}
      {isSigning && (
        <SignDialog orgId={orgId} event={event} table={table} onClose={() => setSigning(false)} />
      )}
    </div>
  )
}

function SignDialog({ orgId, event, table, onClose }: SignProps & { readonly onClose: () => void }) {
  const { t, names } = useWords()
  const say = useUndo()
  const may = useMay()
  const { account } = useSession()
  const [lensSeen, setLensSeen] = useState(false)
  const [signerName, setSignerName] = useState(account.name)
  const [tried, setTried] = useState(false)
  const sign = useSign(() => {
    say({ text: t(settlementTexts.signDone) })
    onClose()
  })
  const lens = lensOf(table.rows)
  const points = [
    lens.differs.length > 0 && t(settlementTexts.lensDiffers, { names: names(lens.differs) }),
    lens.againstBallots.length > 0 && t(settlementTexts.lensBallots, { names: names(lens.againstBallots) }),
    lens.low.length > 0 && t(settlementTexts.lensLow, { names: names(lens.low) }),
  ].filter((one) => one !== false)
  const send = () => {
    setTried(true)
    if (lensSeen && signerName.trim() !== '')
      sign.mutate({ appraisalId: event.id, revision: event.revision, lensSeen, signerName })
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t(settlementTexts.signTitle)}
      acts={
        <Button act busy={sign.isPending && t(eventTexts.working)} onClick={send}>
          {t(settlementTexts.sign)}
        </Button>
      }
    >
      <div className="form">
        <section>
          <div className="between">
            <h3 className="s t3">{t(settlementTexts.lens)}</h3>
            {may('lens.read') && (
              <MoreLink href={`/year/lens/${orgId}?year=${table.year}`}>
                {t(settlementTexts.lensMore)}
              </MoreLink>
            )}
          </div>
          <ul className="rows">
            <li className="apr-lens">
              {t(settlementTexts.lensExcellent, { used: table.excellent, limit: table.excellentLimit })}
            </li>
            {points.length === 0 && <li className="apr-lens">{t(settlementTexts.lensNone)}</li>}
            {points.map((words) => (
              <li key={words} className="apr-lens">
                {words}
              </li>
            ))}
          </ul>
        </section>
        <div>
          <CheckBox checked={lensSeen} onChecked={setLensSeen}>
            {t(settlementTexts.lensSeen)}
          </CheckBox>
          {tried && !lensSeen && <p className="s ochre">{t(settlementTexts.lensAsk)}</p>}
        </div>
        <TextField
          label={t(settlementTexts.signer)}
          error={tried && signerName.trim() === '' ? t(settlementTexts.fill) : undefined}
          maxLength={120}
          value={signerName}
          onValue={setSignerName}
        />
        <p className="s t2">{t(settlementTexts.signText)}</p>
        {sign.isError && <StateError error={sign.error} refusals={settlementRefusalTexts} />}
      </div>
    </Dialog>
  )
}
