import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, statSync } from 'node:fs'
import { basename } from 'node:path'

/** What tells this run of a process from an earlier one with the same number; undefined when it does not run. */
export function processStart(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const fields = linuxStat(pid)
    // a zombie has ended, only nobody has asked for its exit code yet
    return fields && fields.state !== 'Z' && fields.state !== 'X' ? fields.start : undefined
  }
  if (process.platform === 'win32') return isAnswering(pid) ? 'running' : undefined
  return ps(pid, 'lstart')
}

/** Name of the program a process runs, without its folder. */
export function processName(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxStat(pid)?.name
  if (process.platform === 'win32') return undefined
  const command = ps(pid, 'comm')
  return command === undefined ? undefined : basename(command)
}

/** Folder a process works in, where the system tells it. */
export function processFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** Account a process runs as, where the system tells it. */
export function processOwner(pid: number): number | undefined {
  return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid
}

/** The set of process numbers a number belongs to: this start of the machine, and the container if any. */
export function processSpace(): { boot: string; container: string } {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return { boot, container: readlinkSync('/proc/self/ns/pid') }
  } catch {
    return { boot: '', container: '' }
  }
}

function linuxStat(pid: number) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = text.lastIndexOf(')')
    const rest = text.slice(end + 2).split(' ')
    return { name: text.slice(text.indexOf('(') + 1, end), state: rest[0], start: rest[19] }
  } catch {
    return undefined
  }
}

function ps(pid: number, column: string): string | undefined {
  const answer = spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' })
  return answer.stdout?.trim() || undefined
}

function isAnswering(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
