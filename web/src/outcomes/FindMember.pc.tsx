import { useDeferredValue, useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { limitLabels } from './labels-limit.ts'

type Member = { readonly id: string; readonly name: string }

/** Names a member by typing; a chosen one stands there with a way to choose another. */
export function FindMember({
  member,
  error,
  onMember,
}: {
  readonly member: Member | undefined
  readonly error: string | undefined
  readonly onMember: (member: Member | undefined) => void
}) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const found = useQueryOperation('member.search', { text }, { enabled: text !== '' && member === undefined })
  if (member !== undefined)
    return (
      <div className="fieldset between">
        <span className="b">{member.name}</span>
        <Button small onClick={() => onMember(undefined)}>
          {t(limitLabels.other)}
        </Button>
      </div>
    )
  return (
    <div className="use-find">
      <TextField
        label={t(limitLabels.who)}
        help={t(limitLabels.whoHelp)}
        error={error}
        icon="search"
        autoComplete="off"
        value={typed}
        onValue={setTyped}
      />
      <ul>
        {(text === '' ? [] : (found.data?.people ?? [])).slice(0, 8).map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => onMember(one)}>
              <span>{one.name}</span>
              <span className="c t3">{one.orgName}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
