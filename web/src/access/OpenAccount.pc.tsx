import { useState } from 'react'
import type { InputOf } from '../shared/call.ts'
import { Button } from '../shared/kit/Button.tsx'
import { RadioList, TextField } from '../shared/kit/fields.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Opened } from './hooks.ts'
import { useMembersForAccount, useOrgsByName } from './hooks.ts'
import { giveLabels, openLabels } from './labels.ts'
import { accessRefusals } from './labels-refusal.ts'
import type { Picked } from './PickOne.shared.tsx'
import { PickOne } from './PickOne.shared.tsx'
import { PasswordSlip } from './SlipDialog.pc.tsx'

type Props = { readonly onClose: () => void; readonly onOpened: (accountId: string) => void }

/** Opens an account for a member of the roster or an officer from elsewhere. */
export function OpenAccount({ onClose, onOpened }: Props) {
  const t = useText()
  const [kind, setKind] = useState<'member' | 'officer'>('officer')
  const [member, setMember] = useState<Picked>()
  const [name, setName] = useState('')
  const [org, setOrg] = useState<Picked>()
  const [accountName, setAccountName] = useState('')
  const [opened, setOpened] = useState<Opened>()
  const open = useCommandOperation('account.open', { onDone: setOpened })
  const input = inputOf({ kind, member, name, org, accountName })
  const person = kind === 'member' ? (member?.name ?? '') : name
  return (
    <Drawer
      title={t(openLabels.title)}
      onClose={onClose}
      acts={
        <Button
          ink
          busy={open.isPending && t(openLabels.save)}
          why={input === undefined ? t(openLabels.fill) : undefined}
          onClick={() => input && open.mutate(input)}
        >
          {t(openLabels.save)}
        </Button>
      }
    >
      <div className="form">
        <p className="s t2">{t(openLabels.text)}</p>
        <RadioList
          label={t(openLabels.forWhom)}
          value={kind}
          onValue={setKind}
          choices={[
            { value: 'officer', label: t(openLabels.forOfficer) },
            { value: 'member', label: t(openLabels.forMember) },
          ]}
        />
        {kind === 'member' ? (
          <MemberChoice value={member} onValue={setMember} />
        ) : (
          <>
            <TextField
              label={t(openLabels.name)}
              autoComplete="off"
              maxLength={40}
              value={name}
              onValue={setName}
            />
            <PlaceChoice value={org} onValue={setOrg} />
          </>
        )}
        <TextField
          label={t(openLabels.account)}
          help={t(kind === 'member' ? openLabels.accountMember : openLabels.accountOfficer)}
          optional={kind === 'member'}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={80}
          value={accountName}
          onValue={setAccountName}
        />
        {open.error && <StateError error={open.error} refusals={accessRefusals} />}
      </div>
      {opened && (
        <PasswordSlip opened={opened} name={person} kind="open" onClose={() => onOpened(opened.accountId)} />
      )}
    </Drawer>
  )
}

/** What to send; undefined while something is missing. */
function inputOf(typed: {
  kind: 'member' | 'officer'
  member: Picked | undefined
  name: string
  org: Picked | undefined
  accountName: string
}): InputOf<'account.open'> | undefined {
  const accountName = typed.accountName.trim()
  if (typed.kind === 'member') return typed.member && { memberId: typed.member.id, accountName }
  const name = typed.name.trim()
  if (name === '' || typed.org === undefined || accountName === '') return undefined
  return { name, orgId: typed.org.id, accountName }
}

type ChoiceProps = {
  readonly value: Picked | undefined
  readonly onValue: (picked: Picked | undefined) => void
}

function MemberChoice({ value, onValue }: ChoiceProps) {
  const t = useText()
  const [search, setSearch] = useState('')
  const found = useMembersForAccount(search)
  const words = { label: t(openLabels.member), placeholder: t(openLabels.memberPlace) }
  return (
    <PickOne {...words} value={value} onValue={onValue} search={search} onSearch={setSearch} found={found} />
  )
}

function PlaceChoice({ value, onValue }: ChoiceProps) {
  const t = useText()
  const [search, setSearch] = useState('')
  const found = useOrgsByName(search, undefined)
  const words = { label: t(openLabels.org), placeholder: t(giveLabels.orgPlace) }
  return (
    <PickOne {...words} value={value} onValue={onValue} search={search} onSearch={setSearch} found={found} />
  )
}
