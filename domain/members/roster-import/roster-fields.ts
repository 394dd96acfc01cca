/** What a column of a roster can hold. */
export const rosterFields = [
  'serialNumber',
  'name',
  'identityNumber',
  'sex',
  'ethnicGroup',
  'bornOn',
  'education',
  'admittedOn',
  'convertedOn',
  'branchName',
  'groupName',
  'phone',
  'membershipKind',
  'category',
  'post',
  'workplace',
  'address',
  'note',
] as const
export type RosterField = (typeof rosterFields)[number]

/** Without these columns a roster cannot be read. */
export const neededFields: readonly RosterField[] = ['name', 'identityNumber']

/** Headings as offices write them, without brackets, blanks and colons. */
const headings: Readonly<Record<RosterField, string>> = {
  serialNumber: '序号 编号 序列 no no. 序次 行号',
  name: '姓名 党员姓名 名字 本人姓名 姓名全称 name',
  identityNumber:
    '身份证号 身份证号码 公民身份号码 公民身份证号码 公民身份证号 身份证 居民身份证号 居民身份证号码 身份号码 证件号码 证件号 二代身份证号 党员身份证号 党员身份证号码 身份证件号码',
  sex: '性别 党员性别 男女 sex gender',
  ethnicGroup: '民族 族别 民族成份 民族成分',
  bornOn: '出生日期 出生年月 出生年月日 生日 出生时间 出生 出生日',
  education: '学历 文化程度 文化 学历学位 最高学历 受教育程度 教育程度 学历情况 全日制学历',
  admittedOn:
    '入党时间 入党日期 入党年月 加入党组织日期 加入党组织时间 加入中共组织日期 加入中国共产党时间 入党年月日 加入中共党组织的时间 接收预备党员时间 接收为预备党员时间 成为预备党员时间',
  convertedOn:
    '转正时间 转正日期 转正年月 转为正式党员日期 转为正式党员时间 预备期满转正时间 转正年月日 成为正式党员时间',
  branchName:
    '所在党支部 所在支部 支部名称 党支部名称 组织名称 党组织名称 所在党组织 所属党支部 所属支部 党支部 支部 所属党组织 隶属党支部 组织关系所在党支部 组织关系所在支部 所在党支部名称 所在党组织名称 组织关系所在单位 所在支部名称',
  groupName: '党小组 所在党小组 所属党小组 党小组名称 小组',
  phone:
    '手机 手机号 手机号码 联系电话 联系方式 电话 移动电话 电话号码 本人手机 本人联系电话 联系手机 手机电话 联系号码',
  membershipKind: '人员类别 党员类别 党员类型 党员身份 是否正式党员 正式或预备 正式预备',
  category:
    '在职情况 人员身份 身份类别 岗位类别 在职离退 在职或离退休 身份 职业 个人身份 从事职业 工作岗位 现从事职业 类别',
  post: '职务 党内职务 现任职务 职务职级 职位 现任党内职务 行政职务',
  workplace:
    '工作单位 工作单位及职务 工作单位和职务 单位 所在单位 单位及职务 单位名称 现工作单位 工作单位职务',
  address: '住址 家庭住址 现住址 居住地 地址 常住地址 通讯地址 居住地址 联系地址 现居住地 户籍地址',
  note: '备注 说明 备考 备 其他说明',
}

export const fieldByHeading: ReadonlyMap<string, RosterField> = new Map(
  rosterFields.flatMap((field) => headings[field].split(' ').map((heading) => [heading, field] as const)),
)

/** Longer headings first, so that a header takes the most telling one it contains. */
export const headingsByLength: readonly (readonly [string, RosterField])[] = [...fieldByHeading]
  .filter(([heading]) => heading.length >= 2)
  .toSorted(([a], [b]) => b.length - a.length)

/** Words that make a header speak of somebody or something else. */
export const foreignHeading =
  /介绍人|培养|联系人|配偶|家属|家庭成员|父亲|母亲|子女|书记|填表|审核|经办|申请|参加工作|离退休时间|退休时间|党费|年龄|党龄|籍贯|出生地|上级|党委|总支|学位证|毕业|失联|流动|档案|编号|代码/
