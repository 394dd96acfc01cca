import type { Column, Constraint, Schema, Table } from './schema-model.ts'

const heading = `// Row types of the schema after the last migration. Written by \`npm run schema\`; do not edit.
import type { ColumnType } from 'kysely'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'

/** Has a default: may be left out when a row is added. */
export type Generated<T> = ColumnType<T, T | undefined, T>
/** Comes out as it is, to be parsed; goes in as an object, or as JSON text (lists must: the driver writes them as SQL arrays). */
export type Json = ColumnType<unknown, object | string, object | string>
/** Computed by the database. */
export type Computed<T> = ColumnType<T, never, never>
`

/** The row types of a schema for Kysely. */
export function toTypes(schema: Schema): string {
  const entries = schema.tables.map(({ name }) => `  ${name}: ${interfaceName(name)}`)
  const county = schema.tables.filter(hasCounty).map(({ name }) => `  '${name}',`)
  return [
    heading,
    ...schema.tables.map(interfaceOf),
    `export interface Database {\n${entries.join('\n')}\n}\n`,
    '/** Tables whose rows belong to a county; `county_id` leads their keys. */',
    `export const countyTables = [\n${county.join('\n')}\n] as const\n`,
  ].join('\n')
}

/** Whether the rows of a table belong to a county. */
export function hasCounty(table: Table): boolean {
  return table.columns.some(({ name }) => name === 'county_id')
}

/** `party_org` → `PartyOrgTable`. */
export function interfaceName(table: string): string {
  const words = table.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return `${words.join('')}Table`
}

function interfaceOf(table: Table): string {
  const columns = table.columns.map(
    (column) => `${docOf(column.comment, '  ')}  ${column.name}: ${typeOf(column, table.constraints)}`,
  )
  return `${docOf(table.comment, '')}export interface ${interfaceName(table.name)} {\n${columns.join('\n')}\n}\n`
}

function docOf(comment: string | null, indent: string): string {
  return comment === null
    ? ''
    : `${indent}/** ${comment.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ')} */\n`
}

function typeOf(column: Column, constraints: readonly Constraint[]): string {
  const { base, isArray, nullable, default: value, generated } = column
  const words = constraints.flatMap((constraint) => wordsOf(column.name, constraint))
  const plain =
    words.length > 0 ? words.map((word) => `'${word}'`).join(' | ') : (typeNames[base] ?? 'string')
  const whole = isArray ? `${plain.includes('|') ? `(${plain})` : plain}[]` : plain
  const type = nullable ? `${whole} | null` : whole
  if (generated) return `Computed<${type}>`
  if (value === null) return type
  return base === 'json' || base === 'jsonb' ? `${whole} | null` : `Generated<${type}>`
}

/** How `pg` hands over a type (its parsers are set in server/platform/db.ts); what is missing here is text. */
const typeNames: Readonly<Record<string, string>> = {
  date: 'PlainDate',
  timestamptz: 'Date',
  json: 'Json',
  jsonb: 'Json',
  bytea: 'Buffer',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'number',
  bool: 'boolean',
}

/** The words a check allows a text column: `x = ANY (ARRAY['a'::text, 'b'::text])` or `x = 'a'::text`. */
function wordsOf(column: string, { kind, columns, definition }: Constraint): string[] {
  if (kind !== 'check' || columns.length !== 1 || columns[0] !== column) return []
  const list =
    /^CHECK \(\((?:\w+ IS NULL\) OR \()?\(?(\w+)(?:::text)? = (?:ANY \(+ARRAY\[([^\]]+)\][^)]*\)+|('[^']*'::[a-z ]+))\)*$/.exec(
      definition.replaceAll(/\s+/g, ' ').replace(/ NOT VALID$/, ''),
    )
  if (list === null || list[1] !== column) return []
  return [...(list[2] ?? list[3] ?? '').matchAll(/'((?:[^']|'')*)'::/g)].map((match) =>
    (match[1] ?? '').replaceAll("''", "\\'"),
  )
}
