import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { newKey } from '../shared/call.ts'
import { useToday } from '../shared/clock.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { useOnline } from '../shared/kit/offline.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { fileMark } from '../shared/outbox/outbox-item.ts'
import { outbox } from '../shared/outbox/use-outbox.ts'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { Photo } from './ClaimParts.shared.tsx'
import type { Claim } from './hooks.ts'
import { plain, useClaim, useTitleOf } from './hooks.ts'
import type { Draft } from './hooks-report.ts'
import { emptyDraft, isLateDraft } from './hooks-report.ts'
import { claimLabels } from './labels.ts'
import { photoLabels } from './labels-photo.ts'
import { mineLabels, reportLabels } from './labels-report.ts'
import { Amount } from './Amount.shared.tsx'
import { PhotoTiles } from './PhotoTiles.shared.tsx'
import { More } from './ReportMore.shared.tsx'
import { Words } from './ReportWords.shared.tsx'
import './Claims.css'

/** A returned deed: what the branch missed stands above; all that was sent is here already. */
export function CompletePage() {
  const t = useText()
  const { claimId = '' } = useParams()
  return (
    <Fetched from={useClaim(claimId)} what={t(mineLabels.deed)} columns="1fr">
      {(claim) => <Complete key={claim.id} claim={claim} />}
    </Fetched>
  )
}

function Complete({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const today = useToday()
  const online = useOnline()
  const [, navigate] = useLocation()
  const { account } = useSession()
  const title = useTitleOf()(claim)
  const [draft, setDraft] = useState<Draft>({
    ...emptyDraft,
    deedOn: claim.deedOn,
    quantity: claim.quantity,
    said: claim.said,
    place: claim.place ?? '',
    hostBranch: claim.hostBranch,
    lateReason: claim.lateReason ?? '',
  })
  const [kept, setKept] = useState(() =>
    claim.evidence.flatMap(({ fileId, kind }) => (fileId !== null && kind === 'photo' ? [fileId] : [])),
  )
  const change = (next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next }))
  const send = async () => {
    await outbox.add({
      id: newKey(),
      accountId: account.id,
      command: 'claim.resubmit',
      input: {
        claimId: claim.id,
        deedOn: draft.deedOn || today,
        quantity: draft.quantity,
        said: draft.said.trim(),
        place: draft.place.trim() || null,
        hostBranch: draft.hostBranch.trim(),
        lateReason: draft.lateReason.trim() || null,
        photoIds: [...kept, ...draft.photos.map(({ key }) => fileMark(key))],
      },
      files: draft.photos.map(({ key, name, bytes }) => ({
        upload: 'file.add',
        input: { name, purpose: 'evidence', about: { memberId: claim.memberId } },
        name,
        idAt: ['file', 'id'],
        bytes,
        key,
      })),
      title,
      typed: [
        { label: claimLabels.said, value: draft.said },
        { label: claimLabels.quantity, value: plain(draft.quantity) },
      ],
      editPath: `/my-deeds/${claim.id}/complete`,
    })
    navigate('/my-deeds', { replace: true })
  }
  const missing = isLateDraft(draft, today) && draft.lateReason.trim() === ''
  return (
    <>
      <h2 className="ph1 help-whom">{title}</h2>
      {claim.reason !== null && (
        <section className="card pad">
          <p className="s t3">{t(mineLabels.returnedWhy, { by: claim.decidedBy ?? '' })}</p>
          <p>{claim.reason}</p>
        </section>
      )}
      <section className="card pad complete-amount">
        <Amount unit={claim.unit} quantity={draft.quantity} onQuantity={(quantity) => change({ quantity })} />
      </section>
      <div className="report-head">
        <h3 className="sec">{t(reportLabels.photo)}</h3>
        <span className="c t3">{t(reportLabels.photoOptional)}</span>
      </div>
      <div className="tiles">
        {kept.map((fileId, place) => (
          <span key={fileId} className="tile picture">
            <Photo fileId={fileId} alt={t(photoLabels.alt, { n: place + 1 })} />
            <button
              type="button"
              className="tile-remove"
              aria-label={t(photoLabels.remove, { n: place + 1 })}
              onClick={() => setKept(kept.filter((one) => one !== fileId))}
            >
              <span>
                <Icon name="close" />
              </span>
            </button>
          </span>
        ))}
        {kept.length < 3 && <PhotoTiles photos={draft.photos} onPhotos={(photos) => change({ photos })} />}
      </div>
      <Words value={draft.said} onValue={(said) => change({ said })} />
      <More draft={draft} change={change} earliestOn={claim.deedOn} />
      <div className="foot">
        <Button
          act={!missing}
          wide
          aria-disabled={missing || undefined}
          onClick={() => !missing && void send()}
        >
          {t(online ? reportLabels.send : reportLabels.keep)}
        </Button>
        {missing && <p className="c t3">{t(reportLabels.lateReason)}</p>}
      </div>
    </>
  )
}
