import { type Checked, checkReceipt } from './check.ts'
import { kindWords, type Language, limitWords, sourceWords, termWords, type Text, words } from './words.ts'
import './verify.css'

// One page without frame or server: it is kept as a single file, so it is written with what browsers bring along.
let language: Language = navigator.language.startsWith('zh') ? 'zh' : 'en'
let given = ''
let typed = ''

const hashLabels = { sha256: 'SHA-256', sm3: 'SM3' } as const
const MOST_BYTES = 1_000_000

function say(text: Text, facts: Readonly<Record<string, string | number>> = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place))
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  given: { readonly text?: string; readonly className?: string },
  ...children: readonly Node[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  if (given.className !== undefined) element.className = given.className
  if (given.text !== undefined) element.textContent = given.text
  element.append(...children)
  return element
}

const result = make('section', { className: 'result' })
result.setAttribute('role', 'status')

function draw(): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.title = say(words.title)
  document
    .getElementById('app')
    ?.replaceChildren(head(), make('p', { text: say(words.intro) }), receiptField(), rootField(), result)
  check()
}

function head(): HTMLElement {
  const other = make('button', { text: say(words.other) })
  other.type = 'button'
  other.lang = language === 'zh' ? 'en' : 'zh-CN'
  other.addEventListener('click', () => {
    language = language === 'zh' ? 'en' : 'zh'
    draw()
  })
  return make('header', {}, make('h1', { text: say(words.title) }), other)
}

function receiptField(): HTMLElement {
  const area = make('textarea', {})
  area.id = 'receipt'
  area.value = given
  area.spellcheck = false
  area.addEventListener('input', () => take(area.value))
  const file = make('input', {})
  file.type = 'file'
  file.accept = '.json,application/json,text/plain'
  const pick = make('label', { className: 'pick', text: say(words.file) }, file)
  const read = async (chosen: File | undefined) => {
    if (chosen === undefined || chosen.size > MOST_BYTES) return take('?')
    area.value = await chosen.text()
    take(area.value)
  }
  file.addEventListener('change', () => void read(file.files?.[0]))
  const label = make('label', { text: say(words.paste) })
  label.htmlFor = area.id
  const drop = make(
    'div',
    { className: 'drop' },
    make('div', { className: 'row' }, pick, make('span', { className: 'soft', text: say(words.drop) })),
    make('div', {}, label, area),
  )
  drop.addEventListener('dragover', (event) => {
    event.preventDefault()
    drop.classList.add('over')
  })
  drop.addEventListener('dragleave', () => drop.classList.remove('over'))
  drop.addEventListener('drop', (event) => {
    event.preventDefault()
    drop.classList.remove('over')
    void read(event.dataTransfer?.files[0])
  })
  return drop
}

function rootField(): HTMLElement {
  const input = make('input', {})
  input.type = 'text'
  input.id = 'root'
  input.value = typed
  input.autocomplete = 'off'
  input.spellcheck = false
  input.setAttribute('aria-describedby', 'root-help')
  input.addEventListener('input', () => {
    typed = input.value
    check()
  })
  const label = make('label', { text: say(words.root) })
  label.htmlFor = input.id
  const help = make('p', { className: 'soft small', text: say(words.rootHelp) })
  help.id = 'root-help'
  return make('div', {}, label, input, help)
}

function take(text: string): void {
  given = text
  check()
}

function check(): void {
  const checked = checkReceipt(given, typed)
  result.dataset['verdict'] = checked.verdict
  result.replaceChildren(...resultOf(checked))
}

function resultOf(checked: Checked): readonly Node[] {
  if (checked.verdict === 'nothing') return [make('p', { className: 'soft', text: say(words.nothing) })]
  if (checked.verdict === 'unreadable') {
    return [
      make('h2', { className: 'fails', text: say(words.unreadable) }),
      make('p', { text: say(words.unreadableNext) }),
    ]
  }
  return [...verdictOf(checked), proofsOf(checked), ...lineOf(checked)]
}

type Read = Extract<Checked, { readonly proofs: unknown }>

