import { orgOn } from '@steward/domain/organisation/org-history.ts'
import type { OrgChange } from '@steward/domain/organisation/org-change.ts'
import type { ShapeChange } from '@steward/domain/organisation/change-shape.ts'
import type { Permission } from '@steward/domain/access/permissions.ts'
import { bigramSuggester } from '@steward/domain/members/roster-import/org-names.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import type { OrgKind } from '@steward/domain/organisation/party-org.ts'
import type { Access } from '#platform/access.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { calendarHandlers } from './handlers-calendar.ts'
import { changeHandlers } from './handlers-change.ts'
import { committeeHandlers } from './handlers-committee.ts'
import { changePermission } from './handlers-decision.ts'
import { defectHandlers } from './handlers-defect.ts'
import { mergeHandlers } from './handlers-merge.ts'
import { recordHandlers } from './handlers-record.ts'
import { unitHandlers } from './handlers-unit.ts'
import * as operations from './operations-org.ts'
import type { MayWord } from './operations-org.ts'
import type { KeptSide, MoveMembers } from './queries-change.ts'
import { judgeOrgs } from './queries-defect.ts'
import { findOrgDetail, listChanges, listChangesAfter, listHistory } from './queries-detail.ts'
import { listOrgFacts } from './queries-facts.ts'
import { findMyBranch, listFormerNames, listOrgNames, listTreeNodes, type OrgName } from './queries.ts'

/** All operations of the feature. Members move by the door of the members feature, given where the server is put together. */
export function organisationHandlers(doors: { moveMembers: MoveMembers }): readonly Handled[] {
  return [
    tree,
    show,
    search,
    changes,
    myBranch,
    ...changeHandlers(doors.moveMembers),
    ...mergeHandlers(doors.moveMembers),
    ...recordHandlers,
    ...committeeHandlers,
    ...defectHandlers,
    ...unitHandlers,
    ...calendarHandlers,
  ]
}

const tree = handle(operations.showTree, async (ctx, { asOf, withClosed }) => {
  const { tx, access, today } = ctx
  if (asOf !== undefined && asOf < today) return agree(await treeOn(ctx, asOf))
  const judged = await judgeOrgs(tx, today, access)
  const numbers = new Map(judged.map(({ org }) => [org.id, org.number]))
  const rows = judged.map(({ org, defects }) => ({
    id: org.id,
    number: org.number,
    parent: org.parentId === null ? null : (numbers.get(org.parentId) ?? null),
    name: org.name,
    kind: org.kind,
    form: org.form,
    members: org.members,
    defects: defects.filter(({ severity }) => severity === 'defect').map(({ code }) => code),
    closed: false,
  }))
  const defectCount = rows.reduce((sum, row) => sum + row.defects.length, 0)
  if (!withClosed) return agree({ asOf: today, rows, defectCount })
  const closed = (await listTreeNodes(tx, access)).filter(({ dissolvedOn }) => dissolvedOn !== null)
  for (const node of closed) numbers.set(node.id, node.number)
  const closedRows = closed.map(({ id, number, parentId, name, kind, form }) => {
    const parent = parentId === null ? null : (numbers.get(parentId) ?? null)
    return { id, number, parent, name, kind, form, members: 0, defects: [], closed: true }
  })
  return agree({ asOf: today, rows: [...rows, ...closedRows], defectCount })
})

/** The tree of a past day, told back from today through the dated changes; members and defects are not known for it. */
async function treeOn({ tx, access }: Context, asOf: PlainDate) {
  const nodes = await listTreeNodes(tx, access)
  const later = Map.groupBy(await listChangesAfter(tx, asOf), ({ orgId }) => orgId)
  const numbers = new Map(nodes.map(({ id, number }) => [id, number]))
  const rows = nodes.flatMap((node) => {
    if (node.dissolvedOn !== null && node.dissolvedOn <= asOf) return []
    const changesOfNode = (later.get(node.id) ?? []).map(toOrgChange)
    const then = orgOn({ ...node, shape: { kind: node.kind, form: node.form } }, changesOfNode, asOf)
    if (then === undefined) return []
    const parent = then.parentId === null ? null : (numbers.get(then.parentId) ?? null)
    const { id, number } = node
    return [{ id, number, parent, name: then.name, ...then.shape, members: null, defects: [], closed: false }]
  })
  return { asOf, rows, defectCount: 0 }
}

function toOrgChange(row: {
  orgId: string
  kind: 'rename' | 'move' | 'changeForm'
  on: PlainDate
  before: KeptSide
}): OrgChange | ShapeChange {
  const { orgId, kind, on, before } = row
  const decision = { decidedByOrgId: '', decidedOn: on, documentNumber: '', reason: '', filedOn: null }
  if (kind === 'rename') return { kind, orgId, on, from: before.name ?? '', to: '', decision }
  if (kind === 'move')
    return { kind, orgId, on, fromParentId: before.parentId ?? '', toParentId: '', decision }
  const from = { kind: before.kind ?? 'branch', form: before.form ?? null }
  const to = { ...from, field: 'other', unitKind: 'other', canApprove: false } as const
  return { kind, orgId, on, from, to, decision }
}

