import { useContext, useRef, useState } from 'react'
import type { Cover } from '@steward/domain/files/photo-cover.ts'
import type { OpenPhoto } from '../files/hooks-photo.ts'
import { openPhoto, paintCovers, useBlobUrl } from '../files/hooks-photo.ts'
import { newKey } from '../shared/call.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { useText } from '../shared/texts.ts'
import { CoverContext } from './hooks-cover.ts'
import type { Photo } from './hooks-report.ts'
import { photoLabels } from './labels-photo.ts'

const MOST = 3

type PhotoTilesProps = {
  readonly photos: readonly Photo[]
  readonly onPhotos: (photos: readonly Photo[]) => void
}

/** The photos of a deed as tiles, made small on this device; a touch on one covers faces by hand. */
export function PhotoTiles({ photos, onPhotos }: PhotoTilesProps) {
  const t = useText()
  const chooser = useRef<HTMLInputElement>(null)
  const [says, setSays] = useState<'opening' | 'unreadable'>()
  // Uncovered only in here: what is handed on and sent is painted.
  const opened = useRef(new Map<string, { from: OpenPhoto; covers: readonly Cover[] }>())
  const [covering, setCovering] = useState<string>()
  const take = async (file: File) => {
    setSays('opening')
    const from = await openPhoto(file, file.name)
    const made = from && (await paintCovers(from, []))
    setSays(made === undefined ? 'unreadable' : undefined)
    if (from === undefined || made === undefined) return
    const key = newKey()
    opened.current.set(key, { from, covers: [] })
    onPhotos([...photos, { key, name: made.name, bytes: made.bytes }])
  }
  const begin = async (photo: Photo) => {
    // A photo out of a draft is opened as it is; what it had covered stays covered.
    if (!opened.current.has(photo.key)) {
      const from = await openPhoto(photo.bytes, photo.name)
      if (from === undefined) return setSays('unreadable')
      opened.current.set(photo.key, { from, covers: [] })
    }
    setCovering(photo.key)
  }
  const cover = async (key: string, covers: readonly Cover[]) => {
    setCovering(undefined)
    const from = opened.current.get(key)?.from
    const made = from && (await paintCovers(from, covers))
    if (from === undefined || made === undefined) return setSays('unreadable')
    opened.current.set(key, { from, covers })
    onPhotos(photos.map((one) => (one.key === key ? { ...one, bytes: made.bytes } : one)))
  }
  return (
    <>
      {photos.map((photo, place) => (
        <Tile
          key={photo.key}
          photo={photo}
          place={place + 1}
          onCover={() => void begin(photo)}
          onRemove={() => onPhotos(photos.filter(({ key }) => key !== photo.key))}
        />
      ))}
      {photos.length < MOST && (
        <button type="button" className="tile" onClick={() => chooser.current?.click()}>
          <Icon name="camera" />
          <span>{t(photos.length === 0 ? photoLabels.take : photoLabels.again)}</span>
        </button>
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
          if (file) void take(file)
          event.target.value = ''
        }}
      />
      <p className="c t2 tiles-says" role="status">
        {says && t(photoLabels[says])}
        {!says && photos.length > 0 && t(photoLabels.faces)}
      </p>
      <Covering
        open={covering === undefined ? undefined : opened.current.get(covering)}
        onDone={(covers) => covering !== undefined && void cover(covering, covers)}
        onClose={() => setCovering(undefined)}
      />
    </>
  )
}

type CoveringProps = {
  readonly open: { readonly from: OpenPhoto; readonly covers: readonly Cover[] } | undefined
  readonly onDone: (covers: readonly Cover[]) => void
  readonly onClose: () => void
}

function Covering({ open, onDone, onClose }: CoveringProps) {
  const CoverScreen = useContext(CoverContext)
  if (open === undefined || CoverScreen === undefined) return null
  return <CoverScreen photo={open.from} covers={open.covers} phone onDone={onDone} onClose={onClose} />
}

type TileProps = {
  readonly photo: Photo
  readonly place: number
  readonly onCover: () => void
  readonly onRemove: () => void
}

function Tile({ photo, place, onCover, onRemove }: TileProps) {
  const t = useText()
  const canCover = useContext(CoverContext) !== undefined
  const address = useBlobUrl(photo.bytes)
  const picture = address && <img src={address} alt={t(photoLabels.alt, { n: place })} />
  return (
    <span className="tile picture">
      {canCover ? (
        <button type="button" className="tile-cover" onClick={onCover}>
          {picture}
          <span>{t(photoLabels.coverShort)}</span>
        </button>
      ) : (
        picture
      )}
      <button
        type="button"
        className="tile-remove"
        aria-label={t(photoLabels.remove, { n: place })}
        onClick={onRemove}
      >
        <span>
          <Icon name="close" />
        </span>
      </button>
    </span>
  )
}
