import { useText } from '../shared/texts.ts'
import type { Installation } from './hooks.ts'
import { signInLabels } from './labels.ts'

type Demo = NonNullable<Installation['demo']>
type Props = {
  readonly demo: Demo
  readonly fill: (accountName: string, password: string, county: string) => void
}

/** The invented people of the demo county; a name fills in the fields, signing in stays the person's act. */
export function DemoAccounts({ demo, fill }: Props) {
  const t = useText()
  return (
    <section className="demo-accounts" aria-labelledby="demo-title">
      <h2 className="sec" id="demo-title">
        {t(signInLabels.demoTitle)}
      </h2>
      <p className="s t2">{t(signInLabels.demoText, { password: demo.password })}</p>
      <table className="tbl compact">
        <thead>
          <tr>
            <th scope="col">{t(signInLabels.demoName)}</th>
            <th scope="col">{t(signInLabels.demoRole)}</th>
            <th scope="col">{t(signInLabels.demoOrg)}</th>
          </tr>
        </thead>
        <tbody>
          {demo.accounts.map((one) => (
            <tr key={one.accountName}>
              <td>
                <button
                  type="button"
                  className="link"
                  title={t(signInLabels.demoFill, { name: one.accountName })}
                  onClick={() => fill(one.accountName, demo.password, demo.county)}
                >
                  {one.name}
                </button>
              </td>
              <td>{one.role}</td>
              <td>{one.org}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
