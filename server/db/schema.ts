// Row types of the schema after the last migration. Written by `npm run schema`; do not edit.
import type { ColumnType } from 'kysely'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'

/** Has a default: may be left out when a row is added. */
export type Generated<T> = ColumnType<T, T | undefined, T>
/** Comes out as it is, to be parsed; goes in as an object, or as JSON text (lists must: the driver writes them as SQL arrays). */
export type Json = ColumnType<unknown, object | string, object | string>
/** Computed by the database. */
export type Computed<T> = ColumnType<T, never, never>

/** Who may sign in. One person, one account; never shared (R-297). */
export interface AccountTable {
  county_id: string
  id: string
  /** What is typed at sign-in; small letters, kept as domain/sign-in/account-name.ts reads it. */
  account_name: string
  name: string
  member_id: string | null
  /** Argon2id in PHC form; empty while only a one-time code can open the account. */
  password_hash: string | null
  password_set_at: Date | null
  must_change_password: Generated<boolean>
  state: 'active' | 'stopped'
  /** Why it was stopped or started again. */
  state_reason: Generated<string>
  /** Where a person works who is no member here; a member's place is the branch in the file. */
  party_org_id: string | null
  opened_by: Generated<string>
  /** Secret of the second factor, encrypted; counts once confirmed. */
  totp_sealed: Buffer | null
  totp_confirmed_at: Date | null
  /** Last time step used, so that a code works once. */
  totp_last_step: number | null
  elder: Generated<boolean>
  language: Generated<'zh' | 'en'>
  created_at: Date
  /** Last sign-in; the list of stale accounts counts from it (R-297). */
  last_seen_at: Date | null
}

/** An appeal against an outcome (R-213…R-218): decided by another body and never by who decided before. Grades have theirs in objection. */
export interface AppealTable {
  county_id: string
  id: string
  member_id: string
  party_org_id: string
  subject_kind: 'warning' | 'caution' | 'limit' | 'downMeasure' | 'disposal' | 'sanction' | 'tolerance' | 'outcomeList'
  subject_id: string
  about: string
  /** The day the member was told of what it is about; later than fifteen days it is marked, never barred. */
  told_on: PlainDate
  words: string
  raised_on: PlainDate
  raised_at: Date
  taken_by: string | null
  taken_by_account_id: string | null
  is_late: boolean
  level: 'branch' | 'baseCommittee' | 'county' | 'higher'
  body_org_id: string | null
  body_name: string
  state: 'received' | 'assigned' | 'upheld' | 'notUpheld' | 'withdrawn'
  handler_account_id: string | null
  handler_name: string | null
  due_on: PlainDate
  answer: string | null
  decided_on: PlainDate | null
  decided_by: string | null
  decided_by_account_id: string | null
  /** Accounts that had a hand in it or decided an earlier level. */
  persons_before: string[]
  /** Organisations that decided, by id, or by name where they are outside the county. */
  bodies_before: string[]
  revision: Generated<number>
}

/** The yearly appraisal of a branch, one stage after the other (R-178, S-201). */
export interface AppraisalTable {
  county_id: string
  id: string
  party_org_id: string
  year: number
  stage: 'basis' | 'roll' | 'dutyReports' | 'self' | 'peers' | 'ballots' | 'settlement' | 'notice' | 'feedback' | 'rectification' | 'closed'
  basis_body: Generated<string>
  basis_number: Generated<string>
  /** Day of the document that orders it (S-202). */
  basis_on: PlainDate | null
  with_life_meeting: Generated<boolean>
  /** Self and peer steps in groups (R-179); the ballot is always of the whole branch. */
  in_groups: Generated<boolean>
  assembly_on: PlainDate | null
  should_attend: number | null
  present: number | null
  assembly_chair: Generated<string>
  notice_id: string | null
  /** Times the settlement was signed; results of the last edition count. */
  edition: Generated<number>
  /** Day the settlement that counts was signed; empty while it is being written. */
  signed_on: PlainDate | null
  opened_by: string
  opened_by_account_id: string | null
  opened_at: Date
  revision: Generated<number>
}

/** Append-only. What happened to an appraisal, by whom and when; nothing of a ballot is ever written here (R-184). */
export interface AppraisalMoveTable {
  county_id: string
  id: string
  appraisal_id: string
  move: 'open' | 'goOn' | 'goBack' | 'place' | 'assembly' | 'openBox' | 'countPaper' | 'closeBox' | 'meeting' | 'settle' | 'sign' | 'notice' | 'tell' | 'confirm' | 'answer' | 'appeal' | 'correct'
  member_id: string | null
  /** The stage that was entered, or the reason. */
  words: Generated<string>
  by_name: string
  account_id: string | null
  moved_at: Date
}

/** Append-only. Problems found by oneself, the organisation and the masses (S-209, R-229); spoken to in the next duty report. */
export interface AppraisalProblemTable {
  county_id: string
  id: string
  appraisal_id: string
  member_id: string
  found_by: 'self' | 'organisation' | 'masses'
  words: string
  recorded_by: string
  recorded_by_account_id: string | null
  recorded_at: Date
}

/** Who takes part in an appraisal and how; each line carries its reason (R-170, R-183, R-247). */
export interface AppraisalRollTable {
  county_id: string
  appraisal_id: string
  member_id: string
  place: 'graded' | 'withoutGrade' | 'atHost' | 'exempt'
  reason: 'fullMember' | 'probationary' | 'floatingAtHost' | 'floatingHere' | 'guest' | 'exemptByDecision' | 'membershipStopped'
  decision_body: Generated<string>
  decision_number: Generated<string>
  decision_on: PlainDate | null
  host_org_id: string | null
  home_org_id: string | null
  owes_report: boolean
  /** Group of the self and peer steps, where they take place in groups. */
  spoken_group: Generated<string>
}

/** Append-only. Who did what, when, with which result (R-303); failures too. */
export interface AuditEntryTable {
  county_id: string
  id: string
  at: Date
  account_id: string | null
  actor_name: string
  operation: string
  /** done, or the code of the refusal or problem. */
  outcome: string
  /** What it was about: ids, counts, purposes; never secrets. */
  subject: Json
  address: string
}

/** One of the two boxes of an appraisal (R-184, R-188). It closes once and never opens again. */
export interface BallotBoxTable {
  county_id: string
  id: string
  appraisal_id: string
  paper: 'members' | 'masses'
  state: 'open' | 'closed'
  /** The members the papers name, as the roll stood when the box was opened. */
  graded: string[]
  /** Tokens given out and not taken back for a paper, counted when it closed. */
  issued: number | null
  /** Root over all receipts and slips in the order of their keys, printed in the minutes. */
  seal: string | null
  opened_on: PlainDate
  closed_on: PlainDate | null
}

/** One digest for each ballot in the box; no time, no person, no order (R-184). */
export interface BallotReceiptTable {
  county_id: string
  box_id: string
  digest: string
}

/** One mark about one person. Slips of one ballot cannot be told from those of another; written anew in the order of their keys when the box closes (R-184). */
export interface BallotSlipTable {
  county_id: string
  box_id: string
  /** Digest made with the receipt, which the voter alone holds. */
  key: string
  /** Among the graded of the box. No foreign key: its lock would write the transaction that casts onto all members but the voter. */
  member_id: string
  grade: 'excellent' | 'qualified' | 'basicallyQualified' | 'unqualified'
}

/** Tokens given out and not yet used, by digest. Casting removes the row: the link to the person is destroyed (R-184). */
export interface BallotTokenTable {
  county_id: string
  box_id: string
  digest: string
  voter_id: string
}

/** Who may vote once. Casting never touches this row, so that no mark of the database leads from it to a ballot (R-184). */
export interface BallotVoterTable {
  county_id: string
  box_id: string
  /** Drawn by chance, not by time. */
  id: string
  member_id: string | null
  name: string
  /** tokenGiven says nothing about whether the token was used. */
  state: 'listed' | 'tokenGiven' | 'onPaper'
}

/** Append-only. Who changed the working-day calendar and why (R-276). */
export interface CalendarChangeTable {
  county_id: string
  id: string
  day_on: PlainDate
  before: Json | null
  after: Json | null
  reason: string
  author_name: string
  account_id: string | null
  recorded_at: Date
}

/** Days that differ from their weekday: holidays and make-up days (R-276). */
export interface CalendarDayTable {
  county_id: string
  day_on: PlainDate
  kind: 'holiday' | 'makeUpDay'
  festival: 'newYear' | 'springFestival' | 'qingming' | 'labourDay' | 'dragonBoat' | 'midAutumn' | 'nationalDay' | 'other'
  name: string
  /** The yearly arrangement of the State Council is not out or not entered. */
  provisional: boolean
}

/** Append-only. What a member carries out of a year into the next, with the sum; a result that changes later is carried again as the next edition (R-230, R-231, R-218). In hundredths. */
export interface CarriedBaseTable {
  county_id: string
  /** The year that was closed; the base is of the one after. */
  year: number
  member_id: string
  edition: number
  closing_id: string
  /** The branch the line was posted in: the member's own on that day. */
  party_org_id: string
  /** Points of the year with base and capped bonus. */
  points: number
  /** Bonuses outside the caps: shown, not carried. */
  outside_caps: number
  appraisal_score: number | null
  appraisal_percent: number
  /** The version whose share was taken: the one that counts for the member in January. */
  scheme_version_id: string
  percent: number
  /** Empty where the class carries nothing over. */
  base: number | null
  entry_id: string | null
  words: string
  reason: Generated<string>
  carried_at: Date
}

/** A written caution beside a help plan (R-187); in force with the five facts (R-212). */
export interface CautionTable {
  county_id: string
  id: string
  member_id: string
  party_org_id: string
  body_org_id: string
  /** The help plan it goes with; nobody is cautioned and left alone. */
  help_plan_id: string
  feedback_id: string | null
  gaps: string
  required_change: string
  state: 'drafted' | 'inForce' | 'ended'
  number_issuer: string
  number_year: number
  number: number
  drafted_by: string
  drafted_by_account_id: string
  drafted_at: Date
  served_decider: string | null
  served_body: string | null
  served_decided_on: PlainDate | null
  served_reason: string | null
  served_proof: string | null
  served_by: string | null
  served_by_account_id: string | null
  served_on: PlainDate | null
  answer: string | null
  ended_on: PlainDate | null
  ended_by: string | null
  ended_by_account_id: string | null
  ended_for: string | null
  revision: Generated<number>
}

/** A deed a member reports for points, or somebody reports for the member: what, when, how it came and where it stands (R-234, S-194). */
export interface ClaimTable {
  county_id: string
  id: string
  /** Made on the device; the same one sent again is the same claim. */
  device_key: string
  number: string
  member_id: string
  /** Branch of the member when it was sent; it stays there when the member moves. */
  party_org_id: string
  target_kind: 'item' | 'pledge' | 'task'
  pledge_id: string | null
  task_id: string | null
  item_code: string
  /** The version of the deed's month for the member; decides value and caps. */
  scheme_version_id: string
  deed_on: PlainDate
  /** Day it first came; a claim that was returned keeps it. */
  submitted_on: PlainDate
  submitted_at: Date
  /** Day it was written on a device without network, when it was sent later. */
  written_on: PlainDate | null
  /** In hundredths of the unit of the item. */
  quantity: number
  /** Value of one unit inside the bounds of the item, in hundredths; announced with the task or chosen by the first reviewer. */
  chosen: number | null
  said: Generated<string>
  /** Only if the member wishes (S-194). */
  place: string | null
  /** Branch where the member lives that has confirmed it, in words. */
  host_branch: Generated<string>
  entry_by: 'member' | 'helper' | 'secretary'
  entry_account_id: string | null
  entered_by: string
  /** Who reported for the member, with consent (R-338). */
  helper_name: Generated<string>
  consent_how: 'spoken' | 'written' | 'standing' | null
  consent_on: PlainDate | null
  /** Which paper it was copied from (R-338). */
  paper: Generated<string>
  /** Why a deed of an earlier month comes later (R-233). */
  late_reason: string | null
  state: 'submitted' | 'approved' | 'adjusted' | 'returned' | 'refused' | 'withdrawn'
  /** Where it lies; goes up when nobody decides in time (R-239). */
  level: 'branch' | 'baseCommittee' | 'county'
  level_since_on: PlainDate
  /** Last day of that level. */
  decide_by_on: PlainDate
  /** Grows when approvals fall away: returned and sent again, or a decision taken back. */
  round: Generated<number>
  /** Account of the last word on it; an adjustment stays while higher levels approve. */
  decided_by: string | null
  decided_by_name: string | null
  decided_on: PlainDate | null
  decided_at: Date | null
  reason: string | null
  /** Line of the ledger that counts it. */
  entry_id: string | null
  /** The member has said that an assisted entry is right. */
  confirmed_by_member: boolean
  confirmed_at: Date | null
  /** Grows with every change; deciding upon an older revision is refused. */
  revision: Generated<number>
}

