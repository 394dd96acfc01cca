import { useEffect, useState } from 'react'
import { type Cover, fitPhoto, pixelsOf } from '@steward/domain/files/photo-cover.ts'
import { cleanFileName, nameOfKept, pictureType } from '@steward/domain/files/stored-file.ts'

/** A photo ready to be sent: shrunk and covered on this device, without anything the camera wrote into it. */
export type ChosenPhoto = {
  readonly name: string
  readonly bytes: Blob
  readonly width: number
  readonly height: number
}

/** A photo on this device while it can still be changed. */
export type OpenPhoto = { readonly name: string; readonly canvas: HTMLCanvasElement }

const QUALITY = 0.85

/** Opens a picture upright and small enough to keep; undefined where this browser cannot show it. */
export async function openPhoto(bytes: Blob, name: string): Promise<OpenPhoto | undefined> {
  const bitmap = await createImageBitmap(bytes, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (bitmap === undefined) return undefined
  const { width, height } = fitPhoto(bitmap.width, bitmap.height)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (pen === null) return undefined
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, width, height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  return { name: nameOfKept(cleanFileName(name), pictureType), canvas }
}

/** Paints the covers into a copy; what was below them is nowhere in it. */
export async function paintCovers(
  { name, canvas }: OpenPhoto,
  covers: readonly Cover[],
): Promise<ChosenPhoto | undefined> {
  const { width, height } = canvas
  const copy = document.createElement('canvas')
  copy.width = width
  copy.height = height
  const pen = copy.getContext('2d')
  if (pen === null) return undefined
  pen.drawImage(canvas, 0, 0)
  pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--ink')
  for (const cover of covers) pen.fillRect(...pixelsOf(cover, width, height))
  const bytes = await new Promise<Blob | null>((resolve) => copy.toBlob(resolve, pictureType, QUALITY))
  return bytes === null ? undefined : { name, bytes, width, height }
}

/** An address of bytes on this device, given back when they are no longer shown. */
export function useBlobUrl(bytes: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (bytes === undefined) return setUrl(undefined)
    const made = URL.createObjectURL(bytes)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  return url
}
