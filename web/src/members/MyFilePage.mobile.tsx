import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { Clocks, FileFacts, useStandingLine } from './FileFacts.shared.tsx'
import { History, Spans, States } from './History.shared.tsx'
import type { MemberFile } from './hooks.ts'
import { useMemberFile } from './hooks.ts'
import { MyCorrections } from './MyCorrections.shared.tsx'
import { correctionTexts, fileTexts } from './labels-file.ts'
import { Unmask, useNumbers } from './Unmask.shared.tsx'
import './FileMobile.css'

/** /m/me: the own file, numbers masked, with the way to a correction and to who looked. */
export function MyFilePage() {
  const t = useText()
  const file = useMemberFile(null)
  return (
    <Fetched from={file} what={t(fileTexts.what)} columns="1fr 2fr" rows={8}>
      {(data) => <MyFile file={data} />}
    </Fetched>
  )
}

function MyFile({ file }: { file: MemberFile }) {
  const t = useText()
  const line = useStandingLine()
  const [numbers, setNumbers] = useNumbers()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <h2 className="ph1">{file.facts.name}</h2>
      <p className="t2 over-facts">{line(file)}</p>
      <section className="card pad">
        <FileFacts file={file} numbers={numbers} />
        <div className="acts file-acts">
          <Button
            small
            icon={numbers ? 'hidden' : 'eye'}
            onClick={() => (numbers ? setNumbers(undefined) : setAsking(true))}
          >
            {t(numbers ? fileTexts.hideNumbers : fileTexts.showNumbers)}
          </Button>
        </div>
      </section>
      <Link href="/me/correct" className="card entry">
        <Icon name="edit" />
        <span className="grow">{t(correctionTexts.ask)}</span>
        <Icon name="right" />
      </Link>
      <MyCorrections />
      <section className="card pad">
        <h2 className="sec">{t(fileTexts.clocks)}</h2>
        <Clocks file={file} />
      </section>
      <section className="card pad">
        <Spans file={file} />
        <States file={file} />
      </section>
      <section className="card pad">
        <h2 className="sec">{t(fileTexts.history)}</h2>
        <History file={file} />
      </section>
      <Link href="/who-looked" className="card entry">
        <Icon name="eye" />
        <span className="grow">{t(fileTexts.looksMine)}</span>
        <Icon name="right" />
      </Link>
      {asking && (
        <Unmask
          sheet
          memberId={file.facts.id}
          name={file.facts.name}
          onClose={() => setAsking(false)}
          onNumbers={setNumbers}
        />
      )}
    </>
  )
}
