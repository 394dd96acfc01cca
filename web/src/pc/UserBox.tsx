import { Icon } from '../shared/kit/Icon.tsx'
import { Menu } from '../shared/kit/Menu.tsx'
import type { MenuItem } from '../shared/kit/Menu.tsx'
import { CHANGE_PASSWORD_PATH } from '../shared/routing.tsx'
import { useSession, useSignOut } from '../shared/session.ts'
import { useTextSize } from '../shared/text-size.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { pcLabels } from './pc-labels.ts'
import { routes } from './routes.tsx'

/** Bottom of the side navigation: who is at work, and the menu of personal settings. */
export function UserBox() {
  const t = useText()
  const { account, roles, org } = useSession()
  const role = roles[0]
  const duty = role ? t(role.label) : (org?.name ?? account.accountName)
  return (
    <div className="me">
      <Menu
        className="me-button"
        label={t(pcLabels.profile, { name: account.name })}
        side="above"
        items={useProfileItems()}
        button={
          <>
            <span className="face" aria-hidden="true">
              {account.name.slice(0, 1)}
            </span>
            <span className="word s">
              <span className="ell block">{account.name}</span>
              <span className="c t3 ell block">{duty}</span>
            </span>
            <span className="word t3">
              <Icon name="up" size={14} />
            </span>
          </>
        }
      />
    </div>
  )
}

function useProfileItems(): readonly MenuItem[] {
  const t = useText()
  const [language, setLanguage] = useLanguage()
  const [size, setSize] = useTextSize()
  const { signOut } = useSignOut()
  const canChange = routes.some((route) => route.path === CHANGE_PASSWORD_PATH)
  return [
    {
      id: 'language',
      label: t(pcLabels.otherLanguage),
      icon: 'language',
      onPick: () => setLanguage(language === 'zh' ? 'en' : 'zh'),
    },
    {
      id: 'text',
      label: t(pcLabels.largeText),
      icon: 'letters',
      chosen: size === 'large',
      onPick: () => setSize(size === 'large' ? 'normal' : 'large'),
    },
    ...(canChange
      ? [
          {
            id: 'password',
            label: t(pcLabels.changePassword),
            icon: 'lock',
            href: CHANGE_PASSWORD_PATH,
          } as const,
        ]
      : []),
    { id: 'phone', label: t(pcLabels.phoneFace), icon: 'device', onPick: () => location.assign('/m/') },
    { id: 'out', label: t(pcLabels.signOut), icon: 'sign-out', onPick: signOut, apart: true },
  ]
}
