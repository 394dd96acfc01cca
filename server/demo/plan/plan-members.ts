import {
  addMonths,
  addYears,
  ageOn,
  laterOf,
  type PlainDate,
  plainDate,
} from '@steward/domain/shared/plain-date.ts'
import { checkDigitOf } from '@steward/domain/shared/identity-number.ts'
import type { MemberCategory } from '@steward/domain/members/category.ts'
import type { Education } from '@steward/domain/members/education.ts'
import { CAST_MEMBERS } from './cast-members.ts'
import { drawName } from './names.ts'
import type { BranchMix, PlannedMember, PlannedOrg } from './plan-types.ts'
import { type Draw, drawFrom, splitWhole } from './random.ts'

/** Totals of the seed (S-004, S-125); the bureau's 41 are 6 women, 3 retired, 2 masters, 34 bachelors, 5 of junior college (S-065). */
export const RETIRED_MEMBERS = 3497
export const FLOATING_MEMBERS = 2300
/** Facts of birth and admission are told as of this day, so that they never move. */
export const PLAN_DAY = plainDate('2026-01-05')

/** Region code given to no place, so that no identity number is anybody's. */
const REGION = '990100'
const RETIRED_WEIGHT: Record<BranchMix, number> = {
  village: 1,
  community: 4,
  office: 3,
  school: 5,
  hospital: 4,
  stateFirm: 5,
  firm: 0,
  retired: 0,
  bureau: 0,
}
const FLOATING_WEIGHT: Record<BranchMix, number> = {
  village: 6,
  community: 2,
  firm: 1,
  stateFirm: 0,
  office: 0,
  school: 0,
  hospital: 0,
  retired: 0,
  bureau: 0,
}
const CATEGORY: Record<BranchMix, readonly MemberCategory[]> = {
  village: [
    'farmer',
    'farmer',
    'farmer',
    'farmer',
    'farmer',
    'farmer',
    'farmer',
    'selfEmployed',
    'other',
    'student',
  ],
  community: ['selfEmployed', 'selfEmployed', 'laidOffMember', 'other', 'other'],
  office: ['servingMember'],
  school: ['servingMember'],
  hospital: ['servingMember'],
  retired: ['retiredMember'],
  firm: ['servingMember', 'servingMember', 'selfEmployed'],
  stateFirm: ['servingMember'],
  bureau: ['servingMember'],
}
const EDUCATION: Record<BranchMix, readonly Education[]> = {
  village: [
    'primarySchool',
    'middleSchool',
    'middleSchool',
    'middleSchool',
    'highSchool',
    'highSchool',
    'technicalSecondary',
    'juniorCollege',
  ],
  community: ['middleSchool', 'highSchool', 'highSchool', 'technicalSecondary', 'juniorCollege', 'bachelor'],
  office: ['juniorCollege', 'bachelor', 'bachelor', 'bachelor', 'master'],
  school: ['juniorCollege', 'bachelor', 'bachelor', 'bachelor', 'master'],
  hospital: ['technicalSecondary', 'juniorCollege', 'juniorCollege', 'bachelor', 'bachelor'],
  retired: ['middleSchool', 'highSchool', 'technicalSecondary', 'juniorCollege', 'bachelor'],
  firm: ['highSchool', 'juniorCollege', 'juniorCollege', 'bachelor'],
  stateFirm: ['highSchool', 'technicalSecondary', 'juniorCollege', 'bachelor'],
  bureau: ['bachelor'],
}

/** All members of the county in tree order. A branch has the same people in the small demo and in the full one. */
export function planMembers(orgs: readonly PlannedOrg[]): PlannedMember[] {
  const branches = orgs.filter((org) => org.kind === 'branch' && org.mix !== null)
  const retired = quotas(
    branches,
    RETIRED_WEIGHT,
    RETIRED_MEMBERS - wholeBranches(branches) - 3 - countCast('retired'),
  )
  const floating = quotas(branches, FLOATING_WEIGHT, FLOATING_MEMBERS - countCast('floating'))
  let serial = 0
  return branches.flatMap((org, index) => {
    const people = planBranch(org, retired[index] ?? 0, floating[index] ?? 0, serial)
    serial += org.size
    return people
  })
}

function wholeBranches(branches: readonly PlannedOrg[]): number {
  return branches.reduce((sum, org) => sum + (org.mix === 'retired' ? org.size : 0), 0)
}

function countCast(which: 'retired' | 'floating'): number {
  const all = Object.values(CAST_MEMBERS).flat()
  return all.filter((one) => (which === 'retired' ? one.category === 'retiredMember' : one.floating)).length
}

function quotas(branches: readonly PlannedOrg[], weight: Record<BranchMix, number>, total: number): number[] {
  return splitWhole(
    total,
    branches.map((org) =>
      org.mix === null ? 0 : weight[org.mix] * (org.size - (CAST_MEMBERS[org.key]?.length ?? 0)),
    ),
  )
}

