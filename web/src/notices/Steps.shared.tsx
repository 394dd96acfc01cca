import { Icon } from '../shared/kit/Icon.tsx'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { dayOfInstant } from '../shared/clock.ts'
import type { Notice } from './hooks.ts'
import { useDay } from './hooks.ts'
import { workTexts } from './labels-work.ts'

/** The four steps of a notice, each with who took it and when. */
export function Steps({ notice }: { readonly notice: Notice }) {
  const t = useText()
  const drafted = notice.moves.find(({ move }) => move === 'draft')
  const posted = notice.state === 'posted' || notice.state === 'ended' || notice.state === 'settled'
  return (
    <ol className="notice-steps" aria-label={t(workTexts.steps)}>
      <Step
        title={workTexts.stepDraft}
        by={notice.draftedBy}
        on={drafted === undefined ? null : dayOfInstant(drafted.at)}
        done
      />
      <Step
        title={workTexts.stepCheck}
        by={notice.accuracy?.by ?? null}
        on={notice.accuracy?.on ?? null}
        done={notice.accuracy !== null}
      />
      <Step
        title={workTexts.stepApprove}
        by={notice.approvedBy}
        on={posted ? notice.postedOn : null}
        done={posted}
      />
      <Step
        title={workTexts.stepPost}
        by={posted ? '' : null}
        on={posted ? notice.postedOn : null}
        done={posted}
      />
    </ol>
  )
}

type StepProps = {
  readonly title: Text
  readonly by: string | null
  readonly on: string | null
  readonly done: boolean
}

function Step({ title, by, on, done }: StepProps) {
  const t = useText()
  const formatted = useDay()
  const words = [by, on === null ? '' : formatted(on)].filter(Boolean).join(t({ zh: '，', en: ', ' }))
  return (
    <li className={done ? 'done' : undefined}>
      <span className="b row">
        {t(title)}
        {done && <Icon name="check" />}
      </span>
      <span className={done ? 's t2 block' : 's t3 block'}>{done ? words : t(workTexts.notYet)}</span>
    </li>
  )
}
