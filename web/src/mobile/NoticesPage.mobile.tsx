import { StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { mobileLabels, noticesPageLabels } from './mobile-labels.ts'

/** 公示: what is on public notice in the branch and above. */
export function NoticesPage() {
  const t = useText()
  return (
    <>
      <h1 className="month first">{t(mobileLabels.notices)}</h1>
      <section className="card pad">
        <StateEmpty fact={t(noticesPageLabels.empty)} fill={t(noticesPageLabels.next)} />
      </section>
    </>
  )
}
