alter table ledger_entry drop constraint ledger_entry_source_kind_check;
alter table ledger_entry add constraint ledger_entry_source_kind_check check (source_kind in ('claim', 'pledge', 'task', 'automatic', 'deduction', 'objection', 'year', 'transfer', 'tolerance'));

create table warning (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  body_org_id uuid not null,
  colour text not null,
  grave_for text,
  facts text not null,
  standard text not null,
  required_change text not null,
  helper_name text not null,
  change_by_on date not null,
  feedback_id uuid,
  entry_id uuid,
  state text not null,
  number_issuer text not null,
  number_year integer not null,
  number integer not null,
  drafted_by text not null,
  drafted_by_account_id uuid not null,
  drafted_at timestamptz not null,
  served_decider text,
  served_body text,
  served_decided_on date,
  served_reason text,
  served_proof text,
  served_by text,
  served_by_account_id uuid,
  served_on date,
  answer text,
  talk_on date,
  talk_by text,
  talk_by_account_id uuid,
  talk_words text,
  no_talk_for text,
  measure_kind text,
  measure_document text,
  measure_decider text,
  measure_body text,
  measure_decided_on date,
  measure_reason text,
  measure_proof text,
  measure_by text,
  measure_by_account_id uuid,
  measure_body_org_id uuid,
  measure_on date,
  ended_on date,
  ended_by text,
  ended_by_account_id uuid,
  ended_for text,
  revision integer not null default 1,
  constraint warning_pk primary key (county_id, id),
  constraint warning_number_unique unique (county_id, number_issuer, number_year, number),
  constraint warning_colour_check check (colour in ('yellow', 'orange', 'red')),
  constraint warning_grave_check check (colour = 'yellow' or grave_for <> ''),
  constraint warning_parts_check check (facts <> '' and standard <> '' and required_change <> '' and helper_name <> ''),
  constraint warning_state_check check (state in ('drafted', 'noticed', 'talked', 'measured', 'changed', 'lifted')),
  constraint warning_five_facts_check check ((state = 'drafted' and served_decided_on is null) or (served_decider <> '' and served_body <> '' and served_decided_on is not null and served_reason <> '' and served_proof <> '' and served_by_account_id is not null)),
  constraint warning_talk_check check ((talk_on is null) = (talk_words is null)),
  constraint warning_measure_kind_check check (measure_kind in ('movePost', 'nonLeadingPost', 'resign', 'orderedToResign', 'demote')),
  constraint warning_measure_check check ((state <> 'measured' or measure_kind is not null) and (measure_kind is null or (measure_document <> '' and measure_decider <> '' and measure_body <> '' and measure_decided_on is not null and measure_reason <> '' and measure_proof <> '' and measure_by_account_id is not null and talk_on is not null))),
  constraint warning_end_check check ((state in ('changed', 'lifted')) = (ended_on is not null))
);
comment on table warning is 'A warning from draft through notice, talk and change or measure (R-266, R-268, S-213). Beyond the draft it carries the five facts (R-212).';
comment on column warning.party_org_id is 'The branch the member belonged to when it was drafted.';
comment on column warning.body_org_id is 'The competent organisation in whose name it is given.';
comment on column warning.feedback_id is 'The grade it rests on; disputed while an appeal against it runs (R-217).';
comment on column warning.entry_id is 'The deduction it rests on; disputed while an objection or a tolerance case on it runs (R-217, R-261).';
comment on column warning.no_talk_for is 'Why no talk could be held so far.';
alter table warning add constraint warning_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table warning add constraint warning_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table warning add constraint warning_body_org_fk foreign key (county_id, body_org_id) references party_org (county_id, id);
alter table warning add constraint warning_measure_body_org_fk foreign key (county_id, measure_body_org_id) references party_org (county_id, id);
alter table warning add constraint warning_feedback_fk foreign key (county_id, feedback_id) references grade_feedback (county_id, id);
alter table warning add constraint warning_entry_fk foreign key (county_id, entry_id) references ledger_entry (county_id, id);
alter table warning add constraint warning_drafted_account_fk foreign key (county_id, drafted_by_account_id) references account (county_id, id);
alter table warning add constraint warning_served_account_fk foreign key (county_id, served_by_account_id) references account (county_id, id);
alter table warning add constraint warning_talk_account_fk foreign key (county_id, talk_by_account_id) references account (county_id, id);
alter table warning add constraint warning_measure_account_fk foreign key (county_id, measure_by_account_id) references account (county_id, id);
alter table warning add constraint warning_ended_account_fk foreign key (county_id, ended_by_account_id) references account (county_id, id);
create index warning_member on warning (county_id, member_id);
create index warning_party_org on warning (county_id, party_org_id, state);
create index warning_body_org on warning (county_id, body_org_id);
create index warning_measure_body_org on warning (county_id, measure_body_org_id);
create index warning_feedback on warning (county_id, feedback_id);
create index warning_entry on warning (county_id, entry_id);
create index warning_drafted_account on warning (county_id, drafted_by_account_id);
create index warning_served_account on warning (county_id, served_by_account_id);
create index warning_talk_account on warning (county_id, talk_by_account_id);
create index warning_measure_account on warning (county_id, measure_by_account_id);
create index warning_ended_account on warning (county_id, ended_by_account_id);

