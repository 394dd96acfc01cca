import { useState } from 'react'
import { Redirect, useLocation, useParams, useSearch } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { Columns } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useSession } from '../shared/session.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { CommitteeForm, EndForm, ExtendForm, FillForm, LeaderForm } from './CommitteeForms.pc.tsx'
import type { OrgShown } from './hooks.ts'
import { useOrg } from './hooks.ts'
import { pageTexts } from './labels-page.ts'
import { CorrectForm, DissolveForm, MergeForm, MoveForm, RenameForm, ShapeForm } from './OrgForms.pc.tsx'
import type { OpenAct } from './OrgPanel.pc.tsx'
import { OrgPanel } from './OrgPanel.pc.tsx'
import { OrgTabs } from './OrgTabs.pc.tsx'
import { OrgTree } from './OrgTree.pc.tsx'
import { FactForm, FileForm, PlanForm } from './RecordForms.pc.tsx'
import { RegisterForm, SetUpForm } from './SetUpForm.pc.tsx'
import { SplitForm } from './SplitForm.pc.tsx'

/** Links to one organisation keep the tree where it is. */
export function OrganisationLink() {
  const { orgId } = useParams<{ orgId: string }>()
  return <Redirect to={`/organisations?org=${orgId}`} replace />
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Tree, organisation, drawer. The organisation and the day looked at stand in the address. */
export function OrganisationsPage() {
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const session = useSession()
  const asOf = search.get('day') ?? undefined
  const asked = search.get('org')
  const orgId = asked !== null && uuid.test(asked) ? asked : session.org?.id
  const [act, setAct] = useState<OpenAct & { orgId: string }>()
  const go = (change: Record<string, string | undefined>) => {
    const next = new URLSearchParams(search)
    for (const [key, value] of Object.entries(change)) {
      if (value === undefined) next.delete(key)
      else next.set(key, value)
    }
    navigate(`/organisations?${next}`)
  }
  const shown = useOrg(orgId ?? '', orgId !== undefined)
  const close = () => setAct(undefined)
  const isHere = act !== undefined && act.orgId === orgId && shown.data?.org.id === orgId
  return (
    <Columns
      tree={<OrgTree selectedId={orgId} asOf={asOf} onSelect={(id) => go({ org: id })} />}
      drawer={isHere && shown.data && <ActForm key={act.name} act={act} shown={shown.data} onClose={close} />}
    >
      <div className="org-columns">
        <OrgTabs />
        {!isHere && <DayChooser day={asOf} onDay={(day) => go({ day })} />}
      </div>
      {asOf !== undefined && <PastNote day={asOf} onNow={() => go({ day: undefined })} />}
      {orgId === undefined ? (
        <Choose />
      ) : (
        <Fetched from={shown} what={shown.data?.org.name} rows={6}>
          {(data) => <OrgPanel shown={data} onAct={(next) => setAct({ ...next, orgId })} />}
        </Fetched>
      )}
    </Columns>
  )
}

function Choose() {
  const t = useText()
  return (
    <div className="org-page">
      <StateEmpty fact={t(pageTexts.choose)} fill={t(pageTexts.chooseNext)} />
    </div>
  )
}

function PastNote({ day, onNow }: { day: string; onNow: () => void }) {
  const t = useText()
  const [language] = useLanguage()
  return (
    <div className="org-past-place">
      <p className="org-past s">
        {t(pageTexts.asOfNote, { day: formatDay(day, language) })}
        <Button small onClick={onNow}>
          {t(pageTexts.asOfNow)}
        </Button>
      </p>
    </div>
  )
}

function DayChooser({ day, onDay }: { day: string | undefined; onDay: (day: string | undefined) => void }) {
  const t = useText()
  const today = useToday()
  return (
    <div className="org-day">
      <span className="s t3 nw">{t(pageTexts.asOf)}</span>
      <DateField
        label={t(pageTexts.asOf)}
        value={day ?? ''}
        max={today}
        onValue={(next) => onDay(next === '' || next >= today ? undefined : next)}
      />
    </div>
  )
}

function ActForm({ act, shown, onClose }: { act: OpenAct; shown: OrgShown; onClose: () => void }) {
  const given = { shown, onClose }
  switch (act.name) {
    case 'setUp':
      return <SetUpForm {...given} />
    case 'register':
      return <RegisterForm {...given} />
    case 'rename':
      return <RenameForm {...given} />
    case 'move':
      return <MoveForm {...given} />
    case 'merge':
      return <MergeForm {...given} />
    case 'split':
      return <SplitForm {...given} />
    case 'dissolve':
      return <DissolveForm {...given} />
    case 'changeForm':
      return <ShapeForm {...given} />
    case 'correct':
      return <CorrectForm {...given} />
    case 'fact':
      return <FactForm orgId={shown.org.id} onClose={onClose} />
    case 'committee':
      return <CommitteeForm {...given} />
    case 'extend':
      return <ExtendForm {...given} term={act.term} />
    case 'fill':
      return <FillForm {...given} />
    case 'end':
      return <EndForm {...given} seat={act.seat} />
    case 'leader':
      return <LeaderForm {...given} />
    case 'plan':
      return <PlanForm orgId={shown.org.id} orgName={shown.org.name} defect={act.defect} onClose={onClose} />
    case 'file':
      return <FileForm actId={act.actId} onClose={onClose} />
  }
}
