import { useState } from 'react'
import { isCommitteeOrg } from '@steward/domain/organisation/party-org.ts'
import { useToday } from '../shared/clock.ts'
import { DateField } from '../shared/kit/DateField.tsx'
import { RadioList, SelectField, TextField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { ActFrame, type ActProps, Reason, useAct } from './ActFrame.pc.tsx'
import { changeTexts, fileTexts } from './labels-file.ts'

/** Moves a member to another branch of the same base committee. */
export function BranchDrawer({ file, onClose }: ActProps) {
  const t = useText()
  const today = useToday()
  const { id: memberId, revision, place, orgId: from } = file.facts
  const committee = place.findLast((org) => isCommitteeOrg(org.kind))
  const [text, setText] = useState('')
  const [orgId, setOrgId] = useState<string>()
  const [groupId, setGroupId] = useState('')
  const [fromOn, setFromOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const found = useQueryOperation(
    'organisation.search',
    { text, kinds: ['branch'], ...(committee ? { below: committee.id } : {}), limit: 8 },
    { keepPrevious: true },
  )
  const chosen = useQueryOperation(
    'organisation.show',
    { orgId: orgId ?? '' },
    { enabled: orgId !== undefined },
  )
  const groups = chosen.data?.below.filter((org) => org.kind === 'partyGroup') ?? []
  const command = useAct('member.change-branch', file, onClose)
  const branches = (found.data?.rows ?? []).filter((org) => org.id !== from)
  const target = branches.find((org) => org.id === orgId)?.name ?? chosen.data?.org.name ?? ''
  const ready = orgId !== undefined && fromOn !== '' && reason.trim() !== ''
  const save = () =>
    orgId !== undefined &&
    command.mutate({ memberId, revision, orgId, groupId: groupId === '' ? null : groupId, fromOn, reason })
  return (
    <ActFrame
      title={t(fileTexts.changeBranch)}
      tell={t(changeTexts.branchTell)}
      save={target === '' ? t(fileTexts.changeBranch) : t(changeTexts.branchSave, { name: target })}
      command={command}
      onSave={ready ? save : undefined}
      onClose={onClose}
    >
      <TextField label={t(changeTexts.branchFind)} icon="search" value={text} onValue={setText} />
      <RadioList
        label={t(changeTexts.branchTo)}
        value={orgId}
        onValue={(next) => {
          setOrgId(next)
          setGroupId('')
        }}
        choices={branches.map((org) => ({ value: org.id, label: org.name }))}
      />
      {groups.length > 0 && (
        <SelectField
          label={t(changeTexts.group)}
          value={groupId}
          onValue={setGroupId}
          choices={groups.map((group) => ({ value: group.id, label: group.name }))}
        />
      )}
      <DateField label={t(changeTexts.fromOn)} value={fromOn} onValue={setFromOn} max={today} />
      <Reason value={reason} onValue={setReason} />
    </ActFrame>
  )
}
