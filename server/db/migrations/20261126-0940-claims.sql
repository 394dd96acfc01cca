-- Deeds reported for points, their witnesses and review (R-234…R-242, R-338, S-194, S-196), deductions (R-249), tasks (S-193).
create table task (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  kind text not null,
  item_code text not null,
  title text not null,
  what text not null,
  least integer not null,
  most integer not null,
  starts_on date not null,
  due_on date not null,
  places integer,
  state text not null,
  drafted_by text not null,
  drafted_by_account_id uuid,
  drafted_at timestamptz not null,
  announced_by text,
  announced_on date,
  ended_by text,
  ended_at timestamptz,
  end_reason text not null default '',
  revision integer not null default 1,
  constraint task_pk primary key (county_id, id),
  constraint task_kind_check check (kind in ('adHoc', 'keyProject')),
  constraint task_state_check check (state in ('drafted', 'announced', 'closed', 'cancelled')),
  constraint task_value_check check (least > 0 and most >= least),
  constraint task_days_check check (due_on >= starts_on),
  constraint task_places_check check (places > 0),
  constraint task_announced_check check (state <> 'announced' or (announced_on is not null and announced_by is not null)),
  constraint task_before_work_check check (announced_on is null or announced_on <= starts_on),
  constraint task_ended_check check ((state in ('closed', 'cancelled')) = (ended_at is not null))
);
comment on table task is 'Work announced with its value before it starts: of a branch as need arises, or a key project of town or county (R-242, S-193).';
comment on column task.item_code is 'Item of the scheme it counts by; bounds the value.';
comment on column task.least is 'In hundredths for one unit; equal to most where the value is set.';
comment on column task.places is 'How many may take it; empty for as many as wish.';
alter table task add constraint task_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table task add constraint task_drafted_account_fk foreign key (county_id, drafted_by_account_id) references account (county_id, id);
create index task_party_org on task (county_id, party_org_id, state, due_on);
create index task_drafted_account on task (county_id, drafted_by_account_id);
create table task_taking (
  county_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  member_id uuid not null,
  state text not null,
  word text not null default '',
  taken_on date not null,
  taken_at timestamptz not null,
  ended_at timestamptz,
  constraint task_taking_pk primary key (county_id, id),
  constraint task_taking_state_check check (state in ('taken', 'givenBack', 'dropped')),
  constraint task_taking_ended_check check ((state = 'taken') = (ended_at is null)),
  constraint task_taking_word_check check (state <> 'givenBack' or word <> '')
);
comment on table task_taking is 'Who took a task, and gave it back with a word, which costs nothing (S-193).';
alter table task_taking add constraint task_taking_task_fk foreign key (county_id, task_id) references task (county_id, id);
alter table task_taking add constraint task_taking_member_fk foreign key (county_id, member_id) references member (county_id, id);
create unique index task_taking_once on task_taking (county_id, task_id, member_id) where state = 'taken';
create index task_taking_task on task_taking (county_id, task_id);
create index task_taking_member on task_taking (county_id, member_id, state);
create table task_move (
  county_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  move text not null,
  member_id uuid,
  facts jsonb not null default '{}',
  reason text not null default '',
  by_name text not null,
  account_id uuid,
  moved_at timestamptz not null,
  constraint task_move_pk primary key (county_id, id),
  constraint task_move_move_check check (move in ('draft', 'change', 'announce', 'take', 'giveBack', 'close', 'cancel'))
);
comment on table task_move is 'Append-only. What happened to a task, by whom and when.';
comment on column task_move.facts is 'What a change put in place of what.';
alter table task_move add constraint task_move_task_fk foreign key (county_id, task_id) references task (county_id, id);
alter table task_move add constraint task_move_account_fk foreign key (county_id, account_id) references account (county_id, id);
create index task_move_task on task_move (county_id, task_id, moved_at);
create index task_move_account on task_move (county_id, account_id);
create table claim_count (
  county_id uuid not null,
  party_org_id uuid not null,
  year integer not null,
  last_no integer not null,
  constraint claim_count_pk primary key (county_id, party_org_id, year)
);
comment on table claim_count is 'How many claims a branch has numbered in a year of deeds.';
alter table claim_count add constraint claim_count_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
create table claim_stand_in (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  member_id uuid not null,
  appointed_by text not null,
  appointed_by_account_id uuid,
  appointed_on date not null,
  ended_by text,
  ended_on date,
  constraint claim_stand_in_pk primary key (county_id, id),
  constraint claim_stand_in_ended_check check ((ended_by is null) = (ended_on is null))
);
comment on table claim_stand_in is 'Members whom their branch lets report for others with consent (R-338).';
alter table claim_stand_in add constraint claim_stand_in_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table claim_stand_in add constraint claim_stand_in_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table claim_stand_in add constraint claim_stand_in_account_fk foreign key (county_id, appointed_by_account_id) references account (county_id, id);
create unique index claim_stand_in_once on claim_stand_in (county_id, party_org_id, member_id) where ended_on is null;
create index claim_stand_in_party_org on claim_stand_in (county_id, party_org_id);
create index claim_stand_in_member on claim_stand_in (county_id, member_id);
create index claim_stand_in_account on claim_stand_in (county_id, appointed_by_account_id);
create table claim (
  county_id uuid not null,
  id uuid not null,
  device_key text not null,
  number text not null,
  member_id uuid not null,
  party_org_id uuid not null,
  target_kind text not null,
  pledge_id uuid,
  task_id uuid,
  item_code text not null,
  scheme_version_id uuid not null,
  deed_on date not null,
  submitted_on date not null,
  submitted_at timestamptz not null,
  written_on date,
  quantity integer not null,
  chosen integer,
  said text not null default '',
  place text,
  host_branch text not null default '',
  entry_by text not null,
  entry_account_id uuid,
  entered_by text not null,
  helper_name text not null default '',
  consent_how text,
  consent_on date,
  paper text not null default '',
  late_reason text,
  state text not null,
  level text not null,
  level_since_on date not null,
  decide_by_on date not null,
  round integer not null default 1,
  decided_by uuid,
  decided_by_name text,
  decided_on date,
  decided_at timestamptz,
  reason text,
  entry_id uuid,
  confirmed_by_member boolean not null,
  confirmed_at timestamptz,
  revision integer not null default 1,
  constraint claim_pk primary key (county_id, id),
  constraint claim_device_key_unique unique (county_id, member_id, device_key),
  constraint claim_number_unique unique (county_id, party_org_id, number),
  constraint claim_target_kind_check check (target_kind in ('item', 'pledge', 'task')),
  constraint claim_target_check check ((target_kind = 'pledge') = (pledge_id is not null) and (target_kind = 'task') = (task_id is not null)),
  constraint claim_entry_by_check check (entry_by in ('member', 'helper', 'secretary')),
  constraint claim_entry_check check ((entry_by <> 'helper' or (helper_name <> '' and consent_how is not null and consent_on is not null)) and (entry_by <> 'secretary' or paper <> '')),
  constraint claim_consent_how_check check (consent_how in ('spoken', 'written', 'standing')),
  constraint claim_state_check check (state in ('submitted', 'approved', 'adjusted', 'returned', 'refused', 'withdrawn')),
  constraint claim_level_check check (level in ('branch', 'baseCommittee', 'county')),
  constraint claim_quantity_check check (quantity > 0),
  constraint claim_days_check check (deed_on <= submitted_on),
  constraint claim_entry_id_check check ((state in ('approved', 'adjusted')) = (entry_id is not null)),
  constraint claim_decided_check check (state not in ('approved', 'adjusted', 'returned', 'refused') or (decided_by_name is not null and decided_on is not null and decided_at is not null)),
  constraint claim_reason_check check (state not in ('adjusted', 'returned', 'refused') or reason <> '')
);
comment on table claim is 'A deed a member reports for points, or somebody reports for the member: what, when, how it came and where it stands (R-234, S-194).';
comment on column claim.device_key is 'Made on the device; the same one sent again is the same claim.';
comment on column claim.party_org_id is 'Branch of the member when it was sent; it stays there when the member moves.';
comment on column claim.scheme_version_id is 'The version of the deed''s month for the member; decides value and caps.';
comment on column claim.submitted_on is 'Day it first came; a claim that was returned keeps it.';
comment on column claim.written_on is 'Day it was written on a device without network, when it was sent later.';
comment on column claim.quantity is 'In hundredths of the unit of the item.';
comment on column claim.chosen is 'Value of one unit inside the bounds of the item, in hundredths; announced with the task or chosen by the first reviewer.';
comment on column claim.place is 'Only if the member wishes (S-194).';
comment on column claim.host_branch is 'Branch where the member lives that has confirmed it, in words.';
comment on column claim.helper_name is 'Who reported for the member, with consent (R-338).';
comment on column claim.paper is 'Which paper it was copied from (R-338).';
comment on column claim.late_reason is 'Why a deed of an earlier month comes later (R-233).';
comment on column claim.level is 'Where it lies; goes up when nobody decides in time (R-239).';
comment on column claim.decide_by_on is 'Last day of that level.';
comment on column claim.round is 'Grows when approvals fall away: returned and sent again, or a decision taken back.';
comment on column claim.decided_by is 'Account of the last word on it; an adjustment stays while higher levels approve.';
comment on column claim.entry_id is 'Line of the ledger that counts it.';
comment on column claim.confirmed_by_member is 'The member has said that an assisted entry is right.';
comment on column claim.revision is 'Grows with every change; deciding upon an older revision is refused.';
alter table claim add constraint claim_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table claim add constraint claim_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table claim add constraint claim_pledge_fk foreign key (county_id, pledge_id) references pledge (county_id, id);
alter table claim add constraint claim_task_fk foreign key (county_id, task_id) references task (county_id, id);
alter table claim add constraint claim_scheme_version_fk foreign key (county_id, scheme_version_id) references scheme_version (county_id, id);
alter table claim add constraint claim_entry_account_fk foreign key (county_id, entry_account_id) references account (county_id, id);
alter table claim add constraint claim_decided_account_fk foreign key (county_id, decided_by) references account (county_id, id);
alter table claim add constraint claim_entry_fk foreign key (county_id, entry_id) references ledger_entry (county_id, id) deferrable initially deferred;
create index claim_member on claim (county_id, member_id, deed_on);
create index claim_party_org on claim (county_id, party_org_id, deed_on);
create index claim_waiting on claim (county_id, party_org_id, level, level_since_on) where state = 'submitted';
create index claim_overdue on claim (county_id, level, decide_by_on) where state = 'submitted';
create index claim_pledge on claim (county_id, pledge_id, deed_on);
create index claim_task on claim (county_id, task_id);
create index claim_scheme_version on claim (county_id, scheme_version_id);
create index claim_entry_account on claim (county_id, entry_account_id);
create index claim_decided_account on claim (county_id, decided_by);
create index claim_ledger_entry on claim (county_id, entry_id);
create table claim_evidence (
  county_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  kind text not null,
  file_id uuid,
  sha256 text,
  note text not null default '',
  added_by text not null,
  added_at timestamptz not null,
  dropped_at timestamptz,
  constraint claim_evidence_pk primary key (county_id, id),
  constraint claim_evidence_kind_check check (kind in ('photo', 'paper', 'roster')),
  constraint claim_evidence_file_check check ((file_id is null) = (sha256 is null) and (kind <> 'photo' or file_id is not null))
);
comment on table claim_evidence is 'What proves a claim beside witnesses: photo, paper or roster; none is compulsory.';
comment on column claim_evidence.sha256 is 'Of the file as it was added; goes into the line of the ledger.';
comment on column claim_evidence.dropped_at is 'Taken out when a returned claim was completed; kept for the history.';
alter table claim_evidence add constraint claim_evidence_claim_fk foreign key (county_id, claim_id) references claim (county_id, id);
alter table claim_evidence add constraint claim_evidence_file_fk foreign key (county_id, file_id) references stored_file (county_id, id);
create index claim_evidence_claim on claim_evidence (county_id, claim_id);
create index claim_evidence_file on claim_evidence (county_id, file_id);
create table claim_witness (
  county_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  member_id uuid,
  name text not null,
  asked_on date not null,
  asked_by text not null,
  answer text,
  answered_on date,
  answered_at timestamptz,
  how text,
  note text not null default '',
  taken_by text,
  taken_by_account_id uuid,
  constraint claim_witness_pk primary key (county_id, id),
  constraint claim_witness_name_check check (name <> ''),
  constraint claim_witness_answer_check check (answer in ('yes', 'no', 'unknown')),
  constraint claim_witness_answered_check check ((answer is null) = (answered_on is null) and (answer is null) = (answered_at is null) and (answer is null) = (how is null)),
  constraint claim_witness_how_check check (how in ('screen', 'phone', 'inPerson')),
  constraint claim_witness_taken_check check (how is null or (how = 'screen') = (taken_by is null))
);
comment on table claim_witness is 'Who can say that a deed was done, and what they said: by screen, or taken down by an officer (R-338).';
comment on column claim_witness.member_id is 'Empty for somebody who is no member of the county.';
alter table claim_witness add constraint claim_witness_claim_fk foreign key (county_id, claim_id) references claim (county_id, id);
alter table claim_witness add constraint claim_witness_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table claim_witness add constraint claim_witness_taken_account_fk foreign key (county_id, taken_by_account_id) references account (county_id, id);
create unique index claim_witness_once on claim_witness (county_id, claim_id, member_id) where member_id is not null;
create index claim_witness_claim on claim_witness (county_id, claim_id);
create index claim_witness_member on claim_witness (county_id, member_id);
create index claim_witness_open on claim_witness (county_id, member_id) where answer is null;
create index claim_witness_taken_account on claim_witness (county_id, taken_by_account_id);
create table claim_approval (
  county_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  round integer not null,
  level text not null,
  account_id uuid not null,
  by_name text not null,
  approved_on date not null,
  approved_at timestamptz not null,
  takes_back uuid,
  constraint claim_approval_pk primary key (county_id, id),
  constraint claim_approval_level_check check (level in ('branch', 'baseCommittee', 'county'))
);
comment on table claim_approval is 'Append-only. Who approved a claim at which level (R-241); what counts is of the claim''s round and not taken back.';
comment on column claim_approval.takes_back is 'The approval this line takes back.';
alter table claim_approval add constraint claim_approval_claim_fk foreign key (county_id, claim_id) references claim (county_id, id);
alter table claim_approval add constraint claim_approval_account_fk foreign key (county_id, account_id) references account (county_id, id);
create index claim_approval_claim on claim_approval (county_id, claim_id);
create index claim_approval_account on claim_approval (county_id, account_id);
create table claim_move (
  county_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  move text not null,
  level text not null,
  facts jsonb not null default '{}',
  reason text not null default '',
  by_name text not null,
  account_id uuid,
  moved_at timestamptz not null,
  constraint claim_move_pk primary key (county_id, id),
  constraint claim_move_move_check check (move in ('submit', 'enter', 'resubmit', 'confirm', 'disown', 'withdraw', 'nameWitness', 'answerWitness', 'approve', 'passOn', 'adjust', 'return', 'refuse', 'escalate', 'takeBack', 'correct')),
  constraint claim_move_level_check check (level in ('branch', 'baseCommittee', 'county'))
);
comment on table claim_move is 'Append-only. What happened to a claim: who, when, why; the member reads all of it (R-215).';
comment on column claim_move.facts is 'Values before and after, points credited, the cap that held.';
alter table claim_move add constraint claim_move_claim_fk foreign key (county_id, claim_id) references claim (county_id, id);
alter table claim_move add constraint claim_move_account_fk foreign key (county_id, account_id) references account (county_id, id);
create index claim_move_claim on claim_move (county_id, claim_id, moved_at);
create index claim_move_account on claim_move (county_id, account_id);
create table deduction (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  item_code text not null,
  scheme_version_id uuid not null,
  deed_on date not null,
  facts text not null,
  quantity integer not null,
  chosen integer,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_on date not null,
  proposed_at timestamptz not null,
  state text not null,
  told_on date,
  told_how text,
  told_by_name text,
  answer_until_on date,
  answer text,
  answered_at timestamptz,
  answer_taken_by text,
  decided_by uuid,
  decided_by_name text,
  decided_on date,
  decided_at timestamptz,
  reason text,
  entry_id uuid,
  revision integer not null default 1,
  constraint deduction_pk primary key (county_id, id),
  constraint deduction_state_check check (state in ('proposed', 'told', 'answered', 'imposed', 'dropped')),
  constraint deduction_told_how_check check (told_how in ('screen', 'paper', 'phone', 'inPerson')),
  constraint deduction_told_check check ((told_on is null) = (told_how is null) and (told_on is null) = (answer_until_on is null) and (state not in ('told', 'answered', 'imposed') or told_on is not null)),
  constraint deduction_answer_check check (state <> 'answered' or answer <> ''),
  constraint deduction_decided_check check ((state in ('imposed', 'dropped')) = (decided_on is not null) and (decided_on is null) = (decided_at is null) and (decided_on is null or reason <> '')),
  constraint deduction_apart_check check (state <> 'imposed' or decided_by <> proposed_by),
  constraint deduction_entry_id_check check ((state = 'imposed') = (entry_id is not null)),
  constraint deduction_quantity_check check (quantity > 0)
);
comment on table deduction is 'Points to be taken off: proposed with facts, told to the member, answered, decided by somebody else; counts only at the end (R-249).';
comment on column deduction.quantity is 'In hundredths of the unit of the item.';
comment on column deduction.told_how is 'Paper, telephone and word of mouth count like the screen (R-338).';
comment on column deduction.answer_taken_by is 'Who wrote the answer down for a member without a phone.';
alter table deduction add constraint deduction_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table deduction add constraint deduction_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table deduction add constraint deduction_scheme_version_fk foreign key (county_id, scheme_version_id) references scheme_version (county_id, id);
alter table deduction add constraint deduction_proposed_account_fk foreign key (county_id, proposed_by) references account (county_id, id);
alter table deduction add constraint deduction_decided_account_fk foreign key (county_id, decided_by) references account (county_id, id);
alter table deduction add constraint deduction_entry_fk foreign key (county_id, entry_id) references ledger_entry (county_id, id);
create index deduction_member on deduction (county_id, member_id, deed_on);
create index deduction_party_org on deduction (county_id, party_org_id, deed_on);
create index deduction_open on deduction (county_id, party_org_id, deed_on) where state in ('proposed', 'told', 'answered');
create index deduction_scheme_version on deduction (county_id, scheme_version_id);
create index deduction_proposed_account on deduction (county_id, proposed_by);
create index deduction_decided_account on deduction (county_id, decided_by);
create index deduction_ledger_entry on deduction (county_id, entry_id);
create table deduction_evidence (
  county_id uuid not null,
  id uuid not null,
  deduction_id uuid not null,
  kind text not null,
  file_id uuid,
  sha256 text,
  note text not null default '',
  constraint deduction_evidence_pk primary key (county_id, id),
  constraint deduction_evidence_kind_check check (kind in ('photo', 'witness', 'paper', 'roster')),
  constraint deduction_evidence_file_check check ((file_id is null) = (sha256 is null))
);
comment on table deduction_evidence is 'Append-only. What proves the facts of a deduction; the member sees all of it.';
alter table deduction_evidence add constraint deduction_evidence_deduction_fk foreign key (county_id, deduction_id) references deduction (county_id, id);
alter table deduction_evidence add constraint deduction_evidence_file_fk foreign key (county_id, file_id) references stored_file (county_id, id);
create index deduction_evidence_deduction on deduction_evidence (county_id, deduction_id);
create index deduction_evidence_file on deduction_evidence (county_id, file_id);
create table deduction_move (
  county_id uuid not null,
  id uuid not null,
  deduction_id uuid not null,
  move text not null,
  facts jsonb not null default '{}',
  reason text not null default '',
  by_name text not null,
  account_id uuid,
  moved_at timestamptz not null,
  constraint deduction_move_pk primary key (county_id, id),
  constraint deduction_move_move_check check (move in ('propose', 'tell', 'answer', 'impose', 'drop', 'correct'))
);
comment on table deduction_move is 'Append-only. Who did what with a deduction, when and why; the member reads all of it (R-215, R-249).';
alter table deduction_move add constraint deduction_move_deduction_fk foreign key (county_id, deduction_id) references deduction (county_id, id);
alter table deduction_move add constraint deduction_move_account_fk foreign key (county_id, account_id) references account (county_id, id);
create index deduction_move_deduction on deduction_move (county_id, deduction_id, moved_at);
create index deduction_move_account on deduction_move (county_id, account_id);
