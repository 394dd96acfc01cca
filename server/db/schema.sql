-- The schema after the last migration, for reading and review. Written by `npm run schema`.

create extension ltree;
create extension pg_trgm;

create table account (
  county_id uuid not null,
  id uuid not null,
  account_name text not null,
  name text not null,
  member_id uuid,
  password_hash text,
  password_set_at timestamp with time zone,
  must_change_password boolean not null default true,
  state text not null,
  state_reason text not null default ''::text,
  party_org_id uuid,
  opened_by text not null default ''::text,
  totp_sealed bytea,
  totp_confirmed_at timestamp with time zone,
  totp_last_step bigint,
  elder boolean not null default false,
  language text not null default 'zh'::text,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone
);
comment on table account is 'Who may sign in. One person, one account; never shared (R-297).';
comment on column account.account_name is 'What is typed at sign-in; small letters, kept as domain/sign-in/account-name.ts reads it.';
comment on column account.password_hash is 'Argon2id in PHC form; empty while only a one-time code can open the account.';
comment on column account.state_reason is 'Why it was stopped or started again.';
comment on column account.party_org_id is 'Where a person works who is no member here; a member''s place is the branch in the file.';
comment on column account.totp_sealed is 'Secret of the second factor, encrypted; counts once confirmed.';
comment on column account.totp_last_step is 'Last time step used, so that a code works once.';
comment on column account.last_seen_at is 'Last sign-in; the list of stale accounts counts from it (R-297).';
alter table account add constraint account_county_fk FOREIGN KEY (county_id) REFERENCES county(id);
alter table account add constraint account_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])));
alter table account add constraint account_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table account add constraint account_member_unique UNIQUE (county_id, member_id);
alter table account add constraint account_name_unique UNIQUE (county_id, account_name);
alter table account add constraint account_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table account add constraint account_pk PRIMARY KEY (county_id, id);
alter table account add constraint account_state_check CHECK ((state = ANY (ARRAY['active'::text, 'stopped'::text])));
create index account_party_org on account USING btree (county_id, party_org_id);
grant delete, insert, select, update on account to steward_app;

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
  raised_at timestamp with time zone not null,
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
  revision integer not null default 1
);
comment on table appeal is 'An appeal against an outcome (R-213…R-218): decided by another body and never by who decided before. Grades have theirs in objection.';
comment on column appeal.told_on is 'The day the member was told of what it is about; later than fifteen days it is marked, never barred.';
comment on column appeal.persons_before is 'Accounts that had a hand in it or decided an earlier level.';
comment on column appeal.bodies_before is 'Organisations that decided, by id, or by name where they are outside the county.';
alter table appeal add constraint appeal_body_check CHECK (((level = 'higher'::text) = (body_org_id IS NULL)));
alter table appeal add constraint appeal_body_org_fk FOREIGN KEY (county_id, body_org_id) REFERENCES party_org(county_id, id);
alter table appeal add constraint appeal_decided_account_fk FOREIGN KEY (county_id, decided_by_account_id) REFERENCES account(county_id, id);
alter table appeal add constraint appeal_decided_check CHECK (((state = ANY (ARRAY['upheld'::text, 'notUpheld'::text])) = (decided_on IS NOT NULL)));
alter table appeal add constraint appeal_decider_check CHECK (((state <> ALL (ARRAY['upheld'::text, 'notUpheld'::text])) OR ((decided_by_account_id IS NOT NULL) AND (answer <> ''::text))));
alter table appeal add constraint appeal_handler_account_fk FOREIGN KEY (county_id, handler_account_id) REFERENCES account(county_id, id);
alter table appeal add constraint appeal_handler_check CHECK (((state <> ALL (ARRAY['assigned'::text, 'upheld'::text, 'notUpheld'::text])) OR (handler_account_id IS NOT NULL)));
alter table appeal add constraint appeal_level_check CHECK ((level = ANY (ARRAY['branch'::text, 'baseCommittee'::text, 'county'::text, 'higher'::text])));
alter table appeal add constraint appeal_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table appeal add constraint appeal_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table appeal add constraint appeal_pk PRIMARY KEY (county_id, id);
alter table appeal add constraint appeal_state_check CHECK ((state = ANY (ARRAY['received'::text, 'assigned'::text, 'upheld'::text, 'notUpheld'::text, 'withdrawn'::text])));
alter table appeal add constraint appeal_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['warning'::text, 'caution'::text, 'limit'::text, 'downMeasure'::text, 'disposal'::text, 'sanction'::text, 'tolerance'::text, 'outcomeList'::text])));
alter table appeal add constraint appeal_taken_account_fk FOREIGN KEY (county_id, taken_by_account_id) REFERENCES account(county_id, id);
alter table appeal add constraint appeal_words_check CHECK ((words <> ''::text));
create index appeal_body_org on appeal USING btree (county_id, body_org_id, state);
create index appeal_decided_account on appeal USING btree (county_id, decided_by_account_id);
create index appeal_handler_account on appeal USING btree (county_id, handler_account_id);
create index appeal_member on appeal USING btree (county_id, member_id);
create unique index appeal_open on appeal USING btree (county_id, subject_kind, subject_id) WHERE (state = ANY (ARRAY['received'::text, 'assigned'::text]));
create index appeal_party_org on appeal USING btree (county_id, party_org_id);
create index appeal_subject on appeal USING btree (county_id, subject_id, subject_kind);
create index appeal_taken_account on appeal USING btree (county_id, taken_by_account_id);
grant delete, insert, select, update on appeal to steward_app;

create table appraisal (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  year integer not null,
  stage text not null,
  basis_body text not null default ''::text,
  basis_number text not null default ''::text,
  basis_on date,
  with_life_meeting boolean not null default false,
  in_groups boolean not null default false,
  assembly_on date,
  should_attend integer,
  present integer,
  assembly_chair text not null default ''::text,
  notice_id uuid,
  edition integer not null default 0,
  signed_on date,
  opened_by text not null,
  opened_by_account_id uuid,
  opened_at timestamp with time zone not null,
  revision integer not null default 1
);
comment on table appraisal is 'The yearly appraisal of a branch, one stage after the other (R-178, S-201).';
comment on column appraisal.basis_on is 'Day of the document that orders it (S-202).';
comment on column appraisal.in_groups is 'Self and peer steps in groups (R-179); the ballot is always of the whole branch.';
comment on column appraisal.edition is 'Times the settlement was signed; results of the last edition count.';
comment on column appraisal.signed_on is 'Day the settlement that counts was signed; empty while it is being written.';
alter table appraisal add constraint appraisal_account_fk FOREIGN KEY (county_id, opened_by_account_id) REFERENCES account(county_id, id);
alter table appraisal add constraint appraisal_assembly_check CHECK ((((assembly_on IS NULL) = (should_attend IS NULL)) AND ((assembly_on IS NULL) = (present IS NULL))));
alter table appraisal add constraint appraisal_basis_check CHECK (((stage = 'basis'::text) OR ((basis_body <> ''::text) AND (basis_number <> ''::text) AND (basis_on IS NOT NULL))));
alter table appraisal add constraint appraisal_notice_fk FOREIGN KEY (county_id, notice_id) REFERENCES notice(county_id, id);
alter table appraisal add constraint appraisal_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table appraisal add constraint appraisal_pk PRIMARY KEY (county_id, id);
alter table appraisal add constraint appraisal_signed_check CHECK (((stage = ANY (ARRAY['basis'::text, 'roll'::text, 'dutyReports'::text, 'self'::text, 'peers'::text, 'ballots'::text, 'settlement'::text])) OR (signed_on IS NOT NULL)));
alter table appraisal add constraint appraisal_stage_check CHECK ((stage = ANY (ARRAY['basis'::text, 'roll'::text, 'dutyReports'::text, 'self'::text, 'peers'::text, 'ballots'::text, 'settlement'::text, 'notice'::text, 'feedback'::text, 'rectification'::text, 'closed'::text])));
alter table appraisal add constraint appraisal_year_unique UNIQUE (county_id, party_org_id, year);
create index appraisal_account on appraisal USING btree (county_id, opened_by_account_id);
create index appraisal_notice on appraisal USING btree (county_id, notice_id);
create index appraisal_year on appraisal USING btree (county_id, year, stage);
grant delete, insert, select, update on appraisal to steward_app;

create table appraisal_move (
  county_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  move text not null,
  member_id uuid,
  words text not null default ''::text,
  by_name text not null,
  account_id uuid,
  moved_at timestamp with time zone not null
);
comment on table appraisal_move is 'Append-only. What happened to an appraisal, by whom and when; nothing of a ballot is ever written here (R-184).';
comment on column appraisal_move.words is 'The stage that was entered, or the reason.';
alter table appraisal_move add constraint appraisal_move_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table appraisal_move add constraint appraisal_move_appraisal_fk FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal(county_id, id);
alter table appraisal_move add constraint appraisal_move_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table appraisal_move add constraint appraisal_move_move_check CHECK ((move = ANY (ARRAY['open'::text, 'goOn'::text, 'goBack'::text, 'place'::text, 'assembly'::text, 'openBox'::text, 'countPaper'::text, 'closeBox'::text, 'meeting'::text, 'settle'::text, 'sign'::text, 'notice'::text, 'tell'::text, 'confirm'::text, 'answer'::text, 'appeal'::text, 'correct'::text])));
alter table appraisal_move add constraint appraisal_move_pk PRIMARY KEY (county_id, id);
create index appraisal_move_account on appraisal_move USING btree (county_id, account_id);
create index appraisal_move_appraisal on appraisal_move USING btree (county_id, appraisal_id);
create index appraisal_move_member on appraisal_move USING btree (county_id, member_id);
grant insert, select on appraisal_move to steward_app;

create table appraisal_problem (
  county_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  member_id uuid not null,
  found_by text not null,
  words text not null,
  recorded_by text not null,
  recorded_by_account_id uuid,
  recorded_at timestamp with time zone not null
);
comment on table appraisal_problem is 'Append-only. Problems found by oneself, the organisation and the masses (S-209, R-229); spoken to in the next duty report.';
alter table appraisal_problem add constraint appraisal_problem_account_fk FOREIGN KEY (county_id, recorded_by_account_id) REFERENCES account(county_id, id);
alter table appraisal_problem add constraint appraisal_problem_appraisal_fk FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal(county_id, id);
alter table appraisal_problem add constraint appraisal_problem_found_by_check CHECK ((found_by = ANY (ARRAY['self'::text, 'organisation'::text, 'masses'::text])));
alter table appraisal_problem add constraint appraisal_problem_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table appraisal_problem add constraint appraisal_problem_pk PRIMARY KEY (county_id, id);
alter table appraisal_problem add constraint appraisal_problem_words_check CHECK ((words <> ''::text));
create index appraisal_problem_account on appraisal_problem USING btree (county_id, recorded_by_account_id);
create index appraisal_problem_appraisal on appraisal_problem USING btree (county_id, appraisal_id);
create index appraisal_problem_member on appraisal_problem USING btree (county_id, member_id);
grant insert, select on appraisal_problem to steward_app;

create table appraisal_roll (
  county_id uuid not null,
  appraisal_id uuid not null,
  member_id uuid not null,
  place text not null,
  reason text not null,
  decision_body text not null default ''::text,
  decision_number text not null default ''::text,
  decision_on date,
  host_org_id uuid,
  home_org_id uuid,
  owes_report boolean not null,
  spoken_group text not null default ''::text
);
comment on table appraisal_roll is 'Who takes part in an appraisal and how; each line carries its reason (R-170, R-183, R-247).';
comment on column appraisal_roll.spoken_group is 'Group of the self and peer steps, where they take place in groups.';
alter table appraisal_roll add constraint appraisal_roll_appraisal_fk FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal(county_id, id);
alter table appraisal_roll add constraint appraisal_roll_exempt_check CHECK (((place <> 'exempt'::text) OR ((decision_body <> ''::text) AND (decision_number <> ''::text) AND (decision_on IS NOT NULL))));
alter table appraisal_roll add constraint appraisal_roll_guest_check CHECK (((reason = 'guest'::text) = (home_org_id IS NOT NULL)));
alter table appraisal_roll add constraint appraisal_roll_home_fk FOREIGN KEY (county_id, home_org_id) REFERENCES party_org(county_id, id);
alter table appraisal_roll add constraint appraisal_roll_host_check CHECK (((place = 'atHost'::text) = (host_org_id IS NOT NULL)));
alter table appraisal_roll add constraint appraisal_roll_host_fk FOREIGN KEY (county_id, host_org_id) REFERENCES party_org(county_id, id);
alter table appraisal_roll add constraint appraisal_roll_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table appraisal_roll add constraint appraisal_roll_pk PRIMARY KEY (county_id, appraisal_id, member_id);
alter table appraisal_roll add constraint appraisal_roll_place_check CHECK ((place = ANY (ARRAY['graded'::text, 'withoutGrade'::text, 'atHost'::text, 'exempt'::text])));
alter table appraisal_roll add constraint appraisal_roll_reason_check CHECK ((reason = ANY (ARRAY['fullMember'::text, 'probationary'::text, 'floatingAtHost'::text, 'floatingHere'::text, 'guest'::text, 'exemptByDecision'::text, 'membershipStopped'::text])));
create index appraisal_roll_home on appraisal_roll USING btree (county_id, home_org_id);
create index appraisal_roll_host on appraisal_roll USING btree (county_id, host_org_id);
create index appraisal_roll_member on appraisal_roll USING btree (county_id, member_id);
grant delete, insert, select, update on appraisal_roll to steward_app;

create table audit_entry (
  county_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid,
  actor_name text not null,
  operation text not null,
  outcome text not null,
  subject jsonb not null,
  address text not null
);
comment on table audit_entry is 'Append-only. Who did what, when, with which result (R-303); failures too.';
comment on column audit_entry.outcome is 'done, or the code of the refusal or problem.';
comment on column audit_entry.subject is 'What it was about: ids, counts, purposes; never secrets.';
alter table audit_entry add constraint audit_entry_county_fk FOREIGN KEY (county_id) REFERENCES county(id);
alter table audit_entry add constraint audit_entry_pk PRIMARY KEY (county_id, id);
create index audit_entry_account on audit_entry USING btree (county_id, account_id, at DESC);
create index audit_entry_at on audit_entry USING btree (county_id, at DESC);
grant insert, select on audit_entry to steward_app;

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
  closed_on date
);
comment on table ballot_box is 'One of the two boxes of an appraisal (R-184, R-188). It closes once and never opens again.';
comment on column ballot_box.graded is 'The members the papers name, as the roll stood when the box was opened.';
comment on column ballot_box.issued is 'Tokens given out and not taken back for a paper, counted when it closed.';
comment on column ballot_box.seal is 'Root over all receipts and slips in the order of their keys, printed in the minutes.';
alter table ballot_box add constraint ballot_box_appraisal_fk FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal(county_id, id);
alter table ballot_box add constraint ballot_box_closed_check CHECK (((state = 'closed'::text) = ((closed_on IS NOT NULL) AND (seal IS NOT NULL) AND (issued IS NOT NULL))));
alter table ballot_box add constraint ballot_box_paper_check CHECK ((paper = ANY (ARRAY['members'::text, 'masses'::text])));
alter table ballot_box add constraint ballot_box_paper_unique UNIQUE (county_id, appraisal_id, paper);
alter table ballot_box add constraint ballot_box_pk PRIMARY KEY (county_id, id);
alter table ballot_box add constraint ballot_box_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])));
grant delete, insert, select, update on ballot_box to steward_app;

create table ballot_receipt (
  county_id uuid not null,
  box_id uuid not null,
  digest text not null
);
comment on table ballot_receipt is 'One digest for each ballot in the box; no time, no person, no order (R-184).';
alter table ballot_receipt add constraint ballot_receipt_box_fk FOREIGN KEY (county_id, box_id) REFERENCES ballot_box(county_id, id);
alter table ballot_receipt add constraint ballot_receipt_pk PRIMARY KEY (county_id, box_id, digest);
grant delete, insert, select, update on ballot_receipt to steward_app;

create table ballot_slip (
  county_id uuid not null,
  box_id uuid not null,
  key text not null,
  member_id uuid not null,
  grade text not null
);
comment on table ballot_slip is 'One mark about one person. Slips of one ballot cannot be told from those of another; written anew in the order of their keys when the box closes (R-184).';
comment on column ballot_slip.key is 'Digest made with the receipt, which the voter alone holds.';
comment on column ballot_slip.member_id is 'Among the graded of the box. No foreign key: its lock would write the transaction that casts onto all members but the voter.';
alter table ballot_slip add constraint ballot_slip_box_fk FOREIGN KEY (county_id, box_id) REFERENCES ballot_box(county_id, id);
alter table ballot_slip add constraint ballot_slip_grade_check CHECK ((grade = ANY (ARRAY['excellent'::text, 'qualified'::text, 'basicallyQualified'::text, 'unqualified'::text])));
alter table ballot_slip add constraint ballot_slip_pk PRIMARY KEY (county_id, box_id, key);
create index ballot_slip_member on ballot_slip USING btree (county_id, member_id);
grant delete, insert, select, update on ballot_slip to steward_app;

create table ballot_token (
  county_id uuid not null,
  box_id uuid not null,
  digest text not null,
  voter_id uuid not null
);
comment on table ballot_token is 'Tokens given out and not yet used, by digest. Casting removes the row: the link to the person is destroyed (R-184).';
alter table ballot_token add constraint ballot_token_pk PRIMARY KEY (county_id, box_id, digest);
alter table ballot_token add constraint ballot_token_voter_fk FOREIGN KEY (county_id, box_id, voter_id) REFERENCES ballot_voter(county_id, box_id, id);
alter table ballot_token add constraint ballot_token_voter_unique UNIQUE (county_id, box_id, voter_id);
grant delete, insert, select, update on ballot_token to steward_app;

create table ballot_voter (
  county_id uuid not null,
  box_id uuid not null,
  id uuid not null,
  member_id uuid,
  name text not null,
  state text not null
);
comment on table ballot_voter is 'Who may vote once. Casting never touches this row, so that no mark of the database leads from it to a ballot (R-184).';
comment on column ballot_voter.id is 'Drawn by chance, not by time.';
comment on column ballot_voter.state is 'tokenGiven says nothing about whether the token was used.';
alter table ballot_voter add constraint ballot_voter_box_fk FOREIGN KEY (county_id, box_id) REFERENCES ballot_box(county_id, id);
alter table ballot_voter add constraint ballot_voter_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table ballot_voter add constraint ballot_voter_member_unique UNIQUE (county_id, box_id, member_id);
alter table ballot_voter add constraint ballot_voter_pk PRIMARY KEY (county_id, box_id, id);
alter table ballot_voter add constraint ballot_voter_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'tokenGiven'::text, 'onPaper'::text])));
create index ballot_voter_member on ballot_voter USING btree (county_id, member_id);
grant delete, insert, select, update on ballot_voter to steward_app;

create table calendar_change (
  county_id uuid not null,
  id uuid not null,
  day_on date not null,
  before jsonb,
  after jsonb,
  reason text not null,
  author_name text not null,
  account_id uuid,
  recorded_at timestamp with time zone not null
);
comment on table calendar_change is 'Append-only. Who changed the working-day calendar and why (R-276).';
alter table calendar_change add constraint calendar_change_county_fk FOREIGN KEY (county_id) REFERENCES county(id);
alter table calendar_change add constraint calendar_change_pk PRIMARY KEY (county_id, id);
create index calendar_change_day on calendar_change USING btree (county_id, day_on);
grant insert, select on calendar_change to steward_app;

create table calendar_day (
  county_id uuid not null,
  day_on date not null,
  kind text not null,
  festival text not null,
  name text not null,
  provisional boolean not null
);
comment on table calendar_day is 'Days that differ from their weekday: holidays and make-up days (R-276).';
comment on column calendar_day.provisional is 'The yearly arrangement of the State Council is not out or not entered.';
alter table calendar_day add constraint calendar_day_county_fk FOREIGN KEY (county_id) REFERENCES county(id);
alter table calendar_day add constraint calendar_day_festival_check CHECK ((festival = ANY (ARRAY['newYear'::text, 'springFestival'::text, 'qingming'::text, 'labourDay'::text, 'dragonBoat'::text, 'midAutumn'::text, 'nationalDay'::text, 'other'::text])));
alter table calendar_day add constraint calendar_day_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'makeUpDay'::text])));
alter table calendar_day add constraint calendar_day_pk PRIMARY KEY (county_id, day_on);
grant delete, insert, select, update on calendar_day to steward_app;

create table carried_base (
  county_id uuid not null,
  year integer not null,
  member_id uuid not null,
  edition integer not null,
  closing_id uuid not null,
  party_org_id uuid not null,
  points integer not null,
  outside_caps integer not null,
  appraisal_score integer,
  appraisal_percent integer not null,
  scheme_version_id uuid not null,
  percent integer not null,
  base integer,
  entry_id uuid,
  words text not null,
  reason text not null default ''::text,
  carried_at timestamp with time zone not null
);
comment on table carried_base is 'Append-only. What a member carries out of a year into the next, with the sum; a result that changes later is carried again as the next edition (R-230, R-231, R-218). In hundredths.';
comment on column carried_base.year is 'The year that was closed; the base is of the one after.';
comment on column carried_base.party_org_id is 'The branch the line was posted in: the member''s own on that day.';
comment on column carried_base.points is 'Points of the year with base and capped bonus.';
comment on column carried_base.outside_caps is 'Bonuses outside the caps: shown, not carried.';
comment on column carried_base.scheme_version_id is 'The version whose share was taken: the one that counts for the member in January.';
comment on column carried_base.base is 'Empty where the class carries nothing over.';
alter table carried_base add constraint carried_base_closing_fk FOREIGN KEY (county_id, closing_id) REFERENCES year_closing(county_id, id);
alter table carried_base add constraint carried_base_entry_fk FOREIGN KEY (county_id, entry_id) REFERENCES ledger_entry(county_id, id);
alter table carried_base add constraint carried_base_line_check CHECK ((((base IS NULL) = (percent = 0)) AND ((entry_id IS NULL) OR (base IS NOT NULL))));
alter table carried_base add constraint carried_base_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table carried_base add constraint carried_base_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table carried_base add constraint carried_base_percent_check CHECK (((percent >= 0) AND (percent <= 100) AND (appraisal_percent >= 0) AND (appraisal_percent <= 100)));
alter table carried_base add constraint carried_base_pk PRIMARY KEY (county_id, year, member_id, edition);
alter table carried_base add constraint carried_base_reason_check CHECK (((edition = 1) OR (reason <> ''::text)));
alter table carried_base add constraint carried_base_scheme_version_fk FOREIGN KEY (county_id, scheme_version_id) REFERENCES scheme_version(county_id, id);
create index carried_base_closing on carried_base USING btree (county_id, closing_id);
create index carried_base_entry on carried_base USING btree (county_id, entry_id);
create index carried_base_member on carried_base USING btree (county_id, member_id, year);
create index carried_base_party_org on carried_base USING btree (county_id, party_org_id, year);
create index carried_base_scheme_version on carried_base USING btree (county_id, scheme_version_id);
grant insert, select on carried_base to steward_app;

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
  drafted_at timestamp with time zone not null,
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
  revision integer not null default 1
);
comment on table caution is 'A written caution beside a help plan (R-187); in force with the five facts (R-212).';
comment on column caution.help_plan_id is 'The help plan it goes with; nobody is cautioned and left alone.';
alter table caution add constraint caution_body_org_fk FOREIGN KEY (county_id, body_org_id) REFERENCES party_org(county_id, id);
alter table caution add constraint caution_drafted_account_fk FOREIGN KEY (county_id, drafted_by_account_id) REFERENCES account(county_id, id);
alter table caution add constraint caution_end_check CHECK (((state = 'ended'::text) = (ended_on IS NOT NULL)));
alter table caution add constraint caution_ended_account_fk FOREIGN KEY (county_id, ended_by_account_id) REFERENCES account(county_id, id);
alter table caution add constraint caution_feedback_fk FOREIGN KEY (county_id, feedback_id) REFERENCES grade_feedback(county_id, id);
alter table caution add constraint caution_five_facts_check CHECK ((((state = 'drafted'::text) AND (served_decided_on IS NULL)) OR ((served_decider <> ''::text) AND (served_body <> ''::text) AND (served_decided_on IS NOT NULL) AND (served_reason <> ''::text) AND (served_proof <> ''::text) AND (served_by_account_id IS NOT NULL))));
alter table caution add constraint caution_help_plan_fk FOREIGN KEY (county_id, help_plan_id) REFERENCES help_plan(county_id, id);
alter table caution add constraint caution_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table caution add constraint caution_number_unique UNIQUE (county_id, number_issuer, number_year, number);
alter table caution add constraint caution_parts_check CHECK (((gaps <> ''::text) AND (required_change <> ''::text)));
alter table caution add constraint caution_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table caution add constraint caution_pk PRIMARY KEY (county_id, id);
alter table caution add constraint caution_served_account_fk FOREIGN KEY (county_id, served_by_account_id) REFERENCES account(county_id, id);
alter table caution add constraint caution_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'inForce'::text, 'ended'::text])));
create index caution_body_org on caution USING btree (county_id, body_org_id);
create index caution_drafted_account on caution USING btree (county_id, drafted_by_account_id);
create index caution_ended_account on caution USING btree (county_id, ended_by_account_id);
create index caution_feedback on caution USING btree (county_id, feedback_id);
create index caution_help_plan on caution USING btree (county_id, help_plan_id);
create index caution_member on caution USING btree (county_id, member_id);
create index caution_party_org on caution USING btree (county_id, party_org_id, state);
create index caution_served_account on caution USING btree (county_id, served_by_account_id);
grant delete, insert, select, update on caution to steward_app;

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
  submitted_at timestamp with time zone not null,
  written_on date,
  quantity integer not null,
  chosen integer,
  said text not null default ''::text,
  place text,
  host_branch text not null default ''::text,
  entry_by text not null,
  entry_account_id uuid,
  entered_by text not null,
  helper_name text not null default ''::text,
  consent_how text,
  consent_on date,
  paper text not null default ''::text,
  late_reason text,
  state text not null,
  level text not null,
  level_since_on date not null,
  decide_by_on date not null,
  round integer not null default 1,
  decided_by uuid,
  decided_by_name text,
  decided_on date,
  decided_at timestamp with time zone,
  reason text,
  entry_id uuid,
  confirmed_by_member boolean not null,
  confirmed_at timestamp with time zone,
  revision integer not null default 1
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
alter table claim add constraint claim_consent_how_check CHECK ((consent_how = ANY (ARRAY['spoken'::text, 'written'::text, 'standing'::text])));
alter table claim add constraint claim_days_check CHECK ((deed_on <= submitted_on));
alter table claim add constraint claim_decided_account_fk FOREIGN KEY (county_id, decided_by) REFERENCES account(county_id, id);
alter table claim add constraint claim_decided_check CHECK (((state <> ALL (ARRAY['approved'::text, 'adjusted'::text, 'returned'::text, 'refused'::text])) OR ((decided_by_name IS NOT NULL) AND (decided_on IS NOT NULL) AND (decided_at IS NOT NULL))));
alter table claim add constraint claim_device_key_unique UNIQUE (county_id, member_id, device_key);
alter table claim add constraint claim_entry_account_fk FOREIGN KEY (county_id, entry_account_id) REFERENCES account(county_id, id);
alter table claim add constraint claim_entry_by_check CHECK ((entry_by = ANY (ARRAY['member'::text, 'helper'::text, 'secretary'::text])));
alter table claim add constraint claim_entry_check CHECK ((((entry_by <> 'helper'::text) OR ((helper_name <> ''::text) AND (consent_how IS NOT NULL) AND (consent_on IS NOT NULL))) AND ((entry_by <> 'secretary'::text) OR (paper <> ''::text))));
alter table claim add constraint claim_entry_fk FOREIGN KEY (county_id, entry_id) REFERENCES ledger_entry(county_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table claim add constraint claim_entry_id_check CHECK (((state = ANY (ARRAY['approved'::text, 'adjusted'::text])) = (entry_id IS NOT NULL)));
alter table claim add constraint claim_level_check CHECK ((level = ANY (ARRAY['branch'::text, 'baseCommittee'::text, 'county'::text])));
alter table claim add constraint claim_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table claim add constraint claim_number_unique UNIQUE (county_id, party_org_id, number);
alter table claim add constraint claim_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table claim add constraint claim_pk PRIMARY KEY (county_id, id);
alter table claim add constraint claim_pledge_fk FOREIGN KEY (county_id, pledge_id) REFERENCES pledge(county_id, id);
alter table claim add constraint claim_quantity_check CHECK ((quantity > 0));
alter table claim add constraint claim_reason_check CHECK (((state <> ALL (ARRAY['adjusted'::text, 'returned'::text, 'refused'::text])) OR (reason <> ''::text)));
alter table claim add constraint claim_scheme_version_fk FOREIGN KEY (county_id, scheme_version_id) REFERENCES scheme_version(county_id, id);
alter table claim add constraint claim_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'approved'::text, 'adjusted'::text, 'returned'::text, 'refused'::text, 'withdrawn'::text])));
alter table claim add constraint claim_target_check CHECK ((((target_kind = 'pledge'::text) = (pledge_id IS NOT NULL)) AND ((target_kind = 'task'::text) = (task_id IS NOT NULL))));
alter table claim add constraint claim_target_kind_check CHECK ((target_kind = ANY (ARRAY['item'::text, 'pledge'::text, 'task'::text])));
alter table claim add constraint claim_task_fk FOREIGN KEY (county_id, task_id) REFERENCES task(county_id, id);
create index claim_decided_account on claim USING btree (county_id, decided_by);
create index claim_entry_account on claim USING btree (county_id, entry_account_id);
create index claim_ledger_entry on claim USING btree (county_id, entry_id);
create index claim_member on claim USING btree (county_id, member_id, deed_on);
create index claim_overdue on claim USING btree (county_id, level, decide_by_on) WHERE (state = 'submitted'::text);
create index claim_party_org on claim USING btree (county_id, party_org_id, deed_on);
create index claim_pledge on claim USING btree (county_id, pledge_id, deed_on);
create index claim_scheme_version on claim USING btree (county_id, scheme_version_id);
create index claim_task on claim USING btree (county_id, task_id);
create index claim_waiting on claim USING btree (county_id, party_org_id, level, level_since_on) WHERE (state = 'submitted'::text);
grant delete, insert, select, update on claim to steward_app;

