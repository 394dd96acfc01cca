import { useDeferredValue, useState } from 'react'
import { TextField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { proposeLabels } from './labels-disposal-step.ts'

/** Names a member by typing. */
export function MemberPicker({ onMember }: { readonly onMember: (memberId: string) => void }) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const found = useQueryOperation('member.search', { text }, { enabled: text !== '' })
  const people = found.data?.people ?? []
  return (
    <>
      <TextField
        label={t(proposeLabels.who)}
        help={t(found.data && people.length === 0 ? proposeLabels.whoNone : proposeLabels.whoHelp)}
        icon="search"
        autoComplete="off"
        value={typed}
        onValue={setTyped}
      />
      <ul className="case-who rows">
        {people.slice(0, 8).map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => onMember(one.id)}>
              <span>{one.name}</span>
              <span className="t3">{one.orgName}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
