import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id with 19 MiB and two passes; about 10 ms on a thread of its own. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The digest to be kept of a password, in PHC form. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password, COST)
}

let nobody: Promise<string> | undefined

/** Whether the password is the one kept. Where nothing is kept (no such account) it takes the same time and says no. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  if (kept !== null) return await verify(kept, password)
  nobody ??= hashPassword('nobody')
  await verify(await nobody, password)
  return false
}

// No 0 O 1 l I and no 2 Z, 5 S, 8 B: they are read out loud and copied by hand.
const SMALL = 'abcdefghjkmnpqrtuvwxy'
const LARGE = 'ACDEFGHJKMNPQRTUVWXY'
const DIGITS = '34679'

/** A password for one sign-in, to be read from paper: `Kdw-4937-hpty`. It passes any rule of length and kinds. */
export function temporaryPassword(): string {
  const pick = (letters: string, count: number) =>
    Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('')
  return `${pick(LARGE, 1)}${pick(SMALL, 3)}-${pick(DIGITS, 4)}-${pick(SMALL, 4)}`
}

/** Digits drawn evenly, such as a code printed at the counter. */
export function randomDigits(count: number): string {
  return String(randomInt(10 ** count)).padStart(count, '0')
}