create table caution (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  body_org_id uuid not null,
  help_plan_id uuid not null,
  feedback_id uuid,
  gaps text not null,
  required_change text not null,
  state text not null,
  number_issuer text not null,
  number_year integer not null,
  number integer not null,
  drafted_by text not null,
  drafted_by_account_id uuid not null,
  drafted_at timestamptz not null,
  served_decider text,
  served_body text,
  served_decided_on date,
  served_reason text,
  served_proof text,
  served_by text,
  served_by_account_id uuid,
  served_on date,
  answer text,
  ended_on date,
  ended_by text,
  ended_by_account_id uuid,
  ended_for text,
  revision integer not null default 1,
  constraint caution_pk primary key (county_id, id),
  constraint caution_number_unique unique (county_id, number_issuer, number_year, number),
  constraint caution_state_check check (state in ('drafted', 'inForce', 'ended')),
  constraint caution_parts_check check (gaps <> '' and required_change <> ''),
  constraint caution_five_facts_check check ((state = 'drafted' and served_decided_on is null) or (served_decider <> '' and served_body <> '' and served_decided_on is not null and served_reason <> '' and served_proof <> '' and served_by_account_id is not null)),
  constraint caution_end_check check ((state = 'ended') = (ended_on is not null))
);
comment on table caution is 'A written caution beside a help plan (R-187); in force with the five facts (R-212).';
comment on column caution.help_plan_id is 'The help plan it goes with; nobody is cautioned and left alone.';
alter table caution add constraint caution_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table caution add constraint caution_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table caution add constraint caution_body_org_fk foreign key (county_id, body_org_id) references party_org (county_id, id);
alter table caution add constraint caution_help_plan_fk foreign key (county_id, help_plan_id) references help_plan (county_id, id);
alter table caution add constraint caution_feedback_fk foreign key (county_id, feedback_id) references grade_feedback (county_id, id);
alter table caution add constraint caution_drafted_account_fk foreign key (county_id, drafted_by_account_id) references account (county_id, id);
alter table caution add constraint caution_served_account_fk foreign key (county_id, served_by_account_id) references account (county_id, id);
alter table caution add constraint caution_ended_account_fk foreign key (county_id, ended_by_account_id) references account (county_id, id);
create index caution_member on caution (county_id, member_id);
create index caution_party_org on caution (county_id, party_org_id, state);
create index caution_body_org on caution (county_id, body_org_id);
create index caution_help_plan on caution (county_id, help_plan_id);
create index caution_feedback on caution (county_id, feedback_id);
create index caution_drafted_account on caution (county_id, drafted_by_account_id);
create index caution_served_account on caution (county_id, served_by_account_id);
create index caution_ended_account on caution (county_id, ended_by_account_id);

