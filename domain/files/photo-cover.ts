/** A rectangle painted over a part of a photo, in shares of its width and height. */
export type Cover = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
export type Spot = { readonly x: number; readonly y: number }

/** Smaller ones cover nothing and come from a touch that slipped. */
export const leastCover = 0.02

/** The longest side of a photo as it is sent and kept, in pixels: faces at a table and the writing on a notice are still seen. */
export const longestPhotoSide = 1600

/** Width and height of a photo made small enough to be kept; never made larger. */
export function fitPhoto(width: number, height: number): { width: number; height: number } {
  const share = Math.min(1, longestPhotoSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) }
}

/** The rectangle between two corners, cut at the edges of the photo; undefined where it is too small to cover anything. */
export function coverBetween(one: Spot, other: Spot): Cover | undefined {
  const [left, right] = [one.x, other.x].map(inside).toSorted(byValue)
  const [top, bottom] = [one.y, other.y].map(inside).toSorted(byValue)
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return undefined
  const cover = { left, top, width: right - left, height: bottom - top }
  return cover.width < leastCover || cover.height < leastCover ? undefined : cover
}

/** Moved, and stopped at the edges. */
export function moveCover(cover: Cover, right: number, down: number): Cover {
  return {
    ...cover,
    left: Math.min(1 - cover.width, Math.max(0, cover.left + right)),
    top: Math.min(1 - cover.height, Math.max(0, cover.top + down)),
  }
}

/** Made larger or smaller at its right and lower edges, within the photo. */
export function growCover(cover: Cover, wider: number, taller: number): Cover {
  return {
    ...cover,
    width: Math.min(1 - cover.left, Math.max(leastCover, cover.width + wider)),
    height: Math.min(1 - cover.top, Math.max(leastCover, cover.height + taller)),
  }
}

/** Whole pixels to paint, outwards, so that nothing shows at an edge. */
export function pixelsOf(cover: Cover, width: number, height: number): [number, number, number, number] {
  const [left, top] = [Math.floor(cover.left * width), Math.floor(cover.top * height)]
  return [
    left,
    top,
    Math.ceil((cover.left + cover.width) * width) - left,
    Math.ceil((cover.top + cover.height) * height) - top,
  ]
}

function inside(share: number): number {
  return Math.min(1, Math.max(0, share))
}

function byValue(a: number, b: number): number {
  return a - b
}
