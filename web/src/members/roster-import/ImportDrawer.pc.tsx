import { useState } from 'react'
import { formatNumber } from '../../shared/formats.ts'
import { Drawer } from '../../shared/kit/layers.tsx'
import { Fetched } from '../../shared/kit/states.tsx'
import { useText } from '../../shared/texts.ts'
import type { RosterImport, Target } from './hooks.ts'
import { useRosterImport } from './hooks.ts'
import { AbandonButton, hasActs, ImportActs } from './ImportActs.pc.tsx'
import { ImportBegin } from './ImportBegin.pc.tsx'
import { ImportCounts, ImportGroups } from './ImportGroups.pc.tsx'
import { ImportMapping } from './ImportMapping.pc.tsx'
import { EndBody, UnreadableBody, WorkBody } from './ImportState.pc.tsx'
import { importTexts, mappingTexts } from './labels.ts'
import './Import.css'

type DrawerProps = {
  /** Where a new import goes; that of the import itself once there is one. */
  readonly target?: Target
  readonly importId: string | undefined
  readonly onImport: (importId: string) => void
  readonly onClose: () => void
}

/** One import from choosing the file to its end, beside the roster or the list of imports. */
export function ImportDrawer({ target, importId, onImport, onClose }: DrawerProps) {
  const t = useText()
  const [againAfter, setAgainAfter] = useState<string>()
  const [mappingOf, setMappingOf] = useState<string>()
  const found = useRosterImport(importId)
  const imported = importId === undefined || againAfter === importId ? undefined : found.data
  const isBeginning = importId === undefined || againAfter === importId
  const into = found.data && importId !== undefined ? targetOf(found.data) : target
  const isMapping = imported?.state === 'ready' && mappingOf === imported.id
  const title = isMapping || imported?.state === 'mapping' ? mappingTexts.title : undefined
  return (
    <Drawer
      wide
      title={t(title ?? (isBeginning ? importTexts.title : importTexts.checkTitle))}
      onClose={onClose}
      acts={
        imported &&
        !isMapping &&
        hasActs(imported) && (
          <ImportActs
            imported={imported}
            onMapping={() => setMappingOf(imported.id)}
            onAgain={() => setAgainAfter(imported.id)}
          />
        )
      }
    >
      {isBeginning
        ? into && <ImportBegin target={into} onImport={onImport} />
        : importId !== undefined && (
            <Fetched from={found} what={t(importTexts.what)}>
              {(shown) => (
                <ImportBody imported={shown} isMapping={isMapping} onMapped={() => setMappingOf(undefined)} />
              )}
            </Fetched>
          )}
    </Drawer>
  )
}

function targetOf({ orgId, orgName }: RosterImport): Target {
  return { orgId, orgName }
}

type BodyProps = {
  readonly imported: RosterImport
  readonly isMapping: boolean
  readonly onMapped: () => void
}

function ImportBody({ imported, isMapping, onMapped }: BodyProps) {
  const { state, mapping } = imported
  const isOpen = state === 'ready' || state === 'mapping' || state === 'reading' || state === 'unreadable'
  return (
    <>
      <FileLine imported={imported} isMapping={isMapping} />
      {isMapping && mapping ? (
        <ImportMapping key={imported.id} imported={imported} mapping={mapping} onBack={onMapped} />
      ) : (
        <StateBody imported={imported} />
      )}
      {isOpen && !isMapping && <AbandonButton imported={imported} />}
    </>
  )
}

function StateBody({ imported }: { imported: RosterImport }) {
  const { state, mapping } = imported
  switch (state) {
    case 'reading':
    case 'applying':
      return <WorkBody imported={imported} />
    case 'unreadable':
      return <UnreadableBody imported={imported} />
    case 'mapping':
      return mapping && <ImportMapping imported={imported} mapping={mapping} />
    case 'abandoned':
      return <EndBody imported={imported} />
    case 'applied':
    case 'undone':
      return (
        <>
          <EndBody imported={imported} />
          <ImportGroups imported={imported} />
        </>
      )
    case 'ready':
      return <ImportGroups imported={imported} />
  }
}

function FileLine({ imported, isMapping }: { imported: RosterImport; isMapping: boolean }) {
  const t = useText()
  const { fileName, rowCount, state, counts } = imported
  return (
    <div className={state === 'ready' && !isMapping ? 'import-head fixed' : 'import-head'}>
      <p className="s t2">
        {rowCount > 0
          ? t(importTexts.fileRows, { file: fileName, rows: formatNumber(rowCount) })
          : `${fileName} `}
        {(state === 'ready' || state === 'mapping') && <b>{t(importTexts.nothingWritten)}</b>}
      </p>
      {state === 'ready' && !isMapping && <ImportCounts counts={counts} />}
    </div>
  )
}
