import { useState } from 'react'
import { missingParts } from '@steward/domain/pledges/pledge.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { type QueueRow, usePledge, usePledgeWords } from './hooks.ts'
import { entryTexts, pledgeLabels } from './labels.ts'
import { reviewLabels } from './labels-review.ts'
import { PaperOfRow } from './Paper.shared.tsx'
import { ReadText, TalkForm } from './Review.shared.tsx'
import { FactsLine, PartsList, StateTag } from './State.shared.tsx'
import { Returns } from './View.shared.tsx'

/** The pledge at reading size: words, parts, where it comes from, what was said of it before. */
export function ReviewMiddle({ pledge }: { readonly pledge: QueueRow }) {
  const { t, day } = usePledgeWords()
  const [talks, setTalks] = useState(pledge.state === 'toTalk')
  const lacks = missingParts(pledge.fields).length > 0
  const whole = usePledge(pledge.id, pledge.returns.length > 0)
  return (
    <section className="pledge-middle" aria-label={pledge.name}>
      <div className="between">
        <h2 className="ph1">{pledge.name}</h2>
        <StateTag pledge={pledge} />
      </div>
      <p className="s t2">
        {pledge.memberId === null ? '' : `${pledge.orgName} · `}
        {t(entryTexts[pledge.entry], { by: pledge.enteredBy })}
        {pledge.submittedOn !== null && ` · ${day(pledge.submittedOn)}`}{' '}
        {pledge.late && <Tag tight>{t(pledgeLabels.late)}</Tag>}
      </p>
      <ReadText pledge={pledge} />
      <FactsLine pledge={pledge} />
      <PartsList pledge={pledge} />
      <PaperOfRow row={pledge} />
      {pledge.returns.length > 0 && (
        <Fetched from={whole} columns="1fr">
          {(data) => <Returns pledge={data} />}
        </Fetched>
      )}
      {!pledge.barred && lacks && !talks && (
        <p className="pledge-gap">
          <Button onClick={() => setTalks(true)}>{t(reviewLabels.settle)}</Button>
        </p>
      )}
      {!pledge.barred && talks && (
        <div className="pledge-gap">
          <TalkForm pledge={pledge} onDone={() => setTalks(false)} />
        </div>
      )}
    </section>
  )
}
