-- The member file (R-139, R-157, S-001, S-023).
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
  post text not null default '',
  work_unit text not null default '',
  state text not null,
  state_from_on date not null,
  identity_sealed bytea,
  identity_index bytea,
  identity_tail text not null default '',
  phone_sealed bytea,
  phone_index bytea,
  phone_mask text not null default '',
  address_sealed bytea,
  revision integer not null default 1,
  created_at timestamptz not null,
  constraint member_pk primary key (county_id, id),
  constraint member_identity_unique unique (county_id, identity_index),
  constraint member_sex_check check (sex in ('male', 'female')),
  constraint member_membership_kind_check check (membership_kind in ('full', 'probationary')),
  constraint member_state_check check (state in ('active', 'suspended', 'transferredOut', 'deceased', 'removed', 'withdrawn', 'expelled'))
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
alter table member add constraint member_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table member add constraint member_party_group_fk foreign key (county_id, party_group_id) references party_org (county_id, id);
create index member_party_org on member (county_id, party_org_id, state);
create index member_party_group on member (county_id, party_group_id);
create index member_phone on member (county_id, phone_index);
create index member_name_born on member (county_id, name, born_on);
create index member_search on member using gin ((name || ' ' || initials || ' ' || pinyin) gin_trgm_ops);
alter table account add constraint account_member_fk foreign key (county_id, member_id) references member (county_id, id);
