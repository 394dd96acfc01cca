import { useState } from 'react'
import { readHundredths } from '@steward/domain/shared/decimal.ts'
import type { EvidenceKind } from '@steward/domain/schemes/scheme.ts'
import { Link, useLocation } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { SelectField, TextArea, TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { plain } from './hooks.ts'
import type { Person } from './hooks-enter.ts'
import { evidenceTexts } from './labels.ts'
import { deductionLabels } from './labels-deduction.ts'
import { claimRefusals } from './labels-refusal.ts'
import { reviewLabels } from './labels-review.ts'
import { MemberBox } from './MemberBox.pc.tsx'
import './Enter.css'
import './Deductions.css'

const kinds: readonly EvidenceKind[] = ['paper', 'witness', 'roster', 'photo']

/** 提出扣分: a listed item, facts the member will read, proof. Nothing is taken off yet. */
export function ProposePage() {
  const t = useText()
  const today = useToday()
  const say = useUndo()
  const [, navigate] = useLocation()
  const [person, setPerson] = useState<Person>()
  const [itemCode, setItemCode] = useState<string>('')
  const [deedOn, setDeedOn] = useState<string>(today)
  const [facts, setFacts] = useState('')
  const [kind, setKind] = useState<EvidenceKind>('paper')
  const [note, setNote] = useState('')
  const [typed, setTyped] = useState('')
  const options = useQueryOperation(
    'deduction.options',
    { memberId: person?.memberId ?? '', deedOn: deedOn || today },
    { enabled: person !== undefined, keepPrevious: true },
  )
  const items = person && options.data ? options.data.items : []
  const item = items.find(({ code }) => code === itemCode)
  const propose = useCommandOperation('deduction.propose', {
    onDone: ({ deductionId }) => {
      say({ text: t(deductionLabels.proposed, { name: person?.name ?? '' }) })
      navigate(`/deductions/${deductionId}`)
    },
  })
  const range = item?.value.kind === 'range' ? item.value : undefined
  const chosen = range ? (readHundredths(typed) ?? null) : null
  const fits = range === undefined || (chosen !== null && chosen >= range.least && chosen <= range.most)
  const missing = person === undefined || item === undefined || facts.trim() === '' || !fits
  const submit = () => {
    if (person === undefined || item === undefined || missing) return
    propose.mutate({
      memberId: person.memberId,
      itemCode: item.code,
      deedOn: deedOn || today,
      facts,
      chosen,
      evidence: note.trim() === '' ? [] : [{ kind, note }],
    })
  }
  return (
    <div className="propose">
      <Link href="/deductions" className="more">
        <Icon name="left" />
        {t(deductionLabels.title)}
      </Link>
      <h1 className="ph1">{t(deductionLabels.propose)}</h1>
      <p className="s t2">{t(deductionLabels.intro)}</p>
      <form className="form" onSubmit={(event) => event.preventDefault()}>
        <div className="fieldset">
          <span className="s t2 propose-label">{t(deductionLabels.who)}</span>
          <MemberBox label={t(deductionLabels.who)} person={person} onPerson={setPerson} />
        </div>
        <DateField label={t(deductionLabels.day)} value={deedOn} max={today} onValue={setDeedOn} />
        <SelectField
          label={t(deductionLabels.item)}
          help={
            person === undefined
              ? t(deductionLabels.itemNone)
              : item
                ? t(item.rule)
                : options.data && items.length === 0
                  ? t(deductionLabels.noItems)
                  : undefined
          }
          value={itemCode}
          none={t({ zh: '选一项', en: 'Choose' })}
          onValue={setItemCode}
          choices={items.map(({ code, name }) => ({ value: code, label: t(name) }))}
        />
        {range && (
          <TextField
            label={t(deductionLabels.value)}
            help={t(reviewLabels.valueHelp, { least: plain(range.least), most: plain(range.most) })}
            error={
              typed !== '' && !fits
                ? t(reviewLabels.valueWrong, { least: plain(range.least), most: plain(range.most) })
                : undefined
            }
            inputMode="decimal"
            value={typed}
            onValue={setTyped}
          />
        )}
        <TextArea
          label={t(deductionLabels.facts)}
          help={t(deductionLabels.factsHelp)}
          placeholder={t(deductionLabels.factsModel)}
          rows={4}
          maxLength={1000}
          value={facts}
          onValue={setFacts}
        />
        <div className="form-pair">
          <SelectField
            label={t(deductionLabels.proofKind)}
            value={kind}
            onValue={setKind}
            choices={kinds.map((value) => ({ value, label: t(evidenceTexts[value]) }))}
          />
          <TextField
            label={t(deductionLabels.proof)}
            help={t(deductionLabels.proofHelp)}
            maxLength={200}
            value={note}
            onValue={setNote}
          />
        </div>
        {propose.isError && <StateError error={propose.error} refusals={claimRefusals} />}
        <div>
          <Button
            act={!missing}
            aria-disabled={missing || undefined}
            busy={propose.isPending && t(deductionLabels.doPropose)}
            onClick={submit}
          >
            {t(deductionLabels.doPropose)}
          </Button>
          <p className="s t2 propose-note">
            {t(deductionLabels.thenTell, { days: options.data?.answerWorkingDays ?? 5 })}
          </p>
        </div>
      </form>
    </div>
  )
}
