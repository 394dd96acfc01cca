import type { BranchForm, OrgField, OrgKind } from '@steward/domain/organisation/party-org.ts'
import { plainDate } from '@steward/domain/shared/plain-date.ts'
import { CAST_ORGS } from '../cast.ts'
import { drawVillage } from './names.ts'
import type { BranchMix, PlannedOrg } from './plan-types.ts'
import { type Draw, drawFrom, splitWhole } from './random.ts'

/** Members of the whole county: 3497 retired members are 12.2 percent of it (S-004). */
export const COUNTY_MEMBERS = 28_664

const TOWNS: readonly (readonly [key: string, name: string, members: number])[] = [
  ['yunxi', '云溪镇', 619],
  ['liuwan', '柳湾镇', 702],
  ['shiqiao', '石桥乡', 488],
  ['dongling', '东岭镇', 815],
]
const MORE_TOWNS = [
  '枣林镇',
  '白塔镇',
  '龙泉镇',
  '槐荫镇',
  '双河镇',
  '青峰镇',
  '梨园镇',
  '望川镇',
  '杏花镇',
  '松岭镇',
  '平湖镇',
  '马栏镇',
  '金井镇',
  '草滩乡',
  '竹溪乡',
  '高塬乡',
  '落雁乡',
]
const STREET_MEMBERS = 2046
const SYSTEMS = { office: 3912, school: 2357, firm: 1208, hospital: 1460, stateFirm: 1326 } as const
const VILLAGE_ENTERPRISE_BRANCHES = 43
const VILLAGE_TOWN_BRANCHES = 19
const JOINT_FIRM_BRANCHES = 11
const OWN_FIRM_BRANCHES = 165

type Node = Partial<PlannedOrg> & Pick<PlannedOrg, 'key' | 'parent' | 'kind' | 'name'>

function node(part: Node): PlannedOrg {
  const draw = drawFrom(part.key)
  const elected = part.kind === 'branch' || part.kind === 'generalBranch' || part.kind === 'baseCommittee'
  const years = part.unitKind === 'village' || part.unitKind === 'community' ? 5 : 3
  return {
    form: part.kind === 'branch' ? 'independent' : null,
    field: 'rural',
    unitKind: 'other',
    foundedOn: plainDate(`${draw.between(1952, 2019)}-0${draw.between(1, 9)}-01`),
    approving: part.kind === 'baseCommittee',
    small: false,
    size: 0,
    mix: null,
    // One term in about 120 has run out without an election; the rest lie inside it.
    termMonths: elected
      ? draw.chance(0.8)
        ? years * 12 + draw.between(1, 5)
        : draw.between(1, years * 12 - 2)
      : null,
    secretaryVacant: draw.chance(0.4),
    rentedOffice: false,
    secretaryExperienced: true,
    formedFrom: [],
    ...part,
  }
}

function committee(key: string, name: string, kind: OrgKind, field: OrgField, small = false): PlannedOrg {
  return node({ key, parent: 'county', kind, name, field, small, approving: true, secretaryVacant: false })
}

type BranchPart = {
  field?: OrgField
  form?: BranchForm
  small?: boolean
  village?: boolean
} & Partial<PlannedOrg>

function branch(
  parent: string,
  name: string,
  size: number,
  mix: BranchMix,
  part: BranchPart = {},
): PlannedOrg {
  const { village = false, ...rest } = part
  const key = rest.key ?? `${parent}/${name}`
  return node({
    kind: 'branch',
    unitKind: village ? 'village' : 'other',
    ...rest,
    key,
    parent,
    name,
    size,
    mix,
  })
}

/** The tree of the whole county, parents before children; the small demo is its nodes marked `small`. */
export function planOrgs(): PlannedOrg[] {
  const root = node({
    key: 'county',
    parent: null,
    kind: 'countyCommittee',
    name: CAST_ORGS.county,
    field: 'governmentOffice',
    small: true,
    secretaryVacant: false,
  })
  const named = TOWNS.reduce((sum, [, , members]) => sum + members, 0)
  const systems = Object.values(SYSTEMS).reduce((sum, members) => sum + members, 0)
  const left = COUNTY_MEMBERS - named - systems - STREET_MEMBERS
  const weights = MORE_TOWNS.map((name) => drawFrom(name).between(80, 120))
  const more = splitWhole(left, weights).map(
    (members, index) => [`town${index + 5}`, MORE_TOWNS[index] ?? '', members] as const,
  )
  const towns = [...TOWNS, ...more].flatMap(([key, name, members], index) =>
    planTown(key, name, members, index),
  )
  return [root, ...towns, ...planStreet(), ...planOffices(), ...planSystems()].flatMap(withGroups)
}

