import { Button } from '../shared/kit/Button.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import type { Opened } from './hooks.ts'
import { slipLabels } from './labels.ts'
import { Slip } from './Slip.shared.tsx'

type Props = {
  readonly opened: Opened
  readonly name: string
  readonly kind: 'open' | 'reset'
  readonly onClose: () => void
}

/** A temporary password, shown once, with the slip to print. */
export function PasswordSlip({ opened, name, kind, onClose }: Props) {
  const t = useText()
  const { county } = useSession()
  const title = t(kind === 'open' ? slipLabels.openedTitle : slipLabels.resetTitle, { name })
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={title}
      acts={
        <>
          <Button ink icon="printer" onClick={() => print()}>
            {t(slipLabels.print)}
          </Button>
          <Button onClick={onClose}>{t(slipLabels.close)}</Button>
        </>
      }
    >
      <p className="t2 slip-once">{t(slipLabels.once)}</p>
      <Slip
        facts={{
          county: county.name,
          person: name,
          accountName: opened.accountName,
          secret: opened.temporaryPassword,
          kind: 'password',
          address: location.origin,
        }}
      />
    </Dialog>
  )
}
