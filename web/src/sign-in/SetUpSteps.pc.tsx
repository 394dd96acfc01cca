import { CheckBox, TextField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import type { Post, SetUp } from './hooks-set-up.ts'
import { posts } from './hooks-set-up.ts'
import { firstPeopleLabels, setUpLabels } from './labels-set-up.ts'

type Props = { readonly setUp: SetUp }

export function SetUpCode({ setUp }: Props) {
  const t = useText()
  return (
    <section className="form">
      <div>
        <h2 className="ph1">{t(setUpLabels.codeTitle)}</h2>
        <p className="t2">{t(setUpLabels.codeText)}</p>
      </div>
      <TextField
        label={t(setUpLabels.code)}
        help={t(setUpLabels.codeHelp)}
        placeholder={t(setUpLabels.codeExample)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        value={setUp.typed.code}
        onValue={(code) => setUp.type({ code })}
        error={setUp.errorAt('code')}
      />
    </section>
  )
}

export function SetUpCounty({ setUp }: Props) {
  const t = useText()
  const { typed, type, errorAt } = setUp
  return (
    <section className="form">
      <h2 className="ph1">{t(setUpLabels.countyTitle)}</h2>
      <TextField
        label={t(setUpLabels.countyName)}
        help={t(setUpLabels.countyNameHelp)}
        autoComplete="off"
        maxLength={40}
        value={typed.countyName}
        onValue={(countyName) => type({ countyName })}
        error={errorAt('countyName')}
      />
      <TextField
        label={t(setUpLabels.countyCode)}
        help={t(setUpLabels.countyCodeHelp)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        value={typed.countyCode}
        onValue={(countyCode) => type({ countyCode })}
        error={errorAt('countyCode')}
      />
      <TextField
        label={t(setUpLabels.rootName)}
        help={t(setUpLabels.rootNameHelp)}
        autoComplete="off"
        maxLength={60}
        value={typed.rootName ?? ''}
        onValue={(rootName) => type({ rootName })}
        error={errorAt('rootName')}
      />
    </section>
  )
}

export function SetUpPeople({ setUp }: Props) {
  const t = useText()
  const { typed, type } = setUp
  return (
    <section>
      <h2 className="ph1">{t(setUpLabels.peopleTitle)}</h2>
      <p className="t2 set-up-text">{t(setUpLabels.peopleText)}</p>
      <div className="set-up-people">
        {posts.map((post) => (
          <PersonFields key={post} post={post} setUp={setUp} />
        ))}
      </div>
      <CheckBox checked={typed.secondFactor} onChecked={(secondFactor) => type({ secondFactor })}>
        {t(setUpLabels.secondFactor)}
        <span className="block s t3">{t(setUpLabels.secondFactorHelp)}</span>
      </CheckBox>
    </section>
  )
}

function PersonFields({ post, setUp }: Props & { post: Post }) {
  const t = useText()
  const { typed, type, errorAt } = setUp
  const { role, task } = firstPeopleLabels[post]
  const person = typed.people[post]
  const change = (part: Partial<typeof person>) =>
    type({ people: { ...typed.people, [post]: { ...person, ...part } } })
  return (
    <fieldset className="set-up-person">
      <legend>
        <span className="sec">{t(role)}</span>
        <span className="block s t2">{t(task)}</span>
      </legend>
      <TextField
        label={t(setUpLabels.personName)}
        autoComplete="off"
        maxLength={40}
        value={person.name}
        onValue={(name) => change({ name })}
        error={errorAt(`${post}.name`)}
      />
      <TextField
        label={t(setUpLabels.personAccount)}
        placeholder={post === 'system' ? t(setUpLabels.personAccountHelp) : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={80}
        value={person.accountName}
        onValue={(accountName) => change({ accountName })}
        error={errorAt(`${post}.accountName`)}
      />
    </fieldset>
  )
}
