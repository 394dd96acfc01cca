import { useState } from 'react'
import { useParams } from 'wouter'
import type { OutputOf } from '../shared/call.ts'
import { useToday } from '../shared/clock.ts'
import { formatDay, formatNumber, formatPoints } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { TextArea, TextField } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { YearStep } from './BranchPage.pc.tsx'
import { useLoopYear } from './hooks.ts'
import { flagTexts, groupTexts, lensTexts } from './labels-lens.ts'
import { yearRefusals } from './labels-refusal.ts'
import './Year.css'

type Lens = OutputOf<'lens.show'>
type Flag = Lens['flags'][number]

/** /year/lens/:orgId: what differs far from peers; an invitation to talk, never a correction. */
export function LensPage() {
  const t = useText()
  const { orgId = '' } = useParams()
  const { year } = useLoopYear()
  const found = useQueryOperation('lens.show', { orgId, year }, { keepPrevious: true })
  return (
    <div className="loop-page">
      <Fetched from={found} what={t(lensTexts.what)} rows={6} columns="1fr 80px 80px 80px">
        {(data) => (
          <>
            <header className="loop-head">
              <h1 className="ph1">{t(lensTexts.title, { year: data.year })}</h1>
              <YearStep year={data.year} />
              <span className="s t2 grow">
                {data.org.name} · {t(lensTexts.among, { org: data.among.name })}
              </span>
            </header>
            <p className="t2">{t(lensTexts.rule)}</p>
            <Flags data={data} orgId={orgId} />
            <Branches data={data} />
            <Reviewers data={data} />
            <Groups data={data} />
          </>
        )}
      </Fetched>
    </div>
  )
}

function useFlagWords(): (flag: Flag) => string {
  const t = useText()
  return ({ code, subjectId, name, own, peers }) => {
    const group = subjectId in groupTexts ? t(groupTexts[subjectId as keyof typeof groupTexts]) : name // The key was looked up.
    return t(flagTexts[code], { name: group, own, peers })
  }
}

function Flags({ data, orgId }: { readonly data: Lens; readonly orgId: string }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const words = useFlagWords()
  const [talking, setTalking] = useState<Flag>()
  return (
    <section className="loop-part" aria-labelledby="flags">
      <h2 className="sec" id="flags">
        {t(lensTexts.flags)}
      </h2>
      {data.flags.length === 0 && <StateEmpty fact={t(lensTexts.none)} fill={t(lensTexts.noneNext)} />}
      {data.flags.map((flag) => (
        <div key={`${flag.code} ${flag.subjectId}`} className="lens-flag">
          <div className="between">
            <span>{words(flag)}</span>
            {data.may.includes('lens.note') && (
              <Button small onClick={() => setTalking(flag)}>
                {t(lensTexts.talk)}
              </Button>
            )}
          </div>
          {flag.talks.map(({ said, talkedWith, on, notedBy }) => (
            <p key={`${on} ${said}`} className="lens-talk s t2">
              {t(lensTexts.talkBy, {
                ...{ said, with: talkedWith, by: notedBy, day: formatDay(on, language, today) },
              })}
            </p>
          ))}
        </div>
      ))}
      {talking !== undefined && (
        <Talk flag={talking} orgId={orgId} year={data.year} onClose={() => setTalking(undefined)} />
      )}
    </section>
  )
}

type TalkProps = {
  readonly flag: Flag
  readonly orgId: string
  readonly year: number
  readonly onClose: () => void
}

