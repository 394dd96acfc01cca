import { useState } from 'react'
import { committeePosts, committeeSize } from '@steward/domain/organisation/committee.ts'
import { addYears, plainDate } from '@steward/domain/shared/plain-date.ts'
import { useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { RadioList, SelectField, TextField } from '../shared/kit/fields.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { ActDrawer, useAct } from './ActDrawer.pc.tsx'
import type { OrgShown, SeatView, TermView } from './hooks.ts'
import { filledTexts, postTexts } from './labels.ts'
import { formWords } from './labels-form.ts'
import type { FormProps } from './OrgForms.pc.tsx'
import type { Picked } from './Pickers.pc.tsx'
import { MemberPicker } from './Pickers.pc.tsx'
import { wordsOf } from './ShapeFields.pc.tsx'

type Filled = 'election' | 'appointment'
type Post = (typeof committeePosts)[number]
type Seat = { readonly person: Picked | undefined; readonly post: Post }

/** Above branches a post is held by any member of the county; elsewhere by one of the organisation's own. */
function poolOf({ org, path }: OrgShown): string {
  const isCommittee =
    org.kind === 'baseCommittee' || org.kind === 'workCommittee' || org.kind === 'countyCommittee'
  return isCommittee ? (path[0]?.id ?? org.id) : org.id
}

function FilledBy({ value, onValue }: { value: Filled; onValue: (value: Filled) => void }) {
  const t = useText()
  const choices = wordsOf(filledTexts).map((word) => ({ value: word, label: t(filledTexts[word]) }))
  return <RadioList label={t(formWords.filledBy)} value={value} onValue={onValue} choices={choices} />
}

/** A new committee with its term (R-004…R-007). */
export function CommitteeForm({ shown, onClose }: FormProps) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const { org, counts } = shown
  const size = committeeSize(org.kind, counts.fullMembers)
  const [startsOn, setStartsOn] = useState<string>(today)
  const [filledBy, setFilledBy] = useState<Filled>(org.form === 'temporary' ? 'appointment' : 'election')
  const [documentNumber, setDocumentNumber] = useState('')
  const [seats, setSeats] = useState<readonly Seat[]>(() => startSeats(size?.min ?? 1))
  const act = useAct('organisation.record-committee', 'committee', onClose, ({ endsOn }) => ({
    day: formatDay(endsOn, language),
  }))
  const change = (index: number, part: Partial<Seat>) =>
    setSeats(seats.map((seat, at) => (at === index ? { ...seat, ...part } : seat)))
  const filled = seats.flatMap(({ person, post }) => (person ? [{ memberId: person.id, post }] : []))
  const missing = filled.length < seats.length || documentNumber.trim() === '' || startsOn === ''
  const rule = org.kind === 'generalBranch' ? formWords.seatsGeneral : ruleOf(size)
  return (
    <ActDrawer
      act="committee"
      wide
      org={org}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={missing ? t(formWords.fillAll) : undefined}
      onSubmit={() => act.mutate({ orgId: org.id, startsOn, filledBy, documentNumber, seats: filled })}
    >
      <div className="form-pair">
        <DateField label={t(formWords.startsOn)} max={today} value={startsOn} onValue={setStartsOn} />
        <TextField
          label={t(formWords.documentNumber)}
          value={documentNumber}
          maxLength={60}
          onValue={setDocumentNumber}
        />
      </div>
      <FilledBy value={filledBy} onValue={setFilledBy} />
      <div>
        <h3 className="b">{t(formWords.seats)}</h3>
        <p className="s t2">{t(formWords.seatsHelp, { count: counts.fullMembers, rule: t(rule) })}</p>
        {seats.map((seat, index) => (
          <div className="org-seat" key={index}>
            <SelectField
              label={<span className="sr">{t(formWords.post)}</span>}
              value={seat.post}
              choices={committeePosts.map((post) => ({ value: post, label: t(postTexts[post]) }))}
              onValue={(post) => change(index, { post })}
            />
            <MemberPicker
              label={t(formWords.person)}
              orgId={poolOf(shown)}
              value={seat.person}
              onValue={(person) => change(index, { person })}
            />
            {seats.length > 1 && (
              <Button plain small onClick={() => setSeats(seats.filter((_, at) => at !== index))}>
                {t(formWords.remove)}
              </Button>
            )}
          </div>
        ))}
        <div className="acts">
          <Button small onClick={() => setSeats([...seats, { person: undefined, post: 'member' }])}>
            {t(formWords.addSeat)}
          </Button>
        </div>
      </div>
    </ActDrawer>
  )
}

function startSeats(count: number): Seat[] {
  const posts = committeePosts.filter((post) => post !== 'deputySecretary')
  return posts.slice(0, Math.max(1, count)).map((post) => ({ person: undefined, post }))
}