create table claim_approval (
  county_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  round integer not null,
  level text not null,
  account_id uuid not null,
  by_name text not null,
  approved_on date not null,
  approved_at timestamp with time zone not null,
  takes_back uuid
);
comment on table claim_approval is 'Append-only. Who approved a claim at which level (R-241); what counts is of the claim''s round and not taken back.';
comment on column claim_approval.takes_back is 'The approval this line takes back.';
alter table claim_approval add constraint claim_approval_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table claim_approval add constraint claim_approval_claim_fk FOREIGN KEY (county_id, claim_id) REFERENCES claim(county_id, id);
alter table claim_approval add constraint claim_approval_level_check CHECK ((level = ANY (ARRAY['branch'::text, 'baseCommittee'::text, 'county'::text])));
alter table claim_approval add constraint claim_approval_pk PRIMARY KEY (county_id, id);
create index claim_approval_account on claim_approval USING btree (county_id, account_id);
create index claim_approval_claim on claim_approval USING btree (county_id, claim_id);
grant insert, select on claim_approval to steward_app;

create table claim_count (
  county_id uuid not null,
  party_org_id uuid not null,
  year integer not null,
  last_no integer not null
);
comment on table claim_count is 'How many claims a branch has numbered in a year of deeds.';
alter table claim_count add constraint claim_count_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table claim_count add constraint claim_count_pk PRIMARY KEY (county_id, party_org_id, year);
grant delete, insert, select, update on claim_count to steward_app;

create table claim_evidence (
  county_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  kind text not null,
  file_id uuid,
  sha256 text,
  note text not null default ''::text,
  added_by text not null,
  added_at timestamp with time zone not null,
  dropped_at timestamp with time zone
);
comment on table claim_evidence is 'What proves a claim beside witnesses: photo, paper or roster; none is compulsory.';
comment on column claim_evidence.sha256 is 'Of the file as it was added; goes into the line of the ledger.';
comment on column claim_evidence.dropped_at is 'Taken out when a returned claim was completed; kept for the history.';
alter table claim_evidence add constraint claim_evidence_claim_fk FOREIGN KEY (county_id, claim_id) REFERENCES claim(county_id, id);
alter table claim_evidence add constraint claim_evidence_file_check CHECK ((((file_id IS NULL) = (sha256 IS NULL)) AND ((kind <> 'photo'::text) OR (file_id IS NOT NULL))));
alter table claim_evidence add constraint claim_evidence_file_fk FOREIGN KEY (county_id, file_id) REFERENCES stored_file(county_id, id);
alter table claim_evidence add constraint claim_evidence_kind_check CHECK ((kind = ANY (ARRAY['photo'::text, 'paper'::text, 'roster'::text])));
alter table claim_evidence add constraint claim_evidence_pk PRIMARY KEY (county_id, id);
create index claim_evidence_claim on claim_evidence USING btree (county_id, claim_id);
create index claim_evidence_file on claim_evidence USING btree (county_id, file_id);
grant delete, insert, select, update on claim_evidence to steward_app;

create table claim_move (
  county_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  move text not null,
  level text not null,
  facts jsonb not null default '{}'::jsonb,
  reason text not null default ''::text,
  by_name text not null,
  account_id uuid,
  moved_at timestamp with time zone not null
);
comment on table claim_move is 'Append-only. What happened to a claim: who, when, why; the member reads all of it (R-215).';
comment on column claim_move.facts is 'Values before and after, points credited, the cap that held.';
alter table claim_move add constraint claim_move_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table claim_move add constraint claim_move_claim_fk FOREIGN KEY (county_id, claim_id) REFERENCES claim(county_id, id);
alter table claim_move add constraint claim_move_level_check CHECK ((level = ANY (ARRAY['branch'::text, 'baseCommittee'::text, 'county'::text])));
alter table claim_move add constraint claim_move_move_check CHECK ((move = ANY (ARRAY['submit'::text, 'enter'::text, 'resubmit'::text, 'confirm'::text, 'disown'::text, 'withdraw'::text, 'nameWitness'::text, 'answerWitness'::text, 'approve'::text, 'passOn'::text, 'adjust'::text, 'return'::text, 'refuse'::text, 'escalate'::text, 'takeBack'::text, 'correct'::text])));
alter table claim_move add constraint claim_move_pk PRIMARY KEY (county_id, id);
create index claim_move_account on claim_move USING btree (county_id, account_id);
create index claim_move_claim on claim_move USING btree (county_id, claim_id, moved_at);
grant insert, select on claim_move to steward_app;

create table claim_stand_in (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  member_id uuid not null,
  appointed_by text not null,
  appointed_by_account_id uuid,
  appointed_on date not null,
  ended_by text,
  ended_on date
);
comment on table claim_stand_in is 'Members whom their branch lets report for others with consent (R-338).';
alter table claim_stand_in add constraint claim_stand_in_account_fk FOREIGN KEY (county_id, appointed_by_account_id) REFERENCES account(county_id, id);
alter table claim_stand_in add constraint claim_stand_in_ended_check CHECK (((ended_by IS NULL) = (ended_on IS NULL)));
alter table claim_stand_in add constraint claim_stand_in_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table claim_stand_in add constraint claim_stand_in_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table claim_stand_in add constraint claim_stand_in_pk PRIMARY KEY (county_id, id);
create index claim_stand_in_account on claim_stand_in USING btree (county_id, appointed_by_account_id);
create index claim_stand_in_member on claim_stand_in USING btree (county_id, member_id);
create unique index claim_stand_in_once on claim_stand_in USING btree (county_id, party_org_id, member_id) WHERE (ended_on IS NULL);
create index claim_stand_in_party_org on claim_stand_in USING btree (county_id, party_org_id);
grant delete, insert, select, update on claim_stand_in to steward_app;

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
  answered_at timestamp with time zone,
  how text,
  note text not null default ''::text,
  taken_by text,
  taken_by_account_id uuid
);
comment on table claim_witness is 'Who can say that a deed was done, and what they said: by screen, or taken down by an officer (R-338).';
comment on column claim_witness.member_id is 'Empty for somebody who is no member of the county.';
alter table claim_witness add constraint claim_witness_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])));
alter table claim_witness add constraint claim_witness_answered_check CHECK ((((answer IS NULL) = (answered_on IS NULL)) AND ((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (how IS NULL))));
alter table claim_witness add constraint claim_witness_claim_fk FOREIGN KEY (county_id, claim_id) REFERENCES claim(county_id, id);
alter table claim_witness add constraint claim_witness_how_check CHECK ((how = ANY (ARRAY['screen'::text, 'phone'::text, 'inPerson'::text])));
alter table claim_witness add constraint claim_witness_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table claim_witness add constraint claim_witness_name_check CHECK ((name <> ''::text));
alter table claim_witness add constraint claim_witness_pk PRIMARY KEY (county_id, id);
alter table claim_witness add constraint claim_witness_taken_account_fk FOREIGN KEY (county_id, taken_by_account_id) REFERENCES account(county_id, id);
alter table claim_witness add constraint claim_witness_taken_check CHECK (((how IS NULL) OR ((how = 'screen'::text) = (taken_by IS NULL))));
create index claim_witness_claim on claim_witness USING btree (county_id, claim_id);
create index claim_witness_member on claim_witness USING btree (county_id, member_id);
create unique index claim_witness_once on claim_witness USING btree (county_id, claim_id, member_id) WHERE (member_id IS NOT NULL);
create index claim_witness_open on claim_witness USING btree (county_id, member_id) WHERE (answer IS NULL);
create index claim_witness_taken_account on claim_witness USING btree (county_id, taken_by_account_id);
grant delete, insert, select, update on claim_witness to steward_app;

create table committee_post (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  term_id uuid,
  member_id uuid not null,
  post text not null,
  from_on date not null,
  until_on date,
  filled_by text not null,
  document_number text not null,
  end_reason text not null default ''::text
);
comment on table committee_post is 'Posts held in a term (R-006); leaders of groups (R-017) without term.';
comment on column committee_post.until_on is 'Last day held; the day before the start when the post was never taken up.';
alter table committee_post add constraint committee_post_dates_check CHECK ((until_on >= (from_on - 1)));
alter table committee_post add constraint committee_post_filled_by_check CHECK ((filled_by = ANY (ARRAY['election'::text, 'appointment'::text])));
alter table committee_post add constraint committee_post_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table committee_post add constraint committee_post_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table committee_post add constraint committee_post_pk PRIMARY KEY (county_id, id);
alter table committee_post add constraint committee_post_post_check CHECK ((post = ANY (ARRAY['secretary'::text, 'deputySecretary'::text, 'orgCommissioner'::text, 'publicityCommissioner'::text, 'disciplineCommissioner'::text, 'member'::text, 'groupLeader'::text])));
alter table committee_post add constraint committee_post_term_check CHECK (((post = 'groupLeader'::text) = (term_id IS NULL)));
alter table committee_post add constraint committee_post_term_fk FOREIGN KEY (county_id, term_id) REFERENCES committee_term(county_id, id);
create unique index committee_post_held on committee_post USING btree (county_id, party_org_id, post) WHERE ((until_on IS NULL) AND (post <> 'member'::text));
create index committee_post_member on committee_post USING btree (county_id, member_id);
create index committee_post_party_org on committee_post USING btree (county_id, party_org_id, until_on);
create index committee_post_term on committee_post USING btree (county_id, term_id);
grant delete, insert, select, update on committee_post to steward_app;

create table committee_term (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  started_on date not null,
  years integer not null,
  approved_end_on date,
  approval_document text not null default ''::text,
  ended_on date,
  filled_by text not null,
  document_number text not null,
  author_name text not null,
  account_id uuid,
  recorded_at timestamp with time zone not null,
  revision integer not null default 1
);
comment on table committee_term is 'Terms of office of an organisation (R-007); one is open at a time.';
comment on column committee_term.approved_end_on is 'The end approved from above when it differs from the ordinary one (R-008).';
comment on column committee_term.ended_on is 'First day of the next term, or the day the organisation was dissolved.';
alter table committee_term add constraint committee_term_dates_check CHECK ((ended_on >= started_on));
alter table committee_term add constraint committee_term_filled_by_check CHECK ((filled_by = ANY (ARRAY['election'::text, 'appointment'::text])));
alter table committee_term add constraint committee_term_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table committee_term add constraint committee_term_pk PRIMARY KEY (county_id, id);
alter table committee_term add constraint committee_term_start_unique UNIQUE (county_id, party_org_id, started_on);
alter table committee_term add constraint committee_term_years_check CHECK ((years = ANY (ARRAY[3, 5])));
create unique index committee_term_open on committee_term USING btree (county_id, party_org_id) WHERE (ended_on IS NULL);
grant delete, insert, select, update on committee_term to steward_app;

create table correction_request (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  field text not null,
  now_shown text,
  wanted_sealed bytea not null,
  wanted_shown text not null,
  reason text not null,
  file_id uuid,
  state text not null,
  requested_on date not null,
  requested_at timestamp with time zone not null,
  answer_due_on date not null,
  decided_by_account_id uuid,
  decided_by text,
  decided_on date,
  decided_at timestamp with time zone,
  decision_reason text
);
comment on table correction_request is 'Corrections members ask for in their own file, with the answer and its day (R-290, R-291).';
comment on column correction_request.now_shown is 'What the file said when it was asked, masked where sealed.';
comment on column correction_request.wanted_sealed is 'The wanted value, encrypted, whatever the field.';
comment on column correction_request.wanted_shown is 'The wanted value as shown: masked where sealed.';
comment on column correction_request.file_id is 'A file the member added as proof.';
alter table correction_request add constraint correction_request_field_check CHECK ((field = ANY (ARRAY['name'::text, 'identityNumber'::text, 'sex'::text, 'bornOn'::text, 'ethnicGroup'::text, 'education'::text, 'phone'::text, 'address'::text, 'workplace'::text, 'post'::text, 'category'::text, 'admittedOn'::text, 'convertedOn'::text])));
alter table correction_request add constraint correction_request_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table correction_request add constraint correction_request_pk PRIMARY KEY (county_id, id);
alter table correction_request add constraint correction_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])));
create index correction_request_member on correction_request USING btree (county_id, member_id, requested_at DESC);
create unique index correction_request_one_open on correction_request USING btree (county_id, member_id, field) WHERE (state = 'open'::text);
create index correction_request_open on correction_request USING btree (county_id, answer_due_on) WHERE (state = 'open'::text);
grant delete, insert, select, update on correction_request to steward_app;

create table counter_code (
  county_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  code_index bytea not null,
  issued_by_account_id uuid not null,
  issued_by text not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  session_id uuid,
  voided_at timestamp with time zone,
  wrong_tries integer not null default 0
);
comment on table counter_code is 'Codes printed at the counter for people without a phone of their own; each opens one session (R-338).';
comment on column counter_code.code_index is 'Keyed digest of the digits; the code itself is kept nowhere.';
comment on column counter_code.session_id is 'The session it opened.';
comment on column counter_code.voided_at is 'A newer code was printed, or the account was stopped.';
alter table counter_code add constraint counter_code_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table counter_code add constraint counter_code_issued_by_account_fk FOREIGN KEY (county_id, issued_by_account_id) REFERENCES account(county_id, id);
alter table counter_code add constraint counter_code_pk PRIMARY KEY (county_id, id);
alter table counter_code add constraint counter_code_session_fk FOREIGN KEY (county_id, session_id) REFERENCES session(county_id, id) ON DELETE SET NULL (session_id);
create index counter_code_account on counter_code USING btree (county_id, account_id);
create index counter_code_issued_by_account on counter_code USING btree (county_id, issued_by_account_id);
create index counter_code_session on counter_code USING btree (county_id, session_id);
grant delete, insert, select, update on counter_code to steward_app;

create table county (
  id uuid not null,
  code text not null,
  name text not null,
  demo boolean not null default false,
  created_at timestamp with time zone not null
);
comment on table county is 'A county served by this installation. Reference data: small, without county key.';
comment on column county.demo is 'Example data; screens say so.';
alter table county add constraint county_code_form CHECK ((code ~ '^[a-z0-9-]{2,40}$'::text));
alter table county add constraint county_code_key UNIQUE (code);
alter table county add constraint county_pkey PRIMARY KEY (id);
grant delete, insert, select, update on county to steward_app;

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
  proposed_at timestamp with time zone not null,
  state text not null,
  told_on date,
  told_how text,
  told_by_name text,
  answer_until_on date,
  answer text,
  answered_at timestamp with time zone,
  answer_taken_by text,
  decided_by uuid,
  decided_by_name text,
  decided_on date,
  decided_at timestamp with time zone,
  reason text,
  entry_id uuid,
  revision integer not null default 1
);
comment on table deduction is 'Points to be taken off: proposed with facts, told to the member, answered, decided by somebody else; counts only at the end (R-249).';
comment on column deduction.quantity is 'In hundredths of the unit of the item.';
comment on column deduction.told_how is 'Paper, telephone and word of mouth count like the screen (R-338).';
comment on column deduction.answer_taken_by is 'Who wrote the answer down for a member without a phone.';
alter table deduction add constraint deduction_answer_check CHECK (((state <> 'answered'::text) OR (answer <> ''::text)));
alter table deduction add constraint deduction_apart_check CHECK (((state <> 'imposed'::text) OR (decided_by <> proposed_by)));
alter table deduction add constraint deduction_decided_account_fk FOREIGN KEY (county_id, decided_by) REFERENCES account(county_id, id);
alter table deduction add constraint deduction_decided_check CHECK ((((state = ANY (ARRAY['imposed'::text, 'dropped'::text])) = (decided_on IS NOT NULL)) AND ((decided_on IS NULL) = (decided_at IS NULL)) AND ((decided_on IS NULL) OR (reason <> ''::text))));
alter table deduction add constraint deduction_entry_fk FOREIGN KEY (county_id, entry_id) REFERENCES ledger_entry(county_id, id);
alter table deduction add constraint deduction_entry_id_check CHECK (((state = 'imposed'::text) = (entry_id IS NOT NULL)));
alter table deduction add constraint deduction_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table deduction add constraint deduction_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table deduction add constraint deduction_pk PRIMARY KEY (county_id, id);
alter table deduction add constraint deduction_proposed_account_fk FOREIGN KEY (county_id, proposed_by) REFERENCES account(county_id, id);
alter table deduction add constraint deduction_quantity_check CHECK ((quantity > 0));
alter table deduction add constraint deduction_scheme_version_fk FOREIGN KEY (county_id, scheme_version_id) REFERENCES scheme_version(county_id, id);
alter table deduction add constraint deduction_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'told'::text, 'answered'::text, 'imposed'::text, 'dropped'::text])));
alter table deduction add constraint deduction_told_check CHECK ((((told_on IS NULL) = (told_how IS NULL)) AND ((told_on IS NULL) = (answer_until_on IS NULL)) AND ((state <> ALL (ARRAY['told'::text, 'answered'::text, 'imposed'::text])) OR (told_on IS NOT NULL))));
alter table deduction add constraint deduction_told_how_check CHECK ((told_how = ANY (ARRAY['screen'::text, 'paper'::text, 'phone'::text, 'inPerson'::text])));
create index deduction_decided_account on deduction USING btree (county_id, decided_by);
create index deduction_ledger_entry on deduction USING btree (county_id, entry_id);
create index deduction_member on deduction USING btree (county_id, member_id, deed_on);
create index deduction_open on deduction USING btree (county_id, party_org_id, deed_on) WHERE (state = ANY (ARRAY['proposed'::text, 'told'::text, 'answered'::text]));
create index deduction_party_org on deduction USING btree (county_id, party_org_id, deed_on);
create index deduction_proposed_account on deduction USING btree (county_id, proposed_by);
create index deduction_scheme_version on deduction USING btree (county_id, scheme_version_id);
grant delete, insert, select, update on deduction to steward_app;

create table deduction_evidence (
  county_id uuid not null,
  id uuid not null,
  deduction_id uuid not null,
  kind text not null,
  file_id uuid,
  sha256 text,
  note text not null default ''::text
);
comment on table deduction_evidence is 'Append-only. What proves the facts of a deduction; the member sees all of it.';
alter table deduction_evidence add constraint deduction_evidence_deduction_fk FOREIGN KEY (county_id, deduction_id) REFERENCES deduction(county_id, id);
alter table deduction_evidence add constraint deduction_evidence_file_check CHECK (((file_id IS NULL) = (sha256 IS NULL)));
alter table deduction_evidence add constraint deduction_evidence_file_fk FOREIGN KEY (county_id, file_id) REFERENCES stored_file(county_id, id);
alter table deduction_evidence add constraint deduction_evidence_kind_check CHECK ((kind = ANY (ARRAY['photo'::text, 'witness'::text, 'paper'::text, 'roster'::text])));
alter table deduction_evidence add constraint deduction_evidence_pk PRIMARY KEY (county_id, id);
create index deduction_evidence_deduction on deduction_evidence USING btree (county_id, deduction_id);
create index deduction_evidence_file on deduction_evidence USING btree (county_id, file_id);
grant insert, select on deduction_evidence to steward_app;

create table deduction_move (
  county_id uuid not null,
  id uuid not null,
  deduction_id uuid not null,
  move text not null,
  facts jsonb not null default '{}'::jsonb,
  reason text not null default ''::text,
  by_name text not null,
  account_id uuid,
  moved_at timestamp with time zone not null
);
comment on table deduction_move is 'Append-only. Who did what with a deduction, when and why; the member reads all of it (R-215, R-249).';
alter table deduction_move add constraint deduction_move_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table deduction_move add constraint deduction_move_deduction_fk FOREIGN KEY (county_id, deduction_id) REFERENCES deduction(county_id, id);
alter table deduction_move add constraint deduction_move_move_check CHECK ((move = ANY (ARRAY['propose'::text, 'tell'::text, 'answer'::text, 'impose'::text, 'drop'::text, 'correct'::text])));
alter table deduction_move add constraint deduction_move_pk PRIMARY KEY (county_id, id);
create index deduction_move_account on deduction_move USING btree (county_id, account_id);
create index deduction_move_deduction on deduction_move USING btree (county_id, deduction_id, moved_at);
grant insert, select on deduction_move to steward_app;

