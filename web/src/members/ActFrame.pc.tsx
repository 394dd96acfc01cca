import type { ReactNode } from 'react'
import type { CommandId } from '../shared/call.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { MemberFile } from './hooks.ts'
import { changeTexts } from './labels-file.ts'
import { memberRefusals } from './labels-refusal.ts'

export type ActProps = { readonly file: MemberFile; readonly onClose: () => void }

/** The command of a drawer: says what was done and closes. */
export function useAct<Id extends CommandId>(id: Id, file: MemberFile, onClose: () => void) {
  const t = useText()
  const say = useUndo()
  return useCommandOperation(id, {
    onDone: () => {
      say({ text: t(changeTexts.saved, { name: file.facts.name }) })
      onClose()
    },
  })
}

type FrameProps = {
  readonly title: string
  readonly tell?: string
  readonly save: string
  readonly command: { readonly isPending: boolean; readonly error: Error | null }
  /** Undefined while something is still missing. */
  readonly onSave: (() => void) | undefined
  readonly onClose: () => void
  readonly children: ReactNode
  /** An act that cannot be taken back: outlined, never solid. */
  readonly grave?: boolean
}

/** A small form in the drawer: what it does, the fields, one act. */
export function ActFrame({ title, tell, save, command, onSave, onClose, children, grave }: FrameProps) {
  const t = useText()
  return (
    <Drawer
      title={title}
      onClose={onClose}
      acts={
        <Button
          ink={!grave}
          busy={command.isPending && save}
          why={onSave === undefined ? t(changeTexts.fillFirst) : undefined}
          onClick={onSave}
        >
          {save}
        </Button>
      }
    >
      {tell && <p className="s t2 file-gap">{tell}</p>}
      <div className="form">
        {children}
        {command.error && <StateError error={command.error} refusals={memberRefusals} />}
      </div>
    </Drawer>
  )
}

export function Reason({
  value,
  onValue,
  optional,
}: {
  value: string
  onValue: (value: string) => void
  optional?: boolean
}) {
  const t = useText()
  return (
    <TextField
      label={t(changeTexts.reason)}
      optional={optional}
      maxLength={300}
      value={value}
      onValue={onValue}
    />
  )
}