/** The branches of the mockups and tests, with the sizes shown there. */
function castBranches(town: string): PlannedOrg[] {
  const small = { small: true, secretaryVacant: false }
  const village = { ...small, village: true }
  if (town === 'yunxi') {
    return [
      branch(town, CAST_ORGS.shimen, 34, 'village', { key: 'shimen', ...village, termMonths: 30 }),
      branch(town, CAST_ORGS.hekou, 41, 'village', { key: 'hekou', ...village, termMonths: 30 }),
      node({
        key: 'taoping',
        parent: town,
        kind: 'generalBranch',
        name: CAST_ORGS.taoping,
        unitKind: 'village',
        ...small,
        termMonths: 30,
      }),
      branch('taoping', CAST_ORGS.taopingFirst, 39, 'village', {
        key: 'taopingFirst',
        ...village,
        termMonths: 30,
      }),
      branch('taoping', CAST_ORGS.taopingSecond, 33, 'village', {
        key: 'taopingSecond',
        ...village,
        termMonths: 30,
        secretaryVacant: true,
      }),
      branch(town, '云溪社区党支部', 48, 'community', {
        key: 'yunxiCommunity',
        ...small,
        field: 'community',
        unitKind: 'community',
        termMonths: 40,
        formedFrom: ['云溪老街居委会'],
      }),
      branch(town, '云溪镇果业合作社党支部', 17, 'firm', { form: 'byTrade' }),
      branch(town, '云溪中学党支部', 29, 'school', { field: 'school' }),
      branch(town, '云溪镇机关党支部', 38, 'office', {
        key: 'yunxiOffice',
        ...small,
        field: 'governmentOffice',
        termMonths: 20,
      }),
      branch(town, '云溪镇离退休干部党支部', 44, 'retired', {
        key: 'yunxiRetired',
        ...small,
        field: 'governmentOffice',
        form: 'retired',
        termMonths: 35,
      }),
    ]
  }
  if (town === 'liuwan') {
    return [
      branch(town, CAST_ORGS.liuwanVillage, 36, 'village', {
        key: 'liuwanVillage',
        ...village,
        termMonths: 30,
      }),
      branch(town, '柳湾镇机关党支部', 30, 'office', {
        key: 'liuwanOffice',
        ...small,
        field: 'governmentOffice',
        termMonths: 10,
      }),
    ]
  }
  if (town === 'shiqiao') {
    return [
      branch(town, '石桥村党支部', 26, 'village', { key: 'shiqiaoVillage', ...village, termMonths: 30 }),
      branch(town, '桥头村党支部', 22, 'village', { key: 'qiaotou', ...village, termMonths: 62 }),
      branch(town, '石桥乡中心小学党支部', 18, 'school', {
        key: 'shiqiaoSchool',
        ...small,
        field: 'school',
        termMonths: 12,
      }),
    ]
  }
  return []
}

function planTown(key: string, name: string, members: number, index: number): PlannedOrg[] {
  const draw = drawFrom(`town ${key}`)
  const small = index < 3
  const own = castBranches(key)
  const rest: Omit<PlannedOrg, 'size'>[] = []
  const taken = new Set<string>(['石门', '河口', '桃坪', '柳树湾', '石桥', '桥头'])
  const add = (branchName: string, mix: BranchMix, part: BranchPart = {}) =>
    rest.push(branch(key, branchName, 0, mix, part))
  if (!own.some((one) => one.mix === 'office'))
    add(`${name}机关党支部`, 'office', { field: 'governmentOffice' })
  if (!own.some((one) => one.mix === 'retired'))
    add(`${name}离退休干部党支部`, 'retired', { field: 'governmentOffice', form: 'retired' })
  if (!own.some((one) => one.mix === 'school')) add(`${name}中学党支部`, 'school', { field: 'school' })
  add(`${name}卫生院党支部`, 'hospital', { field: 'otherPublicBody' })
  const leftForVillages = members - own.reduce((sum, one) => sum + one.size, 0)
  const villages = Math.max(4, Math.round((leftForVillages - rest.length * 22) / 24))
  for (const form of formsOfTown(index, villages)) {
    const village = drawVillage(draw, taken)
    const suffix =
      form === 'villageEnterprise' ? '村企联合党支部' : form === 'villageTown' ? '村镇联建党支部' : '村党支部'
    add(`${village}${suffix}`, 'village', { village: true, form })
  }
  const sizes = splitWhole(
    leftForVillages,
    rest.map((one) => (one.mix === 'village' ? draw.between(16, 36) : draw.between(16, 30))),
  )
  return [
    committee(key, `${name}党委`, 'baseCommittee', 'rural', small),
    ...own,
    ...rest.map((one, place) => ({ ...one, size: sizes[place] ?? 0 })),
  ]
}