create table disposal (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  form text not null,
  ground text not null,
  ground_facts jsonb not null,
  help_plan_id uuid,
  earlier_disposal_id uuid,
  state text not null,
  proposal_body text not null,
  proposed_on date not null,
  reason text not null,
  proposed_by text not null,
  proposed_by_account_id uuid,
  filing_document text,
  filed_on date,
  finding_group uuid[],
  finding_words text,
  found_on date,
  hearing jsonb,
  heard_on date,
  opinion_body text,
  opinion_words text,
  opinion_on date,
  pre_review_document text,
  pre_review_on date,
  vote_id uuid,
  voted_on date,
  decision_org_id uuid,
  decision_body text,
  decider_name text,
  decision_issuer text,
  decision_year integer,
  decision_number integer,
  decided_on date,
  decision_reason text,
  term_months integer,
  required_change text not null default ''::text,
  help text not null default ''::text,
  proof_of_service text,
  served_how text,
  served_on date,
  served_by text,
  entered_by_account_id uuid,
  until_on date,
  rejoin_from_on date,
  ended_how text,
  ended_on date,
  end_words text,
  end_minutes text,
  end_document text,
  ended_by_account_id uuid,
  stopped_for text,
  revision integer not null default 1
);
comment on table disposal is 'A case of organisational disposal, step by step (R-193…R-207). Read by those on its own list only, every reading is logged (R-211). No field for belief or health (R-206, R-271).';
comment on column disposal.party_org_id is 'The branch the member belonged to when the case was proposed.';
comment on column disposal.ground_facts is 'The facts the ground rests on, as they were when it was proposed.';
comment on column disposal.help_plan_id is 'The help that changed nothing (S-224).';
comment on column disposal.earlier_disposal_id is 'The case this one follows: a correction order without change, a persuasion that was refused (R-205).';
comment on column disposal.filing_document is 'By which the base committee was told beforehand (R-197).';
comment on column disposal.finding_group is 'Members who found the facts (R-199).';
comment on column disposal.hearing is 'Who held the talk, what the member and witnesses said (R-199, R-201).';
comment on column disposal.pre_review_document is 'Answer of the organisation department above (R-200).';
comment on column disposal.vote_id is 'The vote that carried.';
comment on column disposal.decision_issuer is 'Issuer, year and number of the decision''s document (R-316).';
comment on column disposal.proof_of_service is 'How it is shown that the decision was handed over; nothing is in force before (R-212).';
comment on column disposal.until_on is 'Last day of a correction order.';
comment on column disposal.rejoin_from_on is 'First day on which the person may apply again (R-195).';
comment on column disposal.end_document is 'The member''s own request to leave, or what lifted the decision.';
alter table disposal add constraint disposal_decision_org_fk FOREIGN KEY (county_id, decision_org_id) REFERENCES party_org(county_id, id);
alter table disposal add constraint disposal_earlier_fk FOREIGN KEY (county_id, earlier_disposal_id) REFERENCES disposal(county_id, id);
alter table disposal add constraint disposal_ended_account_fk FOREIGN KEY (county_id, ended_by_account_id) REFERENCES account(county_id, id);
alter table disposal add constraint disposal_ended_check CHECK ((((ended_how IS NULL) = (ended_on IS NULL)) AND ((ended_how IS NULL) OR (state = 'inForce'::text))));
alter table disposal add constraint disposal_ended_form_check CHECK (((ended_how IS NULL) OR (ended_how = 'lifted'::text) OR (((form = 'correctionOrder'::text) = (ended_how = ANY (ARRAY['changed'::text, 'notChanged'::text]))) AND ((form = 'persuasion'::text) = (ended_how = ANY (ARRAY['withdrew'::text, 'refused'::text]))))));
alter table disposal add constraint disposal_ended_how_check CHECK ((ended_how = ANY (ARRAY['changed'::text, 'notChanged'::text, 'withdrew'::text, 'refused'::text, 'lifted'::text])));
alter table disposal add constraint disposal_entered_account_fk FOREIGN KEY (county_id, entered_by_account_id) REFERENCES account(county_id, id);
alter table disposal add constraint disposal_filing_check CHECK ((((filing_document IS NULL) = (filed_on IS NULL)) AND ((state = ANY (ARRAY['proposed'::text, 'stopped'::text])) OR (filed_on IS NOT NULL))));
alter table disposal add constraint disposal_finding_check CHECK ((((finding_words IS NULL) = (found_on IS NULL)) AND ((state = ANY (ARRAY['proposed'::text, 'filed'::text, 'stopped'::text])) OR (found_on IS NOT NULL))));
alter table disposal add constraint disposal_form_check CHECK ((form = ANY (ARRAY['correctionOrder'::text, 'persuasion'::text, 'removal'::text])));
alter table disposal add constraint disposal_ground_check CHECK ((ground = ANY (ARRAY['helpInVain'::text, 'lapse'::text, 'lostContact'::text, 'correctionWithoutChange'::text, 'persuasionRefused'::text, 'decidedElsewhere'::text])));
alter table disposal add constraint disposal_hearing_check CHECK ((((hearing IS NULL) = (heard_on IS NULL)) AND ((state = ANY (ARRAY['proposed'::text, 'filed'::text, 'factsFound'::text, 'stopped'::text])) OR (heard_on IS NOT NULL))));
alter table disposal add constraint disposal_help_plan_fk FOREIGN KEY (county_id, help_plan_id) REFERENCES help_plan(county_id, id);
alter table disposal add constraint disposal_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table disposal add constraint disposal_opinion_check CHECK ((((opinion_words IS NULL) = (opinion_on IS NULL)) AND ((state = ANY (ARRAY['proposed'::text, 'filed'::text, 'factsFound'::text, 'heard'::text, 'stopped'::text])) OR (opinion_on IS NOT NULL))));
alter table disposal add constraint disposal_order_check CHECK (((filed_on >= proposed_on) AND (found_on >= filed_on) AND (heard_on >= found_on) AND (opinion_on >= heard_on) AND (pre_review_on >= opinion_on) AND (voted_on >= COALESCE(pre_review_on, opinion_on)) AND (decided_on >= voted_on) AND (served_on >= decided_on)));
alter table disposal add constraint disposal_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table disposal add constraint disposal_pk PRIMARY KEY (county_id, id);
alter table disposal add constraint disposal_pre_review_check CHECK ((((pre_review_document IS NULL) = (pre_review_on IS NULL)) AND ((form = 'correctionOrder'::text) OR (state <> ALL (ARRAY['preReviewed'::text, 'voted'::text, 'inForce'::text])) OR (pre_review_on IS NOT NULL))));
alter table disposal add constraint disposal_proposal_check CHECK (((proposal_body <> ''::text) AND (reason <> ''::text)));
alter table disposal add constraint disposal_proposed_account_fk FOREIGN KEY (county_id, proposed_by_account_id) REFERENCES account(county_id, id);
alter table disposal add constraint disposal_served_check CHECK (((state <> 'inForce'::text) OR ((COALESCE(decider_name, ''::text) <> ''::text) AND (COALESCE(decision_body, ''::text) <> ''::text) AND (decided_on IS NOT NULL) AND (COALESCE(decision_reason, ''::text) <> ''::text) AND (COALESCE(proof_of_service, ''::text) <> ''::text) AND (served_on IS NOT NULL) AND (entered_by_account_id IS NOT NULL))));
alter table disposal add constraint disposal_served_how_check CHECK ((served_how = ANY (ARRAY['signed'::text, 'refusedToSign'::text])));
alter table disposal add constraint disposal_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'filed'::text, 'factsFound'::text, 'heard'::text, 'opinionGiven'::text, 'preReviewed'::text, 'voted'::text, 'inForce'::text, 'stopped'::text])));
alter table disposal add constraint disposal_stopped_check CHECK (((state = 'stopped'::text) = (stopped_for IS NOT NULL)));
alter table disposal add constraint disposal_term_check CHECK (((term_months >= 1) AND (term_months <= 12)));
alter table disposal add constraint disposal_until_check CHECK (((until_on IS NOT NULL) = ((form = 'correctionOrder'::text) AND (state = 'inForce'::text))));
alter table disposal add constraint disposal_vote_check CHECK ((((vote_id IS NULL) = (voted_on IS NULL)) AND ((state <> ALL (ARRAY['voted'::text, 'inForce'::text])) OR (vote_id IS NOT NULL))));
alter table disposal add constraint disposal_vote_fk FOREIGN KEY (county_id, vote_id) REFERENCES disposal_vote(county_id, id);
create index disposal_decision_org on disposal USING btree (county_id, decision_org_id);
create index disposal_earlier on disposal USING btree (county_id, earlier_disposal_id);
create index disposal_ended_account on disposal USING btree (county_id, ended_by_account_id);
create index disposal_entered_account on disposal USING btree (county_id, entered_by_account_id);
create index disposal_help_plan on disposal USING btree (county_id, help_plan_id);
create index disposal_member on disposal USING btree (county_id, member_id);
create unique index disposal_one_open on disposal USING btree (county_id, member_id) WHERE ((state <> 'stopped'::text) AND (ended_how IS NULL));
create unique index disposal_paper on disposal USING btree (county_id, decision_org_id, decision_issuer, decision_year, decision_number);
create index disposal_party_org on disposal USING btree (county_id, party_org_id, state);
create index disposal_proposed_account on disposal USING btree (county_id, proposed_by_account_id);
create index disposal_vote_of on disposal USING btree (county_id, vote_id);
grant delete, insert, select, update on disposal to steward_app;

create table disposal_invitation (
  county_id uuid not null,
  id uuid not null,
  disposal_id uuid not null,
  to_what text not null,
  held_on date not null,
  held_at text not null,
  place text not null,
  how text not null,
  invited_on date not null,
  invited_by text not null,
  account_id uuid,
  answer text,
  answer_words text not null default ''::text,
  answered_on date
);
comment on table disposal_invitation is 'Written invitations of the member to the talk and to the assembly (R-199, R-201).';
alter table disposal_invitation add constraint disposal_invitation_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table disposal_invitation add constraint disposal_invitation_answer_check CHECK ((answer = ANY (ARRAY['comes'::text, 'cannot'::text])));
alter table disposal_invitation add constraint disposal_invitation_answered_check CHECK (((answer IS NULL) = (answered_on IS NULL)));
alter table disposal_invitation add constraint disposal_invitation_before_check CHECK ((held_on > invited_on));
alter table disposal_invitation add constraint disposal_invitation_disposal_fk FOREIGN KEY (county_id, disposal_id) REFERENCES disposal(county_id, id);
alter table disposal_invitation add constraint disposal_invitation_how_check CHECK ((how = ANY (ARRAY['app'::text, 'paper'::text])));
alter table disposal_invitation add constraint disposal_invitation_pk PRIMARY KEY (county_id, id);
alter table disposal_invitation add constraint disposal_invitation_to_what_check CHECK ((to_what = ANY (ARRAY['hearing'::text, 'assembly'::text])));
create index disposal_invitation_account on disposal_invitation USING btree (county_id, account_id);
create index disposal_invitation_disposal on disposal_invitation USING btree (county_id, disposal_id);
grant delete, insert, select, update on disposal_invitation to steward_app;

create table disposal_move (
  county_id uuid not null,
  id uuid not null,
  disposal_id uuid not null,
  move text not null,
  words text not null default ''::text,
  by_name text not null,
  account_id uuid,
  moved_at timestamp with time zone not null
);
comment on table disposal_move is 'Append-only. What happened to a case, by whom and when; the member''s own words stand here as they were said (R-213).';
alter table disposal_move add constraint disposal_move_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table disposal_move add constraint disposal_move_disposal_fk FOREIGN KEY (county_id, disposal_id) REFERENCES disposal(county_id, id);
alter table disposal_move add constraint disposal_move_move_check CHECK ((move = ANY (ARRAY['propose'::text, 'file'::text, 'findFacts'::text, 'invite'::text, 'answer'::text, 'say'::text, 'hear'::text, 'giveOpinion'::text, 'preReview'::text, 'vote'::text, 'voteNotCarried'::text, 'decide'::text, 'serve'::text, 'stop'::text, 'end'::text, 'askLonger'::text, 'lift'::text])));
alter table disposal_move add constraint disposal_move_pk PRIMARY KEY (county_id, id);
create index disposal_move_account on disposal_move USING btree (county_id, account_id);
create index disposal_move_disposal on disposal_move USING btree (county_id, disposal_id);
grant insert, select on disposal_move to steward_app;

create table disposal_vote (
  county_id uuid not null,
  id uuid not null,
  disposal_id uuid not null,
  about text not null,
  voted_on date not null,
  should_attend integer not null,
  present integer not null,
  written integer not null,
  yes integer not null,
  no integer not null,
  abstain integer not null,
  secret boolean not null,
  chair text not null,
  minutes text not null,
  left_out jsonb not null default '[]'::jsonb,
  carried boolean not null,
  recorded_by text not null,
  account_id uuid,
  recorded_at timestamp with time zone not null
);
comment on table disposal_vote is 'Append-only. Votes of the assembly on one person, carried or not (R-049…R-064, R-202); nothing says who voted how.';
comment on column disposal_vote.should_attend is 'Both halves are counted over this number (R-051).';
comment on column disposal_vote.left_out is 'Members left out of it, each with the document from above and the day of the assembly; no ground is kept (R-056, R-271).';
alter table disposal_vote add constraint disposal_vote_about_check CHECK ((about = ANY (ARRAY['disposal'::text, 'end'::text])));
alter table disposal_vote add constraint disposal_vote_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table disposal_vote add constraint disposal_vote_adds_up_check CHECK (((((yes + no) + abstain) = (present + written)) AND ((present + written) <= should_attend)));
alter table disposal_vote add constraint disposal_vote_carried_check CHECK ((carried = (((yes * 2) > should_attend) AND ((present * 2) > should_attend))));
alter table disposal_vote add constraint disposal_vote_disposal_fk FOREIGN KEY (county_id, disposal_id) REFERENCES disposal(county_id, id);
alter table disposal_vote add constraint disposal_vote_minutes_check CHECK (((minutes <> ''::text) AND (chair <> ''::text)));
alter table disposal_vote add constraint disposal_vote_numbers_check CHECK (((should_attend > 0) AND (present >= 0) AND (written >= 0) AND (yes >= 0) AND (no >= 0) AND (abstain >= 0)));
alter table disposal_vote add constraint disposal_vote_pk PRIMARY KEY (county_id, id);
alter table disposal_vote add constraint disposal_vote_secret_check CHECK (((about <> 'disposal'::text) OR secret));
create index disposal_vote_account on disposal_vote USING btree (county_id, account_id);
create index disposal_vote_disposal on disposal_vote USING btree (county_id, disposal_id);
grant insert, select on disposal_vote to steward_app;

create table duty_question (
  county_id uuid not null,
  id uuid not null,
  duty_report_id uuid not null,
  asked_by text not null,
  account_id uuid not null,
  asked_on date not null,
  text text not null,
  answer text,
  answered_on date
);
comment on table duty_question is 'Questions of the organisation on a duty report and their answers (S-205).';
alter table duty_question add constraint duty_question_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table duty_question add constraint duty_question_answered_check CHECK (((answer IS NULL) = (answered_on IS NULL)));
alter table duty_question add constraint duty_question_pk PRIMARY KEY (county_id, id);
alter table duty_question add constraint duty_question_report_fk FOREIGN KEY (county_id, duty_report_id) REFERENCES duty_report(county_id, id);
create index duty_question_account on duty_question USING btree (county_id, account_id);
create index duty_question_report on duty_question USING btree (county_id, duty_report_id);
grant delete, insert, select, update on duty_question to steward_app;

create table duty_report (
  county_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  member_id uuid not null,
  state text not null,
  words jsonb not null,
  on_problems jsonb not null default '{}'::jsonb,
  facts jsonb,
  helper_account_id uuid,
  helper_name text not null default ''::text,
  consent_on date,
  submitted_on date,
  checked_by text,
  checked_by_account_id uuid,
  checked_on date,
  revision integer not null default 1
);
comment on table duty_report is 'A member''s account of the year (R-190, S-203): the own words beside facts of the county''s data.';
comment on column duty_report.on_problems is 'A word on each problem of last year, by its id (S-232).';
comment on column duty_report.facts is 'The facts as they stood when it was handed in, each with its source.';
comment on column duty_report.helper_account_id is 'Who wrote it down for the member, with consent (R-338).';
alter table duty_report add constraint duty_report_appraisal_fk FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal(county_id, id);
alter table duty_report add constraint duty_report_checked_account_fk FOREIGN KEY (county_id, checked_by_account_id) REFERENCES account(county_id, id);
alter table duty_report add constraint duty_report_checked_check CHECK (((state = 'checked'::text) = (checked_on IS NOT NULL)));
alter table duty_report add constraint duty_report_consent_check CHECK (((helper_account_id IS NULL) = (consent_on IS NULL)));
alter table duty_report add constraint duty_report_helper_fk FOREIGN KEY (county_id, helper_account_id) REFERENCES account(county_id, id);
alter table duty_report add constraint duty_report_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table duty_report add constraint duty_report_member_unique UNIQUE (county_id, appraisal_id, member_id);
alter table duty_report add constraint duty_report_pk PRIMARY KEY (county_id, id);
alter table duty_report add constraint duty_report_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'submitted'::text, 'questioned'::text, 'checked'::text])));
alter table duty_report add constraint duty_report_submitted_check CHECK (((state = 'drafted'::text) OR ((submitted_on IS NOT NULL) AND (facts IS NOT NULL))));
create index duty_report_checked_account on duty_report USING btree (county_id, checked_by_account_id);
create index duty_report_helper on duty_report USING btree (county_id, helper_account_id);
create index duty_report_member on duty_report USING btree (county_id, member_id);
grant delete, insert, select, update on duty_report to steward_app;

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
  applied_on date
);
comment on table grade_correction is 'The grade another body sets in place of the first, written by who decides the appeal before it is upheld (R-214, R-218).';
alter table grade_correction add constraint grade_correction_account_fk FOREIGN KEY (county_id, decided_by_account_id) REFERENCES account(county_id, id);
alter table grade_correction add constraint grade_correction_feedback_fk FOREIGN KEY (county_id, feedback_id) REFERENCES grade_feedback(county_id, id);
alter table grade_correction add constraint grade_correction_grade_check CHECK ((grade = ANY (ARRAY['excellent'::text, 'qualified'::text, 'basicallyQualified'::text, 'unqualified'::text])));
alter table grade_correction add constraint grade_correction_objection_fk FOREIGN KEY (county_id, objection_id) REFERENCES objection(county_id, id);
alter table grade_correction add constraint grade_correction_pk PRIMARY KEY (county_id, objection_id);
create index grade_correction_account on grade_correction USING btree (county_id, decided_by_account_id);
create index grade_correction_feedback on grade_correction USING btree (county_id, feedback_id);
grant delete, insert, select, update on grade_correction to steward_app;

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
  revision integer not null default 1
);
comment on table grade_feedback is 'The opinion as it is given to the member in person, and what the member says to it (R-186, R-213). A low grade takes effect only here, with the five facts (R-212).';
comment on column grade_feedback.appeal_until_on is 'Days in which an appeal keeps the year open; a later one is taken all the same.';
alter table grade_feedback add constraint grade_feedback_appraisal_fk FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal(county_id, id);
alter table grade_feedback add constraint grade_feedback_five_facts_check CHECK (((state = 'toTell'::text) OR (grade <> ALL (ARRAY['basicallyQualified'::text, 'unqualified'::text])) OR ((served_decider <> ''::text) AND (served_body <> ''::text) AND (served_decided_on IS NOT NULL) AND (served_reason <> ''::text) AND (served_proof <> ''::text) AND (served_by_account_id IS NOT NULL))));
alter table grade_feedback add constraint grade_feedback_grade_check CHECK ((grade = ANY (ARRAY['excellent'::text, 'qualified'::text, 'basicallyQualified'::text, 'unqualified'::text])));
alter table grade_feedback add constraint grade_feedback_how_check CHECK ((told_how = ANY (ARRAY['inPerson'::text, 'phone'::text])));
alter table grade_feedback add constraint grade_feedback_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table grade_feedback add constraint grade_feedback_member_unique UNIQUE (county_id, appraisal_id, member_id);
alter table grade_feedback add constraint grade_feedback_pk PRIMARY KEY (county_id, id);
alter table grade_feedback add constraint grade_feedback_served_account_fk FOREIGN KEY (county_id, served_by_account_id) REFERENCES account(county_id, id);
alter table grade_feedback add constraint grade_feedback_state_check CHECK ((state = ANY (ARRAY['toTell'::text, 'told'::text, 'confirmed'::text, 'answered'::text, 'appealed'::text])));
alter table grade_feedback add constraint grade_feedback_told_account_fk FOREIGN KEY (county_id, told_by_account_id) REFERENCES account(county_id, id);
alter table grade_feedback add constraint grade_feedback_told_check CHECK (((state = 'toTell'::text) = (told_on IS NULL)));
create index grade_feedback_member on grade_feedback USING btree (county_id, member_id);
create index grade_feedback_served_account on grade_feedback USING btree (county_id, served_by_account_id);
create index grade_feedback_told_account on grade_feedback USING btree (county_id, told_by_account_id);
grant delete, insert, select, update on grade_feedback to steward_app;

create table hand_over (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  to_whom text not null,
  document text not null,
  handed_on date not null,
  recorded_by text not null,
  recorded_by_account_id uuid not null,
  recorded_at timestamp with time zone not null
);
comment on table hand_over is 'Append-only. That a matter went to discipline or to the law: when and by which letter; no details are kept (S-227).';
alter table hand_over add constraint hand_over_account_fk FOREIGN KEY (county_id, recorded_by_account_id) REFERENCES account(county_id, id);
alter table hand_over add constraint hand_over_document_check CHECK ((document <> ''::text));
alter table hand_over add constraint hand_over_document_unique UNIQUE (county_id, member_id, document);
alter table hand_over add constraint hand_over_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table hand_over add constraint hand_over_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table hand_over add constraint hand_over_pk PRIMARY KEY (county_id, id);
alter table hand_over add constraint hand_over_to_check CHECK ((to_whom = ANY (ARRAY['discipline'::text, 'law'::text])));
create index hand_over_account on hand_over USING btree (county_id, recorded_by_account_id);
create index hand_over_party_org on hand_over USING btree (county_id, party_org_id);
grant insert, select on hand_over to steward_app;

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
  evaluated_on date
);
comment on table help_plan is 'Help to turn around, with gaps, measures, helpers and time, before any further step (R-187, S-223).';
comment on column help_plan.member_word is 'What the member said before it was evaluated (R-213).';
alter table help_plan add constraint help_plan_days_check CHECK ((until_on > from_on));
alter table help_plan add constraint help_plan_evaluated_check CHECK (((state = 'evaluated'::text) = ((result IS NOT NULL) AND (member_word <> ''::text) AND (evaluated_on IS NOT NULL) AND (evaluated_by_account_id IS NOT NULL))));
alter table help_plan add constraint help_plan_evaluated_fk FOREIGN KEY (county_id, evaluated_by_account_id) REFERENCES account(county_id, id);
alter table help_plan add constraint help_plan_made_fk FOREIGN KEY (county_id, made_by_account_id) REFERENCES account(county_id, id);
alter table help_plan add constraint help_plan_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table help_plan add constraint help_plan_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table help_plan add constraint help_plan_pk PRIMARY KEY (county_id, id);
alter table help_plan add constraint help_plan_result_check CHECK ((result = ANY (ARRAY['changed'::text, 'partly'::text, 'notChanged'::text])));
alter table help_plan add constraint help_plan_state_check CHECK ((state = ANY (ARRAY['running'::text, 'evaluated'::text])));
alter table help_plan add constraint help_plan_use_fk FOREIGN KEY (county_id, use_id) REFERENCES outcome_use(county_id, id);
alter table help_plan add constraint help_plan_words_check CHECK (((gaps <> ''::text) AND (measures <> ''::text) AND (cardinality(helper_names) > 0)));
create index help_plan_evaluated on help_plan USING btree (county_id, evaluated_by_account_id);
create index help_plan_made on help_plan USING btree (county_id, made_by_account_id);
create index help_plan_member on help_plan USING btree (county_id, member_id, year);
create unique index help_plan_one_running on help_plan USING btree (county_id, member_id) WHERE (state = 'running'::text);
create index help_plan_party_org on help_plan USING btree (county_id, party_org_id, year);
create index help_plan_use on help_plan USING btree (county_id, use_id);
grant delete, insert, select, update on help_plan to steward_app;

create table help_step (
  county_id uuid not null,
  id uuid not null,
  help_plan_id uuid not null,
  done_on date not null,
  words text not null,
  noted_by text not null,
  noted_by_account_id uuid not null,
  noted_at timestamp with time zone not null
);
comment on table help_step is 'Append-only. What was done of a help plan: a visit, a talk, a task given.';
alter table help_step add constraint help_step_account_fk FOREIGN KEY (county_id, noted_by_account_id) REFERENCES account(county_id, id);
alter table help_step add constraint help_step_pk PRIMARY KEY (county_id, id);
alter table help_step add constraint help_step_plan_fk FOREIGN KEY (county_id, help_plan_id) REFERENCES help_plan(county_id, id);
alter table help_step add constraint help_step_words_check CHECK ((words <> ''::text));
create index help_step_account on help_step USING btree (county_id, noted_by_account_id);
create index help_step_plan on help_step USING btree (county_id, help_plan_id, done_on);
grant insert, select on help_step to steward_app;

create table installation (
  id integer not null,
  set_up_code_hash bytea,
  code_made_at timestamp with time zone,
  set_up_at timestamp with time zone
);
comment on table installation is 'The one row about this installation. Reference data, without county key.';
comment on column installation.set_up_code_hash is 'SHA-256 of the code shown in the terminal that sets up the first county; empty once used.';
alter table installation add constraint installation_one_check CHECK ((id = 1));
alter table installation add constraint installation_pkey PRIMARY KEY (id);
grant delete, insert, select, update on installation to steward_app;

create table job_progress (
  county_id uuid not null,
  job_id text not null,
  done integer not null,
  all_count integer not null,
  step text not null,
  at timestamp with time zone not null
);
comment on table job_progress is 'How far background work is; written outside the transaction of the work.';
alter table job_progress add constraint job_progress_county_fk FOREIGN KEY (county_id) REFERENCES county(id);
alter table job_progress add constraint job_progress_pk PRIMARY KEY (county_id, job_id);
grant delete, insert, select, update on job_progress to steward_app;

create table ledger_block (
  county_id uuid not null,
  level smallint not null,
  block_no bigint not null,
  sha256 bytea not null,
  sm3 bytea not null
);
comment on table ledger_block is 'Append-only. Hashes of full subtrees: level 1 over 256 leaves, level 2 over 256 of those, so that roots and proofs read little.';
alter table ledger_block add constraint ledger_block_level_check CHECK ((level >= 1));
alter table ledger_block add constraint ledger_block_pk PRIMARY KEY (county_id, level, block_no);
grant insert, select on ledger_block to steward_app;

create table ledger_entry (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  kind text not null,
  term text not null,
  item_code text,
  raw integer not null,
  credited integer not null,
  limit_by text,
  limit_cap integer,
  limit_used integer,
  outside_caps boolean not null default false,
  scheme_version_id uuid not null,
  deed_on date not null,
  posted_at timestamp with time zone not null,
  month text not null,
  statement_month text not null,
  author_id uuid not null,
  reviewer_id uuid,
  source_kind text not null,
  source_id text not null,
  evidence text[] not null default '{}'::text[],
  refers_to uuid,
  reason text
);
comment on table ledger_entry is 'Append-only. One line of points, in hundredths; a mistake is answered by a reversal and a correction (docs/ledger.md).';
comment on column ledger_entry.party_org_id is 'The branch that posted it; points stay with the member when the branch changes.';
comment on column ledger_entry.limit_by is 'The cap that held, kept so that the line explains itself.';
comment on column ledger_entry.outside_caps is 'By decision of the county neither cap of category nor of total holds (R-242); follows from the version.';
comment on column ledger_entry.month is 'The month of the branch it was posted in; later than the deed''s for a late entry.';
comment on column ledger_entry.statement_month is 'The month whose statement carries it: its own, but for a line that answers one of a closed month that of the answered line (R-218). Not hashed; follows from the lines.';
comment on column ledger_entry.author_id is 'Account that wrote or ordered it; the member where a member has none.';
comment on column ledger_entry.reviewer_id is 'Account that approved it; empty for lines that follow from a rule.';
comment on column ledger_entry.evidence is 'References of the evidence, with the digest of a file where there is one.';
alter table ledger_entry add constraint ledger_entry_credited_check CHECK ((abs(credited) <= abs(raw)));
alter table ledger_entry add constraint ledger_entry_item_check CHECK (((term = 'base'::text) OR (item_code IS NOT NULL)));
alter table ledger_entry add constraint ledger_entry_kind_check CHECK ((kind = ANY (ARRAY['award'::text, 'deduction'::text, 'reversal'::text, 'base'::text, 'carryOver'::text, 'correction'::text])));
alter table ledger_entry add constraint ledger_entry_limit_by_check CHECK ((limit_by = ANY (ARRAY['item-day'::text, 'item-month'::text, 'item-year'::text, 'category-day'::text, 'category-month'::text, 'category-year'::text, 'total-year'::text, 'floor'::text])));
alter table ledger_entry add constraint ledger_entry_limit_check CHECK ((((limit_by IS NULL) = (limit_cap IS NULL)) AND ((limit_by IS NULL) = (limit_used IS NULL))));
alter table ledger_entry add constraint ledger_entry_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table ledger_entry add constraint ledger_entry_month_check CHECK (((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text) AND (month >= to_char((deed_on)::timestamp with time zone, 'YYYY-MM'::text))));
alter table ledger_entry add constraint ledger_entry_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table ledger_entry add constraint ledger_entry_pk PRIMARY KEY (county_id, id);
alter table ledger_entry add constraint ledger_entry_reason_check CHECK (((kind <> ALL (ARRAY['reversal'::text, 'correction'::text, 'deduction'::text])) OR (reason <> ''::text)));
alter table ledger_entry add constraint ledger_entry_reference_check CHECK (((kind = ANY (ARRAY['reversal'::text, 'correction'::text])) = (refers_to IS NOT NULL)));
alter table ledger_entry add constraint ledger_entry_refers_fk FOREIGN KEY (county_id, refers_to) REFERENCES ledger_entry(county_id, id);
alter table ledger_entry add constraint ledger_entry_source_kind_check CHECK ((source_kind = ANY (ARRAY['claim'::text, 'pledge'::text, 'task'::text, 'automatic'::text, 'deduction'::text, 'objection'::text, 'year'::text, 'transfer'::text, 'tolerance'::text])));
alter table ledger_entry add constraint ledger_entry_statement_month_check CHECK (((statement_month <= month) AND ((statement_month = month) OR (refers_to IS NOT NULL))));
alter table ledger_entry add constraint ledger_entry_term_check CHECK ((term = ANY (ARRAY['base'::text, 'duty'::text, 'pledgesAndTasks'::text, 'serviceAndExample'::text, 'bonus'::text, 'deductions'::text])));
create index ledger_entry_member on ledger_entry USING btree (county_id, member_id, deed_on);
create unique index ledger_entry_one_base on ledger_entry USING btree (county_id, member_id, deed_on) WHERE (kind = ANY (ARRAY['base'::text, 'carryOver'::text]));
create index ledger_entry_party_org on ledger_entry USING btree (county_id, party_org_id, statement_month);
create index ledger_entry_posted on ledger_entry USING btree (county_id, posted_at, id);
create index ledger_entry_refers on ledger_entry USING btree (county_id, refers_to);
create unique index ledger_entry_reversed_once on ledger_entry USING btree (county_id, refers_to) WHERE (kind = 'reversal'::text);
create index ledger_entry_source on ledger_entry USING btree (county_id, source_id) WHERE (source_kind <> ALL (ARRAY['automatic'::text, 'year'::text]));
grant insert, select on ledger_entry to steward_app;

