import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { Refused } from '../shared/call.ts'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useSession } from '../shared/session.ts'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { BallotFlow, BallotIntro } from './BallotFlow.mobile.tsx'
import { ButtonLink } from '../shared/kit/Button.tsx'
import type { Appraisal, Mine } from './hooks-mine.ts'
import { useMyAppraisal } from './hooks-mine.ts'
import { drawNumber, memberPlace } from './hooks-ballot.ts'
import { ballotTexts as texts, paperTexts } from './labels-ballot-phone.ts'
import { mineTexts } from './labels-mine.ts'
import './Ballot.css'

/** 民主测评: the own ballot as a member. */
export function BallotPage() {
  return <MemberBallot after="/appraisals" />
}

export function MemberBallot({ after, elder }: { readonly after: string; readonly elder?: boolean }) {
  const t = useText()
  return (
    <Fetched from={useMyAppraisal()} what={t(mineTexts.title)} columns="1fr">
      {({ countyCode, year, appraisal }) => {
        const box = appraisal?.box ?? null
        if (appraisal === null || appraisal.stage === 'basis') return <Say {...says.noBox} />
        if (box === null) {
          const waits = appraisal.place === 'graded' || appraisal.place === 'exempt'
          return <Say {...(waits ? says.noBox : says.notListed)} />
        }
        if (box.state === 'closed') return <Say {...says.closed} check={`/b/${countyCode}/${box.id}/check`} />
        if (box.voter === 'onPaper') return <Say {...says.onPaper} />
        return (
          <Vote key={box.id} mine={{ countyCode, year, appraisal }} box={box} after={after} elder={elder} />
        )
      }}
    </Fetched>
  )
}

const says = {
  noBox: { fact: texts.noBoxTitle, next: texts.noBoxNext },
  notListed: { fact: texts.notListedTitle, next: texts.notListedNext },
  closed: { fact: texts.closedTitle, next: texts.closedNext },
  onPaper: { fact: texts.onPaperTitle, next: texts.onPaperNext },
  lost: { fact: texts.lostTitle, next: texts.lostNext },
} as const

function Say({ fact, next, check }: { readonly fact: Text; readonly next: Text; readonly check?: string }) {
  const t = useText()
  return (
    <section className="card pad" data-read>
      <StateEmpty fact={t(fact)} fill={t(next)}>
        {check !== undefined && <ButtonLink href={check}>{t(texts.check)}</ButtonLink>}
      </StateEmpty>
    </section>
  )
}

type VoteProps = {
  readonly mine: Mine & { readonly appraisal: Appraisal }
  readonly box: NonNullable<Appraisal['box']>
  readonly after: string
  readonly elder?: boolean | undefined
}

function Vote({ mine: { countyCode, year, appraisal }, box, after, elder = false }: VoteProps) {
  const t = useText()
  const [, navigate] = useLocation()
  const { account } = useSession()
  const place = useMemo(() => memberPlace(box.id, account.id), [box.id, account.id])
  const [kept, setKept] = useState(() => place.read())
  const [voting, setVoting] = useState(false)
  const take = useCommandOperation('ballot.take-token', {
    refreshes: ['appraisal.mine', 'message.things-to-do'],
  })
  const isLost = box.voter === 'tokenGiven' && kept === undefined && !voting
  const refusedTwice = take.error instanceof Refused && take.error.code === 'ballot-already-cast'
  if (voting && kept !== undefined) {
    return (
      <BallotFlow
        county={countyCode}
        boxId={box.id}
        token={kept.token}
        place={place}
        elder={elder}
        onFinish={() => navigate(after, { replace: true })}
      />
    )
  }
  if (isLost || refusedTwice) return <Say {...says.lost} />
  const begin = () => {
    // Kept before it is sent: a lost answer must not cost the vote.
    const ballot = kept ?? { token: drawNumber(), receipt: drawNumber(), marks: {} }
    place.keep(ballot)
    setKept(ballot)
    take.mutate(
      { boxId: box.id, token: ballot.token },
      {
        onSuccess: () => setVoting(true),
        onError: (error) => {
          if (!(error instanceof Refused)) return
          place.forget()
          setKept(undefined)
        },
      },
    )
  }
  return (
    <BallotIntro
      about={t(texts.of, { org: appraisal.orgName, year, paper: t(paperTexts.members) })}
      own
      begun={box.voter === 'tokenGiven'}
      busy={take.isPending}
      error={take.error}
      onBegin={begin}
    />
  )
}
