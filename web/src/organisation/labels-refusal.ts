import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

/** Every command of the feature; a refusal without its text does not compile. */
type OurRefusal = RefusalOf<
  | 'organisation.set-up'
  | 'organisation.register'
  | 'organisation.rename'
  | 'organisation.move'
  | 'organisation.merge'
  | 'organisation.split'
  | 'organisation.dissolve'
  | 'organisation.change-form'
  | 'organisation.correct'
  | 'organisation.file-change'
  | 'organisation.record-fact'
  | 'organisation.record-committee'
  | 'organisation.extend-term'
  | 'organisation.fill-post'
  | 'organisation.end-post'
  | 'organisation.set-group-leader'
  | 'organisation.plan-defect'
  | 'organisation.record-unit'
  | 'organisation.close-unit'
  | 'organisation.assign-instructor'
  | 'calendar.change'
>

const tree: Pick<
  Record<OurRefusal, Text>,
  Extract<OurRefusal, `org-${string}` | `organisation-${string}` | `joint-${string}`>
> = {
  'organisation-changed-meanwhile': {
    zh: '刚有人改过这里，你看到的已经是旧的。',
    en: 'Somebody changed this meanwhile; what you see is older.',
  },
  'org-wrong-parent': {
    zh: '这类组织不能放在这个上级下面。党支部放在党委或党总支下，党小组放在党支部下。',
    en: 'An organisation of this kind does not stand below that one. Branches stand below committees or general branches, groups below branches.',
  },
  'org-branch-needs-form': { zh: '党支部要写明组建形式。', en: 'A branch needs its form.' },
  'org-form-only-for-branch': { zh: '只有党支部有组建形式。', en: 'Only branches have a form.' },
  'org-approval-only-for-committee': {
    zh: '审批预备党员的权限只给基层党委。',
    en: 'Only committees approve probationary members.',
  },
  'org-change-needs-decision': {
    zh: '要写明决定的文号和理由。',
    en: 'The decision needs its document number and reason.',
  },
  'org-change-wrong-decider': {
    zh: '作决定的不是它上面的党委。请上级党委决定后再录入。',
    en: 'The decision is not of a committee above it. Record it once that committee has decided.',
  },
  'org-change-before-decision': {
    zh: '生效日早于{decidedOn}的决定日。',
    en: 'It would take effect before the decision of {decidedOn}.',
  },
  'org-change-in-future': { zh: '日期晚于今天（{today}）。', en: 'The day is later than today ({today}).' },
  'org-change-before-founding': {
    zh: '早于{foundedOn}的成立日。',
    en: 'Before the founding on {foundedOn}.',
  },
  'org-change-before-last-change': {
    zh: '早于上一次变动（{lastChangeOn}）。',
    en: 'Before the last change of {lastChangeOn}.',
  },
  'org-already-dissolved': {
    zh: '{name}已在{dissolvedOn}撤销。',
    en: '{name} was dissolved on {dissolvedOn}.',
  },
  'org-parent-dissolved': {
    zh: '上级组织已在{dissolvedOn}撤销。',
    en: 'The parent was dissolved on {dissolvedOn}.',
  },
  'org-name-missing': { zh: '要写名称。', en: 'A name is needed.' },
  'org-name-taken': {
    zh: '同一上级下已经有「{name}」。换一个名称，或写得更具体。',
    en: 'The name “{name}” is taken beside it. Choose another, or be more exact.',
  },
  'org-name-unchanged': { zh: '名称和现在一样。', en: 'The name is the same as now.' },
  'org-too-few-full-members': {
    zh: '正式党员 {fullMembers} 名，不足 {minFullMembers} 名。可以联合组建，或先把党员转进来。',
    en: '{fullMembers} full members, {minFullMembers} are needed. A joint branch is possible, or members transfer first.',
  },
  'org-temporary-needs-task': { zh: '临时党支部要写明任务。', en: 'A temporary branch needs its task.' },
  'org-same-parent': { zh: '它现在就在这个上级下面。', en: 'It stands below that one already.' },
  'org-below-itself': { zh: '不能放到自己下面。', en: 'It cannot stand below itself.' },
  'org-root-stays': {
    zh: '县委是根，不调整、不撤销、不合并。',
    en: 'The county committee is the root and stays.',
  },
  'org-merge-needs-others': {
    zh: '要选至少一个别的组织来合并。',
    en: 'Choose at least one other organisation.',
  },
  'org-merge-other-kind': {
    zh: '「{name}」类别不同，不能合并。先改成同一类。',
    en: '“{name}” is of another kind. Change its kind first.',
  },
  'org-split-needs-parts': {
    zh: '原组织撤销的，至少分成两个。',
    en: 'When the old one closes, there are at least two parts.',
  },
  'org-split-counts-differ': {
    zh: '还有 {left} 名党员没有分到哪个支部。',
    en: '{left} members have not been given to a part.',
  },
  'org-has-members': {
    zh: '还有 {members} 名在册党员，先转走。',
    en: '{members} members are still on its roll; transfer them first.',
  },
  'org-has-organisations-below': {
    zh: '下面还有 {openBelow} 个组织，先调整。',
    en: '{openBelow} organisations still stand below; move them first.',
  },
  'org-shape-unchanged': { zh: '类别和形式都没有变。', en: 'Nothing about kind or form changes.' },
  'org-children-do-not-fit': {
    zh: '下面的组织不能放在这一类组织下，先调整。',
    en: 'What stands below does not fit the new kind; move it first.',
  },
  'org-members-not-open': {
    zh: '选的 {members} 人里有 {found} 人可以编进来，其余的不在册或不在这个支部。',
    en: 'Of the {members} chosen, {found} can join; the others are off the roll or belong elsewhere.',
  },
  'org-members-keep-home': {
    zh: '临时支部和流动党员支部的党员，组织关系留在原支部。设立后再请他们参加活动。',
    en: 'Members of temporary and floating branches keep their affiliation at home. Invite them once it is set up.',
  },
  'org-nothing-corrected': { zh: '没有改动，不用存。', en: 'Nothing was changed.' },
  'org-filing-twice': { zh: '这次变动已经登记过备案。', en: 'This change has been filed already.' },
  'org-filing-before-decision': {
    zh: '备案日早于{decidedOn}的决定日。',
    en: 'The filing is before the decision of {decidedOn}.',
  },
  'org-filing-in-future': {
    zh: '备案日晚于今天（{today}）。',
    en: 'The filing is later than today ({today}).',
  },
  'org-filing-not-above': { zh: '只能向上级党组织备案。', en: 'It is filed with an organisation above.' },
  'org-fact-in-future': { zh: '日期晚于今天（{today}）。', en: 'The day is later than today ({today}).' },
  'org-fact-basis-missing': {
    zh: '写明从哪里得来，如现场查看。',
    en: 'Say where it comes from, such as a visit.',
  },
  'org-split-members-elsewhere': {
    zh: '「{part}」里有不属于这里的人或组织。',
    en: '“{part}” names people or organisations that do not belong here.',
  },
  'org-split-member-twice': { zh: '「{part}」里有人或组织选了两次。', en: '“{part}” names somebody twice.' },
  'org-split-group-divided': {
    zh: '「{part}」带走了小组，却没有带走全部组员。',
    en: '“{part}” takes a group but not all of its members.',
  },
  'joint-branch-needs-units': {
    zh: '联合党支部至少两个单位。',
    en: 'A joint branch has two units at least.',
  },
  'joint-branch-unit-too-large': {
    zh: '「{unit}」有 {fullMembers} 名正式党员，应该单独设支部。',
    en: '“{unit}” has {fullMembers} full members and sets up its own.',
  },
  'joint-branch-too-few-members': {
    zh: '几个单位合起来 {fullMembers} 名正式党员，不足 {minFullMembers} 名。',
    en: 'Together {fullMembers} full members, {minFullMembers} are needed.',
  },
}

