import { Button } from '../shared/kit/Button.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import type { Tone } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import { useDownloadOperation } from '../shared/use-operation.ts'
import type { Case, CaseView } from './hooks-disposal.ts'
import { useCaseDays } from './hooks-disposal.ts'
import { caseLabels, endTexts, stateTexts } from './labels-disposal.ts'
import { moveTexts, stepLabels } from './labels-disposal-step.ts'

/** Where a case stands, in a word. */
export function CaseTag({ of }: { readonly of: Pick<Case, 'state' | 'endedHow' | 'decided'> }) {
  const t = useText()
  if (of.endedHow !== null) {
    return <Tag tone={of.endedHow === 'changed' ? 'pine' : 'plain'}>{t(endTexts[of.endedHow])}</Tag>
  }
  if (of.decided)
    return <Tag tone="ochre">{t({ zh: '已决定，等送达', en: 'Decided, waits for service' })}</Tag>
  const tone: Tone = of.state === 'inForce' || of.state === 'stopped' ? 'plain' : 'ochre'
  return <Tag tone={tone}>{t(stateTexts[of.state])}</Tag>
}

export function PaperButton({ view, act }: { readonly view: CaseView; readonly act?: boolean }) {
  const t = useText()
  const paper = useDownloadOperation('disposal.paper')
  if (!view.may.includes('paper')) return null
  const what = view.case.form === 'correctionOrder' ? caseLabels.notice : caseLabels.decisionPaper
  return (
    <>
      <Button
        act={act === true}
        icon="download"
        busy={paper.isPending && t(stepLabels.saving)}
        onClick={() => paper.mutate({ disposalId: view.case.id })}
      >
        {t(caseLabels.paper, { what: t(what) })}
      </Button>
      {paper.isError && <StateError error={paper.error} />}
    </>
  )
}

/** Written invitations, with the member's answer. */
export function Invitations({ view }: { readonly view: CaseView }) {
  const t = useText()
  const { day } = useCaseDays()
  if (view.invitations.length === 0) return null
  return (
    <ul className="case-said rows">
      {view.invitations.map((one) => (
        <li key={one.id}>
          <p>{t(one.toWhat === 'hearing' ? stepLabels.inviteHearing : stepLabels.inviteAssembly)}</p>
          <p className="s t2">
            {t(stepLabels.invited, {
              ...{ on: day(one.on), at: one.at, place: one.place, invitedOn: day(one.invitedOn), by: one.by },
            })}
          </p>
          <p className="s">
            {t(one.answer === null ? stepLabels.noAnswer : stepLabels[one.answer])}
            {one.answerWords !== '' && <span className="t2"> {one.answerWords}</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** The member's own words, as they were said. */
export function OwnWords({ view }: { readonly view: CaseView }) {
  const t = useText()
  const { instant } = useCaseDays()
  const said = view.moves.filter(({ move }) => move === 'say')
  if (said.length === 0) return <p className="s t2">{t(caseLabels.noWords)}</p>
  return (
    <ul className="case-said rows">
      {said.map(({ words, at }) => (
        <li key={at}>
          <p className="case-words">{words}</p>
          <p className="s t3">{instant(at)}</p>
        </li>
      ))}
    </ul>
  )
}

/** Votes that did not carry stay to be seen. */
export function FailedVotes({ view }: { readonly view: CaseView }) {
  const t = useText()
  const { day } = useCaseDays()
  const failed = view.votes.filter(({ carried }) => !carried)
  if (failed.length === 0) return null
  return (
    <section>
      <h2 className="sec">{t(caseLabels.failedVotes)}</h2>
      <ul className="case-said rows">
        {failed.map((vote, at) => (
          <li key={at} className="s">
            {day(vote.on)} · {t(stepLabels.voteLine, { ...vote })}
            <span className="t3"> · {vote.by}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function CaseHistory({ view }: { readonly view: CaseView }) {
  const t = useText()
  const { instant } = useCaseDays()
  return (
    <ol className="case-moves rows">
      {view.moves.map(({ move, by, at }, place) => (
        <li key={place}>
          <span className="t3 nw">{instant(at)}</span>
          <span>
            {by} {t(moveTexts[move] ?? caseLabels.history)}
          </span>
        </li>
      ))}
    </ol>
  )
}
