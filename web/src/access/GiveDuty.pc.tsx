import { useState } from 'react'
import { rolePlaces } from '@steward/domain/access/grants.ts'
import { PERMISSIONS } from '@steward/domain/access/permissions.ts'
import { type GivenRole, MEMBER_ROLE, permissionsOf, type Role, ROLES } from '@steward/domain/access/roles.ts'
import { useToday } from '../shared/clock.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { SelectField } from '../shared/kit/fields.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Account } from './hooks.ts'
import { useOrgsByName } from './hooks.ts'
import { giveLabels } from './labels.ts'
import { accessRefusals } from './labels-refusal.ts'
import type { Picked } from './PickOne.shared.tsx'
import { PickOne } from './PickOne.shared.tsx'

const given = (Object.keys(ROLES) as Role[]).filter((role): role is GivenRole => role !== MEMBER_ROLE) // the record's own keys

/** Gives an account a duty in an organisation, from a day on. */
export function GiveDuty({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useText()
  const say = useUndo()
  const today = useToday()
  const [role, setRole] = useState<GivenRole | ''>('')
  const [org, setOrg] = useState<Picked>()
  const [fromOn, setFromOn] = useState<string>(today)
  const [untilOn, setUntilOn] = useState('')
  const name = account.name
  const words = role === '' ? t(giveLabels.giveNone) : t(giveLabels.give, { role: t(ROLES[role]) })
  const give = useCommandOperation('access.grant', {
    onDone: (_done, sent) => {
      say({ text: t(giveLabels.done, { name, role: t(ROLES[sent.role]) }) })
      onClose()
    },
  })
  const isReady = role !== '' && org !== undefined && fromOn !== ''
  const send = () => {
    if (role === '' || org === undefined) return
    const days = { fromOn, untilOn: untilOn === '' ? null : untilOn }
    give.mutate({ accountId: account.id, role, orgId: org.id, ...days })
  }
  return (
    <Drawer
      title={t(giveLabels.title, { name })}
      onClose={onClose}
      acts={
        <Button
          ink
          busy={give.isPending && words}
          why={isReady ? undefined : t(giveLabels.fill)}
          onClick={send}
        >
          {words}
        </Button>
      }
    >
      <div className="form">
        <p className="s t2">{t(giveLabels.text)}</p>
        <SelectField
          label={t(giveLabels.role)}
          value={role}
          onValue={(chosen) => {
            setRole(chosen)
            setOrg(undefined)
          }}
          choices={given.map((one) => ({ value: one, label: t(ROLES[one]) }))}
          help={role === '' ? undefined : <Holds role={role} />}
        />
        <OrgChoice role={role} value={org} onValue={setOrg} />
        <DateField label={t(giveLabels.fromOn)} value={fromOn} onValue={setFromOn} />
        <DateField
          label={t(giveLabels.untilOn)}
          help={t(giveLabels.untilHelp)}
          optional
          min={fromOn}
          value={untilOn}
          onValue={setUntilOn}
        />
        {give.error && <StateError error={give.error} refusals={accessRefusals} />}
      </div>
    </Drawer>
  )
}

function Holds({ role }: { role: GivenRole }) {
  const t = useText()
  const words = permissionsOf(role).map(({ permission }) => t(PERMISSIONS[permission]))
  return <>{t(giveLabels.holds, { words })}</>
}

type OrgChoiceProps = {
  readonly role: GivenRole | ''
  readonly value: Picked | undefined
  readonly onValue: (picked: Picked | undefined) => void
}

function OrgChoice({ role, value, onValue }: OrgChoiceProps) {
  const t = useText()
  const [search, setSearch] = useState('')
  const found = useOrgsByName(search, role === '' ? undefined : rolePlaces[role])
  return (
    <PickOne
      label={t(giveLabels.org)}
      placeholder={t(giveLabels.orgPlace)}
      value={value}
      onValue={onValue}
      search={search}
      onSearch={setSearch}
      found={found}
    />
  )
}
