import type { Text } from '../shared/texts.ts'
import type { Block, Stage, Step } from './hooks-event.ts'

/** Names of the stages as the line over the page shows them. */
export const stageTexts: Record<Stage, Text> = {
  basis: { zh: '依据文件', en: 'Basis' },
  roll: { zh: '花名册', en: 'Roll' },
  dutyReports: { zh: '述职报告', en: 'Duty reports' },
  self: { zh: '自评', en: 'Self' },
  peers: { zh: '互评', en: 'Peers' },
  ballots: { zh: '两票测评', en: 'Two ballots' },
  settlement: { zh: '综合评定', en: 'Settlement' },
  notice: { zh: '结果公示', en: 'Notice' },
  feedback: { zh: '反馈', en: 'Feedback' },
  rectification: { zh: '整改', en: 'Putting right' },
  closed: { zh: '办结', en: 'Closed' },
}

/** Heading of each step, and in one sentence what it needs. */
export const stepTexts: Record<Step, { readonly title: Text; readonly needs: Text }> = {
  basis: {
    title: { zh: '依据文件', en: 'The document that orders it' },
    needs: {
      zh: '写明上级哪份文件布置的。公示、登记表、反馈单都引用它。',
      en: 'Name the document from above. Notice, forms and feedback cite it.',
    },
  },
  roll: {
    title: { zh: '评议对象', en: 'Who is appraised' },
    needs: {
      zh: '每个人怎样参加，都写明原因。预备党员参加评议，不定格次。',
      en: 'How each takes part, with the reason. Probationary members take part and get no grade.',
    },
  },
  dutyReports: {
    title: { zh: '述职报告', en: 'Duty reports' },
    needs: {
      zh: '本人写，支部看，有问题就问，问清了核对。不用手机的可以口述，由别人代记。',
      en: 'Written by the member, read by the branch, asked about, checked off. Others may write for those without a phone.',
    },
  },
  self: {
    title: { zh: '个人自评', en: 'Self-appraisal' },
    needs: {
      zh: '每个定格次的党员说说自己这一年。会上口头说的，记在这里。',
      en: 'Each graded member speaks of the own year. What is said at the meeting is written here.',
    },
  },
  peers: {
    title: { zh: '党员互评', en: 'Members about each other' },
    needs: {
      zh: '每个人至少有一个人说过。说做了什么事，不说病、家里的事和私下的话。',
      en: 'Somebody has spoken about each. Deeds, not illness, family or private speech.',
    },
  },
  ballots: {
    title: { zh: '两票测评', en: 'The two ballots' },
    needs: {
      zh: '党员票和群众票分开投、分开数。谁投了什么，系统里查不到。',
      en: 'Members and masses vote and are counted apart. Nothing here tells who voted what.',
    },
  },
  settlement: {
    title: { zh: '综合评定', en: 'Settlement' },
    needs: {
      zh: '积分、两票、日常表现摆在一起，格次由会议定。',
      en: 'Points, both ballots and daily conduct side by side; the meeting sets the grade.',
    },
  },
  notice: {
    title: { zh: '结果公示', en: 'Notice of results' },
    needs: {
      zh: '公示不少于 5 个工作日，异议答复完再往下走。',
      en: 'At least 5 working days; objections are answered before going on.',
    },
  },
  feedback: {
    title: { zh: '反馈本人', en: 'Feedback' },
    needs: {
      zh: '当面谈，把评议意见原样告诉本人。谈后 5 个工作日内可以回应，15 天内可以申诉。',
      en: 'A talk in person, in the same words. The member may answer within 5 working days and appeal within 15 days.',
    },
  },
  rectification: {
    title: { zh: '问题整改', en: 'Putting right' },
    needs: {
      zh: '每个问题有人负责、有措施、有期限，办好了由别人确认。',
      en: 'Each problem has an owner, a measure and a date; somebody else confirms it.',
    },
  },
}