create table ledger_leaf (
  county_id uuid not null,
  leaf_no bigint not null,
  entry_id uuid not null,
  sha256 bytea not null,
  sm3 bytea not null
);
comment on table ledger_leaf is 'Append-only. Hashes of the lines in the order of the log (RFC 6962 shape, docs/ledger.md); leaf 0 is the first. Bears witness of lines, so it does not depend on them by a foreign key.';
alter table ledger_leaf add constraint ledger_leaf_entry_unique UNIQUE (county_id, entry_id);
alter table ledger_leaf add constraint ledger_leaf_pk PRIMARY KEY (county_id, leaf_no);
grant insert, select on ledger_leaf to steward_app;

create table ledger_log (
  county_id uuid not null,
  size bigint not null,
  sealed_until timestamp with time zone not null
);
comment on table ledger_log is 'How many leaves the county''s log holds; locked while lines are added to it.';
comment on column ledger_log.sealed_until is 'Lines posted before this moment are in the log, but for those whose transaction ended late.';
alter table ledger_log add constraint ledger_log_pk PRIMARY KEY (county_id);
grant delete, insert, select, update on ledger_log to steward_app;

create table ledger_root (
  county_id uuid not null,
  day_on date not null,
  size bigint not null,
  sha256 bytea not null,
  sm3 bytea not null,
  sealed_at timestamp with time zone not null
);
comment on table ledger_root is 'Append-only. Roots of the log: at the end of each day with new lines, and where a notice was printed within a day.';
comment on column ledger_root.day_on is 'Day it was made for; the largest of a day is the root of the day.';
comment on column ledger_root.size is 'Leaves under the root.';
alter table ledger_root add constraint ledger_root_pk PRIMARY KEY (county_id, size);
create index ledger_root_day on ledger_root USING btree (county_id, day_on);
grant insert, select on ledger_root to steward_app;

create table lens_talk (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  year integer not null,
  flag text not null,
  subject_id text not null,
  own integer not null,
  peers integer not null,
  said text not null,
  talked_with text not null,
  talked_on date not null,
  noted_by text not null,
  noted_by_account_id uuid not null,
  noted_at timestamp with time zone not null
);
comment on table lens_talk is 'Append-only. What was said about something the lens pointed at; it corrects nothing.';
comment on column lens_talk.party_org_id is 'Where the lens was looked through.';
comment on column lens_talk.subject_id is 'Branch, reviewer or group; never a member.';
alter table lens_talk add constraint lens_talk_account_fk FOREIGN KEY (county_id, noted_by_account_id) REFERENCES account(county_id, id);
alter table lens_talk add constraint lens_talk_flag_check CHECK ((flag = ANY (ARRAY['more-excellent-than-peers'::text, 'fewer-excellent-than-peers'::text, 'more-low-than-peers'::text, 'points-far-from-peers'::text, 'reviewer-refuses-more'::text, 'reviewer-adjusts-more'::text, 'few-points-open'::text, 'group-far-behind'::text])));
alter table lens_talk add constraint lens_talk_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table lens_talk add constraint lens_talk_pk PRIMARY KEY (county_id, id);
alter table lens_talk add constraint lens_talk_said_check CHECK (((said <> ''::text) AND (talked_with <> ''::text)));
create index lens_talk_account on lens_talk USING btree (county_id, noted_by_account_id);
create index lens_talk_place on lens_talk USING btree (county_id, party_org_id, year);
grant insert, select on lens_talk to steward_app;

create table member (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  party_group_id uuid,
  name text not null,
  name_order text not null,
  initials text not null,
  pinyin text not null,
  sex text not null,
  born_on date not null,
  ethnic_group text,
  education text,
  membership_kind text not null,
  category text not null,
  admitted_on date not null,
  converted_on date,
  extension_months integer not null default 0,
  early_conversion text not null default ''::text,
  post text not null default ''::text,
  workplace text not null default ''::text,
  state text not null,
  state_from_on date not null,
  identity_sealed bytea,
  identity_index bytea,
  identity_tail text not null default ''::text,
  phone_sealed bytea,
  phone_index bytea,
  phone_mask text not null default ''::text,
  address_sealed bytea,
  revision integer not null default 1,
  source text not null,
  created_by text not null,
  created_at timestamp with time zone not null
);
comment on table member is 'A party member of the county: the national record''s items (R-157) and where they belong.';
comment on column member.party_org_id is 'The present branch, or the last one; equals the open row of member_affiliation (R-019).';
comment on column member.name_order is 'Sort key in pinyin order: syllable, tone and character of each character, the surname read as a surname.';
comment on column member.initials is 'First letters of the pinyin, for search.';
comment on column member.pinyin is 'Pinyin without tones and blanks, for search.';
comment on column member.category is 'The present exclusive category; equals the latest row of member_category.';
comment on column member.admitted_on is 'Day the assembly passed admission; membership starts here once approved (R-139).';
comment on column member.converted_on is 'Day full membership began; party standing counts from here (R-109).';
comment on column member.extension_months is 'Months by which probation was extended (R-108).';
comment on column member.early_conversion is 'Why conversion came before a year of probation had passed; empty as a rule (R-105).';
comment on column member.state_from_on is 'Day the present state began.';
comment on column member.identity_sealed is 'Identity number, encrypted with a key outside the database.';
comment on column member.identity_index is 'Blind index of the identity number: equal numbers, equal value; the number cannot be read back.';
comment on column member.identity_tail is 'Last four characters, shown masked.';
comment on column member.phone_mask is 'Phone as shown masked, 138****2210.';
comment on column member.revision is 'Grows with every change; a change of an older revision is refused.';
comment on column member.source is 'How the file came to be.';
alter table member add constraint member_category_check CHECK ((category = ANY (ARRAY['servingMember'::text, 'retiredMember'::text, 'farmer'::text, 'student'::text, 'laidOffMember'::text, 'selfEmployed'::text, 'other'::text])));
alter table member add constraint member_education_check CHECK ((education = ANY (ARRAY['doctor'::text, 'master'::text, 'postgraduate'::text, 'bachelor'::text, 'juniorCollege'::text, 'technicalSecondary'::text, 'highSchool'::text, 'middleSchool'::text, 'primarySchool'::text, 'none'::text])));
alter table member add constraint member_extension_check CHECK (((extension_months = 0) OR ((extension_months >= 6) AND (extension_months <= 12))));
alter table member add constraint member_identity_unique UNIQUE (county_id, identity_index);
alter table member add constraint member_kind_converted_check CHECK (((membership_kind = 'full'::text) = (converted_on IS NOT NULL)));
alter table member add constraint member_membership_kind_check CHECK ((membership_kind = ANY (ARRAY['full'::text, 'probationary'::text])));
alter table member add constraint member_party_group_fk FOREIGN KEY (county_id, party_group_id) REFERENCES party_org(county_id, id);
alter table member add constraint member_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table member add constraint member_pk PRIMARY KEY (county_id, id);
alter table member add constraint member_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])));
alter table member add constraint member_source_check CHECK ((source = ANY (ARRAY['form'::text, 'import'::text, 'correction'::text, 'system-of-record'::text])));
alter table member add constraint member_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'transferredOut'::text, 'deceased'::text, 'withdrawn'::text, 'persuadedToWithdraw'::text, 'removedFromRolls'::text, 'expelled'::text, 'probationCancelled'::text])));
create index member_identity_tail on member USING btree (county_id, identity_tail);
create index member_name_born on member USING btree (county_id, name, born_on);
create index member_party_group on member USING btree (county_id, party_group_id);
create index member_party_org on member USING btree (county_id, party_org_id, name_order, id) INCLUDE (state);
create index member_phone on member USING btree (county_id, phone_index);
create index member_phone_tail on member USING btree (county_id, "right"(phone_mask, 4));
create index member_roll on member USING btree (county_id, name_order, id) INCLUDE (party_org_id) WHERE (state = ANY (ARRAY['active'::text, 'suspended'::text]));
create index member_standing on member USING btree (county_id, converted_on, name_order, id) WHERE (state = ANY (ARRAY['active'::text, 'suspended'::text]));
grant delete, insert, select, update on member to steward_app;

create table member_affiliation (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  party_group_id uuid,
  from_on date not null,
  until_on date,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null
);
comment on table member_affiliation is 'Which branch a member belonged to from when until when; at most one row is open (R-019).';
comment on column member_affiliation.until_on is 'First day it no longer holds; empty while it holds.';
alter table member_affiliation add constraint member_affiliation_days_check CHECK (((until_on IS NULL) OR (until_on >= from_on)));
alter table member_affiliation add constraint member_affiliation_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table member_affiliation add constraint member_affiliation_party_group_fk FOREIGN KEY (county_id, party_group_id) REFERENCES party_org(county_id, id);
alter table member_affiliation add constraint member_affiliation_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table member_affiliation add constraint member_affiliation_pk PRIMARY KEY (county_id, id);
create index member_affiliation_member on member_affiliation USING btree (county_id, member_id, from_on);
create unique index member_affiliation_one_open on member_affiliation USING btree (county_id, member_id) WHERE (until_on IS NULL);
create index member_affiliation_party_group on member_affiliation USING btree (county_id, party_group_id);
create index member_affiliation_party_org on member_affiliation USING btree (county_id, party_org_id, from_on);
grant delete, insert, select, update on member_affiliation to steward_app;

create table member_category (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  category text not null,
  from_on date not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null
);
comment on table member_category is 'Dated history of the exclusive category; each row holds until the next, its requirements count from the month after (S-001, S-023).';
alter table member_category add constraint member_category_category_check CHECK ((category = ANY (ARRAY['servingMember'::text, 'retiredMember'::text, 'farmer'::text, 'student'::text, 'laidOffMember'::text, 'selfEmployed'::text, 'other'::text])));
alter table member_category add constraint member_category_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table member_category add constraint member_category_pk PRIMARY KEY (county_id, id);
create index member_category_member on member_category USING btree (county_id, member_id, from_on, id);
grant delete, insert, select, update on member_category to steward_app;

create table member_change (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  field text not null,
  before text,
  after text,
  reason text not null,
  author_account_id uuid,
  author_name text not null,
  at timestamp with time zone not null,
  source text not null,
  batch_id uuid
);
comment on table member_change is 'Append-only. Every change of a file, field by field; numbers and addresses masked. No foreign key: the trace outlives an import that is taken back.';
comment on column member_change.before is 'As shown: sealed fields masked, empty when there was nothing.';
comment on column member_change.batch_id is 'The import or correction it came with.';
alter table member_change add constraint member_change_pk PRIMARY KEY (county_id, id);
alter table member_change add constraint member_change_source_check CHECK ((source = ANY (ARRAY['form'::text, 'import'::text, 'correction'::text, 'system-of-record'::text])));
create index member_change_batch on member_change USING btree (county_id, batch_id);
create index member_change_member on member_change USING btree (county_id, member_id, at DESC);
grant insert, select on member_change to steward_app;

create table member_state_change (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  from_state text not null,
  to_state text not null,
  begins_on date not null,
  decider_name text not null default ''::text,
  body text not null default ''::text,
  decided_on date,
  reason text not null default ''::text,
  proof_of_service text not null default ''::text,
  recorded_by text not null,
  recorded_by_account_id uuid,
  recorded_at timestamp with time zone not null
);
comment on table member_state_change is 'Append-only. Dated changes of state with their author; an adverse one carries its five facts (R-212).';
comment on column member_state_change.begins_on is 'Day the new state begins.';
comment on column member_state_change.body is 'The organisation or meeting that decided.';
comment on column member_state_change.proof_of_service is 'How it is shown that the decision was handed to the member.';
alter table member_state_change add constraint member_state_change_five_facts_check CHECK (((to_state <> ALL (ARRAY['suspended'::text, 'persuadedToWithdraw'::text, 'removedFromRolls'::text, 'expelled'::text, 'probationCancelled'::text])) OR ((decider_name <> ''::text) AND (body <> ''::text) AND (decided_on IS NOT NULL) AND (reason <> ''::text) AND (proof_of_service <> ''::text))));
alter table member_state_change add constraint member_state_change_from_state_check CHECK ((from_state = ANY (ARRAY['active'::text, 'suspended'::text, 'transferredOut'::text, 'deceased'::text, 'withdrawn'::text, 'persuadedToWithdraw'::text, 'removedFromRolls'::text, 'expelled'::text, 'probationCancelled'::text])));
alter table member_state_change add constraint member_state_change_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table member_state_change add constraint member_state_change_pk PRIMARY KEY (county_id, id);
alter table member_state_change add constraint member_state_change_to_state_check CHECK ((to_state = ANY (ARRAY['active'::text, 'suspended'::text, 'transferredOut'::text, 'deceased'::text, 'withdrawn'::text, 'persuadedToWithdraw'::text, 'removedFromRolls'::text, 'expelled'::text, 'probationCancelled'::text])));
create index member_state_change_member on member_state_change USING btree (county_id, member_id, begins_on, id);
grant insert, select on member_state_change to steward_app;

create table member_tag (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  tag text not null,
  from_on date not null,
  until_on date,
  reason text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  ended_by text,
  ended_at timestamp with time zone
);
comment on table member_tag is 'Dated neutral marks beside the category; what rests on consent (hardship, illness) has its own readers elsewhere.';
comment on column member_tag.until_on is 'First day it no longer holds.';
alter table member_tag add constraint member_tag_days_check CHECK (((until_on IS NULL) OR (until_on >= from_on)));
alter table member_tag add constraint member_tag_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table member_tag add constraint member_tag_pk PRIMARY KEY (county_id, id);
alter table member_tag add constraint member_tag_tag_check CHECK ((tag = ANY (ARRAY['leadingCadreMember'::text, 'memberWithoutPost'::text, 'veteranMember'::text, 'floatingMember'::text, 'lostContactMember'::text, 'delegateRole'::text])));
create index member_tag_member on member_tag USING btree (county_id, member_id, from_on);
create unique index member_tag_one_open on member_tag USING btree (county_id, member_id, tag) WHERE (until_on IS NULL);
create index member_tag_tag on member_tag USING btree (county_id, tag, member_id) WHERE (until_on IS NULL);
grant delete, insert, select, update on member_tag to steward_app;

create table message (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  title text not null,
  body text not null,
  answer_kind text,
  answer_due_on date,
  sent_by text not null,
  sent_by_account_id uuid,
  sent_at timestamp with time zone not null,
  deliver_at timestamp with time zone not null,
  recipient_count integer not null
);
comment on table message is 'Append-only. Notices sent to the members of an organisation.';
comment on column message.answer_kind is 'What the two answers say: I can come or not, all right or not; empty asks for none.';
comment on column message.deliver_at is 'Shown from then on; later than sent where sent in the quiet hours.';
alter table message add constraint message_account_fk FOREIGN KEY (county_id, sent_by_account_id) REFERENCES account(county_id, id);
alter table message add constraint message_answer_check CHECK (((answer_kind IS NULL) = (answer_due_on IS NULL)));
alter table message add constraint message_answer_kind_check CHECK ((answer_kind = ANY (ARRAY['coming'::text, 'agreeing'::text])));
alter table message add constraint message_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table message add constraint message_pk PRIMARY KEY (county_id, id);
create index message_account on message USING btree (county_id, sent_by_account_id);
create index message_party_org on message USING btree (county_id, party_org_id, sent_at DESC);
grant insert, select on message to steward_app;

create table message_recipient (
  county_id uuid not null,
  message_id uuid not null,
  member_id uuid not null,
  channel text,
  reached_at timestamp with time zone,
  reached_by text,
  helper_name text not null default ''::text,
  answer text,
  answer_channel text,
  answer_note text not null default ''::text,
  answered_at timestamp with time zone,
  answered_by text
);
comment on table message_recipient is 'Each reader of a notice: by which channel reached, when, and the answer; not reached while empty.';
comment on column message_recipient.reached_by is 'Who recorded it: the member by reading, or the one who rang, went or posted.';
comment on column message_recipient.helper_name is 'Who carried the words, where a helper did (R-338).';
comment on column message_recipient.answer_channel is 'How the answer came; the latest counts until the day named.';
alter table message_recipient add constraint message_recipient_answer_channel_check CHECK ((answer_channel = ANY (ARRAY['screen'::text, 'phone'::text, 'helper'::text, 'paper'::text])));
alter table message_recipient add constraint message_recipient_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text])));
alter table message_recipient add constraint message_recipient_answered_check CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answer_channel IS NULL))));
alter table message_recipient add constraint message_recipient_channel_check CHECK ((channel = ANY (ARRAY['screen'::text, 'phone'::text, 'helper'::text, 'paper'::text, 'board'::text])));
alter table message_recipient add constraint message_recipient_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table message_recipient add constraint message_recipient_message_fk FOREIGN KEY (county_id, message_id) REFERENCES message(county_id, id);
alter table message_recipient add constraint message_recipient_pk PRIMARY KEY (county_id, message_id, member_id);
alter table message_recipient add constraint message_recipient_reached_check CHECK (((channel IS NULL) = (reached_at IS NULL)));
create index message_recipient_member on message_recipient USING btree (county_id, member_id);
create index message_recipient_open on message_recipient USING btree (county_id, member_id) WHERE (reached_at IS NULL);
grant delete, insert, select, update on message_recipient to steward_app;

create table month_statement (
  county_id uuid not null,
  party_org_id uuid not null,
  month text not null,
  member_id uuid not null,
  edition integer not null,
  base integer not null,
  duty integer not null,
  pledges_and_tasks integer not null,
  service_and_example integer not null,
  bonus integer not null,
  deductions integer not null,
  year_total integer not null,
  entry_ids uuid[] not null,
  reason text not null default ''::text,
  issued_at timestamp with time zone not null
);
comment on table month_statement is 'Append-only. What a member was told of a month when it closed; what an upheld objection corrects is issued again as the next edition (R-218).';
comment on column month_statement.year_total is 'All of the year of the month up to its end, base included.';
comment on column month_statement.entry_ids is 'The lines it was made from.';
comment on column month_statement.reason is 'Why it was issued again; empty for the first.';
alter table month_statement add constraint month_statement_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table month_statement add constraint month_statement_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table month_statement add constraint month_statement_pk PRIMARY KEY (county_id, party_org_id, month, member_id, edition);
create index month_statement_member on month_statement USING btree (county_id, member_id, month, edition);
grant insert, select on month_statement to steward_app;

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
  contact_hours text not null default ''::text,
  paper_place text not null default ''::text,
  routes text[] not null,
  working_days integer not null,
  names text not null,
  full_names_body text,
  full_names_document text,
  list_columns jsonb not null default '[]'::jsonb,
  list_note text not null default ''::text,
  source_kind text not null default 'none'::text,
  source_id text not null default ''::text,
  root text not null default ''::text,
  drafted_by text not null,
  drafted_by_account_id uuid not null,
  drafted_at timestamp with time zone not null,
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
  revision integer not null default 1
);
comment on table notice is 'What an organisation posts for a number of working days (R-272…R-280).';
comment on column notice.contact_hours is 'When the office answers its telephone.';
comment on column notice.paper_place is 'Where somebody without a phone puts a paper (R-338).';
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
alter table notice add constraint notice_accuracy_account_fk FOREIGN KEY (county_id, accuracy_by_account_id) REFERENCES account(county_id, id);
alter table notice add constraint notice_approved_account_fk FOREIGN KEY (county_id, approved_by_account_id) REFERENCES account(county_id, id);
alter table notice add constraint notice_checked_check CHECK (((state <> 'checked'::text) OR ((accuracy_on IS NOT NULL) AND (privacy_on IS NOT NULL))));
alter table notice add constraint notice_code_unique UNIQUE (county_id, code);
alter table notice add constraint notice_drafted_account_fk FOREIGN KEY (county_id, drafted_by_account_id) REFERENCES account(county_id, id);
alter table notice add constraint notice_kind_check CHECK ((kind = ANY (ARRAY['monthPoints'::text, 'ranking'::text, 'pledges'::text, 'admission'::text, 'appraisal'::text, 'award'::text, 'dues'::text, 'disposal'::text, 'other'::text])));
alter table notice add constraint notice_names_check CHECK ((names = ANY (ARRAY['full'::text, 'masked'::text])));
alter table notice add constraint notice_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table notice add constraint notice_pk PRIMARY KEY (county_id, id);
alter table notice add constraint notice_privacy_account_fk FOREIGN KEY (county_id, privacy_by_account_id) REFERENCES account(county_id, id);
alter table notice add constraint notice_scope_check CHECK ((scope = ANY (ARRAY['branch'::text, 'unit'::text, 'villageBoard'::text, 'public'::text])));
alter table notice add constraint notice_settled_check CHECK (((state = 'settled'::text) = (settled_on IS NOT NULL)));
alter table notice add constraint notice_shown_check CHECK (((state <> ALL (ARRAY['posted'::text, 'ended'::text, 'settled'::text])) OR ((accuracy_on IS NOT NULL) AND (privacy_on IS NOT NULL) AND (approved_by_account_id IS NOT NULL) AND (posted_on IS NOT NULL) AND (ends_on IS NOT NULL))));
alter table notice add constraint notice_source_kind_check CHECK ((source_kind = ANY (ARRAY['none'::text, 'pointsMonth'::text, 'pledges'::text, 'appraisal'::text, 'award'::text])));
alter table notice add constraint notice_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'checked'::text, 'posted'::text, 'interrupted'::text, 'ended'::text, 'settled'::text, 'dropped'::text])));
alter table notice add constraint notice_working_days_check CHECK ((working_days >= 5));
create index notice_accuracy_account on notice USING btree (county_id, accuracy_by_account_id);
create index notice_approved_account on notice USING btree (county_id, approved_by_account_id);
create index notice_drafted_account on notice USING btree (county_id, drafted_by_account_id);
create index notice_party_org on notice USING btree (county_id, party_org_id, state, posted_on);
create index notice_privacy_account on notice USING btree (county_id, privacy_by_account_id);
create index notice_running on notice USING btree (county_id, ends_on) WHERE (state = 'posted'::text);
create index notice_source on notice USING btree (county_id, source_kind, source_id);
grant delete, insert, select, update on notice to steward_app;

create table notice_move (
  county_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  move text not null,
  reason text not null default ''::text,
  by_name text not null,
  account_id uuid,
  moved_at timestamp with time zone not null
);
comment on table notice_move is 'Append-only. Who did what with a notice, when and why (R-272).';
alter table notice_move add constraint notice_move_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table notice_move add constraint notice_move_move_check CHECK ((move = ANY (ARRAY['draft'::text, 'change'::text, 'check'::text, 'post'::text, 'interrupt'::text, 'reissue'::text, 'end'::text, 'settle'::text, 'drop'::text])));
alter table notice_move add constraint notice_move_notice_fk FOREIGN KEY (county_id, notice_id) REFERENCES notice(county_id, id);
alter table notice_move add constraint notice_move_pk PRIMARY KEY (county_id, id);
create index notice_move_account on notice_move USING btree (county_id, account_id);
create index notice_move_notice on notice_move USING btree (county_id, notice_id);
grant insert, select on notice_move to steward_app;

create table notice_row (
  county_id uuid not null,
  notice_id uuid not null,
  row_no integer not null,
  member_id uuid,
  name text not null,
  cells jsonb not null,
  used_ids text[] not null default '{}'::text[]
);
comment on table notice_row is 'The list of a notice as it was drafted; values stand still whatever is corrected later.';
comment on column notice_row.name is 'Full name; masked where it is shown to a wide scope.';
comment on column notice_row.cells is 'One value for each column of the list.';
comment on column notice_row.used_ids is 'Ledger entries or other facts the row was made from, so that a correction finds what is issued again (R-218).';
alter table notice_row add constraint notice_row_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table notice_row add constraint notice_row_notice_fk FOREIGN KEY (county_id, notice_id) REFERENCES notice(county_id, id);
alter table notice_row add constraint notice_row_pk PRIMARY KEY (county_id, notice_id, row_no);
create index notice_row_member on notice_row USING btree (county_id, member_id);
create index notice_row_used on notice_row USING gin (used_ids);
grant delete, insert, select, update on notice_row to steward_app;

create table notice_sheet (
  county_id uuid not null,
  notice_id uuid not null,
  posting_no integer not null,
  posted_on date not null,
  taken_down_on date not null,
  reason text not null,
  approved_by text not null,
  sheet jsonb not null
);
comment on table notice_sheet is 'Append-only. What hung before it was taken down: words, list and root of an interrupted posting (R-277, R-280).';
alter table notice_sheet add constraint notice_sheet_notice_fk FOREIGN KEY (county_id, notice_id) REFERENCES notice(county_id, id);
alter table notice_sheet add constraint notice_sheet_pk PRIMARY KEY (county_id, notice_id, posting_no);
grant insert, select on notice_sheet to steward_app;

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
  raised_name text not null default ''::text,
  text text not null,
  first_text text not null,
  raised_on date not null,
  raised_at timestamp with time zone not null,
  taken_by text not null default ''::text,
  taken_by_account_id uuid,
  stage text not null,
  state text not null,
  handler_id uuid,
  due_on date not null,
  answer text,
  decided_by uuid,
  decided_on date,
  decided_before text[] not null default '{}'::text[],
  concerned_member_ids uuid[] not null default '{}'::uuid[],
  request_key bytea,
  revision integer not null default 1
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
alter table objection add constraint objection_code_unique UNIQUE (county_id, code);
alter table objection add constraint objection_decided_account_fk FOREIGN KEY (county_id, decided_by) REFERENCES account(county_id, id);
alter table objection add constraint objection_decided_check CHECK (((state <> ALL (ARRAY['upheld'::text, 'notUpheld'::text])) OR ((decided_by IS NOT NULL) AND (decided_on IS NOT NULL) AND (answer IS NOT NULL))));
alter table objection add constraint objection_handler_check CHECK (((state <> 'assigned'::text) OR (handler_id IS NOT NULL)));
alter table objection add constraint objection_handler_fk FOREIGN KEY (county_id, handler_id) REFERENCES account(county_id, id);
alter table objection add constraint objection_member_fk FOREIGN KEY (county_id, raised_by_member_id) REFERENCES member(county_id, id);
alter table objection add constraint objection_notice_fk FOREIGN KEY (county_id, notice_id) REFERENCES notice(county_id, id);
alter table objection add constraint objection_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table objection add constraint objection_pk PRIMARY KEY (county_id, id);
alter table objection add constraint objection_route_check CHECK ((route = ANY (ARRAY['page'::text, 'statement'::text, 'phone'::text, 'paper'::text])));
alter table objection add constraint objection_stage_check CHECK ((stage = ANY (ARRAY['branch'::text, 'baseCommittee'::text, 'county'::text])));
alter table objection add constraint objection_stage_org_fk FOREIGN KEY (county_id, stage_org_id) REFERENCES party_org(county_id, id);
alter table objection add constraint objection_state_check CHECK ((state = ANY (ARRAY['received'::text, 'assigned'::text, 'upheld'::text, 'notUpheld'::text, 'withdrawn'::text])));
alter table objection add constraint objection_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['ledgerEntry'::text, 'notice'::text, 'claim'::text, 'deduction'::text, 'grade'::text])));
alter table objection add constraint objection_taken_account_fk FOREIGN KEY (county_id, taken_by_account_id) REFERENCES account(county_id, id);
create index objection_concerned on objection USING gin (concerned_member_ids);
create index objection_decided_account on objection USING btree (county_id, decided_by);
create index objection_due on objection USING btree (county_id, due_on) WHERE (state = ANY (ARRAY['received'::text, 'assigned'::text]));
create index objection_handler on objection USING btree (county_id, handler_id);
create index objection_member on objection USING btree (county_id, raised_by_member_id);
create index objection_notice on objection USING btree (county_id, notice_id);
create unique index objection_one_open on objection USING btree (county_id, subject_kind, subject_id, raised_by_member_id) WHERE ((state = ANY (ARRAY['received'::text, 'assigned'::text])) AND (raised_by_member_id IS NOT NULL));
create index objection_party_org on objection USING btree (county_id, party_org_id, state);
create unique index objection_request_key on objection USING btree (county_id, request_key) WHERE (request_key IS NOT NULL);
create index objection_stage_org on objection USING btree (county_id, stage_org_id, state);
create index objection_subject on objection USING btree (county_id, subject_kind, subject_id);
create index objection_taken_account on objection USING btree (county_id, taken_by_account_id);
grant delete, insert, select, update on objection to steward_app;

