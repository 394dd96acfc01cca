import { useDeferredValue, useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { warningForms } from './labels-warning.ts'

/** Names a member by typing; a chosen one is shown with a way to choose another. */
export function WhoField({
  name,
  onMember,
}: {
  readonly name: string | undefined
  readonly onMember: (memberId: string | undefined) => void
}) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const found = useQueryOperation('member.search', { text }, { enabled: text !== '' && name === undefined })
  if (name !== undefined) {
    return (
      <div className="fieldset">
        <span className="s t2">{t(warningForms.who)}</span>
        <p className="between">
          <span className="b">{name}</span>
          <Button small onClick={() => onMember(undefined)}>
            {t(warningForms.whoOther)}
          </Button>
        </p>
      </div>
    )
  }
  const people = found.data?.people ?? []
  return (
    <div>
      <TextField
        label={t(warningForms.who)}
        help={t(found.data && people.length === 0 ? warningForms.whoNone : warningForms.whoHelp)}
        icon="search"
        autoComplete="off"
        value={typed}
        onValue={setTyped}
      />
      {people.length > 0 && (
        <ul className="who-list rows">
          {people.slice(0, 8).map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => onMember(one.id)}>
                <span>{one.name}</span>
                <span className="t3">{one.orgName}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
