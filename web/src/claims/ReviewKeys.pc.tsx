import { useShortcutsOn } from '../shared/kit/shortcuts.ts'
import { useText } from '../shared/texts.ts'
import { reviewLabels } from './labels-review.ts'

/** The keys of the page at its foot; gone where the reader has switched shortcuts off. */
export function ReviewKeys() {
  const t = useText()
  const [on] = useShortcutsOn()
  if (!on) return null
  const keys: readonly (readonly [readonly string[], string])[] = [
    [['J', 'K'], t(reviewLabels.keyNext)],
    [['X'], t(reviewLabels.keyPick)],
    [[t(reviewLabels.keySpace)], t(reviewLabels.keyPhoto)],
    [['A'], t(reviewLabels.keyApprove)],
    [['E'], t(reviewLabels.keyAdjust)],
    [['R'], t(reviewLabels.keyReturn)],
    [['Z'], t(reviewLabels.keyTakeBack)],
  ]
  return (
    <footer className="review-keys">
      {keys.map(([names, words]) => (
        <span key={words}>
          {names.map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}
          {words}
        </span>
      ))}
      <span className="review-keys-all">
        <kbd>?</kbd>
        {t(reviewLabels.keyAll)}
      </span>
    </footer>
  )
}