create table objection_step (
  county_id uuid not null,
  id uuid not null,
  objection_id uuid not null,
  step text not null,
  stage text not null,
  words text not null default ''::text,
  by_name text not null,
  account_id uuid,
  taken_at timestamp with time zone not null
);
comment on table objection_step is 'Append-only. What happened to an objection, stage by stage, with each written answer (R-216, R-244).';
comment on column objection_step.by_name is 'Who handled it; empty for the one who objected.';
alter table objection_step add constraint objection_step_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table objection_step add constraint objection_step_objection_fk FOREIGN KEY (county_id, objection_id) REFERENCES objection(county_id, id);
alter table objection_step add constraint objection_step_pk PRIMARY KEY (county_id, id);
alter table objection_step add constraint objection_step_step_check CHECK ((step = ANY (ARRAY['raise'::text, 'assign'::text, 'uphold'::text, 'notUphold'::text, 'appeal'::text, 'withdraw'::text])));
create index objection_step_account on objection_step USING btree (county_id, account_id);
create index objection_step_objection on objection_step USING btree (county_id, objection_id);
grant insert, select on objection_step to steward_app;

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
  entered_at timestamp with time zone not null
);
comment on table outcome_instrument is 'Append-only. Documents an outcome rests on, version by version; the latest on a day counts (R-254, R-255).';
alter table outcome_instrument add constraint outcome_instrument_account_fk FOREIGN KEY (county_id, entered_by_account_id) REFERENCES account(county_id, id);
alter table outcome_instrument add constraint outcome_instrument_kind_check CHECK ((kind = ANY (ARRAY['encouragement'::text, 'tolerance'::text, 'upOrDown'::text, 'warningMeasures'::text, 'preAppointmentExam'::text, 'pointsInMechanisms'::text])));
alter table outcome_instrument add constraint outcome_instrument_pk PRIMARY KEY (county_id, id);
alter table outcome_instrument add constraint outcome_instrument_version_unique UNIQUE (county_id, kind, version);
alter table outcome_instrument add constraint outcome_instrument_words_check CHECK (((title <> ''::text) AND (body <> ''::text) AND (number <> ''::text)));
create index outcome_instrument_account on outcome_instrument USING btree (county_id, entered_by_account_id);
grant insert, select on outcome_instrument to steward_app;

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
  recorded_at timestamp with time zone not null,
  lifted_on date,
  lifted_for text,
  lifted_by text,
  lifted_by_account_id uuid
);
comment on table outcome_limit is 'What is closed to a member for a time, by decision: awards, promotion, an appointment in hand, the reserve (R-212, S-221, S-225, S-226).';
comment on column outcome_limit.use_id is 'The use it came with; empty for one entered by itself.';
comment on column outcome_limit.year is 'Year of the result or matter it came of.';
comment on column outcome_limit.until_on is 'Last day it holds; a limit without end is none.';
alter table outcome_limit add constraint outcome_limit_days_check CHECK (((until_on >= from_on) AND (from_on >= served_decided_on)));
alter table outcome_limit add constraint outcome_limit_five_facts_check CHECK (((document <> ''::text) AND (served_decider <> ''::text) AND (served_body <> ''::text) AND (served_reason <> ''::text) AND (served_proof <> ''::text)));
alter table outcome_limit add constraint outcome_limit_kind_check CHECK ((kind = ANY (ARRAY['awards'::text, 'promotion'::text, 'appointmentHold'::text, 'reserve'::text])));
alter table outcome_limit add constraint outcome_limit_lifted_check CHECK ((((lifted_on IS NULL) = (lifted_for IS NULL)) AND ((lifted_on IS NULL) = (lifted_by IS NULL))));
alter table outcome_limit add constraint outcome_limit_lifted_fk FOREIGN KEY (county_id, lifted_by_account_id) REFERENCES account(county_id, id);
alter table outcome_limit add constraint outcome_limit_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table outcome_limit add constraint outcome_limit_pk PRIMARY KEY (county_id, id);
alter table outcome_limit add constraint outcome_limit_served_fk FOREIGN KEY (county_id, served_by_account_id) REFERENCES account(county_id, id);
alter table outcome_limit add constraint outcome_limit_use_fk FOREIGN KEY (county_id, use_id) REFERENCES outcome_use(county_id, id);
create index outcome_limit_lifted on outcome_limit USING btree (county_id, lifted_by_account_id);
create index outcome_limit_member on outcome_limit USING btree (county_id, member_id, from_on);
create index outcome_limit_served on outcome_limit USING btree (county_id, served_by_account_id);
create index outcome_limit_use on outcome_limit USING btree (county_id, use_id);
create index outcome_limit_year on outcome_limit USING btree (county_id, year, kind);
grant delete, insert, select, update on outcome_limit to steward_app;

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
  withdrawn_on date
);
comment on table outcome_no_use is 'Why nothing came of a grade, in words and by name (S-162).';
comment on column outcome_no_use.withdrawn_on is 'Day the grade was put right or another reason took its place.';
alter table outcome_no_use add constraint outcome_no_use_account_fk FOREIGN KEY (county_id, recorded_by_account_id) REFERENCES account(county_id, id);
alter table outcome_no_use add constraint outcome_no_use_appraisal_fk FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal(county_id, id);
alter table outcome_no_use add constraint outcome_no_use_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table outcome_no_use add constraint outcome_no_use_pk PRIMARY KEY (county_id, id);
alter table outcome_no_use add constraint outcome_no_use_reason_check CHECK ((reason <> ''::text));
create index outcome_no_use_account on outcome_no_use USING btree (county_id, recorded_by_account_id);
create index outcome_no_use_appraisal on outcome_no_use USING btree (county_id, appraisal_id);
create index outcome_no_use_member on outcome_no_use USING btree (county_id, member_id, year);
create unique index outcome_no_use_once on outcome_no_use USING btree (county_id, member_id, year) WHERE (withdrawn_on IS NULL);
grant delete, insert, select, update on outcome_no_use to steward_app;

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
  issued_at timestamp with time zone not null
);
comment on table outcome_paper is 'Append-only. Lists issued under a number: the value as it stood with its template and rules; a correction is a new paper (R-316).';
comment on column outcome_paper.year is 'Year of the results it is about.';
alter table outcome_paper add constraint outcome_paper_account_fk FOREIGN KEY (county_id, issued_by_account_id) REFERENCES account(county_id, id);
alter table outcome_paper add constraint outcome_paper_kind_check CHECK ((kind = 'commendationList'::text));
alter table outcome_paper add constraint outcome_paper_number_check CHECK (((issuer <> ''::text) AND (number > 0)));
alter table outcome_paper add constraint outcome_paper_number_unique UNIQUE (county_id, issuer, number_year, number);
alter table outcome_paper add constraint outcome_paper_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table outcome_paper add constraint outcome_paper_pk PRIMARY KEY (county_id, id);
create index outcome_paper_account on outcome_paper USING btree (county_id, issued_by_account_id);
create index outcome_paper_party_org on outcome_paper USING btree (county_id, party_org_id, year);
grant insert, select on outcome_paper to steward_app;

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
  added_at timestamp with time zone not null,
  removed_by text,
  removed_by_account_id uuid,
  removed_at timestamp with time zone
);
comment on table outcome_reader is 'Who may read one case file beside the member and those who handle it, added by name with a reason (R-211).';
comment on column outcome_reader.subject_id is 'The warning, case or paper itself; no foreign key, the kinds lie in several tables.';
comment on column outcome_reader.member_id is 'The member the file is about.';
alter table outcome_reader add constraint outcome_reader_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table outcome_reader add constraint outcome_reader_added_fk FOREIGN KEY (county_id, added_by_account_id) REFERENCES account(county_id, id);
alter table outcome_reader add constraint outcome_reader_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table outcome_reader add constraint outcome_reader_pk PRIMARY KEY (county_id, id);
alter table outcome_reader add constraint outcome_reader_reason_check CHECK ((reason <> ''::text));
alter table outcome_reader add constraint outcome_reader_removed_check CHECK (((removed_at IS NULL) = (removed_by IS NULL)));
alter table outcome_reader add constraint outcome_reader_removed_fk FOREIGN KEY (county_id, removed_by_account_id) REFERENCES account(county_id, id);
alter table outcome_reader add constraint outcome_reader_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['use'::text, 'limit'::text, 'helpPlan'::text, 'warning'::text, 'caution'::text, 'tolerance'::text, 'disposal'::text, 'sanction'::text, 'handOver'::text])));
create index outcome_reader_account on outcome_reader USING btree (county_id, account_id, subject_kind);
create index outcome_reader_added on outcome_reader USING btree (county_id, added_by_account_id);
create index outcome_reader_member on outcome_reader USING btree (county_id, member_id);
create unique index outcome_reader_one_open on outcome_reader USING btree (county_id, subject_kind, subject_id, account_id) WHERE (removed_at IS NULL);
create index outcome_reader_removed on outcome_reader USING btree (county_id, removed_by_account_id);
grant delete, insert, select, update on outcome_reader to steward_app;

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
  read_at timestamp with time zone not null
);
comment on table outcome_reading is 'Append-only. Every read of a case file by somebody else than the member, who sees this list (R-211). No foreign keys: it outlives what was read.';
comment on column outcome_reading.standing is 'Why it could be read: handles the matter, or stands on the list of the file.';
alter table outcome_reading add constraint outcome_reading_pk PRIMARY KEY (county_id, id);
alter table outcome_reading add constraint outcome_reading_standing_check CHECK ((standing = ANY (ARRAY['handler'::text, 'listed'::text])));
alter table outcome_reading add constraint outcome_reading_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['use'::text, 'limit'::text, 'helpPlan'::text, 'warning'::text, 'caution'::text, 'tolerance'::text, 'disposal'::text, 'sanction'::text, 'handOver'::text])));
alter table outcome_reading add constraint outcome_reading_what_check CHECK ((what = ANY (ARRAY['page'::text, 'file'::text])));
create index outcome_reading_account on outcome_reading USING btree (county_id, account_id, read_at DESC);
create index outcome_reading_member on outcome_reading USING btree (county_id, member_id, read_at DESC);
create index outcome_reading_subject on outcome_reading USING btree (county_id, subject_kind, subject_id, read_at DESC);
grant insert, select on outcome_reading to steward_app;

create table outcome_step (
  county_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  step text not null,
  words text not null,
  by_name text not null,
  account_id uuid,
  acted_at timestamp with time zone not null
);
comment on table outcome_step is 'Append-only. What was done with a warning, caution, tolerance case or appeal, by whom and with which words.';
alter table outcome_step add constraint outcome_step_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table outcome_step add constraint outcome_step_pk PRIMARY KEY (county_id, id);
alter table outcome_step add constraint outcome_step_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['warning'::text, 'caution'::text, 'tolerance'::text, 'appeal'::text])));
create index outcome_step_account on outcome_step USING btree (county_id, account_id);
create index outcome_step_subject on outcome_step USING btree (county_id, subject_id, acted_at);
grant insert, select on outcome_step to steward_app;

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
  served_by_account_id uuid
);
comment on table outcome_use is 'What a grade may be used for, as drafts, and what the competent body made of each (R-187, R-269, S-166). A limit or measure carries its five facts (R-212).';
comment on column outcome_use.party_org_id is 'The branch that graded.';
comment on column outcome_use.body is 'The body that may decide it.';
comment on column outcome_use.reason is 'Of a limit, measure, refusal or withdrawal.';
alter table outcome_use add constraint outcome_use_appraisal_fk FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal(county_id, id);
alter table outcome_use add constraint outcome_use_body_check CHECK ((body = ANY (ARRAY['branch'::text, 'baseCommittee'::text, 'orgDepartment'::text, 'county'::text])));
alter table outcome_use add constraint outcome_use_confirmed_check CHECK (((state <> 'confirmed'::text) OR ((decided_by_account_id IS NOT NULL) AND (decided_on IS NOT NULL) AND (document <> ''::text))));
alter table outcome_use add constraint outcome_use_decided_fk FOREIGN KEY (county_id, decided_by_account_id) REFERENCES account(county_id, id);
alter table outcome_use add constraint outcome_use_declined_check CHECK (((state <> 'declined'::text) OR ((decided_by_account_id IS NOT NULL) AND (decided_on IS NOT NULL) AND (reason <> ''::text))));
alter table outcome_use add constraint outcome_use_five_facts_check CHECK (((state <> 'confirmed'::text) OR (kind <> ALL (ARRAY['limit'::text, 'measure'::text])) OR ((served_decider <> ''::text) AND (served_body <> ''::text) AND (served_decided_on IS NOT NULL) AND (served_reason <> ''::text) AND (served_proof <> ''::text) AND (served_by_account_id IS NOT NULL))));
alter table outcome_use add constraint outcome_use_grade_check CHECK ((grade = ANY (ARRAY['excellent'::text, 'qualified'::text, 'basicallyQualified'::text, 'unqualified'::text])));
alter table outcome_use add constraint outcome_use_kind_check CHECK ((kind = ANY (ARRAY['encouragement'::text, 'help'::text, 'limit'::text, 'measure'::text])));
alter table outcome_use add constraint outcome_use_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table outcome_use add constraint outcome_use_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table outcome_use add constraint outcome_use_pk PRIMARY KEY (county_id, id);
alter table outcome_use add constraint outcome_use_served_fk FOREIGN KEY (county_id, served_by_account_id) REFERENCES account(county_id, id);
alter table outcome_use add constraint outcome_use_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'confirmed'::text, 'declined'::text, 'withdrawn'::text])));
alter table outcome_use add constraint outcome_use_use_check CHECK ((use = ANY (ARRAY['cityAward'::text, 'delegate'::text, 'publicity'::text, 'promotionFirst'::text, 'reserveFirst'::text, 'studyTrip'::text, 'countyAward'::text, 'recommendation'::text, 'reserve'::text, 'helpPlan'::text, 'noAwards'::text, 'promotionOnHold'::text, 'noPromotion'::text, 'reserveEnds'::text, 'warning'::text, 'nonLeadingPost'::text, 'demotionOrRemoval'::text])));
create index outcome_use_appraisal on outcome_use USING btree (county_id, appraisal_id);
create index outcome_use_decided on outcome_use USING btree (county_id, decided_by_account_id);
create index outcome_use_member on outcome_use USING btree (county_id, member_id, year);
create unique index outcome_use_once on outcome_use USING btree (county_id, member_id, year, use, grade) WHERE (state <> 'withdrawn'::text);
create index outcome_use_party_org on outcome_use USING btree (county_id, party_org_id, year);
create index outcome_use_served on outcome_use USING btree (county_id, served_by_account_id);
create index outcome_use_year on outcome_use USING btree (county_id, year, state, use);
grant delete, insert, select, update on outcome_use to steward_app;

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
  entered_at timestamp with time zone not null
);
comment on table paper_count is 'Papers counted at the table by two, beside the electronic box (R-184).';
comment on column paper_count.persons is 'Marks and abstentions about each graded member.';
alter table paper_count add constraint paper_count_account_fk FOREIGN KEY (county_id, entered_by_account_id) REFERENCES account(county_id, id);
alter table paper_count add constraint paper_count_box_fk FOREIGN KEY (county_id, box_id) REFERENCES ballot_box(county_id, id);
alter table paper_count add constraint paper_count_counters_check CHECK ((cardinality(counters) >= 2));
alter table paper_count add constraint paper_count_pk PRIMARY KEY (county_id, box_id);
alter table paper_count add constraint paper_count_sum_check CHECK (((issued = ((cast_count + returned_blank) + not_returned)) AND (spoiled <= cast_count)));
create index paper_count_account on paper_count USING btree (county_id, entered_by_account_id);
grant delete, insert, select, update on paper_count to steward_app;

create table party_org (
  county_id uuid not null,
  id uuid not null,
  parent_id uuid,
  number integer not null,
  path ltree not null,
  kind text not null,
  form text,
  field text not null,
  unit_kind text not null,
  name text not null,
  short_name text not null,
  initials text not null,
  pinyin text not null default ''::text,
  approving boolean not null default false,
  sort_no integer not null default 0,
  founded_on date not null,
  dissolved_on date,
  task text not null default ''::text,
  task_ends_on date,
  phone text not null default ''::text,
  address text not null default ''::text,
  revision integer not null default 1
);
comment on table party_org is 'Nodes of a county''s organisation tree, from county committee to group.';
comment on column party_org.number is 'Label of this node in paths; given once, never again.';
comment on column party_org.path is 'Numbers from the root down to this node; kept by the organisation feature.';
comment on column party_org.form is 'How a branch is formed (R-021); branches only.';
comment on column party_org.unit_kind is 'Belongs to a village or a community; sets the term of office (R-007).';
comment on column party_org.initials is 'Pinyin initials of the name, for search.';
comment on column party_org.pinyin is 'Pinyin of the name without tones or blanks, for search.';
comment on column party_org.approving is 'Base committee that may approve admission, conversion, transfer and disposal (R-026).';
comment on column party_org.dissolved_on is 'First day it no longer exists.';
comment on column party_org.task is 'The task force a temporary branch ends with (R-015).';
comment on column party_org.phone is 'Office telephone, known to everybody; never a person''s own number.';
comment on column party_org.revision is 'Grows with every change; a change of an older revision is refused.';
alter table party_org add constraint party_org_branch_form_check CHECK (((kind = 'branch'::text) = (form IS NOT NULL)));
alter table party_org add constraint party_org_county_fk FOREIGN KEY (county_id) REFERENCES county(id);
alter table party_org add constraint party_org_dissolved_check CHECK ((dissolved_on >= founded_on));
alter table party_org add constraint party_org_field_check CHECK ((field = ANY (ARRAY['rural'::text, 'community'::text, 'governmentOffice'::text, 'stateFirm'::text, 'school'::text, 'privateFirm'::text, 'socialOrganisation'::text, 'otherPublicBody'::text, 'other'::text])));
alter table party_org add constraint party_org_form_check CHECK ((form = ANY (ARRAY['independent'::text, 'joint'::text, 'attached'::text, 'villageEnterprise'::text, 'villageTown'::text, 'temporary'::text, 'floating'::text, 'retired'::text, 'byTrade'::text])));
alter table party_org add constraint party_org_kind_check CHECK ((kind = ANY (ARRAY['countyCommittee'::text, 'workCommittee'::text, 'baseCommittee'::text, 'generalBranch'::text, 'branch'::text, 'partyGroup'::text])));
alter table party_org add constraint party_org_number_unique UNIQUE (county_id, number);
alter table party_org add constraint party_org_parent_fk FOREIGN KEY (county_id, parent_id) REFERENCES party_org(county_id, id);
alter table party_org add constraint party_org_pk PRIMARY KEY (county_id, id);
alter table party_org add constraint party_org_root_check CHECK (((parent_id IS NULL) = (kind = 'countyCommittee'::text)));
alter table party_org add constraint party_org_unit_kind_check CHECK ((unit_kind = ANY (ARRAY['village'::text, 'community'::text, 'other'::text])));
create index party_org_parent on party_org USING btree (county_id, parent_id);
create index party_org_path on party_org USING gist (path);
create unique index party_org_root on party_org USING btree (county_id) WHERE (parent_id IS NULL);
grant delete, insert, select, update on party_org to steward_app;

create table party_org_change (
  county_id uuid not null,
  id uuid not null,
  act_id uuid not null,
  party_org_id uuid not null,
  kind text not null,
  effective_on date not null,
  decided_by_org_id uuid,
  decided_on date,
  requested_on date,
  document_number text not null,
  reason text not null,
  before jsonb,
  after jsonb,
  author_name text not null,
  account_id uuid,
  recorded_at timestamp with time zone not null
);
comment on table party_org_change is 'Append-only. Changes of the tree as dated facts (R-012, R-013); one row for each organisation a change touches.';
comment on column party_org_change.act_id is 'Common to the rows of one decision: the sources and the target of a merge.';
comment on column party_org_change.effective_on is 'Day from which it counts.';
comment on column party_org_change.decided_by_org_id is 'Committee whose decision it is; empty when an organisation that existed already was entered.';
comment on column party_org_change.requested_on is 'Day the unit asked for it; the answer is due within a month (R-012).';
alter table party_org_change add constraint party_org_change_decided_by_fk FOREIGN KEY (county_id, decided_by_org_id) REFERENCES party_org(county_id, id);
alter table party_org_change add constraint party_org_change_kind_check CHECK ((kind = ANY (ARRAY['register'::text, 'setUp'::text, 'rename'::text, 'move'::text, 'merge'::text, 'mergedInto'::text, 'split'::text, 'splitOff'::text, 'dissolve'::text, 'changeForm'::text, 'correct'::text])));
alter table party_org_change add constraint party_org_change_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table party_org_change add constraint party_org_change_pk PRIMARY KEY (county_id, id);
create index party_org_change_act on party_org_change USING btree (county_id, act_id);
create index party_org_change_decided_by on party_org_change USING btree (county_id, decided_by_org_id);
create index party_org_change_party_org on party_org_change USING btree (county_id, party_org_id, effective_on);
grant insert, select on party_org_change to steward_app;

create table party_org_defect (
  county_id uuid not null,
  party_org_id uuid not null,
  code text not null,
  seen_on date not null,
  gone_on date
);
comment on table party_org_defect is 'When a computed defect was first seen and when it was gone (R-025); written by the daily look.';
alter table party_org_defect add constraint party_org_defect_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table party_org_defect add constraint party_org_defect_pk PRIMARY KEY (county_id, party_org_id, code, seen_on);
grant delete, insert, select, update on party_org_defect to steward_app;

create table party_org_defect_plan (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  code text not null,
  owner_name text not null,
  what text not null,
  due_on date not null,
  author_name text not null,
  account_id uuid,
  recorded_at timestamp with time zone not null
);
comment on table party_org_defect_plan is 'Append-only. Who mends a defect, how and by when (R-025, S-133); the newest for a defect counts.';
alter table party_org_defect_plan add constraint party_org_defect_plan_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table party_org_defect_plan add constraint party_org_defect_plan_pk PRIMARY KEY (county_id, id);
create index party_org_defect_plan_party_org on party_org_defect_plan USING btree (county_id, party_org_id, code);
grant insert, select on party_org_defect_plan to steward_app;

create table party_org_fact (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  kind text not null,
  value text not null,
  from_on date not null,
  basis text not null,
  author_name text not null,
  account_id uuid,
  recorded_at timestamp with time zone not null
);
comment on table party_org_fact is 'Append-only. Dated facts the defects of an organisation are computed from (S-121, S-133); the newest of a kind counts.';
comment on column party_org_fact.value is 'premises: own, rented, none; secretaryExperience and rules: yes, no; fullTimeStaff: a whole number.';
alter table party_org_fact add constraint party_org_fact_kind_check CHECK ((kind = ANY (ARRAY['premises'::text, 'secretaryExperience'::text, 'fullTimeStaff'::text, 'rules'::text])));
alter table party_org_fact add constraint party_org_fact_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table party_org_fact add constraint party_org_fact_pk PRIMARY KEY (county_id, id);
create index party_org_fact_party_org on party_org_fact USING btree (county_id, party_org_id, kind);
grant insert, select on party_org_fact to steward_app;

create table party_org_filing (
  county_id uuid not null,
  act_id uuid not null,
  filed_on date not null,
  party_org_id uuid not null,
  author_name text not null,
  account_id uuid,
  recorded_at timestamp with time zone not null
);
comment on table party_org_filing is 'Append-only. The upward filing of a change (R-012, R-013).';
comment on column party_org_filing.party_org_id is 'The organisation it was filed with.';
alter table party_org_filing add constraint party_org_filing_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table party_org_filing add constraint party_org_filing_pk PRIMARY KEY (county_id, act_id);
create index party_org_filing_party_org on party_org_filing USING btree (county_id, party_org_id);
grant insert, select on party_org_filing to steward_app;

create table peer_word (
  county_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  about_member_id uuid not null,
  by_member_id uuid not null,
  text text not null,
  said_on date not null,
  answer text,
  written_by text not null default ''::text,
  written_by_account_id uuid
);
comment on table peer_word is 'What one member says about another by name; the answer stands beside it (R-178, R-213).';
alter table peer_word add constraint peer_word_about_fk FOREIGN KEY (county_id, about_member_id) REFERENCES member(county_id, id);
alter table peer_word add constraint peer_word_account_fk FOREIGN KEY (county_id, written_by_account_id) REFERENCES account(county_id, id);
alter table peer_word add constraint peer_word_appraisal_fk FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal(county_id, id);
alter table peer_word add constraint peer_word_by_fk FOREIGN KEY (county_id, by_member_id) REFERENCES member(county_id, id);
alter table peer_word add constraint peer_word_pk PRIMARY KEY (county_id, id);
alter table peer_word add constraint peer_word_two_check CHECK ((about_member_id <> by_member_id));
create index peer_word_about on peer_word USING btree (county_id, about_member_id);
create index peer_word_account on peer_word USING btree (county_id, written_by_account_id);
create index peer_word_appraisal on peer_word USING btree (county_id, appraisal_id, about_member_id);
create index peer_word_by on peer_word USING btree (county_id, by_member_id);
grant delete, insert, select, update on peer_word to steward_app;

create table photo_hint (
  county_id uuid not null,
  file_id uuid not null,
  before_file_id uuid not null,
  distance smallint not null
);
comment on table photo_hint is 'Pictures kept before that look like a later one: for the reviewer to look at, never a reason by itself.';
comment on column photo_hint.distance is 'Bits in which the nearest of their hashes differ.';
alter table photo_hint add constraint photo_hint_before_file_fk FOREIGN KEY (county_id, before_file_id) REFERENCES stored_file(county_id, id);
alter table photo_hint add constraint photo_hint_distance_check CHECK (((distance >= 0) AND (distance <= 64)));
alter table photo_hint add constraint photo_hint_file_fk FOREIGN KEY (county_id, file_id) REFERENCES stored_file(county_id, id);
alter table photo_hint add constraint photo_hint_pk PRIMARY KEY (county_id, file_id, before_file_id);
create index photo_hint_before on photo_hint USING btree (county_id, before_file_id);
grant delete, insert, select, update on photo_hint to steward_app;

create table photo_print (
  county_id uuid not null,
  file_id uuid not null,
  hashes bigint[] not null,
  bands bigint[] not null
);
comment on table photo_print is 'Perceptual hashes of each kept picture; gone with the bytes.';
comment on column photo_print.hashes is 'Of 64 bits each: the whole, the whole in the mirror, then ten parts, each followed by itself in the mirror.';
comment on column photo_print.bands is 'Sixteen-bit pieces of the hashes, led by the end of the county''s id so that counties share none; for the search.';
alter table photo_print add constraint photo_print_file_fk FOREIGN KEY (county_id, file_id) REFERENCES stored_file(county_id, id);
alter table photo_print add constraint photo_print_pk PRIMARY KEY (county_id, file_id);
create index photo_print_bands on photo_print USING gin (bands);
grant delete, insert, select, update on photo_print to steward_app;

