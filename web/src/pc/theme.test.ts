import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { palette } from './palette.ts'

test('antd’s colours are those of tokens.css', async () => {
  const css = await readFile(new URL('../shared/tokens.css', import.meta.url), 'utf8')
  for (const [name, hex] of Object.entries(palette)) {
    const variable = name.replace(/[A-Z0-9]/g, (sign) => `-${sign.toLowerCase()}`)
    const written = new RegExp(`--${variable}: (#[0-9a-fA-F]{6});`).exec(css)?.[1]
    assert.equal(written?.toUpperCase(), hex.toUpperCase(), variable)
  }
})
