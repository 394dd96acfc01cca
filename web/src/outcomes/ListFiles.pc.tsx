import { useState } from 'react'
import type { OutcomeList } from '@steward/domain/outcomes/outcome-list.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useDownloadOperation, useQueryOperation } from '../shared/use-operation.ts'
import { useOwnOrg } from './hooks-use.ts'
import { outcomeRefusals } from './labels-refusal.ts'
import { useLabels } from './labels-use.ts'

type Props = { readonly list: OutcomeList; readonly year: number }

/** The list as a sheet; of awards also as a paper, as a draft or under its number (S-215). */
export function ListFiles({ list, year }: Props) {
  const t = useText()
  const orgId = useOwnOrg()
  const sheet = useDownloadOperation('outcome.list-file')
  const draft = useDownloadOperation('commendation.draft-file')
  const failed = sheet.error ?? draft.error
  return (
    <>
      <Button small icon="table" onClick={() => sheet.mutate({ orgId, year, list })}>
        {t(useLabels.sheet)}
      </Button>
      {list === 'recommended' && (
        <Button small icon="download" onClick={() => draft.mutate({ orgId, year })}>
          {t(useLabels.draftFile)}
        </Button>
      )}
      {list === 'commended' && <Issue orgId={orgId} year={year} />}
      {failed && <StateError error={failed} refusals={outcomeRefusals} />}
    </>
  )
}

function Issue({ orgId, year }: { readonly orgId: string; readonly year: number }) {
  const t = useText()
  const say = useUndo()
  const [open, setOpen] = useState(false)
  const [number, setNumber] = useState('')
  const found = useQueryOperation('commendation.list', { orgId, year })
  const file = useDownloadOperation('commendation.file')
  const issue = useCommandOperation('commendation.issue', {
    onDone: ({ persons }) => {
      say({ text: t(useLabels.issued, { persons }) })
      setOpen(false)
      setNumber('')
    },
  })
  return (
    <>
      {found.data?.mayIssue && (
        <Button small act icon="paper" onClick={() => setOpen(true)}>
          {t(useLabels.issue)}
        </Button>
      )}
      {found.data?.papers.map((paper) => (
        <Button key={paper.id} small plain icon="download" onClick={() => file.mutate({ paperId: paper.id })}>
          {t(useLabels.paperLine, { number: paper.number, persons: paper.persons, by: paper.orgName })}
        </Button>
      ))}
      {open && (
        <Dialog
          open
          keepOpen={number !== ''}
          onClose={() => setOpen(false)}
          title={t(useLabels.issueTitle)}
          acts={
            <>
              <Button onClick={() => setOpen(false)}>{t(useLabels.cancel)}</Button>
              <Button
                act
                busy={issue.isPending && t(useLabels.saving)}
                onClick={() => issue.mutate({ orgId, year, number })}
              >
                {t(useLabels.doIssue)}
              </Button>
            </>
          }
        >
          <p className="s t2 use-note">{t(useLabels.issueText)}</p>
          <TextField
            label={t(useLabels.issueNumber)}
            help={t(useLabels.issueHelp)}
            maxLength={60}
            autoComplete="off"
            value={number}
            onValue={setNumber}
          />
          {issue.isError && <StateError error={issue.error} refusals={outcomeRefusals} />}
        </Dialog>
      )}
      {file.isError && <StateError error={file.error} />}
    </>
  )
}
