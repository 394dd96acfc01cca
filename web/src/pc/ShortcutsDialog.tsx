import { CheckBox } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { useShortcutsOn } from '../shared/kit/shortcuts.ts'
import { useText } from '../shared/texts.ts'
import { pcLabels, shortcutLabels } from './pc-labels.ts'

export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText()
  const [on, setOn] = useShortcutsOn()
  return (
    <Dialog open={open} onClose={onClose} title={t(pcLabels.shortcuts)}>
      <dl className="keys">
        {shortcutLabels.map(({ keys, what }) => (
          <div key={keys.join()}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <CheckBox checked={on} onChecked={setOn}>
        {t(pcLabels.shortcutsOn)}
        <span className="block c t3">{t(pcLabels.shortcutsHelp)}</span>
      </CheckBox>
    </Dialog>
  )
}
