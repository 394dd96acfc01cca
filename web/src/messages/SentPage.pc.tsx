import { useState } from 'react'
import { Link } from 'wouter'
import { Bar } from '../shared/kit/Bar.tsx'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import type { SentRow } from './hooks.ts'
import { LIST_SIZE, useInstantWords, useSent } from './hooks.ts'
import { answerTexts, messageLabels } from './labels.ts'
import './Messages.css'

/** 发出的通知, newest first, each with how many were reached. */
export function SentPage() {
  const t = useText()
  const may = useMay()
  const [first, setFirst] = useState(0)
  const sent = useSent(first)
  return (
    <div className="messages wide">
      <div className="between">
        <h1 className="ph1">{t(messageLabels.sent)}</h1>
        {may('message.send') && (
          <ButtonLink href="/messages/sent/new" act icon="send">
            {t(messageLabels.send)}
          </ButtonLink>
        )}
      </div>
      <Fetched
        from={sent}
        what={t(messageLabels.sent)}
        columns="1fr 140px 200px 120px"
        isEmpty={(data) => data.total === 0}
        empty={<StateEmpty fact={t(messageLabels.sentEmpty)} fill={t(messageLabels.sentEmptyNext)} />}
      >
        {(data) => (
          <>
            <table className="tbl">
              <thead>
                <tr>
                  <th>{t(messageLabels.notice)}</th>
                  <th>{t(messageLabels.reachedOf)}</th>
                  <th>{t(messageLabels.answers)}</th>
                  <th className="num">{t(messageLabels.sentAt)}</th>
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </tbody>
            </table>
            {data.total > LIST_SIZE && (
              <Pager first={first} size={LIST_SIZE} total={data.total} onFirst={setFirst} />
            )}
          </>
        )}
      </Fetched>
    </div>
  )
}

function Row({ row }: { readonly row: SentRow }) {
  const t = useText()
  const instant = useInstantWords()
  const { counts } = row
  return (
    <tr>
      <td>
        <Link href={`/messages/sent/${row.id}`} className="block">
          {row.title}
          {row.fromAbove && (
            <>
              {' '}
              <Tag tight>{t(messageLabels.fromAbove)}</Tag>
            </>
          )}
          <span className="block s t2">{t(messageLabels.from, { name: row.sentBy, org: row.orgName })}</span>
        </Link>
      </td>
      <td className="sent-bar">
        <Bar done={counts.reached} all={counts.recipients} />
      </td>
      <td className="s t2">{answersOf(row, t)}</td>
      <td className="s t2 nw num">{instant(row.sentAt)}</td>
    </tr>
  )
}

function answersOf({ asked, counts }: SentRow, t: ReturnType<typeof useText>): string {
  if (!asked) return t(messageLabels.noAnswers)
  const words = answerTexts[asked.kind]
  return t(messageLabels.answersCount, {
    yesWord: t(words.yes),
    yes: counts.yes,
    noWord: t(words.no),
    no: counts.no,
  })
}