create table tolerance_case (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  matter text not null,
  warning_id uuid,
  applied_by text not null,
  applied_by_name text not null,
  applied_by_account_id uuid,
  applied_on date not null,
  applied_at timestamptz not null,
  state text not null,
  due_on date,
  accepted_by text,
  accepted_by_account_id uuid,
  reason text,
  conditions jsonb,
  distinctions jsonb,
  factors jsonb,
  exclusions text[],
  checked_by text,
  checked_by_account_id uuid,
  checked_on date,
  finding_body text,
  finding_body_org_id uuid,
  finding_document text,
  found_by text,
  found_by_account_id uuid,
  found_on date,
  answered_on date,
  answered_by text,
  number_issuer text,
  number_year integer,
  number integer,
  edition integer not null default 1,
  checked_before uuid[] not null default '{}',
  found_before uuid[] not null default '{}',
  revision integer not null default 1,
  constraint tolerance_case_pk primary key (county_id, id),
  constraint tolerance_case_number_unique unique (county_id, number_issuer, number_year, number),
  constraint tolerance_case_matter_check check (matter <> ''),
  constraint tolerance_case_applied_by_check check (applied_by in ('member', 'organisation')),
  constraint tolerance_case_state_check check (state in ('applied', 'accepted', 'notAccepted', 'checked', 'tolerated', 'notTolerated')),
  constraint tolerance_case_check_check check (state not in ('checked', 'tolerated', 'notTolerated') or (conditions is not null and distinctions is not null and factors is not null and exclusions is not null and checked_by_account_id is not null and checked_on is not null)),
  constraint tolerance_case_finding_check check ((state in ('tolerated', 'notTolerated')) = (found_on is not null)),
  constraint tolerance_case_found_by_check check (found_by_account_id is null or found_by_account_id <> checked_by_account_id)
);
comment on table tolerance_case is 'Tolerance of an honest error: apply, accept, check, find, answer (R-256…R-261, S-214); one matter at a time.';
comment on column tolerance_case.due_on is 'Last working day of the step that runs; nothing follows by itself.';
comment on column tolerance_case.checked_before is 'Accounts that checked earlier editions; they do not check again. The same of found_before.';
comment on column tolerance_case.edition is 'Raised when an upheld appeal has the matter checked anew (R-218).';
alter table tolerance_case add constraint tolerance_case_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table tolerance_case add constraint tolerance_case_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table tolerance_case add constraint tolerance_case_warning_fk foreign key (county_id, warning_id) references warning (county_id, id);
alter table tolerance_case add constraint tolerance_case_finding_body_org_fk foreign key (county_id, finding_body_org_id) references party_org (county_id, id);
alter table tolerance_case add constraint tolerance_case_applied_account_fk foreign key (county_id, applied_by_account_id) references account (county_id, id);
alter table tolerance_case add constraint tolerance_case_accepted_account_fk foreign key (county_id, accepted_by_account_id) references account (county_id, id);
alter table tolerance_case add constraint tolerance_case_checked_account_fk foreign key (county_id, checked_by_account_id) references account (county_id, id);
alter table tolerance_case add constraint tolerance_case_found_account_fk foreign key (county_id, found_by_account_id) references account (county_id, id);
create index tolerance_case_member on tolerance_case (county_id, member_id);
create index tolerance_case_party_org on tolerance_case (county_id, party_org_id, state);
create index tolerance_case_warning on tolerance_case (county_id, warning_id);
create index tolerance_case_finding_body_org on tolerance_case (county_id, finding_body_org_id);
create index tolerance_case_applied_account on tolerance_case (county_id, applied_by_account_id);
create index tolerance_case_accepted_account on tolerance_case (county_id, accepted_by_account_id);
create index tolerance_case_checked_account on tolerance_case (county_id, checked_by_account_id);
create index tolerance_case_found_account on tolerance_case (county_id, found_by_account_id);

create table tolerance_entry (
  county_id uuid not null,
  tolerance_id uuid not null,
  entry_id uuid not null,
  reversal_id uuid,
  constraint tolerance_entry_pk primary key (county_id, tolerance_id, entry_id)
);
comment on table tolerance_entry is 'The deductions a tolerance case names, and the line that took each back (R-261).';
comment on column tolerance_entry.reversal_id is 'Null until tolerated, or where the line had been taken back before.';
alter table tolerance_entry add constraint tolerance_entry_case_fk foreign key (county_id, tolerance_id) references tolerance_case (county_id, id);
alter table tolerance_entry add constraint tolerance_entry_entry_fk foreign key (county_id, entry_id) references ledger_entry (county_id, id);
alter table tolerance_entry add constraint tolerance_entry_reversal_fk foreign key (county_id, reversal_id) references ledger_entry (county_id, id);
create index tolerance_entry_entry on tolerance_entry (county_id, entry_id);
create index tolerance_entry_reversal on tolerance_entry (county_id, reversal_id);

create table tolerance_setting (
  county_id uuid not null,
  id uuid not null,
  accept_days integer not null,
  check_days integer not null,
  answer_days integer not null,
  document text not null,
  changed_by text not null,
  changed_by_account_id uuid not null,
  changed_at timestamptz not null,
  constraint tolerance_setting_pk primary key (county_id, id),
  constraint tolerance_setting_days_check check (accept_days >= 1 and accept_days <= 60 and check_days >= 1 and check_days <= 120 and answer_days >= 1 and answer_days <= 60)
);
comment on table tolerance_setting is 'Append-only. Working days of each step of a tolerance case (R-260); the newest counts.';
alter table tolerance_setting add constraint tolerance_setting_account_fk foreign key (county_id, changed_by_account_id) references account (county_id, id);
create index tolerance_setting_account on tolerance_setting (county_id, changed_by_account_id);

