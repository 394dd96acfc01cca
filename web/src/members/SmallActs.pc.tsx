import { useState } from 'react'
import { memberCategories, type MemberCategory } from '@steward/domain/members/category.ts'
import { rosterTags, type RosterTag } from '@steward/domain/members/tag.ts'
import { useToday } from '../shared/clock.ts'
import { DateField } from '../shared/kit/DateField.tsx'
import { SelectField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import { ActFrame, type ActProps, Reason, useAct } from './ActFrame.pc.tsx'
import { categoryTexts, tagTexts } from './labels.ts'
import { changeTexts, fileTexts } from './labels-file.ts'

export function CategoryDrawer({ file, onClose }: ActProps) {
  const t = useText()
  const today = useToday()
  const [category, setCategory] = useState<MemberCategory | ''>('')
  const [fromOn, setFromOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const command = useAct('member.change-category', file, onClose)
  const { id: memberId, revision } = file.facts
  const ready = category !== '' && fromOn !== '' && reason.trim() !== ''
  const name = category === '' ? t(changeTexts.newCategory) : t(categoryTexts[category])
  return (
    <ActFrame
      title={t(fileTexts.changeCategory)}
      tell={t(changeTexts.categoryTell)}
      save={t(changeTexts.categorySave, { category: name })}
      command={command}
      onSave={ready ? () => command.mutate({ memberId, revision, category, fromOn, reason }) : undefined}
      onClose={onClose}
    >
      <SelectField
        label={t(changeTexts.newCategory)}
        value={category}
        onValue={setCategory}
        choices={memberCategories
          .filter((one) => one !== file.facts.category)
          .map((one) => ({ value: one, label: t(categoryTexts[one]) }))}
      />
      <DateField label={t(changeTexts.fromOn)} value={fromOn} onValue={setFromOn} max={today} />
      <Reason value={reason} onValue={setReason} />
    </ActFrame>
  )
}

export function TagDrawer({ file, onClose }: ActProps) {
  const t = useText()
  const today = useToday()
  const [tag, setTag] = useState<RosterTag | ''>('')
  const [fromOn, setFromOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const command = useAct('member.tag', file, onClose)
  const held = new Set(file.tags.map((one) => one.tag))
  const ready = tag !== '' && fromOn !== '' && reason.trim() !== ''
  return (
    <ActFrame
      title={t(fileTexts.setTag)}
      save={t(changeTexts.tagSave)}
      command={command}
      onSave={ready ? () => command.mutate({ memberId: file.facts.id, tag, fromOn, reason }) : undefined}
      onClose={onClose}
    >
      <SelectField
        label={t(changeTexts.tag)}
        value={tag}
        onValue={setTag}
        choices={rosterTags
          .filter((one) => !held.has(one))
          .map((one) => ({ value: one, label: t(tagTexts[one]) }))}
      />
      <DateField label={t(changeTexts.fromOn)} value={fromOn} onValue={setFromOn} max={today} />
      <Reason value={reason} onValue={setReason} />
    </ActFrame>
  )
}

export function UntagDrawer({ file, tag, onClose }: ActProps & { tag: RosterTag }) {
  const t = useText()
  const today = useToday()
  const [untilOn, setUntilOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const command = useAct('member.untag', file, onClose)
  const ready = untilOn !== '' && reason.trim() !== ''
  return (
    <ActFrame
      title={t(fileTexts.endTag, { tag: t(tagTexts[tag]) })}
      save={t(changeTexts.untagSave)}
      command={command}
      onSave={ready ? () => command.mutate({ memberId: file.facts.id, tag, untilOn, reason }) : undefined}
      onClose={onClose}
    >
      <DateField label={t(changeTexts.untilOn)} value={untilOn} onValue={setUntilOn} max={today} />
      <Reason value={reason} onValue={setReason} />
    </ActFrame>
  )
}

export function DeathDrawer({ file, onClose }: ActProps) {
  const t = useText()
  const today = useToday()
  const [diedOn, setDiedOn] = useState('')
  const [reason, setReason] = useState('')
  const command = useAct('member.record-death', file, onClose)
  const { id: memberId, revision } = file.facts
  return (
    <ActFrame
      grave
      title={t(fileTexts.recordDeath)}
      tell={t(changeTexts.deathTell)}
      save={t(changeTexts.deathSave)}
      command={command}
      onSave={diedOn === '' ? undefined : () => command.mutate({ memberId, revision, diedOn, reason })}
      onClose={onClose}
    >
      <DateField label={t(changeTexts.diedOn)} value={diedOn} onValue={setDiedOn} max={today} />
      <Reason value={reason} onValue={setReason} optional />
    </ActFrame>
  )
}

export function RestoreDrawer({ file, onClose }: ActProps) {
  const t = useText()
  const today = useToday()
  const [restoredOn, setRestoredOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const command = useAct('member.restore', file, onClose)
  const { id: memberId, revision } = file.facts
  const ready = restoredOn !== '' && reason.trim() !== ''
  return (
    <ActFrame
      title={t(fileTexts.restore)}
      save={t(changeTexts.restoreSave)}
      command={command}
      onSave={ready ? () => command.mutate({ memberId, revision, restoredOn, reason }) : undefined}
      onClose={onClose}
    >
      <DateField label={t(changeTexts.restoredOn)} value={restoredOn} onValue={setRestoredOn} max={today} />
      <Reason value={reason} onValue={setReason} />
    </ActFrame>
  )
}
