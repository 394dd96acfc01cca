import { useLocation, useParams } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { yearOf } from '../shared/formats.ts'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useMyPledges } from './hooks.ts'
import { pledgeLabels } from './labels.ts'
import { writeLabels } from './labels-write.ts'
import { WriteForm } from './Write.shared.tsx'

/** 写承诺, on the phone: a sentence, five parts, where it comes from. */
export function WritePage() {
  const t = useText()
  const { pledgeId } = useParams()
  const [, navigate] = useLocation()
  const year = yearOf(useToday())
  return (
    <Fetched from={useMyPledges(year)} what={t(pledgeLabels.write)} columns="1fr">
      {(mine) => {
        const pledge = mine.rows.find(({ id }) => id === pledgeId) ?? null
        return (
          <WriteForm
            key={pledgeId ?? 'new'}
            pledge={pledge}
            aids={mine}
            year={year}
            wide
            onSent={() => navigate('/pledges', { replace: true })}
          >
            {({ fields, saved, act }) => (
              <>
                <div className="between pledge-saved">
                  <span className="s t2">
                    {t(pledgeLabels.writeNth, {
                      n: pledge === null ? mine.rows.length + 1 : mine.rows.indexOf(pledge) + 1,
                    })}
                  </span>
                  {saved}
                </div>
                {fields}
                <div className="foot">
                  {act}
                  <p className="c t3">
                    {t(writeLabels.lackingHelp)}
                    <br />
                    {t(writeLabels.freeHelp)}
                  </p>
                </div>
              </>
            )}
          </WriteForm>
        )
      }}
    </Fetched>
  )
}
