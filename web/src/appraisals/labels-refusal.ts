import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

type Command =
  | 'appraisal.open'
  | 'appraisal.name-basis'
  | 'appraisal.place'
  | 'appraisal.record-assembly'
  | 'appraisal.go-on'
  | 'appraisal.go-back'
  | 'appraisal.draft-notice'

/** What each refusal of the event says: the fact, then what to do. */
export const appraisalRefusalTexts: Record<RefusalOf<Command>, Text> = {
  'appraisal-basis-missing': {
    zh: '还没有写依据文件，补上发文机关、文号和日期。',
    en: 'The document that orders it is missing; add body, number and day.',
  },
  'appraisal-members-without-place': {
    zh: '还有 {count} 名党员不在名单上，先排进去。',
    en: '{count} members are not on the roll; place them first.',
  },
  'appraisal-reports-missing': {
    zh: '还有 {count} 份述职报告没交。',
    en: '{count} duty reports are not handed in.',
  },
  'appraisal-reports-unchecked': {
    zh: '还有 {count} 份述职报告没核对。',
    en: '{count} duty reports are not checked off.',
  },
  'appraisal-self-missing': {
    zh: '还有 {count} 人没有自评。',
    en: '{count} have not appraised themselves.',
  },
  'appraisal-peers-missing': {
    zh: '还有 {count} 人没有人说过互评。',
    en: 'Nobody has spoken about {count} members.',
  },
  'appraisal-assembly-missing': {
    zh: '还没有记评议大会的到会人数。',
    en: 'Record who came to the assembly.',
  },
  'appraisal-no-quorum': {
    zh: '评议大会到会不到应到的一半以上，要重新开。',
    en: 'The assembly had no quorum; hold it again.',
  },
  'appraisal-boxes-open': {
    zh: '还有 {count} 个票箱没封。',
    en: '{count} ballot boxes are not closed.',
  },
  'appraisal-boxes-do-not-add-up': {
    zh: '票数对不上，先核对计票。',
    en: 'The counts do not add up; check them.',
  },
  'appraisal-members-without-grade': {
    zh: '还有 {count} 人没有评定格次。',
    en: '{count} members have no grade.',
  },
  'appraisal-not-signed': {
    zh: '评定还没有签字。',
    en: 'The settlement is not signed.',
  },
  'appraisal-notice-missing': {
    zh: '结果还没有公示，先起草公示。',
    en: 'Results are not on notice; draft the notice first.',
  },
  'appraisal-notice-interrupted': {
    zh: '公示被撤下了，改好重新贴满天数。',
    en: 'The notice was taken down; mend it and post it for its whole term.',
  },
  'appraisal-notice-running': {
    zh: '公示期还没满，满了再往下走。',
    en: 'The notice is still running; go on when its term is over.',
  },
  'appraisal-objections-open': {
    zh: '还有 {count} 件异议没答复。',
    en: '{count} objections are not answered.',
  },
  'appraisal-feedback-running': {
    zh: '还有 {count} 人没谈话，或者答复、申诉的日子没过。',
    en: '{count} are not told, or their days to answer and appeal run.',
  },
  'appraisal-appeals-open': {
    zh: '还有 {count} 件申诉没答复。',
    en: '{count} appeals are not answered.',
  },
  'appraisal-problems-without-item': {
    zh: '还有 {count} 个问题没有人负责，定好措施和期限。',
    en: '{count} problems have no owner; plan measure and date.',
  },
  'roll-exemption-needs-decision': {
    zh: '不参加评议要有批准文件，写明机关和文号。',
    en: 'Leaving somebody out needs a document; name body and number.',
  },
  'roll-member-missing': {
    zh: '名单上少了人，退回名单补上。',
    en: 'A member is missing from the roll; go back and add them.',
  },
  'roll-member-twice': {
    zh: '有人在名单上出现了两次。',
    en: 'Somebody stands on the roll twice.',
  },
  'roll-stranger': {
    zh: '不是这个支部的党员，只能作为流入党员列入。',
    en: 'Not a member of this branch; can only be listed as a guest.',
  },
  'appraisal-wrong-stage': {
    zh: '评议已经走到别的一步，刷新看看。',
    en: 'The appraisal stands at another stage; reload.',
  },
  'appraisal-changed-since': {
    zh: '别处刚改过，刷新后再试。',
    en: 'Changed elsewhere meanwhile; reload and try again.',
  },
  'appraisal-day-in-future': {
    zh: '日期在今天以后，核对一下。',
    en: 'The day lies ahead; check it.',
  },
  'vote-nobody-to-attend': {
    zh: '应到人数不能是 0，核对一下。',
    en: 'Somebody must be due to attend; check the number.',
  },
  'vote-more-present-than-due': {
    zh: '实到比应到多，核对一下人数。',
    en: 'More were present than due; check the numbers.',
  },
  'appraisal-already-open': {
    zh: '这一年的评议已经开始了，打开看看。',
    en: 'The appraisal of this year has begun; open it.',
  },
  'appraisal-only-for-branches': {
    zh: '民主评议在支部开，选一个支部。',
    en: 'Appraisals are held in branches; choose one.',
  },
  'appraisal-organisation-closed': {
    zh: '这个支部已经撤销。',
    en: 'This branch is dissolved.',
  },
  'appraisal-year-not-begun': {
    zh: '这一年还没到。',
    en: 'That year has not begun.',
  },
  'appraisal-too-small-for-groups': {
    zh: '人数不够分组，全支部一起评。',
    en: 'Too few members for groups; hold it in the whole branch.',
  },
  'appraisal-needs-reason': {
    zh: '退回要写理由。',
    en: 'Going back needs a reason.',
  },
  'appraisal-box-stays-closed': {
    zh: '票箱开过就不能退回重投。',
    en: 'Once a box was opened nobody votes again.',
  },
  'appraisal-notice-there': {
    zh: '已经有一份公示，在公示里改。',
    en: 'There is a notice already; change it there.',
  },
  'roll-host-unknown': {
    zh: '找不到这个流入地支部，核对一下。',
    en: 'The host branch is not known; check it.',
  },
  'notice-words-missing': {
    zh: '公示没有标题或正文，补上。',
    en: 'The notice has no title or text; add it.',
  },
  'notice-contact-missing': {
    zh: '写上联系的办公室和电话。',
    en: 'Name an office and a telephone.',
  },
  'notice-route-missing': {
    zh: '至少留一条不用账号的路：电话或纸条。',
    en: 'Leave a way without account: telephone or paper.',
  },
  'notice-too-short': {
    zh: '公示至少 {least} 个工作日。',
    en: 'A notice hangs for {least} working days at least.',
  },
  'notice-full-names-need-decision': {
    zh: '在这个范围用全名要有决定和文号。',
    en: 'Full names in this scope need a recorded decision.',
  },
  'notice-ranking-needs-decision': {
    zh: '在支部外公布名次要有决定和文号。',
    en: 'A ranking beyond the branch needs a recorded decision.',
  },
}
