import { useState } from 'react'
import type { BallotPaper } from '@steward/domain/appraisals/ballot.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { toNames, useCloseBox, useOpenBox, useVoters, type Voters } from './hooks-ballot-box.ts'
import { type Box, type Part, useWords } from './hooks-event.ts'
import { ballotTexts, paperNames } from './labels-ballot.ts'
import { eventTexts } from './labels-event.ts'
import { ballotRefusalTexts } from './labels-refusal-ballot.ts'
import { VoterList } from './VoterList.pc.tsx'

type BoxProps = Part & { readonly paper: BallotPaper }

/** One of the two boxes: opened with its voters, given out, closed and sealed. */
export function BoxPart({ data, event, paper }: BoxProps) {
  const { t } = useWords()
  const box = event.boxes.find((one) => one.paper === paper)
  const mayRun = data.may.includes('appraisal.run') && event.stage === 'ballots'
  return (
    <section className="apr-part">
      <div className="row apr-box-head">
        <h3 className="b">{t(paperNames[paper])}</h3>
        {box === undefined ? (
          <Tag tone="line">{t(ballotTexts.boxNone)}</Tag>
        ) : (
          <Tag tone={box.state === 'open' ? 'ochre' : 'pine'}>
            {t(box.state === 'open' ? ballotTexts.boxOpen : ballotTexts.boxClosed)}
          </Tag>
        )}
      </div>
      {box === undefined && mayRun && <OpenBox appraisalId={event.id} paper={paper} />}
      {box?.state === 'open' && <OpenedBox data={data} event={event} box={box} />}
      {box?.state === 'closed' && <ClosedBox box={box} />}
    </section>
  )
}

function OpenBox({ appraisalId, paper }: { readonly appraisalId: string; readonly paper: BallotPaper }) {
  const { t } = useWords()
  const say = useUndo()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const open = useOpenBox(() => say({ text: t(ballotTexts.opened) }))
  const names = toNames(text)
  const twice = names.find((name, at) => names.indexOf(name) < at)
  const wrong =
    twice !== undefined
      ? t(ballotTexts.massesTwice, { name: twice })
      : tried && names.length === 0
        ? t(ballotTexts.massesNobody)
        : undefined
  const send = () => {
    setTried(true)
    if (paper === 'members') open.mutate({ appraisalId, paper, voters: [] })
    else if (names.length > 0 && twice === undefined) open.mutate({ appraisalId, paper, voters: names })
  }
  return (
    <div className="form apr-form">
      <p className="s t2">{t(paper === 'members' ? ballotTexts.openMembers : ballotTexts.openMasses)}</p>
      {paper === 'masses' && (
        <TextArea
          rows={6}
          label={t(ballotTexts.massesNames)}
          placeholder={t(ballotTexts.massesModel)}
          help={names.length === 0 ? undefined : t(ballotTexts.massesCount, { count: names.length })}
          error={wrong}
          value={text}
          onValue={setText}
        />
      )}
      <div className="acts">
        <Button ink busy={open.isPending && t(eventTexts.working)} onClick={send}>
          {t(ballotTexts.open, { paper: t(paperNames[paper]) })}
        </Button>
      </div>
      {open.isError && <StateError error={open.error} refusals={ballotRefusalTexts} />}
    </div>
  )
}

type OpenedProps = Part & { readonly box: Box }

function OpenedBox({ data, event, box }: OpenedProps) {
  const { t } = useWords()
  const may = data.may.includes('ballot.count')
  return (
    <Fetched from={useVoters(box.id, may)} what={t(ballotTexts.voters)}>
      {(voters) => (
        <>
          <Sums voters={voters} />
          {may && <VoterList data={data} event={event} box={box} voters={voters} />}
          {may && <Closing event={event} box={box} voters={voters} />}
        </>
      )}
    </Fetched>
  )
}

const countIn = ({ rows }: Voters, state: Voters['rows'][number]['state']) =>
  rows.filter((row) => row.state === state).length

function Sums({ voters }: { readonly voters: Voters }) {
  const { t } = useWords()
  return (
    <p className="s">
      {t(ballotTexts.boxSums, {
        voters: voters.rows.length,
        tokens: countIn(voters, 'tokenGiven'),
        papers: countIn(voters, 'onPaper'),
        listed: countIn(voters, 'listed'),
        cast: voters.cast,
      })}{' '}
      <span className="t2">{t(ballotTexts.secret)}</span>
    </p>
  )
}

type ClosingProps = { readonly event: Part['event']; readonly box: Box; readonly voters: Voters }

/** Papers are counted first; then the box is closed for good. */
function Closing({ event, box, voters }: ClosingProps) {
  const { t, names } = useWords()
  const [isAsking, setAsking] = useState(false)
  const papers = countIn(voters, 'onPaper')
  const { papers: counted } = voters
  const isUncounted = papers > 0 && counted?.issued !== papers
  return (
    <div className="apr-foot">
      {counted !== null && (
        <p className="s">
          {t(ballotTexts.counted, {
            cast: counted.cast,
            spoiled: counted.spoiled,
            counters: names(counted.counters),
          })}
        </p>
      )}
      <div className="acts">
        {papers > 0 && (
          <ButtonLink href={`/appraisals/${event.id}/boxes/${box.id}/count`} icon="paper">
            {t(counted === null ? ballotTexts.count : ballotTexts.countAgain)}
          </ButtonLink>
        )}
        <Button
          ink
          why={isUncounted ? t(ballotRefusalTexts['ballot-papers-not-counted'], { papers }) : undefined}
          onClick={() => setAsking(true)}
        >
          {t(ballotTexts.close)}
        </Button>
      </div>
      {isAsking && <CloseBox box={box} left={countIn(voters, 'listed')} onClose={() => setAsking(false)} />}
    </div>
  )
}

type CloseProps = { readonly box: Box; readonly left: number; readonly onClose: () => void }

function CloseBox({ box, left, onClose }: CloseProps) {
  const { t } = useWords()
  const say = useUndo()
  const close = useCloseBox(() => {
    say({ text: t(ballotTexts.closed) })
    onClose()
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(ballotTexts.closeTitle, { paper: t(paperNames[box.paper]) })}
      acts={
        <Button
          ink
          busy={close.isPending && t(eventTexts.working)}
          onClick={() => close.mutate({ boxId: box.id })}
        >
          {t(ballotTexts.close)}
        </Button>
      }
    >
      {left > 0 && <p className="ochre apr-dialog-text">{t(ballotTexts.closeLeft, { count: left })}</p>}
      <p className="s t2 apr-dialog-text">{t(ballotTexts.closeText)}</p>
      {close.isError && <StateError error={close.error} refusals={ballotRefusalTexts} />}
    </Dialog>
  )
}

function ClosedBox({ box }: { readonly box: Box }) {
  const { t } = useWords()
  return (
    <div className="between">
      <p className="s t2 apr-seal">
        {t(ballotTexts.seal)} <span className="apr-mono">{box.seal}</span>
      </p>
      <ButtonLink plain small href={`/appraisals/boxes/${box.id}/receipts`} icon="receipt">
        {t(ballotTexts.receipts)}
      </ButtonLink>
    </div>
  )
}
