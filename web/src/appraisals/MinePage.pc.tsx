import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import { useItems } from './hooks-feedback.ts'
import { useMine, useWords } from './hooks-event.ts'
import { useSpoken } from './hooks-report.ts'
import { ItemCourse } from './ItemCourse.pc.tsx'
import { eventTexts, stageTexts } from './labels-event.ts'
import { feedbackTexts, mineTexts } from './labels-feedback.ts'
import { reportStateTexts, reportTexts, spokenTexts } from './labels-report.ts'
import { dutyReportRefusalTexts } from './labels-refusal-report.ts'
import './Appraisals.css'

type Mine = NonNullable<NonNullable<ReturnType<typeof useMine>['data']>['appraisal']>

/** /appraisals/mine: what of the appraisal is the member's own to do or to read. */
export function MinePage() {
  const { t } = useWords()
  return (
    <div className="apr">
      <Fetched from={useMine()} what={t(eventTexts.what)} rows={4}>
        {({ appraisal, year }) =>
          appraisal === null ? (
            <StateEmpty
              fact={<h1 className="ph1">{t(mineTexts.none, { year })}</h1>}
              fill={t(mineTexts.noneNext)}
            />
          ) : (
            <>
              <h1 className="ph1">{t(mineTexts.title, { year })}</h1>
              <p className="t2">
                {t(mineTexts.stage, { org: appraisal.orgName, stage: t(stageTexts[appraisal.stage]) })}
              </p>
              <Report mine={appraisal} />
              <Self mine={appraisal} />
              <Vote mine={appraisal} />
              <Opinion mine={appraisal} />
              <OwnItems mine={appraisal} />
            </>
          )
        }
      </Fetched>
    </div>
  )
}

function Block({
  title,
  act,
  children,
}: {
  readonly title: string
  readonly act?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <section className="apr-part">
      <div className="between">
        <h2 className="b">{title}</h2>
        {act}
      </div>
      {children}
    </section>
  )
}

function Report({ mine }: { readonly mine: Mine }) {
  const { t } = useWords()
  const state = Object.entries(reportStateTexts).find(([one]) => one === mine.reportState)?.[1]
  return (
    <Block
      title={t(mineTexts.report)}
      act={
        <ButtonLink small href="/appraisals/report">
          {t(mineTexts.reportOpen)}
        </ButtonLink>
      }
    >
      <p className="s t2">
        {state !== undefined ? t(state) : t(mine.owesReport ? reportTexts.notIn : reportTexts.notOwed)}
      </p>
    </Block>
  )
}

function Self({ mine }: { readonly mine: Mine }) {
  const { t } = useWords()
  const say = useUndo()
  const said = useSpoken(mine.id, mine.memberId).data?.selves[0]?.text
  const [typed, setTyped] = useState<string>()
  const [tried, setTried] = useState(false)
  const text = typed ?? said ?? ''
  const save = useCommandOperation('self-appraisal.say', {
    onDone: () => say({ text: t(mineTexts.selfSaved) }),
  })
  const isTime = ['dutyReports', 'self', 'peers'].includes(mine.stage)
  const send = () => {
    setTried(true)
    if (text.trim() !== '') save.mutate({ appraisalId: mine.id, memberId: mine.memberId, text })
  }
  return (
    <Block title={t(mineTexts.self)}>
      <p className="s t2">{t(mine.selfSaid ? mineTexts.selfSaid : mineTexts.selfNot)}</p>
      {isTime ? (
        <div className="form apr-form">
          <TextArea
            label={t(mineTexts.selfLabel)}
            placeholder={t(spokenTexts.selfModel)}
            error={tried && text.trim() === '' ? t(spokenTexts.empty) : undefined}
            maxLength={4000}
            value={text}
            onValue={setTyped}
          />
          <div className="acts">
            <Button busy={save.isPending && t(eventTexts.working)} onClick={send}>
              {t(mineTexts.selfSave)}
            </Button>
          </div>
          {save.isError && <StateError error={save.error} refusals={dutyReportRefusalTexts} />}
        </div>
      ) : (
        said !== undefined && <p className="pre">{said}</p>
      )}
    </Block>
  )
}

function Vote({ mine }: { readonly mine: Mine }) {
  const { t } = useWords()
  const { box } = mine
  if (box === null) {
    return (
      <Block title={t(mineTexts.vote)}>
        <p className="s t2">{t(mineTexts.voteNone)}</p>
      </Block>
    )
  }
  if (box.state === 'closed') {
    return (
      <Block
        title={t(mineTexts.vote)}
        act={
          <ButtonLink small href={`/appraisals/boxes/${box.id}/receipts`}>
            {t(mineTexts.voteCheck)}
          </ButtonLink>
        }
      >
        <p className="s t2">{t(mineTexts.voteClosed)}</p>
      </Block>
    )
  }
  return (
    <Block
      title={t(mineTexts.vote)}
      act={
        <a className="btn sm" href="/m/appraisals/ballot">
          {t(mineTexts.voteGo)}
        </a>
      }
    >
      <p className="s t2">{t(mineTexts.voteOpen)}</p>
    </Block>
  )
}

function Opinion({ mine }: { readonly mine: Mine }) {
  const { t } = useWords()
  return (
    <Block
      title={t(mineTexts.feedback)}
      act={
        mine.feedbackId !== null && (
          <ButtonLink small href={`/appraisals/feedback/${mine.feedbackId}`}>
            {t(mineTexts.feedbackOpen)}
          </ButtonLink>
        )
      }
    >
      {mine.feedbackId === null && <p className="s t2">{t(mineTexts.feedbackNone)}</p>}
      {mine.appeal !== null && (
        <p className="s t2">
          {t(feedbackTexts.appeal)} · {mine.appeal.stageOrgName}
        </p>
      )}
    </Block>
  )
}

function OwnItems({ mine }: { readonly mine: Mine }) {
  const { t } = useWords()
  const rows = useItems(mine.id).data?.rows.filter(
    ({ memberId, item }) => memberId === mine.memberId || item?.ownerMemberId === mine.memberId,
  )
  return (
    <Block title={t(mineTexts.items)}>
      {rows?.length === 0 && <p className="s t2">{t(mineTexts.itemsNone)}</p>}
      <ul className="rows">
        {rows?.map((row) => (
          <li key={row.problemId} className="apr-said">
            <p className="pre">{row.words}</p>
            {row.item !== null && <ItemCourse row={row} item={row.item} mayFollow={false} />}
          </li>
        ))}
      </ul>
    </Block>
  )
}
