const GPS_POINTER = 0x8825
const ENTRY_BYTES = 12
/** Latitude and longitude with their halves of the globe. */
const LAST_PLACE_TAG = 4

/** Whether the EXIF block of a picture says where it was taken. What cannot be read says nothing. */
export function namesPlace(exif: Uint8Array): boolean {
  const start = exif[0] === 0x45 && exif[1] === 0x78 ? 6 : 0 // "Exif" and two zeros stand before it in a JPEG
  const view = new DataView(exif.buffer, exif.byteOffset + start, Math.max(0, exif.byteLength - start))
  if (view.byteLength < 8) return false
  const little = view.getUint16(0) === 0x4949
  const pointer = entriesOf(view, view.getUint32(4, little), little).find(({ tag }) => tag === GPS_POINTER)
  if (pointer === undefined) return false
  return entriesOf(view, pointer.value, little).some(({ tag }) => tag >= 1 && tag <= LAST_PLACE_TAG)
}

/** The entries of a directory that lie inside the block. */
function entriesOf(view: DataView, at: number, little: boolean): { tag: number; value: number }[] {
  if (at + 2 > view.byteLength) return []
  const room = Math.floor((view.byteLength - at - 2) / ENTRY_BYTES)
  return Array.from({ length: Math.min(view.getUint16(at, little), room) }, (_, index) => {
    const entry = at + 2 + index * ENTRY_BYTES
    return { tag: view.getUint16(entry, little), value: view.getUint32(entry + 8, little) }
  })
}
