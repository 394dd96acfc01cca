import { useId } from 'react'
import { Icon } from '../shared/kit/Icon.tsx'
import { useSpeech } from '../shared/kit/speech.ts'
import { useText } from '../shared/texts.ts'
import { reportLabels } from './labels-report.ts'

type WordsProps = {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly label?: string
  readonly placeholder?: string
}

/** 想说一句就说: typed, or spoken where the browser can hear; what was heard stands as text and can be changed. */
export function Words({ value, onValue, label, placeholder }: WordsProps) {
  const t = useText()
  const id = useId()
  const speech = useSpeech((text) => onValue(text.slice(0, 500)))
  return (
    <div className="report-words">
      <div className="card say">
        <label className="sr" htmlFor={id}>
          {label ?? t(reportLabels.sayLabel)}
        </label>
        <textarea
          id={id}
          rows={value.length > 20 ? 3 : 1}
          maxLength={500}
          placeholder={placeholder ?? t(reportLabels.say)}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
        {speech.canHear && (
          <button
            type="button"
            aria-label={t(speech.listening ? reportLabels.stopSpeaking : reportLabels.speak)}
            aria-pressed={speech.listening}
            onClick={speech.toggle}
          >
            <Icon name={speech.listening ? 'close' : 'mic'} />
          </button>
        )}
      </div>
      <p className="c t2" role="status">
        {speech.listening && t(reportLabels.listening)}
        {speech.failed && t(reportLabels.notHeard)}
      </p>
    </div>
  )
}