/** Append-only. Who approved a claim at which level (R-241); what counts is of the claim's round and not taken back. */
export interface ClaimApprovalTable {
  county_id: string
  id: string
  claim_id: string
  round: number
  level: 'branch' | 'baseCommittee' | 'county'
  account_id: string
  by_name: string
  approved_on: PlainDate
  approved_at: Date
  /** The approval this line takes back. */
  takes_back: string | null
}

/** How many claims a branch has numbered in a year of deeds. */
export interface ClaimCountTable {
  county_id: string
  party_org_id: string
  year: number
  last_no: number
}

/** What proves a claim beside witnesses: photo, paper or roster; none is compulsory. */
export interface ClaimEvidenceTable {
  county_id: string
  id: string
  claim_id: string
  kind: 'photo' | 'paper' | 'roster'
  file_id: string | null
  /** Of the file as it was added; goes into the line of the ledger. */
  sha256: string | null
  note: Generated<string>
  added_by: string
  added_at: Date
  /** Taken out when a returned claim was completed; kept for the history. */
  dropped_at: Date | null
}

/** Append-only. What happened to a claim: who, when, why; the member reads all of it (R-215). */
export interface ClaimMoveTable {
  county_id: string
  id: string
  claim_id: string
  move: 'submit' | 'enter' | 'resubmit' | 'confirm' | 'disown' | 'withdraw' | 'nameWitness' | 'answerWitness' | 'approve' | 'passOn' | 'adjust' | 'return' | 'refuse' | 'escalate' | 'takeBack' | 'correct'
  level: 'branch' | 'baseCommittee' | 'county'
  /** Values before and after, points credited, the cap that held. */
  facts: Json | null
  reason: Generated<string>
  by_name: string
  account_id: string | null
  moved_at: Date
}

/** Members whom their branch lets report for others with consent (R-338). */
export interface ClaimStandInTable {
  county_id: string
  id: string
  party_org_id: string
  member_id: string
  appointed_by: string
  appointed_by_account_id: string | null
  appointed_on: PlainDate
  ended_by: string | null
  ended_on: PlainDate | null
}

/** Who can say that a deed was done, and what they said: by screen, or taken down by an officer (R-338). */
export interface ClaimWitnessTable {
  county_id: string
  id: string
  claim_id: string
  /** Empty for somebody who is no member of the county. */
  member_id: string | null
  name: string
  asked_on: PlainDate
  asked_by: string
  answer: 'yes' | 'no' | 'unknown' | null
  answered_on: PlainDate | null
  answered_at: Date | null
  how: 'screen' | 'phone' | 'inPerson' | null
  note: Generated<string>
  taken_by: string | null
  taken_by_account_id: string | null
}

/** Posts held in a term (R-006); leaders of groups (R-017) without term. */
export interface CommitteePostTable {
  county_id: string
  id: string
  party_org_id: string
  term_id: string | null
  member_id: string
  post: 'secretary' | 'deputySecretary' | 'orgCommissioner' | 'publicityCommissioner' | 'disciplineCommissioner' | 'member' | 'groupLeader'
  from_on: PlainDate
  /** Last day held; the day before the start when the post was never taken up. */
  until_on: PlainDate | null
  filled_by: 'election' | 'appointment'
  document_number: string
  end_reason: Generated<string>
}

/** Terms of office of an organisation (R-007); one is open at a time. */
export interface CommitteeTermTable {
  county_id: string
  id: string
  party_org_id: string
  started_on: PlainDate
  years: number
  /** The end approved from above when it differs from the ordinary one (R-008). */
  approved_end_on: PlainDate | null
  approval_document: Generated<string>
  /** First day of the next term, or the day the organisation was dissolved. */
  ended_on: PlainDate | null
  filled_by: 'election' | 'appointment'
  document_number: string
  author_name: string
  account_id: string | null
  recorded_at: Date
  revision: Generated<number>
}

/** Corrections members ask for in their own file, with the answer and its day (R-290, R-291). */
export interface CorrectionRequestTable {
  county_id: string
  id: string
  member_id: string
  field: 'name' | 'identityNumber' | 'sex' | 'bornOn' | 'ethnicGroup' | 'education' | 'phone' | 'address' | 'workplace' | 'post' | 'category' | 'admittedOn' | 'convertedOn'
  /** What the file said when it was asked, masked where sealed. */
  now_shown: string | null
  /** The wanted value, encrypted, whatever the field. */
  wanted_sealed: Buffer
  /** The wanted value as shown: masked where sealed. */
  wanted_shown: string
  reason: string
  /** A file the member added as proof. */
  file_id: string | null
  state: 'open' | 'accepted' | 'refused' | 'withdrawn'
  requested_on: PlainDate
  requested_at: Date
  answer_due_on: PlainDate
  decided_by_account_id: string | null
  decided_by: string | null
  decided_on: PlainDate | null
  decided_at: Date | null
  decision_reason: string | null
}

/** Codes printed at the counter for people without a phone of their own; each opens one session (R-338). */
export interface CounterCodeTable {
  county_id: string
  id: string
  account_id: string
  /** Keyed digest of the digits; the code itself is kept nowhere. */
  code_index: Buffer
  issued_by_account_id: string
  issued_by: string
  issued_at: Date
  expires_at: Date
  used_at: Date | null
  /** The session it opened. */
  session_id: string | null
  /** A newer code was printed, or the account was stopped. */
  voided_at: Date | null
  wrong_tries: Generated<number>
}

/** A county served by this installation. Reference data: small, without county key. */
export interface CountyTable {
  id: string
  code: string
  name: string
  /** Example data; screens say so. */
  demo: Generated<boolean>
  created_at: Date
}

/** Points to be taken off: proposed with facts, told to the member, answered, decided by somebody else; counts only at the end (R-249). */
export interface DeductionTable {
  county_id: string
  id: string
  member_id: string
  party_org_id: string
  item_code: string
  scheme_version_id: string
  deed_on: PlainDate
  facts: string
  /** In hundredths of the unit of the item. */
  quantity: number
  chosen: number | null
  proposed_by: string
  proposed_by_name: string
  proposed_on: PlainDate
  proposed_at: Date
  state: 'proposed' | 'told' | 'answered' | 'imposed' | 'dropped'
  told_on: PlainDate | null
  /** Paper, telephone and word of mouth count like the screen (R-338). */
  told_how: 'screen' | 'paper' | 'phone' | 'inPerson' | null
  told_by_name: string | null
  answer_until_on: PlainDate | null
  answer: string | null
  answered_at: Date | null
  /** Who wrote the answer down for a member without a phone. */
  answer_taken_by: string | null
  decided_by: string | null
  decided_by_name: string | null
  decided_on: PlainDate | null
  decided_at: Date | null
  reason: string | null
  entry_id: string | null
  revision: Generated<number>
}

/** Append-only. What proves the facts of a deduction; the member sees all of it. */
export interface DeductionEvidenceTable {
  county_id: string
  id: string
  deduction_id: string
  kind: 'photo' | 'witness' | 'paper' | 'roster'
  file_id: string | null
  sha256: string | null
  note: Generated<string>
}

/** Append-only. Who did what with a deduction, when and why; the member reads all of it (R-215, R-249). */
export interface DeductionMoveTable {
  county_id: string
  id: string
  deduction_id: string
  move: 'propose' | 'tell' | 'answer' | 'impose' | 'drop' | 'correct'
  facts: Json | null
  reason: Generated<string>
  by_name: string
  account_id: string | null
  moved_at: Date
}

/** A case of organisational disposal, step by step (R-193…R-207). Read by those on its own list only, every reading is logged (R-211). No field for belief or health (R-206, R-271). */
export interface DisposalTable {
  county_id: string
  id: string
  member_id: string
  /** The branch the member belonged to when the case was proposed. */
  party_org_id: string
  form: 'correctionOrder' | 'persuasion' | 'removal'
  ground: 'helpInVain' | 'lapse' | 'lostContact' | 'correctionWithoutChange' | 'persuasionRefused' | 'decidedElsewhere'
  /** The facts the ground rests on, as they were when it was proposed. */
  ground_facts: Json
  /** The help that changed nothing (S-224). */
  help_plan_id: string | null
  /** The case this one follows: a correction order without change, a persuasion that was refused (R-205). */
  earlier_disposal_id: string | null
  state: 'proposed' | 'filed' | 'factsFound' | 'heard' | 'opinionGiven' | 'preReviewed' | 'voted' | 'inForce' | 'stopped'
  proposal_body: string
  proposed_on: PlainDate
  reason: string
  proposed_by: string
  proposed_by_account_id: string | null
  /** By which the base committee was told beforehand (R-197). */
  filing_document: string | null
  filed_on: PlainDate | null
  /** Members who found the facts (R-199). */
  finding_group: string[] | null
  finding_words: string | null
  found_on: PlainDate | null
  /** Who held the talk, what the member and witnesses said (R-199, R-201). */
  hearing: Json | null
  heard_on: PlainDate | null
  opinion_body: string | null
  opinion_words: string | null
  opinion_on: PlainDate | null
  /** Answer of the organisation department above (R-200). */
  pre_review_document: string | null
  pre_review_on: PlainDate | null
  /** The vote that carried. */
  vote_id: string | null
  voted_on: PlainDate | null
  decision_org_id: string | null
  decision_body: string | null
  decider_name: string | null
  /** Issuer, year and number of the decision's document (R-316). */
  decision_issuer: string | null
  decision_year: number | null
  decision_number: number | null
  decided_on: PlainDate | null
  decision_reason: string | null
  term_months: number | null
  required_change: Generated<string>
  help: Generated<string>
  /** How it is shown that the decision was handed over; nothing is in force before (R-212). */
  proof_of_service: string | null
  served_how: 'signed' | 'refusedToSign' | null
  served_on: PlainDate | null
  served_by: string | null
  entered_by_account_id: string | null
  /** Last day of a correction order. */
  until_on: PlainDate | null
  /** First day on which the person may apply again (R-195). */
  rejoin_from_on: PlainDate | null
  ended_how: 'changed' | 'notChanged' | 'withdrew' | 'refused' | 'lifted' | null
  ended_on: PlainDate | null
  end_words: string | null
  end_minutes: string | null
  /** The member's own request to leave, or what lifted the decision. */
  end_document: string | null
  ended_by_account_id: string | null
  stopped_for: string | null
  revision: Generated<number>
}

/** Written invitations of the member to the talk and to the assembly (R-199, R-201). */
export interface DisposalInvitationTable {
  county_id: string
  id: string
  disposal_id: string
  to_what: 'hearing' | 'assembly'
  held_on: PlainDate
  held_at: string
  place: string
  how: 'app' | 'paper'
  invited_on: PlainDate
  invited_by: string
  account_id: string | null
  answer: 'comes' | 'cannot' | null
  answer_words: Generated<string>
  answered_on: PlainDate | null
}

/** Append-only. What happened to a case, by whom and when; the member's own words stand here as they were said (R-213). */
export interface DisposalMoveTable {
  county_id: string
  id: string
  disposal_id: string
  move: 'propose' | 'file' | 'findFacts' | 'invite' | 'answer' | 'say' | 'hear' | 'giveOpinion' | 'preReview' | 'vote' | 'voteNotCarried' | 'decide' | 'serve' | 'stop' | 'end' | 'askLonger' | 'lift'
  words: Generated<string>
  by_name: string
  account_id: string | null
  moved_at: Date
}

