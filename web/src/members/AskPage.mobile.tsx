import { useLocation } from 'wouter'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { AskForm } from './AskForm.shared.tsx'
import { useMemberFile } from './hooks.ts'
import { fileTexts } from './labels-file.ts'
import './FileMobile.css'

/** /m/me/correct: asks for a correction of the own file. */
export function AskPage() {
  const t = useText()
  const [, navigate] = useLocation()
  const file = useMemberFile(null)
  return (
    <Fetched from={file} what={t(fileTexts.what)}>
      {(data) => (
        <section className="card pad">
          <AskForm file={data} wide onDone={() => navigate('/me')} />
        </section>
      )}
    </Fetched>
  )
}
