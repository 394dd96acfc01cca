import { useEffect, useRef, useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { PrintedCode } from './hooks.ts'
import { useMembersInReach, useMoment } from './hooks.ts'
import { printLabels, slipLabels } from './labels.ts'
import { accessRefusals } from './labels-refusal.ts'
import type { Picked } from './PickOne.shared.tsx'
import { PickOne } from './PickOne.shared.tsx'
import { Slip } from './Slip.shared.tsx'

/** Prints a code for a member in reach; one at a time, each on its own slip. */
export function PrintCode({ wide }: { wide?: boolean }) {
  const t = useText()
  const [member, setMember] = useState<Picked>()
  const [search, setSearch] = useState('')
  const [printed, setPrinted] = useState<PrintedCode>()
  const found = useMembersInReach(search)
  const issue = useCommandOperation('counter-code.issue', { onDone: setPrinted, refreshes: [] })
  const words = member ? t(printLabels.print, { name: member.name }) : t(printLabels.printNone)
  const again = () => {
    setPrinted(undefined)
    setMember(undefined)
    issue.reset()
  }
  if (printed) return <Printed printed={printed} onAgain={again} wide={wide} />
  return (
    <div className="form print-code">
      <PickOne
        label={t(printLabels.who)}
        placeholder={t(printLabels.whoPlace)}
        help={t(printLabels.voids)}
        value={member}
        onValue={setMember}
        search={search}
        onSearch={setSearch}
        found={found}
      />
      {issue.error && <StateError error={issue.error} refusals={accessRefusals} />}
      <div className={wide ? 'foot' : 'acts'}>
        <Button
          act
          wide={wide}
          busy={issue.isPending && words}
          why={member ? undefined : t(printLabels.fill)}
          onClick={() => member && issue.mutate({ memberId: member.id })}
        >
          {words}
        </Button>
      </div>
    </div>
  )
}

type PrintedProps = {
  readonly printed: PrintedCode
  readonly onAgain: () => void
  readonly wide: boolean | undefined
}

function Printed({ printed, onAgain, wide }: PrintedProps) {
  const t = useText()
  const moment = useMoment()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className="print-code">
      <h2 className="sec" tabIndex={-1} ref={title}>
        {t(printLabels.done, { name: printed.name })}
      </h2>
      {printed.opened && <p className="s t2">{t(printLabels.opened, { name: printed.name })}</p>}
      <Slip
        facts={{
          county: printed.countyName,
          person: t(slipLabels.person, { name: printed.name, org: printed.orgName }),
          accountName: printed.accountName,
          secret: printed.code,
          kind: 'code',
          until: moment(printed.expiresAt),
          address: `${location.origin}/m/`,
        }}
      />
      <div className={wide ? 'foot print-acts' : 'acts'}>
        <Button act wide={wide} icon="printer" onClick={() => print()}>
          {t(slipLabels.print)}
        </Button>
        <Button wide={wide} onClick={onAgain}>
          {t(printLabels.another)}
        </Button>
      </div>
    </div>
  )
}
