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
