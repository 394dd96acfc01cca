// What runs before anything is installed: plain JavaScript for Node 20 without packages.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')

/** Ends with one line where this Node is too old to go on. */
export function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(`需要 Node 20.19 或更新，现在是 ${process.versions.node}`, 'Node 20.19 or newer is needed')
}

/** Installs where the packages are missing or are not those of package-lock.json. */
export async function ensureInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  const mark = join(modules, '.steward-lock')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  if (!isInstalled(JSON.parse(lock.toString('utf8')))) {
    console.log('正在安装依赖，第一次约一分钟 · Installing packages, about a minute the first time')
    const [command, before] = npm()
    // the build and the checks need the development packages whatever NODE_ENV says
    const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
    const code = await run(command, [...before, ...args], { shell: command === 'npm.cmd' })
    if (code !== 0)
      fail('依赖没能安装，请检查网络和上面的信息', 'The packages could not be installed; see above')
  }
  try {
    writeFileSync(mark, wanted)
  } catch {
    // a read-only installation is compared anew at each start
  }
}

/** Compares with npm's own note of what it installed, so that `npm install` by hand is not done twice. */
function isInstalled(lock) {
  try {
    const there = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages
    return Object.entries(lock.packages).every(([path, wanted]) => {
      if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true
      if (!there[path]) return wanted.optional === true && (!isForHere(wanted) || isInsideAbsent(path, there))
      return wanted.link === true || there[path].version === wanted.version
    })
  } catch {
    return false
  }
}

/** A package of a package that is itself not for this machine. */
function isInsideAbsent(path, there) {
  const outer = path.slice(0, path.lastIndexOf('/node_modules/'))
  return outer.startsWith('node_modules/') && !there[outer]
}

function isForHere({ os, cpu, libc }) {
  return (
    (!os || os.includes(process.platform)) &&
    (!cpu || cpu.includes(process.arch)) &&
    (!libc || libc.includes('glibc'))
  )
}

function npm() {
  const own = process.env.npm_execpath
  if (own?.endsWith('npm-cli.js')) return [process.execPath, [own]]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
}

/** Path of a Node that runs TypeScript as it stands: this one, else the one among the packages. */
export function findNode24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = join(modules, `node-${platform}-${process.arch}`, 'bin', file)
  if (existsSync(path) && spawnSync(path, ['--version']).status === 0) return path
  return fail(
    `需要 Node 24，而 ${process.platform}-${process.arch} 没有随附的版本，请自行安装 Node 24 后再试`,
    'Node 24 is needed and none is shipped for this machine; install it and try again',
  )
}

/** Environment in which `node` means that Node, for tools that start tools. */
export function environmentOf(node24, more = {}) {
  return { ...process.env, PATH: `${dirname(node24)}${delimiter}${process.env.PATH ?? ''}`, ...more }
}

/** Path of the program of a package. */
export function toolPath(packageName, tool = packageName) {
  const folder = join(modules, packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[tool])
}

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Runs a program in the root folder, passes signals on to it and answers its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    const handlers = passedOn.map((name) => [name, () => child.kill(name)])
    for (const [name, pass] of handlers) process.on(name, pass)
    const orphaned = watchParent(() => child.kill('SIGTERM'))
    const end = (code) => {
      clearInterval(orphaned)
      for (const [name, pass] of handlers) process.off(name, pass)
      resolve(code)
    }
    child.once('error', (error) => {
      console.error(error.message)
      end(1)
    })
    child.once('exit', (code, name) => end(code ?? 128 + (constants.signals[name] ?? 0)))
  })
}

/** The shell that npm puts between it and us dies of a signal without passing it on. */
export function watchParent(stop) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return undefined
  return setInterval(() => process.ppid !== parent && stop(), 300).unref()
}

/** One line for the operator, and the end. */
export function fail(zh, en) {
  console.error(`${zh} · ${en}`)
  process.exit(1)
}
