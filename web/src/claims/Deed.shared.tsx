import { useState } from 'react'
import type { ReactNode } from 'react'
import { useParams } from 'wouter'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import {
  CreditedWhy,
  History,
  Photo,
  RouteWord,
  StateTag,
  useAmount,
  WitnessWord,
} from './ClaimParts.shared.tsx'
import type { Claim } from './hooks.ts'
import { useClaim, useDay, useTitleOf, useValueWords } from './hooks.ts'
import { useSeen } from './hooks-mine.ts'
import { claimLabels, levelTexts } from './labels.ts'
import { sendingRefusals } from './labels-refusal.ts'
import { mineLabels } from './labels-report.ts'
import { WitnessSheet } from './WitnessSheet.shared.tsx'
import './Claims.css'

/** One deed of mine: where it stands, what the branch said and why, and what I can do. */
export function DeedPage() {
  const t = useText()
  const { claimId = '' } = useParams()
  const found = useClaim(claimId)
  useSeen(found.data)
  return (
    <Fetched from={found} what={t(mineLabels.deed)} columns="1fr">
      {(claim) => <Deed claim={claim} />}
    </Fetched>
  )
}

function Deed({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const title = useTitleOf()(claim)
  return (
    <>
      <div className="between deed-title">
        <h2 className="ph1">{title}</h2>
        <StateTag state={claim.state} />
      </div>
      <Result claim={claim} />
      {claim.may.confirm && <IsItRight claim={claim} />}
      <Facts claim={claim} />
      <section aria-labelledby="history">
        <h3 className="s t3 over" id="history">
          {t(claimLabels.history)}
        </h3>
        <div className="card pad">
          <History steps={claim.steps} />
        </div>
      </section>
      <Acts claim={claim} title={title} />
    </>
  )
}

/** The word of the branch: by whom, when, why; or where it waits. */
function Result({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const day = useDay()
  const { state, entry, decidedBy, decidedOn, reason } = claim
  if (state === 'withdrawn') return null
  if (state === 'submitted') {
    return (
      <section className="card pad">
        {claim.decideByOn !== null && (
          <p>{t(mineLabels.waitsAt, { level: t(levelTexts[claim.level]), day: day(claim.decideByOn) })}</p>
        )}
        {claim.nextOrgName !== null && (
          <p className="s t2">{t(mineLabels.goesUpNext, { next: claim.nextOrgName })}</p>
        )}
      </section>
    )
  }
  return (
    <section className="card pad" aria-label={t(mineLabels.result)}>
      {entry && (
        <p className="b">
          <CreditedWhy credited={entry.credited} limit={entry.limit} />
        </p>
      )}
      {reason !== null && reason !== '' && <p>{reason}</p>}
      {decidedBy !== null && decidedOn !== null && (
        <p className="s t3">{t(mineLabels.resultOf, { by: decidedBy, day: day(decidedOn) })}</p>
      )}
    </section>
  )
}

function IsItRight({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const say = useUndo()
  const confirm = useCommandOperation('claim.confirm-assisted', {
    onDone: (_, { right }) => say({ text: t(right ? mineLabels.confirmSaved : mineLabels.disownSaved) }),
  })
  const answer = (right: boolean) => confirm.mutate({ claimId: claim.id, right })
  return (
    <section className="card pad ask">
      <p className="b">{t(mineLabels.isItRight, { by: claim.enteredFor ?? claim.enteredBy })}</p>
      <div className="two-acts">
        <Button act wide busy={confirm.isPending && t(mineLabels.right)} onClick={() => answer(true)}>
          {t(mineLabels.right)}
        </Button>
        <Button wide onClick={() => answer(false)}>
          {t(mineLabels.notRight)}
        </Button>
      </div>
      {confirm.isError && <StateError error={confirm.error} refusals={sendingRefusals} />}
    </section>
  )
}

function Facts({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const day = useDay()
  const value = useValueWords()
  const amount = useAmount()(claim)
  const photos = claim.evidence.flatMap(({ fileId, kind }) =>
    fileId !== null && kind === 'photo' ? [fileId] : [],
  )
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t(claimLabels.deedOn), day(claim.deedOn)],
    [t(claimLabels.quantity), amount],
    [
      t(mineLabels.howCounted),
      <>
        {t(claim.itemName)}，{value(claim.item.value)}
        <span className="block s t3">
          {t(claim.schemeTitle)} {claim.schemeLabel}
        </span>
        {claim.would && claim.state === 'submitted' && (
          <span className="block s t2">
            <CreditedWhy credited={claim.would.credited} limit={claim.would.limit} />
          </span>
        )}
      </>,
    ],
    ...claim.witnesses.map(
      (witness) =>
        [
          t(claimLabels.witness),
          <>
            {witness.name}{' '}
            <span className="s">
              <WitnessWord witness={witness} />
            </span>
          </>,
        ] as const,
    ),
    ...(claim.place ? [[t(claimLabels.place), claim.place] as const] : []),
    ...(claim.lateReason ? [[t(claimLabels.lateReason), claim.lateReason] as const] : []),
  ]
  return (
    <section className="card deed-facts">
      {photos.length > 0 && (
        <div className="deed-photos">
          {photos.map((fileId, place) => (
            <Photo
              key={fileId}
              fileId={fileId}
              alt={t(claimLabels.photoAlt, { name: claim.memberName, n: place + 1 })}
            />
          ))}
        </div>
      )}
      {claim.said !== '' && <p className="pad deed-said">“{claim.said}”</p>}
      <dl className="facts">
        {rows.map(([label, text], place) => (
          <div key={label + String(place)}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="pad s t3">
        <RouteWord claim={claim} /> · {t(claimLabels.number, { number: claim.number })}
      </p>
    </section>
  )
}

function Acts({ claim, title }: { readonly claim: Claim; readonly title: string }) {
  const t = useText()
  const say = useUndo()
  const [asking, setAsking] = useState<'withdraw' | 'witness'>()
  const close = () => setAsking(undefined)
  const withdraw = useCommandOperation('claim.withdraw', {
    onDone: () => {
      close()
      say({ text: t(mineLabels.withdrawn, { title }) })
    },
  })
  const name = useCommandOperation('witness.name', { onDone: close })
  const { complete, withdraw: mayWithdraw, nameWitness } = claim.may
  const objectTo = claim.may.object ? claim.entry?.id : undefined
  if (!complete && !mayWithdraw && !nameWitness && objectTo === undefined) return null
  return (
    <div className="foot deed-acts">
      {complete && (
        <ButtonLink href={`/my-deeds/${claim.id}/complete`} act wide>
          {t(mineLabels.complete)}
        </ButtonLink>
      )}
      {nameWitness && (
        <Button wide icon="person" onClick={() => setAsking('witness')}>
          {t(mineLabels.addWitness)}
        </Button>
      )}
      {objectTo !== undefined && (
        <ButtonLink href={`/points/lines/${objectTo}/object`} wide>
          {t(mineLabels.object)}
        </ButtonLink>
      )}
      {mayWithdraw && (
        <Button wide onClick={() => setAsking('withdraw')}>
          {t(mineLabels.withdraw)}
        </Button>
      )}
      {name.isError && <StateError error={name.error} refusals={sendingRefusals} />}
      <Dialog
        open={asking === 'withdraw'}
        onClose={close}
        title={t(mineLabels.withdrawTitle)}
        acts={
          <>
            <Button onClick={close}>{t(mineLabels.keepIt)}</Button>
            <Button
              busy={withdraw.isPending && t(mineLabels.withdraw)}
              onClick={() => withdraw.mutate({ claimId: claim.id })}
            >
              {t(mineLabels.withdraw)}
            </Button>
          </>
        }
      >
        <p>{t(mineLabels.withdrawText)}</p>
        {withdraw.isError && <StateError error={withdraw.error} refusals={sendingRefusals} />}
      </Dialog>
      {asking === 'witness' && (
        <WitnessSheet
          except={claim.memberId}
          chosen={undefined}
          onClose={close}
          onChoose={(person) => {
            if (person === undefined) return close()
            const { memberId } = person
            name.mutate({ claimId: claim.id, person: memberId ? { memberId } : { name: person.name } })
          }}
        />
      )}
    </div>
  )
}
