import { OfflineStrip } from '../shared/kit/offline.tsx'
import { outboxLabels } from '../shared/outbox/outbox-labels.ts'
import { countOpen, useOutboxItems } from '../shared/outbox/use-outbox.ts'
import type { FrameProps } from '../shared/routing.tsx'

const LATER = { title: outboxLabels.worksTitle, text: outboxLabels.worksText }

/** Without a network: that it works anyway, and how many wait to be sent. */
export function Strip({ route }: Pick<FrameProps, 'route'>) {
  const waiting = countOpen(useOutboxItems())
  return (
    <div className="strip">
      <OfflineStrip waiting={waiting} words={route?.sendsLater || waiting > 0 ? LATER : undefined} />
    </div>
  )
}
