import type { Text } from './texts.ts'

export type SessionRole = {
  readonly role: string
  readonly label: Text
  readonly orgId: string
  readonly orgName: string
}

export type PlannedSession = {
  readonly account: {
    readonly id: string
    readonly name: string
    readonly accountName: string
    readonly memberId: string | null
    readonly mustChangePassword: boolean
    readonly secondFactor: boolean
    readonly elder: boolean
    readonly language: 'zh' | 'en'
  }
  readonly county: {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly demo: boolean
  }
  readonly org: { readonly id: string; readonly name: string; readonly kind: string } | null
  readonly path: readonly { readonly id: string; readonly name: string }[]
  readonly roles: readonly SessionRole[]
  readonly may: readonly string[]
}

type Found = { readonly id: string; readonly name: string }

type Branch = {
  readonly id: string
  readonly name: string
  readonly above: readonly string[]
  readonly phone: string
  readonly address: string
  readonly members: number
  readonly seats: readonly { readonly name: string; readonly post: string }[]
}

/** What the frame asks of features that are still being built. An operation of the same id in the server's contracts replaces the entry. */
export type PlannedOperations = {
  'session.show': { kind: 'query'; input: Record<string, never>; output: PlannedSession; refusals: never }
  'session.end': {
    kind: 'command'
    input: Record<string, never>
    output: Record<string, never>
    refusals: never
  }
  'member.search': {
    kind: 'query'
    input: { text: string }
    output: {
      people: readonly (Found & { orgName: string })[]
      organisations: readonly (Found & { kind: string })[]
    }
    refusals: never
  }
  'organisation.my-branch': {
    kind: 'query'
    input: Record<string, never>
    output: { branch: Branch | null }
    refusals: never
  }
}
