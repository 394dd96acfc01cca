-- Public notices with their lists, what happened to them, and objections (R-216…R-218, R-272…R-280, R-338).
create table notice (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  kind text not null,
  scope text not null,
  title text not null,
  body text not null,
  contact_office text not null,
  contact_phone text not null,
  contact_hours text not null default '',
  paper_place text not null default '',
  routes text[] not null,
  working_days integer not null,
  names text not null,
  full_names_body text,
  full_names_document text,
  list_columns jsonb not null default '[]',
  list_note text not null default '',
  source_kind text not null default 'none',
  source_id text not null default '',
  root text not null default '',
  drafted_by text not null,
  drafted_by_account_id uuid not null,
  drafted_at timestamptz not null,
  state text not null,
  accuracy_by text,
  accuracy_by_account_id uuid,
  accuracy_on date,
  privacy_by text,
  privacy_by_account_id uuid,
  privacy_on date,
  approved_by text,
  approved_by_account_id uuid,
  posted_on date,
  ends_on date,
  postings integer not null default 0,
  interrupted_for text,
  result text,
  settled_on date,
  code text not null,
  revision integer not null default 1,
  constraint notice_pk primary key (county_id, id),
  constraint notice_code_unique unique (county_id, code),
  constraint notice_kind_check check (kind in ('monthPoints', 'ranking', 'pledges', 'admission', 'appraisal', 'award', 'dues', 'disposal', 'other')),
  constraint notice_scope_check check (scope in ('branch', 'unit', 'villageBoard', 'public')),
  constraint notice_names_check check (names in ('full', 'masked')),
  constraint notice_source_kind_check check (source_kind in ('none', 'pointsMonth', 'pledges', 'appraisal', 'award')),
  constraint notice_state_check check (state in ('drafted', 'checked', 'posted', 'interrupted', 'ended', 'settled', 'dropped')),
  constraint notice_working_days_check check (working_days >= 5),
  constraint notice_shown_check check (state not in ('posted', 'ended', 'settled') or (accuracy_on is not null and privacy_on is not null and approved_by_account_id is not null and posted_on is not null and ends_on is not null)),
  constraint notice_checked_check check (state <> 'checked' or (accuracy_on is not null and privacy_on is not null)),
  constraint notice_settled_check check ((state = 'settled') = (settled_on is not null))
);
comment on table notice is 'What an organisation posts for a number of working days (R-272…R-280).';
comment on column notice.paper_place is 'Where somebody without a phone puts a paper (R-338).';
comment on column notice.contact_hours is 'When the office answers its telephone.';
comment on column notice.names is 'How names stand outside branch and unit (R-278, R-289).';
comment on column notice.full_names_body is 'Who decided that full names, or a ranking, stand in a wide scope (R-279, R-289).';
comment on column notice.full_names_document is 'Number of the paper it was decided with.';
comment on column notice.list_columns is 'Columns of the list: label, kind (points in hundredths, number, text), strong.';
comment on column notice.list_note is 'How the list is ordered and who is not in it.';
comment on column notice.source_kind is 'What the list was made from: none, or a word of the feature that drafted it.';
comment on column notice.source_id is 'Key of it in that feature.';
comment on column notice.root is 'Root of the ledger printed on the sheet, or empty.';
comment on column notice.ends_on is 'Last day of the period, included (R-276).';
comment on column notice.postings is 'Times it was posted; above one after interruptions (R-277).';
comment on column notice.code is 'Opens the page without an account; printed as a code on the sheet. Cannot be guessed.';
alter table notice add constraint notice_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table notice add constraint notice_drafted_account_fk foreign key (county_id, drafted_by_account_id) references account (county_id, id);
alter table notice add constraint notice_accuracy_account_fk foreign key (county_id, accuracy_by_account_id) references account (county_id, id);
alter table notice add constraint notice_privacy_account_fk foreign key (county_id, privacy_by_account_id) references account (county_id, id);
alter table notice add constraint notice_approved_account_fk foreign key (county_id, approved_by_account_id) references account (county_id, id);
create index notice_party_org on notice (county_id, party_org_id, state, posted_on);
create index notice_drafted_account on notice (county_id, drafted_by_account_id);
create index notice_accuracy_account on notice (county_id, accuracy_by_account_id);
create index notice_privacy_account on notice (county_id, privacy_by_account_id);
create index notice_approved_account on notice (county_id, approved_by_account_id);
create index notice_source on notice (county_id, source_kind, source_id);
create index notice_running on notice (county_id, ends_on) where state = 'posted';
create table notice_row (
  county_id uuid not null,
  notice_id uuid not null,
  row_no integer not null,
  member_id uuid,
  name text not null,
  cells jsonb not null,
  used_ids text[] not null default '{}',
  constraint notice_row_pk primary key (county_id, notice_id, row_no)
);
comment on table notice_row is 'The list of a notice as it was drafted; values stand still whatever is corrected later.';
comment on column notice_row.name is 'Full name; masked where it is shown to a wide scope.';
comment on column notice_row.cells is 'One value for each column of the list.';
comment on column notice_row.used_ids is 'Ledger entries or other facts the row was made from, so that a correction finds what is issued again (R-218).';
alter table notice_row add constraint notice_row_notice_fk foreign key (county_id, notice_id) references notice (county_id, id);
alter table notice_row add constraint notice_row_member_fk foreign key (county_id, member_id) references member (county_id, id);
create index notice_row_member on notice_row (county_id, member_id);
create index notice_row_used on notice_row using gin (used_ids);
create table notice_sheet (
  county_id uuid not null,
  notice_id uuid not null,
  posting_no integer not null,
  posted_on date not null,
  taken_down_on date not null,
  reason text not null,
  approved_by text not null,
  sheet jsonb not null,
  constraint notice_sheet_pk primary key (county_id, notice_id, posting_no)
);
comment on table notice_sheet is 'Append-only. What hung before it was taken down: words, list and root of an interrupted posting (R-277, R-280).';
alter table notice_sheet add constraint notice_sheet_notice_fk foreign key (county_id, notice_id) references notice (county_id, id);
create table notice_move (
  county_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  move text not null,
  reason text not null default '',
  by_name text not null,
  account_id uuid,
  moved_at timestamptz not null,
  constraint notice_move_pk primary key (county_id, id),
  constraint notice_move_move_check check (move in ('draft', 'change', 'check', 'post', 'interrupt', 'reissue', 'end', 'settle', 'drop'))
);
comment on table notice_move is 'Append-only. Who did what with a notice, when and why (R-272).';
alter table notice_move add constraint notice_move_notice_fk foreign key (county_id, notice_id) references notice (county_id, id);
alter table notice_move add constraint notice_move_account_fk foreign key (county_id, account_id) references account (county_id, id);
create index notice_move_notice on notice_move (county_id, notice_id);
create index notice_move_account on notice_move (county_id, account_id);
create table objection (
  county_id uuid not null,
  id uuid not null,
  code text not null,
  notice_id uuid,
  row_no integer,
  party_org_id uuid not null,
  stage_org_id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  route text not null,
  raised_by_member_id uuid,
  raised_name text not null default '',
  text text not null,
  first_text text not null,
  raised_on date not null,
  raised_at timestamptz not null,
  taken_by text not null default '',
  taken_by_account_id uuid,
  stage text not null,
  state text not null,
  handler_id uuid,
  due_on date not null,
  answer text,
  decided_by uuid,
  decided_on date,
  decided_before text[] not null default '{}',
  concerned_member_ids uuid[] not null default '{}',
  request_key bytea,
  revision integer not null default 1,
  constraint objection_pk primary key (county_id, id),
  constraint objection_code_unique unique (county_id, code),
  constraint objection_subject_kind_check check (subject_kind in ('ledgerEntry', 'notice', 'claim', 'deduction', 'grade')),
  constraint objection_route_check check (route in ('page', 'statement', 'phone', 'paper')),
  constraint objection_stage_check check (stage in ('branch', 'baseCommittee', 'county')),
  constraint objection_state_check check (state in ('received', 'assigned', 'upheld', 'notUpheld', 'withdrawn')),
  constraint objection_handler_check check (state <> 'assigned' or handler_id is not null),
  constraint objection_decided_check check (state not in ('upheld', 'notUpheld') or (decided_by is not null and decided_on is not null and answer is not null))
);
comment on table objection is 'Objections from page, statement, telephone or paper, with or without a name, and their answers (R-216, R-244, R-338).';
comment on column objection.code is 'What somebody without an account asks for the answer with.';
comment on column objection.row_no is 'Line of the notice it speaks of, where one was named.';
comment on column objection.party_org_id is 'Organisation whose matter it is.';
comment on column objection.stage_org_id is 'Organisation that answers at this stage.';
comment on column objection.raised_by_member_id is 'Empty for somebody who gave no name; never shown to those concerned (R-278).';
comment on column objection.text is 'At this stage; the first one stands in first_text.';
comment on column objection.taken_by is 'Who wrote it down for somebody who telephoned or brought a paper.';
comment on column objection.decided_before is 'Accounts that have decided on the matter so far; none of them decides again (R-216).';
comment on column objection.concerned_member_ids is 'Members it is about; none of them handles it.';
comment on column objection.request_key is 'Digest of the sender''s key, so that one sent twice is one.';
alter table objection add constraint objection_notice_fk foreign key (county_id, notice_id) references notice (county_id, id);
alter table objection add constraint objection_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table objection add constraint objection_stage_org_fk foreign key (county_id, stage_org_id) references party_org (county_id, id);
alter table objection add constraint objection_member_fk foreign key (county_id, raised_by_member_id) references member (county_id, id);
alter table objection add constraint objection_taken_account_fk foreign key (county_id, taken_by_account_id) references account (county_id, id);
alter table objection add constraint objection_handler_fk foreign key (county_id, handler_id) references account (county_id, id);
alter table objection add constraint objection_decided_account_fk foreign key (county_id, decided_by) references account (county_id, id);
create index objection_notice on objection (county_id, notice_id);
create index objection_party_org on objection (county_id, party_org_id, state);
create index objection_stage_org on objection (county_id, stage_org_id, state);
create index objection_member on objection (county_id, raised_by_member_id);
create index objection_taken_account on objection (county_id, taken_by_account_id);
create index objection_handler on objection (county_id, handler_id);
create index objection_decided_account on objection (county_id, decided_by);
create index objection_subject on objection (county_id, subject_kind, subject_id);
create index objection_concerned on objection using gin (concerned_member_ids);
create index objection_due on objection (county_id, due_on) where state in ('received', 'assigned');
create unique index objection_request_key on objection (county_id, request_key) where request_key is not null;
create unique index objection_one_open on objection (county_id, subject_kind, subject_id, raised_by_member_id) where state in ('received', 'assigned') and raised_by_member_id is not null;
create table objection_step (
  county_id uuid not null,
  id uuid not null,
  objection_id uuid not null,
  step text not null,
  stage text not null,
  words text not null default '',
  by_name text not null,
  account_id uuid,
  taken_at timestamptz not null,
  constraint objection_step_pk primary key (county_id, id),
  constraint objection_step_step_check check (step in ('raise', 'assign', 'uphold', 'notUphold', 'appeal', 'withdraw'))
);
comment on table objection_step is 'Append-only. What happened to an objection, stage by stage, with each written answer (R-216, R-244).';
comment on column objection_step.by_name is 'Who handled it; empty for the one who objected.';
alter table objection_step add constraint objection_step_objection_fk foreign key (county_id, objection_id) references objection (county_id, id);
alter table objection_step add constraint objection_step_account_fk foreign key (county_id, account_id) references account (county_id, id);
create index objection_step_objection on objection_step (county_id, objection_id);
create index objection_step_account on objection_step (county_id, account_id);
