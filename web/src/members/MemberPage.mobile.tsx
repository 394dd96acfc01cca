import { useEffect, useRef, useState } from 'react'
import { useParams } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { Clocks, FileFacts, useStandingLine } from './FileFacts.shared.tsx'
import { History, Spans, States } from './History.shared.tsx'
import type { MemberFile, Unmasked } from './hooks.ts'
import { useMemberFile } from './hooks.ts'
import { fileTexts } from './labels-file.ts'
import { LooksBlock } from './Looks.shared.tsx'
import { Unmask, useNumbers } from './Unmask.shared.tsx'
import './FileMobile.css'

/** /m/members/:memberId: a member of one's branch; a call only after the purpose was stated. */
export function MemberPage() {
  const t = useText()
  const { memberId } = useParams<{ memberId: string }>()
  const file = useMemberFile(memberId)
  return (
    <Fetched from={file} what={t(fileTexts.what)} columns="1fr 2fr" rows={8}>
      {(data) => <Member file={data} />}
    </Fetched>
  )
}

function Member({ file }: { file: MemberFile }) {
  const t = useText()
  const line = useStandingLine()
  const [numbers, setNumbers] = useNumbers()
  const [asking, setAsking] = useState<'call' | 'numbers'>()
  const { facts } = file
  const maySee = file.self || file.may.includes('member.unmask')
  return (
    <>
      <h2 className="ph1">{facts.name}</h2>
      <p className="t2 over-facts">{line(file)}</p>
      {maySee && <CallAct file={file} numbers={numbers} onAsk={() => setAsking('call')} />}
      <section className="card pad">
        <FileFacts file={file} numbers={numbers} />
        {maySee && (
          <div className="acts file-acts">
            <Button
              small
              icon={numbers ? 'hidden' : 'eye'}
              onClick={() => (numbers ? setNumbers(undefined) : setAsking('numbers'))}
            >
              {t(numbers ? fileTexts.hideNumbers : fileTexts.showNumbers)}
            </Button>
          </div>
        )}
      </section>
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
      {file.may.includes('member.who-looked') && (
        <section className="card pad">
          <LooksBlock memberId={facts.id} name={facts.name} self={file.self} />
        </section>
      )}
      {asking && (
        <Unmask
          sheet
          call={asking === 'call'}
          memberId={facts.id}
          name={facts.name}
          onClose={() => setAsking(undefined)}
          onNumbers={setNumbers}
        />
      )}
    </>
  )
}

function CallAct({
  file,
  numbers,
  onAsk,
}: {
  file: MemberFile
  numbers: Unmasked | undefined
  onAsk: () => void
}) {
  const t = useText()
  const link = useRef<HTMLAnchorElement>(null)
  const phone = numbers?.phone ?? null
  useEffect(() => {
    if (phone !== null) link.current?.focus()
  }, [phone])
  if (file.facts.phoneMask === '') return <p className="s t3 over-facts">{t(fileTexts.noPhone)}</p>
  return (
    <p className="over-facts">
      {phone === null ? (
        <Button wide icon="phone" onClick={onAsk}>
          {t(fileTexts.call)}
        </Button>
      ) : (
        <a ref={link} className="btn ink wide" href={`tel:${phone.replaceAll('-', '')}`}>
          {t(fileTexts.call)} {phone}
        </a>
      )}
    </p>
  )
}
