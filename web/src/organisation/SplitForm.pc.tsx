import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import type { Choice } from '../shared/kit/fields.tsx'
import { CheckBox, SelectField, TextField } from '../shared/kit/fields.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { ActDrawer, useAct, useDecision } from './ActDrawer.pc.tsx'
import { useMembersOf } from './hooks.ts'
import { formWords } from './labels-form.ts'
import type { FormProps } from './OrgForms.pc.tsx'

const MOST = 200

/** Divides an organisation: names of the parts, then who or what goes with which; what is not given away stays. */
export function SplitForm({ shown: { org, below }, onClose }: FormProps) {
  const t = useText()
  const [names, setNames] = useState<readonly string[]>([''])
  const [places, setPlaces] = useState<ReadonlyMap<string, number>>(new Map())
  const [sourceCloses, setSourceCloses] = useState(false)
  const decision = useDecision()
  const act = useAct('organisation.split', 'split', onClose)
  const holdsPeople = org.kind === 'branch' || org.kind === 'partyGroup'
  const people = useMembersOf(org.id, '', MOST)
  const place = (id: string, part: string) => {
    const next = new Map(places)
    if (part === '') next.delete(id)
    else next.set(id, Number(part))
    setPlaces(next)
  }
  const choices = names.map((name, index) => ({
    value: String(index),
    label: name.trim() === '' ? t(formWords.part, { number: index + 1 }) : name,
  }))
  const inPart = (part: number, ids: readonly { id: string }[]) =>
    ids.filter(({ id }) => places.get(id) === part).map(({ id }) => id)
  const members = holdsPeople ? (people.data?.rows ?? []) : []
  const { field, unitKind, form } = org
  const parts = names.map((name, index) => ({
    name: name.trim(),
    form,
    field,
    unitKind,
    memberIds: inPart(index, members),
    orgIds: inPart(index, below),
  }))
  const empty = parts.some((part) => part.name === '' || part.memberIds.length + part.orgIds.length === 0)
  const rows = [
    ...below.map(({ id, name }) => ({ id, name })),
    ...members.map(({ id, name }) => ({ id, name })),
  ]
  return (
    <ActDrawer
      act="split"
      wide
      org={org}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={empty ? t(formWords.fillAll) : decision.missing}
      onSubmit={() =>
        act.mutate({ orgId: org.id, revision: org.revision, parts, sourceCloses, ...decision.value })
      }
    >
      {names.map((name, index) => (
        <TextField
          key={index}
          label={t(formWords.part, { number: index + 1 })}
          help={t(formWords.partCount, { count: parts[index]?.memberIds.length ?? 0 })}
          value={name}
          maxLength={60}
          onValue={(typed) => setNames(names.map((one, at) => (at === index ? typed : one)))}
        />
      ))}
      <div className="acts">
        <Button small onClick={() => setNames([...names, ''])}>
          {t(formWords.addPart)}
        </Button>
      </div>
      <CheckBox checked={sourceCloses} onChecked={setSourceCloses}>
        {t(formWords.sourceCloses, { name: org.name })}
      </CheckBox>
      <div>
        <p className="s t2">{t(formWords.splitHint, { name: org.name })}</p>
        <Fetched from={people} rows={5} columns="1fr 140px">
          {() => <Places rows={rows} places={places} choices={choices} onPlace={place} />}
        </Fetched>
      </div>
      {decision.fields}
    </ActDrawer>
  )
}

function Places({
  rows,
  places,
  choices,
  onPlace,
}: {
  rows: readonly { id: string; name: string }[]
  places: ReadonlyMap<string, number>
  choices: readonly Choice[]
  onPlace: (id: string, part: string) => void
}) {
  const t = useText()
  return (
    <ul className="rows org-split">
      {rows.map(({ id, name }) => (
        <li key={id}>
          <span className="ell">{name}</span>
          <SelectField
            label={<span className="sr">{`${name} ${t(formWords.goesTo)}`}</span>}
            none={t(formWords.stays)}
            value={places.has(id) ? String(places.get(id)) : ''}
            choices={choices}
            onValue={(part) => onPlace(id, part)}
          />
        </li>
      ))}
    </ul>
  )
}
