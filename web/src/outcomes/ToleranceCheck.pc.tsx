import { useState } from 'react'
import { distinctions, toleranceConditions, toleranceFactors } from '@steward/domain/outcomes/tolerance.ts'
import { Button } from '../shared/kit/Button.tsx'
import { CheckBox, TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Tolerance } from './hooks-warning.ts'
import {
  conditionTexts,
  distinctionTexts,
  exclusionTexts,
  factorTexts,
  toleranceForms,
  toleranceLabels,
} from './labels-tolerance.ts'
import { warningForms } from './labels-warning.ts'
import { warningRefusals } from './labels-warning-refusal.ts'
import { keysOf } from './ToleranceParts.shared.tsx'

type Check = NonNullable<Tolerance['check']>
type Exclusion = Check['exclusions'][number]

/** The facts against four conditions, three distinctions, six factors and the exclusions (R-256…R-259). */
export function ToleranceCheck({ of }: { readonly of: Tolerance }) {
  const t = useText()
  const [conditions, setConditions] = useState<Check['conditions']>({
    ...{ dutyOrReform: false, lawsKept: false, careTaken: false, noPrivateGain: false },
  })
  const [told, setTold] = useState<Check['distinctions']>({
    ...{ inexperienceNotKnowingBreach: false, notForbiddenNotDefiance: false, forDevelopmentNotGain: false },
  })
  const [factors, setFactors] = useState<Check['factors']>({
    ...{ motive: '', conditions: '', procedure: '', nature: '', consequence: '', repair: '' },
  })
  const [exclusions, setExclusions] = useState<readonly Exclusion[]>([])
  const [tried, setTried] = useState(false)
  const check = useCommandOperation('tolerance.check')
  const { id: toleranceId, revision } = of
  const send = () => {
    setTried(true)
    if (toleranceFactors.some((factor) => factors[factor].trim() === '')) return
    check.mutate({
      ...{ toleranceId, revision },
      check: { conditions, distinctions: told, factors, exclusions: [...exclusions] },
    })
  }
  return (
    <section className="form">
      <h2 className="sec">{t(toleranceForms.check)}</h2>
      <fieldset className="check-list">
        <legend className="s t2">{t(toleranceLabels.conditions)}</legend>
        {toleranceConditions.map((one) => (
          <CheckBox
            key={one}
            checked={conditions[one]}
            onChecked={(checked) => setConditions({ ...conditions, [one]: checked })}
          >
            {t(conditionTexts[one])}
          </CheckBox>
        ))}
      </fieldset>
      <fieldset className="check-list">
        <legend className="s t2">{t(toleranceLabels.distinctions)}</legend>
        {distinctions.map((one) => (
          <CheckBox
            key={one}
            checked={told[one]}
            onChecked={(checked) => setTold({ ...told, [one]: checked })}
          >
            {t(distinctionTexts[one])}
          </CheckBox>
        ))}
      </fieldset>
      {toleranceFactors.map((one) => (
        <TextArea
          key={one}
          rows={2}
          label={t(factorTexts[one].name)}
          placeholder={t(factorTexts[one].help)}
          error={tried && factors[one].trim() === '' ? t(warningForms.missing) : undefined}
          maxLength={500}
          value={factors[one]}
          onValue={(value) => setFactors({ ...factors, [one]: value })}
        />
      ))}
      <fieldset className="check-list">
        <legend className="s t2">{t(toleranceLabels.exclusions)}</legend>
        {keysOf(exclusionTexts).map((one) => (
          <CheckBox
            key={one}
            checked={exclusions.includes(one)}
            onChecked={(checked) =>
              setExclusions(checked ? [...exclusions, one] : exclusions.filter((each) => each !== one))
            }
          >
            {t(exclusionTexts[one])}
          </CheckBox>
        ))}
      </fieldset>
      {check.isError && <StateError error={check.error} refusals={warningRefusals} />}
      <div className="acts">
        <Button act busy={check.isPending && t(warningForms.saving)} onClick={send}>
          {t(toleranceForms.saveCheck)}
        </Button>
      </div>
    </section>
  )
}
