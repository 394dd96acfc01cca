import { z } from 'zod'
import { isReading, type Operation, pathOf } from './operation.ts'

type Json = Record<string, unknown>

function schemaOf(type: z.ZodType, io: 'input' | 'output'): Json {
  return z.toJSONSchema(type, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'date' || zodSchema._zod.def.type === 'transform') {
        jsonSchema.type = 'string'
        jsonSchema.format = 'date-time'
      }
    },
  })
}

/** The OpenAPI 3.1 document of all operations, made from their contracts. */
export function openApi(operations: readonly Operation[], version: string): Json {
  const sorted = [...operations].toSorted((a, b) => a.id.localeCompare(b.id))
  return {
    openapi: '3.1.0',
    info: { title: '支部小管家 · Branch Steward', version, license: { name: 'Apache-2.0' } },
    paths: Object.fromEntries(sorted.map((operation) => [pathOf(operation), pathItem(operation)])),
    components: COMPONENTS,
  }
}

const COMPONENTS: Json = {
  securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'steward_session' } },
  parameters: {
    form: {
      ...{ name: 'X-Requested-With', in: 'header', required: true },
      schema: { const: 'steward' },
      description: 'Keeps forms of other sites from sending commands',
    },
    key: {
      ...{ name: 'Idempotency-Key', in: 'header', required: false },
      schema: { type: 'string', maxLength: 100 },
      description: 'The same key is done once and answered as often as it comes',
    },
  },
  responses: {
    problem: {
      description: 'A technical or access "no"',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: {
              problem: {
                type: 'object',
                properties: {
                  code: { type: 'string' },
                  details: { type: 'object' },
                  fields: { type: 'array', items: { type: 'object' } },
                },
                required: ['code', 'details', 'fields'],
              },
            },
            required: ['problem'],
          },
        },
      },
    },
  },
}
const COMMAND_HEADERS = ['form', 'key'].map((name) => ({ $ref: `#/components/parameters/${name}` }))

function pathItem(operation: Operation): Json {
  const input = schemaOf(operation.input, 'input')
  const inputJson = { 'application/json': { schema: input } }
  const answer =
    operation.kind === 'download'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(operation.output, 'output') } }
  const described = {
    operationId: operation.id,
    summary: `${operation.summary.zh} · ${operation.summary.en}`,
    tags: [operation.id.split('.')[0]],
    security: operation.open ? [] : [{ session: [] }],
    'x-refusals': operation.refusals,
    responses: {
      200: { description: 'Done', content: answer },
      ...refusalAnswer(operation),
      default: { $ref: '#/components/responses/problem' },
    },
  }
  if (isReading(operation.kind)) {
    return { get: { ...described, parameters: [{ name: 'input', in: 'query', content: inputJson }] } }
  }
  if (operation.kind === 'upload') {
    const body = { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
    return {
      post: {
        ...described,
        parameters: [{ name: 'input', in: 'query', content: inputJson }, ...COMMAND_HEADERS],
        requestBody: body,
      },
    }
  }
  return { post: { ...described, parameters: COMMAND_HEADERS, requestBody: { content: inputJson } } }
}

function refusalAnswer(operation: Operation): Json {
  if (operation.refusals.length === 0) return {}
  const code = { enum: operation.refusals }
  const schema = {
    type: 'object',
    properties: { refusal: { type: 'object', properties: { code, details: { type: 'object' } } } },
  }
  return { 409: { description: 'Refused', content: { 'application/json': { schema } } } }
}

/** A readable page of the same document, without scripts. */
export function apiPage(operations: readonly Operation[]): string {
  const sorted = [...operations].toSorted((a, b) => a.id.localeCompare(b.id))
  const rows = sorted.map((operation) => {
    const input = JSON.stringify(schemaOf(operation.input, 'input'), null, 1)
    const output =
      operation.kind === 'download' ? 'file' : JSON.stringify(schemaOf(operation.output, 'output'), null, 1)
    return `<section id="${operation.id}"><h2>${isReading(operation.kind) ? 'GET' : 'POST'} ${pathOf(operation)}</h2>
<p>${escape(`${operation.summary.zh} · ${operation.summary.en}`)}${operation.open ? ' · 不用登录 (open)' : ''}</p>
${operation.refusals.length > 0 ? `<p>不能做 (refusals): <code>${operation.refusals.join('</code> <code>')}</code></p>` : ''}
<details><summary>input</summary><pre>${escape(input)}</pre></details><details><summary>output</summary><pre>${escape(output)}</pre></details></section>`
  })
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>接口 · API</title>
<style>body{font:14px/22px sans-serif;max-width:860px;margin:32px auto;padding:0 20px;color:#1f1c19}h2{font-size:15px;font-family:monospace;margin:28px 0 4px}p{margin:2px 0}pre{background:#faf8f5;padding:12px;overflow:auto}code{background:#f5f2ec;padding:1px 4px}</style>
<h1>接口 · API</h1><p>${sorted.length} operations · <a href="/api/openapi.json">openapi.json</a></p>${rows.join('\n')}</html>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