/** Append-only. Votes of the assembly on one person, carried or not (R-049…R-064, R-202); nothing says who voted how. */
export interface DisposalVoteTable {
  county_id: string
  id: string
  disposal_id: string
  about: 'disposal' | 'end'
  voted_on: PlainDate
  /** Both halves are counted over this number (R-051). */
  should_attend: number
  present: number
  written: number
  yes: number
  no: number
  abstain: number
  secret: boolean
  chair: string
  minutes: string
  /** Members left out of it, each with the document from above and the day of the assembly; no ground is kept (R-056, R-271). */
  left_out: Json | null
  carried: boolean
  recorded_by: string
  account_id: string | null
  recorded_at: Date
}

/** Questions of the organisation on a duty report and their answers (S-205). */
export interface DutyQuestionTable {
  county_id: string
  id: string
  duty_report_id: string
  asked_by: string
  account_id: string
  asked_on: PlainDate
  text: string
  answer: string | null
  answered_on: PlainDate | null
}

/** A member's account of the year (R-190, S-203): the own words beside facts of the county's data. */
export interface DutyReportTable {
  county_id: string
  id: string
  appraisal_id: string
  member_id: string
  state: 'drafted' | 'submitted' | 'questioned' | 'checked'
  words: Json
  /** A word on each problem of last year, by its id (S-232). */
  on_problems: Json | null
  /** The facts as they stood when it was handed in, each with its source. */
  facts: Json | null
  /** Who wrote it down for the member, with consent (R-338). */
  helper_account_id: string | null
  helper_name: Generated<string>
  consent_on: PlainDate | null
  submitted_on: PlainDate | null
  checked_by: string | null
  checked_by_account_id: string | null
  checked_on: PlainDate | null
  revision: Generated<number>
}

/** The grade another body sets in place of the first, written by who decides the appeal before it is upheld (R-214, R-218). */
export interface GradeCorrectionTable {
  county_id: string
  objection_id: string
  feedback_id: string
  grade: 'excellent' | 'qualified' | 'basicallyQualified' | 'unqualified'
  opinion: string
  reason: string
  body: string
  decided_by: string
  decided_by_account_id: string
  written_on: PlainDate
  applied_on: PlainDate | null
}

/** The opinion as it is given to the member in person, and what the member says to it (R-186, R-213). A low grade takes effect only here, with the five facts (R-212). */
export interface GradeFeedbackTable {
  county_id: string
  id: string
  appraisal_id: string
  member_id: string
  grade: 'excellent' | 'qualified' | 'basicallyQualified' | 'unqualified'
  opinion: string
  reason: string
  state: 'toTell' | 'told' | 'confirmed' | 'answered' | 'appealed'
  told_by: string | null
  told_by_account_id: string | null
  told_how: 'inPerson' | 'phone' | null
  told_on: PlainDate | null
  answer_until_on: PlainDate | null
  /** Days in which an appeal keeps the year open; a later one is taken all the same. */
  appeal_until_on: PlainDate | null
  answer: string | null
  served_decider: string | null
  served_body: string | null
  served_decided_on: PlainDate | null
  served_reason: string | null
  served_proof: string | null
  served_by_account_id: string | null
  revision: Generated<number>
}

/** Append-only. That a matter went to discipline or to the law: when and by which letter; no details are kept (S-227). */
export interface HandOverTable {
  county_id: string
  id: string
  member_id: string
  party_org_id: string
  to_whom: 'discipline' | 'law'
  document: string
  handed_on: PlainDate
  recorded_by: string
  recorded_by_account_id: string
  recorded_at: Date
}

/** Help to turn around, with gaps, measures, helpers and time, before any further step (R-187, S-223). */
export interface HelpPlanTable {
  county_id: string
  id: string
  member_id: string
  party_org_id: string
  use_id: string | null
  year: number
  gaps: string
  measures: string
  helper_names: string[]
  from_on: PlainDate
  until_on: PlainDate
  state: 'running' | 'evaluated'
  /** What the member said before it was evaluated (R-213). */
  member_word: string | null
  result: 'changed' | 'partly' | 'notChanged' | null
  made_by: string
  made_by_account_id: string
  made_on: PlainDate
  evaluated_by: string | null
  evaluated_by_account_id: string | null
  evaluated_on: PlainDate | null
}

/** Append-only. What was done of a help plan: a visit, a talk, a task given. */
export interface HelpStepTable {
  county_id: string
  id: string
  help_plan_id: string
  done_on: PlainDate
  words: string
  noted_by: string
  noted_by_account_id: string
  noted_at: Date
}

/** The one row about this installation. Reference data, without county key. */
export interface InstallationTable {
  id: number
  /** SHA-256 of the code shown in the terminal that sets up the first county; empty once used. */
  set_up_code_hash: Buffer | null
  code_made_at: Date | null
  set_up_at: Date | null
}

/** How far background work is; written outside the transaction of the work. */
export interface JobProgressTable {
  county_id: string
  job_id: string
  done: number
  all_count: number
  step: string
  at: Date
}

/** Append-only. Hashes of full subtrees: level 1 over 256 leaves, level 2 over 256 of those, so that roots and proofs read little. */
export interface LedgerBlockTable {
  county_id: string
  level: number
  block_no: number
  sha256: Buffer
  sm3: Buffer
}

/** Append-only. One line of points, in hundredths; a mistake is answered by a reversal and a correction (docs/ledger.md). */
export interface LedgerEntryTable {
  county_id: string
  id: string
  member_id: string
  /** The branch that posted it; points stay with the member when the branch changes. */
  party_org_id: string
  kind: 'award' | 'deduction' | 'reversal' | 'base' | 'carryOver' | 'correction'
  term: 'base' | 'duty' | 'pledgesAndTasks' | 'serviceAndExample' | 'bonus' | 'deductions'
  item_code: string | null
  raw: number
  credited: number
  /** The cap that held, kept so that the line explains itself. */
  limit_by: 'item-day' | 'item-month' | 'item-year' | 'category-day' | 'category-month' | 'category-year' | 'total-year' | 'floor' | null
  limit_cap: number | null
  limit_used: number | null
  /** By decision of the county neither cap of category nor of total holds (R-242); follows from the version. */
  outside_caps: Generated<boolean>
  scheme_version_id: string
  deed_on: PlainDate
  posted_at: Date
  /** The month of the branch it was posted in; later than the deed's for a late entry. */
  month: string
  /** The month whose statement carries it: its own, but for a line that answers one of a closed month that of the answered line (R-218). Not hashed; follows from the lines. */
  statement_month: string
  /** Account that wrote or ordered it; the member where a member has none. */
  author_id: string
  /** Account that approved it; empty for lines that follow from a rule. */
  reviewer_id: string | null
  source_kind: 'claim' | 'pledge' | 'task' | 'automatic' | 'deduction' | 'objection' | 'year' | 'transfer' | 'tolerance'
  source_id: string
  /** References of the evidence, with the digest of a file where there is one. */
  evidence: Generated<string[]>
  refers_to: string | null
  reason: string | null
}

/** Append-only. Hashes of the lines in the order of the log (RFC 6962 shape, docs/ledger.md); leaf 0 is the first. Bears witness of lines, so it does not depend on them by a foreign key. */
export interface LedgerLeafTable {
  county_id: string
  leaf_no: number
  entry_id: string
  sha256: Buffer
  sm3: Buffer
}

/** How many leaves the county's log holds; locked while lines are added to it. */
export interface LedgerLogTable {
  county_id: string
  size: number
  /** Lines posted before this moment are in the log, but for those whose transaction ended late. */
  sealed_until: Date
}

/** Append-only. Roots of the log: at the end of each day with new lines, and where a notice was printed within a day. */
export interface LedgerRootTable {
  county_id: string
  /** Day it was made for; the largest of a day is the root of the day. */
  day_on: PlainDate
  /** Leaves under the root. */
  size: number
  sha256: Buffer
  sm3: Buffer
  sealed_at: Date
}

/** Append-only. What was said about something the lens pointed at; it corrects nothing. */
export interface LensTalkTable {
  county_id: string
  id: string
  /** Where the lens was looked through. */
  party_org_id: string
  year: number
  flag: 'more-excellent-than-peers' | 'fewer-excellent-than-peers' | 'more-low-than-peers' | 'points-far-from-peers' | 'reviewer-refuses-more' | 'reviewer-adjusts-more' | 'few-points-open' | 'group-far-behind'
  /** Branch, reviewer or group; never a member. */
  subject_id: string
  own: number
  peers: number
  said: string
  talked_with: string
  talked_on: PlainDate
  noted_by: string
  noted_by_account_id: string
  noted_at: Date
}

/** A party member of the county: the national record's items (R-157) and where they belong. */
export interface MemberTable {
  county_id: string
  id: string
  /** The present branch, or the last one; equals the open row of member_affiliation (R-019). */
  party_org_id: string
  party_group_id: string | null
  name: string
  /** Sort key in pinyin order: syllable, tone and character of each character, the surname read as a surname. */
  name_order: string
  /** First letters of the pinyin, for search. */
  initials: string
  /** Pinyin without tones and blanks, for search. */
  pinyin: string
  sex: 'male' | 'female'
  born_on: PlainDate
  ethnic_group: string | null
  education: 'doctor' | 'master' | 'postgraduate' | 'bachelor' | 'juniorCollege' | 'technicalSecondary' | 'highSchool' | 'middleSchool' | 'primarySchool' | 'none' | null
  membership_kind: 'full' | 'probationary'
  /** The present exclusive category; equals the latest row of member_category. */
  category: 'servingMember' | 'retiredMember' | 'farmer' | 'student' | 'laidOffMember' | 'selfEmployed' | 'other'
  /** Day the assembly passed admission; membership starts here once approved (R-139). */
  admitted_on: PlainDate
  /** Day full membership began; party standing counts from here (R-109). */
  converted_on: PlainDate | null
  /** Months by which probation was extended (R-108). */
  extension_months: Generated<number>
  /** Why conversion came before a year of probation had passed; empty as a rule (R-105). */
  early_conversion: Generated<string>
  post: Generated<string>
  workplace: Generated<string>
  state: 'active' | 'suspended' | 'transferredOut' | 'deceased' | 'withdrawn' | 'persuadedToWithdraw' | 'removedFromRolls' | 'expelled' | 'probationCancelled'
  /** Day the present state began. */
  state_from_on: PlainDate
  /** Identity number, encrypted with a key outside the database. */
  identity_sealed: Buffer | null
  /** Blind index of the identity number: equal numbers, equal value; the number cannot be read back. */
  identity_index: Buffer | null
  /** Last four characters, shown masked. */
  identity_tail: Generated<string>
  phone_sealed: Buffer | null
  phone_index: Buffer | null
  /** Phone as shown masked, 138****2210. */
  phone_mask: Generated<string>
  address_sealed: Buffer | null
  /** Grows with every change; a change of an older revision is refused. */
  revision: Generated<number>
  /** How the file came to be. */
  source: 'form' | 'import' | 'correction' | 'system-of-record'
  created_by: string
  created_at: Date
}

/** Which branch a member belonged to from when until when; at most one row is open (R-019). */
export interface MemberAffiliationTable {
  county_id: string
  id: string
  member_id: string
  party_org_id: string
  party_group_id: string | null
  from_on: PlainDate
  /** First day it no longer holds; empty while it holds. */
  until_on: PlainDate | null
  reason: string
  recorded_by: string
  recorded_at: Date
}

/** Dated history of the exclusive category; each row holds until the next, its requirements count from the month after (S-001, S-023). */
export interface MemberCategoryTable {
  county_id: string
  id: string
  member_id: string
  category: 'servingMember' | 'retiredMember' | 'farmer' | 'student' | 'laidOffMember' | 'selfEmployed' | 'other'
  from_on: PlainDate
  reason: string
  recorded_by: string
  recorded_at: Date
}

/** Append-only. Every change of a file, field by field; numbers and addresses masked. No foreign key: the trace outlives an import that is taken back. */
export interface MemberChangeTable {
  county_id: string
  id: string
  member_id: string
  field: string
  /** As shown: sealed fields masked, empty when there was nothing. */
  before: string | null
  after: string | null
  reason: string
  author_account_id: string | null
  author_name: string
  at: Date
  source: 'form' | 'import' | 'correction' | 'system-of-record'
  /** The import or correction it came with. */
  batch_id: string | null
}

