import { randomUUID } from 'node:crypto'
import { constants, copyFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartProblem } from '#platform/start-problem.ts'
import { processSpace, processStart } from './processes.ts'

export type FolderLock = { release(): void }

type Holder = {
  pid: number
  start: string | undefined
  host: string
  boot: string
  container: string
  token: string
}

const beatEvery = 4_000
const silentAfter = 12_000

/**
 * Takes the data folder for this process. Refused with `data-folder-in-use` while another live process holds it;
 * the lock of a process that was killed is taken over.
 */
export async function lockFolder(folder: string, log: (line: string) => void): Promise<FolderLock> {
  const path = join(folder, 'steward.lock')
  const mine = JSON.stringify({
    pid: process.pid,
    start: processStart(process.pid),
    host: hostname(),
    ...processSpace(),
    token: randomUUID(),
  } satisfies Holder)
  while (!writeNew(path, mine)) {
    const text = await readSettled(path)
    if (text === undefined) continue
    const holder = readHolder(text)
    if (holder && (await isLive(holder, path, log))) throw inUse(folder, holder)
    takeAway(path, text, folder)
  }
  return keep(path, mine)
}

function keep(path: string, mine: string): FolderLock {
  const isMine = () => readText(path) === mine
  // the time of the file tells other containers, which cannot see our process, that we live
  const beat = setInterval(() => isMine() && writeFileSync(path, mine, { flag: 'r+' }), beatEvery)
  beat.unref()
  return {
    release() {
      clearInterval(beat)
      if (isMine()) rmSync(path, { force: true })
    },
  }
}

async function isLive(holder: Holder, path: string, log: (line: string) => void): Promise<boolean> {
  const space = processSpace()
  if (holder.host === hostname()) {
    if (holder.boot !== space.boot) return false
    if (holder.container === space.container) return processStart(holder.pid) === holder.start
  }
  log(
    `数据文件夹曾由 ${holder.host} 使用，正在确认它已停止 · Waiting to see whether ${holder.host} still runs`,
  )
  const before = changedAt(path)
  for (let waited = 0; waited < silentAfter; waited += 1_000) {
    await wait(1_000)
    if (changedAt(path) !== before) return true
  }
  return false
}

function takeAway(path: string, stale: string, folder: string) {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch {
    return // another process was quicker; the next attempt meets its lock
  }
  const moved = readText(aside)
  if (moved !== stale && moved !== undefined) {
    // a newcomer took the lock between our look and our move: it gets it back
    copyFileSync(aside, path, constants.COPYFILE_EXCL)
    rmSync(aside, { force: true })
    throw inUse(folder, readHolder(moved))
  }
  rmSync(aside, { force: true })
}

function inUse(folder: string, holder: Holder | undefined) {
  const who = holder ? `${holder.pid}@${holder.host}` : '?'
  return new StartProblem(
    'data-folder-in-use',
    `数据文件夹 ${folder} 正被另一个进程（${who}）使用，请先停止它`,
    `The data folder is in use by process ${who}; stop that first`,
  )
}

function writeNew(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** A lock that is just being written is empty for a moment. */
async function readSettled(path: string): Promise<string | undefined> {
  const text = readText(path)
  if (text === undefined || readHolder(text)) return text
  await wait(200)
  return readText(path)
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function readHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text)
    return typeof holder?.pid === 'number' && typeof holder.host === 'string' ? holder : undefined
  } catch {
    return undefined
  }
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
