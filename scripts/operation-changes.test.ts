import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesBetween, type Json } from './operation-changes.ts'

const object = (properties: Json, required: string[] = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
})
const text = { type: 'string' }
const number = { type: 'number' }
const json = (schema: unknown) => ({ 'application/json': { schema } })

type Parts = { input?: unknown; output?: unknown; refusals?: string[]; open?: boolean }
const command = ({ input = object({}), output = object({}), refusals = [], open = false }: Parts): Json => ({
  post: {
    'x-refusals': refusals,
    security: open ? [] : [{ session: [] }],
    requestBody: { content: json(input) },
    responses: { 200: { content: json(output) } },
  },
})
const query = ({ input = object({}), output = object({}) }: Parts): Json => ({
  get: {
    security: [{ session: [] }],
    parameters: [{ name: 'input', in: 'query', content: json(input) }],
    responses: { 200: { content: json(output) } },
  },
})
const house = (paths: Json, components: Json = {}): Json => ({ openapi: '3.1.0', paths, components })
const both = (before: Parts, after: Parts, make = command) =>
  changesBetween(house({ '/api/a': make(before) }), house({ '/api/a': make(after) }))

test('the same document has no changes', () => {
  const same = house({ '/api/a': command({ input: object({ id: text }), refusals: ['no'] }) })
  assert.deepEqual(changesBetween(same, structuredClone(same)), { incompatible: [], other: [] })
})

test('a removed operation is incompatible, a new one is not', () => {
  assert.deepEqual(changesBetween(house({ '/api/a': command({}) }), house({ '/api/b': command({}) })), {
    incompatible: ['POST /api/a is gone'],
    other: ['POST /api/b is new'],
  })
})

test('a command that became a query is gone', () => {
  const { incompatible } = changesBetween(house({ '/api/a': command({}) }), house({ '/api/a': query({}) }))
  assert.deepEqual(incompatible, ['POST /api/a is gone'])
})

const incompatible: [what: string, before: Parts, after: Parts, says: string][] = [
  [
    'a removed output field',
    { output: object({ a: text, b: text }) },
    { output: object({ a: text }) },
    'output.b is gone',
  ],
  [
    'a renamed output field',
    { output: object({ a: text }) },
    { output: object({ b: text }) },
    'output.a is gone',
  ],
  [
    'a field removed deep in a list',
    { output: object({ rows: { type: 'array', items: object({ a: text }) } }) },
    { output: object({ rows: { type: 'array', items: object({}) } }) },
    'output.rows[].a is gone',
  ],
  [
    'an output field that may be missing',
    { output: object({ a: text }) },
    { output: object({ a: text }, []) },
    'output.a may now be missing',
  ],
  [
    'an output field of another type',
    { output: object({ a: text }) },
    { output: object({ a: number }) },
    'output.a: string became number',
  ],
  [
    'an output field that may be empty',
    { output: object({ a: text }) },
    { output: object({ a: { anyOf: [text, { type: 'null' }] } }) },
    'new form null',
  ],
  ['a new required input', { input: object({}) }, { input: object({ a: text }) }, 'input.a is now required'],
  [
    'an input that became required',
    { input: object({ a: text }, []) },
    { input: object({ a: text }) },
    'input.a is now required',
  ],
  ['a removed input', { input: object({ a: text }, []) }, { input: object({}) }, 'input.a is gone'],
  [
    'an input that takes fewer words',
    { input: { enum: ['a', 'b'] } },
    { input: { enum: ['a'] } },
    'input lost the word b',
  ],
  [
    'an input that takes listed words only',
    { input: text },
    { input: { ...text, enum: ['a'] } },
    'input became a list of words',
  ],
  [
    'a removed refusal',
    { refusals: ['a-no', 'b-no'] },
    { refusals: ['b-no'] },
    'no longer refuses with a-no',
  ],
  ['an open operation that was closed', { open: true }, { open: false }, 'now needs a session'],
  [
    'a lost form of an answer',
    { output: { anyOf: [object({ kind: { const: 'a' } }), object({ kind: { const: 'b' } })] } },
    { output: { anyOf: [object({ kind: { const: 'b' } })] } },
    'lost the form kind="a"',
  ],
]
for (const [what, before, after, says] of incompatible) {
  test(`${what} is incompatible`, () => {
    const found = both(before, after)
    assert.equal(found.incompatible.length, 1, found.incompatible.join('; '))
    assert.ok(found.incompatible[0]?.includes(says), found.incompatible[0])
  })
}

const harmless: [what: string, before: Parts, after: Parts][] = [
  ['a new output field', { output: object({}) }, { output: object({ a: text }) }],
  ['a new optional input', { input: object({}) }, { input: object({ a: text }, []) }],
  ['an input that became optional', { input: object({ a: text }) }, { input: object({ a: text }, []) }],
  ['a new refusal', { refusals: [] }, { refusals: ['a-no'] }],
  ['an output with fewer words', { output: { enum: ['a', 'b'] } }, { output: { enum: ['a'] } }],
  [
    'other words of a description',
    { output: { ...text, description: 'a' } },
    { output: { ...text, description: 'b' } },
  ],
]
for (const [what, before, after] of harmless) {
  test(`${what} breaks nobody and is seen all the same`, () => {
    const found = both(before, after)
    assert.deepEqual(found.incompatible, [])
    assert.ok(found.other.length > 0)
  })
}

test('the input of a query is read like that of a command', () => {
  const { incompatible: found } = both({ input: object({}) }, { input: object({ a: text }) }, query)
  assert.deepEqual(found, ['GET /api/a input.a is now required'])
})

test('references are followed, those to themselves too', () => {
  const tree = (fields: Json) => ({
    schemas: {
      Node: object({ ...fields, below: { type: 'array', items: { $ref: '#/components/schemas/Node' } } }),
    },
  })
  const paths = { '/api/a': command({ output: { $ref: '#/components/schemas/Node' } }) }
  const { incompatible: found } = changesBetween(house(paths, tree({ name: text })), house(paths, tree({})))
  assert.deepEqual(found, ['POST /api/a output.name is gone'])
})

test('forms of one field are told apart by what they need', () => {
  const about = object({ about: { anyOf: [object({ memberId: text }), object({ orgId: text })] } })
  assert.deepEqual(both({ input: about }, { input: structuredClone(about) }), { incompatible: [], other: [] })
  const fewer = object({ about: { anyOf: [object({ orgId: text })] } })
  assert.equal(both({ input: about }, { input: fewer }).incompatible.length, 1)
})
