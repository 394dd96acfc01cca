import { useToday } from '../shared/clock.ts'
import { formatDay, formatNumber } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { QrCode } from '../shared/kit/QrCode.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { Receipt } from './hooks.ts'
import { useReceiptFile } from './hooks.ts'
import { pointsRefusals } from './labels-refusal.ts'
import { receiptTexts } from './labels-own.ts'
import { VerifyLinks } from './VerifyLinks.shared.tsx'
import './Own.css'

/** A receipt: the file, the code, the root it leads to, and how to check all three without this site. */
export function ReceiptParts({ receipt }: { readonly receipt: Receipt }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const download = useReceiptFile()
  return (
    <div className="receipt">
      <p>{t(receiptTexts.intro)}</p>
      <section>
        <h2 className="sec">{t(receiptTexts.how)}</h2>
        <ol className="receipt-steps">
          <li>
            <span>{t(receiptTexts.one)}</span>
            <span className="acts">
              <Button
                act
                icon="download"
                busy={download.isPending && t(receiptTexts.fetching)}
                onClick={() => download.mutate({ entryId: receipt.entryId })}
              >
                {t(receiptTexts.file)}
              </Button>
              <VerifyLinks />
            </span>
            {download.isError && <StateError error={download.error} refusals={pointsRefusals} />}
          </li>
          <li>
            <span>{t(receiptTexts.two)}</span>
            <Code receipt={receipt} />
          </li>
          <li>
            <span>{t(receiptTexts.three)}</span>
            <span className="receipt-root">
              <span className="s t3">
                {t(receiptTexts.root, { day: formatDay(receipt.day, language, today) })}
              </span>
              <code>{receipt.printedRoot}</code>
            </span>
          </li>
        </ol>
      </section>
      <Notices receipt={receipt} />
      <p className="s t3">
        {t(receiptTexts.place, {
          index: formatNumber(receipt.index + 1),
          size: formatNumber(receipt.size),
        })}
      </p>
    </div>
  )
}

function Code({ receipt }: { readonly receipt: Receipt }) {
  const t = useText()
  const say = useUndo()
  const code = receipt.codes.find(({ hash }) => hash === 'sha256')?.code
  if (code === undefined) return null
  const copy = () => {
    void navigator.clipboard.writeText(code).then(() => say({ text: t(receiptTexts.copied) }))
  }
  return (
    <span className="receipt-code">
      <QrCode text={code} label={t(receiptTexts.codeLabel)} />
      <span className="s t3">{t(receiptTexts.codeText)}</span>
      {'clipboard' in navigator && (
        <Button small onClick={copy}>
          {t(receiptTexts.copy)}
        </Button>
      )}
    </span>
  )
}

function Notices({ receipt }: { readonly receipt: Receipt }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  return (
    <section>
      <h2 className="sec">{t(receiptTexts.notices)}</h2>
      {receipt.notices.length === 0 && <p className="s t2">{t(receiptTexts.noticesNone)}</p>}
      <ul className="rows">
        {receipt.notices.map((notice) => (
          <li key={notice.id} className="receipt-notice">
            <span className="row">
              <Icon name="notice" />
              <span className="grow">{notice.title}</span>
              <span className="s t3 nw">
                {t(receiptTexts.noticeOn, { day: formatDay(notice.postedOn, language, today) })}
              </span>
            </span>
            <code>{notice.root}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
