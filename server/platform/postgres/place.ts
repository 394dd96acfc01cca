import { randomBytes } from 'node:crypto'
import { accessSync, chmodSync, chownSync, constants, existsSync, lstatSync, mkdirSync } from 'node:fs'
import { readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { StartProblem } from '#platform/start-problem.ts'

/** Account of the password file that runs the server, because PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number }

/** Where the embedded server lives, and as whom. `account` is undefined when it runs as ourselves. */
export type Place = { folder: string; data: string; account: Account | undefined }

/**
 * Finds or makes the place of the server of a data folder: `postgres` in the folder itself, or, where we are root and
 * the server's account cannot get there, a folder of its own outside, which the data folder then names.
 */
export function preparePlace(dataFolder: string, log: (line: string) => void): Place {
  const isRoot = process.getuid?.() === 0
  makeDataFolder(dataFolder, isRoot ? 0o711 : 0o700)
  const home = realpathSync(dataFolder)
  const place = findPlace(home) ?? newPlace(home, isRoot, log)
  const data = statSync(place.data, { throwIfNoEntry: false })
  if (data) {
    // a copy or a restore may have taken the files away from the server's account or opened them to others
    if (place.account && data.uid === 0) chownTree(place.data, place.account)
    chmodSync(place.data, 0o700)
  }
  return place
}

/** The place of a data folder that has one already. */
export function findPlace(dataFolder: string): Place | undefined {
  if (!existsSync(dataFolder)) return undefined
  const home = realpathSync(dataFolder)
  const sign = join(home, 'postgres.place')
  const folder = existsSync(sign) ? readFileSync(sign, 'utf8').trim() : join(home, 'postgres')
  if (!existsSync(folder)) return undefined
  const data = join(folder, 'data')
  const owner = statSync(data, { throwIfNoEntry: false })
  const self = process.getuid?.()
  if (owner && self && owner.uid !== self) {
    throw new StartProblem(
      'database-of-another-account',
      `${data} 属于另一个账户（uid ${owner.uid}），请用当初启动的账户或 root 运行`,
      `The database belongs to another account (uid ${owner.uid}); run as the account that made it, or as root`,
    )
  }
  if (self !== 0) return { folder, data, account: undefined }
  return { folder, data, account: owner?.uid ? { uid: owner.uid, gid: owner.gid } : rootless() }
}

function makeDataFolder(path: string, mode: number) {
  try {
    if (!existsSync(path)) makeFolder(path, mode)
    const { uid, mode: given } = statSync(path)
    // an empty folder of ours hides nothing yet: the server's account may pass
    if (uid === 0 && uid === process.getuid?.() && readdirSync(path).length === 0)
      chmodSync(path, given | 0o011)
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new StartProblem(
      'data-folder-not-writable',
      `数据文件夹 ${path} 不能写入，请检查权限或设置 STEWARD_DATA`,
      'The data folder cannot be written; check its permissions or set STEWARD_DATA',
    )
  }
}

function newPlace(home: string, isRoot: boolean, log: (line: string) => void): Place {
  const inside = join(home, 'postgres')
  const account = isRoot ? rootless() : undefined
  if (!account || canReach(account, home)) {
    makeFolder(inside, isRoot ? 0o755 : 0o700)
    return { folder: inside, data: join(inside, 'data'), account }
  }
  const folder = makeOutside(basename(dirname(home)) || 'steward')
  writeFileSync(join(home, 'postgres.place'), `${folder}\n`)
  log(
    `数据库放在 ${folder}，因为数据库账户进不了 ${home} · ` +
      `The database is kept in ${folder}: its account cannot enter ${home}`,
  )
  return { folder, data: join(folder, 'data'), account }
}

function makeOutside(name: string): string {
  for (const parent of ['/var/lib/branch-steward', '/var/tmp/branch-steward']) {
    try {
      mkdirSync(parent, { recursive: true, mode: 0o755 })
      // in a folder that everybody may write, a stranger may have been here first
      if (lstatSync(parent).uid !== 0) continue
      chmodSync(parent, 0o755)
      const folder = join(parent, `${name}-${randomBytes(4).toString('hex')}`)
      makeFolder(folder, 0o755)
      return folder
    } catch {
      continue
    }
  }
  throw new StartProblem(
    'database-has-no-place',
    '找不到数据库账户能进入的文件夹，请把 STEWARD_DATA 设到别处，或不用 root 运行',
    'No folder can be reached by the account of the database; set STEWARD_DATA, or do not run as root',
  )
}

function canReach(account: Account, path: string): boolean {
  const stat = statSync(path)
  const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001
  const parent = dirname(path)
  return (stat.mode & bit) !== 0 && (parent === path || canReach(account, parent))
}

function rootless(): Account {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.uid > 0)
  const found = accounts.find((account) => account.name === 'nobody') ?? accounts[0]
  if (found) return { uid: found.uid, gid: found.gid }
  throw new StartProblem(
    'account-missing',
    '数据库不能以 root 运行，而系统里没有别的账户，请建一个账户或设置 DATABASE_URL',
    'The database does not run as root and there is no other account; add one, or set DATABASE_URL',
  )
}

function makeFolder(path: string, mode: number) {
  mkdirSync(path, { recursive: true })
  if (statSync(path).uid === process.getuid?.()) chmodSync(path, mode)
}

function chownTree(path: string, account: Account) {
  const stat = lstatSync(path)
  if (stat.isDirectory()) for (const name of readdirSync(path)) chownTree(join(path, name), account)
  if (!stat.isSymbolicLink()) chownSync(path, account.uid, account.gid)
}