create table appeal (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  about text not null,
  told_on date not null,
  words text not null,
  raised_on date not null,
  raised_at timestamptz not null,
  taken_by text,
  taken_by_account_id uuid,
  is_late boolean not null,
  level text not null,
  body_org_id uuid,
  body_name text not null,
  state text not null,
  handler_account_id uuid,
  handler_name text,
  due_on date not null,
  answer text,
  decided_on date,
  decided_by text,
  decided_by_account_id uuid,
  persons_before uuid[] not null,
  bodies_before text[] not null,
  revision integer not null default 1,
  constraint appeal_pk primary key (county_id, id),
  constraint appeal_subject_kind_check check (subject_kind in ('warning', 'caution', 'limit', 'downMeasure', 'disposal', 'sanction', 'tolerance', 'outcomeList')),
  constraint appeal_level_check check (level in ('branch', 'baseCommittee', 'county', 'higher')),
  constraint appeal_state_check check (state in ('received', 'assigned', 'upheld', 'notUpheld', 'withdrawn')),
  constraint appeal_body_check check ((level = 'higher') = (body_org_id is null)),
  constraint appeal_words_check check (words <> ''),
  constraint appeal_handler_check check (state not in ('assigned', 'upheld', 'notUpheld') or handler_account_id is not null),
  constraint appeal_decided_check check ((state in ('upheld', 'notUpheld')) = (decided_on is not null)),
  constraint appeal_decider_check check (state not in ('upheld', 'notUpheld') or (decided_by_account_id is not null and answer <> ''))
);
comment on table appeal is 'An appeal against an outcome (R-213…R-218): decided by another body and never by who decided before. Grades have theirs in objection.';
comment on column appeal.told_on is 'The day the member was told of what it is about; later than fifteen days it is marked, never barred.';
comment on column appeal.persons_before is 'Accounts that had a hand in it or decided an earlier level.';
comment on column appeal.bodies_before is 'Organisations that decided, by id, or by name where they are outside the county.';
alter table appeal add constraint appeal_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table appeal add constraint appeal_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table appeal add constraint appeal_body_org_fk foreign key (county_id, body_org_id) references party_org (county_id, id);
alter table appeal add constraint appeal_taken_account_fk foreign key (county_id, taken_by_account_id) references account (county_id, id);
alter table appeal add constraint appeal_handler_account_fk foreign key (county_id, handler_account_id) references account (county_id, id);
alter table appeal add constraint appeal_decided_account_fk foreign key (county_id, decided_by_account_id) references account (county_id, id);
create index appeal_member on appeal (county_id, member_id);
create index appeal_party_org on appeal (county_id, party_org_id);
create index appeal_body_org on appeal (county_id, body_org_id, state);
create index appeal_taken_account on appeal (county_id, taken_by_account_id);
create index appeal_handler_account on appeal (county_id, handler_account_id);
create index appeal_decided_account on appeal (county_id, decided_by_account_id);
create index appeal_subject on appeal (county_id, subject_id, subject_kind);
create unique index appeal_open on appeal (county_id, subject_kind, subject_id) where state in ('received', 'assigned');

create table outcome_step (
  county_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  step text not null,
  words text not null,
  by_name text not null,
  account_id uuid,
  acted_at timestamptz not null,
  constraint outcome_step_pk primary key (county_id, id),
  constraint outcome_step_subject_kind_check check (subject_kind in ('warning', 'caution', 'tolerance', 'appeal'))
);
comment on table outcome_step is 'Append-only. What was done with a warning, caution, tolerance case or appeal, by whom and with which words.';
alter table outcome_step add constraint outcome_step_account_fk foreign key (county_id, account_id) references account (county_id, id);
create index outcome_step_subject on outcome_step (county_id, subject_id, acted_at);
create index outcome_step_account on outcome_step (county_id, account_id);

create table served_paper (
  county_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  edition integer not null,
  template_version text not null,
  value jsonb not null,
  signed_on date not null,
  signed_by_account_id uuid not null,
  constraint served_paper_pk primary key (county_id, id),
  constraint served_paper_edition_unique unique (county_id, subject_kind, subject_id, edition),
  constraint served_paper_subject_kind_check check (subject_kind in ('warning', 'caution', 'tolerance'))
);
comment on table served_paper is 'Append-only. A notice or finding as it was handed over, with its sources and the version of its template; a correction is a new edition.';
alter table served_paper add constraint served_paper_account_fk foreign key (county_id, signed_by_account_id) references account (county_id, id);
create index served_paper_account on served_paper (county_id, signed_by_account_id);
