import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { Field, TextField } from '../shared/kit/fields.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { KindWord } from './hooks.ts'
import { useMembersOf, useOrgSearch } from './hooks.ts'
import { formWords } from './labels-form.ts'

export type Picked = { readonly id: string; readonly name: string }

/** Chooses one organisation by name or pinyin; the chosen one stands as words with a way to change it. */
export function OrgPicker({
  label,
  help,
  value,
  onValue,
  kinds,
  optional,
}: {
  label: string
  help?: ReactNode
  value: Picked | undefined
  onValue: (picked: Picked | undefined) => void
  kinds?: readonly KindWord[]
  optional?: boolean
}) {
  const [text, setText] = useState('')
  const typed = text.trim()
  const found = useOrgSearch(typed, kinds, value === undefined && typed !== '')
  if (value) return <Held label={label} name={value.name} onChange={() => onValue(undefined)} />
  return (
    <div>
      <Search label={label} help={help} text={text} onText={setText} optional={optional} kind="org" />
      {typed !== '' && (
        <Fetched from={found} rows={2} columns="1fr">
          {({ rows }) => (
            <Choices
              rows={rows.map((row) => ({ id: row.id, name: row.name, note: row.above.slice(1).join(' › ') }))}
              onPick={(picked) => {
                onValue(picked)
                setText('')
              }}
            />
          )}
        </Fetched>
      )}
    </div>
  )
}

/** Chooses one member of an organisation by name or initials. */
export function MemberPicker({
  label,
  orgId,
  value,
  onValue,
}: {
  label: string
  orgId: string
  value: Picked | undefined
  onValue: (picked: Picked | undefined) => void
}) {
  const [text, setText] = useState('')
  const found = useMembersOf(orgId, text.trim(), 8)
  if (value) return <Held label={label} name={value.name} onChange={() => onValue(undefined)} />
  return (
    <div>
      <Search label={label} text={text} onText={setText} kind="member" />
      {text.trim() !== '' && (
        <Fetched from={found} rows={2} columns="1fr">
          {({ rows }) => (
            <Choices
              rows={rows.map((row) => ({ id: row.id, name: row.name, note: row.orgName }))}
              onPick={(picked) => {
                onValue(picked)
                setText('')
              }}
            />
          )}
        </Fetched>
      )}
    </div>
  )
}

function Search({
  label,
  help,
  text,
  onText,
  optional,
  kind,
}: {
  label: string
  help?: ReactNode
  text: string
  onText: (text: string) => void
  optional?: boolean | undefined
  kind: 'org' | 'member'
}) {
  const t = useText()
  return (
    <TextField
      label={label}
      help={help}
      optional={optional}
      icon="search"
      type="search"
      autoComplete="off"
      placeholder={t(kind === 'org' ? formWords.pickOrg : formWords.pickMember)}
      value={text}
      onValue={onText}
    />
  )
}

function Held({ label, name, onChange }: { label: string; name: string; onChange: () => void }) {
  const t = useText()
  return (
    <Field label={label}>
      {({ id }) => (
        <span className="field held" id={id}>
          <span className="grow ell">{name}</span>
          <Button plain small onClick={onChange}>
            {t(formWords.change)}
          </Button>
        </span>
      )}
    </Field>
  )
}

function Choices({
  rows,
  onPick,
}: {
  rows: readonly (Picked & { note: string })[]
  onPick: (picked: Picked) => void
}) {
  const t = useText()
  if (rows.length === 0) return <p className="s t2">{t(formWords.nobody)}</p>
  return (
    <ul className="org-choices">
      {rows.map(({ id, name, note }) => (
        <li key={id}>
          <button type="button" onClick={() => onPick({ id, name })}>
            <span className="nw">{name}</span>
            <span className="c t3 ell">{note}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
