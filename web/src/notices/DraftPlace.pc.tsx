import { useEffect, useState } from 'react'
import { RadioList, TextField } from '../shared/kit/fields.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import type { DraftForm } from './hooks-draft.ts'
import { draftTexts } from './labels-work.ts'

type Props = { readonly form: DraftForm; readonly change: (change: Partial<DraftForm>) => void }

/** Whose notice it is; the office that answers the telephone comes with it. */
export function DraftPlace({ form, change }: Props) {
  const t = useText()
  const [search, setSearch] = useState('')
  const places = useQueryOperation('notice.places', { search }, { keepPrevious: true })
  const rows = places.data?.rows
  const only = search === '' && rows?.length === 1 ? rows[0] : undefined
  const choose = (orgId: string) => {
    const place = rows?.find(({ id }) => id === orgId)
    if (place === undefined) return
    change({
      orgId,
      office: place.phone === '' ? form.office : place.office,
      phone: place.phone || form.phone,
    })
  }
  useEffect(() => {
    if (only && form.orgId === '') choose(only.id)
  })
  if (only) return <TextField readOnly label={t(draftTexts.org)} value={only.name} onValue={() => {}} />
  return (
    <Fetched from={places}>
      {(data) => (
        <div>
          <TextField
            type="search"
            icon="search"
            label={t(draftTexts.org)}
            placeholder={t(draftTexts.find)}
            value={search}
            onValue={setSearch}
          />
          {data.rows.length === 0 && <p className="s t2">{t(draftTexts.noPlace, { text: search })}</p>}
          <div className="notice-places">
            <RadioList
              label={t(draftTexts.org)}
              inCard
              value={form.orgId || undefined}
              onValue={choose}
              choices={data.rows.map(({ id, name, above }) => ({ value: id, label: name, help: above }))}
            />
          </div>
        </div>
      )}
    </Fetched>
  )
}
