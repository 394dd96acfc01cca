import { useState } from 'react'
import { useDeviceText } from '../shared/device-text.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Segmented, SelectField } from '../shared/kit/fields.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { OfBranch, Words } from './BranchAppraisalPage.mobile.tsx'
import { branchTexts as texts } from './labels-branch-phone.ts'
import { dutyReportRefusalTexts } from './labels-refusal-report.ts'
import { VoiceArea } from './VoiceArea.mobile.tsx'
import './Mine.css'

/** 代记: a word of somebody who has no phone, in their own words, with the name of who took it down. */
export function TakeDownPage() {
  return (
    <OfBranch>
      {({ id, stage }) =>
        ['dutyReports', 'self', 'peers'].includes(stage) ? (
          <TakeDown appraisalId={id} />
        ) : (
          <Words fact={texts.notTime} next={texts.notTimeNext} />
        )
      }
    </OfBranch>
  )
}

function TakeDown({ appraisalId }: { readonly appraisalId: string }) {
  const t = useText()
  const roll = useQueryOperation('appraisal.roll', { appraisalId })
  const words = useQueryOperation('peer-word.list', { appraisalId })
  return (
    <Fetched from={roll} what={t(texts.takeDown)} columns="1fr">
      {({ rows }) => (
        <>
          <Form
            appraisalId={appraisalId}
            people={rows.filter(({ place }) => place === 'graded' || place === 'withoutGrade')}
          />
          {words.data !== undefined && (
            <div className="s t2 mine-act">
              {words.data.withoutSelf.length > 0 && (
                <p>{t(texts.noSelfYet, listOf(words.data.withoutSelf))}</p>
              )}
              {words.data.withoutPeer.length > 0 && (
                <p>{t(texts.noPeerYet, listOf(words.data.withoutPeer))}</p>
              )}
            </div>
          )}
        </>
      )}
    </Fetched>
  )
}

type Named = { readonly memberId: string; readonly name: string }

function listOf(people: readonly Named[]) {
  return { count: people.length, names: people.map(({ name }) => name) }
}

function Form({ appraisalId, people }: { readonly appraisalId: string; readonly people: readonly Named[] }) {
  const t = useText()
  const [kind, setKind] = useState<'self' | 'peer'>('self')
  const [by, setBy] = useState('')
  const [about, setAbout] = useState('')
  const [kept, setKept] = useState('')
  const { text, setText, forget } = useDeviceText(`take-down.${appraisalId}`)
  const nameOf = (id: string) => people.find(({ memberId }) => memberId === id)?.name ?? ''
  const onDone = () => {
    setKept(nameOf(by))
    forget()
  }
  const self = useCommandOperation('self-appraisal.say', { onDone })
  const peer = useCommandOperation('peer-word.say', { onDone })
  const isWhole = by !== '' && text.trim() !== '' && (kind === 'self' || about !== '')
  const send = () => {
    if (!isWhole) return
    if (kind === 'self') self.mutate({ appraisalId, memberId: by, text })
    else peer.mutate({ appraisalId, byMemberId: by, aboutMemberId: about, text })
  }
  const error = kind === 'self' ? self.error : peer.error
  const choices = people.map(({ memberId, name }) => ({ value: memberId, label: name }))
  return (
    <div className="form">
      <Segmented
        label={t(texts.kind)}
        value={kind}
        onValue={setKind}
        choices={[
          { value: 'self', label: t(texts.kindSelf) },
          { value: 'peer', label: t(texts.kindPeer) },
        ]}
      />
      <SelectField
        label={t(texts.whose)}
        none={t(texts.whoseNone)}
        value={by}
        onValue={setBy}
        choices={choices}
      />
      {kind === 'peer' && (
        <SelectField
          label={t(texts.about)}
          none={t(texts.whoseNone)}
          value={about}
          onValue={setAbout}
          choices={choices.filter(({ value }) => value !== by)}
        />
      )}
      <VoiceArea label={t(texts.words)} help={t(texts.wordsHelp)} rows={4} value={text} onValue={setText} />
      {error && <StateError error={error} refusals={dutyReportRefusalTexts} />}
      <Button
        act={isWhole}
        wide
        busy={(self.isPending || peer.isPending) && t(texts.keeping)}
        why={isWhole || kept !== '' ? undefined : t(texts.missing)}
        onClick={send}
      >
        {t(texts.keep)}
      </Button>
      <p className="s" role="status">
        {kept !== '' && text === '' && t(texts.kept, { name: kept })}
      </p>
    </div>
  )
}
