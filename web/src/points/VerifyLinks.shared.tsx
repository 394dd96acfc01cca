import { Icon } from '../shared/kit/Icon.tsx'
import { useText } from '../shared/texts.ts'
import { receiptTexts } from './labels-own.ts'

export const VERIFY_FILE = '/verify.html'

/** The stand-alone page that checks receipts: to keep, and to open right here. It lies outside both faces. */
export function VerifyLinks() {
  const t = useText()
  return (
    <>
      <a className="btn" href={VERIFY_FILE} download="verify.html">
        <Icon name="download" />
        {t(receiptTexts.page)}
      </a>
      <a className="link" href={VERIFY_FILE} target="_blank" rel="noreferrer">
        {t(receiptTexts.pageOpen)}
      </a>
    </>
  )
}
