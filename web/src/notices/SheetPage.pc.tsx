import { toSheets } from '@steward/domain/notices/sheet.ts'
import type { Sheet } from '@steward/domain/notices/sheet.ts'
import { Link, useParams } from 'wouter'
import { formatDay, monthOf } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { QrCode } from '../shared/kit/QrCode.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { Notice } from './hooks.ts'
import { cellText, useNotice } from './hooks.ts'
import { noticeLabels } from './labels.ts'
import { sheetTexts, sheetWords } from './labels-sheet.ts'
import { isFigures } from './NoticeList.shared.tsx'
import './Notices.css'
import './Sheet.css'

/** The notice for the wall: A4, black on white, as many sheets as there are names for. The sheet is in Chinese. */
export function SheetPage() {
  const t = useText()
  const { noticeId = '' } = useParams()
  return (
    <div className="notices-page sheet-page">
      {/* the last rule of a page counts, and other sheets of this face have margins */}
      <style>{'@page { size: A4; margin: 0 }'}</style>
      <div className="no-print sheet-bar">
        <Link href={`/notices/${noticeId}`} className="more">
          <Icon name="left" />
          {t(noticeLabels.one)}
        </Link>
        <Button ink icon="printer" onClick={() => print()}>
          {t(sheetTexts.print)}
        </Button>
        <span className="s t2">{t(sheetTexts.tell)}</span>
      </div>
      <Fetched from={useNotice(noticeId)} what={t(noticeLabels.one)} columns="1fr">
        {(notice) => <Sheets notice={notice} />}
      </Fetched>
    </div>
  )
}

function Sheets({ notice }: { readonly notice: Notice }) {
  const t = useText()
  const hangs = notice.state === 'posted'
  // Two lists side by side need narrow columns.
  const columns = notice.columns.length <= 6 && notice.columns.every(isFigures) ? 2 : 1
  const sheets = toSheets(leadOf(notice), notice.rows.length, columns)
  return (
    <>
      {!hangs && <p className="no-print s ochre sheet-not-yet">{t(sheetTexts.notPosted)}</p>}
      {sheets.map((sheet, place) => (
        <OneSheet
          key={place}
          notice={notice}
          sheet={sheet}
          columns={columns}
          place={place + 1}
          of={sheets.length}
        />
      ))}
    </>
  )
}

/** The words with the days of the term, which are known only once it is posted. */
function leadOf(notice: Notice): string {
  const { body, firstDay, endsOn, postedOn, workingDays, listNote } = notice
  const note = listNote === '' ? '' : `名单${listNote.replace(/[。.]$/, '')}。`
  if (firstDay === null || endsOn === null || postedOn === null) return `${body}${note}`
  const term = `公示时间为${dayWords(firstDay, postedOn)}至${dayWords(endsOn, postedOn)}，共${sheetWords.count(workingDays)}个工作日。`
  return `${body}${term}${note}`
}

function dayWords(day: string, beside: string): string {
  return formatDay(day, 'zh', beside)
}

type OneProps = {
  readonly notice: Notice
  readonly sheet: Sheet
  readonly columns: 1 | 2
  readonly place: number
  readonly of: number
}

function OneSheet({ notice, sheet, columns, place, of }: OneProps) {
  return (
    <article className="a4" lang="zh-CN">
      <h2 className="a4-title">{sheetWords.title}</h2>
      <p className="a4-meta">
        {notice.title}
        <br />
        {sheetWords.scope(notice.scope)}
        {of > 1 && `　第 ${place} 张，共 ${of} 张`}
      </p>
      {sheet.words !== '' && (
        <div className="a4-lead">
          {sheet.words.split('\n').map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </div>
      )}
      {sheet.to > sheet.from && <Lists notice={notice} from={sheet.from} to={sheet.to} columns={columns} />}
      <Ways notice={notice} />
      <Foot notice={notice} />
    </article>
  )
}

function Lists({
  notice,
  from,
  to,
  columns,
}: {
  readonly notice: Notice
  readonly from: number
  readonly to: number
  readonly columns: 1 | 2
}) {
  const middle = columns === 1 ? to : from + Math.ceil((to - from) / 2)
  return (
    <div className={columns === 2 ? 'a4-cols' : 'a4-cols one'}>
      <List notice={notice} from={from} to={middle} />
      {columns === 2 && to > middle && <List notice={notice} from={middle} to={to} />}
    </div>
  )
}

function List({ notice, from, to }: { readonly notice: Notice; readonly from: number; readonly to: number }) {
  return (
    <table>
      <thead>
        <tr>
          <th>{sheetWords.name}</th>
          {notice.columns.map((column) => (
            <th key={column.label} className={isFigures(column) ? 'num' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {notice.rows.slice(from, to).map((row) => (
          <tr key={row.rowNo}>
            <td>{row.shownName}</td>
            {notice.columns.map((column, at) => (
              <td
                key={column.label}
                className={`${isFigures(column) ? 'num' : ''}${column.strong ? ' b' : ''}`}
              >
                {cellText(row.cells[at], column.kind)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Three ways to object, on every sheet: any one of them may be the only one that still hangs. */
function Ways({ notice }: { readonly notice: Notice }) {
  const { routes, contactOffice, contactPhone, contactHours, paperPlace } = notice
  const ways = [
    ...(routes.includes('page') ? [sheetWords.page] : []),
    ...(routes.includes('phone') ? [sheetWords.phone(contactOffice, contactPhone, contactHours)] : []),
    ...(routes.includes('paper') ? [sheetWords.paper(paperPlace)] : []),
  ]
  const address = `${location.origin}/m/n/${notice.countyCode}/${notice.code}`
  return (
    <section className="a4-ways">
      <div>
        <h3>{sheetWords.waysTitle}</h3>
        <ol>
          {ways.map((way, at) => (
            <li key={way}>
              <span>{sheetWords.count(at + 1)}</span>
              <span>{way}</span>
            </li>
          ))}
        </ol>
        <p>{sheetWords.promise}</p>
      </div>
      <div className="a4-qr">
        <QrCode text={address} label={sheetWords.qr} />
        {sheetWords.qr}
      </div>
    </section>
  )
}

function Foot({ notice }: { readonly notice: Notice }) {
  const { root, code, orgName, postedOn } = notice
  return (
    <footer className="a4-end">
      <p>
        {root === '' ? sheetWords.code(code) : sheetWords.root(root)}
        <br />
        {root === '' ? sheetWords.codeHow : sheetWords.rootHow}
      </p>
      <p className="a4-signed">
        {orgName}
        <br />
        {postedOn === null ? sheetWords.noDay : longDay(postedOn)}
      </p>
    </footer>
  )
}

/** 2026 年 11 月 5 日 */
function longDay(day: string): string {
  return `${day.slice(0, 4)} 年 ${monthOf(day)} 月 ${Number(day.slice(8))} 日`
}
