import { useState } from 'react'
import { Link } from 'wouter'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { useText } from '../shared/texts.ts'
import type { Notice } from './hooks.ts'
import { useDay } from './hooks.ts'
import { scopeTexts } from './labels.ts'
import { workTexts } from './labels-work.ts'
import { TakeObjection } from './TakeObjection.pc.tsx'

/** Beside a notice: the sheet and the public page, objections, scope and contact, postings that were taken down. */
export function NoticeAside({ notice }: { readonly notice: Notice }) {
  const t = useText()
  const formatted = useDay()
  return (
    <aside className="notice-aside">
      <div className="acts">
        <ButtonLink href={`/notices/${notice.id}/sheet`} icon="printer">
          {t(notice.state === 'posted' ? workTexts.print : workTexts.printLook)}
        </ButtonLink>
        {notice.postings > 0 && (
          <a
            className="btn"
            href={`/m/n/${notice.countyCode}/${notice.code}`}
            target="_blank"
            rel="noreferrer"
          >
            {t(workTexts.openPage)}
          </a>
        )}
      </div>
      <Objections notice={notice} />
      <dl className="notice-facts">
        <Fact name={t(workTexts.scope)} value={t(scopeTexts[notice.scope].name)} />
        <Fact
          name={t(workTexts.names)}
          value={t(notice.names === 'full' ? workTexts.namesFull : workTexts.namesMasked)}
        />
        {notice.fullNames && <Fact name="" value={t(workTexts.decision, notice.fullNames)} />}
        <Fact name={t(workTexts.contact)} value={`${notice.contactOffice} ${notice.contactPhone}`} />
        {notice.contactHours !== '' && <Fact name={t(workTexts.hours)} value={notice.contactHours} />}
        {notice.paperPlace !== '' && <Fact name={t(workTexts.paper)} value={notice.paperPlace} />}
        <Fact name={t(workTexts.code)} value={notice.code} />
      </dl>
      {notice.sheets.length > 0 && (
        <section className="notice-block">
          <h2 className="sec">{t(workTexts.sheets)}</h2>
          {notice.sheets.map(({ postingNo, postedOn, takenDownOn, reason }) => (
            <p key={postingNo} className="s t2">
              {t(workTexts.sheetLine, {
                no: postingNo,
                from: formatted(postedOn),
                until: formatted(takenDownOn),
                reason,
              })}
            </p>
          ))}
        </section>
      )}
    </aside>
  )
}

function Objections({ notice }: { readonly notice: Notice }) {
  const t = useText()
  const [taking, setTaking] = useState(false)
  const { open, upheld, notUpheld, withdrawn } = notice.objections
  if (notice.postings === 0) return null
  return (
    <section className="notice-block">
      <h2 className="sec">{t(workTexts.objectionsOf)}</h2>
      <p className={open > 0 ? 's ochre' : 's t2'}>
        {t(workTexts.objectionsSum, { open, upheld, notUpheld, withdrawn })}
      </p>
      <div className="acts">
        {notice.mayHandle && open + upheld + notUpheld + withdrawn > 0 && (
          <Link href={`/objections?notice=${notice.id}`} className="btn sm">
            {t(workTexts.seeObjections)}
          </Link>
        )}
        {notice.mayTake && (
          <Button small icon="phone" onClick={() => setTaking(true)}>
            {t(workTexts.take)}
          </Button>
        )}
      </div>
      {taking && (
        <TakeObjection
          subject={{ kind: 'notice', id: notice.id }}
          rows={notice.rows}
          onClose={() => setTaking(false)}
        />
      )}
    </section>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