/** 43 village-enterprise and 19 village-town branches spread over the towns (S-118). */
function formsOfTown(index: number, villages: number): BranchForm[] {
  const share = (all: number) =>
    splitWhole(
      all,
      [...TOWNS, ...MORE_TOWNS].map(() => 1),
    )[index] ?? 0
  const enterprise = share(VILLAGE_ENTERPRISE_BRANCHES)
  const town = share(VILLAGE_TOWN_BRANCHES)
  return Array.from({ length: villages }, (_, place) =>
    place < enterprise ? 'villageEnterprise' : place < enterprise + town ? 'villageTown' : 'independent',
  )
}

/** Fifteen communities from 24 neighbourhoods: 3 with a one-person branch, 2 in rented offices, 6 secretaries without experience (S-121, S-133). */
function planStreet(): PlannedOrg[] {
  const names = [
    '锦绣',
    '文昌',
    '钟楼',
    '东关',
    '西关',
    '南门',
    '北园',
    '河滨',
    '人民路',
    '建设路',
    '新城',
    '翠屏',
    '星光',
    '和平',
  ]
  const draw = drawFrom('street')
  const totals = splitWhole(
    STREET_MEMBERS - 3,
    names.map(() => draw.between(80, 120)),
  )
  const neighbourhoods = splitWhole(
    23,
    names.map(() => 1),
  )
  const communities = names.flatMap((name, index) => {
    const key = `community${index + 1}`
    const many = draw.between(3, 5)
    const sizes = splitWhole(
      totals[index] ?? 0,
      Array.from({ length: many }, () => draw.between(20, 30)),
    )
    const shared = { field: 'community' as const, unitKind: 'community' as const }
    const general = node({
      ...shared,
      key,
      parent: 'street',
      kind: 'generalBranch',
      name: `${name}社区党总支`,
      rentedOffice: index >= 3 && index < 5,
      secretaryExperienced: !(index >= 5 && index < 11),
      formedFrom: Array.from({ length: neighbourhoods[index] ?? 1 }, (_, one) => `${name}第${one + 1}居委会`),
      secretaryVacant: false,
    })
    const branches = sizes.map((size, one) =>
      branch(key, `${name}社区第${one + 1}党支部`, size, one === 0 ? 'retired' : 'community', {
        ...shared,
        form: one === 0 ? 'retired' : 'independent',
      }),
    )
    const lonely =
      index < 3
        ? [branch(key, `${name}社区沿街商户党支部`, 1, 'community', { ...shared, secretaryVacant: false })]
        : []
    return [general, ...branches, ...lonely]
  })
  return [committee('street', '南坪街道党工委', 'workCommittee', 'community'), ...communities]
}

const OFFICES = [
  ...[
    '县委办公室',
    '县委组织部',
    '县委宣传部',
    '县委统战部',
    '县人大机关',
    '县政府办公室',
    '县政协机关',
    '县法院',
    '县检察院',
    '县总工会',
  ],
  ...[
    '县发展和改革局',
    '县财政局',
    '县教育局',
    '县科技局',
    '县工业和信息化局',
    '县公安局',
    '县民政局',
    '县司法局',
    '县人力资源和社会保障局',
    '县自然资源局',
  ],
  ...[
    '县生态环境分局',
    '县住房和城乡建设局',
    '县交通运输局',
    '县水利局',
    '县农业农村局',
    '县商务局',
    '县文化和旅游局',
    '县卫生健康局',
    '县退役军人事务局',
    '县审计局',
  ],
  ...[
    '县市场监督管理局',
    '县统计局',
    '县医疗保障局',
    '县林业局',
    '县果业中心',
    '县畜牧中心',
    '县信访局',
    '县行政审批服务局',
    '县城市管理局',
    '县档案馆',
  ],
  ...[
    '县税务局',
    '县气象局',
    '县供销社',
    '县融媒体中心',
    '县供电公司',
    '县邮政分公司',
    '县烟草专卖局',
    '县公路段',
    '县粮食局',
    '县老干部局',
  ],
]