const committee: Pick<
  Record<OurRefusal, Text>,
  Extract<OurRefusal, `committee-${string}` | `term-${string}` | `group-${string}`>
> = {
  'committee-temporary-not-elected': {
    zh: '临时党支部的班子由上级指派，不选举。',
    en: 'A temporary branch is appointed, not elected.',
  },
  'committee-needs-one-secretary': {
    zh: '要有一名书记。一时没有人选，上级可以指派。',
    en: 'One secretary is needed. The body above may appoint one.',
  },
  'committee-too-many-deputies': {
    zh: '副书记最多一名。其他人写别的职务。',
    en: 'One deputy at most. Give the others another post.',
  },
  'committee-post-twice': {
    zh: '同一个职务给了两个人。没有分工的写「委员」。',
    en: 'One charge was given twice. A seat without charge is a committee member.',
  },
  'committee-person-twice': {
    zh: '同一个人有两个职务。班子里已有职务的，先免去再补。',
    en: 'One person would sit twice. End the other post first.',
  },
  'committee-branch-too-small': {
    zh: '正式党员 {fullMembers} 名，不满 {committeeFromFullMembers} 名只设书记和一名副书记。',
    en: '{fullMembers} full members; under {committeeFromFullMembers} there is a secretary and one deputy only.',
  },
  'committee-wrong-size': {
    zh: '班子 {seats} 人，应为 {min} 到 {max} 人。',
    en: '{seats} seats; {min} to {max} are due.',
  },
  'committee-seat-needs-full-member': {
    zh: '预备党员没有被选举权，不能进班子。转正以后再选。',
    en: 'Probationary members cannot be elected. Wait for full membership.',
  },
  'committee-secretary-too-new': {
    zh: '书记要有 {years} 年以上党龄，这名党员{convertedOn}转正。',
    en: 'A secretary needs {years} years of standing; this member’s began on {convertedOn}.',
  },
  'committee-not-for-groups': {
    zh: '党小组不设班子，定组长就行。',
    en: 'A group has a leader, no committee.',
  },
  'committee-org-dissolved': { zh: '组织已在{dissolvedOn}撤销。', en: 'Dissolved on {dissolvedOn}.' },
  'committee-in-future': { zh: '日期晚于今天（{today}）。', en: 'The day is later than today ({today}).' },
  'committee-before-founding': {
    zh: '早于{foundedOn}的成立日。',
    en: 'Before the founding on {foundedOn}.',
  },
  'committee-before-last-term': {
    zh: '本届从{lastStartedOn}开始，新一届要晚于它。',
    en: 'The present term began on {lastStartedOn}; the new one begins later.',
  },
  'committee-post-taken': { zh: '这个职务有人在任，先免去再补。', en: 'The post is held; end it first.' },
  'committee-before-term': { zh: '早于本届开始（{startsOn}）。', en: 'Before the term began on {startsOn}.' },
  'committee-person-unknown': { zh: '没有找到这名党员。', en: 'This member was not found.' },
  'committee-person-elsewhere': {
    zh: '这名党员不在这个组织。先把组织关系转来，或选本组织的党员。',
    en: 'This member belongs elsewhere. Transfer first, or choose one of its own.',
  },
  'committee-person-not-active': { zh: '这名党员已不在册。', en: 'This member is off the roll.' },
  'committee-needs-document': { zh: '要写批复文号。', en: 'The document number is needed.' },
  'committee-no-term': {
    zh: '还没有登记任期，先登记一届班子。',
    en: 'No term is on record; record a committee first.',
  },
  'committee-post-ended': { zh: '这个职务在{untilOn}已经免去。', en: 'The post ended on {untilOn}.' },
  'committee-post-end-before-start': { zh: '早于任职开始（{fromOn}）。', en: 'Before it began on {fromOn}.' },
  'committee-end-reason-missing': { zh: '写一句为什么。', en: 'Say why in one sentence.' },
  'term-change-needs-approval': { zh: '要有上级批准的文号。', en: 'Approval from above needs its number.' },
  'term-change-not-after-start': {
    zh: '要晚于本届开始（{startedOn}）。',
    en: 'It must be after {startedOn}.',
  },
  'term-extension-too-long': {
    zh: '最多延到{latest}，延长不超过一年。',
    en: 'At most until {latest}; one year is the limit.',
  },
  'term-end-unchanged': { zh: '和现在的届满日一样。', en: 'The end is the same as now.' },
  'term-over': { zh: '这一届在{endedOn}已经结束。', en: 'This term ended on {endedOn}.' },
  'term-approval-in-future': {
    zh: '批准日晚于今天（{today}）。',
    en: 'The approval is later than today ({today}).',
  },
  'group-leader-only-in-group': { zh: '只有党小组有组长。', en: 'Only groups have a leader.' },
  'group-leader-unchanged': { zh: '现在的组长就是这个人。', en: 'This person leads the group already.' },
}

