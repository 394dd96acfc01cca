-- The organisation tree, its dated changes, facts and defects (R-001…R-026), the units it covers, the working-day calendar (R-276).
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
  pinyin text not null default '',
  approving boolean not null default false,
  sort_no integer not null default 0,
  founded_on date not null,
  dissolved_on date,
  task text not null default '',
  task_ends_on date,
  phone text not null default '',
  address text not null default '',
  revision integer not null default 1,
  constraint party_org_pk primary key (county_id, id),
  constraint party_org_number_unique unique (county_id, number),
  constraint party_org_kind_check check (kind in ('countyCommittee', 'workCommittee', 'baseCommittee', 'generalBranch', 'branch', 'partyGroup')),
  constraint party_org_form_check check (form in ('independent', 'joint', 'attached', 'villageEnterprise', 'villageTown', 'temporary', 'floating', 'retired', 'byTrade')),
  constraint party_org_branch_form_check check ((kind = 'branch') = (form is not null)),
  constraint party_org_field_check check (field in ('rural', 'community', 'governmentOffice', 'stateFirm', 'school', 'privateFirm', 'socialOrganisation', 'otherPublicBody', 'other')),
  constraint party_org_unit_kind_check check (unit_kind in ('village', 'community', 'other')),
  constraint party_org_root_check check ((parent_id is null) = (kind = 'countyCommittee')),
  constraint party_org_dissolved_check check (dissolved_on >= founded_on)
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
alter table party_org add constraint party_org_county_fk foreign key (county_id) references county (id);
alter table party_org add constraint party_org_parent_fk foreign key (county_id, parent_id) references party_org (county_id, id);
create index party_org_parent on party_org (county_id, parent_id);
create index party_org_path on party_org using gist (path);
create unique index party_org_root on party_org (county_id) where parent_id is null;
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
  recorded_at timestamptz not null,
  constraint party_org_change_pk primary key (county_id, id),
  constraint party_org_change_kind_check check (kind in ('register', 'setUp', 'rename', 'move', 'merge', 'mergedInto', 'split', 'splitOff', 'dissolve', 'changeForm', 'correct'))
);
comment on table party_org_change is 'Append-only. Changes of the tree as dated facts (R-012, R-013); one row for each organisation a change touches.';
comment on column party_org_change.act_id is 'Common to the rows of one decision: the sources and the target of a merge.';
comment on column party_org_change.effective_on is 'Day from which it counts.';
comment on column party_org_change.decided_by_org_id is 'Committee whose decision it is; empty when an organisation that existed already was entered.';
comment on column party_org_change.requested_on is 'Day the unit asked for it; the answer is due within a month (R-012).';
alter table party_org_change add constraint party_org_change_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table party_org_change add constraint party_org_change_decided_by_fk foreign key (county_id, decided_by_org_id) references party_org (county_id, id);
create index party_org_change_party_org on party_org_change (county_id, party_org_id, effective_on);
create index party_org_change_decided_by on party_org_change (county_id, decided_by_org_id);
create index party_org_change_act on party_org_change (county_id, act_id);
create table party_org_filing (
  county_id uuid not null,
  act_id uuid not null,
  filed_on date not null,
  party_org_id uuid not null,
  author_name text not null,
  account_id uuid,
  recorded_at timestamptz not null,
  constraint party_org_filing_pk primary key (county_id, act_id)
);
comment on table party_org_filing is 'Append-only. The upward filing of a change (R-012, R-013).';
comment on column party_org_filing.party_org_id is 'The organisation it was filed with.';
alter table party_org_filing add constraint party_org_filing_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
create index party_org_filing_party_org on party_org_filing (county_id, party_org_id);
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
  recorded_at timestamptz not null,
  constraint party_org_fact_pk primary key (county_id, id),
  constraint party_org_fact_kind_check check (kind in ('premises', 'secretaryExperience', 'fullTimeStaff', 'rules'))
);
comment on table party_org_fact is 'Append-only. Dated facts the defects of an organisation are computed from (S-121, S-133); the newest of a kind counts.';
comment on column party_org_fact.value is 'premises: own, rented, none; secretaryExperience and rules: yes, no; fullTimeStaff: a whole number.';
alter table party_org_fact add constraint party_org_fact_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
create index party_org_fact_party_org on party_org_fact (county_id, party_org_id, kind);
create table party_org_defect (
  county_id uuid not null,
  party_org_id uuid not null,
  code text not null,
  seen_on date not null,
  gone_on date,
  constraint party_org_defect_pk primary key (county_id, party_org_id, code, seen_on)
);
comment on table party_org_defect is 'When a computed defect was first seen and when it was gone (R-025); written by the daily look.';
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
  recorded_at timestamptz not null,
  constraint party_org_defect_plan_pk primary key (county_id, id)
);
comment on table party_org_defect_plan is 'Append-only. Who mends a defect, how and by when (R-025, S-133); the newest for a defect counts.';
alter table party_org_defect add constraint party_org_defect_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table party_org_defect_plan add constraint party_org_defect_plan_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
create index party_org_defect_plan_party_org on party_org_defect_plan (county_id, party_org_id, code);
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
  former_names text[] not null default '{}',
  closed_on date,
  revision integer not null default 1,
  constraint unit_pk primary key (county_id, id),
  constraint unit_kind_check check (kind in ('privateFirm', 'stateFirm', 'village', 'community', 'office', 'school', 'socialOrganisation', 'other')),
  constraint unit_coverage_check check (coverage in ('own', 'joint', 'attached', 'none')),
  constraint unit_covered_check check ((coverage = 'none') = (party_org_id is null)),
  constraint unit_counts_check check (staff_count >= 0 and full_member_count >= 0)
);
comment on table unit is 'Firms, villages, communities, offices and schools that organisations cover, or do not (S-119, S-121).';
comment on column unit.town_org_id is 'The committee of the town or area it lies in; figures are given by it.';
comment on column unit.full_member_count is 'Full members among its staff as reported; decides on an instructor (R-022) and on a joint branch (R-002).';
comment on column unit.former_names is 'Neighbourhoods a reorganised community was made of (S-121).';
comment on column unit.closed_on is 'First day it no longer exists.';
alter table unit add constraint unit_town_org_fk foreign key (county_id, town_org_id) references party_org (county_id, id);
alter table unit add constraint unit_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
create index unit_town_org on unit (county_id, town_org_id, kind);
create index unit_party_org on unit (county_id, party_org_id);
create index unit_name on unit (county_id, name);
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
  recorded_at timestamptz not null,
  constraint unit_change_pk primary key (county_id, id)
);
comment on table unit_change is 'Append-only. What changed of a unit and its coverage, when and why (S-119).';
alter table unit_change add constraint unit_change_unit_fk foreign key (county_id, unit_id) references unit (county_id, id);
create index unit_change_unit on unit_change (county_id, unit_id, effective_on);
create table unit_instructor (
  county_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  sent_by text not null,
  from_on date not null,
  until_on date,
  author_name text not null,
  recorded_at timestamptz not null,
  constraint unit_instructor_pk primary key (county_id, id)
);
comment on table unit_instructor is 'Party-building instructors of firms that cannot form a branch (R-022, S-120).';
comment on column unit_instructor.sent_by is 'Office the instructor comes from.';
comment on column unit_instructor.until_on is 'Last day of the assignment.';
alter table unit_instructor add constraint unit_instructor_unit_fk foreign key (county_id, unit_id) references unit (county_id, id);
create index unit_instructor_unit on unit_instructor (county_id, unit_id);
create unique index unit_instructor_present on unit_instructor (county_id, unit_id) where until_on is null;
create table calendar_day (
  county_id uuid not null,
  day_on date not null,
  kind text not null,
  festival text not null,
  name text not null,
  provisional boolean not null,
  constraint calendar_day_pk primary key (county_id, day_on),
  constraint calendar_day_kind_check check (kind in ('holiday', 'makeUpDay')),
  constraint calendar_day_festival_check check (festival in ('newYear', 'springFestival', 'qingming', 'labourDay', 'dragonBoat', 'midAutumn', 'nationalDay', 'other'))
);
comment on table calendar_day is 'Days that differ from their weekday: holidays and make-up days (R-276).';
comment on column calendar_day.provisional is 'The yearly arrangement of the State Council is not out or not entered.';
alter table calendar_day add constraint calendar_day_county_fk foreign key (county_id) references county (id);
create table calendar_change (
  county_id uuid not null,
  id uuid not null,
  day_on date not null,
  before jsonb,
  after jsonb,
  reason text not null,
  author_name text not null,
  account_id uuid,
  recorded_at timestamptz not null,
  constraint calendar_change_pk primary key (county_id, id)
);
comment on table calendar_change is 'Append-only. Who changed the working-day calendar and why (R-276).';
alter table calendar_change add constraint calendar_change_county_fk foreign key (county_id) references county (id);
create index calendar_change_day on calendar_change (county_id, day_on);
