import type { Grade } from '@steward/domain/appraisals/grade.ts'
import type { Text } from '../shared/texts.ts'

export const gradeTexts: Record<Grade, Text> = {
  excellent: { zh: '优秀', en: 'Excellent' },
  qualified: { zh: '合格', en: 'Qualified' },
  basicallyQualified: { zh: '基本合格', en: 'Basically qualified' },
  unqualified: { zh: '不合格', en: 'Unqualified' },
}

export const paperTexts = {
  members: { zh: '党员票', en: 'Ballot of the members' },
  masses: { zh: '群众票', en: 'Ballot of the masses' },
} satisfies Record<'members' | 'masses', Text>

export const ballotTexts = {
  title: { zh: '民主测评，无记名', en: 'Ballot without a name' },
  of: { zh: '{org}，{year} 年，{paper}', en: '{org}, {year}, {paper}' },
  intro: {
    zh: '票上没有你的名字。领了投票码，你和票就分开了：谁投的哪一张，支部查不到，这部手机也不留。',
    en: 'The ballot bears no name. With the token you and the ballot part: the branch cannot look up who cast which, and this telephone keeps nothing.',
  },
  once: {
    zh: '一人一张，交了不能改。交之前都能改，中途关掉也还在。',
    en: 'One each. It cannot be changed once cast; before that you can change it, and closing the page loses nothing.',
  },
  own: { zh: '自己不评自己。', en: 'You do not mark yourself.' },
  begin: { zh: '领投票码，开始评', en: 'Take the token and begin' },
  goOn: { zh: '接着评', en: 'Go on' },
  taking: { zh: '正在领', en: 'Taking' },
  nth: { zh: '第 {n} 位，共 {all} 位', en: '{n} of {all}' },
  pledges: { zh: '承诺', en: 'Pledges' },
  pledgesNone: { zh: '没有公开的承诺', en: 'none published' },
  pledgesAllKept: { zh: '{all} 件，支部评定都做到了', en: '{all}, all kept as the branch judged' },
  pledgesSome: {
    zh: '{all} 件，评定了 {judged} 件，做到 {kept} 件',
    en: '{all}; {judged} judged, {kept} kept',
  },
  pledgesOpen: { zh: '{all} 件，支部还没有评定', en: '{all}, not judged yet' },
  deeds: { zh: '做过的事', en: 'Deeds' },
  deedTimes: { zh: '{words}，{times} 次', en: '{words}, {times} times' },
  deedsNone: { zh: '述职里没有列', en: 'none listed in the report' },
  said: { zh: '自己说的', en: 'Own words' },
  saidNone: { zh: '没有交述职报告', en: 'no duty report' },
  quote: { zh: '“{words}”', en: '“{words}”' },
  inFull: { zh: '全文', en: 'In full' },
  report: { zh: '述职报告', en: 'Duty report' },
  reportInFull: { zh: '看述职报告全文', en: 'The report in full' },
  reportOf: { zh: '{name}的述职报告', en: 'Duty report of {name}' },
  reportEmpty: { zh: '没有写', en: 'nothing written' },
  choose: { zh: '你的评价', en: 'Your mark' },
  unknown: { zh: '不了解，不评', en: 'I cannot say' },
  unknownShort: { zh: '不了解', en: 'Cannot say' },
  limit: {
    zh: '评定时优秀最多 {most} 位，你选了 {chosen} 位。',
    en: 'At most {most} can be excellent when grades are set; you chose {chosen}.',
  },
  limitOver: {
    zh: '评定时优秀最多 {most} 位，你选了 {chosen} 位，可以再想想。照样能交。',
    en: 'At most {most} can be excellent when grades are set; you chose {chosen}. Think again if you like; it can be cast as it is.',
  },
  before: { zh: '上一位', en: 'Back' },
  after: { zh: '下一位', en: 'Next' },
  toSheet: { zh: '看整张票', en: 'See the whole ballot' },
  footNote: { zh: '票上没有你的名字', en: 'Your name is not on the ballot' },
  footNoteMore: {
    zh: '交票后给一个验票号，可以核对票已计入',
    en: 'A receipt number lets you check that it was counted',
  },
  oneByOne: { zh: '一位一位评', en: 'One by one' },
  sheet: { zh: '整张票', en: 'All on one' },
  sheetSum: {
    zh: '评了 {graded} 位，不了解 {unknown} 位，没有评 {open} 位。',
    en: '{graded} marked, {unknown} not known, {open} left open.',
  },
  sheetOpen: { zh: '没有评的算不了解。', en: ' Those left open count as not known.' },
  notMarked: { zh: '还没有评', en: 'not marked' },
  nothing: { zh: '至少评一位才能交。', en: 'Mark one at least.' },
  cast: { zh: '交票', en: 'Cast the ballot' },
  castTitle: { zh: '交了就不能改', en: 'Once cast it stays' },
  castText: {
    zh: '交了以后，这部手机上不留你的选择。',
    en: 'After casting nothing of your choice stays on this telephone.',
  },
  castNow: { zh: '交票，不改了', en: 'Cast it' },
  castLook: { zh: '再看看', en: 'Look again' },
  casting: { zh: '正在交', en: 'Casting' },
  keptOffline: {
    zh: '没有交上，票还在这部手机上',
    en: 'Not cast; the ballot is still on this telephone',
  },
  done: { zh: '票投进去了', en: 'Your ballot is in the box' },
  doneText: {
    zh: '下面是验票号，只显示这一次，别人没有。封箱以后凭它核对你的票在不在箱里；凭它看不出你投了什么。',
    en: 'This is your receipt number. It is shown once and nobody else has it. After the box is closed it shows that your ballot is in; it does not show what you voted.',
  },
  number: { zh: '验票号', en: 'Receipt number' },
  savePicture: { zh: '存成图片', en: 'Keep as a picture' },
  saved: { zh: '图片存好了', en: 'The picture is kept' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '复制好了', en: 'Copied' },
  copyFailed: { zh: '没有复制上，抄下来或者存成图片', en: 'Not copied; write it down or keep the picture' },
  whereCheck: { zh: '核对的地址', en: 'Where to check' },
  finish: { zh: '号记下了，完成', en: 'I have it, done' },
  finishNote: {
    zh: '离开这一页，这部手机上就没有这个号了',
    en: 'When you leave this page the number is gone from this telephone',
  },
  pictureFile: { zh: '验票号', en: 'ballot-receipt' },
  failed: { zh: '这张票现在投不了', en: 'This ballot cannot be cast now' },
  closedTitle: { zh: '票箱已经封了', en: 'The box is closed' },
  closedNext: {
    zh: '投过的可以核对票在不在箱里。没有投的，这次不再收，可以把话说给支部或上级。',
    en: 'If you voted you can check your ballot. If not, tell the branch or the committee above what you think.',
  },
  usedTitle: { zh: '投票码不对，或者已经投过', en: 'The token is wrong or was used' },
  usedNext: {
    zh: '投过了就不用再投，一码只投一次。没有投过，把条子上的码再对一遍；还是不行，找发票的人换一张纸质票。',
    en: 'If you voted, that is all: a token works once. If not, compare the token with the slip; if it still fails, ask for a paper.',
  },
  lostTitle: { zh: '你领过投票码，这部手机上没有了', en: 'You took a token; it is not on this telephone' },
  lostNext: {
    zh: '投过了就不用管，投完这里本来就不留。没有投，可能是在别的手机上领的，到那部手机上投；找不到了，请支部给你一张纸质票。',
    en: 'If you voted, that is as it should be. If not, vote on the telephone you took it on, or ask the branch for a paper.',
  },
  onPaperTitle: { zh: '你领的是纸质票', en: 'You have a paper' },
  onPaperNext: {
    zh: '用纸质票投，折好投进票箱。和手机上的票一起数。',
    en: 'Vote with the paper; it is counted together with the others.',
  },
  noBoxTitle: { zh: '票箱还没有开', en: 'The box is not open yet' },
  noBoxNext: {
    zh: '支部开箱以后在这里投。不想用手机的，可以要一张纸质票。',
    en: 'You vote here once the branch opens the box, or ask for a paper.',
  },
  notListedTitle: { zh: '你不在这次的投票人名单上', en: 'You are not on the list of voters' },
  notListedNext: {
    zh: '预备党员参加评议，不投票；在别处评的，到那边投。有疑问问支部。',
    en: 'Probationary members take part without a vote; those appraised elsewhere vote there. Ask the branch if in doubt.',
  },
  check: { zh: '核对我的票在不在箱里', en: 'Check that my ballot is in the box' },
  token: { zh: '投票码', en: 'Token' },
  tokenHelp: {
    zh: '条子上的 20 位，大小写、横线都不要紧',
    en: 'The twenty signs on the slip; case and dashes do not matter',
  },
  tokenShort: { zh: '不够 20 位，对着条子再看一遍', en: 'That is not twenty signs; compare with the slip' },
  tokenGo: { zh: '看票', en: 'Open the ballot' },
  publicTitle: { zh: '给党员评一评', en: 'Say what you think of the members' },
  publicText: {
    zh: '不用登录，不留名字。一张条子投一次。',
    en: 'No sign-in and no name. One slip, one ballot.',
  },
} satisfies Record<string, Text>

