import type { ReactNode } from 'react'
import { Icon } from '../shared/kit/Icon.tsx'
import type { IconName } from '../shared/kit/Icon.tsx'
import { useText } from '../shared/texts.ts'
import type { NoticePage } from './hooks.ts'
import { routeTexts } from './labels.ts'
import './Notices.css'

type Contact = Pick<NoticePage, 'routes' | 'contactOffice' | 'contactPhone' | 'contactHours' | 'paperPlace'>

/** 有不同意见，三条路都行: the ways to object, all of equal weight. */
export function ThreeRoutes({ contact }: { readonly contact: Contact }) {
  const t = useText()
  const { routes, contactOffice: office, contactPhone: phone, contactHours, paperPlace: place } = contact
  return (
    <section className="notice-routes" data-read>
      <h3 className="b">{t(routeTexts.title)}</h3>
      {routes.includes('page') && <Way icon="comment">{t(routeTexts.page)}</Way>}
      {routes.includes('phone') && (
        <Way icon="phone">
          <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{t(routeTexts.phone, { office, phone })}</a>
          {contactHours !== '' && <span className="block s t2">{contactHours}</span>}
        </Way>
      )}
      {routes.includes('paper') && (
        <Way icon="paper">{place === '' ? t(routeTexts.paperPlain) : t(routeTexts.paper, { place })}</Way>
      )}
      <p className="s t2 promise">{t(routeTexts.promise)}</p>
    </section>
  )
}

function Way({ icon, children }: { readonly icon: IconName; readonly children: ReactNode }) {
  return (
    <div className="way">
      <Icon name={icon} />
      <span>{children}</span>
    </div>
  )
}
