import type { Schema, Table } from './schema-model.ts'
import { hasCounty } from './schema-types.ts'

/** Tables without county although their comment does not call them reference data. */
const withoutCounty = ['county', 'rate_limit']
const stateLike = /(^|_)(state|status|kind)$/
const serverRole = 'steward_app'

/** What the house asks of its schema (docs/structure.md, section 5), one sentence for each breach. */
export function breachesOf(schema: Schema): string[] {
  const county = new Set(schema.tables.filter(hasCounty).map(({ name }) => name))
  return [
    ...schema.tables.flatMap((table) => [
      ...descriptionBreaches(table),
      ...keyBreaches(table),
      ...(county.has(table.name) ? countyBreaches(table, county) : missingCounty(table)),
      ...columnBreaches(table),
      ...privilegeBreaches(table),
    ]),
    ...schema.routines
      .filter(({ comment }) => comment === null)
      .map(({ signature }) => `function ${signature} has no comment`),
    ...schema.triggers.map(({ table, name }) => `${table} has the trigger ${name}; rules live in the domain`),
    ...schema.sequences.map((name) => `sequence ${name}; identifiers are made by the application`),
  ]
}

function descriptionBreaches({ name, comment }: Table): string[] {
  return comment === null ? [`${name} has no comment`] : []
}

function keyBreaches({ name, constraints, indexes }: Table): string[] {
  const primary = constraints.some(({ kind }) => kind === 'primary') ? [] : [`${name} has no primary key`]
  const foreign = constraints.filter(({ kind }) => kind === 'foreign')
  const unnamed = foreign.filter((key) => key.name === `${name}_${key.columns.join('_')}_fkey`.slice(0, 63))
  const unindexed = foreign.filter(
    ({ columns }) =>
      !indexes.some(
        (index) =>
          !index.partial &&
          columns.every((column) => index.columns.slice(0, columns.length).includes(column)),
      ),
  )
  return [
    ...primary,
    ...unnamed.map((key) => `${key.name} was named by the database; give it a name of its own`),
    ...unindexed.map((key) => `${key.name} on ${name} (${key.columns.join(', ')}) has no index`),
  ]
}

function countyBreaches({ name, constraints, indexes }: Table, county: ReadonlySet<string>): string[] {
  const keys = constraints.filter(
    ({ kind, target }) =>
      kind === 'primary' || kind === 'unique' || (kind === 'foreign' && county.has(target ?? '')),
  )
  const unique = indexes.filter((index) => index.unique && !index.ofConstraint)
  return [...keys, ...unique]
    .filter(({ columns }) => columns[0] !== 'county_id')
    .map((key) => `${key.name} on ${name} does not begin with county_id`)
}

function missingCounty({ name, comment }: Table): string[] {
  if (withoutCounty.includes(name) || comment?.includes('Reference data') === true) return []
  return [`${name} has no county_id; reference data says “Reference data” in its comment`]
}

function columnBreaches({ name, columns, constraints }: Table): string[] {
  const checked = new Set(
    constraints.filter(({ kind }) => kind === 'check' || kind === 'foreign').flatMap((each) => each.columns),
  )
  return columns.flatMap((column) => {
    const at = `${name}.${column.name}`
    const breaches = []
    if (column.base === 'text' && stateLike.test(column.name) && !checked.has(column.name))
      breaches.push(`${at} has no check of its words`)
    if (column.base === 'timestamp') breaches.push(`${at} is a timestamp without zone`)
    if (column.base === 'timestamptz' && !/(^|_)(at|until)$/.test(column.name))
      breaches.push(`${at} is an instant and does not end in _at`)
    if (column.base === 'date' && !column.name.endsWith('_on'))
      breaches.push(`${at} is a day and does not end in _on`)
    if (column.base === 'float4' || column.base === 'float8')
      breaches.push(`${at} is a floating number; count in whole ones`)
    return breaches
  })
}

function privilegeBreaches({ name, owner, comment, grants }: Table): string[] {
  const held = grants.filter(({ role }) => role === serverRole).flatMap(({ privileges }) => privileges)
  const tooMuch =
    comment?.startsWith('Append-only') === true ? ['update', 'delete', 'truncate'] : ['truncate']
  return [
    ...(owner === serverRole ? [`${name} is owned by the server's role`] : []),
    ...tooMuch
      .filter((privilege) => held.includes(privilege))
      .map((privilege) => `${serverRole} may ${privilege} ${name}`),
    ...grants.filter(({ role }) => role === 'public').map(() => `everybody may reach ${name}`),
  ]
}
