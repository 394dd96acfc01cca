import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Cover } from '@steward/domain/files/photo-cover.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { kitLabels } from '../shared/kit/kit-labels.ts'
import { useText } from '../shared/texts.ts'
import { CoverPhoto } from './CoverPhoto.shared.tsx'
import { type ChosenPhoto, openPhoto, type OpenPhoto, paintCovers, useBlobUrl } from './hooks-photo.ts'
import { photoTexts } from './labels-photo.ts'
import './Photo.css'

export type PhotoFieldProps = {
  readonly label: ReactNode
  /** What will be sent; null while there is none. */
  readonly photo: ChosenPhoto | null
  readonly onPhoto: (photo: ChosenPhoto | null) => void
  /** The phone's words and wide buttons. */
  readonly phone?: boolean
}

/** One photo, never demanded: chosen or taken, made small here, faces covered by hand. It does not send; the page does. */
export function PhotoField({ label, photo, onPhoto, phone = false }: PhotoFieldProps) {
  const t = useText()
  const field = usePhoto(photo, onPhoto)
  const chooser = useRef<HTMLInputElement>(null)
  const choose = () => chooser.current?.click()
  return (
    <div className="photo-field" role="group" aria-label={typeof label === 'string' ? label : undefined}>
      <div className="photo-label">
        <span>{label}</span>
        <span className="s t3">{t(kitLabels.optional)}</span>
      </div>
      {photo === null ? (
        <Button icon="camera" wide={phone} busy={field.opening && t(photoTexts.opening)} onClick={choose}>
          {t(phone ? photoTexts.take : photoTexts.pick)}
        </Button>
      ) : (
        <Chosen photo={photo} covers={field.covers.length} onCover={field.cover} onLeave={field.leave}>
          <Button plain small onClick={choose}>
            {t(photoTexts.other)}
          </Button>
        </Chosen>
      )}
      <input
        ref={chooser}
        type="file"
        className="sr"
        tabIndex={-1}
        aria-hidden="true"
        accept="image/*"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void field.take(file)
          event.target.value = ''
        }}
      />
      <div role="status">
        {field.unreadable && (
          <p className="wrong">
            <Icon name="warning" />
            <span>{t(photoTexts.unreadable)}</span>
          </p>
        )}
      </div>
      <p className="help">{t(photoTexts.kept)}</p>
      {field.open && field.covering && (
        <CoverPhoto
          photo={field.open}
          covers={field.covers}
          phone={phone}
          onDone={(covers) => void field.covered(covers)}
          onClose={field.stop}
        />
      )}
    </div>
  )
}

/** The photo while it can be changed. What was uncovered never leaves this component. */
function usePhoto(photo: ChosenPhoto | null, onPhoto: (photo: ChosenPhoto | null) => void) {
  const [open, setOpen] = useState<OpenPhoto>()
  const [covers, setCovers] = useState<readonly Cover[]>([])
  const [opening, setOpening] = useState(false)
  const [covering, setCovering] = useState(false)
  const [unreadable, setUnreadable] = useState(false)
  const load = async (bytes: Blob, name: string) => {
    setOpening(true)
    const opened = await openPhoto(bytes, name)
    setOpening(false)
    setUnreadable(opened === undefined)
    if (opened !== undefined) {
      setOpen(opened)
      setCovers([])
    }
    return opened
  }
  const give = async (from: OpenPhoto, painted: readonly Cover[]) => {
    const made = await paintCovers(from, painted)
    if (made === undefined) return setUnreadable(true)
    setCovers(painted)
    onPhoto(made)
  }
  return {
    open,
    covers: photo === null ? [] : covers,
    opening,
    covering,
    unreadable,
    take: async (file: File) => {
      const opened = await load(file, file.name)
      if (opened !== undefined) await give(opened, [])
    },
    cover: async () => {
      // A photo out of a draft is opened as it is; what it had covered stays covered.
      if (photo !== null && (open ?? (await load(photo.bytes, photo.name))) !== undefined) setCovering(true)
    },
    covered: async (painted: readonly Cover[]) => {
      setCovering(false)
      if (open !== undefined) await give(open, painted)
    },
    stop: () => setCovering(false),
    leave: () => {
      setOpen(undefined)
      setCovers([])
      onPhoto(null)
    },
  }
}

type ChosenProps = {
  readonly photo: ChosenPhoto
  readonly covers: number
  readonly onCover: () => Promise<void>
  readonly onLeave: () => void
  readonly children: ReactNode
}

function Chosen({ photo, covers, onCover, onLeave, children }: ChosenProps) {
  const t = useText()
  const url = useBlobUrl(photo.bytes)
  return (
    <>
      <div className="photo-chosen">
        {url && <img src={url} alt={t(photoTexts.shown)} width={photo.width} height={photo.height} />}
        <p className="s">{covers > 0 ? t(photoTexts.covered, { count: covers }) : t(photoTexts.faces)}</p>
      </div>
      <div className="acts photo-acts">
        <Button small icon="hidden" onClick={() => void onCover()}>
          {t(covers > 0 ? photoTexts.coverMore : photoTexts.cover)}
        </Button>
        {children}
        <Button plain small onClick={onLeave}>
          {t(photoTexts.leave)}
        </Button>
      </div>
    </>
  )
}
