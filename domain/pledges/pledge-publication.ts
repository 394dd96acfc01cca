import { findPrivate, type PrivateFinding } from '../notices/privacy.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import { type Pledge, publishPledge } from './pledge.ts'

/** A pledge that says what is never published, with where it stands in the list. */
export type PrivatePledge = {
  readonly pledgeId: string
  readonly name: string
  readonly found: readonly PrivateFinding[]
}

/** Pledges among those to be published that name an illness, a family, a number and the like. */
export function privateAmong(
  pledges: readonly (Pick<Pledge, 'id' | 'text' | 'fields'> & { readonly name: string })[],
): PrivatePledge[] {
  return pledges
    .map(({ id, name, text, fields }) => ({
      pledgeId: id,
      name,
      found: findPrivate('text', [text, fields.object, fields.measure].join('\n')),
    }))
    .filter(({ found }) => found.length > 0)
}

export type PublishRefusal = 'pledge-nothing-to-publish' | 'pledge-private-content' | 'pledge-wrong-state'

/** Makes accepted pledges public together (S-189). Refuses none at all, and any that says what is never published. */
export function publishTogether<One extends Pledge & { readonly name: string }>(
  pledges: readonly One[],
  today: PlainDate,
): Decision<Pledge[], PublishRefusal> {
  if (pledges.length === 0) return refuse('pledge-nothing-to-publish')
  const found = privateAmong(pledges)
  if (found.length > 0)
    return refuse('pledge-private-content', {
      found: found.map(({ name, found: words }) => `${name}：${words.map((one) => one.words).join('、')}`),
    })
  const published: Pledge[] = []
  for (const pledge of pledges) {
    const decision = publishPledge(pledge, today)
    if (!decision.ok) return decision
    published.push(decision.value)
  }
  return agree(published)
}
