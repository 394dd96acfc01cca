// Finds the browser of the journeys; as root on Debian and its kin installs it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** Path of a browser, or `missing` with one line that says what to do. */
export function findChromium() {
  const found = find() ?? (canInstall() ? install() : undefined)
  if (found) return { path: found }
  return {
    missing:
      'No Chromium or Chrome on the PATH: install chromium and fonts-noto-cjk, or set STEWARD_CHROMIUM',
  }
}

function find() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const paths = [
    process.env.STEWARD_CHROMIUM,
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    mac,
  ]
  return paths.find((path) => path && existsSync(path) && spawnSync(path, ['--version']).status === 0)
}

function canInstall() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
}

function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' })
  const packages = ['chromium', 'fonts-noto-cjk']
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
    env,
    stdio: 'ignore',
  })
  return find()
}