create table plan_item (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  year integer not null,
  position integer not null,
  title text not null,
  detail text not null default ''::text,
  added_by text not null,
  added_by_account_id uuid,
  added_at timestamp with time zone not null,
  dropped_by text,
  dropped_at timestamp with time zone
);
comment on table plan_item is 'Key tasks of an organisation''s yearly plan, which members carry in their pledges (S-182).';
comment on column plan_item.position is 'Its number in the plan; stays when others are dropped.';
alter table plan_item add constraint plan_item_account_fk FOREIGN KEY (county_id, added_by_account_id) REFERENCES account(county_id, id);
alter table plan_item add constraint plan_item_dropped_check CHECK (((dropped_by IS NULL) = (dropped_at IS NULL)));
alter table plan_item add constraint plan_item_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table plan_item add constraint plan_item_pk PRIMARY KEY (county_id, id);
alter table plan_item add constraint plan_item_position_unique UNIQUE (county_id, party_org_id, year, "position");
alter table plan_item add constraint plan_item_title_check CHECK ((title <> ''::text));
create index plan_item_account on plan_item USING btree (county_id, added_by_account_id);
grant delete, insert, select, update on plan_item to steward_app;

create table pledge (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  member_id uuid,
  period_kind text not null,
  year integer not null,
  quarter integer,
  month integer,
  text text not null,
  object text not null default ''::text,
  measure text not null default ''::text,
  quantity_hundredths integer,
  quantity_unit text not null default ''::text,
  due_on date,
  evidence text[] not null default '{}'::text[],
  source text,
  skill text not null default ''::text,
  plan_item_id uuid,
  rectifies uuid,
  state text not null,
  submitted_on date,
  submitted_at timestamp with time zone,
  late boolean not null default false,
  published_on date,
  entered_as text not null,
  entered_by text not null,
  entered_by_account_id uuid,
  consent_on date,
  consent_how text not null default ''::text,
  paper_file_id uuid,
  confirmed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  revision integer not null default 1
);
comment on table pledge is 'What a member, or an organisation, promises for a year, quarter or month (R-219), with its six parts (R-223) and where it stands (R-222).';
comment on column pledge.party_org_id is 'Branch or organisation it was made in; the present branch of a member decides who reads and judges it.';
comment on column pledge.member_id is 'Empty for a pledge of an organisation (S-190).';
comment on column pledge.text is 'The sentence as it is read on the wall.';
comment on column pledge.quantity_hundredths is 'How much, in whole hundredths of the unit.';
comment on column pledge.skill is 'Own strength it comes from, in the member''s words (S-183).';
comment on column pledge.plan_item_id is 'Item of the unit''s yearly plan it carries (S-182).';
comment on column pledge.rectifies is 'Problem of the year before that it puts right (R-229).';
comment on column pledge.late is 'Handed in after the window; taken all the same (S-186).';
comment on column pledge.entered_as is 'member: by the own hand; helper: by another member with consent; secretary: from paper or spoken words; draft: drafted out of a listed problem (R-338, R-229).';
comment on column pledge.consent_on is 'Day the member agreed that somebody else writes it down (R-338).';
comment on column pledge.consent_how is 'How the member agreed: in person, by telephone, on paper.';
comment on column pledge.confirmed_at is 'When the member confirmed what another person had entered.';
comment on column pledge.revision is 'Grows with every change; writing upon an older revision is refused.';
alter table pledge add constraint pledge_entered_account_fk FOREIGN KEY (county_id, entered_by_account_id) REFERENCES account(county_id, id);
alter table pledge add constraint pledge_entered_as_check CHECK ((entered_as = ANY (ARRAY['member'::text, 'helper'::text, 'secretary'::text, 'organisation'::text, 'draft'::text])));
alter table pledge add constraint pledge_entered_check CHECK ((((entered_as = 'organisation'::text) = (member_id IS NULL)) AND ((entered_as = ANY (ARRAY['helper'::text, 'secretary'::text])) = (consent_on IS NOT NULL))));
alter table pledge add constraint pledge_evidence_check CHECK ((evidence <@ ARRAY['photo'::text, 'witness'::text, 'paper'::text, 'roster'::text]));
alter table pledge add constraint pledge_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table pledge add constraint pledge_paper_file_fk FOREIGN KEY (county_id, paper_file_id) REFERENCES stored_file(county_id, id);
alter table pledge add constraint pledge_parts_check CHECK (((state <> ALL (ARRAY['accepted'::text, 'published'::text, 'fulfilled'::text, 'partly'::text, 'missedExplained'::text, 'dropped'::text])) OR ((object <> ''::text) AND (measure <> ''::text) AND (quantity_hundredths IS NOT NULL) AND (due_on IS NOT NULL) AND (cardinality(evidence) > 0) AND (source IS NOT NULL))));
alter table pledge add constraint pledge_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table pledge add constraint pledge_period_check CHECK ((((period_kind = 'quarter'::text) = (quarter IS NOT NULL)) AND ((period_kind = 'month'::text) = (month IS NOT NULL)) AND ((quarter >= 1) AND (quarter <= 4)) AND ((month >= 1) AND (month <= 12))));
alter table pledge add constraint pledge_period_kind_check CHECK ((period_kind = ANY (ARRAY['year'::text, 'quarter'::text, 'month'::text])));
alter table pledge add constraint pledge_pk PRIMARY KEY (county_id, id);
alter table pledge add constraint pledge_plan_item_fk FOREIGN KEY (county_id, plan_item_id) REFERENCES plan_item(county_id, id);
alter table pledge add constraint pledge_published_check CHECK (((published_on IS NOT NULL) = (state = ANY (ARRAY['published'::text, 'fulfilled'::text, 'partly'::text, 'missedExplained'::text, 'dropped'::text]))));
alter table pledge add constraint pledge_quantity_check CHECK ((((quantity_hundredths IS NULL) = (quantity_unit = ''::text)) AND (quantity_hundredths > 0)));
alter table pledge add constraint pledge_source_check CHECK ((source = ANY (ARRAY['own'::text, 'publicWish'::text, 'organisation'::text])));
alter table pledge add constraint pledge_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'submitted'::text, 'returned'::text, 'toTalk'::text, 'accepted'::text, 'published'::text, 'fulfilled'::text, 'partly'::text, 'missedExplained'::text, 'dropped'::text, 'withdrawn'::text])));
alter table pledge add constraint pledge_submitted_check CHECK ((((submitted_on IS NULL) = (submitted_at IS NULL)) AND ((submitted_on IS NOT NULL) OR (state = ANY (ARRAY['drafted'::text, 'withdrawn'::text])))));
create index pledge_entered_account on pledge USING btree (county_id, entered_by_account_id);
create index pledge_member on pledge USING btree (county_id, member_id, year);
create index pledge_paper_file on pledge USING btree (county_id, paper_file_id);
create index pledge_party_org on pledge USING btree (county_id, party_org_id, year);
create index pledge_plan_item on pledge USING btree (county_id, plan_item_id);
create unique index pledge_rectifies_once on pledge USING btree (county_id, rectifies) WHERE ((rectifies IS NOT NULL) AND (state <> 'withdrawn'::text));
create index pledge_waiting on pledge USING btree (county_id, party_org_id, submitted_at) WHERE (state = ANY (ARRAY['submitted'::text, 'toTalk'::text]));
grant delete, insert, select, update on pledge to steward_app;

create table pledge_comment (
  county_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  author_kind text not null,
  member_id uuid,
  text text not null,
  said_on date not null,
  said_at timestamp with time zone not null,
  state text not null,
  held_for text,
  read_by text,
  read_by_account_id uuid,
  read_at timestamp with time zone,
  answer text,
  answered_by text,
  answered_at timestamp with time zone,
  reported_at timestamp with time zone
);
comment on table pledge_comment is 'What the public, or a member with the own name, says of a published pledge (S-189, S-197).';
comment on column pledge_comment.state is 'received: of the public, not read yet; shown; held for one of the listed reasons, being critical is none of them.';
comment on column pledge_comment.reported_at is 'When the one it is about asked that somebody read it again; empty once that was done.';
alter table pledge_comment add constraint pledge_comment_account_fk FOREIGN KEY (county_id, read_by_account_id) REFERENCES account(county_id, id);
alter table pledge_comment add constraint pledge_comment_answer_check CHECK (((answer IS NULL) = (answered_at IS NULL)));
alter table pledge_comment add constraint pledge_comment_author_check CHECK (((author_kind = ANY (ARRAY['public'::text, 'member'::text])) AND ((author_kind = 'member'::text) = (member_id IS NOT NULL))));
alter table pledge_comment add constraint pledge_comment_held_check CHECK ((((state = 'held'::text) = (held_for IS NOT NULL)) AND (held_for = ANY (ARRAY['privateContent'::text, 'insult'::text, 'offTopic'::text, 'advertising'::text]))));
alter table pledge_comment add constraint pledge_comment_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table pledge_comment add constraint pledge_comment_pk PRIMARY KEY (county_id, id);
alter table pledge_comment add constraint pledge_comment_pledge_fk FOREIGN KEY (county_id, pledge_id) REFERENCES pledge(county_id, id);
alter table pledge_comment add constraint pledge_comment_read_check CHECK ((((read_by IS NULL) = (read_at IS NULL)) AND ((author_kind = 'member'::text) OR (state = 'received'::text) OR (read_at IS NOT NULL))));
alter table pledge_comment add constraint pledge_comment_state_check CHECK ((state = ANY (ARRAY['received'::text, 'shown'::text, 'held'::text])));
alter table pledge_comment add constraint pledge_comment_text_check CHECK ((text <> ''::text));
create index pledge_comment_account on pledge_comment USING btree (county_id, read_by_account_id);
create index pledge_comment_member on pledge_comment USING btree (county_id, member_id);
create index pledge_comment_pledge on pledge_comment USING btree (county_id, pledge_id, said_at);
create index pledge_comment_waiting on pledge_comment USING btree (county_id, said_at) WHERE ((state = 'received'::text) OR (reported_at IS NOT NULL));
grant delete, insert, select, update on pledge_comment to steward_app;

create table pledge_move (
  county_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  from_state text,
  to_state text not null,
  note text not null default ''::text,
  moved_by text not null,
  moved_by_account_id uuid,
  moved_on date not null,
  moved_at timestamp with time zone not null
);
comment on table pledge_move is 'Append-only. The way of a pledge from state to state, with who and when.';
comment on column pledge_move.from_state is 'Empty for its first line.';
alter table pledge_move add constraint pledge_move_account_fk FOREIGN KEY (county_id, moved_by_account_id) REFERENCES account(county_id, id);
alter table pledge_move add constraint pledge_move_from_state_check CHECK ((from_state = ANY (ARRAY['drafted'::text, 'submitted'::text, 'returned'::text, 'toTalk'::text, 'accepted'::text, 'published'::text, 'fulfilled'::text, 'partly'::text, 'missedExplained'::text, 'dropped'::text, 'withdrawn'::text])));
alter table pledge_move add constraint pledge_move_pk PRIMARY KEY (county_id, id);
alter table pledge_move add constraint pledge_move_pledge_fk FOREIGN KEY (county_id, pledge_id) REFERENCES pledge(county_id, id);
alter table pledge_move add constraint pledge_move_to_state_check CHECK ((to_state = ANY (ARRAY['drafted'::text, 'submitted'::text, 'returned'::text, 'toTalk'::text, 'accepted'::text, 'published'::text, 'fulfilled'::text, 'partly'::text, 'missedExplained'::text, 'dropped'::text, 'withdrawn'::text])));
create index pledge_move_account on pledge_move USING btree (county_id, moved_by_account_id);
create index pledge_move_pledge on pledge_move USING btree (county_id, pledge_id, moved_at);
grant insert, select on pledge_move to steward_app;

create table pledge_outcome (
  county_id uuid not null,
  pledge_id uuid not null,
  outcome text not null,
  explanation text not null,
  heard_on date,
  done_hundredths integer not null,
  percent integer not null,
  judged_by text not null,
  judged_by_account_id uuid,
  judged_on date not null,
  judged_at timestamp with time zone not null
);
comment on table pledge_outcome is 'Append-only. How a pledge was judged at the end, once (R-222, R-228).';
comment on column pledge_outcome.heard_on is 'Day the member had the word; needed before a pledge is called dropped.';
comment on column pledge_outcome.done_hundredths is 'Reviewed deeds of the pledge as counted on the day.';
alter table pledge_outcome add constraint pledge_outcome_account_fk FOREIGN KEY (county_id, judged_by_account_id) REFERENCES account(county_id, id);
alter table pledge_outcome add constraint pledge_outcome_explanation_check CHECK (((outcome = 'fulfilled'::text) OR (explanation <> ''::text)));
alter table pledge_outcome add constraint pledge_outcome_heard_check CHECK (((outcome <> 'dropped'::text) OR (heard_on IS NOT NULL)));
alter table pledge_outcome add constraint pledge_outcome_outcome_check CHECK ((outcome = ANY (ARRAY['fulfilled'::text, 'partly'::text, 'missedExplained'::text, 'dropped'::text])));
alter table pledge_outcome add constraint pledge_outcome_percent_check CHECK (((percent >= 0) AND (percent <= 100)));
alter table pledge_outcome add constraint pledge_outcome_pk PRIMARY KEY (county_id, pledge_id);
alter table pledge_outcome add constraint pledge_outcome_pledge_fk FOREIGN KEY (county_id, pledge_id) REFERENCES pledge(county_id, id);
create index pledge_outcome_account on pledge_outcome USING btree (county_id, judged_by_account_id);
grant insert, select on pledge_outcome to steward_app;

create table pledge_page (
  county_id uuid not null,
  party_org_id uuid not null,
  code text not null,
  opened_by text not null,
  opened_by_account_id uuid,
  opened_at timestamp with time zone not null
);
comment on table pledge_page is 'The page on which an organisation''s published pledges are read without an account; its code stands on the sheet (S-189).';
alter table pledge_page add constraint pledge_page_account_fk FOREIGN KEY (county_id, opened_by_account_id) REFERENCES account(county_id, id);
alter table pledge_page add constraint pledge_page_code_check CHECK ((code ~ '^[a-z0-9]{8}$'::text));
alter table pledge_page add constraint pledge_page_code_unique UNIQUE (county_id, code);
alter table pledge_page add constraint pledge_page_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table pledge_page add constraint pledge_page_pk PRIMARY KEY (county_id, party_org_id);
create index pledge_page_account on pledge_page USING btree (county_id, opened_by_account_id);
grant delete, insert, select, update on pledge_page to steward_app;

create table pledge_return (
  county_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  part text not null,
  reason text not null,
  returned_by text not null,
  returned_by_account_id uuid,
  returned_on date not null,
  returned_at timestamp with time zone not null
);
comment on table pledge_return is 'Append-only. A pledge given back, with the reason and the part to change; the second one leads to a talk (R-225).';
alter table pledge_return add constraint pledge_return_account_fk FOREIGN KEY (county_id, returned_by_account_id) REFERENCES account(county_id, id);
alter table pledge_return add constraint pledge_return_part_check CHECK ((part = ANY (ARRAY['text'::text, 'object'::text, 'measure'::text, 'quantity'::text, 'dueOn'::text, 'evidence'::text, 'source'::text])));
alter table pledge_return add constraint pledge_return_pk PRIMARY KEY (county_id, id);
alter table pledge_return add constraint pledge_return_pledge_fk FOREIGN KEY (county_id, pledge_id) REFERENCES pledge(county_id, id);
alter table pledge_return add constraint pledge_return_reason_check CHECK ((reason <> ''::text));
create index pledge_return_account on pledge_return USING btree (county_id, returned_by_account_id);
create index pledge_return_pledge on pledge_return USING btree (county_id, pledge_id);
grant insert, select on pledge_return to steward_app;

create table pledge_review (
  county_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  public_wish boolean not null,
  strength boolean not null,
  organisation_need boolean not null,
  concrete boolean not null,
  comment text not null default ''::text,
  decision text not null,
  together boolean not null default false,
  reviewed_by text not null,
  reviewed_by_account_id uuid,
  reviewed_at timestamp with time zone not null
);
comment on table pledge_review is 'Append-only. How a pledge was read: the three questions, whether it is concrete, and what the reviewer adds (R-224, S-187).';
comment on column pledge_review.together is 'Accepted together with others in which nothing was hinted at.';
alter table pledge_review add constraint pledge_review_accepted_check CHECK (((decision <> 'accepted'::text) OR (public_wish AND strength AND organisation_need AND concrete)));
alter table pledge_review add constraint pledge_review_account_fk FOREIGN KEY (county_id, reviewed_by_account_id) REFERENCES account(county_id, id);
alter table pledge_review add constraint pledge_review_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'returned'::text, 'takenBack'::text])));
alter table pledge_review add constraint pledge_review_pk PRIMARY KEY (county_id, id);
alter table pledge_review add constraint pledge_review_pledge_fk FOREIGN KEY (county_id, pledge_id) REFERENCES pledge(county_id, id);
create index pledge_review_account on pledge_review USING btree (county_id, reviewed_by_account_id);
create index pledge_review_pledge on pledge_review USING btree (county_id, pledge_id);
grant insert, select on pledge_review to steward_app;

create table pledge_rules_read (
  county_id uuid not null,
  party_org_id uuid not null,
  setting_version_no integer not null,
  read_by text not null,
  read_by_account_id uuid,
  read_at timestamp with time zone not null
);
comment on table pledge_rules_read is 'Append-only. A branch''s word that it read the county''s pledge rules, per version of the setting (S-180).';
alter table pledge_rules_read add constraint pledge_rules_read_account_fk FOREIGN KEY (county_id, read_by_account_id) REFERENCES account(county_id, id);
alter table pledge_rules_read add constraint pledge_rules_read_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table pledge_rules_read add constraint pledge_rules_read_pk PRIMARY KEY (county_id, party_org_id, setting_version_no);
create index pledge_rules_read_account on pledge_rules_read USING btree (county_id, read_by_account_id);
grant insert, select on pledge_rules_read to steward_app;

create table pledge_talk (
  county_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  talked_with text not null,
  talked_on date not null,
  agreed text not null,
  recorded_by text not null,
  recorded_by_account_id uuid,
  recorded_at timestamp with time zone not null
);
comment on table pledge_talk is 'Append-only. The talk after a second return: who, when and what was agreed (R-225).';
alter table pledge_talk add constraint pledge_talk_account_fk FOREIGN KEY (county_id, recorded_by_account_id) REFERENCES account(county_id, id);
alter table pledge_talk add constraint pledge_talk_pk PRIMARY KEY (county_id, id);
alter table pledge_talk add constraint pledge_talk_pledge_fk FOREIGN KEY (county_id, pledge_id) REFERENCES pledge(county_id, id);
alter table pledge_talk add constraint pledge_talk_words_check CHECK (((talked_with <> ''::text) AND (agreed <> ''::text)));
create index pledge_talk_account on pledge_talk USING btree (county_id, recorded_by_account_id);
create index pledge_talk_pledge on pledge_talk USING btree (county_id, pledge_id);
grant insert, select on pledge_talk to steward_app;

create table points_balance (
  county_id uuid not null,
  member_id uuid not null,
  year integer not null,
  base integer not null default 0,
  duty integer not null default 0,
  pledges_and_tasks integer not null default 0,
  service_and_example integer not null default 0,
  bonus integer not null default 0,
  deductions integer not null default 0,
  outside_caps integer not null default 0,
  entry_count integer not null default 0
);
comment on table points_balance is 'Sums of a member''s lines of a year of deeds by term, kept in the transaction that writes them; locked while the caps of the year are counted.';
comment on column points_balance.outside_caps is 'Part of bonus that lies outside the caps (R-242).';
alter table points_balance add constraint points_balance_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table points_balance add constraint points_balance_pk PRIMARY KEY (county_id, member_id, year);
grant delete, insert, select, update on points_balance to steward_app;

create table points_month (
  county_id uuid not null,
  party_org_id uuid not null,
  month text not null,
  state text not null,
  notice_id uuid,
  root_size bigint,
  changed_at timestamp with time zone not null
);
comment on table points_month is 'Where a month of a branch stands (S-191); a month without a row has not begun and is open.';
comment on column points_month.notice_id is 'The notice its figures stand on.';
comment on column points_month.root_size is 'Leaves under the root that is printed on that notice.';
alter table points_month add constraint points_month_month_check CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text));
alter table points_month add constraint points_month_notice_fk FOREIGN KEY (county_id, notice_id) REFERENCES notice(county_id, id);
alter table points_month add constraint points_month_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table points_month add constraint points_month_pk PRIMARY KEY (county_id, party_org_id, month);
alter table points_month add constraint points_month_state_check CHECK ((state = ANY (ARRAY['open'::text, 'reviewing'::text, 'publishing'::text, 'closed'::text])));
create index points_month_month on points_month USING btree (county_id, month, state);
create index points_month_notice on points_month USING btree (county_id, notice_id);
grant delete, insert, select, update on points_month to steward_app;

create table points_month_move (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  month text not null,
  from_state text not null,
  to_state text not null,
  reason text not null default ''::text,
  moved_by text not null,
  moved_by_account_id uuid,
  moved_at timestamp with time zone not null
);
comment on table points_month_move is 'Append-only. Who moved a month of a branch on or back, when and why (R-233, R-277).';
alter table points_month_move add constraint points_month_move_from_state_check CHECK ((from_state = ANY (ARRAY['open'::text, 'reviewing'::text, 'publishing'::text, 'closed'::text])));
alter table points_month_move add constraint points_month_move_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table points_month_move add constraint points_month_move_pk PRIMARY KEY (county_id, id);
alter table points_month_move add constraint points_month_move_to_state_check CHECK ((to_state = ANY (ARRAY['open'::text, 'reviewing'::text, 'publishing'::text, 'closed'::text])));
create index points_month_move_month on points_month_move USING btree (county_id, party_org_id, month, moved_at);
grant insert, select on points_month_move to steward_app;

create table points_sweep (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  month text not null,
  done integer not null default 0,
  all_count integer not null,
  moved integer not null default 0,
  blocked integer not null default 0,
  started_by text not null,
  started_by_account_id uuid,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
comment on table points_sweep is 'A committee moves the late months of the branches below on, one after the other in the background (R-233).';
alter table points_sweep add constraint points_sweep_counts_check CHECK (((done <= all_count) AND ((moved + blocked) <= done)));
alter table points_sweep add constraint points_sweep_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table points_sweep add constraint points_sweep_pk PRIMARY KEY (county_id, id);
create index points_sweep_place on points_sweep USING btree (county_id, party_org_id, month, started_at);
grant delete, insert, select, update on points_sweep to steward_app;

create table problem_drop (
  county_id uuid not null,
  problem_id uuid not null,
  reason text not null,
  dropped_by text not null,
  dropped_by_account_id uuid not null,
  dropped_on date not null
);
comment on table problem_drop is 'Append-only. A problem taken off the list, with the reason: it was none, or is somebody else''s (S-230).';
alter table problem_drop add constraint problem_drop_account_fk FOREIGN KEY (county_id, dropped_by_account_id) REFERENCES account(county_id, id);
alter table problem_drop add constraint problem_drop_pk PRIMARY KEY (county_id, problem_id);
alter table problem_drop add constraint problem_drop_problem_fk FOREIGN KEY (county_id, problem_id) REFERENCES appraisal_problem(county_id, id);
alter table problem_drop add constraint problem_drop_reason_check CHECK ((reason <> ''::text));
create index problem_drop_account on problem_drop USING btree (county_id, dropped_by_account_id);
grant insert, select on problem_drop to steward_app;

create table rate_limit (
  key character varying(255) not null,
  points integer not null default 0,
  expire bigint
);
comment on table rate_limit is 'Counters of rate limits; the key names what is limited, expire is in milliseconds.';
alter table rate_limit add constraint rate_limit_pkey PRIMARY KEY (key);
grant delete, insert, select, update on rate_limit to steward_app;

create table receipt (
  county_id uuid not null,
  account_id uuid not null,
  key text not null,
  operation text not null,
  at timestamp with time zone not null,
  answer jsonb
);
comment on table receipt is 'Receipts of commands: the same key is done once and answered as often as it comes.';
alter table receipt add constraint receipt_county_fk FOREIGN KEY (county_id) REFERENCES county(id);
alter table receipt add constraint receipt_pk PRIMARY KEY (county_id, account_id, key);
create index receipt_at on receipt USING btree (county_id, at);
grant delete, insert, select, update on receipt to steward_app;

create table record_look (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  account_id uuid,
  viewer_name text not null,
  viewer_org text not null,
  what text not null,
  purpose text not null,
  note text not null default ''::text,
  fields text[] not null default '{}'::text[],
  at timestamp with time zone not null
);
comment on table record_look is 'Append-only. Who looked at which member''s file, when and why; the member sees the same list (R-211). No foreign key: it outlives an import that is taken back.';
comment on column record_look.purpose is 'A word of the list of purposes; page for a page opened in the course of work.';
comment on column record_look.fields is 'What was unmasked or exported.';
alter table record_look add constraint record_look_pk PRIMARY KEY (county_id, id);
alter table record_look add constraint record_look_what_check CHECK ((what = ANY (ARRAY['page'::text, 'unmask'::text, 'export'::text])));
create index record_look_account on record_look USING btree (county_id, account_id, at DESC);
create index record_look_member on record_look USING btree (county_id, member_id, at DESC);
grant insert, select on record_look to steward_app;

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
  confirmed_on date
);
comment on table rectification_item is 'A problem being put right, with owner, measure and date (R-191, S-209).';
alter table rectification_item add constraint rectification_item_account_fk FOREIGN KEY (county_id, confirmed_by_account_id) REFERENCES account(county_id, id);
alter table rectification_item add constraint rectification_item_confirmed_check CHECK (((state = 'confirmed'::text) = (confirmed_on IS NOT NULL)));
alter table rectification_item add constraint rectification_item_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table rectification_item add constraint rectification_item_owner_fk FOREIGN KEY (county_id, owner_member_id) REFERENCES member(county_id, id);
alter table rectification_item add constraint rectification_item_pk PRIMARY KEY (county_id, id);
alter table rectification_item add constraint rectification_item_problem_fk FOREIGN KEY (county_id, problem_id) REFERENCES appraisal_problem(county_id, id);
alter table rectification_item add constraint rectification_item_problem_unique UNIQUE (county_id, problem_id);
alter table rectification_item add constraint rectification_item_state_check CHECK ((state = ANY (ARRAY['open'::text, 'reported'::text, 'confirmed'::text, 'carriedOver'::text])));
create index rectification_item_account on rectification_item USING btree (county_id, confirmed_by_account_id);
create index rectification_item_member on rectification_item USING btree (county_id, member_id);
create index rectification_item_owner on rectification_item USING btree (county_id, owner_member_id);
grant delete, insert, select, update on rectification_item to steward_app;

create table rectification_report (
  county_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  said_on date not null,
  words text not null,
  said_by text not null,
  account_id uuid
);
comment on table rectification_report is 'Append-only. What has been done about a problem so far.';
alter table rectification_report add constraint rectification_report_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table rectification_report add constraint rectification_report_item_fk FOREIGN KEY (county_id, item_id) REFERENCES rectification_item(county_id, id);
alter table rectification_report add constraint rectification_report_pk PRIMARY KEY (county_id, id);
create index rectification_report_account on rectification_report USING btree (county_id, account_id);
create index rectification_report_item on rectification_report USING btree (county_id, item_id);
grant insert, select on rectification_report to steward_app;

