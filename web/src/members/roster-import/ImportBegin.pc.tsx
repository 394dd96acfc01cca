import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { Bar } from '../../shared/kit/Bar.tsx'
import { Button } from '../../shared/kit/Button.tsx'
import { Icon } from '../../shared/kit/Icon.tsx'
import { StateError } from '../../shared/kit/states.tsx'
import type { Text } from '../../shared/texts.ts'
import { useText } from '../../shared/texts.ts'
import { useUploadOperation } from '../../shared/use-operation.ts'
import type { Target } from './hooks.ts'
import { useImports } from './hooks.ts'
import { StateTag } from './ImportState.pc.tsx'
import { importRefusals, importTexts } from './labels.ts'

const MOST_BYTES = 30_000_000
const OPEN = ['reading', 'mapping', 'ready', 'applying']
const MOST_SHOWN = 10

type BeginProps = { readonly target: Target; readonly onImport: (importId: string) => void }

/** Choosing the sheet; what was begun earlier for this organisation and is not written stands below. */
export function ImportBegin({ target, onImport }: BeginProps) {
  const t = useText()
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [wrong, setWrong] = useState<{ text: Text; name: string }>()
  const [share, setShare] = useState(0)
  const begin = useUploadOperation('roster-import.begin', {
    refreshes: ['roster-import.list'],
    onDone: ({ importId }) => onImport(importId),
  })
  const take = (file: File | undefined) => {
    if (file === undefined || begin.isPending) return
    const { name, size } = file
    if (!/\.(?:xlsx|csv|txt|xls|et)$/i.test(name)) return setWrong({ text: importTexts.wrongKind, name })
    if (size > MOST_BYTES) return setWrong({ text: importTexts.tooLarge, name })
    setWrong(undefined)
    setShare(0)
    begin.mutate({ input: { orgId: target.orgId, fileName: name }, file, onSent: setShare })
  }
  return (
    <>
      <p className="s b">{t(importTexts.intoOrg, { org: target.orgName })}</p>
      <p className="s t2">{t(importTexts.tell)}</p>
      <div
        className={over ? 'import-drop over' : 'import-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files[0])
        }}
      >
        <div className="acts">
          <Button ink icon="upload" onClick={() => chooser.current?.click()}>
            {t(importTexts.pick)}
          </Button>
          <span className="s t3">{t(importTexts.drop)}</span>
        </div>
        <input
          ref={chooser}
          type="file"
          className="sr"
          tabIndex={-1}
          aria-hidden="true"
          accept=".xlsx,.csv"
          onChange={(event) => {
            take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <p className="c t3">{t(importTexts.kinds)}</p>
        <p className="c t3 import-secrets">
          <Icon name="shield" />
          {t(importTexts.secrets)}
        </p>
      </div>
      <div role="status">
        {begin.isPending && (
          <Bar
            done={share}
            all={1}
            words={t(importTexts.sending, {
              name: begin.variables.file.name,
              percent: Math.round(share * 100),
            })}
          />
        )}
        {wrong && <p className="s seal">{t(wrong.text, { name: wrong.name })}</p>}
      </div>
      {begin.error && (
        <StateError
          error={begin.error}
          refusals={importRefusals}
          retry={begin.variables && (() => begin.mutate(begin.variables))}
        />
      )}
      <OpenOnes target={target} onImport={onImport} />
    </>
  )
}

function OpenOnes({ target, onImport }: BeginProps) {
  const t = useText()
  const found = useImports(target.orgId, 0, MOST_SHOWN)
  const open = found.data?.rows.filter(({ state }) => OPEN.includes(state)) ?? []
  return (
    <section className="import-open">
      {open.length > 0 && (
        <>
          <h3 className="s b head">{t(importTexts.openOnes)}</h3>
          <ul className="rows">
            {open.map((one) => (
              <li key={one.id} className="import-line">
                <span className="grow ell">{one.fileName}</span>
                <StateTag summary={one} />
                <button type="button" className="link s" onClick={() => onImport(one.id)}>
                  {t(importTexts.goOn)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Link href="/import" className="more">
        {t(importTexts.allImports)}
        <Icon name="right" />
      </Link>
    </section>
  )
}