const rest: Omit<Record<OurRefusal, Text>, keyof typeof tree | keyof typeof committee> = {
  'defect-not-there': { zh: '这个问题现在已经没有了。', en: 'This defect is not there any more.' },
  'defect-plan-owner-missing': { zh: '写明由谁来办。', en: 'Name who does it.' },
  'defect-plan-what-missing': { zh: '写明做什么。', en: 'Say what is done.' },
  'defect-plan-due-past': { zh: '完成日早于今天（{today}）。', en: 'Due before today ({today}).' },
  'defect-plan-due-too-late': { zh: '完成日最晚{latest}。', en: 'Due on {latest} at the latest.' },
  'unit-name-missing': { zh: '要写单位名称。', en: 'The unit needs a name.' },
  'unit-name-taken': { zh: '县里已经登记了「{name}」。', en: '“{name}” is on record already.' },
  'unit-members-above-staff': {
    zh: '正式党员 {fullMembers} 名，超过职工 {staff} 人。',
    en: '{fullMembers} full members, but {staff} staff.',
  },
  'unit-coverage-needs-organisation': {
    zh: '已经覆盖的，要选由哪个组织覆盖。',
    en: 'Choose the organisation that covers it.',
  },
  'unit-none-has-organisation': {
    zh: '没有覆盖的，不选组织。',
    en: 'What is not covered has no organisation.',
  },
  'unit-organisation-wrong-kind': { zh: '党小组不能覆盖单位。', en: 'A group covers no unit.' },
  'unit-organisation-dissolved': {
    zh: '选的组织已在{dissolvedOn}撤销。',
    en: 'That organisation was dissolved on {dissolvedOn}.',
  },
  'unit-organisation-not-joint': {
    zh: '选的不是联合、联建或行业支部，不能算联合组建。',
    en: 'That branch is not shared; coverage cannot be joint.',
  },
  'unit-organisation-is-joint': {
    zh: '选的是几家合用的支部，应填联合组建。',
    en: 'That branch is shared; coverage is joint.',
  },
  'unit-organisation-taken': {
    zh: '这个支部已经是别的单位单独组建的。几家合用的，先改成联合支部。',
    en: 'Another unit calls this organisation its own. If several share it, make it a joint branch first.',
  },
  'unit-town-not-committee': { zh: '所在地要选乡镇、街道或系统的党委。', en: 'The town is a committee.' },
  'unit-former-only-community': {
    zh: '只有社区填由哪些居委会合并。',
    en: 'Only communities were made of neighbourhoods.',
  },
  'unit-closed': { zh: '这个单位已在{closedOn}注销。', en: 'The unit was closed on {closedOn}.' },
  'unit-change-in-future': { zh: '日期晚于今天（{today}）。', en: 'The day is later than today ({today}).' },
  'unit-reason-missing': { zh: '写一句依据，如摸底登记。', en: 'Give the basis in a few words.' },
  'instructor-unit-has-organisation': {
    zh: '这家单位已经有支部，不用派指导员。',
    en: 'The unit has a branch and needs no instructor.',
  },
  'instructor-unit-closed': {
    zh: '这家单位已在{closedOn}注销。',
    en: 'The unit was closed on {closedOn}.',
  },
  'instructor-in-future': { zh: '日期晚于今天（{today}）。', en: 'The day is later than today ({today}).' },
  'instructor-before-present': {
    zh: '现在的指导员{presentSince}到任，新派的要晚于这天。',
    en: 'The present one came on {presentSince}; the new one comes later.',
  },
  'instructor-name-missing': { zh: '写指导员姓名。', en: 'Name the instructor.' },
  'calendar-day-past': {
    zh: '已经过去的日子（{on}）不改，按它算过的期限也不变。',
    en: 'Days that are over ({on}) stay, and so do the periods counted over them.',
  },
  'calendar-day-unchanged': { zh: '{on}没有变化。', en: 'Nothing changes on {on}.' },
  'calendar-make-up-not-weekend': {
    zh: '{on}本来就是工作日，不用补班。',
    en: '{on} is a working day anyway.',
  },
  'calendar-name-missing': { zh: '写上假日名称。', en: 'Name the holiday.' },
  'calendar-reason-missing': {
    zh: '写明依据，如国务院办公厅通知。',
    en: 'Give the basis, such as the State Council’s notice.',
  },
}

