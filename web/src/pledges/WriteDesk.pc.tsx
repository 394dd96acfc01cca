import type { Mine, PledgeRow } from './hooks.ts'
import { usePledgeWords } from './hooks.ts'
import { writeLabels } from './labels-write.ts'
import { WriteForm } from './Write.shared.tsx'

/** The form on the PC: one column, the act at its foot. */
export function WriteDesk(props: {
  readonly pledge: PledgeRow | null
  readonly aids: Pick<Mine, 'template' | 'planItems' | 'rulesTitle' | 'rulesText'>
  readonly year: number
  readonly orgId?: string | null
  readonly onSent: (pledgeId: string) => void
}) {
  const { t } = usePledgeWords()
  return (
    <WriteForm {...props}>
      {({ fields, saved, act }) => (
        <div className="pledge-form">
          {fields}
          <div className="acts">
            {act}
            {saved}
          </div>
          <p className="s t3">
            {t(writeLabels.lackingHelp)}。{props.orgId ? '' : t(writeLabels.freeHelp)}
          </p>
        </div>
      )}
    </WriteForm>
  )
}
