import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { handlers } from '../server/features.ts'
import { openApi } from '../server/platform/openapi.ts'
import { changesBetween, type Json } from './operation-changes.ts'
import { root } from './source-tree.ts'

const stored = join(root, 'docs/openapi.json')

/** The document as it is stored: without a version, so that a release alone is no change. */
function currentDocument(): Json {
  // read back from JSON, as the stored one is
  return JSON.parse(
    JSON.stringify(
      openApi(
        handlers.map(({ operation }) => operation),
        'current',
      ),
    ),
  ) as Json
}

if (import.meta.main) {
  const current = currentDocument()
  const before: Json = existsSync(stored) ? JSON.parse(readFileSync(stored, 'utf8')) : {}
  const { incompatible, other } = changesBetween(before, current)
  const write = process.argv.includes('--write')
  const onPurpose = process.argv.includes('--incompatible')
  for (const change of incompatible) console.error(`incompatible: ${change}`)
  for (const change of other) (write ? console.log : console.error)(change)
  if (write && (incompatible.length === 0 || onPurpose)) {
    writeFileSync(stored, `${JSON.stringify(current, null, 2)}\n`)
    console.log('wrote docs/openapi.json')
  } else if (incompatible.length > 0) {
    console.error(
      'Callers of today would break. Before the first release, or on purpose: npm run operations -- --incompatible',
    )
    process.exitCode = 1
  } else if (other.length > 0) {
    console.error('docs/openapi.json is not what the operations say; run: npm run operations')
    process.exitCode = 1
  }
  console.log(
    `operations: ${handlers.length}, ${incompatible.length} incompatible changes, ${other.length} others`,
  )
}
