import sharp from 'sharp'
import { namesPlace } from './picture-position.ts'

// Readers of other formats stay shut: what is no such picture is not even looked into.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
sharp.cache(false)
sharp.concurrency(1)

/** The most pixels that are opened; the cameras of phones stay below. */
export const mostPixels = 64_000_000
const QUALITY = 80
const SECONDS = 20
/** Each takes a processor and up to 150 MB while it lasts. */
const AT_ONCE = 2
const GREY_SIDE = 64

export type ShrunkPicture = {
  /** JPEG, upright, without any metadata. */
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  /** The picture as sent said where it was taken. */
  readonly hadPosition: boolean
  /** 64 × 64 values of brightness of what is kept, row by row, stretched to a square. */
  readonly grey: Uint8Array
}

/**
 * Draws a picture anew: upright, at most so many pixels long, sRGB on white, JPEG; nothing but the pixels goes over, so position, time,
 * camera and thumbnails are gone. `unreadable` when the bytes are no whole JPEG, PNG or WebP picture, `too-large` above 64 million
 * pixels, which is asked before anything is unpacked. Runs beside the event loop, two at once.
 */
export async function shrinkPicture(
  bytes: Uint8Array,
  longestSide: number,
): Promise<ShrunkPicture | 'unreadable' | 'too-large'> {
  return await taken(async () => {
    const about = await sharp(bytes, { limitInputPixels: false })
      .metadata()
      .catch(() => undefined)
    if (about === undefined) return 'unreadable'
    if (about.width * about.height > mostPixels) return 'too-large'
    const drawn = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true })
      .catch(() => undefined)
    if (drawn === undefined) return 'unreadable'
    const { data, info } = drawn
    return {
      bytes: data,
      width: info.width,
      height: info.height,
      hadPosition:
        (about.exif !== undefined && namesPlace(about.exif)) ||
        /GPSL(?:at|ong)itude/.test(about.xmpAsString ?? ''),
      grey: await sharp(data).resize(GREY_SIDE, GREY_SIDE, { fit: 'fill' }).greyscale().raw().toBuffer(),
    }
  })
}

/** The side of `grey`. */
export const greySide = GREY_SIDE

let running = 0
const waiting: (() => void)[] = []

async function taken<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}
