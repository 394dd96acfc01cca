import { Fetched } from '../shared/kit/states.tsx'
import type { OutputOf } from '../shared/call.ts'
import { useText } from '../shared/texts.ts'
import { useMatrix } from './hooks.ts'
import { matrixLabels, reachLabels } from './labels.ts'
import './Access.css'

type Matrix = OutputOf<'access.matrix'>

/** /accounts/roles: what each duty may do and how far, as the product enforces it. */
export function MatrixPage() {
  const t = useText()
  const matrix = useMatrix()
  return (
    <div className="matrix">
      <h1 className="display">{t(matrixLabels.title)}</h1>
      <p className="t2 access-intro">{t(matrixLabels.intro)}</p>
      <Fetched from={matrix} what={t(matrixLabels.what)} rows={8} columns="200px 1fr 1fr 1fr">
        {(data) => <Table matrix={data} />}
      </Fetched>
    </div>
  )
}

function Table({ matrix: { roles, permissions } }: { matrix: Matrix }) {
  const t = useText()
  const business = roles.filter(({ isAdministrator }) => !isAdministrator).length
  return (
    <div className="matrix-scroll" tabIndex={0} role="region" aria-label={t(matrixLabels.title)}>
      <table className="tbl compact matrix-table">
        <colgroup>
          <col className="matrix-what" />
        </colgroup>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {t(matrixLabels.permission)}
            </th>
            <th colSpan={business} scope="colgroup">
              {t(matrixLabels.business)}
            </th>
            <th colSpan={roles.length - business} scope="colgroup" className="matrix-apart">
              {t(matrixLabels.administrators)}
            </th>
          </tr>
          <tr>
            {roles.map((role, place) => (
              <th key={role.role} scope="col" className={place === business ? 'matrix-apart' : undefined}>
                <span className="matrix-role">{t(role.label)}</span>
                <span className="block">{t(matrixLabels.accounts, { count: role.accounts })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map((permission) => (
            <tr key={permission.permission}>
              <th scope="row">{t(permission.label)}</th>
              {permission.reaches.map((reach, place) => (
                <td key={roles[place]?.role} className={place === business ? 'matrix-apart' : undefined}>
                  {reach === null ? <span className="sr">{t(matrixLabels.no)}</span> : t(reachLabels[reach])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
