-- What the platform itself keeps: counties, audit, receipts, progress, limits, settings.
create table county (
  id uuid primary key,
  code text not null unique constraint county_code_form check (code ~ '^[a-z0-9-]{2,40}$'),
  name text not null,
  demo boolean not null default false,
  created_at timestamptz not null
);
comment on table county is 'A county served by this installation. Reference data: small, without county key.';
comment on column county.demo is 'Example data; screens say so.';
create table setting (
  county_id uuid not null,
  area text not null,
  version_no integer not null,
  from_on date not null,
  value jsonb not null,
  decided_by text not null,
  decided_at timestamptz not null,
  constraint setting_pk primary key (county_id, area, version_no)
);
comment on table setting is 'Append-only. One typed, dated document per area of a county''s settings; the newest whose day has come counts.';
comment on column setting.from_on is 'First day the version counts.';
alter table setting add constraint setting_county_fk foreign key (county_id) references county (id);
create table audit_entry (
  county_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  operation text not null,
  outcome text not null,
  subject jsonb not null,
  address text not null,
  constraint audit_entry_pk primary key (county_id, id)
);
comment on table audit_entry is 'Append-only. Who did what, when, with which result (R-303); failures too.';
comment on column audit_entry.outcome is 'done, or the code of the refusal or problem.';
comment on column audit_entry.subject is 'What it was about: ids, counts, purposes; never secrets.';
alter table audit_entry add constraint audit_entry_county_fk foreign key (county_id) references county (id);
create index audit_entry_at on audit_entry (county_id, at desc);
create index audit_entry_account on audit_entry (county_id, account_id, at desc);
create table receipt (
  county_id uuid not null,
  account_id uuid not null,
  key text not null,
  operation text not null,
  at timestamptz not null,
  answer jsonb,
  constraint receipt_pk primary key (county_id, account_id, key)
);
comment on table receipt is 'Receipts of commands: the same key is done once and answered as often as it comes.';
alter table receipt add constraint receipt_county_fk foreign key (county_id) references county (id);
create index receipt_at on receipt (county_id, at);
create table job_progress (
  county_id uuid not null,
  job_id text not null,
  done integer not null,
  all_count integer not null,
  step text not null,
  at timestamptz not null,
  constraint job_progress_pk primary key (county_id, job_id)
);
comment on table job_progress is 'How far background work is; written outside the transaction of the work.';
alter table job_progress add constraint job_progress_county_fk foreign key (county_id) references county (id);
create table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
comment on table rate_limit is 'Counters of rate limits; the key names what is limited, expire is in milliseconds.';
create function steward_add_job(name text, payload json, run_at timestamptz, key text) returns void language sql security definer set search_path = pg_catalog, graphile_worker as 'select graphile_worker.add_job(identifier => name, payload => payload, run_at => run_at, job_key => key, max_attempts => 5)';
comment on function steward_add_job(text, json, timestamptz, text) is 'Adds a job inside the caller''s transaction; the server''s role reaches the queue through this only.';
revoke all on function steward_add_job(text, json, timestamptz, text) from public;
grant execute on function steward_add_job(text, json, timestamptz, text) to steward_app;
