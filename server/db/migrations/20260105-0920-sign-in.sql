-- Accounts, sessions and the roles they hold (R-297…R-302).
create table account (
  county_id uuid not null,
  id uuid not null,
  account_name text not null,
  name text not null,
  member_id uuid,
  password_hash text,
  password_set_at timestamptz,
  must_change_password boolean not null default true,
  state text not null,
  state_reason text not null default '',
  party_org_id uuid,
  opened_by text not null default '',
  totp_sealed bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  elder boolean not null default false,
  language text not null default 'zh',
  created_at timestamptz not null,
  last_seen_at timestamptz,
  constraint account_pk primary key (county_id, id),
  constraint account_name_unique unique (county_id, account_name),
  constraint account_member_unique unique (county_id, member_id),
  constraint account_state_check check (state in ('active', 'stopped')),
  constraint account_language_check check (language in ('zh', 'en'))
);
comment on table account is 'Who may sign in. One person, one account; never shared (R-297).';
comment on column account.password_hash is 'Argon2id in PHC form; empty while only a one-time code can open the account.';
comment on column account.account_name is 'What is typed at sign-in; small letters, kept as domain/sign-in/account-name.ts reads it.';
comment on column account.party_org_id is 'Where a person works who is no member here; a member''s place is the branch in the file.';
comment on column account.state_reason is 'Why it was stopped or started again.';
comment on column account.last_seen_at is 'Last sign-in; the list of stale accounts counts from it (R-297).';
comment on column account.totp_sealed is 'Secret of the second factor, encrypted; counts once confirmed.';
comment on column account.totp_last_step is 'Last time step used, so that a code works once.';
alter table account add constraint account_county_fk foreign key (county_id) references county (id);
alter table account add constraint account_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
create index account_party_org on account (county_id, party_org_id);
create table session (
  county_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  token_hash bytea not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  idle_minutes integer not null,
  second_factor_at timestamptz,
  ended_at timestamptz,
  ended_why text,
  address text not null,
  agent text not null,
  opened_with text not null default 'password',
  constraint session_pk primary key (county_id, id),
  constraint session_token_unique unique (county_id, token_hash),
  constraint session_ended_check check (ended_why in ('signed-out', 'idle', 'over', 'revoked', 'password-changed', 'account-stopped')),
  constraint session_opened_with_check check (opened_with in ('password', 'counter-code'))
);
comment on table session is 'Signed-in browsers; rows, so that they can be ended at once (R-300).';
comment on column session.token_hash is 'SHA-256 of the secret in the cookie.';
comment on column session.ends_at is 'Absolute end, whatever the use.';
comment on column session.opened_with is 'A session opened with a code from the counter carries the member''s own role only.';
alter table session add constraint session_account_fk foreign key (county_id, account_id) references account (county_id, id);
create index session_account on session (county_id, account_id);
create table role_grant (
  county_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  party_org_id uuid not null,
  from_on date not null,
  until_on date,
  granted_by text not null,
  granted_at timestamptz not null,
  revoked_by text,
  revoked_at timestamptz,
  constraint role_grant_pk primary key (county_id, id)
);
comment on table role_grant is 'Roles held by accounts in organisations, with dates; roles are defined in domain/access/roles.ts.';
comment on column role_grant.until_on is 'Last day it counts.';
alter table role_grant add constraint role_grant_account_fk foreign key (county_id, account_id) references account (county_id, id);
alter table role_grant add constraint role_grant_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
create index role_grant_account on role_grant (county_id, account_id);
create index role_grant_party_org on role_grant (county_id, party_org_id);
create table sign_in_failure (
  county_id uuid not null,
  account_name text not null,
  failures integer not null,
  locked_until timestamptz,
  last_at timestamptz not null,
  constraint sign_in_failure_pk primary key (county_id, account_name),
  constraint sign_in_failure_count_check check (failures >= 0)
);
comment on table sign_in_failure is 'Failed sign-ins in a row by the name that was typed, known or not, so that both are answered alike (R-299).';
alter table sign_in_failure add constraint sign_in_failure_county_fk foreign key (county_id) references county (id);
create index sign_in_failure_at on sign_in_failure (county_id, last_at);
create table counter_code (
  county_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  code_index bytea not null,
  issued_by_account_id uuid not null,
  issued_by text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  session_id uuid,
  voided_at timestamptz,
  wrong_tries integer not null default 0,
  constraint counter_code_pk primary key (county_id, id)
);
comment on table counter_code is 'Codes printed at the counter for people without a phone of their own; each opens one session (R-338).';
comment on column counter_code.code_index is 'Keyed digest of the digits; the code itself is kept nowhere.';
comment on column counter_code.voided_at is 'A newer code was printed, or the account was stopped.';
comment on column counter_code.session_id is 'The session it opened.';
alter table counter_code add constraint counter_code_account_fk foreign key (county_id, account_id) references account (county_id, id);
alter table counter_code add constraint counter_code_issued_by_account_fk foreign key (county_id, issued_by_account_id) references account (county_id, id);
alter table counter_code add constraint counter_code_session_fk foreign key (county_id, session_id) references session (county_id, id) on delete set null (session_id);
create index counter_code_account on counter_code (county_id, account_id);
create index counter_code_issued_by_account on counter_code (county_id, issued_by_account_id);
create index counter_code_session on counter_code (county_id, session_id);
create table installation (
  id integer primary key,
  set_up_code_hash bytea,
  code_made_at timestamptz,
  set_up_at timestamptz,
  constraint installation_one_check check (id = 1)
);
comment on table installation is 'The one row about this installation. Reference data, without county key.';
comment on column installation.set_up_code_hash is 'SHA-256 of the code shown in the terminal that sets up the first county; empty once used.';
