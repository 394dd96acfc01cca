import { Dialog } from '../shared/kit/layers.tsx'
import { useText } from '../shared/texts.ts'
import { helpLabels, pcLabels } from './pc-labels.ts'

const parts = [
  [helpLabels.stuck, helpLabels.stuckText],
  [helpLabels.wrong, helpLabels.wrongText],
  [helpLabels.burden, helpLabels.burdenText],
  [helpLabels.number, helpLabels.numberText],
] as const

export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText()
  return (
    <Dialog open={open} onClose={onClose} title={t(pcLabels.help)}>
      <dl className="help-list">
        {parts.map(([title, text]) => (
          <div key={title.zh}>
            <dt className="b">{t(title)}</dt>
            <dd className="t2">{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
