import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { lostContactForm } from './disposal-ground.ts'

test('R-207: found in time a correction order may follow, not found two years after the stop a removal', () => {
  const of = {
    lostSince: day('2024-01-10'),
    stoppedOn: day('2024-08-01'),
    foundOn: null,
    today: day('2026-08-01'),
  }
  assert.equal(lostContactForm(of), 'removal')
  assert.equal(lostContactForm({ ...of, today: day('2026-07-31') }), null)
  assert.equal(lostContactForm({ ...of, stoppedOn: null }), null)
  assert.equal(lostContactForm({ ...of, foundOn: day('2025-03-01') }), 'correctionOrder')
  assert.equal(lostContactForm({ ...of, stoppedOn: null, foundOn: day('2024-05-01') }), null)
  assert.equal(lostContactForm({ ...of, foundOn: day('2026-08-02') }), null)
})