export const checkTexts = {
  title: { zh: '核对我的票', en: 'Check my ballot' },
  stillOpen: { zh: '票箱还没有封', en: 'The box is not closed yet' },
  stillOpenNext: {
    zh: '封箱以后，所有验票号的清单公布在这里，到时再来核对。',
    en: 'Once it is closed the list of all receipts stands here; come back then.',
  },
  closedOn: { zh: '{day}封的箱，箱里有 {count} 张票。', en: 'Closed on {day} with {count} ballots in it.' },
  how: {
    zh: '填上验票号，在这部手机上对，不发出去，也不记下来。',
    en: 'Enter the number; it is compared on this telephone, sent nowhere and not kept.',
  },
  number: { zh: '验票号', en: 'Receipt number' },
  look: { zh: '对一下', en: 'Check' },
  short: { zh: '验票号是 20 位，对一遍再填', en: 'The number has twenty signs; compare it' },
  there: { zh: '你的票在箱里', en: 'Your ballot is in the box' },
  thereText: {
    zh: '它在公布的 {count} 个验票号里。清单也和封箱校验码对上了，封箱以后没有人增减过。',
    en: 'It is among the {count} published receipts, and the list fits the seal: nothing was added or taken out since.',
  },
  notThere: { zh: '清单里没有这个号', en: 'This number is not on the list' },
  notThereText: {
    zh: '先对一遍有没有抄错。没有抄错，拿着验票号到支部或镇党委，请他们当面查封箱记录。',
    en: 'Compare the number once more. If it is right, take the receipt to the branch or the committee above and ask to see the record of the closing.',
  },
  broken: { zh: '清单和封箱校验码对不上', en: 'The list does not fit the seal' },
  brokenText: {
    zh: '这不该发生。把这一页给镇党委或县委看，请他们查封箱记录。',
    en: 'That must not be. Show this page to the committee above and ask to see the record of the closing.',
  },
  proof: { zh: '怎么对的', en: 'How it was checked' },
  proofText: {
    zh: '公布的每一行是一个验票号的指纹，从指纹推不出号。封箱校验码是封箱时对整箱算出的一串字，写在封箱记录里；箱里少一张、多一张、改一个字，算出来都不一样。',
    en: 'Each published line is the fingerprint of a number; the number does not follow from it. The seal was computed over the whole box and stands in its record; one ballot more, less or changed gives another one.',
  },
  seal: { zh: '封箱校验码', en: 'Seal' },
  listAll: { zh: '公布的 {count} 个验票号', en: 'The {count} published receipts' },
  none: { zh: '这个地址没有对上票箱', en: 'There is no such box' },
  noneNext: {
    zh: '对着存下的地址再开一次，或者扫图上的码。',
    en: 'Open the address on the receipt again.',
  },
} satisfies Record<string, Text>