export const eventTexts = {
  what: { zh: '民主评议', en: 'the appraisal' },
  title: { zh: '{org} {year} 年民主评议', en: 'Appraisal {year} of {org}' },
  list: { zh: '民主评议', en: 'Appraisals' },
  where: { zh: '走到哪一步', en: 'Where it stands' },
  next: { zh: '下一步', en: 'Next step' },
  ofAll: { zh: '{done} / {all}', en: '{done} / {all}' },
  notYetCounted: { zh: '还没到', en: 'not yet' },
  doneStep: { zh: '已完成', en: 'done' },
  nowStep: { zh: '正在办', en: 'now' },
  free: { zh: '{stage}这一步齐了', en: '{stage} is complete' },
  freeText: {
    zh: '走到下一步后，需要时可以写明原因退回来。',
    en: 'You can come back with a reason where it is allowed.',
  },
  freeOnly: { zh: '往下走后不能退回来。', en: 'There is no way back after that.' },
  freeBallots: {
    zh: '票箱封了就不再重投，往下走后不能退回。',
    en: 'Once boxes are closed nobody votes again; there is no way back.',
  },
  held: { zh: '{stage}这一步还差 {count} 件', en: '{stage}: {count} still missing' },
  goOn: { zh: '进入“{stage}”', en: 'Go on to {stage}' },
  close: { zh: '办结今年的评议', en: 'Close the appraisal' },
  working: { zh: '正在办', en: 'Working' },
  gone: { zh: '已进入{stage}', en: 'Now at {stage}' },
  goBack: { zh: '退回上一步', en: 'Go back a step' },
  goBackTitle: { zh: '退回“{stage}”', en: 'Go back to {stage}' },
  goBackText: {
    zh: '已经写下的都还在。退回和原因记在经过里。',
    en: 'What was written stays. The step back and its reason are kept.',
  },
  goBackNotice: {
    zh: '贴着的公示会撤下，评定改好后重新签字、重新公示满天数。',
    en: 'The notice is taken down; the settlement is signed anew and hangs for its whole term again.',
  },
  goBackReason: { zh: '为什么退回', en: 'Reason' },
  goBackModel: { zh: '如：漏排了一名转入的党员', en: 'For instance: a member who moved in was left out' },
  wentBack: { zh: '已退回“{stage}”', en: 'Back at {stage}' },
  onlyLook: {
    zh: '评议由支部办，你在这里看进度。',
    en: 'The branch runs its appraisal; you see where it stands.',
  },
  seeTo: { zh: '去办', en: 'See to it' },
  closedTitle: { zh: '{year} 年的评议已经办结', en: 'The appraisal of {year} is closed' },
  closedText: {
    zh: '整改没完的接着跟，下一年述职时要说到。',
    en: 'What is still being put right is followed on and spoken to in the next report.',
  },
  begin: { zh: '开始 {year} 年评议', en: 'Begin the appraisal of {year}' },
  beginFact: { zh: '{org} {year} 年的评议还没有开始', en: 'The appraisal of {org} for {year} has not begun' },
  beginText: {
    zh: '收到上级文件后开始。开始后先写明依据文件。',
    en: 'Begin when the document from above is there; it is named first.',
  },
  beginOther: { zh: '由支部书记开始。', en: 'The secretary of the branch begins it.' },
  lastYear: { zh: '看 {year} 年的', en: 'See {year}' },
  members: {
    zh: '{members} 名党员，定格次 {graded} 人，不定格次 {without} 人',
    en: '{members} members, {graded} graded, {without} without grade',
  },
  history: { zh: '经过', en: 'What was done' },
  historyAll: { zh: '全部 {count} 条', en: 'All {count}' },
  historyNone: { zh: '还没有动过', en: 'Nothing yet' },
  missingNames: { zh: '还差：{names}', en: 'Missing: {names}' },
  back: { zh: '各支部评议', en: 'All branches' },
  print: { zh: '打印', en: 'Print' },
} as const satisfies Record<string, Text>

