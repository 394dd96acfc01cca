import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'

/** Encryption at rest of one county; replaceable as a whole. The key lives outside the database. */
export type CountyCrypto = {
  /** Encrypts a text; the same text gives another value each time. */
  seal(text: string): Buffer
  /** Decrypts what `seal` made; throws when it was altered. */
  unseal(sealed: Uint8Array): string
  /** The same for bytes, such as a file that holds identity numbers. */
  sealBytes(bytes: Uint8Array): Buffer
  unsealBytes(sealed: Uint8Array): Buffer
  /** A searchable fingerprint of a text: equal texts, equal fingerprints; the text cannot be read back. */
  blindIndex(field: string, text: string): Buffer
}

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16

let ivs = Buffer.alloc(0)
let ivAt = 0

/** Random bytes, fetched for many values at once; none is given twice. */
function nextIv(): Buffer {
  if (ivAt === ivs.length) {
    ivs = randomBytes(IV_BYTES * 512)
    ivAt = 0
  }
  ivAt += IV_BYTES
  return ivs.subarray(ivAt - IV_BYTES, ivAt)
}

/** Keys of a county derived from the installation's master key (32 bytes). */
export function countyCrypto(masterKey: Uint8Array, county: string): CountyCrypto {
  // A key object: bytes would be made into one again at every call, which costs four times the cipher itself.
  const derive = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, county, purpose, 32)))
  const sealKey = derive('seal')
  const indexKey = derive('blind-index')
  const sealBytes = (plain: Uint8Array) => {
    const iv = nextIv()
    const cipher = createCipheriv('aes-256-gcm', sealKey, iv)
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body])
  }
  const unsealBytes = (sealed: Uint8Array) => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    // A shortened value would otherwise be checked against a shortened tag.
    if (bytes.length < 1 + IV_BYTES + TAG_BYTES) throw new Error('Sealed value is cut off')
    if (bytes[0] !== VERSION) throw new Error(`Sealed value of unknown version ${bytes[0]}`)
    const iv = bytes.subarray(1, 1 + IV_BYTES)
    const tag = bytes.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', sealKey, iv, { authTagLength: TAG_BYTES })
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(bytes.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()])
  }
  return {
    sealBytes,
    unsealBytes,
    seal: (text) => sealBytes(Buffer.from(text, 'utf8')),
    unseal: (sealed) => unsealBytes(sealed).toString('utf8'),
    blindIndex(field, text) {
      return createHmac('sha256', indexKey).update(`${field}\0${text}`).digest().subarray(0, 16)
    },
  }
}

/** Keys per county, derived once. */
export function cryptoByCounty(masterKey: Uint8Array): (county: string) => CountyCrypto {
  const known = new Map<string, CountyCrypto>()
  return (county) => {
    const found = known.get(county) ?? countyCrypto(masterKey, county)
    known.set(county, found)
    return found
  }
}
