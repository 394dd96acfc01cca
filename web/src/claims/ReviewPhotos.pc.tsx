import { useEffect, useRef, useState } from 'react'
import { IconButton } from '../shared/kit/Button.tsx'
import { dayOfInstant } from '../shared/clock.ts'
import { useText } from '../shared/texts.ts'
import { Photo } from './ClaimParts.shared.tsx'
import type { Claim } from './hooks.ts'
import { useDay } from './hooks.ts'
import { claimLabels } from './labels.ts'
import { photoLabels } from './labels-photo.ts'
import { reviewLabels } from './labels-review.ts'

type PhotosProps = {
  readonly claim: Claim
  readonly large: boolean
  readonly onLarge: (large: boolean) => void
}

/** The photos, one at reading size; the space bar makes it as large as the window. */
export function ReviewPhotos({ claim, large, onLarge }: PhotosProps) {
  const t = useText()
  const [place, setPlace] = useState(0)
  const files = claim.evidence.flatMap(({ fileId, kind }) =>
    fileId !== null && kind === 'photo' ? [fileId] : [],
  )
  const shown = files[place] ?? files[0]
  if (shown === undefined) return null
  const alt = t(claimLabels.photoAlt, { name: claim.memberName, n: place + 1 })
  return (
    <div className="review-photos">
      <button type="button" className="review-photo" onClick={() => onLarge(true)}>
        <span className="sr">{t(photoLabels.open)}</span>
        <Photo fileId={shown} alt={alt} />
        <span className="photo-count c" aria-hidden="true">
          {place + 1} / {files.length}
        </span>
      </button>
      <div className="review-strip">
        {files.length > 1 &&
          files.map((fileId, at) => (
            <button
              key={fileId}
              type="button"
              aria-pressed={at === place}
              aria-label={t(photoLabels.count, { n: at + 1, all: files.length })}
              onClick={() => setPlace(at)}
            >
              <Photo fileId={fileId} alt="" />
            </button>
          ))}
        <Hints claim={claim} />
      </div>
      {large && <Large fileId={shown} alt={alt} onClose={() => onLarge(false)} />}
    </div>
  )
}

/** Whether it looks like a photo that was shown before: a hint, nothing follows from it. */
function Hints({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const day = useDay()
  if (claim.photoHints.length === 0) return <p className="c t3">{t(reviewLabels.hints)}</p>
  return (
    <ul className="c">
      {claim.photoHints.map(({ fileId, likeness, photo }, place) => (
        <li key={fileId + String(place)} className="ochre">
          {photo === null
            ? t(likeness === 'alike' ? reviewLabels.hintAlikeElsewhere : reviewLabels.hintSameElsewhere)
            : t(likeness === 'alike' ? reviewLabels.hintAlike : reviewLabels.hintSame, {
                org: photo.orgName,
                by: photo.addedBy,
                day: day(dayOfInstant(photo.addedAt)),
              })}
          <span className="t3"> {t(reviewLabels.hintNote)}</span>
        </li>
      ))}
    </ul>
  )
}

function Large({ fileId, alt, onClose }: { fileId: string; alt: string; onClose: () => void }) {
  const t = useText()
  const frame = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    frame.current?.showModal()
  }, [])
  return (
    <dialog
      ref={frame}
      className="review-large"
      aria-label={alt}
      onCancel={onClose}
      onClick={onClose}
      onKeyDown={(event) => {
        if (event.key !== ' ') return
        event.preventDefault()
        onClose()
      }}
    >
      <Photo fileId={fileId} alt={alt} />
      <IconButton name="close" label={t(photoLabels.close)} onClick={onClose} />
    </dialog>
  )
}
