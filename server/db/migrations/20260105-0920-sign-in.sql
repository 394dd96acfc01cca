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
  failed_count integer not null default 0,
  locked_until timestamptz,
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
comment on column account.totp_sealed is 'Secret of the second factor, encrypted; counts once confirmed.';
comment on column account.totp_last_step is 'Last time step used, so that a code works once.';
alter table account add constraint account_county_fk foreign key (county_id) references county (id);
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
  constraint session_pk primary key (county_id, id),
  constraint session_token_unique unique (county_id, token_hash),
  constraint session_ended_check check (ended_why in ('signed-out', 'idle', 'over', 'revoked', 'password-changed', 'account-stopped'))
);
comment on table session is 'Signed-in browsers; rows, so that they can be ended at once (R-300).';
comment on column session.token_hash is 'SHA-256 of the secret in the cookie.';
comment on column session.ends_at is 'Absolute end, whatever the use.';
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
