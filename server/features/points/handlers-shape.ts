import { objectUntil } from '@steward/domain/points/objection-window.ts'
import type { WhyLine } from '@steward/domain/points/why.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { type PlainDate, toPlainDate } from '@steward/domain/shared/plain-date.ts'
import type { LineRow } from './queries-line.ts'
import type { PointsPerson } from './queries-person.ts'

/** A person as the answers carry them. */
export function personShape(person: PointsPerson, scheme: SchemeVersion | undefined) {
  const { memberId, name, orgId, memberClass } = person.facts
  return {
    id: memberId,
    name,
    orgId,
    orgName: person.orgName,
    memberClass,
    scored: scheme?.scored ?? false,
    graded: scheme?.graded ?? false,
  }
}

/** Which document says so; `no` counts the items of the version from one. */
export function sourceShape(version: SchemeVersion, itemCode: string | null) {
  const at = version.items.findIndex(({ code }) => code === itemCode)
  return {
    versionId: version.id,
    title: version.title,
    label: version.label,
    document: version.adopted,
    no: at < 0 ? null : at + 1,
  }
}

function unknownSource(versionId: string) {
  return {
    versionId,
    title: { zh: '', en: '' },
    label: '',
    document: { body: '', number: '', on: '1970-01-01' as PlainDate }, // NOTE: a version is never removed.
    no: null,
  }
}

/** A line with its rule in words, its evidence in words, where it was shown and until when it can be objected to. */
export function lineShape(
  row: LineRow,
  line: WhyLine,
  person: Pick<PointsPerson, 'byId'>,
  by: { readonly self: boolean; readonly today: PlainDate },
) {
  const { entry, cappedAway, marks } = line
  const version = person.byId.get(entry.schemeVersionId)
  const item = version?.items.find(({ code }) => code === entry.itemCode)
  return {
    id: entry.id,
    kind: entry.kind,
    term: entry.term,
    itemCode: entry.itemCode,
    itemName: item?.name ?? null,
    rule: item?.rule ?? null,
    ruleSource:
      version === undefined ? unknownSource(entry.schemeVersionId) : sourceShape(version, entry.itemCode),
    said: row.said,
    quantity: row.quantity,
    number: row.number,
    raw: entry.raw,
    credited: entry.credited,
    cappedAway,
    limit: entry.limit,
    outsideCaps: row.outside_caps,
    marks: [...marks],
    deedOn: entry.deedOn,
    postedAt: entry.postedAt,
    orgId: entry.orgId,
    orgName: row.orgName,
    author: row.author,
    reviewer: row.reviewer,
    source: entry.source.kind,
    evidence: entry.evidence.map((reference) => evidenceShape(reference, row)),
    refersTo: entry.refersTo,
    takenBackBy: row.takenBackBy,
    reason: entry.reason ?? '',
    published: publishedShape(row),
    sealed: row.sealed,
    objectionId: row.objectionId,
    objectUntil: by.self ? objectableUntil(row, by.today) : null,
  }
}

function publishedShape(row: LineRow) {
  const { noticeId, noticeState } = row
  return {
    month: row.statementMonth,
    state: row.monthState,
    notice:
      noticeId === null || noticeState === null
        ? null
        : {
            id: noticeId,
            state: noticeState,
            postedOn: row.postedOn,
            endsOn: row.endsOn,
            objections: row.objections,
          },
  }
}

function objectableUntil(row: LineRow, today: PlainDate): PlainDate | null {
  if (row.kind === 'reversal' || row.objectionId !== null || row.takenBackBy !== null) return null
  const noticeEndsOn = row.noticeState === 'interrupted' ? null : row.endsOn
  return objectUntil(
    { postedOn: toPlainDate(row.posted_at), monthState: row.monthState, noticeEndsOn },
    today,
  )
}

const REFERENCE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(:|$)/i

/** `witness:<id>` by the name of who bears witness, `paper:…` by its note; what only a machine reads is left out. */
function evidenceShape(reference: string, row: Pick<LineRow, 'witnesses'>) {
  const at = reference.indexOf(':')
  if (at < 0) return { kind: reference, text: '' }
  const kind = reference.slice(0, at)
  const text = reference.slice(at + 1)
  if (kind === 'witness') return { kind, text: row.witnesses?.[text.split(':')[0] ?? ''] ?? '' }
  return { kind, text: REFERENCE.test(text) ? '' : text }
}

/** Objections that run on a person's lines, without a word on who objected. */
export function openObjectionsOf(rows: readonly LineRow[], person: Pick<PointsPerson, 'byId'>) {
  return rows
    .filter(({ objectionId }) => objectionId !== null)
    .map((row) => {
      const item = person.byId.get(row.scheme_version_id)?.items.find(({ code }) => code === row.item_code)
      return {
        kind: 'objection' as const,
        id: row.id,
        itemName: item?.name ?? null,
        term: row.term,
        said: row.said,
        deedOn: row.deed_on,
        points: null,
        state: 'disputed',
        since: null,
        dueOn: null,
        reviewer: '',
      }
    })
}
