/** Every permission of the product with the sentence the access table shows. Noun first, then the verb. */
export const PERMISSIONS = {
  'organisation.read': { zh: '看组织', en: 'See organisations' },
  'organisation.change': {
    zh: '设立、更名、调整、撤销组织',
    en: 'Set up, rename, move or dissolve organisations',
  },
  'organisation.committee': { zh: '登记班子和任期', en: 'Record committees and terms' },
  'calendar.change': { zh: '改工作日历', en: 'Change the working-day calendar' },
  'setting.read': { zh: '看县里的设置', en: 'See county settings' },
  'setting.change': { zh: '改县里的设置', en: 'Change county settings' },
  'member.read': { zh: '看党员档案', en: 'See member files' },
  'member.unmask': {
    zh: '写明用途后看身份证号和手机号',
    en: 'See identity and phone numbers for a stated purpose',
  },
  'member.change': { zh: '登记和更改党员信息', en: 'Record and change member facts' },
  'member.certify': {
    zh: '核定身份、入党日期、所在支部和党籍',
    en: 'Settle identity, membership dates, branch and state',
  },
  'member.request-correction': { zh: '提出更正', en: 'Ask for a correction' },
  'member.decide-correction': { zh: '答复更正申请', en: 'Decide a requested correction' },
  'member.export': { zh: '导出花名册', en: 'Export the roster' },
  'member.who-looked': { zh: '看谁查过档案', en: 'See who looked at a file' },
  'roster-import.run': { zh: '导入花名册', en: 'Import a roster' },
  'account.read': { zh: '看账号', en: 'See accounts' },
  'account.manage': { zh: '开账号、停账号、重置密码', en: 'Open and stop accounts, reset passwords' },
  'account.print-code': {
    zh: '给没有手机的党员打印一次性码',
    en: 'Print one-time codes for members without a phone',
  },
  'account.grant': { zh: '授予和收回权限', en: 'Grant and withdraw roles' },
  'security.change': { zh: '改密码和登录规则', en: 'Change password and sign-in rules' },
  'audit.read': { zh: '看审计日志', en: 'Read the audit log' },
  'message.send': { zh: '发通知', en: 'Send a notice to members' },
  'message.read-delivery': { zh: '看通知送达情况', en: 'See who was reached' },
  'file.add': { zh: '上传材料', en: 'Add a file' },
  'file.settle-report': { zh: '处理涉密举报', en: 'Settle a report of a secret file' },
  'notice.read': { zh: '看公示', en: 'See public notices' },
  'notice.draft': { zh: '起草公示', en: 'Draft a public notice' },
  'notice.check': {
    zh: '核对公示的数字和隐私',
    en: 'Check figures and privacy of a public notice',
  },
  'notice.approve': { zh: '批准、撤下和了结公示', en: 'Post, take down and settle public notices' },
  'notice.attend': {
    zh: '收到本级公示和异议的待办',
    en: 'Gets the notices and objections of the own organisation to do',
  },
  'objection.raise': { zh: '对记在自己名下的提出异议', en: 'Object to what is recorded about oneself' },
  'objection.take': {
    zh: '记下打电话、写纸条提的异议',
    en: 'Write down objections by telephone or paper',
  },
  'objection.handle': { zh: '分派和办理异议', en: 'Assign and decide objections' },
  'points.read': { zh: '看党员积分和每一分的来历', en: 'See a member’s points and where each comes from' },
  'points.bring-along': {
    zh: '登记外地转来党员的积分证明',
    en: 'Record the certified score of a member from elsewhere',
  },
  'points-month.read': { zh: '看各支部月份的进度', en: 'See where the months of branches stand' },
  'points-month.move': { zh: '核对、公示、关账', en: 'Review, publish and close a month' },
  'points-month.move-late': {
    zh: '替逾期的支部往下走',
    en: 'Move on the month of a branch that is late',
  },
  'ranking.read': { zh: '在决定的范围内看名次', en: 'See the order inside the decided scope' },
  'ranking.change': { zh: '决定名次的范围', en: 'Settle how far rankings are shown' },
} as const satisfies Record<string, { zh: string; en: string }>

export type Permission = keyof typeof PERMISSIONS
