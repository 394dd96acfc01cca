import type { Text } from './texts.ts'

/** A thing to do as the home pages show it. Who or what asks, by when, how long it takes, and one act. */
export type ThingToDo = {
  readonly id: string
  readonly title: Text
  readonly why: Text | null
  readonly dueOn: string | null
  readonly minutes: number | null
  readonly act: Text
  readonly pcPath: string | null
  readonly mobilePath: string | null
  /** Set when another task must come first; shown instead of the button. */
  readonly waitsFor: Text | null
}

export type SessionRole = {
  readonly role: string
  readonly label: Text
  readonly orgId: string
  readonly orgName: string
}

export type Session = {
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

/** What the frame asks of features that are still being built. An operation of the same id in the server's contracts replaces the entry. */
export type PlannedOperations = {
  'session.show': { kind: 'query'; input: Record<string, never>; output: Session; refusals: never }
  'session.end': {
    kind: 'command'
    input: Record<string, never>
    output: Record<string, never>
    refusals: never
  }
  'message.things-to-do': {
    kind: 'query'
    input: Record<string, never>
    output: { rows: readonly ThingToDo[]; doneThisWeek: number }
    refusals: never
  }
  'member.search': {
    kind: 'query'
    input: { text: string; limit: number }
    output: { rows: readonly { memberId: string; name: string; orgName: string }[]; total: number }
    refusals: never
  }
}
