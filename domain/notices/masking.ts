import type { NoticeScope } from './notice.ts'

/** Inside branch and unit people know each other; on a village board and in public names are masked. */
export function masksNames(scope: NoticeScope): boolean {
  return scope === 'villageBoard' || scope === 'public'
}

/** `陈小满` becomes `陈*满`, `李明` `李*`: the first sign and, from three on, the last; each sign counts as one, rare ones too. */
export function maskName(name: string): string {
  const signs = [...name.trim()]
  if (signs.length <= 1) return '*'
  const last = signs.length > 2 ? (signs.at(-1) ?? '') : ''
  return `${signs[0]}${'*'.repeat(signs.length - (last === '' ? 1 : 2))}${last}`
}

/**
 * Whether names stand in full for a reader. Somebody with an account sees what was decided; by the printed code alone
 * full names show only in a wide scope, for which a body has decided it: a code may be photographed.
 */
export function showsFullNames(
  notice: { readonly scope: NoticeScope; readonly names: 'full' | 'masked' },
  reader: 'account' | 'code',
): boolean {
  return notice.names === 'full' && (reader === 'account' || masksNames(notice.scope))
}
