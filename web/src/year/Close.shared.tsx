import { useState } from 'react'
import { formatPoints } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea, TextField } from '../shared/kit/fields.tsx'
import { Dialog, Sheet } from '../shared/kit/layers.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { type LinkId, useCloseYear, usePreview, useSignGap } from './hooks.ts'
import { carryTexts, linkTexts, loopTexts } from './labels.ts'
import { yearRefusals } from './labels-refusal.ts'

type Of = {
  readonly orgId: string
  readonly year: number
  readonly onClose: () => void
  readonly face: 'pc' | 'mobile'
}

/** Signs that a link is missing, with the reason and a name (S-228). */
export function SignGap({ orgId, year, link, onClose, face }: Of & { readonly link: LinkId }) {
  const t = useText()
  const { account } = useSession()
  const [reason, setReason] = useState('')
  const [signerName, setSigner] = useState(account.name)
  const sign = useSignGap(onClose)
  const Layer = face === 'pc' ? Dialog : Sheet
  return (
    <Layer
      open
      onClose={onClose}
      keepOpen={reason !== ''}
      title={t(loopTexts.signTitle, { link: t(linkTexts[link]) })}
      acts={
        <>
          <Button plain onClick={onClose}>
            {t(loopTexts.cancel)}
          </Button>
          <Button
            ink
            busy={sign.isPending && t(loopTexts.signing)}
            onClick={() => sign.mutate({ orgId, year, link, reason, signerName })}
          >
            {t(loopTexts.sign)}
          </Button>
        </>
      }
    >
      <div className="loop-form">
        <p className="s t2">{t(loopTexts.signText)}</p>
        <TextArea
          label={t(loopTexts.reason)}
          help={t(loopTexts.reasonHelp)}
          value={reason}
          onValue={setReason}
          maxLength={500}
        />
        <TextField label={t(loopTexts.signer)} value={signerName} onValue={setSigner} maxLength={60} />
        {sign.isError && <StateError error={sign.error} refusals={yearRefusals} />}
      </div>
    </Layer>
  )
}

/** Says what the closing does to the next year, then closes. */
export function CloseYear({ orgId, year, onClose, face }: Of) {
  const t = useText()
  const preview = usePreview(orgId, year)
  const close = useCloseYear(onClose)
  const Layer = face === 'pc' ? Dialog : Sheet
  return (
    <Layer
      open
      onClose={onClose}
      title={t(loopTexts.closeTitle, { year })}
      acts={
        <>
          <Button plain onClick={onClose}>
            {t(loopTexts.cancel)}
          </Button>
          <Button
            act
            busy={close.isPending && t(loopTexts.closing)}
            onClick={() => close.mutate({ orgId, year })}
          >
            {t(loopTexts.close, { year })}
          </Button>
        </>
      }
    >
      <Fetched from={preview} what={t(carryTexts.what)}>
        {({ carried, points }) => (
          <p>{t(loopTexts.closeText, { carried, next: year + 1, points: formatPoints(points) })}</p>
        )}
      </Fetched>
      {close.isError && <StateError error={close.error} refusals={yearRefusals} />}
    </Layer>
  )
}
