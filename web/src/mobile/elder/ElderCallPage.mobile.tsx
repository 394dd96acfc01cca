import { Icon } from '../../shared/kit/Icon.tsx'
import { Fetched } from '../../shared/kit/states.tsx'
import { useText } from '../../shared/texts.ts'
import { elderLabels } from '../mobile-labels.ts'
import { useMyBranch } from './my-branch.ts'

/** 打给支部: one touch rings; the number and the address also stand there to be read out. */
export function ElderCallPage() {
  const { answer } = useMyBranch()
  return <Fetched from={answer}>{() => <Call />}</Fetched>
}

function Call() {
  const t = useText()
  const { branch, secretary } = useMyBranch()
  if (!branch || branch.phone === '') {
    return (
      <div className="card pad" data-read>
        <p>{t(elderLabels.callEmpty)}</p>
        <p className="s t2">{t(elderLabels.callNext)}</p>
        {branch?.address && <p>{t(elderLabels.address, { address: branch.address })}</p>}
      </div>
    )
  }
  return (
    <>
      <div className="card pad" data-read>
        <p>{secretary ? t(elderLabels.secretary, { name: secretary }) : branch.name}</p>
        <p className="elder-number">{branch.phone}</p>
        {branch.address && <p className="s t2">{t(elderLabels.address, { address: branch.address })}</p>}
      </div>
      <div className="foot" data-read>
        <a className="btn act wide" href={`tel:${branch.phone.replace(/[^\d+]/g, '')}`}>
          <Icon name="phone" />
          {t(elderLabels.ringNow)}
        </a>
        <p className="s t2">{t(elderLabels.comeIn)}</p>
      </div>
    </>
  )
}