/** What each move says in the history; {words} is what was noted with it. */
export const moveTexts: Readonly<Record<string, Text>> = {
  open: { zh: '开始评议', en: 'Began' },
  goOn: { zh: '进入“{stage}”', en: 'Went on to {stage}' },
  goBack: { zh: '退回“{stage}”：{reason}', en: 'Back to {stage}: {reason}' },
  assembly: { zh: '记评议大会到会 {words}', en: 'Assembly, present {words}' },
  openBox: { zh: '开{paper}票箱', en: 'Opened the box of {paper}' },
  countPaper: { zh: '录{paper}纸质票', en: 'Counted papers of {paper}' },
  closeBox: { zh: '封{paper}票箱', en: 'Closed the box of {paper}' },
  meeting: { zh: '记评定会议：{words}', en: 'Meeting: {words}' },
  sign: { zh: '签字评定', en: 'Signed' },
  notice: { zh: '起草公示', en: 'Drafted the notice' },
}
export const paperTexts: Readonly<Record<string, Text>> = {
  members: { zh: '党员', en: 'members' },
  masses: { zh: '群众', en: 'the masses' },
}

/** Where each thing in the way is seen to. */
export const blockSteps: Record<Block['code'], Step> = {
  'appraisal-basis-missing': 'basis',
  'appraisal-members-without-place': 'roll',
  'appraisal-reports-missing': 'dutyReports',
  'appraisal-reports-unchecked': 'dutyReports',
  'appraisal-self-missing': 'self',
  'appraisal-peers-missing': 'peers',
  'appraisal-assembly-missing': 'ballots',
  'appraisal-no-quorum': 'ballots',
  'appraisal-boxes-open': 'ballots',
  'appraisal-boxes-do-not-add-up': 'ballots',
  'appraisal-members-without-grade': 'settlement',
  'appraisal-not-signed': 'settlement',
  'appraisal-notice-missing': 'notice',
  'appraisal-notice-interrupted': 'notice',
  'appraisal-notice-running': 'notice',
  'appraisal-objections-open': 'notice',
  'appraisal-feedback-running': 'feedback',
  'appraisal-appeals-open': 'feedback',
  'appraisal-problems-without-item': 'rectification',
}

export const listTexts = {
  title: { zh: '{year} 年民主评议', en: 'Appraisals of {year}' },
  sums: {
    zh: '{all} 个支部，{notOpened} 个没开始，{running} 个在办，{closed} 个办结',
    en: '{all} branches: {notOpened} not begun, {running} under way, {closed} closed',
  },
  show: { zh: '看哪些', en: 'Show' },
  all: { zh: '全部', en: 'All' },
  notOpened: { zh: '没开始', en: 'Not begun' },
  running: { zh: '在办', en: 'Under way' },
  closed: { zh: '办结', en: 'Closed' },
  branch: { zh: '支部', en: 'Branch' },
  stage: { zh: '走到', en: 'Stands at' },
  afterwards: { zh: '接着', en: 'Next' },
  graded: { zh: '定格次', en: 'Graded' },
  changed: { zh: '最近动过', en: 'Last change' },
  none: { zh: '这里没有支部', en: 'No branch here' },
  noneNext: { zh: '换一个年份或者筛选看看。', en: 'Try another year or filter.' },
  order: { zh: '按组织顺序排', en: 'In the order of the organisations' },
  notBegun: { zh: '没开始', en: 'Not begun' },
  nobodyGraded: { zh: '—', en: '—' },
} as const satisfies Record<string, Text>

/** What a branch that stands at a stage does next. */
export const thenTexts: Record<Stage, Text> = {
  basis: { zh: '写明依据文件', en: 'Name the document' },
  roll: { zh: '核对评议对象', en: 'Check the roll' },
  dutyReports: { zh: '收述职报告、核对', en: 'Collect and check reports' },
  self: { zh: '每人自评', en: 'Self-appraisals' },
  peers: { zh: '党员互评', en: 'Words about each other' },
  ballots: { zh: '开大会，投两票', en: 'Assembly and ballots' },
  settlement: { zh: '开会评定，签字', en: 'Meet, settle, sign' },
  notice: { zh: '公示满 5 个工作日', en: 'Notice of 5 working days' },
  feedback: { zh: '当面反馈', en: 'Talk with each member' },
  rectification: { zh: '定整改，确认', en: 'Plan and confirm' },
  closed: { zh: '已办结', en: 'Closed' },
}