/** Append-only. Dated changes of state with their author; an adverse one carries its five facts (R-212). */
export interface MemberStateChangeTable {
  county_id: string
  id: string
  member_id: string
  from_state: 'active' | 'suspended' | 'transferredOut' | 'deceased' | 'withdrawn' | 'persuadedToWithdraw' | 'removedFromRolls' | 'expelled' | 'probationCancelled'
  to_state: 'active' | 'suspended' | 'transferredOut' | 'deceased' | 'withdrawn' | 'persuadedToWithdraw' | 'removedFromRolls' | 'expelled' | 'probationCancelled'
  /** Day the new state begins. */
  begins_on: PlainDate
  decider_name: Generated<string>
  /** The organisation or meeting that decided. */
  body: Generated<string>
  decided_on: PlainDate | null
  reason: Generated<string>
  /** How it is shown that the decision was handed to the member. */
  proof_of_service: Generated<string>
  recorded_by: string
  recorded_by_account_id: string | null
  recorded_at: Date
}

/** Dated neutral marks beside the category; what rests on consent (hardship, illness) has its own readers elsewhere. */
export interface MemberTagTable {
  county_id: string
  id: string
  member_id: string
  tag: 'leadingCadreMember' | 'memberWithoutPost' | 'veteranMember' | 'floatingMember' | 'lostContactMember' | 'delegateRole'
  from_on: PlainDate
  /** First day it no longer holds. */
  until_on: PlainDate | null
  reason: string
  set_by: string
  set_at: Date
  ended_by: string | null
  ended_at: Date | null
}

/** Append-only. Notices sent to the members of an organisation. */
export interface MessageTable {
  county_id: string
  id: string
  party_org_id: string
  title: string
  body: string
  /** What the two answers say: I can come or not, all right or not; empty asks for none. */
  answer_kind: 'coming' | 'agreeing' | null
  answer_due_on: PlainDate | null
  sent_by: string
  sent_by_account_id: string | null
  sent_at: Date
  /** Shown from then on; later than sent where sent in the quiet hours. */
  deliver_at: Date
  recipient_count: number
}

/** Each reader of a notice: by which channel reached, when, and the answer; not reached while empty. */
export interface MessageRecipientTable {
  county_id: string
  message_id: string
  member_id: string
  channel: 'screen' | 'phone' | 'helper' | 'paper' | 'board' | null
  reached_at: Date | null
  /** Who recorded it: the member by reading, or the one who rang, went or posted. */
  reached_by: string | null
  /** Who carried the words, where a helper did (R-338). */
  helper_name: Generated<string>
  answer: 'yes' | 'no' | null
  /** How the answer came; the latest counts until the day named. */
  answer_channel: 'screen' | 'phone' | 'helper' | 'paper' | null
  answer_note: Generated<string>
  answered_at: Date | null
  answered_by: string | null
}

/** Append-only. What a member was told of a month when it closed; what an upheld objection corrects is issued again as the next edition (R-218). */
export interface MonthStatementTable {
  county_id: string
  party_org_id: string
  month: string
  member_id: string
  edition: number
  base: number
  duty: number
  pledges_and_tasks: number
  service_and_example: number
  bonus: number
  deductions: number
  /** All of the year of the month up to its end, base included. */
  year_total: number
  /** The lines it was made from. */
  entry_ids: string[]
  /** Why it was issued again; empty for the first. */
  reason: Generated<string>
  issued_at: Date
}

/** What an organisation posts for a number of working days (R-272…R-280). */
export interface NoticeTable {
  county_id: string
  id: string
  party_org_id: string
  kind: 'monthPoints' | 'ranking' | 'pledges' | 'admission' | 'appraisal' | 'award' | 'dues' | 'disposal' | 'other'
  scope: 'branch' | 'unit' | 'villageBoard' | 'public'
  title: string
  body: string
  contact_office: string
  contact_phone: string
  /** When the office answers its telephone. */
  contact_hours: Generated<string>
  /** Where somebody without a phone puts a paper (R-338). */
  paper_place: Generated<string>
  routes: string[]
  working_days: number
  /** How names stand outside branch and unit (R-278, R-289). */
  names: 'full' | 'masked'
  /** Who decided that full names, or a ranking, stand in a wide scope (R-279, R-289). */
  full_names_body: string | null
  /** Number of the paper it was decided with. */
  full_names_document: string | null
  /** Columns of the list: label, kind (points in hundredths, number, text), strong. */
  list_columns: Json | null
  /** How the list is ordered and who is not in it. */
  list_note: Generated<string>
  /** What the list was made from: none, or a word of the feature that drafted it. */
  source_kind: Generated<'none' | 'pointsMonth' | 'pledges' | 'appraisal' | 'award'>
  /** Key of it in that feature. */
  source_id: Generated<string>
  /** Root of the ledger printed on the sheet, or empty. */
  root: Generated<string>
  drafted_by: string
  drafted_by_account_id: string
  drafted_at: Date
  state: 'drafted' | 'checked' | 'posted' | 'interrupted' | 'ended' | 'settled' | 'dropped'
  accuracy_by: string | null
  accuracy_by_account_id: string | null
  accuracy_on: PlainDate | null
  privacy_by: string | null
  privacy_by_account_id: string | null
  privacy_on: PlainDate | null
  approved_by: string | null
  approved_by_account_id: string | null
  posted_on: PlainDate | null
  /** Last day of the period, included (R-276). */
  ends_on: PlainDate | null
  /** Times it was posted; above one after interruptions (R-277). */
  postings: Generated<number>
  interrupted_for: string | null
  result: string | null
  settled_on: PlainDate | null
  /** Opens the page without an account; printed as a code on the sheet. Cannot be guessed. */
  code: string
  revision: Generated<number>
}

/** Append-only. Who did what with a notice, when and why (R-272). */
export interface NoticeMoveTable {
  county_id: string
  id: string
  notice_id: string
  move: 'draft' | 'change' | 'check' | 'post' | 'interrupt' | 'reissue' | 'end' | 'settle' | 'drop'
  reason: Generated<string>
  by_name: string
  account_id: string | null
  moved_at: Date
}

/** The list of a notice as it was drafted; values stand still whatever is corrected later. */
export interface NoticeRowTable {
  county_id: string
  notice_id: string
  row_no: number
  member_id: string | null
  /** Full name; masked where it is shown to a wide scope. */
  name: string
  /** One value for each column of the list. */
  cells: Json
  /** Ledger entries or other facts the row was made from, so that a correction finds what is issued again (R-218). */
  used_ids: Generated<string[]>
}

/** Append-only. What hung before it was taken down: words, list and root of an interrupted posting (R-277, R-280). */
export interface NoticeSheetTable {
  county_id: string
  notice_id: string
  posting_no: number
  posted_on: PlainDate
  taken_down_on: PlainDate
  reason: string
  approved_by: string
  sheet: Json
}

/** Objections from page, statement, telephone or paper, with or without a name, and their answers (R-216, R-244, R-338). */
export interface ObjectionTable {
  county_id: string
  id: string
  /** What somebody without an account asks for the answer with. */
  code: string
  notice_id: string | null
  /** Line of the notice it speaks of, where one was named. */
  row_no: number | null
  /** Organisation whose matter it is. */
  party_org_id: string
  /** Organisation that answers at this stage. */
  stage_org_id: string
  subject_kind: 'ledgerEntry' | 'notice' | 'claim' | 'deduction' | 'grade'
  subject_id: string
  route: 'page' | 'statement' | 'phone' | 'paper'
  /** Empty for somebody who gave no name; never shown to those concerned (R-278). */
  raised_by_member_id: string | null
  raised_name: Generated<string>
  /** At this stage; the first one stands in first_text. */
  text: string
  first_text: string
  raised_on: PlainDate
  raised_at: Date
  /** Who wrote it down for somebody who telephoned or brought a paper. */
  taken_by: Generated<string>
  taken_by_account_id: string | null
  stage: 'branch' | 'baseCommittee' | 'county'
  state: 'received' | 'assigned' | 'upheld' | 'notUpheld' | 'withdrawn'
  handler_id: string | null
  due_on: PlainDate
  answer: string | null
  decided_by: string | null
  decided_on: PlainDate | null
  /** Accounts that have decided on the matter so far; none of them decides again (R-216). */
  decided_before: Generated<string[]>
  /** Members it is about; none of them handles it. */
  concerned_member_ids: Generated<string[]>
  /** Digest of the sender's key, so that one sent twice is one. */
  request_key: Buffer | null
  revision: Generated<number>
}

/** Append-only. What happened to an objection, stage by stage, with each written answer (R-216, R-244). */
export interface ObjectionStepTable {
  county_id: string
  id: string
  objection_id: string
  step: 'raise' | 'assign' | 'uphold' | 'notUphold' | 'appeal' | 'withdraw'
  stage: string
  words: Generated<string>
  /** Who handled it; empty for the one who objected. */
  by_name: string
  account_id: string | null
  taken_at: Date
}

/** Append-only. Documents an outcome rests on, version by version; the latest on a day counts (R-254, R-255). */
export interface OutcomeInstrumentTable {
  county_id: string
  id: string
  kind: 'encouragement' | 'tolerance' | 'upOrDown' | 'warningMeasures' | 'preAppointmentExam' | 'pointsInMechanisms'
  title: string
  body: string
  number: string
  issued_on: PlainDate
  version: number
  entered_by: string
  entered_by_account_id: string
  entered_at: Date
}

/** What is closed to a member for a time, by decision: awards, promotion, an appointment in hand, the reserve (R-212, S-221, S-225, S-226). */
export interface OutcomeLimitTable {
  county_id: string
  id: string
  member_id: string
  /** The use it came with; empty for one entered by itself. */
  use_id: string | null
  /** Year of the result or matter it came of. */
  year: number
  kind: 'awards' | 'promotion' | 'appointmentHold' | 'reserve'
  from_on: PlainDate
  /** Last day it holds; a limit without end is none. */
  until_on: PlainDate
  document: string
  served_decider: string
  served_body: string
  served_decided_on: PlainDate
  served_reason: string
  served_proof: string
  served_by: string
  served_by_account_id: string
  recorded_at: Date
  lifted_on: PlainDate | null
  lifted_for: string | null
  lifted_by: string | null
  lifted_by_account_id: string | null
}

/** Why nothing came of a grade, in words and by name (S-162). */
export interface OutcomeNoUseTable {
  county_id: string
  id: string
  appraisal_id: string
  member_id: string
  year: number
  reason: string
  recorded_by: string
  recorded_by_account_id: string
  recorded_on: PlainDate
  /** Day the grade was put right or another reason took its place. */
  withdrawn_on: PlainDate | null
}

/** Append-only. Lists issued under a number: the value as it stood with its template and rules; a correction is a new paper (R-316). */
export interface OutcomePaperTable {
  county_id: string
  id: string
  kind: 'commendationList'
  party_org_id: string
  /** Year of the results it is about. */
  year: number
  issuer: string
  number_year: number
  number: number
  title: string
  template_version: string
  document: Json
  persons: number
  issued_by: string
  issued_by_account_id: string
  issued_at: Date
}

/** Who may read one case file beside the member and those who handle it, added by name with a reason (R-211). */
export interface OutcomeReaderTable {
  county_id: string
  id: string
  subject_kind: 'use' | 'limit' | 'helpPlan' | 'warning' | 'caution' | 'tolerance' | 'disposal' | 'sanction' | 'handOver'
  /** The warning, case or paper itself; no foreign key, the kinds lie in several tables. */
  subject_id: string
  /** The member the file is about. */
  member_id: string
  account_id: string
  reader_name: string
  reason: string
  added_by: string
  added_by_account_id: string
  added_at: Date
  removed_by: string | null
  removed_by_account_id: string | null
  removed_at: Date | null
}