const show = handle(operations.showOrg, async ({ tx, access, today }, { orgId }) => {
  const detail = (await findOrgDetail(tx, orgId)) ?? problem('not-found')
  access.demand('organisation.read', { path: detail.org.path })
  const judged = await judgeOrgs(tx, today, access, orgId)
  const own = judged.find(({ org }) => org.id === orgId)
  const below = judged.filter(({ org }) => org.parentId === orgId)
  const above = detail.org.parentPath ?? detail.org.path
  const may = mayDo(access, detail.org.kind, detail.org.path, above)
  return agree({
    ...detail,
    counts: {
      members: own?.org.members ?? 0,
      fullMembers: own?.org.fullMembers ?? 0,
      branches: judged.filter(({ org }) => org.kind === 'branch' && org.id !== orgId).length,
      below: judged.length - (own ? 1 : 0),
    },
    defects: own?.defects ?? [],
    below: below.map(({ org }) => org),
    history: await listHistory(tx, orgId),
    may,
  })
})

/** What the caller may do there; changing is asked above the organisation, setting up and planning at it. */
function mayDo(access: Access, kind: OrgKind, path: string, above: string): MayWord[] {
  const can = (permission: Permission, at: string) => access.can(permission, { path: at })
  const words: Record<MayWord, boolean> = {
    change: can(changePermission(kind), above),
    setUp: can('organisation.change', path) || (kind === 'branch' && can('organisation.committee', path)),
    plan: can('organisation.change', path),
    committee: can('organisation.committee', path),
    extendTerm: can('organisation.committee', above),
    roster: can('member.read', path),
  }
  return operations.mayWords.filter((word) => words[word])
}

const search = handle(operations.searchOrgs, async ({ tx, access }, { text, kinds, below, limit }) => {
  access.demandSomewhere('organisation.read')
  const all = await listOrgNames(tx)
  const top = below === undefined ? undefined : (all.find(({ id }) => id === below) ?? problem('not-found'))
  const seen = all.filter(
    ({ path, kind }) =>
      access.can('organisation.read', { path }) &&
      (kinds === undefined || kinds.includes(kind)) &&
      (top === undefined || isAtOrBelow(path, top.path)),
  )
  const found = matching(seen, text)
  const near = found.length === 0 && text !== ''
  const rows = near ? nearest(seen, await listFormerNames(tx), text, limit) : found
  const nameByPath = new Map(all.map(({ path, name }) => [path, name]))
  return agree({
    rows: rows.slice(0, limit).map((org) => ({ ...org, above: namesAbove(org.path, nameByPath), near })),
    total: rows.length,
  })
})

/** Name, short name, pinyin or its initials; names that begin with the text first. */
function matching(orgs: readonly OrgName[], text: string): OrgName[] {
  const low = text.toLowerCase()
  if (low === '') return [...orgs]
  const found = orgs.filter(
    (org) =>
      org.name.includes(text) ||
      org.shortName.includes(text) ||
      org.initials.startsWith(low) ||
      (low.length > 1 && (org.initials.includes(low) || org.pinyin.includes(low))),
  )
  const rank = (org: OrgName) =>
    org.name === text || org.shortName === text
      ? 0
      : org.name.startsWith(text)
        ? 1
        : org.initials.startsWith(low)
          ? 2
          : 3
  return found.toSorted((a, b) => rank(a) - rank(b))
}

function nearest(
  orgs: readonly OrgName[],
  former: readonly { orgId: string; name: string }[],
  text: string,
  limit: number,
): OrgName[] {
  const formerNames = Map.groupBy(former, ({ orgId }) => orgId)
  const suggest = bigramSuggester(
    orgs.map((org) => ({
      id: org.id,
      name: org.name,
      otherNames: [org.shortName, ...(formerNames.get(org.id) ?? []).map(({ name }) => name)],
    })),
    limit,
  )
  const byId = new Map(orgs.map((org) => [org.id, org]))
  return suggest(text).flatMap(({ orgId }) => byId.get(orgId) ?? [])
}

function namesAbove(path: string, nameByPath: ReadonlyMap<string, string>): string[] {
  const numbers = path.split('.').slice(0, -1)
  return numbers.flatMap((_, index) => nameByPath.get(numbers.slice(0, index + 1).join('.')) ?? [])
}

const changes = handle(operations.listChanges, async ({ tx, access }, input) =>
  agree(
    await listChanges(tx, access, {
      ...input,
      orgId: input.orgId ?? null,
      from: input.from ?? null,
      until: input.until ?? null,
    }),
  ),
)

const myBranch = handle(operations.showMyBranch, async ({ tx, access, actor, today }) => {
  access.open('own-account')
  const mine = actor.memberId === null ? undefined : await findMyBranch(tx, actor.memberId)
  if (mine === undefined) return agree({ branch: null })
  const detail = (await findOrgDetail(tx, mine.orgId)) ?? problem('not-found')
  const [facts] = await listOrgFacts(tx, today, 'all', mine.orgId)
  const term = detail.terms.find(({ endedOn }) => endedOn === null)
  const group = mine.groupId === null ? null : await findOrgDetail(tx, mine.groupId)
  return agree({
    branch: {
      ...detail.org,
      above: detail.path.slice(0, -1).map(({ name }) => name),
      members: facts?.members ?? 0,
      termEndsOn: term?.endsOn ?? null,
      seats: term?.seats.filter(({ untilOn }) => untilOn === null) ?? [],
      group: group ? { name: group.org.name, leader: group.groupLeader?.name ?? null } : null,
    },
  })
})
