import { useDeferredValue, useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Sheet } from '../shared/kit/layers.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import type { WitnessPerson } from './hooks-report.ts'
import { reportLabels } from './labels-report.ts'

type WitnessSheetProps = {
  /** The member whose deed it is. */
  readonly except: string
  readonly chosen: WitnessPerson | undefined
  readonly onChoose: (witness: WitnessPerson | undefined) => void
  readonly onClose: () => void
}

/** Who was there: a member of the branch, or anybody by name. */
export function WitnessSheet({ except, chosen, onChoose, onClose }: WitnessSheetProps) {
  const t = useText()
  const [name, setName] = useState('')
  const search = useDeferredValue(name.trim())
  const found = useQueryOperation('witness.candidates', { search }, { keepPrevious: true })
  const rows = (found.data?.rows ?? []).filter(({ memberId }) => memberId !== except)
  const isListed = rows.some((row) => row.name === search)
  return (
    <Sheet open onClose={onClose} title={t(reportLabels.witnessPick)} keepOpen={name !== ''}>
      <TextField
        label={t(reportLabels.witnessSearch)}
        help={t(reportLabels.witnessSearchHelp)}
        value={name}
        onValue={setName}
        maxLength={40}
        autoComplete="off"
        icon="search"
      />
      <div className="rows witness-rows">
        {search !== '' && !isListed && (
          <button type="button" className="entry" onClick={() => onChoose({ name: search })}>
            <Icon name="plus" />
            <span className="grow">{t(reportLabels.witnessUse, { name: search })}</span>
          </button>
        )}
        {rows.map((row) => (
          <button key={row.memberId} type="button" className="entry" onClick={() => onChoose(row)}>
            <Icon name="person" />
            <span className="grow">{row.name}</span>
            {row.memberId === chosen?.memberId && <Icon name="check" />}
          </button>
        ))}
      </div>
      {chosen && (
        <Button wide onClick={() => onChoose(undefined)}>
          {t(reportLabels.witnessRemove)}
        </Button>
      )}
    </Sheet>
  )
}
