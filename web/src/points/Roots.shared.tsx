import { useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { formatDay, formatNumber } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import type { OutputOf } from '../shared/call.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { useRoots } from './hooks.ts'
import { rootTexts } from './labels-county.ts'
import { VerifyLinks } from './VerifyLinks.shared.tsx'
import './Own.css'

type Row = OutputOf<'ledger.roots'>['rows'][number]

/** Daily roots of a county's ledger, newest first; anybody may read and keep them. */
export function Roots({ county }: { readonly county: string }) {
  const t = useText()
  const [before, setBefore] = useState<readonly string[]>([])
  const found = useRoots(county, before.at(-1) ?? null)
  return (
    <Fetched
      from={found}
      what={t(rootTexts.what)}
      columns="100px 1fr"
      rows={6}
      isEmpty={(data) => data.rows.length === 0}
      empty={<StateEmpty fact={t(rootTexts.none)} fill={t(rootTexts.noneNext)} />}
    >
      {(data) => (
        <>
          <h1 className="ph1">{t(rootTexts.of, { county: data.countyName })}</h1>
          <p className="own-text">{t(rootTexts.text)}</p>
          <p className="s t2">{t(rootTexts.verifyText)}</p>
          <p className="acts roots-acts">
            <VerifyLinks />
          </p>
          <ul className="rows roots">
            {data.rows.map((row) => (
              <Root key={row.size} row={row} />
            ))}
          </ul>
          {data.hasMore && (
            <Button onClick={() => setBefore([...before, data.rows.at(-1)?.day ?? ''])}>
              {t(rootTexts.more)}
            </Button>
          )}
        </>
      )}
    </Fetched>
  )
}

function Root({ row }: { readonly row: Row }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  return (
    <li>
      <span className="root-line">
        <span className="nw">{formatDay(row.day, language, today)}</span>
        <code>{row.printed}</code>
        <span className="s t3 nw">
          {t(rootTexts.size)} {t(rootTexts.lines, { count: formatNumber(row.size) })}{' '}
          {row.onNotice && <Tag tight>{t(rootTexts.onNotice)}</Tag>}
        </span>
      </span>
      <details>
        <summary className="s t3">{t(rootTexts.whole)}</summary>
        <dl className="root-whole s">
          <dt>{t(rootTexts.sha256)}</dt>
          <dd>
            <code>{row.sha256}</code>
          </dd>
          <dt>{t(rootTexts.sm3)}</dt>
          <dd>
            <code>{row.sm3}</code>
          </dd>
        </dl>
      </details>
    </li>
  )
}
