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
  failed_count integer not null default 0,
  locked_until timestamp with time zone,
  totp_sealed bytea,
  totp_confirmed_at timestamp with time zone,
  totp_last_step bigint,
  elder boolean not null default false,
  language text not null default 'zh'::text,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone
);
comment on table account is 'Who may sign in. One person, one account; never shared (R-297).';
comment on column account.password_hash is 'Argon2id in PHC form; empty while only a one-time code can open the account.';
comment on column account.totp_sealed is 'Secret of the second factor, encrypted; counts once confirmed.';
comment on column account.totp_last_step is 'Last time step used, so that a code works once.';
alter table account add constraint account_county_fk FOREIGN KEY (county_id) REFERENCES county(id);
alter table account add constraint account_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])));
alter table account add constraint account_member_fk FOREIGN KEY (county_id, member_id) REFERENCES member(county_id, id);
alter table account add constraint account_member_unique UNIQUE (county_id, member_id);
alter table account add constraint account_name_unique UNIQUE (county_id, account_name);
alter table account add constraint account_pk PRIMARY KEY (county_id, id);
alter table account add constraint account_state_check CHECK ((state = ANY (ARRAY['active'::text, 'stopped'::text])));
grant delete, insert, select, update on account to steward_app;

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

create table member (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  party_group_id uuid,
  name text not null,
  initials text not null,
  pinyin text not null,
  sex text not null,
  born_on date not null,
  nation text not null,
  education text not null,
  membership_kind text not null,
  category text not null,
  admitted_on date not null,
  converted_on date,
  joined_org_on date not null,
  post text not null default ''::text,
  work_unit text not null default ''::text,
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
  created_at timestamp with time zone not null
);
comment on table member is 'A party member of the county: the national record''s items (R-157) and where they belong.';
comment on column member.admitted_on is 'Day the assembly passed admission; membership starts here once approved (R-139).';
comment on column member.converted_on is 'Day full membership began; party standing counts from here (R-109).';
comment on column member.joined_org_on is 'Since when the member belongs to the present branch.';
comment on column member.identity_sealed is 'Identity number, encrypted with a key outside the database.';
comment on column member.identity_index is 'Blind index of the identity number: equal numbers, equal value; the number cannot be read back.';
comment on column member.identity_tail is 'Last four characters, shown masked.';
comment on column member.phone_mask is 'Phone as shown masked, 138****2210.';
comment on column member.revision is 'Grows with every change; a change of an older revision is refused.';
alter table member add constraint member_identity_unique UNIQUE (county_id, identity_index);
alter table member add constraint member_membership_kind_check CHECK ((membership_kind = ANY (ARRAY['full'::text, 'probationary'::text])));
alter table member add constraint member_party_group_fk FOREIGN KEY (county_id, party_group_id) REFERENCES party_org(county_id, id);
alter table member add constraint member_party_org_fk FOREIGN KEY (county_id, party_org_id) REFERENCES party_org(county_id, id);
alter table member add constraint member_pk PRIMARY KEY (county_id, id);
alter table member add constraint member_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])));
alter table member add constraint member_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'transferredOut'::text, 'deceased'::text, 'removed'::text, 'withdrawn'::text, 'expelled'::text])));
create index member_name_born on member USING btree (county_id, name, born_on);
create index member_party_group on member USING btree (county_id, party_group_id);
create index member_party_org on member USING btree (county_id, party_org_id, state);
create index member_phone on member USING btree (county_id, phone_index);
create index member_search on member USING gin ((((((name || ' '::text) || initials) || ' '::text) || pinyin)) gin_trgm_ops);
grant delete, insert, select, update on member to steward_app;

create table party_org (
  county_id uuid not null,
  id uuid not null,
  parent_id uuid,
  number integer not null,
  path ltree not null,
  kind text not null,
  form text not null,
  field text not null,
  name text not null,
  short_name text not null,
  initials text not null,
  approving boolean not null default false,
  sort_no integer not null default 0,
  founded_on date not null,
  dissolved_on date,
  revision integer not null default 1
);
comment on table party_org is 'Nodes of a county''s organisation tree, from county committee to group.';
comment on column party_org.number is 'Label of this node in paths; given once, never again.';
comment on column party_org.path is 'Numbers from the root down to this node; kept by the organisation feature.';
comment on column party_org.initials is 'Pinyin initials of the name, for search.';
comment on column party_org.approving is 'Base committee that may approve admission, conversion, transfer and disposal (R-026).';
comment on column party_org.revision is 'Grows with every change; a change of an older revision is refused.';
alter table party_org add constraint party_org_county_fk FOREIGN KEY (county_id) REFERENCES county(id);
alter table party_org add constraint party_org_field_check CHECK ((field = ANY (ARRAY['rural'::text, 'community'::text, 'governmentOffice'::text, 'stateFirm'::text, 'school'::text, 'privateFirm'::text, 'socialOrganisation'::text, 'otherPublicBody'::text, 'other'::text])));
alter table party_org add constraint party_org_form_check CHECK ((form = ANY (ARRAY['independent'::text, 'joint'::text, 'attached'::text, 'villageEnterprise'::text, 'villageTown'::text, 'temporary'::text, 'floating'::text, 'retired'::text, 'byTrade'::text])));
alter table party_org add constraint party_org_kind_check CHECK ((kind = ANY (ARRAY['countyCommittee'::text, 'workCommittee'::text, 'baseCommittee'::text, 'generalBranch'::text, 'branch'::text, 'partyGroup'::text])));
alter table party_org add constraint party_org_number_unique UNIQUE (county_id, number);
alter table party_org add constraint party_org_parent_fk FOREIGN KEY (county_id, parent_id) REFERENCES party_org(county_id, id);
alter table party_org add constraint party_org_pk PRIMARY KEY (county_id, id);
create index party_org_parent on party_org USING btree (county_id, parent_id);
create index party_org_path on party_org USING gist (path);
grant delete, insert, select, update on party_org to steward_app;

create table rate_limit (
  key character varying(255) not null,
  points integer not null default 0,
  expire bigint
);
comment on table rate_limit is 'Counters of rate limits, per account and address; the form is the library''s.';
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
  agent text not null
);
comment on table session is 'Signed-in browsers; rows, so that they can be ended at once (R-300).';
comment on column session.token_hash is 'SHA-256 of the secret in the cookie.';
comment on column session.ends_at is 'Absolute end, whatever the use.';
alter table session add constraint session_account_fk FOREIGN KEY (county_id, account_id) REFERENCES account(county_id, id);
alter table session add constraint session_ended_check CHECK ((ended_why = ANY (ARRAY['signed-out'::text, 'idle'::text, 'over'::text, 'revoked'::text, 'password-changed'::text, 'account-stopped'::text])));
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

CREATE OR REPLACE FUNCTION public.steward_add_job(name text, payload json, run_at timestamp with time zone, key text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'graphile_worker'
AS $function$select graphile_worker.add_job(identifier => name, payload => payload, run_at => run_at, job_key => key, max_attempts => 5)$function$;
comment on function steward_add_job(text,json,timestamp with time zone,text) is 'Adds a job inside the caller''s transaction; the server''s role reaches the queue through this only.';
revoke all on function steward_add_job(text,json,timestamp with time zone,text) from public;
grant execute on function steward_add_job(text,json,timestamp with time zone,text) to steward_app;
