import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

export type Face = 'pc' | 'phone' | 'elder'

const SIZES: Record<Face, { width: number; height: number }> = {
  pc: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  elder: { width: 390, height: 844 },
}
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function findChromium(): string {
  const given = process.env['STEWARD_CHROMIUM']
  if (given) return given
  for (const name of NAMES) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim()
    } catch {
      continue
    }
  }
  throw new Error('No Chromium or Chrome on this machine: on Debian apt-get install chromium fonts-noto-cjk')
}

/** A browser for a test file; closed after its tests. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS })
  after(() => browser.close())
  return browser
}

/** A person's own browser: nothing shared with others, Chinese, no motion. Errors of the page fail the test. */
export async function openPerson(
  browser: Browser,
  origin: string,
  face: Face,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: SIZES[face],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => {
    throw error
  })
  return { page, context }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Nothing serious for people with disabilities on the page as it stands (WCAG 2.2 AA by axe). */
export async function demandAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource)
  const serious = await page.evaluate(async () => {
    // The script above put `axe` on the page.
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)
  })
  assert.deepEqual(serious, [])
}

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, face: Face, accountName: string, password: string): Promise<void> {
  await page.goto(face === 'pc' ? '/' : '/m/')
  await page.getByLabel('账号', { exact: true }).fill(accountName)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: '登录', exact: true }).waitFor({ state: 'detached' })
}