create table reserve_place (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  use_id uuid,
  from_on date not null,
  document text not null,
  recorded_by text not null,
  recorded_by_account_id uuid not null,
  recorded_at timestamp with time zone not null,
  ended_on date,
  ended_document text,
  ended_use_id uuid
);
comment on table reserve_place is 'Who is a reserve cadre from when until when, by document (S-219, S-220, S-225). Read by the cadre section.';
alter table reserve_place add constraint reserve_place_account_fk FOREIGN KEY (county_id, recorded_by_account_id) REFERENCES account(county_id, id);
alter table reserve_place add constraint reserve_place_document_check CHECK ((document <> ''::text));
alter table reserve_place add constraint reserve_place_ended_check CHECK (((ended_on IS NULL) = (ended_document IS NULL)));
alter table reserve_place add constraint reserve_place_ended_use_fk FOREIGN KEY (county_id, ended_use_id) REFERENCES outcome_use(county_id, id);
alter table reserve_place add constraint reserve_place_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table reserve_place add constraint reserve_place_pk PRIMARY KEY (county_id, id);
alter table reserve_place add constraint reserve_place_use_fk FOREIGN KEY (county_id, use_id) REFERENCES outcome_use(county_id, id);
create index reserve_place_account on reserve_place USING btree (county_id, recorded_by_account_id);
create index reserve_place_ended_use on reserve_place USING btree (county_id, ended_use_id);
create index reserve_place_member on reserve_place USING btree (county_id, member_id);
create unique index reserve_place_one_open on reserve_place USING btree (county_id, member_id) WHERE (ended_on IS NULL);
create index reserve_place_use on reserve_place USING btree (county_id, use_id);
grant delete, insert, select, update on reserve_place to steward_app;

create table role_grant (
  county_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  party_org_id uuid not null,
  from_on date not null,
  until_on date,
  granted_by text not null,
  granted_at timestamp with time zone not null,
  revoked_by text,
  revoked_at timestamp with time zone
);
comment on table role_grant is 'Roles held by accounts in organisations, with dates; roles are defined in domain/access/roles.ts.';
comment on column role_grant.until_on is 'Last day it counts.';
alter table role_grant add constraint role_grant_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table role_grant add constraint role_grant_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table role_grant add constraint role_grant_pk PRIMARY KEY (county_id, id);
create index role_grant_account on role_grant USING btree (county_id, account_id);
create index role_grant_party_org on role_grant USING btree (county_id, party_org_id);
grant delete, insert, select, update on role_grant to steward_app;

create table roster_import (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  file_name text not null,
  file_sha256 text,
  file_bytes integer not null,
  state text not null,
  refusal_code text,
  refusal_details jsonb,
  sheet_name text not null default ''::text,
  fingerprint text,
  mapping jsonb,
  preview_sealed bytea,
  branches jsonb not null default '{}'::jsonb,
  row_count integer not null default 0,
  started_by text not null,
  started_by_account_id uuid,
  started_at timestamp with time zone not null,
  work_begun_at timestamp with time zone,
  progress_step text not null default ''::text,
  progress_done integer not null default 0,
  progress_all integer not null default 0,
  compared_at timestamp with time zone,
  applied_by text,
  applied_at timestamp with time zone,
  inserted_count integer not null default 0,
  updated_count integer not null default 0,
  left_count integer not null default 0,
  ended_by text,
  ended_at timestamp with time zone,
  end_reason text not null default ''::text,
  forgotten_at timestamp with time zone
);
comment on table roster_import is 'One roster as it came from an office and what became of it.';
comment on column roster_import.party_org_id is 'The organisation the roster is for; rows below it only are written.';
comment on column roster_import.file_sha256 is 'Where the file lies in the file store, sealed with the county''s key; empty once forgotten.';
comment on column roster_import.state is 'reading: being read and compared; mapping: columns must be named first; ready: compared, nothing written.';
comment on column roster_import.refusal_code is 'Why the file as a whole cannot be read.';
comment on column roster_import.mapping is 'The sheet, its header and which column holds what; `chosen` once a person settled it.';
comment on column roster_import.preview_sealed is 'The first rows as they stand, encrypted.';
comment on column roster_import.branches is 'Branch names of the roster that a person assigned: name to organisation.';
comment on column roster_import.work_begun_at is 'When the background work of the present state began; empty while it waits.';
comment on column roster_import.ended_by is 'Who took it back or gave it up.';
comment on column roster_import.forgotten_at is 'When file and sealed rows were dropped.';
alter table roster_import add constraint roster_import_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table roster_import add constraint roster_import_pk PRIMARY KEY (county_id, id);
alter table roster_import add constraint roster_import_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'unreadable'::text, 'mapping'::text, 'ready'::text, 'applying'::text, 'applied'::text, 'undone'::text, 'abandoned'::text])));
create index roster_import_party_org on roster_import USING btree (county_id, party_org_id);
create index roster_import_started on roster_import USING btree (county_id, started_at DESC);
grant delete, insert, select, update on roster_import to steward_app;

create table roster_import_row (
  county_id uuid not null,
  roster_import_id uuid not null,
  row_number integer not null,
  outcome text not null,
  act text not null,
  ticked boolean not null,
  decision text,
  name text not null,
  branch_name text not null default ''::text,
  party_org_id uuid,
  member_id uuid,
  member_revision integer,
  double_of uuid,
  other_row_number integer,
  facts jsonb not null default '{}'::jsonb,
  row_sealed bytea,
  left_code text,
  before_sealed bytea
);
comment on table roster_import_row is 'What one row of a roster would do and did; what the row says of the person is sealed.';
comment on column roster_import_row.row_number is 'As the spreadsheet counts.';
comment on column roster_import_row.act is 'What writing does with the row when it is ticked.';
comment on column roster_import_row.party_org_id is 'The branch the row means, once known. No foreign key: organisations are never deleted.';
comment on column roster_import_row.member_id is 'The member it means, or will be when it is written. No foreign key: an import can be taken back.';
comment on column roster_import_row.member_revision is 'Revision of the member it was compared with; another one is not overwritten.';
comment on column roster_import_row.double_of is 'The member a double may repeat; a person decides. No foreign key, for the same reason.';
comment on column roster_import_row.facts is 'Reasons, cautions, suggestions and changes as shown; numbers masked.';
comment on column roster_import_row.row_sealed is 'The row as read, encrypted; empty where nothing differs and once forgotten.';
comment on column roster_import_row.left_code is 'Why a ticked row was not written after all; a ticked row without it was written with its import.';
comment on column roster_import_row.before_sealed is 'What writing replaced, encrypted, to take it back.';
alter table roster_import_row add constraint roster_import_row_act_check CHECK ((act = ANY (ARRAY['insert'::text, 'update'::text, 'nothing'::text])));
alter table roster_import_row add constraint roster_import_row_decision_check CHECK ((decision = ANY (ARRAY['samePerson'::text, 'samePersonUpdate'::text, 'notSame'::text])));
alter table roster_import_row add constraint roster_import_row_import_fk FOREIGN KEY (county_id, roster_import_id) REFERENCES roster_import(county_id, id);
alter table roster_import_row add constraint roster_import_row_outcome_check CHECK ((outcome = ANY (ARRAY['new'::text, 'changed'::text, 'same'::text, 'double'::text, 'refused'::text, 'unknownBranch'::text])));
alter table roster_import_row add constraint roster_import_row_pk PRIMARY KEY (county_id, roster_import_id, row_number);
create index roster_import_row_outcome on roster_import_row USING btree (county_id, roster_import_id, outcome, row_number);
grant delete, insert, select, update on roster_import_row to steward_app;

create table roster_mapping (
  county_id uuid not null,
  fingerprint text not null,
  fields jsonb not null,
  branches jsonb not null,
  saved_by text not null,
  saved_at timestamp with time zone not null
);
comment on table roster_mapping is 'How a kind of roster is read, remembered by its headers when it was written.';
comment on column roster_mapping.fingerprint is 'SHA-256 of the headers in any order.';
alter table roster_mapping add constraint roster_mapping_county_fk FOREIGN KEY (county_id) REFERENCES county(id);
alter table roster_mapping add constraint roster_mapping_pk PRIMARY KEY (county_id, fingerprint);
grant delete, insert, select, update on roster_mapping to steward_app;

create table sanction (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  sanction text not null,
  document_number text not null,
  deciding_level text not null,
  complex boolean not null,
  probation_years integer,
  decider_name text not null,
  body text not null,
  decided_on date not null,
  reason text not null,
  proof_of_service text not null,
  effect_until_on date not null,
  recorded_by text not null,
  recorded_by_account_id uuid not null,
  recorded_at timestamp with time zone not null
);
comment on table sanction is 'Append-only. Disciplinary results as the competent body decided them, with its document number (R-208, R-210, R-212); the platform decides none. Read by those on its own list only (R-211).';
comment on column sanction.party_org_id is 'The branch the member belonged to when it was recorded.';
comment on column sanction.effect_until_on is 'Last day it keeps from promotion, or from rejoining after expulsion (R-209).';
alter table sanction add constraint sanction_account_fk FOREIGN KEY (county_id, recorded_by_account_id) REFERENCES account(county_id, id);
alter table sanction add constraint sanction_document_unique UNIQUE (county_id, member_id, document_number);
alter table sanction add constraint sanction_five_facts_check CHECK (((document_number <> ''::text) AND (decider_name <> ''::text) AND (body <> ''::text) AND (reason <> ''::text) AND (proof_of_service <> ''::text)));
alter table sanction add constraint sanction_level_check CHECK (((deciding_level = ANY (ARRAY['baseCommittee'::text, 'countyDiscipline'::text, 'higher'::text])) AND ((deciding_level <> 'baseCommittee'::text) OR ((sanction <> 'expulsion'::text) AND (NOT complex)))));
alter table sanction add constraint sanction_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table sanction add constraint sanction_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table sanction add constraint sanction_pk PRIMARY KEY (county_id, id);
alter table sanction add constraint sanction_probation_check CHECK ((((sanction = 'partyProbation'::text) = (probation_years IS NOT NULL)) AND ((probation_years IS NULL) OR (probation_years = ANY (ARRAY[1, 2])))));
alter table sanction add constraint sanction_sanction_check CHECK ((sanction = ANY (ARRAY['warning'::text, 'seriousWarning'::text, 'removalFromPost'::text, 'partyProbation'::text, 'expulsion'::text])));
create index sanction_account on sanction USING btree (county_id, recorded_by_account_id);
create index sanction_party_org on sanction USING btree (county_id, party_org_id);
grant insert, select on sanction to steward_app;

create table saved_filter (
  county_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  filter jsonb not null,
  created_at timestamp with time zone not null
);
comment on table saved_filter is 'Roster filters a person keeps by name.';
alter table saved_filter add constraint saved_filter_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table saved_filter add constraint saved_filter_name_unique UNIQUE (county_id, account_id, name);
alter table saved_filter add constraint saved_filter_pk PRIMARY KEY (county_id, id);
grant delete, insert, select, update on saved_filter to steward_app;

create table scheme (
  county_id uuid not null,
  id uuid not null,
  field text not null,
  member_class text not null
);
comment on table scheme is 'One scheme for each field and class of members; what it says stands in its versions.';
alter table scheme add constraint scheme_field_check CHECK ((field = ANY (ARRAY['rural'::text, 'community'::text, 'governmentOffice'::text, 'stateFirm'::text, 'school'::text, 'privateFirm'::text, 'socialOrganisation'::text, 'other'::text, 'every'::text])));
alter table scheme add constraint scheme_member_class_check CHECK ((member_class = ANY (ARRAY['inPost'::text, 'retired'::text, 'floating'::text, 'exempt'::text, 'probationary'::text])));
alter table scheme add constraint scheme_pk PRIMARY KEY (county_id, id);
alter table scheme add constraint scheme_place_unique UNIQUE (county_id, field, member_class);
grant delete, insert, select, update on scheme to steward_app;

create table scheme_draft (
  county_id uuid not null,
  scheme_id uuid not null,
  base_version_id uuid not null,
  content jsonb not null,
  revision integer not null default 1,
  started_by text not null,
  started_by_account_id uuid,
  started_at timestamp with time zone not null,
  changed_by text not null,
  changed_at timestamp with time zone not null
);
comment on table scheme_draft is 'The next version of a scheme while it is written; one for each scheme, gone when adopted or dropped.';
comment on column scheme_draft.base_version_id is 'The version it was begun from and is compared with.';
comment on column scheme_draft.revision is 'Grows with every change; a change of an older revision is refused.';
alter table scheme_draft add constraint scheme_draft_base_fk FOREIGN KEY (county_id, base_version_id) REFERENCES scheme_version(county_id, id);
alter table scheme_draft add constraint scheme_draft_pk PRIMARY KEY (county_id, scheme_id);
alter table scheme_draft add constraint scheme_draft_scheme_fk FOREIGN KEY (county_id, scheme_id) REFERENCES scheme(county_id, id);
create index scheme_draft_base on scheme_draft USING btree (county_id, base_version_id);
grant delete, insert, select, update on scheme_draft to steward_app;

create table scheme_version (
  county_id uuid not null,
  id uuid not null,
  scheme_id uuid not null,
  label text not null,
  effective_from text not null,
  content jsonb not null,
  adopted_body text not null,
  adopted_number text not null,
  adopted_on date not null,
  adopted_by text not null,
  adopted_by_account_id uuid,
  adopted_at timestamp with time zone not null
);
comment on table scheme_version is 'Append-only. What a scheme says from a month on, with the document that decided it; a closed month is never scored anew (R-253).';
comment on column scheme_version.effective_from is 'First month it counts in, yyyy-mm.';
comment on column scheme_version.content is 'A SchemeContent of domain/schemes: items, caps, shares, lines, clocks; points in hundredths.';
alter table scheme_version add constraint scheme_version_month_check CHECK ((effective_from ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text));
alter table scheme_version add constraint scheme_version_month_unique UNIQUE (county_id, scheme_id, effective_from);
alter table scheme_version add constraint scheme_version_pk PRIMARY KEY (county_id, id);
alter table scheme_version add constraint scheme_version_scheme_fk FOREIGN KEY (county_id, scheme_id) REFERENCES scheme(county_id, id);
grant insert, select on scheme_version to steward_app;

create table scheme_what_if (
  county_id uuid not null,
  id uuid not null,
  scheme_id uuid not null,
  base_version_id uuid not null,
  draft_revision integer not null,
  content jsonb not null,
  year integer not null,
  until_on date not null,
  state text not null,
  progress_done integer not null default 0,
  progress_all integer not null default 0,
  result jsonb,
  started_by text not null,
  started_by_account_id uuid,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone
);
comment on table scheme_what_if is 'A draft run over the lines of a year beside the version it changes (R-245, R-253); the latest of each scheme.';
comment on column scheme_what_if.content is 'The draft as it was when it was run.';
comment on column scheme_what_if.until_on is 'The last day of deeds counted; the day it was run while the year was not over.';
comment on column scheme_what_if.progress_done is 'Members looked at so far, of progress_all.';
comment on column scheme_what_if.result is 'Counts and groups of domain/schemes/what-if; who is affected stands in scheme_what_if_member.';
alter table scheme_what_if add constraint scheme_what_if_base_fk FOREIGN KEY (county_id, base_version_id) REFERENCES scheme_version(county_id, id);
alter table scheme_what_if add constraint scheme_what_if_pk PRIMARY KEY (county_id, id);
alter table scheme_what_if add constraint scheme_what_if_scheme_fk FOREIGN KEY (county_id, scheme_id) REFERENCES scheme(county_id, id);
alter table scheme_what_if add constraint scheme_what_if_scheme_unique UNIQUE (county_id, scheme_id);
alter table scheme_what_if add constraint scheme_what_if_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])));
create index scheme_what_if_base on scheme_what_if USING btree (county_id, base_version_id);
grant delete, insert, select, update on scheme_what_if to steward_app;

create table scheme_what_if_member (
  county_id uuid not null,
  what_if_id uuid not null,
  member_id uuid not null,
  before integer not null,
  after integer not null,
  proposal_before text,
  proposal_after text
);
comment on table scheme_what_if_member is 'Whose year a draft would change, in hundredths. No foreign key to the member: it holds nothing that must outlive an import that is taken back.';
alter table scheme_what_if_member add constraint scheme_what_if_member_pk PRIMARY KEY (county_id, what_if_id, member_id);
alter table scheme_what_if_member add constraint scheme_what_if_member_what_if_fk FOREIGN KEY (county_id, what_if_id) REFERENCES scheme_what_if(county_id, id);
grant delete, insert, select, update on scheme_what_if_member to steward_app;

create table scoring_exemption (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  from_on date not null,
  until_on date,
  decided_by_body text not null,
  decided_on date not null,
  document text not null default ''::text,
  recorded_by text not null,
  recorded_by_account_id uuid,
  recorded_at timestamp with time zone not null,
  ended_by text,
  ended_at timestamp with time zone
);
comment on table scoring_exemption is 'Members left out of scoring by decision of the assembly, approved above (R-170, R-171). The ground is never written here (R-278).';
comment on column scoring_exemption.until_on is 'First day it no longer holds; empty while it holds.';
alter table scoring_exemption add constraint scoring_exemption_days_check CHECK (((until_on IS NULL) OR (until_on >= from_on)));
alter table scoring_exemption add constraint scoring_exemption_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table scoring_exemption add constraint scoring_exemption_pk PRIMARY KEY (county_id, id);
create index scoring_exemption_member on scoring_exemption USING btree (county_id, member_id, from_on);
create unique index scoring_exemption_one_open on scoring_exemption USING btree (county_id, member_id) WHERE (until_on IS NULL);
grant delete, insert, select, update on scoring_exemption to steward_app;

create table self_appraisal (
  county_id uuid not null,
  appraisal_id uuid not null,
  member_id uuid not null,
  text text not null,
  said_on date not null,
  written_by text not null default ''::text,
  written_by_account_id uuid
);
comment on table self_appraisal is 'What a member says of the own year (R-178).';
comment on column self_appraisal.written_by is 'Who wrote it down for somebody who spoke; empty for the own hand (R-338).';
alter table self_appraisal add constraint self_appraisal_account_fk FOREIGN KEY (county_id, written_by_account_id) REFERENCES account(county_id, id);
alter table self_appraisal add constraint self_appraisal_appraisal_fk FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal(county_id, id);
alter table self_appraisal add constraint self_appraisal_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table self_appraisal add constraint self_appraisal_pk PRIMARY KEY (county_id, appraisal_id, member_id);
create index self_appraisal_account on self_appraisal USING btree (county_id, written_by_account_id);
create index self_appraisal_member on self_appraisal USING btree (county_id, member_id);
grant delete, insert, select, update on self_appraisal to steward_app;

create table served_paper (
  county_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  edition integer not null,
  template_version text not null,
  value jsonb not null,
  signed_on date not null,
  signed_by_account_id uuid not null
);
comment on table served_paper is 'Append-only. A notice or finding as it was handed over, with its sources and the version of its template; a correction is a new edition.';
alter table served_paper add constraint served_paper_account_fk FOREIGN KEY (county_id, signed_by_account_id) REFERENCES account(county_id, id);
alter table served_paper add constraint served_paper_edition_unique UNIQUE (county_id, subject_kind, subject_id, edition);
alter table served_paper add constraint served_paper_pk PRIMARY KEY (county_id, id);
alter table served_paper add constraint served_paper_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['warning'::text, 'caution'::text, 'tolerance'::text])));
create index served_paper_account on served_paper USING btree (county_id, signed_by_account_id);
grant insert, select on served_paper to steward_app;

create table session (
  county_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  token_hash bytea not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  idle_minutes integer not null,
  second_factor_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_why text,
  address text not null,
  agent text not null,
  opened_with text not null default 'password'::text
);
comment on table session is 'Signed-in browsers; rows, so that they can be ended at once (R-300).';
comment on column session.token_hash is 'SHA-256 of the secret in the cookie.';
comment on column session.ends_at is 'Absolute end, whatever the use.';
comment on column session.opened_with is 'A session opened with a code from the counter carries the member''s own role only.';
alter table session add constraint session_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table session add constraint session_ended_check CHECK ((ended_why = ANY (ARRAY['signed-out'::text, 'idle'::text, 'over'::text, 'revoked'::text, 'password-changed'::text, 'account-stopped'::text])));
alter table session add constraint session_opened_with_check CHECK ((opened_with = ANY (ARRAY['password'::text, 'counter-code'::text])));
alter table session add constraint session_pk PRIMARY KEY (county_id, id);
alter table session add constraint session_token_unique UNIQUE (county_id, token_hash);
create index session_account on session USING btree (county_id, account_id);
grant delete, insert, select, update on session to steward_app;

create table setting (
  county_id uuid not null,
  area text not null,
  version_no integer not null,
  from_on date not null,
  value jsonb not null,
  decided_by text not null,
  decided_at timestamp with time zone not null
);
comment on table setting is 'Append-only. One typed, dated document per area of a county''s settings; the newest whose day has come counts.';
comment on column setting.from_on is 'First day the version counts.';
alter table setting add constraint setting_county_fk FOREIGN KEY (county_id) REFERENCES county(id);
alter table setting add constraint setting_pk PRIMARY KEY (county_id, area, version_no);
grant insert, select on setting to steward_app;

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
  recorded_at timestamp with time zone not null
);
comment on table settled_grade is 'The grade a meeting has set for a member, with its opinion (R-178, R-185, R-192). No formula writes here.';
comment on column settled_grade.reason is 'Why it differs from the proposal, or why it is low.';
comment on column settled_grade.conduct is 'What the branch knows of the year, in its own words.';
alter table settled_grade add constraint settled_grade_account_fk FOREIGN KEY (county_id, recorded_by_account_id) REFERENCES account(county_id, id);
alter table settled_grade add constraint settled_grade_appraisal_fk FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal(county_id, id);
alter table settled_grade add constraint settled_grade_grade_check CHECK ((grade = ANY (ARRAY['excellent'::text, 'qualified'::text, 'basicallyQualified'::text, 'unqualified'::text])));
alter table settled_grade add constraint settled_grade_meeting_fk FOREIGN KEY (county_id, meeting_id) REFERENCES settlement_meeting(county_id, id);
alter table settled_grade add constraint settled_grade_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table settled_grade add constraint settled_grade_pk PRIMARY KEY (county_id, appraisal_id, member_id);
alter table settled_grade add constraint settled_grade_reason_check CHECK (((reason <> ''::text) OR ((NOT differs) AND (grade <> ALL (ARRAY['basicallyQualified'::text, 'unqualified'::text])))));
alter table settled_grade add constraint settled_grade_words_check CHECK (((opinion <> ''::text) AND (conduct <> ''::text)));
create index settled_grade_account on settled_grade USING btree (county_id, recorded_by_account_id);
create index settled_grade_meeting on settled_grade USING btree (county_id, meeting_id);
create index settled_grade_member on settled_grade USING btree (county_id, member_id);
grant delete, insert, select, update on settled_grade to steward_app;

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
  recorded_at timestamp with time zone not null
);
comment on table settlement_meeting is 'Append-only. The committee, or the assembly where there is none, that set grades (R-178, R-004).';
comment on column settlement_meeting.minutes is 'Where the minutes are found.';
alter table settlement_meeting add constraint settlement_meeting_account_fk FOREIGN KEY (county_id, recorded_by_account_id) REFERENCES account(county_id, id);
alter table settlement_meeting add constraint settlement_meeting_appraisal_fk FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal(county_id, id);
alter table settlement_meeting add constraint settlement_meeting_body_check CHECK ((body = ANY (ARRAY['committee'::text, 'assembly'::text])));
alter table settlement_meeting add constraint settlement_meeting_minutes_check CHECK ((minutes <> ''::text));
alter table settlement_meeting add constraint settlement_meeting_pk PRIMARY KEY (county_id, id);
create index settlement_meeting_account on settlement_meeting USING btree (county_id, recorded_by_account_id);
create index settlement_meeting_appraisal on settlement_meeting USING btree (county_id, appraisal_id);
grant insert, select on settlement_meeting to steward_app;

create table sign_in_failure (
  county_id uuid not null,
  account_name text not null,
  failures integer not null,
  locked_until timestamp with time zone,
  last_at timestamp with time zone not null
);
comment on table sign_in_failure is 'Failed sign-ins in a row by the name that was typed, known or not, so that both are answered alike (R-299).';
alter table sign_in_failure add constraint sign_in_failure_count_check CHECK ((failures >= 0));
alter table sign_in_failure add constraint sign_in_failure_county_fk FOREIGN KEY (county_id) REFERENCES county(id);
alter table sign_in_failure add constraint sign_in_failure_pk PRIMARY KEY (county_id, account_name);
create index sign_in_failure_at on sign_in_failure USING btree (county_id, last_at);
grant delete, insert, select, update on sign_in_failure to steward_app;

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
  reason text not null default ''::text
);
comment on table signed_settlement is 'Append-only. All a settlement rests on, as it stood when it was signed; an upheld appeal is signed as the next edition (R-218).';
comment on column signed_settlement.bytes is 'The value in the form named beside it; whatever is changed later gives another digest.';
comment on column signed_settlement.reason is 'Why it was signed again; empty for the first.';
alter table signed_settlement add constraint signed_settlement_account_fk FOREIGN KEY (county_id, signed_by_account_id) REFERENCES account(county_id, id);
alter table signed_settlement add constraint signed_settlement_appraisal_fk FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal(county_id, id);
alter table signed_settlement add constraint signed_settlement_pk PRIMARY KEY (county_id, appraisal_id, edition);
create index signed_settlement_account on signed_settlement USING btree (county_id, signed_by_account_id);
grant insert, select on signed_settlement to steward_app;