function planBranch(
  org: PlannedOrg,
  retired: number,
  floating: number,
  firstSerial: number,
): PlannedMember[] {
  const mix = org.mix ?? 'village'
  const draw = drawFrom(`people ${org.key}`)
  const cast = (CAST_MEMBERS[org.key] ?? []).slice(0, org.size)
  const taken = new Set<string>(cast.map(({ name }) => name))
  const fromCast = cast.map((one, index): PlannedMember => {
    const bornOn = plainDate(one.bornOn)
    const admittedOn = plainDate(one.admittedOn)
    return finish(org, firstSerial + index, {
      ...one,
      bornOn,
      admittedOn,
      convertedOn: addYears(admittedOn, 1),
      ethnicGroup: '汉族',
    })
  })
  const drawn = Array.from({ length: org.size - cast.length }, (_, place): PlannedMember => {
    const isRetired =
      mix === 'retired' || place < retired || (mix === 'bureau' && isBureauRetired(org, place))
    const isFloating = !isRetired && place < retired + floating
    return planPerson(org, mix, draw, {
      taken,
      isRetired,
      isFloating,
      place,
      serial: firstSerial + cast.length + place,
    })
  })
  return [...fromCast, ...drawn]
}

/** One retired member in each of the bureau's three branches. */
function isBureauRetired(org: PlannedOrg, place: number): boolean {
  return org.mix === 'bureau' && place === org.size - 1
}

type Slot = { taken: Set<string>; isRetired: boolean; isFloating: boolean; place: number; serial: number }

function planPerson(org: PlannedOrg, mix: BranchMix, draw: Draw, slot: Slot): PlannedMember {
  const sex = mix === 'bureau' ? (slot.place < 2 ? 'female' : 'male') : draw.chance(31) ? 'female' : 'male'
  const drawnCategory = slot.isRetired ? 'retiredMember' : draw.oneOf(CATEGORY[mix])
  // Who is away all year works there; retired and serving members are never counted as floating in the demo.
  const category = slot.isFloating && drawnCategory === 'servingMember' ? 'selfEmployed' : drawnCategory
  const age = ageOf(draw, category, sex)
  const bornOn = addMonths(
    plainDate(`${2025 - age}-01-${String(draw.between(1, 28)).padStart(2, '0')}`),
    draw.between(0, 11),
  )
  const drawnAdmission = admissionOf(draw, bornOn)
  // Who is away all year is a full member in the demo, so the admission lies at least a year back.
  const isRecent = addYears(drawnAdmission, 1) > PLAN_DAY
  const admittedOn = slot.isFloating && isRecent ? addYears(drawnAdmission, -1) : drawnAdmission
  // Admitted within the last year: still probationary.
  const convertedOn = addYears(admittedOn, 1) > PLAN_DAY ? null : addYears(admittedOn, 1)
  return finish(org, slot.serial, {
    name: drawName(draw, slot.taken),
    sex,
    bornOn,
    admittedOn,
    convertedOn,
    category,
    education:
      mix === 'bureau'
        ? bureauEducation(org, slot.place)
        : category === 'student'
          ? 'bachelor'
          : draw.oneOf(EDUCATION[mix]),
    ethnicGroup: draw.chance(4) ? '回族' : '汉族',
    floating: slot.isFloating,
    post: '',
    accountName: null,
  })
}

/** 2 masters and 5 of junior college among the bureau's 41; the other 34 are bachelors. */
function bureauEducation(org: PlannedOrg, place: number): Education {
  const branchNo = Number(org.name.match(/第(\d)/)?.[1])
  if (place === 0 && branchNo <= 2) return 'master'
  return place === 3 || (place === 4 && branchNo <= 2) ? 'juniorCollege' : 'bachelor'
}

function ageOf(draw: Draw, category: MemberCategory, sex: 'male' | 'female'): number {
  switch (category) {
    case 'retiredMember':
      return draw.between(sex === 'male' ? 60 : 55, 92)
    case 'servingMember':
      return draw.between(24, sex === 'male' ? 59 : 54)
    case 'student':
      return draw.between(19, 24)
    case 'farmer':
      return draw.between(22, 84)
    default:
      return draw.between(24, 64)
  }
}

function admissionOf(draw: Draw, bornOn: PlainDate): PlainDate {
  const youngest = addYears(bornOn, 19)
  const years = ageOn(bornOn, PLAN_DAY) - 19
  const day = addMonths(addYears(youngest, draw.between(0, Math.min(years, 22))), draw.between(0, 11))
  const latest = plainDate('2025-11-28')
  // Few are admitted each year; most of the draws that fall into the last one were admitted before.
  return day <= latest
    ? day
    : draw.chance(25)
      ? latest
      : laterOf(addYears(latest, -draw.between(1, 2)), addYears(bornOn, 18))
}

type Person = Omit<PlannedMember, 'org' | 'identityNumber' | 'phone' | 'address' | 'workUnit'>

export function finish(org: PlannedOrg, serial: number, person: Person): PlannedMember {
  const sequence = (serial % 500) * 2 + (person.sex === 'male' ? 1 : 0)
  // The day of birth and the last digits repeat; the region's own last two digits keep 28 664 numbers apart.
  const region = String(Number(REGION) + Math.floor(serial / 500))
  const first17 = `${region}${person.bornOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return {
    ...person,
    org: org.key,
    identityNumber: `${first17}${checkDigitOf(first17)}`,
    phone: `199${String(serial).padStart(8, '0')}`,
    address: `清源县${org.name.replace(/(第.)?党支部$/, '')}${(serial % 400) + 1}号`,
    workUnit: person.category === 'servingMember' ? org.name.replace(/(离退休)?(第\d+)?党支部$/, '') : '',
  }
}