/** Append-only. Every read of a case file by somebody else than the member, who sees this list (R-211). No foreign keys: it outlives what was read. */
export interface OutcomeReadingTable {
  county_id: string
  id: string
  subject_kind: 'use' | 'limit' | 'helpPlan' | 'warning' | 'caution' | 'tolerance' | 'disposal' | 'sanction' | 'handOver'
  subject_id: string
  member_id: string
  account_id: string
  reader_name: string
  reader_org: string
  /** Why it could be read: handles the matter, or stands on the list of the file. */
  standing: 'handler' | 'listed'
  what: 'page' | 'file'
  read_at: Date
}

/** Append-only. What was done with a warning, caution, tolerance case or appeal, by whom and with which words. */
export interface OutcomeStepTable {
  county_id: string
  id: string
  subject_kind: 'warning' | 'caution' | 'tolerance' | 'appeal'
  subject_id: string
  step: string
  words: string
  by_name: string
  account_id: string | null
  acted_at: Date
}

/** What a grade may be used for, as drafts, and what the competent body made of each (R-187, R-269, S-166). A limit or measure carries its five facts (R-212). */
export interface OutcomeUseTable {
  county_id: string
  id: string
  appraisal_id: string
  /** The branch that graded. */
  party_org_id: string
  member_id: string
  year: number
  grade: 'excellent' | 'qualified' | 'basicallyQualified' | 'unqualified'
  use: 'cityAward' | 'delegate' | 'publicity' | 'promotionFirst' | 'reserveFirst' | 'studyTrip' | 'countyAward' | 'recommendation' | 'reserve' | 'helpPlan' | 'noAwards' | 'promotionOnHold' | 'noPromotion' | 'reserveEnds' | 'warning' | 'nonLeadingPost' | 'demotionOrRemoval'
  kind: 'encouragement' | 'help' | 'limit' | 'measure'
  /** The body that may decide it. */
  body: 'branch' | 'baseCommittee' | 'orgDepartment' | 'county'
  state: 'drafted' | 'confirmed' | 'declined' | 'withdrawn'
  drafted_by: string
  drafted_on: PlainDate
  decided_by: string | null
  decided_by_account_id: string | null
  decided_on: PlainDate | null
  document: string | null
  /** Of a limit, measure, refusal or withdrawal. */
  reason: string | null
  served_decider: string | null
  served_body: string | null
  served_decided_on: PlainDate | null
  served_reason: string | null
  served_proof: string | null
  served_by_account_id: string | null
}

/** Papers counted at the table by two, beside the electronic box (R-184). */
export interface PaperCountTable {
  county_id: string
  box_id: string
  issued: number
  cast_count: number
  spoiled: number
  returned_blank: number
  not_returned: number
  /** Marks and abstentions about each graded member. */
  persons: Json
  counters: string[]
  entered_by: string
  entered_by_account_id: string | null
  entered_at: Date
}

/** Nodes of a county's organisation tree, from county committee to group. */
export interface PartyOrgTable {
  county_id: string
  id: string
  parent_id: string | null
  /** Label of this node in paths; given once, never again. */
  number: number
  /** Numbers from the root down to this node; kept by the organisation feature. */
  path: string
  kind: 'countyCommittee' | 'workCommittee' | 'baseCommittee' | 'generalBranch' | 'branch' | 'partyGroup'
  /** How a branch is formed (R-021); branches only. */
  form: 'independent' | 'joint' | 'attached' | 'villageEnterprise' | 'villageTown' | 'temporary' | 'floating' | 'retired' | 'byTrade' | null
  field: 'rural' | 'community' | 'governmentOffice' | 'stateFirm' | 'school' | 'privateFirm' | 'socialOrganisation' | 'otherPublicBody' | 'other'
  /** Belongs to a village or a community; sets the term of office (R-007). */
  unit_kind: 'village' | 'community' | 'other'
  name: string
  short_name: string
  /** Pinyin initials of the name, for search. */
  initials: string
  /** Pinyin of the name without tones or blanks, for search. */
  pinyin: Generated<string>
  /** Base committee that may approve admission, conversion, transfer and disposal (R-026). */
  approving: Generated<boolean>
  sort_no: Generated<number>
  founded_on: PlainDate
  /** First day it no longer exists. */
  dissolved_on: PlainDate | null
  /** The task force a temporary branch ends with (R-015). */
  task: Generated<string>
  task_ends_on: PlainDate | null
  /** Office telephone, known to everybody; never a person's own number. */
  phone: Generated<string>
  address: Generated<string>
  /** Grows with every change; a change of an older revision is refused. */
  revision: Generated<number>
}

/** Append-only. Changes of the tree as dated facts (R-012, R-013); one row for each organisation a change touches. */
export interface PartyOrgChangeTable {
  county_id: string
  id: string
  /** Common to the rows of one decision: the sources and the target of a merge. */
  act_id: string
  party_org_id: string
  kind: 'register' | 'setUp' | 'rename' | 'move' | 'merge' | 'mergedInto' | 'split' | 'splitOff' | 'dissolve' | 'changeForm' | 'correct'
  /** Day from which it counts. */
  effective_on: PlainDate
  /** Committee whose decision it is; empty when an organisation that existed already was entered. */
  decided_by_org_id: string | null
  decided_on: PlainDate | null
  /** Day the unit asked for it; the answer is due within a month (R-012). */
  requested_on: PlainDate | null
  document_number: string
  reason: string
  before: Json | null
  after: Json | null
  author_name: string
  account_id: string | null
  recorded_at: Date
}

/** When a computed defect was first seen and when it was gone (R-025); written by the daily look. */
export interface PartyOrgDefectTable {
  county_id: string
  party_org_id: string
  code: string
  seen_on: PlainDate
  gone_on: PlainDate | null
}

/** Append-only. Who mends a defect, how and by when (R-025, S-133); the newest for a defect counts. */
export interface PartyOrgDefectPlanTable {
  county_id: string
  id: string
  party_org_id: string
  code: string
  owner_name: string
  what: string
  due_on: PlainDate
  author_name: string
  account_id: string | null
  recorded_at: Date
}

/** Append-only. Dated facts the defects of an organisation are computed from (S-121, S-133); the newest of a kind counts. */
export interface PartyOrgFactTable {
  county_id: string
  id: string
  party_org_id: string
  kind: 'premises' | 'secretaryExperience' | 'fullTimeStaff' | 'rules'
  /** premises: own, rented, none; secretaryExperience and rules: yes, no; fullTimeStaff: a whole number. */
  value: string
  from_on: PlainDate
  basis: string
  author_name: string
  account_id: string | null
  recorded_at: Date
}

/** Append-only. The upward filing of a change (R-012, R-013). */
export interface PartyOrgFilingTable {
  county_id: string
  act_id: string
  filed_on: PlainDate
  /** The organisation it was filed with. */
  party_org_id: string
  author_name: string
  account_id: string | null
  recorded_at: Date
}

/** What one member says about another by name; the answer stands beside it (R-178, R-213). */
export interface PeerWordTable {
  county_id: string
  id: string
  appraisal_id: string
  about_member_id: string
  by_member_id: string
  text: string
  said_on: PlainDate
  answer: string | null
  written_by: Generated<string>
  written_by_account_id: string | null
}

/** Pictures kept before that look like a later one: for the reviewer to look at, never a reason by itself. */
export interface PhotoHintTable {
  county_id: string
  file_id: string
  before_file_id: string
  /** Bits in which the nearest of their hashes differ. */
  distance: number
}

/** Perceptual hashes of each kept picture; gone with the bytes. */
export interface PhotoPrintTable {
  county_id: string
  file_id: string
  /** Of 64 bits each: the whole, the whole in the mirror, then ten parts, each followed by itself in the mirror. */
  hashes: number[]
  /** Sixteen-bit pieces of the hashes, led by the end of the county's id so that counties share none; for the search. */
  bands: number[]
}

/** Key tasks of an organisation's yearly plan, which members carry in their pledges (S-182). */
export interface PlanItemTable {
  county_id: string
  id: string
  party_org_id: string
  year: number
  /** Its number in the plan; stays when others are dropped. */
  position: number
  title: string
  detail: Generated<string>
  added_by: string
  added_by_account_id: string | null
  added_at: Date
  dropped_by: string | null
  dropped_at: Date | null
}

/** What a member, or an organisation, promises for a year, quarter or month (R-219), with its six parts (R-223) and where it stands (R-222). */
export interface PledgeTable {
  county_id: string
  id: string
  /** Branch or organisation it was made in; the present branch of a member decides who reads and judges it. */
  party_org_id: string
  /** Empty for a pledge of an organisation (S-190). */
  member_id: string | null
  period_kind: 'year' | 'quarter' | 'month'
  year: number
  quarter: number | null
  month: number | null
  /** The sentence as it is read on the wall. */
  text: string
  object: Generated<string>
  measure: Generated<string>
  /** How much, in whole hundredths of the unit. */
  quantity_hundredths: number | null
  quantity_unit: Generated<string>
  due_on: PlainDate | null
  evidence: Generated<string[]>
  source: 'own' | 'publicWish' | 'organisation' | null
  /** Own strength it comes from, in the member's words (S-183). */
  skill: Generated<string>
  /** Item of the unit's yearly plan it carries (S-182). */
  plan_item_id: string | null
  /** Problem of the year before that it puts right (R-229). */
  rectifies: string | null
  state: 'drafted' | 'submitted' | 'returned' | 'toTalk' | 'accepted' | 'published' | 'fulfilled' | 'partly' | 'missedExplained' | 'dropped' | 'withdrawn'
  submitted_on: PlainDate | null
  submitted_at: Date | null
  /** Handed in after the window; taken all the same (S-186). */
  late: Generated<boolean>
  published_on: PlainDate | null
  /** member: by the own hand; helper: by another member with consent; secretary: from paper or spoken words; draft: drafted out of a listed problem (R-338, R-229). */
  entered_as: 'member' | 'helper' | 'secretary' | 'organisation' | 'draft'
  entered_by: string
  entered_by_account_id: string | null
  /** Day the member agreed that somebody else writes it down (R-338). */
  consent_on: PlainDate | null
  /** How the member agreed: in person, by telephone, on paper. */
  consent_how: Generated<string>
  paper_file_id: string | null
  /** When the member confirmed what another person had entered. */
  confirmed_at: Date | null
  created_at: Date
  changed_at: Date
  /** Grows with every change; writing upon an older revision is refused. */
  revision: Generated<number>
}

/** What the public, or a member with the own name, says of a published pledge (S-189, S-197). */
export interface PledgeCommentTable {
  county_id: string
  id: string
  pledge_id: string
  author_kind: string
  member_id: string | null
  text: string
  said_on: PlainDate
  said_at: Date
  /** received: of the public, not read yet; shown; held for one of the listed reasons, being critical is none of them. */
  state: 'received' | 'shown' | 'held'
  held_for: string | null
  read_by: string | null
  read_by_account_id: string | null
  read_at: Date | null
  answer: string | null
  answered_by: string | null
  answered_at: Date | null
  /** When the one it is about asked that somebody read it again; empty once that was done. */
  reported_at: Date | null
}

/** Append-only. The way of a pledge from state to state, with who and when. */
export interface PledgeMoveTable {
  county_id: string
  id: string
  pledge_id: string
  /** Empty for its first line. */
  from_state: 'drafted' | 'submitted' | 'returned' | 'toTalk' | 'accepted' | 'published' | 'fulfilled' | 'partly' | 'missedExplained' | 'dropped' | 'withdrawn' | null
  to_state: 'drafted' | 'submitted' | 'returned' | 'toTalk' | 'accepted' | 'published' | 'fulfilled' | 'partly' | 'missedExplained' | 'dropped' | 'withdrawn'
  note: Generated<string>
  moved_by: string
  moved_by_account_id: string | null
  moved_on: PlainDate
  moved_at: Date
}

/** Append-only. How a pledge was judged at the end, once (R-222, R-228). */
export interface PledgeOutcomeTable {
  county_id: string
  pledge_id: string
  outcome: 'fulfilled' | 'partly' | 'missedExplained' | 'dropped'
  explanation: string
  /** Day the member had the word; needed before a pledge is called dropped. */
  heard_on: PlainDate | null
  /** Reviewed deeds of the pledge as counted on the day. */
  done_hundredths: number
  percent: number
  judged_by: string
  judged_by_account_id: string | null
  judged_on: PlainDate
  judged_at: Date
}