function Talk({ flag, orgId, year, onClose }: TalkProps) {
  const t = useText()
  const today = useToday()
  const words = useFlagWords()
  const [talkedWith, setWith] = useState('')
  const [said, setSaid] = useState('')
  const [talkedOn, setOn] = useState<string>(today)
  const note = useCommandOperation('lens.note', { onDone: onClose })
  const { code, subjectId } = flag
  return (
    <Dialog
      open
      onClose={onClose}
      keepOpen={said !== ''}
      title={t(lensTexts.talkTitle)}
      acts={
        <>
          <Button plain onClick={onClose}>
            {t(lensTexts.cancel)}
          </Button>
          <Button
            ink
            busy={note.isPending && t(lensTexts.saving)}
            onClick={() => note.mutate({ orgId, year, code, subjectId, said, talkedWith, talkedOn })}
          >
            {t(lensTexts.save)}
          </Button>
        </>
      }
    >
      <div className="loop-form">
        <p>{words(flag)}</p>
        <TextField label={t(lensTexts.with)} value={talkedWith} onValue={setWith} maxLength={60} />
        <DateField label={t(lensTexts.on)} value={talkedOn} onValue={setOn} max={today} />
        <TextArea label={t(lensTexts.said)} value={said} onValue={setSaid} maxLength={500} />
        {note.isError && <StateError error={note.error} refusals={yearRefusals} />}
      </div>
    </Dialog>
  )
}

const gradeIds = ['excellent', 'qualified', 'basicallyQualified', 'unqualified'] as const

function Branches({ data }: { readonly data: Lens }) {
  const t = useText()
  return (
    <section className="loop-part" aria-labelledby="lens-branches">
      <h2 className="sec" id="lens-branches">
        {t(lensTexts.branches)}
      </h2>
      <table className="tbl compact">
        <thead>
          <tr>
            <th>{t(lensTexts.branch)}</th>
            <th className="num">{t(lensTexts.members)}</th>
            <th className="num">{t(lensTexts.mean)}</th>
            {gradeIds.map((grade) => (
              <th key={grade} className="num">
                {t(lensTexts[grade])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.branches.map((branch) => (
            <tr key={branch.orgId}>
              <td>{branch.orgName}</td>
              <td className="num">{branch.members}</td>
              <td className="num">{formatPoints(branch.mean)}</td>
              {gradeIds.map((grade) => (
                <td key={grade} className="num">
                  {branch.grades[grade]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Reviewers({ data }: { readonly data: Lens }) {
  const t = useText()
  return (
    <section className="loop-part" aria-labelledby="lens-reviewers">
      <h2 className="sec" id="lens-reviewers">
        {t(lensTexts.reviewers)}
      </h2>
      {data.reviewers.length === 0 ? (
        <p className="s t2">{t(lensTexts.reviewersNone)}</p>
      ) : (
        <table className="tbl compact">
          <thead>
            <tr>
              <th>{t(lensTexts.reviewer)}</th>
              <th className="num">{t(lensTexts.decided)}</th>
              <th className="num">{t(lensTexts.refused)}</th>
              <th className="num">{t(lensTexts.adjusted)}</th>
            </tr>
          </thead>
          <tbody>
            {data.reviewers.map((reviewer) => (
              <tr key={reviewer.reviewerId}>
                <td>{reviewer.name}</td>
                <td className="num">{formatNumber(reviewer.decided)}</td>
                <td className="num">{formatNumber(reviewer.refused)}</td>
                <td className="num">{formatNumber(reviewer.adjusted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Groups({ data }: { readonly data: Lens }) {
  const t = useText()
  return (
    <section className="loop-part" aria-labelledby="lens-groups">
      <h2 className="sec" id="lens-groups">
        {t(lensTexts.groups)}
      </h2>
      <table className="tbl compact">
        <thead>
          <tr>
            <th>{t(lensTexts.group)}</th>
            <th className="num">{t(lensTexts.members)}</th>
            <th className="num">{t(lensTexts.mean)}</th>
            <th className="num">{t(lensTexts.open)}</th>
          </tr>
        </thead>
        <tbody>
          {data.groups.map(({ group, members, mean, openPercent }) => (
            <tr key={group}>
              <td>{t(groupTexts[group])}</td>
              <td className="num">{formatNumber(members)}</td>
              <td className="num">{formatPoints(mean)}</td>
              <td className="num">{members === 0 ? '' : `${openPercent}%`}</td>
            </tr>
          ))}
          <tr>
            <td>{t(lensTexts.others)}</td>
            <td />
            <td className="num">{formatPoints(data.othersMean)}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  )
}
