import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { QrCode } from '../shared/kit/QrCode.tsx'
import { useSession } from '../shared/session.ts'
import type { Slip } from './hooks-ballot-box.ts'
import { type Box, type Part, useWords } from './hooks-event.ts'
import { paperNames, slipTexts, slipWords } from './labels-ballot.ts'
import './Slips.css'

type SlipsProps = Part & { readonly box: Box; readonly slips: readonly Slip[]; readonly onClose: () => void }

/** Slips to cut: a stub with the name that the branch keeps, and the number that goes to the voter. */
export function Slips({ data, box, slips, onClose }: SlipsProps) {
  const { t } = useWords()
  const { county } = useSession()
  const [isAsking, setAsking] = useState(false)
  const address = `${location.origin}/m/b/${county.code}/${box.id}`
  return (
    <section className="apr-slips" aria-label={t(slipTexts.title)}>
      {/* the last rule of a page counts, and other sheets of this face have margins */}
      <style>{'@page { size: A4; margin: 10mm }'}</style>
      <div className="no-print apr-note">
        <p className="ochre">{t(slipTexts.tell)}</p>
        <div className="acts">
          <Button ink icon="printer" onClick={() => print()}>
            {t(slipTexts.print)}
          </Button>
          <Button onClick={() => setAsking(true)}>{t(slipTexts.done)}</Button>
        </div>
      </div>
      <ol lang="zh-CN">
        {slips.map(({ name, token }) => (
          <li key={token} className="apr-slip">
            <div className="apr-stub">
              <p>{slipWords.stub}</p>
              <p className="apr-slip-name">{name}</p>
              <p>{slipWords.sign}</p>
            </div>
            <div className="apr-slip-main">
              <p className="apr-slip-title">{slipWords.title(data.org.name, data.year)}</p>
              <p>{paperNames[box.paper].zh}</p>
              <p className="apr-slip-small">{slipWords.number}</p>
              <p className="apr-slip-number">{token}</p>
              <p className="apr-slip-small">{slipWords.how}</p>
              <p className="apr-slip-small apr-slip-address">{address}</p>
              <p className="apr-slip-small">{slipWords.noPhone}</p>
            </div>
            <div className="apr-slip-qr">
              <QrCode text={`${address}#${token}`} label={slipWords.qr} />
              <p className="apr-slip-small">{slipWords.qr}</p>
            </div>
          </li>
        ))}
      </ol>
      {isAsking && (
        <Dialog
          open
          onClose={() => setAsking(false)}
          title={t(slipTexts.title)}
          acts={
            <>
              <Button onClick={() => setAsking(false)}>{t(slipTexts.stay)}</Button>
              <Button ink onClick={onClose}>
                {t(slipTexts.doneYes)}
              </Button>
            </>
          }
        >
          <p>{t(slipTexts.doneAsk)}</p>
        </Dialog>
      )}
    </section>
  )
}