/** The page on which an organisation's published pledges are read without an account; its code stands on the sheet (S-189). */
export interface PledgePageTable {
  county_id: string
  party_org_id: string
  code: string
  opened_by: string
  opened_by_account_id: string | null
  opened_at: Date
}

/** Append-only. A pledge given back, with the reason and the part to change; the second one leads to a talk (R-225). */
export interface PledgeReturnTable {
  county_id: string
  id: string
  pledge_id: string
  part: 'text' | 'object' | 'measure' | 'quantity' | 'dueOn' | 'evidence' | 'source'
  reason: string
  returned_by: string
  returned_by_account_id: string | null
  returned_on: PlainDate
  returned_at: Date
}

/** Append-only. How a pledge was read: the three questions, whether it is concrete, and what the reviewer adds (R-224, S-187). */
export interface PledgeReviewTable {
  county_id: string
  id: string
  pledge_id: string
  public_wish: boolean
  strength: boolean
  organisation_need: boolean
  concrete: boolean
  comment: Generated<string>
  decision: 'accepted' | 'returned' | 'takenBack'
  /** Accepted together with others in which nothing was hinted at. */
  together: Generated<boolean>
  reviewed_by: string
  reviewed_by_account_id: string | null
  reviewed_at: Date
}

/** Append-only. A branch's word that it read the county's pledge rules, per version of the setting (S-180). */
export interface PledgeRulesReadTable {
  county_id: string
  party_org_id: string
  setting_version_no: number
  read_by: string
  read_by_account_id: string | null
  read_at: Date
}

/** Append-only. The talk after a second return: who, when and what was agreed (R-225). */
export interface PledgeTalkTable {
  county_id: string
  id: string
  pledge_id: string
  talked_with: string
  talked_on: PlainDate
  agreed: string
  recorded_by: string
  recorded_by_account_id: string | null
  recorded_at: Date
}

/** Sums of a member's lines of a year of deeds by term, kept in the transaction that writes them; locked while the caps of the year are counted. */
export interface PointsBalanceTable {
  county_id: string
  member_id: string
  year: number
  base: Generated<number>
  duty: Generated<number>
  pledges_and_tasks: Generated<number>
  service_and_example: Generated<number>
  bonus: Generated<number>
  deductions: Generated<number>
  /** Part of bonus that lies outside the caps (R-242). */
  outside_caps: Generated<number>
  entry_count: Generated<number>
}

/** Where a month of a branch stands (S-191); a month without a row has not begun and is open. */
export interface PointsMonthTable {
  county_id: string
  party_org_id: string
  month: string
  state: 'open' | 'reviewing' | 'publishing' | 'closed'
  /** The notice its figures stand on. */
  notice_id: string | null
  /** Leaves under the root that is printed on that notice. */
  root_size: number | null
  changed_at: Date
}

/** Append-only. Who moved a month of a branch on or back, when and why (R-233, R-277). */
export interface PointsMonthMoveTable {
  county_id: string
  id: string
  party_org_id: string
  month: string
  from_state: 'open' | 'reviewing' | 'publishing' | 'closed'
  to_state: 'open' | 'reviewing' | 'publishing' | 'closed'
  reason: Generated<string>
  moved_by: string
  moved_by_account_id: string | null
  moved_at: Date
}

/** A committee moves the late months of the branches below on, one after the other in the background (R-233). */
export interface PointsSweepTable {
  county_id: string
  id: string
  party_org_id: string
  month: string
  done: Generated<number>
  all_count: number
  moved: Generated<number>
  blocked: Generated<number>
  started_by: string
  started_by_account_id: string | null
  started_at: Date
  ended_at: Date | null
}

/** Append-only. A problem taken off the list, with the reason: it was none, or is somebody else's (S-230). */
export interface ProblemDropTable {
  county_id: string
  problem_id: string
  reason: string
  dropped_by: string
  dropped_by_account_id: string
  dropped_on: PlainDate
}

/** Counters of rate limits; the key names what is limited, expire is in milliseconds. */
export interface RateLimitTable {
  key: string
  points: Generated<number>
  expire: number | null
}

/** Receipts of commands: the same key is done once and answered as often as it comes. */
export interface ReceiptTable {
  county_id: string
  account_id: string
  key: string
  operation: string
  at: Date
  answer: Json | null
}

/** Append-only. Who looked at which member's file, when and why; the member sees the same list (R-211). No foreign key: it outlives an import that is taken back. */
export interface RecordLookTable {
  county_id: string
  id: string
  member_id: string
  account_id: string | null
  viewer_name: string
  viewer_org: string
  what: 'page' | 'unmask' | 'export'
  /** A word of the list of purposes; page for a page opened in the course of work. */
  purpose: string
  note: Generated<string>
  /** What was unmasked or exported. */
  fields: Generated<string[]>
  at: Date
}

/** A problem being put right, with owner, measure and date (R-191, S-209). */
export interface RectificationItemTable {
  county_id: string
  id: string
  problem_id: string
  member_id: string
  owner_member_id: string
  measure: string
  due_on: PlainDate
  state: 'open' | 'reported' | 'confirmed' | 'carriedOver'
  confirmed_by: string | null
  confirmed_by_account_id: string | null
  confirmed_on: PlainDate | null
}

/** Append-only. What has been done about a problem so far. */
export interface RectificationReportTable {
  county_id: string
  id: string
  item_id: string
  said_on: PlainDate
  words: string
  said_by: string
  account_id: string | null
}

/** Who is a reserve cadre from when until when, by document (S-219, S-220, S-225). Read by the cadre section. */
export interface ReservePlaceTable {
  county_id: string
  id: string
  member_id: string
  use_id: string | null
  from_on: PlainDate
  document: string
  recorded_by: string
  recorded_by_account_id: string
  recorded_at: Date
  ended_on: PlainDate | null
  ended_document: string | null
  ended_use_id: string | null
}

/** Roles held by accounts in organisations, with dates; roles are defined in domain/access/roles.ts. */
export interface RoleGrantTable {
  county_id: string
  id: string
  account_id: string
  role: string
  party_org_id: string
  from_on: PlainDate
  /** Last day it counts. */
  until_on: PlainDate | null
  granted_by: string
  granted_at: Date
  revoked_by: string | null
  revoked_at: Date | null
}

/** One roster as it came from an office and what became of it. */
export interface RosterImportTable {
  county_id: string
  id: string
  /** The organisation the roster is for; rows below it only are written. */
  party_org_id: string
  file_name: string
  /** Where the file lies in the file store, sealed with the county's key; empty once forgotten. */
  file_sha256: string | null
  file_bytes: number
  /** reading: being read and compared; mapping: columns must be named first; ready: compared, nothing written. */
  state: 'reading' | 'unreadable' | 'mapping' | 'ready' | 'applying' | 'applied' | 'undone' | 'abandoned'
  /** Why the file as a whole cannot be read. */
  refusal_code: string | null
  refusal_details: Json | null
  sheet_name: Generated<string>
  fingerprint: string | null
  /** The sheet, its header and which column holds what; `chosen` once a person settled it. */
  mapping: Json | null
  /** The first rows as they stand, encrypted. */
  preview_sealed: Buffer | null
  /** Branch names of the roster that a person assigned: name to organisation. */
  branches: Json | null
  row_count: Generated<number>
  started_by: string
  started_by_account_id: string | null
  started_at: Date
  /** When the background work of the present state began; empty while it waits. */
  work_begun_at: Date | null
  progress_step: Generated<string>
  progress_done: Generated<number>
  progress_all: Generated<number>
  compared_at: Date | null
  applied_by: string | null
  applied_at: Date | null
  inserted_count: Generated<number>
  updated_count: Generated<number>
  left_count: Generated<number>
  /** Who took it back or gave it up. */
  ended_by: string | null
  ended_at: Date | null
  end_reason: Generated<string>
  /** When file and sealed rows were dropped. */
  forgotten_at: Date | null
}

/** What one row of a roster would do and did; what the row says of the person is sealed. */
export interface RosterImportRowTable {
  county_id: string
  roster_import_id: string
  /** As the spreadsheet counts. */
  row_number: number
  outcome: 'new' | 'changed' | 'same' | 'double' | 'refused' | 'unknownBranch'
  /** What writing does with the row when it is ticked. */
  act: 'insert' | 'update' | 'nothing'
  ticked: boolean
  decision: 'samePerson' | 'samePersonUpdate' | 'notSame' | null
  name: string
  branch_name: Generated<string>
  /** The branch the row means, once known. No foreign key: organisations are never deleted. */
  party_org_id: string | null
  /** The member it means, or will be when it is written. No foreign key: an import can be taken back. */
  member_id: string | null
  /** Revision of the member it was compared with; another one is not overwritten. */
  member_revision: number | null
  /** The member a double may repeat; a person decides. No foreign key, for the same reason. */
  double_of: string | null
  other_row_number: number | null
  /** Reasons, cautions, suggestions and changes as shown; numbers masked. */
  facts: Json | null
  /** The row as read, encrypted; empty where nothing differs and once forgotten. */
  row_sealed: Buffer | null
  /** Why a ticked row was not written after all; a ticked row without it was written with its import. */
  left_code: string | null
  /** What writing replaced, encrypted, to take it back. */
  before_sealed: Buffer | null
}

/** How a kind of roster is read, remembered by its headers when it was written. */
export interface RosterMappingTable {
  county_id: string
  /** SHA-256 of the headers in any order. */
  fingerprint: string
  fields: Json
  branches: Json
  saved_by: string
  saved_at: Date
}

/** Append-only. Disciplinary results as the competent body decided them, with its document number (R-208, R-210, R-212); the platform decides none. Read by those on its own list only (R-211). */
export interface SanctionTable {
  county_id: string
  id: string
  member_id: string
  /** The branch the member belonged to when it was recorded. */
  party_org_id: string
  sanction: 'warning' | 'seriousWarning' | 'removalFromPost' | 'partyProbation' | 'expulsion'
  document_number: string
  deciding_level: string
  complex: boolean
  probation_years: number | null
  decider_name: string
  body: string
  decided_on: PlainDate
  reason: string
  proof_of_service: string
  /** Last day it keeps from promotion, or from rejoining after expulsion (R-209). */
  effect_until_on: PlainDate
  recorded_by: string
  recorded_by_account_id: string
  recorded_at: Date
}

/** Roster filters a person keeps by name. */
export interface SavedFilterTable {
  county_id: string
  id: string
  account_id: string
  name: string
  filter: Json
  created_at: Date
}

/** One scheme for each field and class of members; what it says stands in its versions. */
export interface SchemeTable {
  county_id: string
  id: string
  field: 'rural' | 'community' | 'governmentOffice' | 'stateFirm' | 'school' | 'privateFirm' | 'socialOrganisation' | 'other' | 'every'
  member_class: 'inPost' | 'retired' | 'floating' | 'exempt' | 'probationary'
}

/** The next version of a scheme while it is written; one for each scheme, gone when adopted or dropped. */
export interface SchemeDraftTable {
  county_id: string
  scheme_id: string
  /** The version it was begun from and is compared with. */
  base_version_id: string
  content: Json
  /** Grows with every change; a change of an older revision is refused. */
  revision: Generated<number>
  started_by: string
  started_by_account_id: string | null
  started_at: Date
  changed_by: string
  changed_at: Date
}

/** Append-only. What a scheme says from a month on, with the document that decided it; a closed month is never scored anew (R-253). */
export interface SchemeVersionTable {
  county_id: string
  id: string
  scheme_id: string
  label: string
  /** First month it counts in, yyyy-mm. */
  effective_from: string
  /** A SchemeContent of domain/schemes: items, caps, shares, lines, clocks; points in hundredths. */
  content: Json
  adopted_body: string
  adopted_number: string
  adopted_on: PlainDate
  adopted_by: string
  adopted_by_account_id: string | null
  adopted_at: Date
}

