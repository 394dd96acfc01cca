import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { Columns } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { formatDay } from '../shared/formats.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import type { MemberFile } from './hooks.ts'
import { useMemberFile } from './hooks.ts'
import { type Act, ActDrawer, ActMenu } from './Acts.pc.tsx'
import { AskDrawer } from './AskDrawer.pc.tsx'
import { ChangeDrawer } from './ChangeDrawer.pc.tsx'
import { Clocks, FileFacts, useStandingLine } from './FileFacts.shared.tsx'
import { History, Spans, States } from './History.shared.tsx'
import { fieldTexts } from './labels.ts'
import { correctionTexts, fileTexts } from './labels-file.ts'
import { LooksBlock } from './Looks.shared.tsx'
import { Unmask, useNumbers } from './Unmask.shared.tsx'
import './File.css'

type OnPlace = (names: readonly string[]) => void

type MemberPageProps = {
  readonly memberId: string | null
  readonly onPlace: OnPlace
  /** Ways from the file to other pages of this member. */
  readonly links?: (file: MemberFile) => ReactNode
}

/** One member's file; `memberId` null is the own one. `onPlace` hears where the member stands, county first. */
export function MemberPage({ memberId, onPlace, links }: MemberPageProps) {
  const t = useText()
  const file = useMemberFile(memberId)
  return (
    <Fetched from={file} what={t(fileTexts.what)} rows={6} columns="120px 1fr 200px">
      {(data) => <File file={data} onPlace={onPlace} links={links?.(data)} />}
    </Fetched>
  )
}

type Open = Act | { readonly kind: 'change' } | { readonly kind: 'ask' }

function File({ file, onPlace, links }: { file: MemberFile; onPlace: OnPlace; links?: ReactNode }) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const { place, name } = file.facts
  useEffect(() => onPlace([...place.map((org) => org.name), name]), [onPlace, place, name])
  return (
    <Columns drawer={open && <OpenDrawer file={file} open={open} onClose={close} />}>
      <div className="file-page">
        <FileHead file={file} onOpen={setOpen} links={links} />
        <FileBody file={file} />
      </div>
    </Columns>
  )
}

function OpenDrawer({ file, open, onClose }: { file: MemberFile; open: Open; onClose: () => void }) {
  if (open.kind === 'change') return <ChangeDrawer file={file} onClose={onClose} />
  if (open.kind === 'ask') return <AskDrawer file={file} onClose={onClose} />
  return <ActDrawer key={JSON.stringify(open)} file={file} act={open} onClose={onClose} />
}

type FileHeadProps = {
  readonly file: MemberFile
  readonly onOpen: (open: Open) => void
  readonly links?: ReactNode
}

function FileHead({ file, onOpen, links }: FileHeadProps) {
  const t = useText()
  const line = useStandingLine()
  const onRoll = file.facts.state === 'active' || file.facts.state === 'suspended'
  const mayChange = onRoll && !file.self && file.may.includes('member.change')
  return (
    <header className="file-head">
      <h1 className="display">{file.facts.name}</h1>
      <p className="t2 grow">{line(file)}</p>
      {links}
      {file.self && file.may.includes('member.request-correction') && onRoll && (
        <Button onClick={() => onOpen({ kind: 'ask' })}>{t(fileTexts.ask)}</Button>
      )}
      {mayChange && (
        <Button icon="edit" onClick={() => onOpen({ kind: 'change' })}>
          {t(fileTexts.change)}
        </Button>
      )}
      {mayChange && <ActMenu file={file} onAct={onOpen} />}
    </header>
  )
}

function FileBody({ file }: { file: MemberFile }) {
  const t = useText()
  return (
    <div className="file-cols">
      <div>
        <FactsSection file={file} />
        <section className="file-block">
          <div className="head">
            <h2 className="sec">{t(fileTexts.clocks)}</h2>
          </div>
          <Clocks file={file} />
        </section>
        <States file={file} />
        <section className="file-block">
          <div className="head">
            <h2 className="sec">{t(fileTexts.history)}</h2>
          </div>
          <History file={file} />
        </section>
      </div>
      <aside>
        <OpenCorrections file={file} />
        <Spans file={file} />
        {file.may.includes('member.who-looked') && (
          <LooksBlock memberId={file.facts.id} name={file.facts.name} self={file.self} />
        )}
      </aside>
    </div>
  )
}

function FactsSection({ file }: { file: MemberFile }) {
  const t = useText()
  const [numbers, setNumbers] = useNumbers()
  const [asking, setAsking] = useState(false)
  const maySee = file.self || file.may.includes('member.unmask')
  const hasAny = file.facts.identityMask !== '' || file.facts.phoneMask !== '' || file.facts.hasAddress
  return (
    <section className="file-block first">
      <div className="head">
        <h2 className="sec">{t(fileTexts.facts)}</h2>
        {maySee && hasAny && (
          <Button
            plain
            small
            icon={numbers ? 'hidden' : 'eye'}
            onClick={() => (numbers ? setNumbers(undefined) : setAsking(true))}
          >
            {t(numbers ? fileTexts.hideNumbers : fileTexts.showNumbers)}
          </Button>
        )}
      </div>
      <FileFacts file={file} numbers={numbers} />
      {asking && (
        <Unmask
          memberId={file.facts.id}
          name={file.facts.name}
          onClose={() => setAsking(false)}
          onNumbers={setNumbers}
        />
      )}
    </section>
  )
}

function OpenCorrections({ file }: { file: MemberFile }) {
  const t = useText()
  const [language] = useLanguage()
  if (file.openCorrections.length === 0) return null
  return (
    <section className="file-block">
      <div className="head">
        <h2 className="sec">{t(fileTexts.openCorrections)}</h2>
      </div>
      {file.openCorrections.map((one) => (
        <StateEmpty
          key={one.id}
          fact={`${t(fieldTexts[one.field] ?? fileTexts.title)} → ${one.wanted}`}
          fill={t(correctionTexts.due, { day: formatDay(one.answerDueOn, language) })}
        />
      ))}
    </section>
  )
}
