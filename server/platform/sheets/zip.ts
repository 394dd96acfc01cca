import { StringDecoder } from 'node:string_decoder'
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { UnreadableSheet } from './sheet.ts'

export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly packedSize: number
  readonly offset: number
}
/** Bytes that may still be unpacked from one archive. */
export type Allowance = { left: number }

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const LONGEST_COMMENT = 65_535
const MOST_ENTRIES = 5000
const STORED = 0
const DEFLATED = 8
const PIECE = 65_536

/** The entries of a zip archive from its directory; throws `sheet-damaged` where there is none. */
export function listZip(bytes: Buffer): Map<string, ZipEntry> {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new UnreadableSheet('sheet-too-large')
  let at = bytes.readUInt32LE(end + 16)
  const entries = new Map<string, ZipEntry>()
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) {
      throw new UnreadableSheet('sheet-damaged')
    }
    const nameBytes = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)
    entries.set(name.replaceAll('\\', '/'), {
      name,
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += ENTRY_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Hands on the text of one entry piece by piece; sizes stated in the archive are not believed. */
export async function unpackText(
  bytes: Buffer,
  entry: ZipEntry,
  allowance: Allowance,
  push: (piece: string) => void,
): Promise<void> {
  const packed = packedBytes(bytes, entry)
  const decoder = new StringDecoder('utf8')
  const take = (piece: Buffer) => {
    allowance.left -= piece.length
    if (allowance.left < 0) throw new UnreadableSheet('sheet-too-large')
    push(decoder.write(piece))
  }
  if (entry.method === STORED) {
    for (let at = 0; at < packed.length; at += PIECE) take(packed.subarray(at, at + PIECE))
    return
  }
  if (entry.method !== DEFLATED) throw new UnreadableSheet('sheet-other-format')
  const inflated = Readable.from([packed]).pipe(createInflateRaw({ chunkSize: PIECE }))
  try {
    for await (const piece of inflated) take(piece)
  } catch (error) {
    // Codes of the unpacker begin with Z_; anything else is ours.
    const broken = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
    throw broken ? new UnreadableSheet('sheet-damaged') : error
  }
}

function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer {
  if (entry.offset + LOCAL_BYTES > bytes.length) throw new UnreadableSheet('sheet-damaged')
  const skipped = bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  const start = entry.offset + LOCAL_BYTES + skipped
  return bytes.subarray(start, start + entry.packedSize)
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT)
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at
  }
  throw new UnreadableSheet('sheet-damaged')
}
