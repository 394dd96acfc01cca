import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useDownloadOperation, useQueryOperation } from '../shared/use-operation.ts'
import { AppealsOn } from './AppealsOn.shared.tsx'
import { CautionTag, CautionWords } from './CautionParts.shared.tsx'
import { FactsForm } from './FactsForm.pc.tsx'
import type { Caution, CautionShow } from './hooks-warning.ts'
import { numberWords, PAGE_SIZE, useDays } from './hooks-warning.ts'
import { cautionLabels, cautionShowTexts } from './labels-caution.ts'
import { warningForms, warningLabels } from './labels-warning.ts'
import { OwnCautionActs } from './MyWarnings.shared.tsx'
import { Readers } from './Readers.pc.tsx'
import { Folded, WordsStep } from './StepForm.pc.tsx'
import { TakeAppeal } from './TakeAppeal.pc.tsx'
import { Block, History } from './WarningParts.shared.tsx'
import { OutcomeTabs } from './OutcomeTabs.pc.tsx'
import './Warnings.css'

/** 警示: the newest first. */
export function CautionsPage() {
  const t = useText()
  const { day } = useDays()
  const [show, setShow] = useState<CautionShow>('all')
  const [first, setFirst] = useState(0)
  const list = useQueryOperation(
    'caution.list',
    { show, offset: first, limit: PAGE_SIZE },
    { keepPrevious: true },
  )
  const counts = list.data?.counts
  const countOf = (value: CautionShow) =>
    counts === undefined
      ? ''
      : ` ${value === 'all' ? counts.drafted + counts.inForce + counts.ended : counts[value]}`
  return (
    <div className="outcome-page">
      <OutcomeTabs />
      <div className="between">
        <h1 className="ph1">{t(cautionLabels.title)}</h1>
        {list.data?.mayDraft && (
          <ButtonLink href="/outcomes/cautions/new" icon="plus">
            {t(cautionLabels.draft)}
          </ButtonLink>
        )}
      </div>
      <p className="s t2">{t(cautionLabels.intro)}</p>
      <Segmented
        label={t(cautionLabels.show)}
        value={show}
        onValue={(next) => {
          setShow(next)
          setFirst(0)
        }}
        choices={(['all', 'drafted', 'inForce', 'ended'] as const).map((value) => ({
          value,
          label: `${t(cautionShowTexts[value])}${countOf(value)}`,
        }))}
      />
      <Fetched
        from={list}
        what={t(cautionLabels.title)}
        columns="160px 1fr 110px 110px"
        isEmpty={(found) => found.rows.length === 0}
        empty={<StateEmpty fact={t(cautionLabels.empty)} fill={t(cautionLabels.emptyNext)} />}
      >
        {(found) => (
          <>
            <table className="tbl outcome-table">
              <thead>
                <tr>
                  <th>{t(warningLabels.member)}</th>
                  <th>{t(warningLabels.number)}</th>
                  <th>{t(warningLabels.state)}</th>
                  <th>{t(cautionLabels.served)}</th>
                </tr>
              </thead>
              <tbody>
                {found.rows.map((row) => (
                  <tr key={row.id}>
                    <td>
                      <Link href={`/outcomes/cautions/${row.id}`} className="block">
                        <span className="b">{row.memberName}</span>
                        <span className="block s t2">{row.orgName}</span>
                      </Link>
                    </td>
                    <td className="t2">{numberWords(row.number)}</td>
                    <td>
                      <span className="acts">
                        <CautionTag state={row.state} />
                        {row.disputed && <Tag tone="ochre">{t(warningLabels.disputed)}</Tag>}
                      </span>
                    </td>
                    <td className="nw t2">{row.servedOn === null ? '' : day(row.servedOn)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {found.total > PAGE_SIZE && (
              <Pager first={first} size={PAGE_SIZE} total={found.total} onFirst={setFirst} />
            )}
          </>
        )}
      </Fetched>
    </div>
  )
}

/** One caution with its next act. */
export function CautionPage() {
  const t = useText()
  const may = useMay()
  const { cautionId = '' } = useParams()
  return (
    <div className="outcome-page">
      <Link href={may('warning.talk') ? '/outcomes/cautions' : '/my-warnings'} className="more">
        <Icon name="left" />
        {t(cautionLabels.back)}
      </Link>
      <Fetched
        from={useQueryOperation('caution.show', { cautionId })}
        what={t(cautionLabels.title)}
        columns="1fr 360px"
      >
        {(caution) => <Shown caution={caution} />}
      </Fetched>
    </div>
  )
}

function Shown({ caution }: { readonly caution: Caution }) {
  const t = useText()
  const file = useDownloadOperation('caution.file')
  return (
    <>
      <div className="outcome-head">
        <h1 className="ph1">{caution.memberName}</h1>
        <CautionTag state={caution.state} />
        {caution.disputed && <Tag tone="ochre">{t(warningLabels.disputed)}</Tag>}
      </div>
      <p className="outcome-meta s t2">
        <span>{caution.orgName}</span>
        <span>{numberWords(caution.number)}</span>
        <span>{t(warningLabels.draftedBy, { name: caution.draftedBy })}</span>
      </p>
      <div className="outcome-cols">
        <div>
          <CautionWords caution={caution} />
          <Block title={t(warningLabels.appealWay)}>
            <p>{t(warningLabels.appealWayText, { body: caution.appealTo })}</p>
            <AppealsOn appeals={caution.appeals} />
          </Block>
          <Block title={t(warningLabels.history)}>
            <History steps={caution.steps} />
          </Block>
        </div>
        <aside className="outcome-aside" aria-label={t(warningLabels.next)}>
          <Step caution={caution} />
          {!caution.isOwn && caution.state === 'inForce' && (
            <section>
              {caution.may.includes('takeAnswer') && <TakeAnswer caution={caution} />}
              {!caution.disputed && <TakeAppeal subject={{ kind: 'caution', id: caution.id }} />}
            </section>
          )}
          <section>
            <Button
              icon="download"
              busy={file.isPending && t(cautionLabels.paper)}
              onClick={() => file.mutate({ cautionId: caution.id })}
            >
              {t(cautionLabels.paper)}
            </Button>
            {file.isError && <StateError error={file.error} />}
          </section>
          {!caution.isOwn && <Readers file={{ kind: 'caution', id: caution.id }} />}
        </aside>
      </div>
    </>
  )
}

function TakeAnswer({ caution }: { readonly caution: Caution }) {
  const t = useText()
  const take = useCommandOperation('caution.take-answer')
  return (
    <Folded words={t(warningForms.takeAnswer)}>
      <WordsStep
        title={t(warningForms.takeAnswer)}
        label={t(warningForms.takeAnswerWords)}
        act={t(warningForms.takeAnswer)}
        pending={take.isPending}
        error={take.error}
        onSend={(answer) => take.mutate({ cautionId: caution.id, answer })}
      />
    </Folded>
  )
}

function Step({ caution }: { readonly caution: Caution }) {
  const t = useText()
  const say = useUndo()
  const { id: cautionId, revision, may, bodyName } = caution
  const serve = useCommandOperation('caution.serve', {
    onDone: () => say({ text: t(cautionLabels.servedDone) }),
  })
  const end = useCommandOperation('caution.end', { onDone: () => say({ text: t(cautionLabels.ended) }) })
  if (caution.isOwn) {
    return (
      <section>
        <OwnCautionActs caution={caution} />
      </section>
    )
  }
  if (may.includes('serve')) {
    return (
      <section className="form">
        <h2 className="sec">{t(cautionLabels.serve)}</h2>
        <p className="s t2">{t(warningForms.serveIntro, { body: bodyName })}</p>
        <FactsForm
          red
          body={bodyName}
          act={t(cautionLabels.serve)}
          pending={serve.isPending}
          error={serve.error}
          onSend={(facts) => serve.mutate({ cautionId, revision, facts })}
        />
      </section>
    )
  }
  if (may.includes('end')) {
    return (
      <WordsStep
        title={t(cautionLabels.end)}
        label={t(cautionLabels.endReason)}
        act={t(cautionLabels.end)}
        pending={end.isPending}
        error={end.error}
        onSend={(reason) => end.mutate({ cautionId, revision, reason })}
      />
    )
  }
  return (
    <section>
      <p className="s t2">{t(warningLabels.readOnly)}</p>
    </section>
  )
}
