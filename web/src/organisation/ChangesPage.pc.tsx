import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { CheckBox } from '../shared/kit/fields.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { Columns } from '../shared/kit/layers.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { ChangeLine } from './ChangeLines.pc.tsx'
import { useChanges } from './hooks.ts'
import { changesTexts } from './labels-page.ts'
import { OrgTabs } from './OrgTabs.pc.tsx'
import { FileForm } from './RecordForms.pc.tsx'

const SIZE = 50

/** All decisions about organisations, newest first, with their filing. */
export function ChangesPage() {
  const t = useText()
  const may = useMay()
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const [filing, setFiling] = useState<string>()
  const unfiledOnly = search.get('filing') === 'open'
  const from = search.get('from') ?? ''
  const until = search.get('until') ?? ''
  const first = Number(search.get('first')) || 0
  const found = useChanges({
    unfiledOnly,
    limit: SIZE,
    offset: first,
    ...(from === '' ? {} : { from }),
    ...(until === '' ? {} : { until }),
  })
  const go = (change: Record<string, string>) => {
    const next = new URLSearchParams(search)
    next.delete('first')
    for (const [key, value] of Object.entries(change)) {
      if (value === '') next.delete(key)
      else next.set(key, value)
    }
    navigate(next.size === 0 ? '/organisations/changes' : `/organisations/changes?${next}`)
  }
  return (
    <Columns drawer={filing && <FileForm key={filing} actId={filing} onClose={() => setFiling(undefined)} />}>
      <div className="org-list">
        <OrgTabs />
        <header>
          <h1 className="ph1">{t(changesTexts.title)}</h1>
          <p className="s t2">{t(changesTexts.intro)}</p>
        </header>
        <div className="org-filters">
          <DateField
            label={t(changesTexts.from)}
            optional
            value={from}
            onValue={(day) => go({ from: day })}
          />
          <DateField
            label={t(changesTexts.until)}
            optional
            value={until}
            onValue={(day) => go({ until: day })}
          />
          <CheckBox checked={unfiledOnly} onChecked={(on) => go({ filing: on ? 'open' : '' })}>
            {t(changesTexts.unfiledOnly)}
          </CheckBox>
        </div>
        <Fetched
          from={found}
          what={t(changesTexts.title)}
          rows={6}
          columns="90px 1fr 80px"
          isEmpty={({ total }) => total === 0}
          empty={<StateEmpty fact={t(changesTexts.empty)} fill={t(changesTexts.emptyNext)} />}
        >
          {({ rows, total }) => (
            <>
              <ol className="rows">
                {rows.map((change) => (
                  <ChangeLine
                    key={change.id}
                    change={change}
                    about={
                      <Link href={`/organisations?org=${change.orgId}`} className="link">
                        {change.orgName}
                      </Link>
                    }
                    onFile={may('organisation.change') ? setFiling : undefined}
                  />
                ))}
              </ol>
              <Pager
                first={first}
                size={SIZE}
                total={total}
                onFirst={(next) => go({ first: String(next) })}
              />
            </>
          )}
        </Fetched>
      </div>
    </Columns>
  )
}
