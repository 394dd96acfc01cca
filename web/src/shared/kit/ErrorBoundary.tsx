import { Component } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../texts.ts'
import { newKey } from '../call.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { kitLabels } from './kit-labels.ts'

type Props = { readonly children: ReactNode; readonly onBroken?: (number: string, error: unknown) => void }

/** A page that breaks leaves the frame standing and says its number; `key` it by the address so that other pages open. */
export class ErrorBoundary extends Component<Props, { broken?: string }> {
  override state: { broken?: string } = {}

  static getDerivedStateFromError(): { broken: string } {
    const key = newKey()
    return { broken: `${key.slice(0, 4)}-${key.slice(4, 8)}` }
  }

  override componentDidCatch(error: unknown): void {
    console.error(`error number ${this.state.broken ?? ''}`, error)
    this.props.onBroken?.(this.state.broken ?? '', error)
  }

  override render(): ReactNode {
    if (this.state.broken === undefined) return this.props.children
    return <Broken number={this.state.broken} again={() => this.setState({ broken: undefined })} />
  }
}

function Broken({ number, again }: { number: string; again: () => void }) {
  const t = useText()
  return (
    <div className="state error alone" role="alert">
      <span className="seal">
        <Icon name="warning" />
      </span>
      <div className="grow">
        <h1 className="sec">{t(kitLabels.brokenTitle)}</h1>
        <p className="s t2">
          {t(kitLabels.brokenText)} {t(kitLabels.errorNumber, { number })}
        </p>
        <div className="acts">
          <Button small onClick={again}>
            {t(kitLabels.again)}
          </Button>
        </div>
      </div>
    </div>
  )
}
