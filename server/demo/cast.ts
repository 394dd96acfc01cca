/** The people and organisations that tests, journeys, screenshots and the small demo speak of. All invented. */

export const DEMO_PASSWORD = 'Qingyuan#2026'
export const DEMO_COUNTY = { code: 'qingyuan', name: '清源县' } as const
/** A second county, only to prove that counties never see each other. */
export const OTHER_COUNTY = { code: 'linshui', name: '临水县' } as const

export const CAST_ORGS = {
  county: '清源县委',
  yunxi: '云溪镇党委',
  shimen: '石门村党支部',
  hekou: '河口村党支部',
  taoping: '桃坪村党总支',
  taopingFirst: '桃坪村第一党支部',
  taopingSecond: '桃坪村第二党支部',
  liuwan: '柳湾镇党委',
  liuwanVillage: '柳树湾村党支部',
} as const
export type CastOrg = keyof typeof CAST_ORGS

type CastPerson = {
  readonly name: string
  readonly role: string
  readonly org: CastOrg
  /** Whether the person is a member of that branch (officers of committees keep their file elsewhere). */
  readonly member: boolean
}

/** Keyed by account name. */
export const CAST = {
  hanhanlu: { name: '韩寒露', role: 'county-officer', org: 'county', member: false },
  mengxiaoshu: { name: '孟小暑', role: 'cadre-section', org: 'county', member: false },
  luqingming: { name: '陆清明', role: 'base-committee-officer', org: 'yunxi', member: false },
  taochunfen: { name: '陶春分', role: 'base-committee-officer', org: 'liuwan', member: false },
  zhouguyu: { name: '周谷雨', role: 'branch-secretary', org: 'shimen', member: true },
  shenliqiu: { name: '沈立秋', role: 'branch-secretary', org: 'hekou', member: true },
  hebailu: { name: '何白露', role: 'member', org: 'shimen', member: true },
  qinlidong: { name: '秦立冬', role: 'member', org: 'shimen', member: true },
  hanliqiu: { name: '韩立秋', role: 'member', org: 'hekou', member: true },
  yingxiaohan: { name: '应小寒', role: 'system-administrator', org: 'county', member: false },
  fengdahan: { name: '冯大寒', role: 'security-administrator', org: 'county', member: false },
  xuchushu: { name: '许处暑', role: 'audit-administrator', org: 'county', member: false },
} as const satisfies Record<string, CastPerson>
export type CastName = keyof typeof CAST

/** The officer of the other county. */
export const OTHER_OFFICER = { accountName: 'weixiaoxue', name: '魏小雪' } as const