function verdictOf({ verdict, leaf, proofs }: Read): readonly Node[] {
  const isSm3Only = proofs.every(({ hash, state }) => state === 'none' || hash === 'sm3')
  const found = {
    holds: { title: words.holds, next: words.holdsNext, className: 'holds' },
    half: { title: words.half, next: words.halfNext, className: 'half' },
    short: { title: words.short, next: words.rootHelp, className: 'half' },
    differs: {
      title: words.differs,
      next: isSm3Only ? words.differsSm3 : words.differsNext,
      className: 'fails',
    },
    fails: {
      title: words.fails,
      next: leaf === undefined ? words.lineUnreadable : words.failsNext,
      className: 'fails',
    },
  }[verdict]
  return [
    make('h2', { className: found.className, text: say(found.title) }),
    make('p', { text: say(found.next) }),
  ]
}

function proofsOf({ proofs, receipt }: Read): HTMLElement {
  const lines = proofs.map(({ hash, state, root, isTyped }) => {
    const facts = { hash: hashLabels[hash], day: receipt.day, root }
    const text = say(
      { holds: words.proofHolds, fails: words.proofFails, none: words.proofNone }[state],
      facts,
    )
    const tail = isTyped ? `（${say(words.matches)}）` : ''
    const className = { holds: 'holds', fails: 'fails', none: 'soft' }[state]
    return make('li', { className, text: text + tail })
  })
  return make('ul', {}, ...lines)
}

function lineOf({ leaf, receipt, proofs }: Read): readonly Node[] {
  if (leaf === undefined) return []
  const { entry } = leaf
  const facts: readonly (readonly [Text, string | null])[] = [
    [words.credited, points(entry.credited)],
    [words.raw, points(entry.raw)],
    [
      words.limit,
      entry.limit &&
        say(words.limitText, {
          limit: say(limitWords[entry.limit.by]),
          cap: points(entry.limit.cap),
          used: points(entry.limit.used),
        }),
    ],
    [words.kind, say(kindWords[entry.kind])],
    [words.term, say(termWords[entry.term])],
    [words.item, entry.itemCode],
    [words.deedOn, entry.deedOn],
    [words.postedAt, say(words.beijing, { time: beijing(entry.postedAt) })],
    [words.month, entry.month],
    [words.source, say(sourceWords[entry.source.kind])],
    [words.reason, entry.reason],
    [words.place, say(words.placeText, { index: receipt.index + 1, day: receipt.day, size: receipt.size })],
  ]
  const numbers: readonly (readonly [Text, string | null])[] = [
    [words.id, entry.id],
    [words.member, entry.memberId],
    [words.org, entry.orgId],
    [words.county, leaf.countyId],
    [words.version, entry.schemeVersionId],
    [words.author, entry.authorId],
    [words.reviewer, entry.reviewerId],
    [words.refersTo, entry.refersTo],
    [words.evidence, entry.evidence.join('  ') || null],
    ...proofs.map(({ hash, leafHash }) => {
      const label = {
        zh: `${words.leafHash.zh} ${hashLabels[hash]}`,
        en: `${words.leafHash.en}, ${hashLabels[hash]}`,
      }
      return [label, leafHash] as const
    }),
  ]
  return [
    make('h2', { text: say(words.line) }),
    make('p', { className: 'soft small', text: say(words.lineHelp) }),
    list(facts),
    make('details', {}, make('summary', { text: say(words.more) }), list(numbers)),
  ]
}

function list(facts: readonly (readonly [Text, string | null])[]): HTMLElement {
  const rows = facts.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [make('dt', { text: say(label) }), make('dd', { text: value })],
  )
  return make('dl', {}, ...rows)
}

const points = (hundredths: number) => (hundredths / 100).toFixed(2).replace('-', '−')

const BEIJING_MS = 8 * 3_600_000
const beijing = (instant: Date) =>
  new Date(instant.getTime() + BEIJING_MS).toISOString().slice(0, 19).replace('T', ' ')

draw()
