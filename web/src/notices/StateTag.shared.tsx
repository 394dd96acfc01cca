import { Tag } from '../shared/kit/Tag.tsx'
import type { Tone } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { NoticeHead } from './hooks.ts'
import { stateTexts } from './labels.ts'

const toneOf: Record<NoticeHead['state'], Tone> = {
  drafted: 'ochre',
  checked: 'ochre',
  posted: 'pine',
  interrupted: 'ochre',
  ended: 'ochre',
  settled: 'plain',
  dropped: 'plain',
}

/** Where a notice stands, in one word. */
export function StateTag({ state }: { readonly state: NoticeHead['state'] }) {
  const t = useText()
  return <Tag tone={toneOf[state]}>{t(stateTexts[state])}</Tag>
}