export const organisationRefusals: Readonly<Record<string, Text>> = { ...tree, ...committee, ...rest }

/** The rule behind a refusal, where there is one. */
export const refusalRules: Readonly<Record<string, Text>> = {
  'org-too-few-full-members': {
    zh: '依据《支部工作条例》：正式党员 3 人以上设支部（R-001）',
    en: 'Branch Work Regulations: three full members (R-001)',
  },
  'org-change-wrong-decider': {
    zh: '依据《支部工作条例》：由基层党委决定（R-012、R-013）',
    en: 'Branch Work Regulations: the base committee decides (R-012, R-013)',
  },
  'org-change-needs-decision': {
    zh: '依据《支部工作条例》：由基层党委决定并备案（R-012、R-013）',
    en: 'Branch Work Regulations: decided by the base committee and filed (R-012, R-013)',
  },
  'committee-branch-too-small': {
    zh: '依据《支部工作条例》：不满 7 名正式党员设书记（R-005）',
    en: 'Branch Work Regulations: under seven full members (R-005)',
  },
  'committee-wrong-size': {
    zh: '依据《支部工作条例》：支委会 3 至 5 人，一般不超过 7 人（R-004）',
    en: 'Branch Work Regulations: three to five, seven at most (R-004)',
  },
  'committee-secretary-too-new': {
    zh: '依据《支部工作条例》：书记有一定党龄（R-011）',
    en: 'Branch Work Regulations: standing of a secretary (R-011)',
  },
  'term-extension-too-long': {
    zh: '依据《基层组织选举工作条例》第三条（R-008）',
    en: 'Grassroots Election Regulations, Art. 3 (R-008)',
  },
  'joint-branch-unit-too-large': {
    zh: '依据《支部工作条例》：不足 3 人的单位联合组建（R-002）',
    en: 'Branch Work Regulations: units of fewer than three (R-002)',
  },
  'committee-temporary-not-elected': {
    zh: '依据《支部工作条例》：临时党支部（R-015）',
    en: 'Branch Work Regulations: temporary branches (R-015)',
  },
}
