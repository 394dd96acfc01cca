-- The organisation tree and its dated facts (R-001…R-026).
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
  revision integer not null default 1,
  constraint party_org_pk primary key (county_id, id),
  constraint party_org_number_unique unique (county_id, number),
  constraint party_org_kind_check check (kind in ('countyCommittee', 'workCommittee', 'baseCommittee', 'generalBranch', 'branch', 'partyGroup')),
  constraint party_org_form_check check (form in ('independent', 'joint', 'attached', 'villageEnterprise', 'villageTown', 'temporary', 'floating', 'retired', 'byTrade')),
  constraint party_org_field_check check (field in ('rural', 'community', 'governmentOffice', 'stateFirm', 'school', 'privateFirm', 'socialOrganisation', 'otherPublicBody', 'other'))
);
comment on table party_org is 'Nodes of a county''s organisation tree, from county committee to group.';
comment on column party_org.number is 'Label of this node in paths; given once, never again.';
comment on column party_org.path is 'Numbers from the root down to this node; kept by the organisation feature.';
comment on column party_org.approving is 'Base committee that may approve admission, conversion, transfer and disposal (R-026).';
comment on column party_org.initials is 'Pinyin initials of the name, for search.';
comment on column party_org.revision is 'Grows with every change; a change of an older revision is refused.';
alter table party_org add constraint party_org_county_fk foreign key (county_id) references county (id);
alter table party_org add constraint party_org_parent_fk foreign key (county_id, parent_id) references party_org (county_id, id);
create index party_org_parent on party_org (county_id, parent_id);
create index party_org_path on party_org using gist (path);
