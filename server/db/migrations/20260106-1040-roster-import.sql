-- Rosters sent as spreadsheets: read, compared, looked at, written in one transaction, taken back as a whole.
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
  sheet_name text not null default '',
  fingerprint text,
  mapping jsonb,
  preview_sealed bytea,
  branches jsonb not null default '{}',
  row_count integer not null default 0,
  started_by text not null,
  started_by_account_id uuid,
  started_at timestamptz not null,
  work_begun_at timestamptz,
  progress_step text not null default '',
  progress_done integer not null default 0,
  progress_all integer not null default 0,
  compared_at timestamptz,
  applied_by text,
  applied_at timestamptz,
  inserted_count integer not null default 0,
  updated_count integer not null default 0,
  left_count integer not null default 0,
  ended_by text,
  ended_at timestamptz,
  end_reason text not null default '',
  forgotten_at timestamptz,
  constraint roster_import_pk primary key (county_id, id),
  constraint roster_import_state_check check (state in ('reading', 'unreadable', 'mapping', 'ready', 'applying', 'applied', 'undone', 'abandoned'))
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
alter table roster_import add constraint roster_import_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
create index roster_import_party_org on roster_import (county_id, party_org_id);
create index roster_import_started on roster_import (county_id, started_at desc);
create table roster_import_row (
  county_id uuid not null,
  roster_import_id uuid not null,
  row_number integer not null,
  outcome text not null,
  act text not null,
  ticked boolean not null,
  decision text,
  name text not null,
  branch_name text not null default '',
  party_org_id uuid,
  member_id uuid,
  member_revision integer,
  double_of uuid,
  other_row_number integer,
  facts jsonb not null default '{}',
  row_sealed bytea,
  left_code text,
  before_sealed bytea,
  constraint roster_import_row_pk primary key (county_id, roster_import_id, row_number),
  constraint roster_import_row_outcome_check check (outcome in ('new', 'changed', 'same', 'double', 'refused', 'unknownBranch')),
  constraint roster_import_row_act_check check (act in ('insert', 'update', 'nothing')),
  constraint roster_import_row_decision_check check (decision in ('samePerson', 'samePersonUpdate', 'notSame'))
);
comment on table roster_import_row is 'What one row of a roster would do and did; what the row says of the person is sealed.';
comment on column roster_import_row.row_number is 'As the spreadsheet counts.';
comment on column roster_import_row.act is 'What writing does with the row when it is ticked.';
comment on column roster_import_row.party_org_id is 'The branch the row means, once known. No foreign key: organisations are never deleted.';
comment on column roster_import_row.member_id is 'The member it means, or will be when it is written. No foreign key: an import can be taken back.';
comment on column roster_import_row.double_of is 'The member a double may repeat; a person decides. No foreign key, for the same reason.';
comment on column roster_import_row.left_code is 'Why a ticked row was not written after all; a ticked row without it was written with its import.';
comment on column roster_import_row.member_revision is 'Revision of the member it was compared with; another one is not overwritten.';
comment on column roster_import_row.facts is 'Reasons, cautions, suggestions and changes as shown; numbers masked.';
comment on column roster_import_row.row_sealed is 'The row as read, encrypted; empty where nothing differs and once forgotten.';
comment on column roster_import_row.before_sealed is 'What writing replaced, encrypted, to take it back.';
alter table roster_import_row add constraint roster_import_row_import_fk foreign key (county_id, roster_import_id) references roster_import (county_id, id);
create index roster_import_row_outcome on roster_import_row (county_id, roster_import_id, outcome, row_number);
create table roster_mapping (
  county_id uuid not null,
  fingerprint text not null,
  fields jsonb not null,
  branches jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  constraint roster_mapping_pk primary key (county_id, fingerprint)
);
comment on table roster_mapping is 'How a kind of roster is read, remembered by its headers when it was written.';
comment on column roster_mapping.fingerprint is 'SHA-256 of the headers in any order.';
alter table roster_mapping add constraint roster_mapping_county_fk foreign key (county_id) references county (id);
create function steward_analyze_members() returns void language sql security definer set search_path = pg_catalog, public as 'analyze member, member_affiliation, member_category';
comment on function steward_analyze_members() is 'Counts the member tables anew in the caller''s transaction: after thousands of rows in an empty county the checks of foreign keys would else read whole tables.';
revoke all on function steward_analyze_members() from public;
grant execute on function steward_analyze_members() to steward_app;
