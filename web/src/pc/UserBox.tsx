import { Icon } from '../shared/kit/Icon.tsx'
import { Menu } from '../shared/kit/Menu.tsx'
import type { MenuItem } from '../shared/kit/Menu.tsx'
import { useSavePreference } from '../shared/preference.ts'
import { useSession, useSignOut } from '../shared/session.ts'
import { useTextSize } from '../shared/text-size.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { pcLabels } from './pc-labels.ts'

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
            <span className="sr">{t(pcLabels.profile, { name: account.name })}</span>
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
  const save = useSavePreference()
  return [
    {
      id: 'language',
      label: t(pcLabels.otherLanguage),
      icon: 'language',
      onPick: () => {
        const chosen = language === 'zh' ? 'en' : 'zh'
        setLanguage(chosen)
        save({ language: chosen })
      },
    },
    {
      id: 'text',
      label: t(pcLabels.largeText),
      icon: 'letters',
      chosen: size === 'large',
      onPick: () => setSize(size === 'large' ? 'normal' : 'large'),
    },
    { id: 'account', label: t(pcLabels.ownAccount), icon: 'lock', href: '/profile' },
    { id: 'phone', label: t(pcLabels.phoneFace), icon: 'device', onPick: () => location.assign('/m/') },
    { id: 'out', label: t(pcLabels.signOut), icon: 'sign-out', onPick: signOut, apart: true },
  ]
}
