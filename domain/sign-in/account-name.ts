import { squeezeText } from '../shared/text.ts'

/**
 * The name typed at sign-in: small letters, digits, dot, dash and underscore, 3 to 32 of them, beginning with a letter
 * or digit; capitals and full-width signs are read as what they stand for, so that two names never differ by these
 * alone. Undefined for anything else.
 */
export function readAccountName(text: string): string | undefined {
  const name = squeezeText(text).toLowerCase()
  return /^[a-z0-9][a-z0-9._-]{2,31}$/.test(name) ? name : undefined
}

/** Names everybody knows are guessed first and tell nothing about the person (R-297: default accounts renamed). */
const defaultNames = new Set([
  'admin',
  'administrator',
  'root',
  'system',
  'sysadmin',
  'security',
  'audit',
  'auditor',
  'test',
  'guest',
  'user',
  'demo',
  'manager',
  'operator',
  'superuser',
])

export function isDefaultAccountName(name: string): boolean {
  return defaultNames.has(name.replace(/[\d._-]+$/, ''))
}
