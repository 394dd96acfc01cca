import { formatDay, formatTime } from '../shared/formats.ts'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { Look } from './hooks.ts'
import { useLooks } from './hooks.ts'
import { fieldTexts, lookTexts, purposeTexts } from './labels.ts'
import { fileTexts } from './labels-file.ts'

const FEW = 5

/** Who looked, at the foot of a file: the member and the officers read the same lines (R-211). */
export function LooksBlock({ memberId, name, self }: { memberId: string; name: string; self: boolean }) {
  const t = useText()
  const looks = useLooks(memberId, 0, FEW)
  return (
    <section className="file-block" aria-labelledby="looks">
      <div className="head">
        <h2 className="sec" id="looks">
          {t(self ? fileTexts.looksMine : fileTexts.looks)}
        </h2>
        {looks.data && looks.data.total > FEW && (
          <span className="s t3">{t(fileTexts.looksAll, { count: looks.data.total })}</span>
        )}
      </div>
      <Fetched
        from={looks}
        columns="1fr 80px"
        isEmpty={(data) => data.total === 0}
        empty={<StateEmpty fact={t(fileTexts.looksNone)} fill={t(fileTexts.looksNoneNext)} />}
      >
        {(data) => <LookList looks={data.looks} />}
      </Fetched>
      {!self && <p className="c t3 file-note">{t(fileTexts.looksSame, { name })}</p>}
    </section>
  )
}

export function LookList({ looks }: { looks: readonly Look[] }) {
  return (
    <ul className="looks">
      {looks.map((look) => (
        <LookLine key={look.id} look={look} />
      ))}
    </ul>
  )
}

function LookLine({ look }: { look: Look }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const purpose = look.what === 'page' ? undefined : purposeOf(look.purpose)
  const fields = look.fields.flatMap((field) => (fieldTexts[field] ? [t(fieldTexts[field])] : []))
  const stop = language === 'zh' ? '：' : ': '
  const what = `${t(lookTexts[look.what])}${fields.length > 0 && look.what === 'unmask' ? `${stop}${fields.join('、')}` : ''}`
  const said = [purpose && t(purpose), look.note].filter(Boolean).join(stop)
  const viewer = look.mine ? t(fileTexts.you) : look.viewer
  return (
    <li>
      <span className="grow">
        {look.org === '' ? viewer : t(fileTexts.lookLine, { viewer, org: look.org })}
        <span className="s t2 block">
          {said === '' ? what : `${what}${language === 'zh' ? '，' : ', '}${said}`}
        </span>
      </span>
      <time className="s t3 nw" dateTime={look.at}>
        {formatDay(dayOfInstant(look.at), language, today)} {formatTime(look.at)}
      </time>
    </li>
  )
}

function purposeOf(word: string) {
  return Object.entries(purposeTexts).find(([purpose]) => purpose === word)?.[1]
}
