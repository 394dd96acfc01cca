import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { apiPage, openApi } from './openapi.ts'
import { defineCommand, defineDownload, defineQuery, defineUpload, instant, plainDate } from './operation.ts'

const summary = { zh: '看<名单>', en: 'See the list' }
const look = defineQuery({
  id: 'trial.look',
  summary,
  input: z.object({ on: plainDate, search: z.string().max(80).default('') }),
  output: z.object({ at: instant, on: plainDate, count: z.int() }),
})
const change = defineCommand({
  id: 'trial.change',
  summary,
  input: z.object({ name: z.string() }),
  output: z.object({}),
  refusals: ['trial-closed', 'trial-full'],
  open: true,
})
const give = defineUpload({ id: 'trial.give', summary, input: z.object({}), output: z.object({}) })
const take = defineDownload({ id: 'trial.take', summary, input: z.object({}) })
const operations = [take, look, give, change]

type Json = { [name: string]: Json }

describe('the document of the API', () => {
  const document = openApi(operations, '1.2.3') as Json
  const at = (...path: string[]) => path.reduce<Json | undefined>((found, name) => found?.[name], document)

  it('names every operation at its path with its method, in order', () => {
    const paths = Object.entries(document.paths ?? {}).map(
      ([path, item]) => `${Object.keys(item)[0]} ${path}`,
    )
    assert.deepEqual(paths, [
      'post /api/trial/change',
      'post /api/trial/give',
      'get /api/trial/look',
      'get /api/trial/take',
    ])
    assert.equal(at('info', 'version'), '1.2.3')
  })

  it('tells instants and days as texts of their form, on the wire', () => {
    const answer = at(
      ...['paths', '/api/trial/look', 'get', 'responses', '200', 'content', 'application/json', 'schema'],
      'properties',
    )
    assert.equal(answer?.at?.format, 'date-time')
    assert.deepEqual([answer?.on?.type, answer?.on?.format], ['string', 'date'])
    assert.equal(answer?.count?.type, 'integer')
    const [parameter] = at('paths', '/api/trial/look', 'get', 'parameters') as unknown as Json[]
    const schema = parameter?.content?.['application/json']?.schema
    assert.deepEqual(schema?.required, ['on'])
  })

  it('lists refusals, what needs a session, and where bytes go', () => {
    assert.deepEqual(at('paths', '/api/trial/change', 'post', 'x-refusals'), ['trial-closed', 'trial-full'])
    assert.ok(at('paths', '/api/trial/change', 'post', 'responses', '409'))
    assert.equal(at('paths', '/api/trial/look', 'get', 'responses', '409'), undefined)
    assert.deepEqual(at('paths', '/api/trial/change', 'post', 'security'), [])
    assert.deepEqual(at('paths', '/api/trial/look', 'get', 'security'), [{ session: [] }])
    assert.ok(at('components', 'securitySchemes', 'session'))
    assert.equal(
      at('paths', '/api/trial/change', 'post', 'responses', 'default', '$ref'),
      '#/components/responses/problem',
    )
    for (const path of [
      ['/api/trial/give', 'post', 'requestBody'],
      ['/api/trial/take', 'get', 'responses', '200'],
    ])
      assert.ok(at('paths', ...path, 'content', 'application/octet-stream'))
  })

  it('is one whole JSON value', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(document)), document)
  })
})

it('the readable page names every operation and escapes what it shows', () => {
  const page = apiPage(operations)
  for (const { id } of operations) assert.match(page, new RegExp(`id="${id}"`))
  assert.match(page, /GET \/api\/trial\/look/)
  assert.match(page, /<code>trial-closed<\/code>/)
  assert.doesNotMatch(page, /<名单>|<script/)
})
