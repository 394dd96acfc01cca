import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Sheet } from '../shared/kit/layers.tsx'
import { QrCode } from '../shared/kit/QrCode.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { slipAddress } from './BallotFlow.mobile.tsx'
import { Words } from './BranchAppraisalPage.mobile.tsx'
import type { Voter, Voters } from './hooks-branch-phone.ts'
import { drawNumber } from './hooks-ballot.ts'
import { paperTexts } from './labels-ballot-phone.ts'
import { branchTexts as texts } from './labels-branch-phone.ts'
import { ballotRefusalTexts } from './labels-refusal-ballot.ts'
import './Ballot.css'
import './Mine.css'

/** 发票: a token or a paper for each voter who comes; who has cast is not to be seen. */
export function HandOutPage() {
  const t = useText()
  const { boxId = '' } = useParams()
  return (
    <Fetched from={useQueryOperation('ballot.voters', { boxId })} what={t(texts.voters)} columns="1fr">
      {(voters) =>
        voters.state === 'closed' ? (
          <Words fact={texts.boxClosed} next={texts.boxClosedNext} />
        ) : (
          <Open boxId={boxId} voters={voters} />
        )
      }
    </Fetched>
  )
}

const states = { listed: texts.listed, tokenGiven: texts.tokenGiven, onPaper: texts.onPaper } as const

function Open({ boxId, voters }: { readonly boxId: string; readonly voters: Voters }) {
  const t = useText()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<Voter>()
  const { rows, cast, paper } = voters
  const found = rows.filter(({ name }) => name.includes(search.trim()))
  const count = (state: Voter['state']) => rows.filter((row) => row.state === state).length
  const sums = { all: rows.length, tokens: count('tokenGiven'), papers: count('onPaper'), cast }
  return (
    <>
      <h2 className="mine-stage">{t(paperTexts[paper])}</h2>
      <p className="s t2">{t(texts.votersSum, sums)}</p>
      <p className="s t2 mine-help">{t(texts.secret)}</p>
      <TextField
        label={t(texts.search)}
        icon="search"
        autoComplete="off"
        value={search}
        onValue={setSearch}
      />
      {found.length === 0 ? (
        <div className="mine-act">
          <StateEmpty fact={t(texts.nobody)} fill={t(texts.nobodyNext)} />
        </div>
      ) : (
        <ul className="card rows mine-fellows">
          {found.map((voter) => (
            <li key={voter.voterId}>
              <button type="button" className="entry" onClick={() => setChosen(voter)}>
                <span className="grow">{voter.name}</span>
                <span className="s t2">{t(states[voter.state])}</span>
                <Icon name="right" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen !== undefined && (
        <Give key={chosen.voterId} boxId={boxId} voter={chosen} onClose={() => setChosen(undefined)} />
      )}
    </>
  )
}

type GiveProps = { readonly boxId: string; readonly voter: Voter; readonly onClose: () => void }

function Give({ boxId, voter: { voterId, name, isMember, state }, onClose }: GiveProps) {
  const t = useText()
  const county = useSession().county.code
  const [token] = useState(drawNumber)
  const give = useCommandOperation('ballot.give-token', { refreshes: ['ballot.voters'] })
  const paper = useCommandOperation('ballot.give-paper', { refreshes: ['ballot.voters'] })
  const error = give.error ?? paper.error
  if (give.isSuccess) {
    return <Given name={name} token={token} county={county} boxId={boxId} onClose={onClose} />
  }
  if (paper.isSuccess) {
    return (
      <Sheet open onClose={onClose} title={name} acts={<Button onClick={onClose}>{t(texts.done)}</Button>}>
        <p>{t(texts.paperGiven)}</p>
      </Sheet>
    )
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t(texts.giveTo, { name })}
      acts={
        <>
          <Button busy={paper.isPending && t(texts.giving)} onClick={() => paper.mutate({ boxId, voterId })}>
            {t(texts.givePaper)}
          </Button>
          {state === 'listed' && (
            <Button
              act
              busy={give.isPending && t(texts.giving)}
              onClick={() => give.mutate({ boxId, voterId, token })}
            >
              {t(texts.giveToken)}
            </Button>
          )}
        </>
      }
    >
      <p>{t(states[state])}</p>
      <p className="s t2">{t(texts.how)}</p>
      {isMember && <p className="s t2">{t(texts.howMember)}</p>}
      {error && <StateError error={error} refusals={ballotRefusalTexts} />}
    </Sheet>
  )
}

type GivenProps = {
  readonly name: string
  readonly token: string
  readonly county: string
  readonly boxId: string
  readonly onClose: () => void
}

function Given({ name, token, county, boxId, onClose }: GivenProps) {
  const t = useText()
  const [, navigate] = useLocation()
  const [says, setSays] = useState('')
  const address = slipAddress(county, boxId, token)
  const copy = () => void navigator.clipboard?.writeText(address).then(() => setSays(t(texts.copied)))
  return (
    <Sheet
      open
      keepOpen
      onClose={onClose}
      title={t(texts.given, { name })}
      acts={<Button onClick={onClose}>{t(texts.done)}</Button>}
    >
      <div className="hand-out-code">
        <QrCode text={address} label={t(texts.code)} />
        <p className="b nw">{token}</p>
        <p className="s t2">{t(texts.givenOnce)}</p>
      </div>
      <p className="acts">
        <Button onClick={copy}>{t(texts.copyLink)}</Button>
        <span className="s t2" role="status">
          {says}
        </span>
      </p>
      <p className="mine-act">
        <Button onClick={() => navigate(`/b/${county}/${boxId}#${token}`)}>{t(texts.here)}</Button>
      </p>
      <p className="s t2">{t(texts.hereHelp)}</p>
    </Sheet>
  )
}
