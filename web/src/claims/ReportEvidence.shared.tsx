import { useState } from 'react'
import { Icon } from '../shared/kit/Icon.tsx'
import { useText } from '../shared/texts.ts'
import type { Change, Choice, Draft } from './hooks-report.ts'
import { reportLabels } from './labels-report.ts'
import { PhotoTiles } from './PhotoTiles.shared.tsx'
import { WitnessSheet } from './WitnessSheet.shared.tsx'

type EvidenceProps = {
  readonly draft: Draft
  readonly change: (change: Change) => void
  readonly choice: Choice | undefined
  readonly memberId: string
}

/** 拍一张, or a witness; neither is compulsory unless the item says so. */
export function Evidence({ draft, change, choice, memberId }: EvidenceProps) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const needed = (choice?.item.evidence.needed.length ?? 0) > 0
  const { witness } = draft
  return (
    <section aria-labelledby="evidence">
      <div className="report-head">
        <h2 className="sec" id="evidence">
          {t(reportLabels.photo)}
        </h2>
        <span className={needed ? 'c ochre' : 'c t3'}>
          {t(needed ? reportLabels.photoNeeded : reportLabels.photoOptional)}
        </span>
      </div>
      <div className="tiles">
        <PhotoTiles photos={draft.photos} onPhotos={(photos) => change({ photos })} />
        <button type="button" className={witness ? 'tile filled' : 'tile'} onClick={() => setAsking(true)}>
          <Icon name="person" />
          <span>{witness ? witness.name : t(reportLabels.witness)}</span>
          {witness && <span className="sr">{t(reportLabels.witness)}</span>}
        </button>
      </div>
      {asking && (
        <WitnessSheet
          except={memberId}
          chosen={witness}
          onClose={() => setAsking(false)}
          onChoose={(next) => {
            change({ witness: next })
            setAsking(false)
          }}
        />
      )}
    </section>
  )
}
