import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { staticFace } from './static-files.ts'

describe('a built face', () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-face-'))
  after(() => rmSync(folder, { recursive: true }))
  const dist = join(folder, 'dist')
  mkdirSync(join(dist, 'assets'), { recursive: true })
  const script = 'console.log("清源县")\n'.repeat(200)
  writeFileSync(join(dist, 'mobile.html'), '<!doctype html><title>支部小管家</title>')
  writeFileSync(join(dist, 'assets', 'app-1a2b.js'), script)
  writeFileSync(join(dist, 'icon.png'), Buffer.from([1, 2, 3]))
  writeFileSync(join(folder, 'secret.json'), '{"key":1}')
  const app = new Hono()
  app.get('/m/*', staticFace(dist, 'mobile.html', '/m/'))
  const get = async (path: string, encoding = '') =>
    await app.request(path, { headers: { 'accept-encoding': encoding } })

  it('gives its page for every address of the browser', async () => {
    for (const path of ['/m/', '/m/members/3', '/m/mobile.html', '/m/missing.png']) {
      const response = await get(path)
      assert.equal(response.status, 200, path)
      assert.match(await response.text(), /支部小管家/)
      assert.equal(response.headers.get('cache-control'), 'no-cache')
      assert.match(response.headers.get('content-security-policy') ?? '', /script-src 'self'/)
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
    }
  })

  it('gives assets compressed as the browser likes, for a year', async () => {
    const plain = await get('/m/assets/app-1a2b.js')
    assert.equal(await plain.text(), script)
    assert.equal(plain.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.equal(plain.headers.get('vary'), 'Accept-Encoding')
    const br = await get('/m/assets/app-1a2b.js', 'gzip, br')
    assert.equal(br.headers.get('content-encoding'), 'br')
    assert.equal(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString(), script)
    const gzip = await get('/m/assets/app-1a2b.js', 'gzip')
    assert.equal(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString(), script)
    assert.equal((await get('/m/icon.png', 'br')).headers.get('content-encoding'), null)
  })

  it('lets a page that states its own policy keep it', async () => {
    const policy = "default-src 'none'; script-src 'sha256-abc='"
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`
    writeFileSync(join(dist, 'own.html'), `<!doctype html>${meta}<title>验凭证</title>`)
    const response = await get('/m/own.html')
    assert.equal(response.headers.get('content-security-policy'), `${policy}; frame-ancestors 'none'`)
  })

  it('has no page for a missing asset', async () => {
    assert.equal((await get('/m/assets/app-0000.js')).status, 404)
  })

  it('gives nothing from outside its folder', async () => {
    for (const path of [
      '/m/../secret.json',
      '/m/%2e%2e/secret.json',
      '/m/..%2fsecret.json',
      '/m/..%5csecret.json',
      '/m/a/..%2f..%2fsecret.json',
      `/m/${encodeURIComponent(join(folder, 'secret.json'))}`,
      '/m/icon.png%00.json',
    ]) {
      assert.doesNotMatch(await (await get(path)).text(), /"key"/, path)
    }
  })

  it('answers 404 for an address that cannot be read', async () => {
    assert.equal((await get('/m/%E0%A4%A')).status, 404)
  })

  it('shows a page built anew', async () => {
    writeFileSync(join(dist, 'mobile.html'), '<!doctype html><title>新版</title>')
    utimesSync(join(dist, 'mobile.html'), 1, 1)
    assert.match(await (await get('/m/')).text(), /新版/)
  })

  it('says so where the pages are not built yet', async () => {
    const empty = new Hono()
    empty.get('*', staticFace(join(folder, 'nothing'), 'pc.html', '/'))
    assert.equal((await empty.request('/')).status, 503)
  })
})
