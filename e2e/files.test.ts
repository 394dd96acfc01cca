import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { demandAccessible, openBrowser, openPerson } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

/** A photo of one colour, larger than is kept. */
async function photoOf(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 1800
    const pen = canvas.getContext('2d')
    if (pen === null) throw new Error('no canvas')
    pen.fillStyle = '#c8e0d0'
    pen.fillRect(0, 0, 2400, 1800)
    return canvas.toDataURL('image/jpeg')
  })
  return Buffer.from(url.split(',')[1] ?? '', 'base64')
}

/** Brightness at a place of what would be sent, and its size. */
async function lookAt(page: Page, x: number, y: number) {
  return await page.getByRole('img', { name: '选好的照片' }).evaluate(
    (image, at) => {
      if (!(image instanceof HTMLImageElement)) throw new Error('not a picture')
      const canvas = document.createElement('canvas')
      canvas.width = image.naturalWidth
      canvas.height = image.naturalHeight
      const pen = canvas.getContext('2d')
      if (pen === null) throw new Error('no canvas')
      pen.drawImage(image, 0, 0)
      const [light] = pen.getImageData(at.x * canvas.width, at.y * canvas.height, 1, 1).data
      return { light, width: canvas.width, height: canvas.height }
    },
    { x, y },
  )
}

describe('photos', async () => {
  const product = await startProduct('small')
  const browser = await openBrowser()

  for (const [face, group] of [
    ['pc', '照片'],
    ['phone', '拍一张'],
  ] as const) {
    it(`${face}: a photo is shrunk on the device, faces are covered by hand and by keyboard, the last step is taken back`, async () => {
      const { page, context } = await openPerson(browser, product.origin, face)
      await page.goto('/kit')
      const field = page.getByRole('group', { name: group, exact: true })
      await field.locator('input[type=file]').setInputFiles({
        name: '清渠.jpg',
        mimeType: 'image/jpeg',
        buffer: await photoOf(page),
      })
      await field.getByRole('button', { name: '遮住人脸' }).click()
      const frame = page.getByRole('group', { name: '要遮的照片' })
      const area = (await frame.boundingBox()) ?? assert.fail('the photo is not shown')
      const point = (x: number, y: number) => [area.x + area.width * x, area.y + area.height * y] as const
      await page.mouse.move(...point(0.1, 0.1))
      await page.mouse.down()
      await page.mouse.move(...point(0.3, 0.3), { steps: 3 })
      await page.mouse.up()
      await page.getByText('遮了 1 处').waitFor()
      // By keyboard: a box in the middle, moved down to 0.45…0.65, then one too many that is taken back.
      await page.getByRole('button', { name: '加一块' }).click()
      for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowDown')
      await page.getByRole('button', { name: '加一块' }).click()
      await page.getByText('遮了 3 处').waitFor()
      await demandAccessible(page)
      await page.getByRole('button', { name: '撤回上一步' }).click()
      await page.getByRole('button', { name: '遮好了' }).click()
      await field.getByText('遮了 2 处').waitFor()
      const [drawn, typed, above] = [
        await lookAt(page, 0.2, 0.2),
        await lookAt(page, 0.5, 0.6),
        await lookAt(page, 0.5, 0.4),
      ]
      assert.deepEqual([drawn.width, drawn.height], [1600, 1200])
      assert.ok((drawn.light ?? 255) < 60 && (typed.light ?? 255) < 60, JSON.stringify([drawn, typed]))
      assert.ok((above.light ?? 0) > 180, JSON.stringify(above))
      await field.getByRole('button', { name: '不用这张' }).click()
      await page.getByRole('img', { name: '选好的照片' }).waitFor({ state: 'detached' })
      await context.close()
    })
  }

  it('a file that is no picture is named, and nothing is chosen', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await page.goto('/kit')
    const field = page.getByRole('group', { name: '拍一张', exact: true })
    await field.locator('input[type=file]').setInputFiles({
      name: 'x.heic',
      mimeType: 'image/heic',
      buffer: Buffer.from('not a picture'),
    })
    await field.getByText('这张照片打不开').waitFor()
    assert.equal(await page.getByRole('img', { name: '选好的照片' }).count(), 0)
    await context.close()
  })
})
