export type Json = { readonly [key: string]: unknown }
export type Changes = {
  /** A caller of today would break. */
  readonly incompatible: readonly string[]
  /** Different, and no caller notices. */
  readonly other: readonly string[]
}

type Side = 'input' | 'output'
type Found = { incompatible: string[]; other: string[] }

/** What a new OpenAPI document takes away from the callers of the old one. */
export function changesBetween(before: Json, after: Json): Changes {
  const found: Found = { incompatible: [], other: [] }
  const [old, fresh] = [operationsOf(before), operationsOf(after)]
  for (const [name, operation] of old) {
    const next = fresh.get(name)
    if (next === undefined) found.incompatible.push(`${name} is gone`)
    else compareOperation(name, [before, operation], [after, next], found)
  }
  for (const name of fresh.keys()) if (!old.has(name)) found.other.push(`${name} is new`)
  const silent = found.incompatible.length + found.other.length === 0
  if (silent && JSON.stringify(before) !== JSON.stringify(after))
    found.other.push('words of the document changed')
  return found
}

function operationsOf(document: Json): Map<string, Json> {
  const paths = Object.entries(objectAt(document, 'paths'))
  return new Map(
    paths.flatMap(([path, item]) =>
      Object.entries(asObject(item)).map(
        ([method, operation]) => [`${method.toUpperCase()} ${path}`, asObject(operation)] as const,
      ),
    ),
  )
}

function compareOperation(
  name: string,
  [old, before]: [Json, Json],
  [fresh, after]: [Json, Json],
  found: Found,
): void {
  const kept = new Set(listAt(after, 'x-refusals'))
  const known = new Set(listAt(before, 'x-refusals'))
  for (const code of known)
    if (!kept.has(code)) found.incompatible.push(`${name} no longer refuses with ${String(code)}`)
  for (const code of kept) if (!known.has(code)) found.other.push(`${name} may refuse with ${String(code)}`)
  const opened = (operation: Json) => listAt(operation, 'security').length === 0
  if (opened(before) && !opened(after)) found.incompatible.push(`${name} now needs a session`)
  const sides = (operation: Json) => ({
    input: inputOf(operation),
    output: bodySchema(objectAt(operation, 'responses', '200')),
  })
  for (const side of ['input', 'output'] as const) {
    compareSchema(
      side,
      `${name} ${side}`,
      [old, sides(before)[side]],
      [fresh, sides(after)[side]],
      found,
      new Set(),
    )
  }
}

function inputOf(operation: Json): unknown {
  const named = listAt(operation, 'parameters')
    .map(asObject)
    .find((parameter) => parameter['name'] === 'input')
  return bodySchema(named ?? objectAt(operation, 'requestBody'))
}

function bodySchema(holder: Json): unknown {
  const content = objectAt(holder, 'content')
  return asObject(content['application/json'] ?? Object.values(content)[0])['schema']
}

function compareSchema(
  side: Side,
  at: string,
  [old, before]: [Json, unknown],
  [fresh, after]: [Json, unknown],
  found: Found,
  open: Set<unknown>,
): void {
  const [was, is] = [resolved(old, before), resolved(fresh, after)]
  if (open.has(was)) return
  const inside = new Set(open).add(was)
  const descend = (place: string, left: unknown, right: unknown) =>
    compareSchema(side, place, [old, left], [fresh, right], found, inside)
  const [choices, nextChoices] = [choicesOf(was), choicesOf(is)]
  if (choices !== undefined || nextChoices !== undefined) {
    compareChoices(
      side,
      at,
      choices ?? [was],
      nextChoices ?? [is],
      found,
      (resolve) => resolved(old, resolve),
      descend,
    )
    return
  }
  const [type, nextType] = [typeOf(was), typeOf(is)]
  if (type !== nextType) {
    found.incompatible.push(`${at}: ${type} became ${nextType}`)
    return
  }
  compareWords(side, at, wordsOf(was), wordsOf(is), found)
  compareFields(side, at, was, is, found, descend)
  if (was['items'] !== undefined && is['items'] !== undefined) descend(`${at}[]`, was['items'], is['items'])
}

