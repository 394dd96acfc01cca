import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../server/platform/migrate.ts'
import { testServer } from '../server/platform/postgres/test-server.ts'
import { toSql } from './schema-dump.ts'
import { breachesOf } from './schema-house-rules.ts'
import { readSchema, type Schema } from './schema-model.ts'
import { toTypes } from './schema-types.ts'
import { root } from './source-tree.ts'

/** Migrates an empty database and lets `look` see it as its owner; the database is dropped afterwards. */
export async function withMigratedDatabase<T>(look: (client: pg.Client) => Promise<T>): Promise<T> {
  const server = await testServer()
  const name = `schema_check_${process.pid}`
  const own = new URL(server.url)
  own.pathname = `/${name}`
  return await connected(server.url, async (maintenance) => {
    await maintenance.query(`drop database if exists ${name}`)
    await maintenance.query(`create database ${name}`)
    try {
      await migrate(own.href)
      return await connected(own.href, look)
    } finally {
      await maintenance.query(`drop database ${name} with (force)`)
    }
  })
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** What the two generated files must hold for a schema. */
export function generated(schema: Schema): { path: string; text: string }[] {
  return [
    { path: 'server/db/schema.sql', text: toSql(schema) },
    { path: 'server/db/schema.ts', text: toTypes(schema) },
  ]
}

if (import.meta.main) {
  const schema = await withMigratedDatabase(readSchema)
  const problems = breachesOf(schema)
  for (const { path, text } of generated(schema)) {
    const file = join(root, path)
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
    if (process.argv.includes('--write')) {
      writeFileSync(file, text)
      console.log(`wrote ${path}`)
    } else {
      problems.push(`${path} is not what the migrations make; run: npm run schema`)
    }
  }
  for (const problem of problems) console.error(problem)
  console.log(`schema: ${schema.tables.length} tables, ${problems.length} findings`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
