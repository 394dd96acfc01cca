import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readIdentityNumber } from '@steward/domain/shared/identity-number.ts'
import { demoPlan } from './plan.ts'
import type { PlannedMember } from './plan-types.ts'

const full = demoPlan('full')
const count = (fits: (member: PlannedMember) => boolean) => full.members.filter(fits).length

describe('the demo county', () => {
  it('S-004: has 28 664 members, 3497 of them retired', () => {
    assert.equal(full.members.length, 28_664)
    assert.equal(
      count((one) => one.category === 'retiredMember'),
      3497,
    )
  })

  it('S-125: has 2300 floating members, none of them retired or serving', () => {
    assert.equal(
      count((one) => one.floating),
      2300,
    )
    assert.equal(
      count((one) => one.floating && (one.category === 'retiredMember' || one.category === 'servingMember')),
      0,
    )
  })

  it('S-065: has a bureau of 41 = 2 + 34 + 5 in three branches, 6 women, 3 retired', () => {
    const bureau = full.members.filter((one) => one.org.startsWith('bureau/'))
    const of = (fits: (member: PlannedMember) => boolean) => bureau.filter(fits).length
    assert.equal(bureau.length, 41)
    assert.deepEqual(
      [
        of((one) => one.education === 'master'),
        of((one) => one.education === 'bachelor'),
        of((one) => one.education === 'juniorCollege'),
      ],
      [2, 34, 5],
    )
    assert.deepEqual(
      [of((one) => one.sex === 'female'), of((one) => one.category === 'retiredMember')],
      [6, 3],
    )
    assert.equal(full.orgs.filter((org) => org.parent === 'bureau').length, 3)
  })

  it('S-118, S-119, S-120: has the joint branches, firms and instructors of the seed', () => {
    const form = (word: string) => full.orgs.filter((org) => org.form === word).length
    assert.deepEqual([form('villageEnterprise'), form('villageTown')], [43, 19])
    const coverage = (word: string) => full.firms.filter((firm) => firm.coverage === word).length
    assert.deepEqual(
      [coverage('own'), coverage('joint'), coverage('attached'), coverage('none')],
      [165, 33, 186, 2091],
    )
    assert.equal(full.firms.filter((firm) => firm.instructor !== null).length, 162)
    assert.equal(new Set(full.firms.map((firm) => firm.name)).size, 2475)
  })

  it('S-121, S-133: has 15 communities from 24 neighbourhoods with 3, 2 and 6 defects', () => {
    const communities = full.orgs.filter((org) => org.formedFrom.length > 0)
    assert.equal(communities.length, 15)
    assert.equal(communities.flatMap((org) => org.formedFrom).length, 24)
    const lonely = full.orgs.filter((org) => org.kind === 'branch' && org.size === 1)
    assert.equal(lonely.length, 3)
    assert.equal(communities.filter((org) => org.rentedOffice).length, 2)
    assert.equal(communities.filter((org) => !org.secretaryExperienced).length, 6)
  })

  it('gives everybody an identity number of their own that says their birth date and sex', () => {
    assert.equal(new Set(full.members.map((one) => one.identityNumber)).size, full.members.length)
    assert.equal(new Set(full.members.map((one) => one.phone)).size, full.members.length)
    for (const one of full.members) {
      const read = readIdentityNumber(one.identityNumber)
      assert.ok(read.ok && read.value.bornOn === one.bornOn && read.value.sex === one.sex, one.name)
    }
  })

  it('has the same people in the small demo', () => {
    const small = demoPlan('small')
    assert.equal(small.orgs.filter((org) => org.kind === 'branch').length, 12)
    assert.equal(small.members.length, 409)
    const known = new Set(full.members.map((one) => one.identityNumber))
    assert.ok(small.members.every((one) => known.has(one.identityNumber)))
  })
})
