import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { QrCode } from '../shared/kit/QrCode.tsx'
import { useText } from '../shared/texts.ts'
import { ballotTexts as texts } from './labels-ballot-phone.ts'
import { saveReceiptPicture } from './hooks-picture.ts'

type Props = {
  readonly receipt: string
  /** What the ballot was about: 石门村党支部，2026 年，党员票 */
  readonly about: string
  readonly checkAddress: string
  readonly onFinish: () => void
}

/** The number of the ballot, once. It is in this page and nowhere else on the device. */
export function BallotReceipt({ receipt, about, checkAddress, onFinish }: Props) {
  const t = useText()
  const [says, setSays] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${receipt} ${checkAddress}`)
      setSays(t(texts.copied))
    } catch {
      setSays(t(texts.copyFailed))
    }
  }
  const save = async () => {
    await saveReceiptPicture({
      lines: [about, t(texts.number), receipt, t(texts.whereCheck), checkAddress],
      fileName: t(texts.pictureFile),
    })
    setSays(t(texts.saved))
  }
  return (
    <div className="ballot-receipt" role="status">
      <h2 className="ballot-name" data-read>
        {t(texts.done)}
      </h2>
      <p data-read>{t(texts.doneText)}</p>
      <section className="card pad" aria-label={t(texts.number)}>
        <p className="s t2">{about}</p>
        <p className="ballot-number" data-read>
          {receipt.slice(0, 11)}
          <br />
          {receipt.slice(12)}
        </p>
        <div className="ballot-where">
          <QrCode text={checkAddress} label={t(texts.whereCheck)} />
          <p className="c t2">
            {t(texts.whereCheck)}
            <br />
            <span className="ballot-address">{checkAddress}</span>
          </p>
        </div>
      </section>
      <div className="two-ways">
        <Button onClick={() => void save()}>{t(texts.savePicture)}</Button>
        <Button onClick={() => void copy()}>{t(texts.copy)}</Button>
      </div>
      <p className="s t2 ballot-says" role="status">
        {says}
      </p>
      <div className="foot">
        <Button act wide onClick={onFinish}>
          {t(texts.finish)}
        </Button>
        <p className="c t3">{t(texts.finishNote)}</p>
      </div>
    </div>
  )
}
