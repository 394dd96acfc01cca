import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { type FilePurpose, fileTypes } from '@steward/domain/files/stored-file.ts'
import { Refused } from '../shared/call.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { FileAbout, Sending, StoredFile } from './hooks.ts'
import { sizeOf, useFileSending } from './hooks.ts'
import { fileRefusals, fileTexts, fileTooLarge } from './labels.ts'
import './Files.css'

const ACCEPT = [
  ...Object.keys(fileTypes),
  ...Object.values(fileTypes).flatMap((endings) => endings.map((one) => `.${one}`)),
].join(',')
const REFUSALS = { ...fileRefusals, 'file-too-large': fileTooLarge }

export type FileFieldProps = {
  readonly label: ReactNode
  readonly about: FileAbout
  readonly purpose: FilePurpose
  readonly onAdded: (file: StoredFile) => void
  /** The phone's words and wide button. */
  readonly phone?: boolean
}

/** Chooses or takes a file and sends it at once, with how far it is; what must not be sent is said beside it. */
export function FileField({ label, about, purpose, onAdded, phone = false }: FileFieldProps) {
  const t = useText()
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { sending, send, again } = useFileSending(about, purpose, onAdded)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) send(file)
  }
  const busy = sending?.state === 'sending'
  return (
    <div
      className={over ? 'file-field over' : 'file-field'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (!busy) take(event.dataTransfer.files)
      }}
    >
      <div className="s t2">{label}</div>
      <div className="acts">
        <Button
          icon={phone ? 'camera' : 'upload'}
          wide={phone}
          aria-disabled={busy || undefined}
          onClick={() => !busy && chooser.current?.click()}
        >
          {t(phone ? fileTexts.pickPhone : fileTexts.pick)}
        </Button>
        {!phone && <span className="s t3">{t(fileTexts.drop)}</span>}
      </div>
      <input
        ref={chooser}
        type="file"
        className="sr"
        tabIndex={-1}
        aria-hidden="true"
        accept={ACCEPT}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <p className="help">{t(fileTexts.kinds)}</p>
      <p className="file-secrets s">
        <Icon name="shield" />
        <span>{t(fileTexts.secrets)}</span>
      </p>
      <div role="status">{sending && <Progress sending={sending} />}</div>
      {sending?.state === 'failed' && (
        <StateError
          error={sending.error}
          refusals={REFUSALS}
          retry={sending.error instanceof Refused ? undefined : again}
        />
      )}
    </div>
  )
}

function Progress({ sending }: { readonly sending: Sending }) {
  const t = useText()
  const { name, state, share, sameAs, picture, byteCount } = sending
  if (state === 'failed') return null
  const percent = Math.round(share * 100)
  if (state === 'added') {
    return (
      <p className="file-progress s">
        <span className="pine">
          <Icon name="check" />
        </span>
        {t(fileTexts.added, { name })}
        {picture && <span className="t2"> {t(fileTexts.shrunk, { size: sizeOf(byteCount) })}</span>}
        {picture?.positionRemoved && <span className="t2"> {t(fileTexts.positionRemoved)}</span>}
        {sameAs > 0 && <span className="t2"> {t(fileTexts.same, { count: sameAs })}</span>}
      </p>
    )
  }
  return (
    <div className="file-progress s">
      <span className="bar grow" aria-hidden="true">
        <i style={{ width: `${percent}%` }} />
      </span>
      <span>{t(percent < 100 ? fileTexts.sending : fileTexts.checking, { name, share: percent })}</span>
    </div>
  )
}