/** A draft run over the lines of a year beside the version it changes (R-245, R-253); the latest of each scheme. */
export interface SchemeWhatIfTable {
  county_id: string
  id: string
  scheme_id: string
  base_version_id: string
  draft_revision: number
  /** The draft as it was when it was run. */
  content: Json
  year: number
  /** The last day of deeds counted; the day it was run while the year was not over. */
  until_on: PlainDate
  state: 'waiting' | 'running' | 'done' | 'failed'
  /** Members looked at so far, of progress_all. */
  progress_done: Generated<number>
  progress_all: Generated<number>
  /** Counts and groups of domain/schemes/what-if; who is affected stands in scheme_what_if_member. */
  result: Json | null
  started_by: string
  started_by_account_id: string | null
  started_at: Date
  finished_at: Date | null
}

/** Whose year a draft would change, in hundredths. No foreign key to the member: it holds nothing that must outlive an import that is taken back. */
export interface SchemeWhatIfMemberTable {
  county_id: string
  what_if_id: string
  member_id: string
  before: number
  after: number
  proposal_before: string | null
  proposal_after: string | null
}

/** Members left out of scoring by decision of the assembly, approved above (R-170, R-171). The ground is never written here (R-278). */
export interface ScoringExemptionTable {
  county_id: string
  id: string
  member_id: string
  from_on: PlainDate
  /** First day it no longer holds; empty while it holds. */
  until_on: PlainDate | null
  decided_by_body: string
  decided_on: PlainDate
  document: Generated<string>
  recorded_by: string
  recorded_by_account_id: string | null
  recorded_at: Date
  ended_by: string | null
  ended_at: Date | null
}

/** What a member says of the own year (R-178). */
export interface SelfAppraisalTable {
  county_id: string
  appraisal_id: string
  member_id: string
  text: string
  said_on: PlainDate
  /** Who wrote it down for somebody who spoke; empty for the own hand (R-338). */
  written_by: Generated<string>
  written_by_account_id: string | null
}

/** Append-only. A notice or finding as it was handed over, with its sources and the version of its template; a correction is a new edition. */
export interface ServedPaperTable {
  county_id: string
  id: string
  subject_kind: 'warning' | 'caution' | 'tolerance'
  subject_id: string
  edition: number
  template_version: string
  value: Json
  signed_on: PlainDate
  signed_by_account_id: string
}

/** Signed-in browsers; rows, so that they can be ended at once (R-300). */
export interface SessionTable {
  county_id: string
  id: string
  account_id: string
  /** SHA-256 of the secret in the cookie. */
  token_hash: Buffer
  started_at: Date
  last_seen_at: Date
  /** Absolute end, whatever the use. */
  ends_at: Date
  idle_minutes: number
  second_factor_at: Date | null
  ended_at: Date | null
  ended_why: 'signed-out' | 'idle' | 'over' | 'revoked' | 'password-changed' | 'account-stopped' | null
  address: string
  agent: string
  /** A session opened with a code from the counter carries the member's own role only. */
  opened_with: Generated<'password' | 'counter-code'>
}

/** Append-only. One typed, dated document per area of a county's settings; the newest whose day has come counts. */
export interface SettingTable {
  county_id: string
  area: string
  version_no: number
  /** First day the version counts. */
  from_on: PlainDate
  value: Json
  decided_by: string
  decided_at: Date
}

/** The grade a meeting has set for a member, with its opinion (R-178, R-185, R-192). No formula writes here. */
export interface SettledGradeTable {
  county_id: string
  appraisal_id: string
  member_id: string
  meeting_id: string
  grade: 'excellent' | 'qualified' | 'basicallyQualified' | 'unqualified'
  opinion: string
  /** Why it differs from the proposal, or why it is low. */
  reason: string
  /** What the branch knows of the year, in its own words. */
  conduct: string
  differs: boolean
  recorded_by: string
  recorded_by_account_id: string
  recorded_at: Date
}

/** Append-only. The committee, or the assembly where there is none, that set grades (R-178, R-004). */
export interface SettlementMeetingTable {
  county_id: string
  id: string
  appraisal_id: string
  body: 'committee' | 'assembly'
  held_on: PlainDate
  should_attend: number
  present: number
  written: number
  yes: number
  no: number
  abstain: number
  /** Where the minutes are found. */
  minutes: string
  recorded_by: string
  recorded_by_account_id: string | null
  recorded_at: Date
}

/** Failed sign-ins in a row by the name that was typed, known or not, so that both are answered alike (R-299). */
export interface SignInFailureTable {
  county_id: string
  account_name: string
  failures: number
  locked_until: Date | null
  last_at: Date
}

/** Append-only. All a settlement rests on, as it stood when it was signed; an upheld appeal is signed as the next edition (R-218). */
export interface SignedSettlementTable {
  county_id: string
  appraisal_id: string
  edition: number
  form: string
  /** The value in the form named beside it; whatever is changed later gives another digest. */
  bytes: Buffer
  digest: string
  frozen: Json
  rule_versions: string[]
  signer_name: string
  signed_by: string
  signed_by_account_id: string
  signed_on: PlainDate
  /** Why it was signed again; empty for the first. */
  reason: Generated<string>
}

/** Files kept for records; equal bytes are kept once on disk, encrypted, and named here as often as they were added. */
export interface StoredFileTable {
  county_id: string
  id: string
  /** Of the file as it was added: equal bytes, equal value. */
  sha256: string
  /** Of the encrypted bytes: where they lie in the file store. */
  kept_sha256: string
  name: string
  type: string
  byte_count: number
  /** Organisation it was added at; decides who may open it where no member is named. */
  party_org_id: string
  /** Whom it is about; the present branch of the member then decides who may open it. */
  member_id: string | null
  added_by: string
  added_by_account_id: string | null
  added_at: Date
  purpose: 'evidence' | 'correction' | 'attachment'
  /** withheld: reported as secret, nobody opens it until that is settled (R-309); removed: the bytes are gone. */
  state: Generated<'kept' | 'withheld' | 'removed'>
  reported_by: string | null
  reported_at: Date | null
  report_reason: Generated<string>
  settled_by: string | null
  settled_at: Date | null
  settle_reason: Generated<string>
  /** Of the bytes as they are given out. Pictures are drawn anew before they are kept, so it differs from sha256 there. */
  content_sha256: string
}

/** Work announced with its value before it starts: of a branch as need arises, or a key project of town or county (R-242, S-193). */
export interface TaskTable {
  county_id: string
  id: string
  party_org_id: string
  kind: 'adHoc' | 'keyProject'
  /** Item of the scheme it counts by; bounds the value. */
  item_code: string
  title: string
  what: string
  /** In hundredths for one unit; equal to most where the value is set. */
  least: number
  most: number
  starts_on: PlainDate
  due_on: PlainDate
  /** How many may take it; empty for as many as wish. */
  places: number | null
  state: 'drafted' | 'announced' | 'closed' | 'cancelled'
  drafted_by: string
  drafted_by_account_id: string | null
  drafted_at: Date
  announced_by: string | null
  announced_on: PlainDate | null
  ended_by: string | null
  ended_at: Date | null
  end_reason: Generated<string>
  revision: Generated<number>
}

/** Append-only. What happened to a task, by whom and when. */
export interface TaskMoveTable {
  county_id: string
  id: string
  task_id: string
  move: 'draft' | 'change' | 'announce' | 'take' | 'giveBack' | 'close' | 'cancel'
  member_id: string | null
  /** What a change put in place of what. */
  facts: Json | null
  reason: Generated<string>
  by_name: string
  account_id: string | null
  moved_at: Date
}

/** Who took a task, and gave it back with a word, which costs nothing (S-193). */
export interface TaskTakingTable {
  county_id: string
  id: string
  task_id: string
  member_id: string
  state: 'taken' | 'givenBack' | 'dropped'
  word: Generated<string>
  taken_on: PlainDate
  taken_at: Date
  ended_at: Date | null
}

/** Something a person is asked to do, opened by a feature and closed when it is done. */
export interface ThingToDoTable {
  county_id: string
  id: string
  /** Opened once while open, whoever asks again. */
  key: string
  /** Word the screens have a text for, led by the feature. */
  kind: string
  account_id: string | null
  /** Addressed to all who hold this permission for the organisation, where no account is named. */
  permission: string | null
  party_org_id: string
  /** Names, counts and dates for the text; never secrets. */
  facts: Json
  due_on: PlainDate | null
  /** How long it usually takes; the burden meter adds them up. */
  minutes: number | null
  asked_by: string
  subject_id: string | null
  opened_at: Date
  done_at: Date | null
  done_by: string | null
  done_by_account_id: string | null
}

/** Tolerance of an honest error: apply, accept, check, find, answer (R-256…R-261, S-214); one matter at a time. */
export interface ToleranceCaseTable {
  county_id: string
  id: string
  member_id: string
  party_org_id: string
  matter: string
  warning_id: string | null
  applied_by: 'member' | 'organisation'
  applied_by_name: string
  applied_by_account_id: string | null
  applied_on: PlainDate
  applied_at: Date
  state: 'applied' | 'accepted' | 'notAccepted' | 'checked' | 'tolerated' | 'notTolerated'
  /** Last working day of the step that runs; nothing follows by itself. */
  due_on: PlainDate | null
  accepted_by: string | null
  accepted_by_account_id: string | null
  reason: string | null
  conditions: Json | null
  distinctions: Json | null
  factors: Json | null
  exclusions: string[] | null
  checked_by: string | null
  checked_by_account_id: string | null
  checked_on: PlainDate | null
  finding_body: string | null
  finding_body_org_id: string | null
  finding_document: string | null
  found_by: string | null
  found_by_account_id: string | null
  found_on: PlainDate | null
  answered_on: PlainDate | null
  answered_by: string | null
  number_issuer: string | null
  number_year: number | null
  number: number | null
  /** Raised when an upheld appeal has the matter checked anew (R-218). */
  edition: Generated<number>
  /** Accounts that checked earlier editions; they do not check again. The same of found_before. */
  checked_before: Generated<string[]>
  found_before: Generated<string[]>
  revision: Generated<number>
}

/** The deductions a tolerance case names, and the line that took each back (R-261). */
export interface ToleranceEntryTable {
  county_id: string
  tolerance_id: string
  entry_id: string
  /** Null until tolerated, or where the line had been taken back before. */
  reversal_id: string | null
}

/** Append-only. Working days of each step of a tolerance case (R-260); the newest counts. */
export interface ToleranceSettingTable {
  county_id: string
  id: string
  accept_days: number
  check_days: number
  answer_days: number
  document: string
  changed_by: string
  changed_by_account_id: string
  changed_at: Date
}

/** Firms, villages, communities, offices and schools that organisations cover, or do not (S-119, S-121). */
export interface UnitTable {
  county_id: string
  id: string
  kind: 'privateFirm' | 'stateFirm' | 'village' | 'community' | 'office' | 'school' | 'socialOrganisation' | 'other'
  name: string
  initials: string
  /** The committee of the town or area it lies in; figures are given by it. */
  town_org_id: string
  staff_count: number
  /** Full members among its staff as reported; decides on an instructor (R-022) and on a joint branch (R-002). */
  full_member_count: Generated<number>
  coverage: 'own' | 'joint' | 'attached' | 'none'
  party_org_id: string | null
  formed_on: PlainDate | null
  /** Neighbourhoods a reorganised community was made of (S-121). */
  former_names: Generated<string[]>
  /** First day it no longer exists. */
  closed_on: PlainDate | null
  revision: Generated<number>
}

/** Append-only. What changed of a unit and its coverage, when and why (S-119). */
export interface UnitChangeTable {
  county_id: string
  id: string
  unit_id: string
  effective_on: PlainDate
  reason: string
  before: Json | null
  after: Json
  author_name: string
  account_id: string | null
  recorded_at: Date
}

/** Party-building instructors of firms that cannot form a branch (R-022, S-120). */
export interface UnitInstructorTable {
  county_id: string
  id: string
  unit_id: string
  name: string
  /** Office the instructor comes from. */
  sent_by: string
  from_on: PlainDate
  /** Last day of the assignment. */
  until_on: PlainDate | null
  author_name: string
  recorded_at: Date
}

