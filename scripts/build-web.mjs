// Builds both faces of the web and the page that checks receipts where their sources have changed since the last time.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environmentOf, root, run, toolPath } from './node24.mjs'

const mark = join(root, 'web/dist/.built')

/** Answers whether the faces are ready. */
export async function buildWeb(node24) {
  const wanted = fingerprint()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return true
  console.log('正在生成网页 · Building the web pages')
  rmSync(mark, { force: true })
  const env = environmentOf(node24, { NODE_ENV: 'production' })
  const args = (face) => [
    toolPath('vite'),
    'build',
    '--config',
    `web/vite.${face}.config.ts`,
    '--logLevel',
    'warn',
  ]
  const codes = await Promise.all(['pc', 'mobile', 'verify'].map((face) => run(node24, args(face), { env })))
  if (codes.some((code) => code !== 0)) return false
  mkdirSync(join(root, 'web/dist'), { recursive: true })
  writeFileSync(mark, wanted)
  return true
}

/** Of everything a bundle is made from; of the server the browser takes types only. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const path of [...filesBelow('web'), ...filesBelow('domain'), 'package-lock.json']) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !['node_modules', 'dist'].includes(entry.name) && !entry.name.endsWith('.test.ts'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
}

if (process.argv[1] === import.meta.filename) process.exitCode = (await buildWeb(process.execPath)) ? 0 : 1
