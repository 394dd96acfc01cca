-- Yearly appraisal of the members of a branch, from the document that orders it to rectification (R-178…R-192, S-200…S-210).
create table appraisal (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  year integer not null,
  stage text not null,
  basis_body text not null default '',
  basis_number text not null default '',
  basis_on date,
  with_life_meeting boolean not null default false,
  in_groups boolean not null default false,
  assembly_on date,
  should_attend integer,
  present integer,
  assembly_chair text not null default '',
  notice_id uuid,
  edition integer not null default 0,
  signed_on date,
  opened_by text not null,
  opened_by_account_id uuid,
  opened_at timestamptz not null,
  revision integer not null default 1,
  constraint appraisal_pk primary key (county_id, id),
  constraint appraisal_year_unique unique (county_id, party_org_id, year),
  constraint appraisal_stage_check check (stage in ('basis', 'roll', 'dutyReports', 'self', 'peers', 'ballots', 'settlement', 'notice', 'feedback', 'rectification', 'closed')),
  constraint appraisal_basis_check check (stage = 'basis' or (basis_body <> '' and basis_number <> '' and basis_on is not null)),
  constraint appraisal_assembly_check check ((assembly_on is null) = (should_attend is null) and (assembly_on is null) = (present is null)),
  constraint appraisal_signed_check check (stage in ('basis', 'roll', 'dutyReports', 'self', 'peers', 'ballots', 'settlement') or signed_on is not null)
);
comment on table appraisal is 'The yearly appraisal of a branch, one stage after the other (R-178, S-201).';
comment on column appraisal.basis_on is 'Day of the document that orders it (S-202).';
comment on column appraisal.in_groups is 'Self and peer steps in groups (R-179); the ballot is always of the whole branch.';
comment on column appraisal.edition is 'Times the settlement was signed; results of the last edition count.';
comment on column appraisal.signed_on is 'Day the settlement that counts was signed; empty while it is being written.';
alter table appraisal add constraint appraisal_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table appraisal add constraint appraisal_notice_fk foreign key (county_id, notice_id) references notice (county_id, id);
alter table appraisal add constraint appraisal_account_fk foreign key (county_id, opened_by_account_id) references account (county_id, id);
create index appraisal_notice on appraisal (county_id, notice_id);
create index appraisal_account on appraisal (county_id, opened_by_account_id);
create index appraisal_year on appraisal (county_id, year, stage);
create table appraisal_move (
  county_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  move text not null,
  member_id uuid,
  words text not null default '',
  by_name text not null,
  account_id uuid,
  moved_at timestamptz not null,
  constraint appraisal_move_pk primary key (county_id, id),
  constraint appraisal_move_move_check check (move in ('open', 'goOn', 'goBack', 'place', 'assembly', 'openBox', 'countPaper', 'closeBox', 'meeting', 'settle', 'sign', 'notice', 'tell', 'confirm', 'answer', 'appeal', 'correct'))
);
comment on table appraisal_move is 'Append-only. What happened to an appraisal, by whom and when; nothing of a ballot is ever written here (R-184).';
comment on column appraisal_move.words is 'The stage that was entered, or the reason.';
alter table appraisal_move add constraint appraisal_move_appraisal_fk foreign key (county_id, appraisal_id) references appraisal (county_id, id);
alter table appraisal_move add constraint appraisal_move_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table appraisal_move add constraint appraisal_move_account_fk foreign key (county_id, account_id) references account (county_id, id);
create index appraisal_move_appraisal on appraisal_move (county_id, appraisal_id);
create index appraisal_move_member on appraisal_move (county_id, member_id);
create index appraisal_move_account on appraisal_move (county_id, account_id);
create table appraisal_roll (
  county_id uuid not null,
  appraisal_id uuid not null,
  member_id uuid not null,
  place text not null,
  reason text not null,
  decision_body text not null default '',
  decision_number text not null default '',
  decision_on date,
  host_org_id uuid,
  home_org_id uuid,
  owes_report boolean not null,
  spoken_group text not null default '',
  constraint appraisal_roll_pk primary key (county_id, appraisal_id, member_id),
  constraint appraisal_roll_place_check check (place in ('graded', 'withoutGrade', 'atHost', 'exempt')),
  constraint appraisal_roll_reason_check check (reason in ('fullMember', 'probationary', 'floatingAtHost', 'floatingHere', 'guest', 'exemptByDecision', 'membershipStopped')),
  constraint appraisal_roll_exempt_check check (place <> 'exempt' or (decision_body <> '' and decision_number <> '' and decision_on is not null)),
  constraint appraisal_roll_host_check check ((place = 'atHost') = (host_org_id is not null)),
  constraint appraisal_roll_guest_check check ((reason = 'guest') = (home_org_id is not null))
);
comment on table appraisal_roll is 'Who takes part in an appraisal and how; each line carries its reason (R-170, R-183, R-247).';
comment on column appraisal_roll.spoken_group is 'Group of the self and peer steps, where they take place in groups.';
alter table appraisal_roll add constraint appraisal_roll_appraisal_fk foreign key (county_id, appraisal_id) references appraisal (county_id, id);
alter table appraisal_roll add constraint appraisal_roll_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table appraisal_roll add constraint appraisal_roll_host_fk foreign key (county_id, host_org_id) references party_org (county_id, id);
alter table appraisal_roll add constraint appraisal_roll_home_fk foreign key (county_id, home_org_id) references party_org (county_id, id);
create index appraisal_roll_member on appraisal_roll (county_id, member_id);
create index appraisal_roll_host on appraisal_roll (county_id, host_org_id);
create index appraisal_roll_home on appraisal_roll (county_id, home_org_id);
create table duty_report (
  county_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  member_id uuid not null,
  state text not null,
  words jsonb not null,
  on_problems jsonb not null default '{}',
  facts jsonb,
  helper_account_id uuid,
  helper_name text not null default '',
  consent_on date,
  submitted_on date,
  checked_by text,
  checked_by_account_id uuid,
  checked_on date,
  revision integer not null default 1,
  constraint duty_report_pk primary key (county_id, id),
  constraint duty_report_member_unique unique (county_id, appraisal_id, member_id),
  constraint duty_report_state_check check (state in ('drafted', 'submitted', 'questioned', 'checked')),
  constraint duty_report_submitted_check check (state = 'drafted' or (submitted_on is not null and facts is not null)),
  constraint duty_report_checked_check check ((state = 'checked') = (checked_on is not null)),
  constraint duty_report_consent_check check ((helper_account_id is null) = (consent_on is null))
);
comment on table duty_report is 'A member''s account of the year (R-190, S-203): the own words beside facts of the county''s data.';
comment on column duty_report.on_problems is 'A word on each problem of last year, by its id (S-232).';
comment on column duty_report.facts is 'The facts as they stood when it was handed in, each with its source.';
comment on column duty_report.helper_account_id is 'Who wrote it down for the member, with consent (R-338).';
alter table duty_report add constraint duty_report_appraisal_fk foreign key (county_id, appraisal_id) references appraisal (county_id, id);
alter table duty_report add constraint duty_report_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table duty_report add constraint duty_report_helper_fk foreign key (county_id, helper_account_id) references account (county_id, id);
alter table duty_report add constraint duty_report_checked_account_fk foreign key (county_id, checked_by_account_id) references account (county_id, id);
create index duty_report_member on duty_report (county_id, member_id);
create index duty_report_helper on duty_report (county_id, helper_account_id);
create index duty_report_checked_account on duty_report (county_id, checked_by_account_id);
create table duty_question (
  county_id uuid not null,
  id uuid not null,
  duty_report_id uuid not null,
  asked_by text not null,
  account_id uuid not null,
  asked_on date not null,
  text text not null,
  answer text,
  answered_on date,
  constraint duty_question_pk primary key (county_id, id),
  constraint duty_question_answered_check check ((answer is null) = (answered_on is null))
);
comment on table duty_question is 'Questions of the organisation on a duty report and their answers (S-205).';
alter table duty_question add constraint duty_question_report_fk foreign key (county_id, duty_report_id) references duty_report (county_id, id);
alter table duty_question add constraint duty_question_account_fk foreign key (county_id, account_id) references account (county_id, id);
create index duty_question_report on duty_question (county_id, duty_report_id);
create index duty_question_account on duty_question (county_id, account_id);
create table self_appraisal (
  county_id uuid not null,
  appraisal_id uuid not null,
  member_id uuid not null,
  text text not null,
  said_on date not null,
  written_by text not null default '',
  written_by_account_id uuid,
  constraint self_appraisal_pk primary key (county_id, appraisal_id, member_id)
);
comment on table self_appraisal is 'What a member says of the own year (R-178).';
comment on column self_appraisal.written_by is 'Who wrote it down for somebody who spoke; empty for the own hand (R-338).';
alter table self_appraisal add constraint self_appraisal_appraisal_fk foreign key (county_id, appraisal_id) references appraisal (county_id, id);
alter table self_appraisal add constraint self_appraisal_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table self_appraisal add constraint self_appraisal_account_fk foreign key (county_id, written_by_account_id) references account (county_id, id);
create index self_appraisal_member on self_appraisal (county_id, member_id);
create index self_appraisal_account on self_appraisal (county_id, written_by_account_id);
create table peer_word (
  county_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  about_member_id uuid not null,
  by_member_id uuid not null,
  text text not null,
  said_on date not null,
  answer text,
  written_by text not null default '',
  written_by_account_id uuid,
  constraint peer_word_pk primary key (county_id, id),
  constraint peer_word_two_check check (about_member_id <> by_member_id)
);
comment on table peer_word is 'What one member says about another by name; the answer stands beside it (R-178, R-213).';
alter table peer_word add constraint peer_word_appraisal_fk foreign key (county_id, appraisal_id) references appraisal (county_id, id);
alter table peer_word add constraint peer_word_about_fk foreign key (county_id, about_member_id) references member (county_id, id);
alter table peer_word add constraint peer_word_by_fk foreign key (county_id, by_member_id) references member (county_id, id);
alter table peer_word add constraint peer_word_account_fk foreign key (county_id, written_by_account_id) references account (county_id, id);
create index peer_word_appraisal on peer_word (county_id, appraisal_id, about_member_id);
create index peer_word_about on peer_word (county_id, about_member_id);
create index peer_word_by on peer_word (county_id, by_member_id);
create index peer_word_account on peer_word (county_id, written_by_account_id);
create table ballot_box (
  county_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  paper text not null,
  state text not null,
  graded uuid[] not null,
  issued integer,
  seal text,
  opened_on date not null,
  closed_on date,
  constraint ballot_box_pk primary key (county_id, id),
  constraint ballot_box_paper_unique unique (county_id, appraisal_id, paper),
  constraint ballot_box_paper_check check (paper in ('members', 'masses')),
  constraint ballot_box_state_check check (state in ('open', 'closed')),
  constraint ballot_box_closed_check check ((state = 'closed') = (closed_on is not null and seal is not null and issued is not null))
);
comment on table ballot_box is 'One of the two boxes of an appraisal (R-184, R-188). It closes once and never opens again.';
comment on column ballot_box.graded is 'The members the papers name, as the roll stood when the box was opened.';
comment on column ballot_box.issued is 'Tokens given out and not taken back for a paper, counted when it closed.';
comment on column ballot_box.seal is 'Root over all receipts and slips in the order of their keys, printed in the minutes.';
alter table ballot_box add constraint ballot_box_appraisal_fk foreign key (county_id, appraisal_id) references appraisal (county_id, id);
create table ballot_voter (
  county_id uuid not null,
  box_id uuid not null,
  id uuid not null,
  member_id uuid,
  name text not null,
  state text not null,
  constraint ballot_voter_pk primary key (county_id, box_id, id),
  constraint ballot_voter_member_unique unique (county_id, box_id, member_id),
  constraint ballot_voter_state_check check (state in ('listed', 'tokenGiven', 'onPaper'))
);
comment on table ballot_voter is 'Who may vote once. Casting never touches this row, so that no mark of the database leads from it to a ballot (R-184).';
comment on column ballot_voter.id is 'Drawn by chance, not by time.';
comment on column ballot_voter.state is 'tokenGiven says nothing about whether the token was used.';
alter table ballot_voter add constraint ballot_voter_box_fk foreign key (county_id, box_id) references ballot_box (county_id, id);
alter table ballot_voter add constraint ballot_voter_member_fk foreign key (county_id, member_id) references member (county_id, id);
create index ballot_voter_member on ballot_voter (county_id, member_id);
create table ballot_token (
  county_id uuid not null,
  box_id uuid not null,
  digest text not null,
  voter_id uuid not null,
  constraint ballot_token_pk primary key (county_id, box_id, digest),
  constraint ballot_token_voter_unique unique (county_id, box_id, voter_id)
);
comment on table ballot_token is 'Tokens given out and not yet used, by digest. Casting removes the row: the link to the person is destroyed (R-184).';
alter table ballot_token add constraint ballot_token_voter_fk foreign key (county_id, box_id, voter_id) references ballot_voter (county_id, box_id, id);
create table ballot_receipt (
  county_id uuid not null,
  box_id uuid not null,
  digest text not null,
  constraint ballot_receipt_pk primary key (county_id, box_id, digest)
);
comment on table ballot_receipt is 'One digest for each ballot in the box; no time, no person, no order (R-184).';
alter table ballot_receipt add constraint ballot_receipt_box_fk foreign key (county_id, box_id) references ballot_box (county_id, id);
create table ballot_slip (
  county_id uuid not null,
  box_id uuid not null,
  key text not null,
  member_id uuid not null,
  grade text not null,
  constraint ballot_slip_pk primary key (county_id, box_id, key),
  constraint ballot_slip_grade_check check (grade in ('excellent', 'qualified', 'basicallyQualified', 'unqualified'))
);
comment on table ballot_slip is 'One mark about one person. Slips of one ballot cannot be told from those of another; written anew in the order of their keys when the box closes (R-184).';
comment on column ballot_slip.member_id is 'Among the graded of the box. No foreign key: its lock would write the transaction that casts onto all members but the voter.';
comment on column ballot_slip.key is 'Digest made with the receipt, which the voter alone holds.';
alter table ballot_slip add constraint ballot_slip_box_fk foreign key (county_id, box_id) references ballot_box (county_id, id);
create index ballot_slip_member on ballot_slip (county_id, member_id);
create table paper_count (
  county_id uuid not null,
  box_id uuid not null,
  issued integer not null,
  cast_count integer not null,
  spoiled integer not null,
  returned_blank integer not null,
  not_returned integer not null,
  persons jsonb not null,
  counters text[] not null,
  entered_by text not null,
  entered_by_account_id uuid,
  entered_at timestamptz not null,
  constraint paper_count_pk primary key (county_id, box_id),
  constraint paper_count_sum_check check (issued = cast_count + returned_blank + not_returned and spoiled <= cast_count),
  constraint paper_count_counters_check check (cardinality(counters) >= 2)
);
comment on table paper_count is 'Papers counted at the table by two, beside the electronic box (R-184).';
comment on column paper_count.persons is 'Marks and abstentions about each graded member.';
alter table paper_count add constraint paper_count_box_fk foreign key (county_id, box_id) references ballot_box (county_id, id);
alter table paper_count add constraint paper_count_account_fk foreign key (county_id, entered_by_account_id) references account (county_id, id);
create index paper_count_account on paper_count (county_id, entered_by_account_id);
create table settlement_meeting (
  county_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  body text not null,
  held_on date not null,
  should_attend integer not null,
  present integer not null,
  written integer not null,
  yes integer not null,
  no integer not null,
  abstain integer not null,
  minutes text not null,
  recorded_by text not null,
  recorded_by_account_id uuid,
  recorded_at timestamptz not null,
  constraint settlement_meeting_pk primary key (county_id, id),
  constraint settlement_meeting_body_check check (body in ('committee', 'assembly')),
  constraint settlement_meeting_minutes_check check (minutes <> '')
);
comment on table settlement_meeting is 'Append-only. The committee, or the assembly where there is none, that set grades (R-178, R-004).';
comment on column settlement_meeting.minutes is 'Where the minutes are found.';
alter table settlement_meeting add constraint settlement_meeting_appraisal_fk foreign key (county_id, appraisal_id) references appraisal (county_id, id);
alter table settlement_meeting add constraint settlement_meeting_account_fk foreign key (county_id, recorded_by_account_id) references account (county_id, id);
create index settlement_meeting_appraisal on settlement_meeting (county_id, appraisal_id);
create index settlement_meeting_account on settlement_meeting (county_id, recorded_by_account_id);
create table settled_grade (
  county_id uuid not null,
  appraisal_id uuid not null,
  member_id uuid not null,
  meeting_id uuid not null,
  grade text not null,
  opinion text not null,
  reason text not null,
  conduct text not null,
  differs boolean not null,
  recorded_by text not null,
  recorded_by_account_id uuid not null,
  recorded_at timestamptz not null,
  constraint settled_grade_pk primary key (county_id, appraisal_id, member_id),
  constraint settled_grade_grade_check check (grade in ('excellent', 'qualified', 'basicallyQualified', 'unqualified')),
  constraint settled_grade_reason_check check (reason <> '' or (not differs and grade not in ('basicallyQualified', 'unqualified'))),
  constraint settled_grade_words_check check (opinion <> '' and conduct <> '')
);
comment on table settled_grade is 'The grade a meeting has set for a member, with its opinion (R-178, R-185, R-192). No formula writes here.';
comment on column settled_grade.reason is 'Why it differs from the proposal, or why it is low.';
comment on column settled_grade.conduct is 'What the branch knows of the year, in its own words.';
alter table settled_grade add constraint settled_grade_appraisal_fk foreign key (county_id, appraisal_id) references appraisal (county_id, id);
alter table settled_grade add constraint settled_grade_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table settled_grade add constraint settled_grade_meeting_fk foreign key (county_id, meeting_id) references settlement_meeting (county_id, id);
alter table settled_grade add constraint settled_grade_account_fk foreign key (county_id, recorded_by_account_id) references account (county_id, id);
create index settled_grade_member on settled_grade (county_id, member_id);
create index settled_grade_meeting on settled_grade (county_id, meeting_id);
create index settled_grade_account on settled_grade (county_id, recorded_by_account_id);
create table signed_settlement (
  county_id uuid not null,
  appraisal_id uuid not null,
  edition integer not null,
  form text not null,
  bytes bytea not null,
  digest text not null,
  frozen jsonb not null,
  rule_versions text[] not null,
  signer_name text not null,
  signed_by text not null,
  signed_by_account_id uuid not null,
  signed_on date not null,
  reason text not null default '',
  constraint signed_settlement_pk primary key (county_id, appraisal_id, edition)
);
comment on table signed_settlement is 'Append-only. All a settlement rests on, as it stood when it was signed; an upheld appeal is signed as the next edition (R-218).';
comment on column signed_settlement.bytes is 'The value in the form named beside it; whatever is changed later gives another digest.';
comment on column signed_settlement.reason is 'Why it was signed again; empty for the first.';
alter table signed_settlement add constraint signed_settlement_appraisal_fk foreign key (county_id, appraisal_id) references appraisal (county_id, id);
alter table signed_settlement add constraint signed_settlement_account_fk foreign key (county_id, signed_by_account_id) references account (county_id, id);
create index signed_settlement_account on signed_settlement (county_id, signed_by_account_id);
create table year_result (
  county_id uuid not null,
  appraisal_id uuid not null,
  edition integer not null,
  member_id uuid not null,
  year integer not null,
  grade text not null,
  process integer not null,
  process_percent integer not null,
  appraisal_score integer,
  appraisal_percent integer not null,
  score integer not null,
  outside_caps integer not null,
  scheme_version_id uuid,
  constraint year_result_pk primary key (county_id, appraisal_id, edition, member_id),
  constraint year_result_grade_check check (grade in ('excellent', 'qualified', 'basicallyQualified', 'unqualified')),
  constraint year_result_percent_check check (process_percent + appraisal_percent = 100)
);
comment on table year_result is 'Append-only. Grade and score of a member''s year as signed, with both parts (R-189, S-206); the last edition counts. In hundredths.';
comment on column year_result.outside_caps is 'Bonuses outside the caps: shown, never carried over (R-231).';
alter table year_result add constraint year_result_signed_fk foreign key (county_id, appraisal_id, edition) references signed_settlement (county_id, appraisal_id, edition);
alter table year_result add constraint year_result_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table year_result add constraint year_result_scheme_version_fk foreign key (county_id, scheme_version_id) references scheme_version (county_id, id);
create index year_result_member on year_result (county_id, member_id, year);
create index year_result_scheme_version on year_result (county_id, scheme_version_id);
create table grade_feedback (
  county_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  member_id uuid not null,
  grade text not null,
  opinion text not null,
  reason text not null,
  state text not null,
  told_by text,
  told_by_account_id uuid,
  told_how text,
  told_on date,
  answer_until_on date,
  appeal_until_on date,
  answer text,
  served_decider text,
  served_body text,
  served_decided_on date,
  served_reason text,
  served_proof text,
  served_by_account_id uuid,
  revision integer not null default 1,
  constraint grade_feedback_pk primary key (county_id, id),
  constraint grade_feedback_member_unique unique (county_id, appraisal_id, member_id),
  constraint grade_feedback_grade_check check (grade in ('excellent', 'qualified', 'basicallyQualified', 'unqualified')),
  constraint grade_feedback_state_check check (state in ('toTell', 'told', 'confirmed', 'answered', 'appealed')),
  constraint grade_feedback_how_check check (told_how in ('inPerson', 'phone')),
  constraint grade_feedback_told_check check ((state = 'toTell') = (told_on is null)),
  constraint grade_feedback_five_facts_check check (state = 'toTell' or grade not in ('basicallyQualified', 'unqualified') or (served_decider <> '' and served_body <> '' and served_decided_on is not null and served_reason <> '' and served_proof <> '' and served_by_account_id is not null))
);
comment on table grade_feedback is 'The opinion as it is given to the member in person, and what the member says to it (R-186, R-213). A low grade takes effect only here, with the five facts (R-212).';
comment on column grade_feedback.appeal_until_on is 'Days in which an appeal keeps the year open; a later one is taken all the same.';
alter table grade_feedback add constraint grade_feedback_appraisal_fk foreign key (county_id, appraisal_id) references appraisal (county_id, id);
alter table grade_feedback add constraint grade_feedback_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table grade_feedback add constraint grade_feedback_told_account_fk foreign key (county_id, told_by_account_id) references account (county_id, id);
alter table grade_feedback add constraint grade_feedback_served_account_fk foreign key (county_id, served_by_account_id) references account (county_id, id);
create index grade_feedback_member on grade_feedback (county_id, member_id);
create index grade_feedback_told_account on grade_feedback (county_id, told_by_account_id);
create index grade_feedback_served_account on grade_feedback (county_id, served_by_account_id);
create table grade_correction (
  county_id uuid not null,
  objection_id uuid not null,
  feedback_id uuid not null,
  grade text not null,
  opinion text not null,
  reason text not null,
  body text not null,
  decided_by text not null,
  decided_by_account_id uuid not null,
  written_on date not null,
  applied_on date,
  constraint grade_correction_pk primary key (county_id, objection_id),
  constraint grade_correction_grade_check check (grade in ('excellent', 'qualified', 'basicallyQualified', 'unqualified'))
);
comment on table grade_correction is 'The grade another body sets in place of the first, written by who decides the appeal before it is upheld (R-214, R-218).';
alter table grade_correction add constraint grade_correction_objection_fk foreign key (county_id, objection_id) references objection (county_id, id);
alter table grade_correction add constraint grade_correction_feedback_fk foreign key (county_id, feedback_id) references grade_feedback (county_id, id);
alter table grade_correction add constraint grade_correction_account_fk foreign key (county_id, decided_by_account_id) references account (county_id, id);
create index grade_correction_feedback on grade_correction (county_id, feedback_id);
create index grade_correction_account on grade_correction (county_id, decided_by_account_id);
create table appraisal_problem (
  county_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  member_id uuid not null,
  found_by text not null,
  words text not null,
  recorded_by text not null,
  recorded_by_account_id uuid,
  recorded_at timestamptz not null,
  constraint appraisal_problem_pk primary key (county_id, id),
  constraint appraisal_problem_found_by_check check (found_by in ('self', 'organisation', 'masses')),
  constraint appraisal_problem_words_check check (words <> '')
);
comment on table appraisal_problem is 'Append-only. Problems found by oneself, the organisation and the masses (S-209, R-229); spoken to in the next duty report.';
alter table appraisal_problem add constraint appraisal_problem_appraisal_fk foreign key (county_id, appraisal_id) references appraisal (county_id, id);
alter table appraisal_problem add constraint appraisal_problem_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table appraisal_problem add constraint appraisal_problem_account_fk foreign key (county_id, recorded_by_account_id) references account (county_id, id);
create index appraisal_problem_appraisal on appraisal_problem (county_id, appraisal_id);
create index appraisal_problem_member on appraisal_problem (county_id, member_id);
create index appraisal_problem_account on appraisal_problem (county_id, recorded_by_account_id);
create table rectification_item (
  county_id uuid not null,
  id uuid not null,
  problem_id uuid not null,
  member_id uuid not null,
  owner_member_id uuid not null,
  measure text not null,
  due_on date not null,
  state text not null,
  confirmed_by text,
  confirmed_by_account_id uuid,
  confirmed_on date,
  constraint rectification_item_pk primary key (county_id, id),
  constraint rectification_item_problem_unique unique (county_id, problem_id),
  constraint rectification_item_state_check check (state in ('open', 'reported', 'confirmed', 'carriedOver')),
  constraint rectification_item_confirmed_check check ((state = 'confirmed') = (confirmed_on is not null))
);
comment on table rectification_item is 'A problem being put right, with owner, measure and date (R-191, S-209).';
alter table rectification_item add constraint rectification_item_problem_fk foreign key (county_id, problem_id) references appraisal_problem (county_id, id);
alter table rectification_item add constraint rectification_item_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table rectification_item add constraint rectification_item_owner_fk foreign key (county_id, owner_member_id) references member (county_id, id);
alter table rectification_item add constraint rectification_item_account_fk foreign key (county_id, confirmed_by_account_id) references account (county_id, id);
create index rectification_item_member on rectification_item (county_id, member_id);
create index rectification_item_owner on rectification_item (county_id, owner_member_id);
create index rectification_item_account on rectification_item (county_id, confirmed_by_account_id);
create table rectification_report (
  county_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  said_on date not null,
  words text not null,
  said_by text not null,
  account_id uuid,
  constraint rectification_report_pk primary key (county_id, id)
);
comment on table rectification_report is 'Append-only. What has been done about a problem so far.';
alter table rectification_report add constraint rectification_report_item_fk foreign key (county_id, item_id) references rectification_item (county_id, id);
alter table rectification_report add constraint rectification_report_account_fk foreign key (county_id, account_id) references account (county_id, id);
create index rectification_report_item on rectification_report (county_id, item_id);
create index rectification_report_account on rectification_report (county_id, account_id);