/** A warning from draft through notice, talk and change or measure (R-266, R-268, S-213). Beyond the draft it carries the five facts (R-212). */
export interface WarningTable {
  county_id: string
  id: string
  member_id: string
  /** The branch the member belonged to when it was drafted. */
  party_org_id: string
  /** The competent organisation in whose name it is given. */
  body_org_id: string
  colour: 'yellow' | 'orange' | 'red'
  grave_for: string | null
  facts: string
  standard: string
  required_change: string
  helper_name: string
  change_by_on: PlainDate
  /** The grade it rests on; disputed while an appeal against it runs (R-217). */
  feedback_id: string | null
  /** The deduction it rests on; disputed while an objection or a tolerance case on it runs (R-217, R-261). */
  entry_id: string | null
  state: 'drafted' | 'noticed' | 'talked' | 'measured' | 'changed' | 'lifted'
  number_issuer: string
  number_year: number
  number: number
  drafted_by: string
  drafted_by_account_id: string
  drafted_at: Date
  served_decider: string | null
  served_body: string | null
  served_decided_on: PlainDate | null
  served_reason: string | null
  served_proof: string | null
  served_by: string | null
  served_by_account_id: string | null
  served_on: PlainDate | null
  answer: string | null
  talk_on: PlainDate | null
  talk_by: string | null
  talk_by_account_id: string | null
  talk_words: string | null
  /** Why no talk could be held so far. */
  no_talk_for: string | null
  measure_kind: 'movePost' | 'nonLeadingPost' | 'resign' | 'orderedToResign' | 'demote' | null
  measure_document: string | null
  measure_decider: string | null
  measure_body: string | null
  measure_decided_on: PlainDate | null
  measure_reason: string | null
  measure_proof: string | null
  measure_by: string | null
  measure_by_account_id: string | null
  measure_body_org_id: string | null
  measure_on: PlainDate | null
  ended_on: PlainDate | null
  ended_by: string | null
  ended_by_account_id: string | null
  ended_for: string | null
  revision: Generated<number>
}

/** Append-only. The year of a branch, or of the county, is closed; there is no way back (S-228). */
export interface YearClosingTable {
  county_id: string
  id: string
  party_org_id: string
  year: number
  kind: 'branch' | 'county'
  /** The four links as they stood: whether complete, what was open, whether signed. */
  links: Json
  /** Members whose next year follows from it. */
  members: number
  /** How many of them were given a base. */
  carried: number
  /** Their bases together, in hundredths. */
  carried_points: number
  closed_by: string
  closed_by_account_id: string | null
  closed_at: Date
}

/** Append-only. A link of the loop that is missing, signed by name with its reason (S-228). */
export interface YearGapTable {
  county_id: string
  id: string
  party_org_id: string
  year: number
  link: 'pledges' | 'points' | 'appraisal' | 'outcomes'
  /** What was open when it was signed. */
  open_count: number
  reason: string
  signer_name: string
  signed_by: string
  signed_by_account_id: string
  signed_on: PlainDate
}

/** Append-only. Grade and score of a member's year as signed, with both parts (R-189, S-206); the last edition counts. In hundredths. */
export interface YearResultTable {
  county_id: string
  appraisal_id: string
  edition: number
  member_id: string
  year: number
  grade: 'excellent' | 'qualified' | 'basicallyQualified' | 'unqualified'
  process: number
  process_percent: number
  appraisal_score: number | null
  appraisal_percent: number
  score: number
  /** Bonuses outside the caps: shown, never carried over (R-231). */
  outside_caps: number
  scheme_version_id: string | null
}

/** Somebody closes the year of all branches below that are ready, in the background and in that person's name (S-228). */
export interface YearRunTable {
  county_id: string
  id: string
  party_org_id: string
  year: number
  done: Generated<number>
  all_count: number
  closed: Generated<number>
  blocked: Generated<number>
  started_by: string
  started_by_account_id: string
  started_at: Date
  ended_at: Date | null
}

export interface Database {
  account: AccountTable
  appeal: AppealTable
  appraisal: AppraisalTable
  appraisal_move: AppraisalMoveTable
  appraisal_problem: AppraisalProblemTable
  appraisal_roll: AppraisalRollTable
  audit_entry: AuditEntryTable
  ballot_box: BallotBoxTable
  ballot_receipt: BallotReceiptTable
  ballot_slip: BallotSlipTable
  ballot_token: BallotTokenTable
  ballot_voter: BallotVoterTable
  calendar_change: CalendarChangeTable
  calendar_day: CalendarDayTable
  carried_base: CarriedBaseTable
  caution: CautionTable
  claim: ClaimTable
  claim_approval: ClaimApprovalTable
  claim_count: ClaimCountTable
  claim_evidence: ClaimEvidenceTable
  claim_move: ClaimMoveTable
  claim_stand_in: ClaimStandInTable
  claim_witness: ClaimWitnessTable
  committee_post: CommitteePostTable
  committee_term: CommitteeTermTable
  correction_request: CorrectionRequestTable
  counter_code: CounterCodeTable
  county: CountyTable
  deduction: DeductionTable
  deduction_evidence: DeductionEvidenceTable
  deduction_move: DeductionMoveTable
  disposal: DisposalTable
  disposal_invitation: DisposalInvitationTable
  disposal_move: DisposalMoveTable
  disposal_vote: DisposalVoteTable
  duty_question: DutyQuestionTable
  duty_report: DutyReportTable
  grade_correction: GradeCorrectionTable
  grade_feedback: GradeFeedbackTable
  hand_over: HandOverTable
  help_plan: HelpPlanTable
  help_step: HelpStepTable
  installation: InstallationTable
  job_progress: JobProgressTable
  ledger_block: LedgerBlockTable
  ledger_entry: LedgerEntryTable
  ledger_leaf: LedgerLeafTable
  ledger_log: LedgerLogTable
  ledger_root: LedgerRootTable
  lens_talk: LensTalkTable
  member: MemberTable
  member_affiliation: MemberAffiliationTable
  member_category: MemberCategoryTable
  member_change: MemberChangeTable
  member_state_change: MemberStateChangeTable
  member_tag: MemberTagTable
  message: MessageTable
  message_recipient: MessageRecipientTable
  month_statement: MonthStatementTable
  notice: NoticeTable
  notice_move: NoticeMoveTable
  notice_row: NoticeRowTable
  notice_sheet: NoticeSheetTable
  objection: ObjectionTable
  objection_step: ObjectionStepTable
  outcome_instrument: OutcomeInstrumentTable
  outcome_limit: OutcomeLimitTable
  outcome_no_use: OutcomeNoUseTable
  outcome_paper: OutcomePaperTable
  outcome_reader: OutcomeReaderTable
  outcome_reading: OutcomeReadingTable
  outcome_step: OutcomeStepTable
  outcome_use: OutcomeUseTable
  paper_count: PaperCountTable
  party_org: PartyOrgTable
  party_org_change: PartyOrgChangeTable
  party_org_defect: PartyOrgDefectTable
  party_org_defect_plan: PartyOrgDefectPlanTable
  party_org_fact: PartyOrgFactTable
  party_org_filing: PartyOrgFilingTable
  peer_word: PeerWordTable
  photo_hint: PhotoHintTable
  photo_print: PhotoPrintTable
  plan_item: PlanItemTable
  pledge: PledgeTable
  pledge_comment: PledgeCommentTable
  pledge_move: PledgeMoveTable
  pledge_outcome: PledgeOutcomeTable
  pledge_page: PledgePageTable
  pledge_return: PledgeReturnTable
  pledge_review: PledgeReviewTable
  pledge_rules_read: PledgeRulesReadTable
  pledge_talk: PledgeTalkTable
  points_balance: PointsBalanceTable
  points_month: PointsMonthTable
  points_month_move: PointsMonthMoveTable
  points_sweep: PointsSweepTable
  problem_drop: ProblemDropTable
  rate_limit: RateLimitTable
  receipt: ReceiptTable
  record_look: RecordLookTable
  rectification_item: RectificationItemTable
  rectification_report: RectificationReportTable
  reserve_place: ReservePlaceTable
  role_grant: RoleGrantTable
  roster_import: RosterImportTable
  roster_import_row: RosterImportRowTable
  roster_mapping: RosterMappingTable
  sanction: SanctionTable
  saved_filter: SavedFilterTable
  scheme: SchemeTable
  scheme_draft: SchemeDraftTable
  scheme_version: SchemeVersionTable
  scheme_what_if: SchemeWhatIfTable
  scheme_what_if_member: SchemeWhatIfMemberTable
  scoring_exemption: ScoringExemptionTable
  self_appraisal: SelfAppraisalTable
  served_paper: ServedPaperTable
  session: SessionTable
  setting: SettingTable
  settled_grade: SettledGradeTable
  settlement_meeting: SettlementMeetingTable
  sign_in_failure: SignInFailureTable
  signed_settlement: SignedSettlementTable
  stored_file: StoredFileTable
  task: TaskTable
  task_move: TaskMoveTable
  task_taking: TaskTakingTable
  thing_to_do: ThingToDoTable
  tolerance_case: ToleranceCaseTable
  tolerance_entry: ToleranceEntryTable
  tolerance_setting: ToleranceSettingTable
  unit: UnitTable
  unit_change: UnitChangeTable
  unit_instructor: UnitInstructorTable
  warning: WarningTable
  year_closing: YearClosingTable
  year_gap: YearGapTable
  year_result: YearResultTable
  year_run: YearRunTable
}

/** Tables whose rows belong to a county; `county_id` leads their keys. */
export const countyTables = [
  'account',
  'appeal',
  'appraisal',
  'appraisal_move',
  'appraisal_problem',
  'appraisal_roll',
  'audit_entry',
  'ballot_box',
  'ballot_receipt',
  'ballot_slip',
  'ballot_token',
  'ballot_voter',
  'calendar_change',
  'calendar_day',
  'carried_base',
  'caution',
  'claim',
  'claim_approval',
  'claim_count',
  'claim_evidence',
  'claim_move',
  'claim_stand_in',
  'claim_witness',
  'committee_post',
  'committee_term',
  'correction_request',
  'counter_code',
  'deduction',
  'deduction_evidence',
  'deduction_move',
  'disposal',
  'disposal_invitation',
  'disposal_move',
  'disposal_vote',
  'duty_question',
  'duty_report',
  'grade_correction',
  'grade_feedback',
  'hand_over',
  'help_plan',
  'help_step',
  'job_progress',
  'ledger_block',
  'ledger_entry',
  'ledger_leaf',
  'ledger_log',
  'ledger_root',
  'lens_talk',
  'member',
  'member_affiliation',
  'member_category',
  'member_change',
  'member_state_change',
  'member_tag',
  'message',
  'message_recipient',
  'month_statement',
  'notice',
  'notice_move',
  'notice_row',
  'notice_sheet',
  'objection',
  'objection_step',
  'outcome_instrument',
  'outcome_limit',
  'outcome_no_use',
  'outcome_paper',
  'outcome_reader',
  'outcome_reading',
  'outcome_step',
  'outcome_use',
  'paper_count',
  'party_org',
  'party_org_change',
  'party_org_defect',
  'party_org_defect_plan',
  'party_org_fact',
  'party_org_filing',
  'peer_word',
  'photo_hint',
  'photo_print',
  'plan_item',
  'pledge',
  'pledge_comment',
  'pledge_move',
  'pledge_outcome',
  'pledge_page',
  'pledge_return',
  'pledge_review',
  'pledge_rules_read',
  'pledge_talk',
  'points_balance',
  'points_month',
  'points_month_move',
  'points_sweep',
  'problem_drop',
  'receipt',
  'record_look',
  'rectification_item',
  'rectification_report',
  'reserve_place',
  'role_grant',
  'roster_import',
  'roster_import_row',
  'roster_mapping',
  'sanction',
  'saved_filter',
  'scheme',
  'scheme_draft',
  'scheme_version',
  'scheme_what_if',
  'scheme_what_if_member',
  'scoring_exemption',
  'self_appraisal',
  'served_paper',
  'session',
  'setting',
  'settled_grade',
  'settlement_meeting',
  'sign_in_failure',
  'signed_settlement',
  'stored_file',
  'task',
  'task_move',
  'task_taking',
  'thing_to_do',
  'tolerance_case',
  'tolerance_entry',
  'tolerance_setting',
  'unit',
  'unit_change',
  'unit_instructor',
  'warning',
  'year_closing',
  'year_gap',
  'year_result',
  'year_run',
] as const
