import { useEffect, useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import { ActDrawer, useAct, useDecision } from './ActDrawer.pc.tsx'
import type { OrgShown } from './hooks.ts'
import { useOrg } from './hooks.ts'
import { formWords } from './labels-form.ts'
import type { Picked } from './Pickers.pc.tsx'
import { OrgPicker } from './Pickers.pc.tsx'
import type { ShapeInput } from './ShapeFields.pc.tsx'
import { kindsAbove, ShapeFields } from './ShapeFields.pc.tsx'

export type FormProps = { readonly shown: OrgShown; readonly onClose: () => void }

export function RenameForm({ shown: { org }, onClose }: FormProps) {
  const t = useText()
  const [name, setName] = useState(org.name)
  const [shortName, setShortName] = useState('')
  const decision = useDecision()
  const act = useAct('organisation.rename', 'rename', onClose, (_, input) => ({ name: input.name }))
  const unchanged = name.trim() === '' || name.trim() === org.name
  return (
    <ActDrawer
      act="rename"
      org={org}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={unchanged ? t(formWords.fillName) : decision.missing}
      onSubmit={() =>
        act.mutate({ orgId: org.id, revision: org.revision, name: name.trim(), shortName, ...decision.value })
      }
    >
      <TextField label={t(formWords.name)} value={name} maxLength={60} onValue={setName} />
      <TextField
        label={t(formWords.shortName)}
        optional
        value={shortName}
        maxLength={30}
        onValue={setShortName}
      />
      {decision.fields}
    </ActDrawer>
  )
}

export function MoveForm({ shown: { org }, onClose }: FormProps) {
  const t = useText()
  const [target, setTarget] = useState<Picked>()
  const decision = useDecision()
  const act = useAct('organisation.move', 'move', onClose)
  return (
    <ActDrawer
      act="move"
      org={org}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={target ? decision.missing : t(formWords.fillChoice)}
      onSubmit={() =>
        target &&
        act.mutate({ orgId: org.id, revision: org.revision, parentId: target.id, ...decision.value })
      }
    >
      <OrgPicker
        label={t(formWords.newParent)}
        kinds={kindsAbove(org.kind)}
        value={target}
        onValue={setTarget}
      />
      {decision.fields}
    </ActDrawer>
  )
}

type Source = Picked & { readonly revision: number }

export function MergeForm({ shown: { org }, onClose }: FormProps) {
  const t = useText()
  const [sources, setSources] = useState<readonly Source[]>([])
  const decision = useDecision()
  const act = useAct('organisation.merge', 'merge', onClose, ({ movedMembers }) => ({ count: movedMembers }))
  return (
    <ActDrawer
      act="merge"
      org={org}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={sources.length > 0 ? decision.missing : t(formWords.fillChoice)}
      onSubmit={() =>
        act.mutate({
          orgId: org.id,
          revision: org.revision,
          sources: sources.map(({ id, revision }) => ({ orgId: id, revision })),
          ...decision.value,
        })
      }
    >
      <div>
        <OrgPicker
          label={t(formWords.sources)}
          help={t(formWords.sourcesHelp, { name: org.name })}
          kinds={[org.kind]}
          value={undefined}
          onValue={(picked) =>
            picked &&
            picked.id !== org.id &&
            !sources.some(({ id }) => id === picked.id) &&
            setSources([...sources, { ...picked, revision: -1 }])
          }
        />
        <ul className="rows">
          {sources.map((source) => (
            <SourceRow
              key={source.id}
              source={source}
              onRevision={(revision) =>
                setSources((before) =>
                  before.map((one) => (one.id === source.id ? { ...one, revision } : one)),
                )
              }
              onRemove={() => setSources(sources.filter(({ id }) => id !== source.id))}
            />
          ))}
        </ul>
      </div>
      {decision.fields}
    </ActDrawer>
  )
}

/** A source as it stands now: its members are shown, its revision goes along. */
function SourceRow({
  source,
  onRevision,
  onRemove,
}: {
  source: Source
  onRevision: (revision: number) => void
  onRemove: () => void
}) {
  const t = useText()
  const { data } = useOrg(source.id)
  const revision = data?.org.revision
  useEffect(() => {
    if (revision !== undefined && revision !== source.revision) onRevision(revision)
    // the row reports a revision once; its parent makes a new function each time
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [revision, source.revision])
  return (
    <li className="between org-source">
      <span>
        {source.name}{' '}
        {data && <span className="s t3">{t(formWords.partCount, { count: data.counts.members })}</span>}
      </span>
      <Button plain small onClick={onRemove}>
        {t(formWords.remove)}
      </Button>
    </li>
  )
}

export function DissolveForm({ shown: { org }, onClose }: FormProps) {
  const decision = useDecision()
  const act = useAct('organisation.dissolve', 'dissolve', onClose)
  return (
    <ActDrawer
      act="dissolve"
      org={org}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={decision.missing}
      onSubmit={() => act.mutate({ orgId: org.id, revision: org.revision, ...decision.value })}
    >
      {decision.fields}
    </ActDrawer>
  )
}

export function ShapeForm({ shown: { org, path }, onClose }: FormProps) {
  const t = useText()
  const { kind, form, field, unitKind, canApprove, task, taskEndsOn } = org
  const before: ShapeInput = { kind, form, field, unitKind, canApprove, task, taskEndsOn }
  const [shape, setShape] = useState(before)
  const decision = useDecision()
  const act = useAct('organisation.change-form', 'changeForm', onClose)
  const unchanged = JSON.stringify(before) === JSON.stringify(shape)
  return (
    <ActDrawer
      act="changeForm"
      org={org}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={unchanged ? t(formWords.fillChoice) : decision.missing}
      onSubmit={() => act.mutate({ orgId: org.id, revision: org.revision, ...shape, ...decision.value })}
    >
      <ShapeFields value={shape} onValue={setShape} parentKind={path.at(-2)?.kind ?? null} />
      {decision.fields}
    </ActDrawer>
  )
}

export function CorrectForm({ shown: { org }, onClose }: FormProps) {
  const t = useText()
  const [shortName, setShortName] = useState(org.shortName)
  const [phone, setPhone] = useState(org.phone)
  const [address, setAddress] = useState(org.address)
  const act = useAct('organisation.correct', 'correct', onClose)
  return (
    <ActDrawer
      act="correct"
      org={org}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      onSubmit={() =>
        act.mutate({ orgId: org.id, revision: org.revision, shortName, phone, address, sortNo: org.sortNo })
      }
    >
      <TextField label={t(formWords.shortName)} value={shortName} maxLength={30} onValue={setShortName} />
      <TextField
        label={t(formWords.phone)}
        type="tel"
        optional
        value={phone}
        maxLength={40}
        onValue={setPhone}
      />
      <TextField label={t(formWords.address)} optional value={address} maxLength={120} onValue={setAddress} />
    </ActDrawer>
  )
}
