import { proposals } from '@steward/domain/schemes/scheme.ts'
import { Link, useParams, useSearch } from 'wouter'
import type { OutputOf } from '../shared/call.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { points, schemePath } from './hooks.ts'
import { useLanguageWords, usePlaceWords } from './hooks-words.ts'
import {
  approvalTexts,
  automaticTexts,
  awarderTexts,
  claimantTexts,
  evidenceTexts,
  kindTexts,
  proposalTexts,
  rhythmTexts,
  schemeLabels,
  unitTexts,
} from './labels.ts'
import { compareLabels, itemLabels, partTexts, placeTexts, settingTexts } from './labels-draft.ts'
import './Schemes.css'

type Compared = OutputOf<'scheme.compare'>
type Change = Compared['changes'][number]

/** /schemes/:schemeId/compare?before=…&after=…: everything in which two versions differ, line by line. */
export function ComparePage() {
  const t = useText()
  const { schemeId } = useParams<{ schemeId: string }>()
  const search = new URLSearchParams(useSearch())
  const [before, after] = [search.get('before') ?? '', search.get('after') ?? '']
  const compared = useQueryOperation('scheme.compare', { schemeId, before, after })
  return (
    <div className="schemes">
      <Link href={schemePath(schemeId, after === 'draft' ? '/draft' : `?version=${after}`)} className="more">
        <Icon name="left" />
        {after === 'draft' ? t(schemeLabels.openDraft) : t(schemeLabels.what)}
      </Link>
      <Fetched from={compared} what={t(compareLabels.title)} rows={6} columns="1fr 1fr 1fr">
        {(data) => <Comparison data={data} />}
      </Fetched>
    </div>
  )
}

function Comparison({ data }: { data: Compared }) {
  const t = useText()
  const words = useLanguageWords()
  const label = data.after.label ?? t(compareLabels.draft)
  return (
    <>
      <h1 className="ph1">{words(data.after.content.title)}</h1>
      <p className="s t2 scheme-note">
        {data.before.label} → {label}
      </p>
      {data.changes.length === 0 ? (
        <StateEmpty fact={t(compareLabels.same)} fill={t(compareLabels.sameNext)} />
      ) : (
        <table className="tbl scheme-compare">
          <thead>
            <tr>
              <th>{t(compareLabels.place)}</th>
              <th>{data.before.label || t(compareLabels.before)}</th>
              <th>{label}</th>
            </tr>
          </thead>
          <tbody>
            {data.changes.map((change) => (
              <Row key={`${change.part} ${change.where} ${change.field}`} change={change} data={data} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Row({ change, data }: { change: Change; data: Compared }) {
  const t = useText()
  const value = useValueWords()
  const content = change.kind === 'removed' ? data.before.content : data.after.content
  const place = usePlaceWords(content)
  return (
    <tr>
      <td>
        <PlaceName change={change} place={place(change.where)} />
        <span className="block c t3">{t(partTexts[change.part])}</span>
      </td>
      {change.kind === 'changed' ? (
        <>
          <td className="t2">{value(change, change.before)}</td>
          <td className="b">{value(change, change.after)}</td>
        </>
      ) : (
        <>
          <td />
          <td>
            <Tag tight>{t(change.kind === 'added' ? compareLabels.added : compareLabels.removed)}</Tag>
          </td>
        </>
      )}
    </tr>
  )
}

function PlaceName({ change, place }: { change: Change; place: string }) {
  const t = useText()
  const { part, where, field } = change
  const text = part === 'setting' || part === 'title' ? settingTexts[field] : placeTexts[field]
  const name = text === undefined ? field : t(text)
  if (part === 'setting' || part === 'title') return <>{name}</>
  const proposal = proposals.find((one) => one === where)
  const whole = part === 'line' && proposal !== undefined ? t(proposalTexts[proposal]) : place
  return (
    <>
      {whole}
      {name !== '' && `，${name}`}
    </>
  )
}

const pointFields = /(?:^|\.)(?:day|month|year|points|least|most|from|totalCap|resultCap|baseCap|flat)$/

/** A value in words: points with their places, yes and no, the words of lists. */
function useValueWords(): (change: Change, value: Change['before']) => string {
  const t = useText()
  return ({ field, part }, value) => {
    if (value === null || value === '') return t(compareLabels.nothing)
    if (typeof value === 'boolean') return t(value ? compareLabels.yes : compareLabels.no)
    if (typeof value === 'number')
      return pointFields.test(field) || part === 'category' ? points(value) : String(value)
    const known = value.split('、').map((word) => wordOf(field, word))
    return known.every((text) => text !== undefined) ? known.map((text) => t(text)).join('、') : value
  }
}

function wordOf(field: string, word: string) {
  const lists: Readonly<Record<string, Readonly<Record<string, { zh: string; en: string }>>>> = {
    'evidence.offered': evidenceTexts,
    'evidence.needed': evidenceTexts,
    claim: claimantTexts,
    award: awarderTexts,
    approval: approvalTexts,
    automatic: automaticTexts,
    category: kindTexts,
    rhythm: rhythmTexts,
    'value.unit': unitTexts,
    'value.kind': { fixed: itemLabels.fixed, range: itemLabels.range },
  }
  return lists[field]?.[word]
}