function compareFields(
  side: Side,
  at: string,
  was: Json,
  is: Json,
  found: Found,
  descend: (place: string, left: unknown, right: unknown) => void,
): void {
  const [fields, nextFields] = [objectAt(was, 'properties'), objectAt(is, 'properties')]
  const [needed, nextNeeded] = [new Set(listAt(was, 'required')), new Set(listAt(is, 'required'))]
  for (const [name, field] of Object.entries(fields)) {
    const place = `${at}.${name}`
    if (!(name in nextFields)) found.incompatible.push(`${place} is gone`)
    else descend(place, field, nextFields[name])
    if (side === 'output' && needed.has(name) && name in nextFields && !nextNeeded.has(name)) {
      found.incompatible.push(`${place} may now be missing`)
    }
  }
  for (const name of Object.keys(nextFields)) {
    const place = `${at}.${name}`
    if (side === 'input' && nextNeeded.has(name) && !needed.has(name))
      found.incompatible.push(`${place} is now required`)
    else if (!(name in fields)) found.other.push(`${place} is new`)
  }
}

/** Words of an enum: an input must go on taking them all; an output may have fewer. */
function compareWords(
  side: Side,
  at: string,
  was: readonly unknown[] | undefined,
  is: readonly unknown[] | undefined,
  found: Found,
): void {
  if (is === undefined) {
    if (was !== undefined) found.other.push(`${at} is no longer a list of words`)
    return
  }
  if (was === undefined) {
    found[side === 'input' ? 'incompatible' : 'other'].push(`${at} became a list of words`)
    return
  }
  for (const word of was) {
    if (!is.includes(word))
      found[side === 'input' ? 'incompatible' : 'other'].push(`${at} lost the word ${String(word)}`)
  }
  for (const word of is) if (!was.includes(word)) found.other.push(`${at} has the new word ${String(word)}`)
}

function compareChoices(
  side: Side,
  at: string,
  was: readonly unknown[],
  is: readonly unknown[],
  found: Found,
  resolve: (schema: unknown) => Json,
  descend: (place: string, left: unknown, right: unknown) => void,
): void {
  const keyOf = (schema: unknown) => choiceKey(resolve(schema))
  const next = new Map(is.map((schema) => [keyOf(schema), schema]))
  const known = new Set(was.map(keyOf))
  for (const schema of was) {
    const key = keyOf(schema)
    if (next.has(key)) descend(at, schema, next.get(key))
    else
      found[side === 'input' || key !== 'null' ? 'incompatible' : 'other'].push(`${at} lost the form ${key}`)
  }
  for (const key of next.keys()) {
    if (!known.has(key))
      found[side === 'output' && key === 'null' ? 'incompatible' : 'other'].push(
        `${at} has the new form ${key}`,
      )
  }
}

/** What tells a form from its neighbours: the constants of its fields, else the fields it needs, else its type. */
function choiceKey(schema: Json): string {
  const constants = Object.entries(objectAt(schema, 'properties')).flatMap(([name, field]) => {
    const value = asObject(field)['const']
    return value === undefined ? [] : [`${name}=${JSON.stringify(value)}`]
  })
  if (schema['const'] !== undefined) return JSON.stringify(schema['const'])
  if (constants.length > 0) return constants.join(',')
  const needed = listAt(schema, 'required').map(String).toSorted(byText)
  return needed.length > 0 ? `${typeOf(schema)} of ${needed.join(', ')}` : typeOf(schema)
}

function choicesOf(schema: Json): readonly unknown[] | undefined {
  const choices = schema['anyOf'] ?? schema['oneOf']
  return Array.isArray(choices) ? choices : undefined
}

function wordsOf(schema: Json): readonly unknown[] | undefined {
  if (schema['const'] !== undefined) return [schema['const']]
  return Array.isArray(schema['enum']) ? schema['enum'] : undefined
}

function typeOf(schema: Json): string {
  const type = schema['type']
  if (Array.isArray(type)) return type.map(String).toSorted(byText).join(' or ')
  return typeof type === 'string' ? type : 'anything'
}

const byText = (one: string, other: string) => (one < other ? -1 : 1)

function resolved(document: Json, schema: unknown): Json {
  const given = asObject(schema)
  const reference = given['$ref']
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return given
  return objectAt(document, ...reference.slice(2).split('/'))
}

function asObject(value: unknown): Json {
  // only its own keys are read, each of unknown type
  return typeof value === 'object' && value !== null ? (value as Json) : {}
}

function objectAt(value: Json, ...keys: readonly string[]): Json {
  return keys.reduce((holder: Json, key) => asObject(holder[key]), value)
}

function listAt(value: Json, key: string): readonly unknown[] {
  const list = value[key]
  return Array.isArray(list) ? list : []
}
