import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { settlementRefusalTexts } from '../appraisals/labels-refusal-settlement.ts'
import type { OutputOf } from '../shared/call.ts'
import { useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { YearStep } from './BranchPage.pc.tsx'
import { useLoopYear } from './hooks.ts'
import { problemTexts, sourceTexts } from './labels-problem.ts'
import { yearRefusals } from './labels-refusal.ts'
import './Year.css'

type List = OutputOf<'problem.list'>
type Row = List['rows'][number]
type Heard = List['heard'][number]

/** /year/branches/:orgId/problems: problems of a year with their source, and the pledges out of them (S-230, S-231). */
export function ProblemsPage() {
  const t = useText()
  const { orgId = '' } = useParams()
  const { year } = useLoopYear()
  const found = useQueryOperation('problem.list', { orgId, year }, { keepPrevious: true })
  return (
    <div className="loop-page">
      <Fetched from={found} what={t(problemTexts.what)} rows={6} columns="90px 90px 1fr">
        {(data) => <Page data={data} orgId={orgId} />}
      </Fetched>
    </div>
  )
}

function Page({ data, orgId }: { readonly data: List; readonly orgId: string }) {
  const t = useText()
  const { year, org, counts } = data
  return (
    <>
      <header className="loop-head">
        <h1 className="ph1">{t(problemTexts.title, { year })}</h1>
        <YearStep year={year} />
        <Link className="s t2 grow" href={`/year/branches/${orgId}?year=${year}`}>
          {org.name}
        </Link>
      </header>
      <p>{t(problemTexts.counts, counts)}</p>
      <p className="loop-note s t2">{t(problemTexts.next)}</p>
      <Draft data={data} orgId={orgId} />
      {data.rows.length === 0 ? (
        <StateEmpty fact={t(problemTexts.empty)} fill={t(problemTexts.emptyNext)} />
      ) : (
        <Rows data={data} />
      )}
      {data.heard.length > 0 && <HeardPart data={data} />}
    </>
  )
}

function Draft({ data, orgId }: { readonly data: List; readonly orgId: string }) {
  const t = useText()
  const draft = useCommandOperation('problem.draft-pledges')
  if (!data.may.includes('problem.draft-pledges') || data.withoutPledge === 0) return null
  return (
    <div className="loop-run">
      <Button
        act
        busy={draft.isPending && t(problemTexts.drafting)}
        onClick={() => draft.mutate({ orgId, year: data.year })}
      >
        {t(problemTexts.draft, { year: data.year + 1, count: data.withoutPledge })}
      </Button>
      {draft.isError && <StateError error={draft.error} refusals={yearRefusals} />}
    </div>
  )
}

function Rows({ data }: { readonly data: List }) {
  const t = useText()
  const [dropping, setDropping] = useState<Row>()
  const mayDrop = data.may.includes('problem.drop')
  return (
    <>
      <table className="tbl loop-table">
        <thead>
          <tr>
            <th>{t(problemTexts.name)}</th>
            <th>{t(problemTexts.source)}</th>
            <th>{t(problemTexts.words)}</th>
            <th>{t(problemTexts.state)}</th>
            {mayDrop && <th aria-label={t(problemTexts.drop)} />}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.problemId}>
              <td className="nw">{row.name}</td>
              <td className="nw">{t(sourceTexts[row.source])}</td>
              <Words row={row} />
              <td>
                <State row={row} />
              </td>
              {mayDrop && (
                <td className="nw num">
                  {row.dropped === null && (
                    <Button small plain onClick={() => setDropping(row)}>
                      {t(problemTexts.drop)}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {dropping !== undefined && <Drop row={dropping} onClose={() => setDropping(undefined)} />}
    </>
  )
}

function Words({ row }: { readonly row: Row }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const day = formatDay(row.listedOn, language, today)
  return (
    <td>
      {row.words}
      {row.measure !== '' && (
        <span className="block s t2">{t(problemTexts.measure, { measure: row.measure })}</span>
      )}
      <span className="block c t3">{t(problemTexts.by, { by: row.listedBy, day })}</span>
    </td>
  )
}

function State({ row }: { readonly row: Row }) {
  const t = useText()
  const { dropped, rectification, pledge } = row
  if (dropped !== null)
    return <span className="s t3">{t(problemTexts.dropped, { reason: dropped.reason })}</span>
  if (rectification === 'confirmed') return <Tag tone="pine">{t(problemTexts.confirmed)}</Tag>
  return (
    <>
      {pledge === null ? (
        <Tag tone="line">{t(problemTexts.waits)}</Tag>
      ) : (
        <Tag tone={pledge.state === 'drafted' ? 'plain' : 'pine'}>
          {t(pledge.state === 'drafted' ? problemTexts.asDraft : problemTexts.asPledge)}
        </Tag>
      )}
      {rectification !== null && <span className="block c t3">{t(problemTexts.putRight)}</span>}
    </>
  )
}

function Drop({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const t = useText()
  const [reason, setReason] = useState('')
  const drop = useCommandOperation('problem.drop', { onDone: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      keepOpen={reason !== ''}
      title={t(problemTexts.dropTitle)}
      acts={
        <>
          <Button plain onClick={onClose}>
            {t(problemTexts.cancel)}
          </Button>
          <Button
            ink
            busy={drop.isPending && t(problemTexts.dropping)}
            onClick={() => drop.mutate({ problemId: row.problemId, reason })}
          >
            {t(problemTexts.drop)}
          </Button>
        </>
      }
    >
      <div className="loop-form">
        <p>
          <span className="b">{row.name}</span> {row.words}
        </p>
        <p className="s t2">{t(problemTexts.dropText)}</p>
        <TextArea label={t(problemTexts.reason)} value={reason} onValue={setReason} maxLength={300} />
        {drop.isError && <StateError error={drop.error} refusals={yearRefusals} />}
      </div>
    </Dialog>
  )
}

function HeardPart({ data }: { readonly data: List }) {
  const t = useText()
  return (
    <section className="loop-part" aria-labelledby="heard">
      <h2 className="sec" id="heard">
        {t(problemTexts.heard)}
      </h2>
      <p className="loop-note s t2">{t(problemTexts.heardText)}</p>
      <div>
        {data.heard.map((heard, at) => (
          <HeardRow key={at} heard={heard} data={data} />
        ))}
      </div>
    </section>
  )
}

function HeardRow({ heard, data }: { readonly heard: Heard; readonly data: List }) {
  const t = useText()
  const record = useCommandOperation('appraisal-problem.record')
  const { appraisalId } = data
  const foundBy = heard.from === 'objection' ? 'masses' : 'organisation'
  const { memberId, words } = heard
  return (
    <div className="loop-item">
      <span>
        <span className="b">{heard.name}</span> {words}
        <span className="block c t3">
          {heard.from === 'objection'
            ? t(problemTexts.objection)
            : t(problemTexts.peerWord, { by: heard.by })}
        </span>
        {record.isError && <StateError error={record.error} refusals={settlementRefusalTexts} />}
      </span>
      {appraisalId !== null && data.may.includes('rectification.follow') && (
        <Button
          small
          busy={record.isPending && t(problemTexts.listing)}
          onClick={() => record.mutate({ appraisalId, memberId, foundBy, words })}
        >
          {t(problemTexts.list)}
        </Button>
      )}
    </div>
  )
}
