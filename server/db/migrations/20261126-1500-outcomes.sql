-- What follows from a grade: who may read, uses, no-use, limits, help, instruments and papers (R-187, R-211, R-212, R-254…R-255, R-269, S-162, S-166, S-211…S-226).
create table outcome_reader (
  county_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  member_id uuid not null,
  account_id uuid not null,
  reader_name text not null,
  reason text not null,
  added_by text not null,
  added_by_account_id uuid not null,
  added_at timestamptz not null,
  removed_by text,
  removed_by_account_id uuid,
  removed_at timestamptz,
  constraint outcome_reader_pk primary key (county_id, id),
  constraint outcome_reader_subject_kind_check check (subject_kind in ('use', 'limit', 'helpPlan', 'warning', 'caution', 'tolerance', 'disposal', 'sanction', 'handOver')),
  constraint outcome_reader_reason_check check (reason <> ''),
  constraint outcome_reader_removed_check check ((removed_at is null) = (removed_by is null))
);
comment on table outcome_reader is 'Who may read one case file beside the member and those who handle it, added by name with a reason (R-211).';
comment on column outcome_reader.subject_id is 'The warning, case or paper itself; no foreign key, the kinds lie in several tables.';
comment on column outcome_reader.member_id is 'The member the file is about.';
alter table outcome_reader add constraint outcome_reader_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table outcome_reader add constraint outcome_reader_account_fk foreign key (county_id, account_id) references account (county_id, id);
alter table outcome_reader add constraint outcome_reader_added_fk foreign key (county_id, added_by_account_id) references account (county_id, id);
alter table outcome_reader add constraint outcome_reader_removed_fk foreign key (county_id, removed_by_account_id) references account (county_id, id);
create unique index outcome_reader_one_open on outcome_reader (county_id, subject_kind, subject_id, account_id) where removed_at is null;
create index outcome_reader_member on outcome_reader (county_id, member_id);
create index outcome_reader_account on outcome_reader (county_id, account_id, subject_kind);
create index outcome_reader_added on outcome_reader (county_id, added_by_account_id);
create index outcome_reader_removed on outcome_reader (county_id, removed_by_account_id);
create table outcome_reading (
  county_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  member_id uuid not null,
  account_id uuid not null,
  reader_name text not null,
  reader_org text not null,
  standing text not null,
  what text not null,
  read_at timestamptz not null,
  constraint outcome_reading_pk primary key (county_id, id),
  constraint outcome_reading_subject_kind_check check (subject_kind in ('use', 'limit', 'helpPlan', 'warning', 'caution', 'tolerance', 'disposal', 'sanction', 'handOver')),
  constraint outcome_reading_standing_check check (standing in ('handler', 'listed')),
  constraint outcome_reading_what_check check (what in ('page', 'file'))
);
comment on table outcome_reading is 'Append-only. Every read of a case file by somebody else than the member, who sees this list (R-211). No foreign keys: it outlives what was read.';
comment on column outcome_reading.standing is 'Why it could be read: handles the matter, or stands on the list of the file.';
create index outcome_reading_subject on outcome_reading (county_id, subject_kind, subject_id, read_at desc);
create index outcome_reading_member on outcome_reading (county_id, member_id, read_at desc);
create index outcome_reading_account on outcome_reading (county_id, account_id, read_at desc);
create table outcome_use (
  county_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  party_org_id uuid not null,
  member_id uuid not null,
  year integer not null,
  grade text not null,
  use text not null,
  kind text not null,
  body text not null,
  state text not null,
  drafted_by text not null,
  drafted_on date not null,
  decided_by text,
  decided_by_account_id uuid,
  decided_on date,
  document text,
  reason text,
  served_decider text,
  served_body text,
  served_decided_on date,
  served_reason text,
  served_proof text,
  served_by_account_id uuid,
  constraint outcome_use_pk primary key (county_id, id),
  constraint outcome_use_grade_check check (grade in ('excellent', 'qualified', 'basicallyQualified', 'unqualified')),
  constraint outcome_use_use_check check (use in ('cityAward', 'delegate', 'publicity', 'promotionFirst', 'reserveFirst', 'studyTrip', 'countyAward', 'recommendation', 'reserve', 'helpPlan', 'noAwards', 'promotionOnHold', 'noPromotion', 'reserveEnds', 'warning', 'nonLeadingPost', 'demotionOrRemoval')),
  constraint outcome_use_kind_check check (kind in ('encouragement', 'help', 'limit', 'measure')),
  constraint outcome_use_body_check check (body in ('branch', 'baseCommittee', 'orgDepartment', 'county')),
  constraint outcome_use_state_check check (state in ('drafted', 'confirmed', 'declined', 'withdrawn')),
  constraint outcome_use_confirmed_check check (state <> 'confirmed' or (decided_by_account_id is not null and decided_on is not null and document <> '')),
  constraint outcome_use_declined_check check (state <> 'declined' or (decided_by_account_id is not null and decided_on is not null and reason <> '')),
  constraint outcome_use_five_facts_check check (state <> 'confirmed' or kind not in ('limit', 'measure') or (served_decider <> '' and served_body <> '' and served_decided_on is not null and served_reason <> '' and served_proof <> '' and served_by_account_id is not null))
);
comment on table outcome_use is 'What a grade may be used for, as drafts, and what the competent body made of each (R-187, R-269, S-166). A limit or measure carries its five facts (R-212).';
comment on column outcome_use.party_org_id is 'The branch that graded.';
comment on column outcome_use.body is 'The body that may decide it.';
comment on column outcome_use.reason is 'Of a limit, measure, refusal or withdrawal.';
alter table outcome_use add constraint outcome_use_appraisal_fk foreign key (county_id, appraisal_id) references appraisal (county_id, id);
alter table outcome_use add constraint outcome_use_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table outcome_use add constraint outcome_use_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table outcome_use add constraint outcome_use_decided_fk foreign key (county_id, decided_by_account_id) references account (county_id, id);
alter table outcome_use add constraint outcome_use_served_fk foreign key (county_id, served_by_account_id) references account (county_id, id);
create unique index outcome_use_once on outcome_use (county_id, member_id, year, use, grade) where state <> 'withdrawn';
create index outcome_use_member on outcome_use (county_id, member_id, year);
create index outcome_use_appraisal on outcome_use (county_id, appraisal_id);
create index outcome_use_party_org on outcome_use (county_id, party_org_id, year);
create index outcome_use_year on outcome_use (county_id, year, state, use);
create index outcome_use_decided on outcome_use (county_id, decided_by_account_id);
create index outcome_use_served on outcome_use (county_id, served_by_account_id);
create table outcome_no_use (
  county_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  member_id uuid not null,
  year integer not null,
  reason text not null,
  recorded_by text not null,
  recorded_by_account_id uuid not null,
  recorded_on date not null,
  withdrawn_on date,
  constraint outcome_no_use_pk primary key (county_id, id),
  constraint outcome_no_use_reason_check check (reason <> '')
);
comment on table outcome_no_use is 'Why nothing came of a grade, in words and by name (S-162).';
comment on column outcome_no_use.withdrawn_on is 'Day the grade was put right or another reason took its place.';
alter table outcome_no_use add constraint outcome_no_use_appraisal_fk foreign key (county_id, appraisal_id) references appraisal (county_id, id);
alter table outcome_no_use add constraint outcome_no_use_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table outcome_no_use add constraint outcome_no_use_account_fk foreign key (county_id, recorded_by_account_id) references account (county_id, id);
create unique index outcome_no_use_once on outcome_no_use (county_id, member_id, year) where withdrawn_on is null;
create index outcome_no_use_appraisal on outcome_no_use (county_id, appraisal_id);
create index outcome_no_use_member on outcome_no_use (county_id, member_id, year);
create index outcome_no_use_account on outcome_no_use (county_id, recorded_by_account_id);
create table outcome_limit (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  use_id uuid,
  year integer not null,
  kind text not null,
  from_on date not null,
  until_on date not null,
  document text not null,
  served_decider text not null,
  served_body text not null,
  served_decided_on date not null,
  served_reason text not null,
  served_proof text not null,
  served_by text not null,
  served_by_account_id uuid not null,
  recorded_at timestamptz not null,
  lifted_on date,
  lifted_for text,
  lifted_by text,
  lifted_by_account_id uuid,
  constraint outcome_limit_pk primary key (county_id, id),
  constraint outcome_limit_kind_check check (kind in ('awards', 'promotion', 'appointmentHold', 'reserve')),
  constraint outcome_limit_days_check check (until_on >= from_on and from_on >= served_decided_on),
  constraint outcome_limit_five_facts_check check (document <> '' and served_decider <> '' and served_body <> '' and served_reason <> '' and served_proof <> ''),
  constraint outcome_limit_lifted_check check ((lifted_on is null) = (lifted_for is null) and (lifted_on is null) = (lifted_by is null))
);
comment on table outcome_limit is 'What is closed to a member for a time, by decision: awards, promotion, an appointment in hand, the reserve (R-212, S-221, S-225, S-226).';
comment on column outcome_limit.year is 'Year of the result or matter it came of.';
comment on column outcome_limit.use_id is 'The use it came with; empty for one entered by itself.';
comment on column outcome_limit.until_on is 'Last day it holds; a limit without end is none.';
alter table outcome_limit add constraint outcome_limit_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table outcome_limit add constraint outcome_limit_use_fk foreign key (county_id, use_id) references outcome_use (county_id, id);
alter table outcome_limit add constraint outcome_limit_served_fk foreign key (county_id, served_by_account_id) references account (county_id, id);
alter table outcome_limit add constraint outcome_limit_lifted_fk foreign key (county_id, lifted_by_account_id) references account (county_id, id);
create index outcome_limit_member on outcome_limit (county_id, member_id, from_on);
create index outcome_limit_year on outcome_limit (county_id, year, kind);
create index outcome_limit_use on outcome_limit (county_id, use_id);
create index outcome_limit_served on outcome_limit (county_id, served_by_account_id);
create index outcome_limit_lifted on outcome_limit (county_id, lifted_by_account_id);
create table reserve_place (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  use_id uuid,
  from_on date not null,
  document text not null,
  recorded_by text not null,
  recorded_by_account_id uuid not null,
  recorded_at timestamptz not null,
  ended_on date,
  ended_document text,
  ended_use_id uuid,
  constraint reserve_place_pk primary key (county_id, id),
  constraint reserve_place_document_check check (document <> ''),
  constraint reserve_place_ended_check check ((ended_on is null) = (ended_document is null))
);
comment on table reserve_place is 'Who is a reserve cadre from when until when, by document (S-219, S-220, S-225). Read by the cadre section.';
alter table reserve_place add constraint reserve_place_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table reserve_place add constraint reserve_place_use_fk foreign key (county_id, use_id) references outcome_use (county_id, id);
alter table reserve_place add constraint reserve_place_ended_use_fk foreign key (county_id, ended_use_id) references outcome_use (county_id, id);
alter table reserve_place add constraint reserve_place_account_fk foreign key (county_id, recorded_by_account_id) references account (county_id, id);
create unique index reserve_place_one_open on reserve_place (county_id, member_id) where ended_on is null;
create index reserve_place_member on reserve_place (county_id, member_id);
create index reserve_place_use on reserve_place (county_id, use_id);
create index reserve_place_ended_use on reserve_place (county_id, ended_use_id);
create index reserve_place_account on reserve_place (county_id, recorded_by_account_id);
create table help_plan (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  use_id uuid,
  year integer not null,
  gaps text not null,
  measures text not null,
  helper_names text[] not null,
  from_on date not null,
  until_on date not null,
  state text not null,
  member_word text,
  result text,
  made_by text not null,
  made_by_account_id uuid not null,
  made_on date not null,
  evaluated_by text,
  evaluated_by_account_id uuid,
  evaluated_on date,
  constraint help_plan_pk primary key (county_id, id),
  constraint help_plan_state_check check (state in ('running', 'evaluated')),
  constraint help_plan_result_check check (result in ('changed', 'partly', 'notChanged')),
  constraint help_plan_words_check check (gaps <> '' and measures <> '' and cardinality(helper_names) > 0),
  constraint help_plan_days_check check (until_on > from_on),
  constraint help_plan_evaluated_check check ((state = 'evaluated') = (result is not null and member_word <> '' and evaluated_on is not null and evaluated_by_account_id is not null))
);
comment on table help_plan is 'Help to turn around, with gaps, measures, helpers and time, before any further step (R-187, S-223).';
comment on column help_plan.member_word is 'What the member said before it was evaluated (R-213).';
alter table help_plan add constraint help_plan_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table help_plan add constraint help_plan_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table help_plan add constraint help_plan_use_fk foreign key (county_id, use_id) references outcome_use (county_id, id);
alter table help_plan add constraint help_plan_made_fk foreign key (county_id, made_by_account_id) references account (county_id, id);
alter table help_plan add constraint help_plan_evaluated_fk foreign key (county_id, evaluated_by_account_id) references account (county_id, id);
create unique index help_plan_one_running on help_plan (county_id, member_id) where state = 'running';
create index help_plan_member on help_plan (county_id, member_id, year);
create index help_plan_party_org on help_plan (county_id, party_org_id, year);
create index help_plan_use on help_plan (county_id, use_id);
create index help_plan_made on help_plan (county_id, made_by_account_id);
create index help_plan_evaluated on help_plan (county_id, evaluated_by_account_id);
create table help_step (
  county_id uuid not null,
  id uuid not null,
  help_plan_id uuid not null,
  done_on date not null,
  words text not null,
  noted_by text not null,
  noted_by_account_id uuid not null,
  noted_at timestamptz not null,
  constraint help_step_pk primary key (county_id, id),
  constraint help_step_words_check check (words <> '')
);
comment on table help_step is 'Append-only. What was done of a help plan: a visit, a talk, a task given.';
alter table help_step add constraint help_step_plan_fk foreign key (county_id, help_plan_id) references help_plan (county_id, id);
alter table help_step add constraint help_step_account_fk foreign key (county_id, noted_by_account_id) references account (county_id, id);
create index help_step_plan on help_step (county_id, help_plan_id, done_on);
create index help_step_account on help_step (county_id, noted_by_account_id);
create table outcome_instrument (
  county_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  body text not null,
  number text not null,
  issued_on date not null,
  version integer not null,
  entered_by text not null,
  entered_by_account_id uuid not null,
  entered_at timestamptz not null,
  constraint outcome_instrument_pk primary key (county_id, id),
  constraint outcome_instrument_version_unique unique (county_id, kind, version),
  constraint outcome_instrument_kind_check check (kind in ('encouragement', 'tolerance', 'upOrDown', 'warningMeasures', 'preAppointmentExam', 'pointsInMechanisms')),
  constraint outcome_instrument_words_check check (title <> '' and body <> '' and number <> '')
);
comment on table outcome_instrument is 'Append-only. Documents an outcome rests on, version by version; the latest on a day counts (R-254, R-255).';
alter table outcome_instrument add constraint outcome_instrument_account_fk foreign key (county_id, entered_by_account_id) references account (county_id, id);
create index outcome_instrument_account on outcome_instrument (county_id, entered_by_account_id);
create table outcome_paper (
  county_id uuid not null,
  id uuid not null,
  kind text not null,
  party_org_id uuid not null,
  year integer not null,
  issuer text not null,
  number_year integer not null,
  number integer not null,
  title text not null,
  template_version text not null,
  document jsonb not null,
  persons integer not null,
  issued_by text not null,
  issued_by_account_id uuid not null,
  issued_at timestamptz not null,
  constraint outcome_paper_pk primary key (county_id, id),
  constraint outcome_paper_number_unique unique (county_id, issuer, number_year, number),
  constraint outcome_paper_kind_check check (kind in ('commendationList')),
  constraint outcome_paper_number_check check (issuer <> '' and number > 0)
);
comment on table outcome_paper is 'Append-only. Lists issued under a number: the value as it stood with its template and rules; a correction is a new paper (R-316).';
comment on column outcome_paper.year is 'Year of the results it is about.';
alter table outcome_paper add constraint outcome_paper_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table outcome_paper add constraint outcome_paper_account_fk foreign key (county_id, issued_by_account_id) references account (county_id, id);
create index outcome_paper_party_org on outcome_paper (county_id, party_org_id, year);
create index outcome_paper_account on outcome_paper (county_id, issued_by_account_id);
