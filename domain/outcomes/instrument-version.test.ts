import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { enterInstrumentVersion } from './instrument-version.ts'

const entry = {
  title: '清源县预警办法',
  document: { body: '清源县委组织部', number: '清组发〔2026〕8号', on: day('2026-03-01') },
}
const today = day('2026-11-03')

test('R-254, R-255: versions of an instrument are counted on; parts, day and number are looked at', () => {
  const first = enterInstrumentVersion(entry, [], today)
  assert.equal(first.ok && first.value.version, 1)
  const next = enterInstrumentVersion(entry, [{ number: '清组发〔2025〕2号', version: 3 }], today)
  assert.equal(next.ok && next.value.version, 4)
  const of = (change: Partial<typeof entry.document>, title = entry.title) =>
    enterInstrumentVersion({ title, document: { ...entry.document, ...change } }, [], today)
  for (const [answer, code] of [
    [of({}, ' '), 'instrument-part-missing'],
    [of({ body: '' }), 'instrument-part-missing'],
    [of({ number: ' ' }), 'instrument-part-missing'],
    [of({ on: day('2026-11-04') }), 'instrument-in-future'],
    [
      enterInstrumentVersion(entry, [{ number: entry.document.number, version: 1 }], today),
      'instrument-entered-already',
    ],
  ] as const) {
    assert.equal(answer.ok ? '' : answer.code, code)
  }
})