/** County offices, each a general branch or a branch; the work-safety bureau is the unit of 41 (S-065). */
function planOffices(): PlannedOrg[] {
  const draw = drawFrom('offices')
  const bureau = 41
  const totals = splitWhole(
    SYSTEMS.office - bureau,
    OFFICES.map((name) => (name === '县公安局' ? 320 : name === '县老干部局' ? 260 : draw.between(40, 110))),
  )
  const field = { field: 'governmentOffice' as const }
  const offices = OFFICES.flatMap((name, index) => {
    const total = totals[index] ?? 0
    const key = `office${index + 1}`
    const many = Math.max(2, Math.round(total / 24))
    const sizes = splitWhole(
      total,
      Array.from({ length: many }, () => draw.between(18, 28)),
    )
    const retiredOnly = name === '县老干部局'
    return [
      node({ ...field, key, parent: 'offices', kind: 'generalBranch', name: `${name}党总支` }),
      ...sizes.map((size, one) => {
        const retired = retiredOnly ? one > 0 : one === many - 1 && many > 2
        return branch(
          key,
          `${name}${retired ? '离退休' : ''}第${one + 1}党支部`,
          size,
          retired ? 'retired' : 'office',
          { ...field, form: retired ? 'retired' : 'independent' },
        )
      }),
    ]
  })
  const safety = [
    node({
      ...field,
      key: 'bureau',
      parent: 'offices',
      kind: 'generalBranch',
      name: '县应急管理局党总支',
      secretaryVacant: false,
    }),
    ...[14, 14, 13].map((size, one) =>
      branch('bureau', `县应急管理局第${one + 1}党支部`, size, 'bureau', {
        ...field,
        secretaryVacant: false,
      }),
    ),
  ]
  return [committee('offices', '县直机关工委', 'workCommittee', 'governmentOffice'), ...offices, ...safety]
}

function planSystems(): PlannedOrg[] {
  return [
    ...planSystem({
      key: 'education',
      name: '教育工委',
      kind: 'workCommittee',
      field: 'school',
      mix: 'school',
      members: SYSTEMS.school,
      perBranch: 27,
      nameOf: (n) => `清源县第${n}学校党支部`,
    }),
    ...planSystem({
      key: 'health',
      name: '卫生健康系统党委',
      kind: 'baseCommittee',
      field: 'otherPublicBody',
      mix: 'hospital',
      members: SYSTEMS.hospital,
      perBranch: 28,
      nameOf: (n) => `卫生健康系统第${n}党支部`,
    }),
    ...planSystem({
      key: 'stateFirms',
      name: '国资系统党委',
      kind: 'baseCommittee',
      field: 'stateFirm',
      mix: 'stateFirm',
      members: SYSTEMS.stateFirm,
      perBranch: 24,
      nameOf: (n) => `国资系统第${n}党支部`,
    }),
    ...planFirmBranches(),
  ]
}

type SystemPart = {
  key: string
  name: string
  kind: OrgKind
  field: OrgField
  mix: BranchMix
  members: number
  perBranch: number
  nameOf: (serial: number) => string
}

function planSystem(part: SystemPart): PlannedOrg[] {
  const draw: Draw = drawFrom(part.key)
  const many = Math.round(part.members / part.perBranch)
  const sizes = splitWhole(
    part.members,
    Array.from({ length: many }, () => draw.between(70, 130)),
  )
  const branches = sizes.map((size, index) => {
    const retired = index % 9 === 8
    return branch(
      part.key,
      retired ? part.nameOf(index + 1).replace('党支部', '离退休党支部') : part.nameOf(index + 1),
      size,
      retired ? 'retired' : part.mix,
      { field: part.field, form: retired ? 'retired' : 'independent' },
    )
  })
  return [committee(part.key, part.name, part.kind, part.field), ...branches]
}

/** 165 branches of single firms and 11 joint ones of three firms each: 165 + 33 firms (S-119). */
function planFirmBranches(): PlannedOrg[] {
  const draw = drawFrom('firm branches')
  const many = OWN_FIRM_BRANCHES + JOINT_FIRM_BRANCHES
  const sizes = splitWhole(
    SYSTEMS.firm - many * 3,
    Array.from({ length: many }, () => draw.between(2, 9)),
  )
  const branches = sizes.map((size, index) => {
    const joint = index >= OWN_FIRM_BRANCHES
    const name = joint
      ? `非公企业第${index - OWN_FIRM_BRANCHES + 1}联合党支部`
      : `非公企业第${index + 1}党支部`
    return branch('private', name, size + 3, 'firm', {
      key: `firm${index + 1}`,
      field: 'privateFirm',
      form: joint ? 'joint' : 'independent',
    })
  })
  return [committee('private', '非公和社会组织工委', 'workCommittee', 'privateFirm'), ...branches]
}

/** Large village branches are divided into groups. */
function withGroups(org: PlannedOrg): PlannedOrg[] {
  const divided =
    org.key === 'shimen' || (org.kind === 'branch' && org.mix === 'village' && org.size >= 34 && !org.small)
  if (!divided) return [org]
  const groups = ['第一党小组', '第二党小组', '第三党小组'].map((name, index) =>
    node({
      key: `${org.key}/group${index + 1}`,
      parent: org.key,
      kind: 'partyGroup',
      name,
      field: org.field,
      unitKind: org.unitKind,
      small: org.small,
      secretaryVacant: true,
      foundedOn: org.foundedOn,
    }),
  )
  return [org, ...groups]
}
