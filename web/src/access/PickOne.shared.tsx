import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from '../shared/kit/Button.tsx'
import { Field, TextField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { printLabels } from './labels.ts'
import './Access.css'

export type Picked = { readonly id: string; readonly name: string; readonly note?: string | undefined }

export type Found = Pick<UseQueryResult<unknown>, 'error' | 'isFetching'> & {
  readonly picks: readonly (Picked & { readonly isOff?: boolean })[] | undefined
}

type Props = {
  readonly label: string
  readonly placeholder: string
  readonly help?: ReactNode
  readonly value: Picked | undefined
  readonly onValue: (picked: Picked | undefined) => void
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly found: Found
}

/** Chooses one person or organisation by typing; the chosen one stands as words with a way to change it. */
export function PickOne({ label, placeholder, help, value, onValue, search, onSearch, found }: Props) {
  const t = useText()
  if (value) {
    return (
      <Field label={label} help={value.note}>
        {({ id }) => (
          <span className="field held" id={id}>
            <span className="grow ell">{value.name}</span>
            <Button plain small onClick={() => onValue(undefined)}>
              {t(printLabels.change)}
            </Button>
          </span>
        )}
      </Field>
    )
  }
  const pick = (picked: Picked) => {
    onSearch('')
    onValue(picked)
  }
  return (
    <div>
      <TextField
        label={label}
        help={help}
        placeholder={placeholder}
        icon="search"
        type="search"
        autoComplete="off"
        maxLength={40}
        value={search}
        onValue={onSearch}
      />
      {search.trim() !== '' && <Picks found={found} onPick={pick} />}
    </div>
  )
}

function Picks({ found, onPick }: { found: Found; onPick: (picked: Picked) => void }) {
  const t = useText()
  if (found.error) return <StateError error={found.error} />
  if (found.picks === undefined) return null
  if (found.picks.length === 0) return <p className="s t2 picks-none">{t(printLabels.none)}</p>
  return (
    <ul className="picks" aria-busy={found.isFetching}>
      {found.picks.map((pick) => (
        <li key={pick.id}>
          <button type="button" disabled={pick.isOff} onClick={() => onPick(pick)}>
            <span>{pick.name}</span>
            <span className="s t2">{pick.note}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
