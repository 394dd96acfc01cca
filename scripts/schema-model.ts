import type { Client } from 'pg'

export type Column = {
  readonly table: string
  readonly name: string
  /** As SQL writes it: `character varying(255)`, `text[]`. */
  readonly type: string
  /** The plain type below domains and arrays: `varchar`, `text`. */
  readonly base: string
  readonly isArray: boolean
  readonly nullable: boolean
  readonly default: string | null
  readonly generated: boolean
  readonly comment: string | null
}
export type ConstraintKind = 'primary' | 'unique' | 'foreign' | 'check' | 'exclusion'
export type Constraint = {
  readonly table: string
  readonly name: string
  readonly kind: ConstraintKind
  readonly definition: string
  readonly columns: readonly string[]
  /** The table a foreign key points to. */
  readonly target: string | null
}
export type Index = {
  readonly table: string
  readonly name: string
  readonly definition: string
  /** Key columns in order; an expression is null. */
  readonly columns: readonly (string | null)[]
  readonly unique: boolean
  readonly partial: boolean
  readonly ofConstraint: boolean
}
export type Grant = { readonly object: string; readonly role: string; readonly privileges: readonly string[] }
export type Table = {
  readonly name: string
  readonly owner: string
  readonly comment: string | null
  readonly columns: readonly Column[]
  readonly constraints: readonly Constraint[]
  readonly indexes: readonly Index[]
  readonly grants: readonly Grant[]
}
export type Routine = {
  readonly signature: string
  readonly definition: string
  readonly comment: string | null
}
export type Schema = {
  readonly extensions: readonly string[]
  readonly tables: readonly Table[]
  readonly views: readonly { readonly name: string; readonly definition: string }[]
  readonly routines: readonly (Routine & { readonly grants: readonly Grant[] })[]
  readonly triggers: readonly { readonly table: string; readonly name: string }[]
  readonly sequences: readonly string[]
}

/** Kept by the migrations themselves; not part of the schema they make. */
const bookkeeping = 'schema_migration'

/** Reads the schema `public` of a database from its catalogue, everything in name order. */
export async function readSchema(client: Client): Promise<Schema> {
  const rows = async <Row extends object>(text: string) => (await client.query<Row>(text)).rows
  const columns = await rows<Column>(columnsSql)
  const constraints = await rows<Constraint>(constraintsSql)
  const indexes = await rows<Index>(indexesSql)
  const grants = await rows<Grant>(grantsSql)
  const tables = await rows<Pick<Table, 'name' | 'owner' | 'comment'>>(tablesSql)
  const routines = await rows<Routine>(routinesSql)
  const routineGrants = await rows<Grant>(routineGrantsSql)
  return {
    extensions: (await rows<{ name: string }>(extensionsSql)).map(({ name }) => name),
    tables: tables.map((table) => ({
      ...table,
      columns: columns.filter((column) => column.table === table.name),
      constraints: constraints.filter((constraint) => constraint.table === table.name),
      indexes: indexes.filter((index) => index.table === table.name),
      grants: grants.filter((grant) => grant.object === table.name),
    })),
    views: await rows(viewsSql),
    routines: routines.map((routine) => ({
      ...routine,
      grants: routineGrants.filter((grant) => grant.object === routine.signature),
    })),
    triggers: await rows(triggersSql),
    sequences: (await rows<{ name: string }>(sequencesSql)).map(({ name }) => name),
  }
}

const ours = `n.nspname = 'public' and c.relname <> '${bookkeeping}'`
const fromTables = `from pg_class c join pg_namespace n on n.oid = c.relnamespace and ${ours} and c.relkind in ('r', 'p')`
const notOfExtension = (catalogue: string, oid: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`

const tablesSql = `
  select c.relname as name, pg_get_userbyid(c.relowner) as owner, obj_description(c.oid, 'pg_class') as comment
  ${fromTables} order by c.relname collate "C"`

const columnsSql = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    coalesce(base.typname, element.typname, t.typname) as base, t.typcategory = 'A' as "isArray",
    not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as "default", a.attgenerated <> '' as generated,
    col_description(c.oid, a.attnum) as comment
  ${fromTables}
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
  left join pg_type base on base.oid = t.typbasetype and t.typtype = 'd'
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  order by c.relname collate "C", a.attnum`

// PostgreSQL 18 lists "not null" among the constraints, 15 does not: left out, the columns say it.
const constraintsSql = `
  select c.relname as "table", k.conname as name,
    case k.contype when 'p' then 'primary' when 'u' then 'unique' when 'f' then 'foreign' when 'c' then 'check' else 'exclusion' end as kind,
    pg_get_constraintdef(k.oid) as definition,
    coalesce((select array_agg(a.attname::text order by o.place) from unnest(k.conkey) with ordinality o (number, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = o.number), '{}') as columns,
    target.relname as target
  ${fromTables}
  join pg_constraint k on k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x')
  left join pg_class target on target.oid = k.confrelid
  order by c.relname collate "C", k.conname collate "C"`

const indexesSql = `
  select c.relname as "table", i.relname as name, pg_get_indexdef(i.oid) as definition,
    (select array_agg(a.attname::text order by o.place) from unnest(x.indkey::int2[]) with ordinality o (number, place)
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = o.number where o.place <= x.indnkeyatts) as columns,
    x.indisunique as "unique", x.indpred is not null as partial,
    exists (select from pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x')) as "ofConstraint"
  ${fromTables}
  join pg_index x on x.indrelid = c.oid join pg_class i on i.oid = x.indexrelid
  order by c.relname collate "C", i.relname collate "C"`

const grantsSql = `
  select c.relname as object, coalesce(r.rolname, 'public') as role,
    array_agg(lower(g.privilege_type) order by g.privilege_type) as privileges
  ${fromTables}
  cross join lateral aclexplode(c.relacl) g left join pg_roles r on r.oid = g.grantee
  where g.grantee <> c.relowner group by 1, 2 order by 1, 2`

const fromRoutines = `from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public'
  and ${notOfExtension('pg_proc', 'p.oid')}`

const routinesSql = `
  select p.oid::regprocedure::text as signature, pg_get_functiondef(p.oid) as definition, obj_description(p.oid, 'pg_proc') as comment
  ${fromRoutines} order by 1`

const routineGrantsSql = `
  select p.oid::regprocedure::text as object, coalesce(r.rolname, 'public') as role, array['execute'] as privileges
  ${fromRoutines} cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g left join pg_roles r on r.oid = g.grantee
  where g.grantee <> p.proowner order by 1, 2`

const viewsSql = `
  select c.relname as name, pg_get_viewdef(c.oid) as definition
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and ${ours} and c.relkind in ('v', 'm')
  where ${notOfExtension('pg_class', 'c.oid')} order by c.relname collate "C"`

const triggersSql = `
  select c.relname as "table", g.tgname as name ${fromTables} join pg_trigger g on g.tgrelid = c.oid and not g.tgisinternal order by 1, 2`

const sequencesSql = `
  select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and ${ours} and c.relkind = 'S' order by 1`

const extensionsSql = `select extname as name from pg_extension where extname <> 'plpgsql' order by 1`
