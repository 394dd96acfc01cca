import { useState } from 'react'
import { type Event, useWords } from './hooks-event.ts'
import { eventTexts, moveTexts, paperTexts, stageTexts } from './labels-event.ts'

const FIRST = 8

/** What was done with the event as a whole, by whom and when; newest first. */
export function History({ event }: { readonly event: Event }) {
  const { t, instant } = useWords()
  const [isAll, setAll] = useState(false)
  const moves = isAll ? event.moves : event.moves.slice(0, FIRST)
  return (
    <aside className="apr-side">
      <h2 className="sec">{t(eventTexts.history)}</h2>
      {event.moves.length === 0 && <p className="s t2">{t(eventTexts.historyNone)}</p>}
      <ul className="rows">
        {moves.map((move) => (
          <li key={`${move.at} ${move.move} ${move.words}`} className="apr-move s">
            <span className="block">{moveWords(move, t)}</span>
            <span className="block t3">
              {move.by} {instant(move.at)}
            </span>
          </li>
        ))}
      </ul>
      {moves.length < event.moves.length && (
        <button type="button" className="link s" onClick={() => setAll(true)}>
          {t(eventTexts.historyAll, { count: event.moves.length })}
        </button>
      )}
    </aside>
  )
}

/** A move in words; stages and papers are noted as codes at the front of its words. */
function moveWords({ move, words }: Event['moves'][number], t: ReturnType<typeof useWords>['t']): string {
  const text = moveTexts[move]
  if (text === undefined) return words
  const [code = '', ...rest] = words.split(' ')
  const stage = Object.entries(stageTexts).find(([one]) => one === code)?.[1]
  const paper = paperTexts[code]
  return t(text, {
    words,
    reason: rest.join(' '),
    stage: stage === undefined ? code : t(stage),
    paper: paper === undefined ? code : t(paper),
  })
}
