import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generated, withMigratedDatabase } from './check-schema.ts'
import { toSql } from './schema-dump.ts'
import { breachesOf } from './schema-house-rules.ts'
import { readSchema, type Schema } from './schema-model.ts'
import { interfaceName, toTypes } from './schema-types.ts'
import { readTree } from './source-tree.ts'

const planted: [what: string, statements: string[], found: RegExp][] = [
  [
    'a table without comment',
    ['create table a (county_id uuid, constraint a_pk primary key (county_id))'],
    /^a has no comment$/,
  ],
  [
    'a table without primary key',
    ['create table a (county_id uuid)', "comment on table a is 'x'"],
    /^a has no primary key/,
  ],
  [
    'a key without the county first',
    ['alter table member add constraint m_u unique (name, county_id)'],
    /^m_u on member does not begin/,
  ],
  [
    'a unique index without the county',
    ['create unique index m_i on member (name)'],
    /^m_i on member does not begin/,
  ],
  [
    'a foreign key without the county first',
    [
      'alter table session add constraint s_fk foreign key (account_id, county_id) references account (id, county_id)',
      'create index s_i on session (account_id, county_id)',
    ],
    /^s_fk on session does not begin/,
  ],
  [
    'a foreign key without index',
    [
      'alter table receipt add constraint r_fk foreign key (county_id, operation) references account (county_id, account_name)',
    ],
    /^r_fk on receipt \(county_id, operation\) has no index/,
  ],
  [
    'a foreign key nobody named',
    ['alter table receipt add foreign key (county_id) references county (id)'],
    /^receipt_county_id_fkey was named/,
  ],
  [
    'a table without county',
    ['create table a (id uuid primary key)', "comment on table a is 'x'"],
    /^a has no county_id/,
  ],
  ['a state without words', ['alter table member add sub_state text'], /^member.sub_state has no check/],
  [
    'an instant without zone',
    ['alter table member add seen_at timestamp'],
    /^member.seen_at is a timestamp without zone/,
  ],
  [
    'an instant called like a day',
    ['alter table member add seen_on timestamptz'],
    /^member.seen_on is an instant/,
  ],
  ['a day called like an instant', ['alter table member add seen_at date'], /^member.seen_at is a day/],
  ['a floating number', ['alter table member add score float8'], /^member.score is a floating number/],
  ['a sequence', ['create sequence s'], /^sequence s/],
  [
    'a trigger',
    [
      'create trigger t before update on member for each row execute function suppress_redundant_updates_trigger()',
    ],
    /^member has the trigger t/,
  ],
  [
    'a changeable record of audit',
    ['grant update on audit_entry to steward_app'],
    /^steward_app may update audit_entry/,
  ],
  [
    'a table of the server role',
    ['alter table member owner to steward_app'],
    /^member is owned by the server/,
  ],
  ['a table open to everybody', ['grant select on member to public'], /^everybody may reach member/],
]

test('the schema keeps the house rules, and each planted breach is found', async (t) => {
  await withMigratedDatabase(async (client) => {
    assert.deepEqual(breachesOf(await readSchema(client)), [])
    for (const [what, statements, found] of planted) {
      await t.test(what, async () => {
        await client.query('begin')
        for (const statement of statements) await client.query(statement)
        const breaches = breachesOf(await readSchema(client))
        await client.query('rollback')
        assert.ok(
          breaches.some((breach) => found.test(breach)),
          `found only: ${breaches.join('; ')}`,
        )
      })
    }
    await t.test('the dump makes the same schema again', async () => {
      const schema = await readSchema(client)
      await client.query('begin')
      await client.query('drop schema public cascade; create schema public')
      await client.query(orderedForRunning(toSql(schema)))
      assert.deepEqual(toSql(await readSchema(client)).split('\n'), toSql(schema).split('\n'))
      await client.query('rollback')
    })
    await t.test('a column added to a table shows in both files', async () => {
      await client.query('begin')
      await client.query("alter table member add state_note text check (state_note in ('a', 'b'))")
      const [sql, types] = generated(await readSchema(client))
      await client.query('rollback')
      assert.match(sql?.text ?? '', /\n {2}state_note text\n/)
      assert.match(types?.text ?? '', /\n {2}state_note: 'a' \| 'b' \| null\n/)
    })
  })
})

/** The dump is in name order for readers; foreign keys and grants run after all tables. */
function orderedForRunning(sql: string): string {
  const statements = sql.split(/;\n/)
  const isLate = (statement: string) => /FOREIGN KEY/.test(statement)
  return [...statements.filter((each) => !isLate(each)), ...statements.filter(isLate)].join(';\n')
}

test('types follow the columns', async () => {
  const types = await withMigratedDatabase(async (client) => {
    await client.query(`create table odd (county_id uuid not null, day_on date, seen_at timestamptz not null default now(), document jsonb not null,
      maybe jsonb, sealed bytea, path ltree, big bigint, whole int default 0, yes boolean not null, words text[] not null, one text not null,
      kind text check (kind in ('a', 'b''c')) default 'a', double int generated always as (whole * 2) stored, key varchar(9),
      constraint odd_one_check check (one = 'only'))`)
    await client.query("comment on column odd.one is 'Says */ little'")
    return toTypes(await readSchema(client))
  })
  const lines = types.slice(types.indexOf('interface OddTable')).split('\n}')[0]?.split('\n').slice(1)
  assert.deepEqual(
    lines?.map((line) => line.trim()),
    [
      'county_id: string',
      'day_on: PlainDate | null',
      'seen_at: Generated<Date>',
      'document: Json',
      'maybe: Json | null',
      'sealed: Buffer | null',
      'path: string | null',
      'big: number | null',
      'whole: Generated<number | null>',
      'yes: boolean',
      'words: string[]',
      '/** Says * / little */',
      "one: 'only'",
      "kind: Generated<'a' | 'b\\'c' | null>",
      'double: Computed<number | null>',
      'key: string | null',
    ],
  )
  assert.match(types, /^ {2}'odd',$/m)
  assert.match(types, /^ {2}odd: OddTable$/m)
})

test('interfaces are named after their table', () => {
  assert.equal(interfaceName('party_org'), 'PartyOrgTable')
})

test('no migration creates what the checks forbid in silence', () => {
  const empty: Schema = { extensions: [], tables: [], views: [], routines: [], triggers: [], sequences: [] }
  assert.deepEqual(breachesOf(empty), [])
  for (const { path, text } of readTree('server/db/migrations', ['.sql'])) {
    assert.match(path, /\/\d{8}-\d{4}-[a-z0-9-]+\.sql$/)
    for (const statement of text.split(/;[ \t]*$/m)) {
      assert.doesNotMatch(
        statement.replaceAll(/--.*|'[^']*'/g, ''),
        /;/,
        `${path} has two statements on a line`,
      )
    }
  }
})
