import type { Grant, Schema, Table } from './schema-model.ts'

const heading = '-- The schema after the last migration, for reading and review. Written by `npm run schema`.'

/** The schema as SQL, tables in name order. */
export function toSql(schema: Schema): string {
  const blocks = [
    heading,
    schema.extensions.map((name) => `create extension ${name};`).join('\n'),
    ...schema.tables.map(tableSql),
    ...schema.views.map(({ name, definition }) => `create view ${name} as\n${definition.trim()}`),
    ...schema.routines.map(routineSql),
    ...schema.triggers.map(({ table, name }) => `-- trigger ${name} on ${table}`),
    ...schema.sequences.map((name) => `create sequence ${name};`),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function routineSql({ signature, definition, comment, grants }: Schema['routines'][number]): string {
  const closed = grants.some(({ role }) => role === 'public')
    ? []
    : [`revoke all on function ${signature} from public;`]
  return [
    `${definition.trim()};`,
    ...commentSql(`function ${signature}`, comment),
    ...closed,
    ...grantsSql(
      `function ${signature}`,
      grants.filter(({ role }) => role !== 'public'),
    ),
  ].join('\n')
}

function tableSql(table: Table): string {
  const columns = table.columns.map(({ name, type, nullable, default: value, generated }) => {
    const filled =
      value === null ? '' : generated ? ` generated always as (${value}) stored` : ` default ${value}`
    return `  ${name} ${type}${nullable ? '' : ' not null'}${filled}`
  })
  return [
    `create table ${table.name} (\n${columns.join(',\n')}\n);`,
    ...commentSql(`table ${table.name}`, table.comment),
    ...table.columns.flatMap(({ name, comment }) => commentSql(`column ${table.name}.${name}`, comment)),
    ...table.constraints.map(
      ({ name, definition }) => `alter table ${table.name} add constraint ${name} ${definition};`,
    ),
    ...table.indexes
      .filter((index) => !index.ofConstraint)
      .map(({ definition }) => `${withoutSchema(definition)};`),
    ...grantsSql(table.name, table.grants),
  ].join('\n')
}

function withoutSchema(definition: string): string {
  return definition
    .replace(/^CREATE (UNIQUE )?INDEX/, (words) => words.toLowerCase())
    .replace(' ON public.', ' on ')
}

function commentSql(subject: string, comment: string | null): string[] {
  return comment === null ? [] : [`comment on ${subject} is '${comment.replaceAll("'", "''")}';`]
}

function grantsSql(subject: string, grants: readonly Grant[]): string[] {
  return grants.map(({ privileges, role }) => `grant ${privileges.join(', ')} on ${subject} to ${role};`)
}
