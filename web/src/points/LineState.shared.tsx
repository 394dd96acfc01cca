import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { Line } from './hooks.ts'
import { pointsTexts } from './labels.ts'

/** Where a line stands, in one word. */
export function LineState({ line }: { readonly line: Line }) {
  const t = useText()
  if (line.marks.includes('disputed')) return <Tag tone="ochre">{t(pointsTexts.stateDisputed)}</Tag>
  if (line.takenBackBy !== null) return <Tag tone="line">{t(pointsTexts.stateTaken)}</Tag>
  if (line.kind === 'reversal' || line.kind === 'correction')
    return <Tag tone="line">{t(pointsTexts.stateCorrection)}</Tag>
  const { state } = line.published
  if (state === 'publishing') return <Tag tone="indigo">{t(pointsTexts.statePublishing)}</Tag>
  return <Tag>{t(state === 'closed' ? pointsTexts.statePublished : pointsTexts.stateCredited)}</Tag>
}
