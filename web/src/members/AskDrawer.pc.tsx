import { Drawer } from '../shared/kit/layers.tsx'
import { useText } from '../shared/texts.ts'
import { AskForm } from './AskForm.shared.tsx'
import type { MemberFile } from './hooks.ts'
import { correctionTexts } from './labels-file.ts'

/** PC: asks for a correction beside the own file. */
export function AskDrawer({ file, onClose }: { file: MemberFile; onClose: () => void }) {
  const t = useText()
  return (
    <Drawer title={t(correctionTexts.ask)} onClose={onClose}>
      <AskForm file={file} onDone={onClose} />
    </Drawer>
  )
}
