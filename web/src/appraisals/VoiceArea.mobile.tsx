import type { ReactNode } from 'react'
import { useId, useRef } from 'react'
import { Icon } from '../shared/kit/Icon.tsx'
import { useSpeech } from '../shared/kit/speech.ts'
import { useText } from '../shared/texts.ts'
import { reportTexts as texts } from './labels-mine.ts'

type Props = {
  readonly label: ReactNode
  readonly value: string
  readonly onValue: (value: string) => void
  readonly help?: string
  readonly error?: string | undefined
  readonly rows?: number
  readonly maxLength?: number
}

/** Typed, or spoken where the browser can hear: what is said is added behind what stands there, and can be changed. */
export function VoiceArea({ label, value, onValue, help, error, rows = 3, maxLength = 4000 }: Props) {
  const t = useText()
  const id = useId()
  const before = useRef('')
  const speech = useSpeech((heard) => onValue(`${before.current}${heard}`.slice(0, maxLength)))
  const notes = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="voice">
      <label className="s t2" htmlFor={id}>
        {label}
      </label>
      <div className="voice-box">
        <textarea
          id={id}
          rows={rows}
          maxLength={maxLength}
          value={value}
          aria-describedby={notes || undefined}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onValue(event.target.value)}
        />
        {speech.canHear && (
          <button
            type="button"
            aria-label={t(speech.listening ? texts.stopSpeaking : texts.speak)}
            aria-pressed={speech.listening}
            onClick={() => {
              before.current = value
              speech.toggle()
            }}
          >
            <Icon name={speech.listening ? 'close' : 'mic'} />
          </button>
        )}
      </div>
      {help && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="wrong" id={`${id}-error`}>
          <Icon name="warning" />
          <span>{error}</span>
        </p>
      )}
      <p className="c t2" role="status">
        {speech.listening && t(texts.listening)}
        {speech.failed && t(texts.notHeard)}
      </p>
    </div>
  )
}
