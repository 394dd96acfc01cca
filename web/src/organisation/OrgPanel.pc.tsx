import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { daysBetween, formatDay, formatNumber } from '../shared/formats.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Menu } from '../shared/kit/Menu.tsx'
import { StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { inDays } from './ActDrawer.pc.tsx'
import type { DefectView, OrgShown, SeatView, TermView } from './hooks.ts'
import { useJoined } from './hooks.ts'
import {
  coverageTexts,
  defectReasons,
  defectTexts,
  factTexts,
  factValueTexts,
  fieldTexts,
  formTexts,
  kindTexts,
} from './labels.ts'
import { actTexts } from './labels-form.ts'
import { pageTexts } from './labels-page.ts'
import { ChangeLine } from './ChangeLines.pc.tsx'
import { CommitteeBlock } from './CommitteeBlock.pc.tsx'

/** What a drawer is open for. */
export type OpenAct =
  | { readonly name: 'rename' | 'move' | 'merge' | 'split' | 'dissolve' | 'changeForm' | 'correct' | 'fact' }
  | { readonly name: 'setUp' | 'register' | 'committee' | 'fill' | 'leader' }
  | { readonly name: 'extend'; readonly term: TermView }
  | { readonly name: 'end'; readonly seat: SeatView }
  | { readonly name: 'plan'; readonly defect: DefectView }
  | { readonly name: 'file'; readonly actId: string }

type PanelProps = { readonly shown: OrgShown; readonly onAct: (act: OpenAct) => void }

/** One organisation: facts, what is wrong with it and who mends it, committee, what stands below, units, history. */
export function OrgPanel({ shown, onAct }: PanelProps) {
  return (
    <div className="org-page">
      <Head shown={shown} onAct={onAct} />
      <Facts shown={shown} />
      {shown.org.dissolvedOn === null && <Defects shown={shown} onAct={onAct} />}
      <CommitteeBlock shown={shown} onAct={onAct} />
      <Below shown={shown} />
      <Units shown={shown} />
      <History shown={shown} onAct={onAct} />
    </div>
  )
}

function Head({ shown, onAct }: PanelProps) {
  const t = useText()
  const [language] = useLanguage()
  const { org, may } = shown
  const open = org.dissolvedOn === null
  const acts = ([] as OpenAct['name'][]).concat(
    open && may.includes('setUp') ? ['setUp', 'register'] : [],
    open && may.includes('change') ? ['rename', 'move', 'merge', 'split', 'changeForm', 'dissolve'] : [],
    open && may.includes('committee') ? ['correct', 'fact'] : [],
  )
  const plain = acts.flatMap((name) => (isPlain(name) ? [name] : []))
  return (
    <header className="org-head">
      <div>
        <h1 className="ph1">{org.name}</h1>
        <div className="org-tags">
          <Tag>{t(kindTexts[org.kind])}</Tag>
          {org.form !== null && org.form !== 'independent' && <Tag>{t(formTexts[org.form])}</Tag>}
          {org.canApprove && <Tag tone="indigo">{t(pageTexts.approving)}</Tag>}
          {org.dissolvedOn !== null && (
            <Tag tone="line">{t(pageTexts.dissolved, { day: formatDay(org.dissolvedOn, language) })}</Tag>
          )}
        </div>
      </div>
      <div className="acts">
        {may.includes('roster') && open && (
          <ButtonLink href={`/members?org=${org.id}`} icon="people">
            {t(pageTexts.roster)}
          </ButtonLink>
        )}
        {plain.length > 0 && (
          <Menu
            className="btn"
            button={t(pageTexts.more)}
            items={plain.map((name, index) => ({
              id: name,
              label: t(actTexts[name].title),
              apart: index > 0 && apart.has(name),
              onPick: () => onAct({ name }),
            }))}
          />
        )}
      </div>
    </header>
  )
}

const plainActs = [
  'rename',
  'move',
  'merge',
  'split',
  'dissolve',
  'changeForm',
  'correct',
  'fact',
  'setUp',
  'register',
] as const
type PlainAct = (typeof plainActs)[number]
const apart: ReadonlySet<string> = new Set(['rename', 'correct'])

function isPlain(name: OpenAct['name']): name is PlainAct {
  return plainActs.some((one) => one === name)
}

function Facts({ shown: { org, counts, facts } }: { shown: OrgShown }) {
  const t = useText()
  const [language] = useLanguage()
  const joined = useJoined()
  const missing = <span className="t3">{t(pageTexts.notGiven)}</span>
  return (
    <dl className="org-facts">
      <Fact name={t(pageTexts.members)}>
        <b>{formatNumber(counts.members)}</b>{' '}
        <span className="s t2">
          {t(pageTexts.fullMembers)} {formatNumber(counts.fullMembers)}
        </span>
      </Fact>
      {counts.branches > 0 && <Fact name={t(pageTexts.branches)}>{formatNumber(counts.branches)}</Fact>}
      <Fact name={t(pageTexts.founded)}>{formatDay(org.foundedOn, language)}</Fact>
      <Fact name={t(pageTexts.field)}>{t(fieldTexts[org.field])}</Fact>
      {org.form !== null && <Fact name={t(pageTexts.form)}>{t(formTexts[org.form])}</Fact>}
      {org.task !== '' && (
        <Fact name={t(pageTexts.task)}>
          {org.taskEndsOn === null
            ? org.task
            : t(pageTexts.taskEnds, { task: org.task, day: formatDay(org.taskEndsOn, language) })}
        </Fact>
      )}
      <Fact name={t(pageTexts.phone)}>{org.phone || missing}</Fact>
      <Fact name={t(pageTexts.address)}>{org.address || missing}</Fact>
      {facts.map(({ kind, value, fromOn, basis }) => {
        const word = factValueTexts[value]
        return (
          <Fact key={kind} name={t(factTexts[kind])}>
            {word ? t(word) : value}
            <span className="c t3 block">{joined.list([formatDay(fromOn, language), basis])}</span>
          </Fact>
        )
      })}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Defects({ shown: { defects, may }, onAct }: PanelProps) {
  const t = useText()
  const [language] = useLanguage()
  return (
    <section className="org-block">
      <div className="head">
        <h2 className="sec">{t(pageTexts.defects)}</h2>
      </div>
      {defects.length === 0 ? (
        <div className="org-defect">
          <StateEmpty fact={t(pageTexts.noDefects)} fill={t(pageTexts.noDefectsNext)} />
        </div>
      ) : (
        <ul className="rows">
          {defects.map((defect) => (
            <li key={defect.code} className="org-defect">
              <div>
                <DefectTagWord defect={defect} />{' '}
                <span>{t(defectReasons[defect.code], inDays(defect.figures, language))}</span>
                <DefectOwner defect={defect} />
              </div>
              {may.includes('plan') && (
                <div className="acts">
                  <Button small onClick={() => onAct({ name: 'plan', defect })}>
                    {t(defect.plan ? pageTexts.changePlan : pageTexts.makePlan)}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function DefectTagWord({ defect }: { defect: DefectView }) {
  const t = useText()
  return <Tag tone={defect.severity === 'defect' ? 'ochre' : 'plain'}>{t(defectTexts[defect.code])}</Tag>
}

/** Since when, who mends it, and the plan with its day. */
export function DefectOwner({ defect }: { defect: DefectView }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const joined = useJoined()
  const { ownerOrg, ownerPerson, plan } = defect
  const who =
    ownerPerson === null ? ownerOrg : t(pageTexts.ownerPerson, { org: ownerOrg, person: ownerPerson })
  const late = plan ? daysBetween(plan.dueOn, today) : 0
  return (
    <>
      <p className="s t2">
        {joined.list([
          t(pageTexts.since, { day: formatDay(defect.since, language, today) }),
          t(pageTexts.owner, { who }),
        ])}
        <span className="t3"> {defect.rule}</span>
      </p>
      <p className="s">
        {plan ? (
          <>
            {t(pageTexts.plan, {
              owner: plan.ownerName,
              what: plan.what,
              due: formatDay(plan.dueOn, language, today),
            })}{' '}
            {late > 0 && (
              <Tag tone="seal" tight>
                {t(pageTexts.planLate, { days: late })}
              </Tag>
            )}
          </>
        ) : (
          <span className="t3">{t(pageTexts.noPlan)}</span>
        )}
      </p>
    </>
  )
}

function Below({ shown: { below } }: { shown: OrgShown }) {
  const t = useText()
  if (below.length === 0) return null
  return (
    <section className="org-block">
      <div className="head">
        <h2 className="sec">{t(pageTexts.belowCount, { count: below.length })}</h2>
      </div>
      <div className="org-below">
        {below.map(({ id, name, members, form }) => (
          <Link key={id} href={`/organisations?org=${id}`}>
            <span className="ell">
              {name}{' '}
              {form !== null && form !== 'independent' && <span className="c t3">{t(formTexts[form])}</span>}
            </span>
            <span className="num t2">{formatNumber(members)}</span>
          </Link>
        ))}
      </div>
    </section>
  )
}

function Units({ shown: { units } }: { shown: OrgShown }) {
  const t = useText()
  const joined = useJoined()
  if (units.length === 0) return null
  return (
    <section className="org-block">
      <div className="head">
        <h2 className="sec">{t(pageTexts.units, { count: units.length })}</h2>
      </div>
      <ul className="org-units">
        {units.map(({ id, name, staff, coverage }) => (
          <li key={id}>
            <span className="ell">{name}</span>
            <span className="s t2 nw">
              {joined.list([t(coverageTexts[coverage]), t(pageTexts.staff, { count: formatNumber(staff) })])}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ shown: { history, may }, onAct }: PanelProps) {
  const t = useText()
  const onFile = may.includes('change') ? (actId: string) => onAct({ name: 'file', actId }) : undefined
  return (
    <section className="org-block">
      <div className="head">
        <h2 className="sec">{t(pageTexts.history)}</h2>
      </div>
      <ol className="rows">
        {history.map((change) => (
          <ChangeLine key={change.id} change={change} onFile={onFile} />
        ))}
      </ol>
    </section>
  )
}
