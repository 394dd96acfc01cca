import { Link, useParams } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useDownloadOperation } from '../shared/use-operation.ts'
import type { Warning } from './hooks-warning.ts'
import { numberWords, useWarning } from './hooks-warning.ts'
import { colourTexts, warningLabels } from './labels-warning.ts'
import { AppealsOn } from './AppealsOn.shared.tsx'
import { Readers } from './Readers.pc.tsx'
import { Block, History, Ladder, WarningTag, WarningWords } from './WarningParts.shared.tsx'
import { WarningStep } from './WarningStep.pc.tsx'
import './Warnings.css'

/** One warning: the paper at the left, the ladder and the next act at the right. */
export function WarningPage() {
  const t = useText()
  const may = useMay()
  const { warningId = '' } = useParams()
  return (
    <div className="outcome-page">
      <Link href={may('warning.talk') ? '/outcomes/warnings' : '/my-warnings'} className="more">
        <Icon name="left" />
        {t(warningLabels.back)}
      </Link>
      <Fetched from={useWarning(warningId)} what={t(warningLabels.title)} columns="1fr 360px">
        {(warning) => <Shown warning={warning} />}
      </Fetched>
    </div>
  )
}

function Shown({ warning }: { readonly warning: Warning }) {
  const t = useText()
  const file = useDownloadOperation('warning.file')
  const { memberName, orgName, number, state, colour, bodyName, draftedBy, disputed, answer } = warning
  return (
    <>
      <div className="outcome-head">
        <h1 className="ph1">{memberName}</h1>
        <WarningTag state={state} />
        {disputed && <Tag tone="ochre">{t(warningLabels.disputed)}</Tag>}
      </div>
      <p className="outcome-meta s t2">
        <span>{orgName}</span>
        <span>{numberWords(number)}</span>
        <span>{t(warningLabels.inName, { body: bodyName })}</span>
        <span>{t(colourTexts[colour].name)}</span>
        <span>{t(warningLabels.draftedBy, { name: draftedBy })}</span>
      </p>
      {disputed && <p className="s ochre">{t(warningLabels.disputedText)}</p>}
      <div className="outcome-cols">
        <div>
          <WarningWords warning={warning} />
          <Block title={t(warningLabels.answer)}>
            {answer === null ? (
              <p className="t2">{t(warningLabels.noAnswer)}</p>
            ) : (
              <p className="said">{answer}</p>
            )}
          </Block>
          <Block title={t(warningLabels.appealWay)}>
            <p>{t(warningLabels.appealWayText, { body: warning.appealTo })}</p>
            <AppealsOn appeals={warning.appeals} />
          </Block>
          <Block title={t(warningLabels.history)}>
            <History steps={warning.steps} />
          </Block>
        </div>
        <aside className="outcome-aside" aria-label={t(warningLabels.next)}>
          <section>
            <Ladder warning={warning} />
          </section>
          <WarningStep warning={warning} />
          <section>
            <Button
              icon="download"
              busy={file.isPending && t(warningLabels.paper)}
              onClick={() => file.mutate({ warningId: warning.id })}
            >
              {t(state === 'drafted' ? warningLabels.paperDraft : warningLabels.paper)}
            </Button>
            {file.isError && <StateError error={file.error} />}
          </section>
          {!warning.isOwn && <Readers file={{ kind: 'warning', id: warning.id }} />}
        </aside>
      </div>
    </>
  )
}