function ruleOf(size: ReturnType<typeof committeeSize>) {
  if (size === null) return formWords.seatsAny
  return size.min === 1 ? formWords.seatsSmall : formWords.seatsCommittee
}

/** Another end of the term, approved from above. */
export function ExtendForm({ shown: { org }, term, onClose }: FormProps & { term: TermView }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const [newEnd, setNewEnd] = useState('')
  const [approvedOn, setApprovedOn] = useState<string>(today)
  const [documentNumber, setDocumentNumber] = useState('')
  const act = useAct('organisation.extend-term', 'extend', onClose, ({ endsOn }) => ({
    day: formatDay(endsOn, language),
  }))
  const latest = addYears(plainDate(term.startedOn), term.years + 1)
  return (
    <ActDrawer
      act="extend"
      org={org}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={newEnd === '' || documentNumber.trim() === '' ? t(formWords.fillAll) : undefined}
      onSubmit={() =>
        act.mutate({ termId: term.id, revision: term.revision, newEnd, approvedOn, documentNumber })
      }
    >
      <DateField
        label={t(formWords.newEnd)}
        help={t(formWords.newEndHelp, { latest: formatDay(latest, language) })}
        value={newEnd}
        onValue={setNewEnd}
      />
      <DateField label={t(formWords.approvedOn)} max={today} value={approvedOn} onValue={setApprovedOn} />
      <TextField
        label={t(formWords.documentNumber)}
        help={t(formWords.documentHelp)}
        value={documentNumber}
        onValue={setDocumentNumber}
      />
    </ActDrawer>
  )
}

/** One post inside the term. */
export function FillForm({ shown, onClose }: FormProps) {
  const t = useText()
  const today = useToday()
  const { org, terms } = shown
  const held =
    terms.find(({ endedOn }) => endedOn === null)?.seats.filter(({ untilOn }) => untilOn === null) ?? []
  const free = committeePosts.filter((post) => post === 'member' || !held.some((seat) => seat.post === post))
  const [post, setPost] = useState<Post>(free[0] ?? 'member')
  const [person, setPerson] = useState<Picked>()
  const [fromOn, setFromOn] = useState<string>(today)
  const [filledBy, setFilledBy] = useState<Filled>(org.form === 'temporary' ? 'appointment' : 'election')
  const [documentNumber, setDocumentNumber] = useState('')
  const act = useAct('organisation.fill-post', 'fill', onClose)
  return (
    <ActDrawer
      act="fill"
      org={org}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={!person || documentNumber.trim() === '' ? t(formWords.fillAll) : undefined}
      onSubmit={() =>
        person && act.mutate({ orgId: org.id, memberId: person.id, post, fromOn, filledBy, documentNumber })
      }
    >
      <SelectField
        label={t(formWords.post)}
        value={post}
        choices={free.map((word) => ({ value: word, label: t(postTexts[word]) }))}
        onValue={setPost}
      />
      <MemberPicker label={t(formWords.person)} orgId={poolOf(shown)} value={person} onValue={setPerson} />
      <FilledBy value={filledBy} onValue={setFilledBy} />
      <div className="form-pair">
        <DateField label={t(formWords.fromOn)} max={today} value={fromOn} onValue={setFromOn} />
        <TextField label={t(formWords.documentNumber)} value={documentNumber} onValue={setDocumentNumber} />
      </div>
    </ActDrawer>
  )
}

export function EndForm({ shown: { org }, seat, onClose }: FormProps & { seat: SeatView }) {
  const t = useText()
  const today = useToday()
  const [on, setOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const act = useAct('organisation.end-post', 'end', onClose)
  return (
    <ActDrawer
      act="end"
      title={`${t(postTexts[seat.post])} ${seat.name}`}
      org={org}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={reason.trim() === '' ? t(formWords.fillAll) : undefined}
      onSubmit={() => act.mutate({ postId: seat.postId, on, reason })}
    >
      <DateField label={t(formWords.endOn)} max={today} value={on} onValue={setOn} />
      <TextField label={t(formWords.reason)} value={reason} maxLength={200} onValue={setReason} />
    </ActDrawer>
  )
}

export function LeaderForm({ shown: { org }, onClose }: FormProps) {
  const t = useText()
  const today = useToday()
  const [person, setPerson] = useState<Picked>()
  const [fromOn, setFromOn] = useState<string>(today)
  const act = useAct('organisation.set-group-leader', 'leader', onClose)
  return (
    <ActDrawer
      act="leader"
      org={org}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={person ? undefined : t(formWords.fillChoice)}
      onSubmit={() => person && act.mutate({ orgId: org.id, memberId: person.id, fromOn })}
    >
      <MemberPicker label={t(formWords.person)} orgId={org.id} value={person} onValue={setPerson} />
      <DateField label={t(formWords.fromOn)} max={today} value={fromOn} onValue={setFromOn} />
    </ActDrawer>
  )
}
