import { useState } from 'react'
import { Link } from 'wouter'
import { Drawer } from '../shared/kit/layers.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { points, signed } from './hooks.ts'
import { proposalTexts } from './labels.ts'
import { whatIfLabels } from './labels-what-if.ts'

const SIZE = 50

/** Whose year would change, by name; only those whose file the reader may see. */
export function NamesDrawer({ schemeId, onClose }: { schemeId: string; onClose: () => void }) {
  const t = useText()
  const [offset, setOffset] = useState(0)
  const found = useQueryOperation(
    'scheme.what-if-members',
    { schemeId, offset, limit: SIZE },
    { keepPrevious: true },
  )
  const word = (proposal: keyof typeof proposalTexts | null) =>
    t(proposal === null ? whatIfLabels.noProposal : proposalTexts[proposal])
  return (
    <Drawer wide title={t(whatIfLabels.namesTitle)} onClose={onClose}>
      <p className="s t2 scheme-note">{t(whatIfLabels.namesNote)}</p>
      <Fetched from={found} what={t(whatIfLabels.namesTitle)} rows={8} columns="80px 1fr 60px 60px">
        {(data) => (
          <>
            <table className="tbl compact">
              <thead>
                <tr>
                  <th>{t(whatIfLabels.name)}</th>
                  <th>{t(whatIfLabels.branch)}</th>
                  <th className="num">{t(whatIfLabels.before)}</th>
                  <th className="num">{t(whatIfLabels.after)}</th>
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row) => (
                  <tr key={row.memberId}>
                    <td className="nw">
                      <Link href={`/members/${row.memberId}`} className="link">
                        {row.name}
                      </Link>
                    </td>
                    <td className="t2">
                      {row.orgName}
                      {row.proposalBefore !== row.proposalAfter && (
                        <span className="block c t3">
                          {word(row.proposalBefore)} → {word(row.proposalAfter)}
                        </span>
                      )}
                    </td>
                    <td className="num">{points(row.before)}</td>
                    <td className="num">
                      {points(row.after)}
                      <span className="block c t3">{signed(row.after - row.before)}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {data.total > SIZE && <Pager first={offset} size={SIZE} total={data.total} onFirst={setOffset} />}
          </>
        )}
      </Fetched>
    </Drawer>
  )
}