create table stored_file (
  county_id uuid not null,
  id uuid not null,
  sha256 text not null,
  kept_sha256 text not null,
  name text not null,
  type text not null,
  byte_count integer not null,
  party_org_id uuid not null,
  member_id uuid,
  added_by text not null,
  added_by_account_id uuid,
  added_at timestamp with time zone not null,
  purpose text not null,
  state text not null default 'kept'::text,
  reported_by text,
  reported_at timestamp with time zone,
  report_reason text not null default ''::text,
  settled_by text,
  settled_at timestamp with time zone,
  settle_reason text not null default ''::text,
  content_sha256 text not null
);
comment on table stored_file is 'Files kept for records; equal bytes are kept once on disk, encrypted, and named here as often as they were added.';
comment on column stored_file.sha256 is 'Of the file as it was added: equal bytes, equal value.';
comment on column stored_file.kept_sha256 is 'Of the encrypted bytes: where they lie in the file store.';
comment on column stored_file.party_org_id is 'Organisation it was added at; decides who may open it where no member is named.';
comment on column stored_file.member_id is 'Whom it is about; the present branch of the member then decides who may open it.';
comment on column stored_file.state is 'withheld: reported as secret, nobody opens it until that is settled (R-309); removed: the bytes are gone.';
comment on column stored_file.content_sha256 is 'Of the bytes as they are given out. Pictures are drawn anew before they are kept, so it differs from sha256 there.';
alter table stored_file add constraint stored_file_account_fk FOREIGN KEY (county_id, added_by_account_id) REFERENCES account(county_id, id);
alter table stored_file add constraint stored_file_content_sha256_check CHECK ((content_sha256 ~ '^[0-9a-f]{64}$'::text));
alter table stored_file add constraint stored_file_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table stored_file add constraint stored_file_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table stored_file add constraint stored_file_pk PRIMARY KEY (county_id, id);
alter table stored_file add constraint stored_file_purpose_check CHECK ((purpose = ANY (ARRAY['evidence'::text, 'correction'::text, 'attachment'::text])));
alter table stored_file add constraint stored_file_report_check CHECK (((state = 'kept'::text) OR (reported_at IS NOT NULL)));
alter table stored_file add constraint stored_file_sha256_check CHECK (((sha256 ~ '^[0-9a-f]{64}$'::text) AND (kept_sha256 ~ '^[0-9a-f]{64}$'::text)));
alter table stored_file add constraint stored_file_state_check CHECK ((state = ANY (ARRAY['kept'::text, 'withheld'::text, 'removed'::text])));
create index stored_file_account on stored_file USING btree (county_id, added_by_account_id);
create index stored_file_content_sha256 on stored_file USING btree (county_id, content_sha256);
create index stored_file_kept_sha256 on stored_file USING btree (county_id, kept_sha256);
create index stored_file_member on stored_file USING btree (county_id, member_id);
create index stored_file_party_org on stored_file USING btree (county_id, party_org_id);
create index stored_file_sha256 on stored_file USING btree (county_id, sha256);
create index stored_file_withheld on stored_file USING btree (county_id, reported_at) WHERE (state = 'withheld'::text);
grant delete, insert, select, update on stored_file to steward_app;

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
  drafted_at timestamp with time zone not null,
  announced_by text,
  announced_on date,
  ended_by text,
  ended_at timestamp with time zone,
  end_reason text not null default ''::text,
  revision integer not null default 1
);
comment on table task is 'Work announced with its value before it starts: of a branch as need arises, or a key project of town or county (R-242, S-193).';
comment on column task.item_code is 'Item of the scheme it counts by; bounds the value.';
comment on column task.least is 'In hundredths for one unit; equal to most where the value is set.';
comment on column task.places is 'How many may take it; empty for as many as wish.';
alter table task add constraint task_announced_check CHECK (((state <> 'announced'::text) OR ((announced_on IS NOT NULL) AND (announced_by IS NOT NULL))));
alter table task add constraint task_before_work_check CHECK (((announced_on IS NULL) OR (announced_on <= starts_on)));
alter table task add constraint task_days_check CHECK ((due_on >= starts_on));
alter table task add constraint task_drafted_account_fk FOREIGN KEY (county_id, drafted_by_account_id) REFERENCES account(county_id, id);
alter table task add constraint task_ended_check CHECK (((state = ANY (ARRAY['closed'::text, 'cancelled'::text])) = (ended_at IS NOT NULL)));
alter table task add constraint task_kind_check CHECK ((kind = ANY (ARRAY['adHoc'::text, 'keyProject'::text])));
alter table task add constraint task_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table task add constraint task_pk PRIMARY KEY (county_id, id);
alter table task add constraint task_places_check CHECK ((places > 0));
alter table task add constraint task_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'announced'::text, 'closed'::text, 'cancelled'::text])));
alter table task add constraint task_value_check CHECK ((("least" > 0) AND (most >= "least")));
create index task_drafted_account on task USING btree (county_id, drafted_by_account_id);
create index task_party_org on task USING btree (county_id, party_org_id, state, due_on);
grant delete, insert, select, update on task to steward_app;

create table task_move (
  county_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  move text not null,
  member_id uuid,
  facts jsonb not null default '{}'::jsonb,
  reason text not null default ''::text,
  by_name text not null,
  account_id uuid,
  moved_at timestamp with time zone not null
);
comment on table task_move is 'Append-only. What happened to a task, by whom and when.';
comment on column task_move.facts is 'What a change put in place of what.';
alter table task_move add constraint task_move_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table task_move add constraint task_move_move_check CHECK ((move = ANY (ARRAY['draft'::text, 'change'::text, 'announce'::text, 'take'::text, 'giveBack'::text, 'close'::text, 'cancel'::text])));
alter table task_move add constraint task_move_pk PRIMARY KEY (county_id, id);
alter table task_move add constraint task_move_task_fk FOREIGN KEY (county_id, task_id) REFERENCES task(county_id, id);
create index task_move_account on task_move USING btree (county_id, account_id);
create index task_move_task on task_move USING btree (county_id, task_id, moved_at);
grant insert, select on task_move to steward_app;

create table task_taking (
  county_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  member_id uuid not null,
  state text not null,
  word text not null default ''::text,
  taken_on date not null,
  taken_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
comment on table task_taking is 'Who took a task, and gave it back with a word, which costs nothing (S-193).';
alter table task_taking add constraint task_taking_ended_check CHECK (((state = 'taken'::text) = (ended_at IS NULL)));
alter table task_taking add constraint task_taking_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table task_taking add constraint task_taking_pk PRIMARY KEY (county_id, id);
alter table task_taking add constraint task_taking_state_check CHECK ((state = ANY (ARRAY['taken'::text, 'givenBack'::text, 'dropped'::text])));
alter table task_taking add constraint task_taking_task_fk FOREIGN KEY (county_id, task_id) REFERENCES task(county_id, id);
alter table task_taking add constraint task_taking_word_check CHECK (((state <> 'givenBack'::text) OR (word <> ''::text)));
create index task_taking_member on task_taking USING btree (county_id, member_id, state);
create unique index task_taking_once on task_taking USING btree (county_id, task_id, member_id) WHERE (state = 'taken'::text);
create index task_taking_task on task_taking USING btree (county_id, task_id);
grant delete, insert, select, update on task_taking to steward_app;

create table thing_to_do (
  county_id uuid not null,
  id uuid not null,
  key text not null,
  kind text not null,
  account_id uuid,
  permission text,
  party_org_id uuid not null,
  facts jsonb not null,
  due_on date,
  minutes integer,
  asked_by text not null,
  subject_id uuid,
  opened_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by text,
  done_by_account_id uuid
);
comment on table thing_to_do is 'Something a person is asked to do, opened by a feature and closed when it is done.';
comment on column thing_to_do.key is 'Opened once while open, whoever asks again.';
comment on column thing_to_do.kind is 'Word the screens have a text for, led by the feature.';
comment on column thing_to_do.permission is 'Addressed to all who hold this permission for the organisation, where no account is named.';
comment on column thing_to_do.facts is 'Names, counts and dates for the text; never secrets.';
comment on column thing_to_do.minutes is 'How long it usually takes; the burden meter adds them up.';
alter table thing_to_do add constraint thing_to_do_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table thing_to_do add constraint thing_to_do_addressee_check CHECK (((account_id IS NOT NULL) OR (permission IS NOT NULL)));
alter table thing_to_do add constraint thing_to_do_done_account_fk FOREIGN KEY (county_id, done_by_account_id) REFERENCES account(county_id, id);
alter table thing_to_do add constraint thing_to_do_kind_check CHECK ((kind ~ '^[a-z-]+[.][a-z-]+$'::text));
alter table thing_to_do add constraint thing_to_do_minutes_check CHECK ((minutes > 0));
alter table thing_to_do add constraint thing_to_do_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table thing_to_do add constraint thing_to_do_pk PRIMARY KEY (county_id, id);
create index thing_to_do_account on thing_to_do USING btree (county_id, account_id, done_at);
create index thing_to_do_done_account on thing_to_do USING btree (county_id, done_by_account_id, done_at);
create unique index thing_to_do_open_key on thing_to_do USING btree (county_id, key) WHERE (done_at IS NULL);
create index thing_to_do_party_org on thing_to_do USING btree (county_id, party_org_id);
grant delete, insert, select, update on thing_to_do to steward_app;

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
  applied_at timestamp with time zone not null,
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
  checked_before uuid[] not null default '{}'::uuid[],
  found_before uuid[] not null default '{}'::uuid[],
  revision integer not null default 1
);
comment on table tolerance_case is 'Tolerance of an honest error: apply, accept, check, find, answer (R-256…R-261, S-214); one matter at a time.';
comment on column tolerance_case.due_on is 'Last working day of the step that runs; nothing follows by itself.';
comment on column tolerance_case.edition is 'Raised when an upheld appeal has the matter checked anew (R-218).';
comment on column tolerance_case.checked_before is 'Accounts that checked earlier editions; they do not check again. The same of found_before.';
alter table tolerance_case add constraint tolerance_case_accepted_account_fk FOREIGN KEY (county_id, accepted_by_account_id) REFERENCES account(county_id, id);
alter table tolerance_case add constraint tolerance_case_applied_account_fk FOREIGN KEY (county_id, applied_by_account_id) REFERENCES account(county_id, id);
alter table tolerance_case add constraint tolerance_case_applied_by_check CHECK ((applied_by = ANY (ARRAY['member'::text, 'organisation'::text])));
alter table tolerance_case add constraint tolerance_case_check_check CHECK (((state <> ALL (ARRAY['checked'::text, 'tolerated'::text, 'notTolerated'::text])) OR ((conditions IS NOT NULL) AND (distinctions IS NOT NULL) AND (factors IS NOT NULL) AND (exclusions IS NOT NULL) AND (checked_by_account_id IS NOT NULL) AND (checked_on IS NOT NULL))));
alter table tolerance_case add constraint tolerance_case_checked_account_fk FOREIGN KEY (county_id, checked_by_account_id) REFERENCES account(county_id, id);
alter table tolerance_case add constraint tolerance_case_finding_body_org_fk FOREIGN KEY (county_id, finding_body_org_id) REFERENCES party_org(county_id, id);
alter table tolerance_case add constraint tolerance_case_finding_check CHECK (((state = ANY (ARRAY['tolerated'::text, 'notTolerated'::text])) = (found_on IS NOT NULL)));
alter table tolerance_case add constraint tolerance_case_found_account_fk FOREIGN KEY (county_id, found_by_account_id) REFERENCES account(county_id, id);
alter table tolerance_case add constraint tolerance_case_found_by_check CHECK (((found_by_account_id IS NULL) OR (found_by_account_id <> checked_by_account_id)));
alter table tolerance_case add constraint tolerance_case_matter_check CHECK ((matter <> ''::text));
alter table tolerance_case add constraint tolerance_case_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table tolerance_case add constraint tolerance_case_number_unique UNIQUE (county_id, number_issuer, number_year, number);
alter table tolerance_case add constraint tolerance_case_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table tolerance_case add constraint tolerance_case_pk PRIMARY KEY (county_id, id);
alter table tolerance_case add constraint tolerance_case_state_check CHECK ((state = ANY (ARRAY['applied'::text, 'accepted'::text, 'notAccepted'::text, 'checked'::text, 'tolerated'::text, 'notTolerated'::text])));
alter table tolerance_case add constraint tolerance_case_warning_fk FOREIGN KEY (county_id, warning_id) REFERENCES warning(county_id, id);
create index tolerance_case_accepted_account on tolerance_case USING btree (county_id, accepted_by_account_id);
create index tolerance_case_applied_account on tolerance_case USING btree (county_id, applied_by_account_id);
create index tolerance_case_checked_account on tolerance_case USING btree (county_id, checked_by_account_id);
create index tolerance_case_finding_body_org on tolerance_case USING btree (county_id, finding_body_org_id);
create index tolerance_case_found_account on tolerance_case USING btree (county_id, found_by_account_id);
create index tolerance_case_member on tolerance_case USING btree (county_id, member_id);
create index tolerance_case_party_org on tolerance_case USING btree (county_id, party_org_id, state);
create index tolerance_case_warning on tolerance_case USING btree (county_id, warning_id);
grant delete, insert, select, update on tolerance_case to steward_app;

create table tolerance_entry (
  county_id uuid not null,
  tolerance_id uuid not null,
  entry_id uuid not null,
  reversal_id uuid
);
comment on table tolerance_entry is 'The deductions a tolerance case names, and the line that took each back (R-261).';
comment on column tolerance_entry.reversal_id is 'Null until tolerated, or where the line had been taken back before.';
alter table tolerance_entry add constraint tolerance_entry_case_fk FOREIGN KEY (county_id, tolerance_id) REFERENCES tolerance_case(county_id, id);
alter table tolerance_entry add constraint tolerance_entry_entry_fk FOREIGN KEY (county_id, entry_id) REFERENCES ledger_entry(county_id, id);
alter table tolerance_entry add constraint tolerance_entry_pk PRIMARY KEY (county_id, tolerance_id, entry_id);
alter table tolerance_entry add constraint tolerance_entry_reversal_fk FOREIGN KEY (county_id, reversal_id) REFERENCES ledger_entry(county_id, id);
create index tolerance_entry_entry on tolerance_entry USING btree (county_id, entry_id);
create index tolerance_entry_reversal on tolerance_entry USING btree (county_id, reversal_id);
grant delete, insert, select, update on tolerance_entry to steward_app;

create table tolerance_setting (
  county_id uuid not null,
  id uuid not null,
  accept_days integer not null,
  check_days integer not null,
  answer_days integer not null,
  document text not null,
  changed_by text not null,
  changed_by_account_id uuid not null,
  changed_at timestamp with time zone not null
);
comment on table tolerance_setting is 'Append-only. Working days of each step of a tolerance case (R-260); the newest counts.';
alter table tolerance_setting add constraint tolerance_setting_account_fk FOREIGN KEY (county_id, changed_by_account_id) REFERENCES account(county_id, id);
alter table tolerance_setting add constraint tolerance_setting_days_check CHECK (((accept_days >= 1) AND (accept_days <= 60) AND (check_days >= 1) AND (check_days <= 120) AND (answer_days >= 1) AND (answer_days <= 60)));
alter table tolerance_setting add constraint tolerance_setting_pk PRIMARY KEY (county_id, id);
create index tolerance_setting_account on tolerance_setting USING btree (county_id, changed_by_account_id);
grant insert, select on tolerance_setting to steward_app;

create table unit (
  county_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  initials text not null,
  town_org_id uuid not null,
  staff_count integer not null,
  full_member_count integer not null default 0,
  coverage text not null,
  party_org_id uuid,
  formed_on date,
  former_names text[] not null default '{}'::text[],
  closed_on date,
  revision integer not null default 1
);
comment on table unit is 'Firms, villages, communities, offices and schools that organisations cover, or do not (S-119, S-121).';
comment on column unit.town_org_id is 'The committee of the town or area it lies in; figures are given by it.';
comment on column unit.full_member_count is 'Full members among its staff as reported; decides on an instructor (R-022) and on a joint branch (R-002).';
comment on column unit.former_names is 'Neighbourhoods a reorganised community was made of (S-121).';
comment on column unit.closed_on is 'First day it no longer exists.';
alter table unit add constraint unit_counts_check CHECK (((staff_count >= 0) AND (full_member_count >= 0)));
alter table unit add constraint unit_coverage_check CHECK ((coverage = ANY (ARRAY['own'::text, 'joint'::text, 'attached'::text, 'none'::text])));
alter table unit add constraint unit_covered_check CHECK (((coverage = 'none'::text) = (party_org_id IS NULL)));
alter table unit add constraint unit_kind_check CHECK ((kind = ANY (ARRAY['privateFirm'::text, 'stateFirm'::text, 'village'::text, 'community'::text, 'office'::text, 'school'::text, 'socialOrganisation'::text, 'other'::text])));
alter table unit add constraint unit_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table unit add constraint unit_pk PRIMARY KEY (county_id, id);
alter table unit add constraint unit_town_org_fk FOREIGN KEY (county_id, town_org_id) REFERENCES party_org(county_id, id);
create index unit_name on unit USING btree (county_id, name);
create index unit_party_org on unit USING btree (county_id, party_org_id);
create index unit_town_org on unit USING btree (county_id, town_org_id, kind);
grant delete, insert, select, update on unit to steward_app;

create table unit_change (
  county_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  effective_on date not null,
  reason text not null,
  before jsonb,
  after jsonb not null,
  author_name text not null,
  account_id uuid,
  recorded_at timestamp with time zone not null
);
comment on table unit_change is 'Append-only. What changed of a unit and its coverage, when and why (S-119).';
alter table unit_change add constraint unit_change_pk PRIMARY KEY (county_id, id);
alter table unit_change add constraint unit_change_unit_fk FOREIGN KEY (county_id, unit_id) REFERENCES unit(county_id, id);
create index unit_change_unit on unit_change USING btree (county_id, unit_id, effective_on);
grant insert, select on unit_change to steward_app;

create table unit_instructor (
  county_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  sent_by text not null,
  from_on date not null,
  until_on date,
  author_name text not null,
  recorded_at timestamp with time zone not null
);
comment on table unit_instructor is 'Party-building instructors of firms that cannot form a branch (R-022, S-120).';
comment on column unit_instructor.sent_by is 'Office the instructor comes from.';
comment on column unit_instructor.until_on is 'Last day of the assignment.';
alter table unit_instructor add constraint unit_instructor_pk PRIMARY KEY (county_id, id);
alter table unit_instructor add constraint unit_instructor_unit_fk FOREIGN KEY (county_id, unit_id) REFERENCES unit(county_id, id);
create unique index unit_instructor_present on unit_instructor USING btree (county_id, unit_id) WHERE (until_on IS NULL);
create index unit_instructor_unit on unit_instructor USING btree (county_id, unit_id);
grant delete, insert, select, update on unit_instructor to steward_app;

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
  drafted_at timestamp with time zone not null,
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
  revision integer not null default 1
);
comment on table warning is 'A warning from draft through notice, talk and change or measure (R-266, R-268, S-213). Beyond the draft it carries the five facts (R-212).';
comment on column warning.party_org_id is 'The branch the member belonged to when it was drafted.';
comment on column warning.body_org_id is 'The competent organisation in whose name it is given.';
comment on column warning.feedback_id is 'The grade it rests on; disputed while an appeal against it runs (R-217).';
comment on column warning.entry_id is 'The deduction it rests on; disputed while an objection or a tolerance case on it runs (R-217, R-261).';
comment on column warning.no_talk_for is 'Why no talk could be held so far.';
alter table warning add constraint warning_body_org_fk FOREIGN KEY (county_id, body_org_id) REFERENCES party_org(county_id, id);
alter table warning add constraint warning_colour_check CHECK ((colour = ANY (ARRAY['yellow'::text, 'orange'::text, 'red'::text])));
alter table warning add constraint warning_drafted_account_fk FOREIGN KEY (county_id, drafted_by_account_id) REFERENCES account(county_id, id);
alter table warning add constraint warning_end_check CHECK (((state = ANY (ARRAY['changed'::text, 'lifted'::text])) = (ended_on IS NOT NULL)));
alter table warning add constraint warning_ended_account_fk FOREIGN KEY (county_id, ended_by_account_id) REFERENCES account(county_id, id);
alter table warning add constraint warning_entry_fk FOREIGN KEY (county_id, entry_id) REFERENCES ledger_entry(county_id, id);
alter table warning add constraint warning_feedback_fk FOREIGN KEY (county_id, feedback_id) REFERENCES grade_feedback(county_id, id);
alter table warning add constraint warning_five_facts_check CHECK ((((state = 'drafted'::text) AND (served_decided_on IS NULL)) OR ((served_decider <> ''::text) AND (served_body <> ''::text) AND (served_decided_on IS NOT NULL) AND (served_reason <> ''::text) AND (served_proof <> ''::text) AND (served_by_account_id IS NOT NULL))));
alter table warning add constraint warning_grave_check CHECK (((colour = 'yellow'::text) OR (grave_for <> ''::text)));
alter table warning add constraint warning_measure_account_fk FOREIGN KEY (county_id, measure_by_account_id) REFERENCES account(county_id, id);
alter table warning add constraint warning_measure_body_org_fk FOREIGN KEY (county_id, measure_body_org_id) REFERENCES party_org(county_id, id);
alter table warning add constraint warning_measure_check CHECK ((((state <> 'measured'::text) OR (measure_kind IS NOT NULL)) AND ((measure_kind IS NULL) OR ((measure_document <> ''::text) AND (measure_decider <> ''::text) AND (measure_body <> ''::text) AND (measure_decided_on IS NOT NULL) AND (measure_reason <> ''::text) AND (measure_proof <> ''::text) AND (measure_by_account_id IS NOT NULL) AND (talk_on IS NOT NULL)))));
alter table warning add constraint warning_measure_kind_check CHECK ((measure_kind = ANY (ARRAY['movePost'::text, 'nonLeadingPost'::text, 'resign'::text, 'orderedToResign'::text, 'demote'::text])));
alter table warning add constraint warning_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table warning add constraint warning_number_unique UNIQUE (county_id, number_issuer, number_year, number);
alter table warning add constraint warning_parts_check CHECK (((facts <> ''::text) AND (standard <> ''::text) AND (required_change <> ''::text) AND (helper_name <> ''::text)));
alter table warning add constraint warning_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table warning add constraint warning_pk PRIMARY KEY (county_id, id);
alter table warning add constraint warning_served_account_fk FOREIGN KEY (county_id, served_by_account_id) REFERENCES account(county_id, id);
alter table warning add constraint warning_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'noticed'::text, 'talked'::text, 'measured'::text, 'changed'::text, 'lifted'::text])));
alter table warning add constraint warning_talk_account_fk FOREIGN KEY (county_id, talk_by_account_id) REFERENCES account(county_id, id);
alter table warning add constraint warning_talk_check CHECK (((talk_on IS NULL) = (talk_words IS NULL)));
create index warning_body_org on warning USING btree (county_id, body_org_id);
create index warning_drafted_account on warning USING btree (county_id, drafted_by_account_id);
create index warning_ended_account on warning USING btree (county_id, ended_by_account_id);
create index warning_entry on warning USING btree (county_id, entry_id);
create index warning_feedback on warning USING btree (county_id, feedback_id);
create index warning_measure_account on warning USING btree (county_id, measure_by_account_id);
create index warning_measure_body_org on warning USING btree (county_id, measure_body_org_id);
create index warning_member on warning USING btree (county_id, member_id);
create index warning_party_org on warning USING btree (county_id, party_org_id, state);
create index warning_served_account on warning USING btree (county_id, served_by_account_id);
create index warning_talk_account on warning USING btree (county_id, talk_by_account_id);
grant delete, insert, select, update on warning to steward_app;

create table year_closing (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  year integer not null,
  kind text not null,
  links jsonb not null,
  members integer not null,
  carried integer not null,
  carried_points integer not null,
  closed_by text not null,
  closed_by_account_id uuid,
  closed_at timestamp with time zone not null
);
comment on table year_closing is 'Append-only. The year of a branch, or of the county, is closed; there is no way back (S-228).';
comment on column year_closing.links is 'The four links as they stood: whether complete, what was open, whether signed.';
comment on column year_closing.members is 'Members whose next year follows from it.';
comment on column year_closing.carried is 'How many of them were given a base.';
comment on column year_closing.carried_points is 'Their bases together, in hundredths.';
alter table year_closing add constraint year_closing_account_fk FOREIGN KEY (county_id, closed_by_account_id) REFERENCES account(county_id, id);
alter table year_closing add constraint year_closing_kind_check CHECK ((kind = ANY (ARRAY['branch'::text, 'county'::text])));
alter table year_closing add constraint year_closing_members_check CHECK (((members >= 0) AND ((carried >= 0) AND (carried <= members))));
alter table year_closing add constraint year_closing_once UNIQUE (county_id, party_org_id, year);
alter table year_closing add constraint year_closing_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table year_closing add constraint year_closing_pk PRIMARY KEY (county_id, id);
create index year_closing_account on year_closing USING btree (county_id, closed_by_account_id);
create index year_closing_year on year_closing USING btree (county_id, year, kind);
grant insert, select on year_closing to steward_app;

create table year_gap (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  year integer not null,
  link text not null,
  open_count integer not null,
  reason text not null,
  signer_name text not null,
  signed_by text not null,
  signed_by_account_id uuid not null,
  signed_on date not null
);
comment on table year_gap is 'Append-only. A link of the loop that is missing, signed by name with its reason (S-228).';
comment on column year_gap.open_count is 'What was open when it was signed.';
alter table year_gap add constraint year_gap_account_fk FOREIGN KEY (county_id, signed_by_account_id) REFERENCES account(county_id, id);
alter table year_gap add constraint year_gap_link_check CHECK ((link = ANY (ARRAY['pledges'::text, 'points'::text, 'appraisal'::text, 'outcomes'::text])));
alter table year_gap add constraint year_gap_once UNIQUE (county_id, party_org_id, year, link);
alter table year_gap add constraint year_gap_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table year_gap add constraint year_gap_pk PRIMARY KEY (county_id, id);
alter table year_gap add constraint year_gap_words_check CHECK (((reason <> ''::text) AND (signer_name <> ''::text)));
create index year_gap_account on year_gap USING btree (county_id, signed_by_account_id);
create index year_gap_year on year_gap USING btree (county_id, year);
grant insert, select on year_gap to steward_app;

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
  scheme_version_id uuid
);
comment on table year_result is 'Append-only. Grade and score of a member''s year as signed, with both parts (R-189, S-206); the last edition counts. In hundredths.';
comment on column year_result.outside_caps is 'Bonuses outside the caps: shown, never carried over (R-231).';
alter table year_result add constraint year_result_grade_check CHECK ((grade = ANY (ARRAY['excellent'::text, 'qualified'::text, 'basicallyQualified'::text, 'unqualified'::text])));
alter table year_result add constraint year_result_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table year_result add constraint year_result_percent_check CHECK (((process_percent + appraisal_percent) = 100));
alter table year_result add constraint year_result_pk PRIMARY KEY (county_id, appraisal_id, edition, member_id);
alter table year_result add constraint year_result_scheme_version_fk FOREIGN KEY (county_id, scheme_version_id) REFERENCES scheme_version(county_id, id);
alter table year_result add constraint year_result_signed_fk FOREIGN KEY (county_id, appraisal_id, edition) REFERENCES signed_settlement(county_id, appraisal_id, edition);
create index year_result_member on year_result USING btree (county_id, member_id, year);
create index year_result_scheme_version on year_result USING btree (county_id, scheme_version_id);
grant insert, select on year_result to steward_app;

create table year_run (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  year integer not null,
  done integer not null default 0,
  all_count integer not null,
  closed integer not null default 0,
  blocked integer not null default 0,
  started_by text not null,
  started_by_account_id uuid not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
comment on table year_run is 'Somebody closes the year of all branches below that are ready, in the background and in that person''s name (S-228).';
alter table year_run add constraint year_run_account_fk FOREIGN KEY (county_id, started_by_account_id) REFERENCES account(county_id, id);
alter table year_run add constraint year_run_counts_check CHECK (((done <= all_count) AND ((closed + blocked) <= done)));
alter table year_run add constraint year_run_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table year_run add constraint year_run_pk PRIMARY KEY (county_id, id);
create index year_run_account on year_run USING btree (county_id, started_by_account_id);
create index year_run_place on year_run USING btree (county_id, party_org_id, year, started_at);
grant delete, insert, select, update on year_run to steward_app;

CREATE OR REPLACE FUNCTION public.steward_add_job(name text, payload json, run_at timestamp with time zone, key text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'graphile_worker'
AS $function$select graphile_worker.add_job(identifier => name, payload => payload, run_at => run_at, job_key => key, max_attempts => 5)$function$;
comment on function steward_add_job(text,json,timestamp with time zone,text) is 'Adds a job inside the caller''s transaction; the server''s role reaches the queue through this only.';
revoke all on function steward_add_job(text,json,timestamp with time zone,text) from public;
grant execute on function steward_add_job(text,json,timestamp with time zone,text) to steward_app;

CREATE OR REPLACE FUNCTION public.steward_analyze_members()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$analyze member, member_affiliation, member_category$function$;
comment on function steward_analyze_members() is 'Counts the member tables anew in the caller''s transaction: after thousands of rows in an empty county the checks of foreign keys would else read whole tables.';
revoke all on function steward_analyze_members() from public;
grant execute on function steward_analyze_members() to steward_app;
