-- The member file (R-139, R-157, S-001, S-023).
create table member (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  party_group_id uuid,
  name text not null,
  name_order text collate "C" not null,
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
  early_conversion text not null default '',
  post text not null default '',
  workplace text not null default '',
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
  source text not null,
  created_by text not null,
  created_at timestamptz not null,
  constraint member_pk primary key (county_id, id),
  constraint member_identity_unique unique (county_id, identity_index),
  constraint member_sex_check check (sex in ('male', 'female')),
  constraint member_education_check check (education in ('doctor', 'master', 'postgraduate', 'bachelor', 'juniorCollege', 'technicalSecondary', 'highSchool', 'middleSchool', 'primarySchool', 'none')),
  constraint member_membership_kind_check check (membership_kind in ('full', 'probationary')),
  constraint member_kind_converted_check check ((membership_kind = 'full') = (converted_on is not null)),
  constraint member_category_check check (category in ('servingMember', 'retiredMember', 'farmer', 'student', 'laidOffMember', 'selfEmployed', 'other')),
  constraint member_extension_check check (extension_months = 0 or extension_months between 6 and 12),
  constraint member_state_check check (state in ('active', 'suspended', 'transferredOut', 'deceased', 'withdrawn', 'persuadedToWithdraw', 'removedFromRolls', 'expelled', 'probationCancelled')),
  constraint member_source_check check (source in ('form', 'import', 'correction', 'system-of-record'))
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
alter table member add constraint member_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table member add constraint member_party_group_fk foreign key (county_id, party_group_id) references party_org (county_id, id);
create index member_party_org on member (county_id, party_org_id, name_order, id) include (state);
create index member_party_group on member (county_id, party_group_id);
create index member_phone on member (county_id, phone_index);
create index member_identity_tail on member (county_id, identity_tail);
create index member_name_born on member (county_id, name, born_on);
create index member_phone_tail on member (county_id, right(phone_mask, 4));
create index member_roll on member (county_id, name_order, id) include (party_org_id) where state in ('active', 'suspended');
create index member_standing on member (county_id, converted_on, name_order, id) where state in ('active', 'suspended');
alter table account add constraint account_member_fk foreign key (county_id, member_id) references member (county_id, id);
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
  recorded_at timestamptz not null,
  constraint member_affiliation_pk primary key (county_id, id),
  constraint member_affiliation_days_check check (until_on is null or until_on >= from_on)
);
comment on table member_affiliation is 'Which branch a member belonged to from when until when; at most one row is open (R-019).';
comment on column member_affiliation.until_on is 'First day it no longer holds; empty while it holds.';
alter table member_affiliation add constraint member_affiliation_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table member_affiliation add constraint member_affiliation_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table member_affiliation add constraint member_affiliation_party_group_fk foreign key (county_id, party_group_id) references party_org (county_id, id);
create unique index member_affiliation_one_open on member_affiliation (county_id, member_id) where until_on is null;
create index member_affiliation_member on member_affiliation (county_id, member_id, from_on);
create index member_affiliation_party_org on member_affiliation (county_id, party_org_id, from_on);
create index member_affiliation_party_group on member_affiliation (county_id, party_group_id);
create table member_category (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  category text not null,
  from_on date not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  constraint member_category_pk primary key (county_id, id),
  constraint member_category_category_check check (category in ('servingMember', 'retiredMember', 'farmer', 'student', 'laidOffMember', 'selfEmployed', 'other'))
);
comment on table member_category is 'Dated history of the exclusive category; each row holds until the next, its requirements count from the month after (S-001, S-023).';
alter table member_category add constraint member_category_member_fk foreign key (county_id, member_id) references member (county_id, id);
create index member_category_member on member_category (county_id, member_id, from_on, id);
create table member_tag (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  tag text not null,
  from_on date not null,
  until_on date,
  reason text not null,
  set_by text not null,
  set_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  constraint member_tag_pk primary key (county_id, id),
  constraint member_tag_tag_check check (tag in ('leadingCadreMember', 'memberWithoutPost', 'veteranMember', 'floatingMember', 'lostContactMember', 'delegateRole')),
  constraint member_tag_days_check check (until_on is null or until_on >= from_on)
);
comment on table member_tag is 'Dated neutral marks beside the category; what rests on consent (hardship, illness) has its own readers elsewhere.';
comment on column member_tag.until_on is 'First day it no longer holds.';
alter table member_tag add constraint member_tag_member_fk foreign key (county_id, member_id) references member (county_id, id);
create unique index member_tag_one_open on member_tag (county_id, member_id, tag) where until_on is null;
create index member_tag_member on member_tag (county_id, member_id, from_on);
create index member_tag_tag on member_tag (county_id, tag, member_id) where until_on is null;
create table member_state_change (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  from_state text not null,
  to_state text not null,
  begins_on date not null,
  decider_name text not null default '',
  body text not null default '',
  decided_on date,
  reason text not null default '',
  proof_of_service text not null default '',
  recorded_by text not null,
  recorded_by_account_id uuid,
  recorded_at timestamptz not null,
  constraint member_state_change_pk primary key (county_id, id),
  constraint member_state_change_from_state_check check (from_state in ('active', 'suspended', 'transferredOut', 'deceased', 'withdrawn', 'persuadedToWithdraw', 'removedFromRolls', 'expelled', 'probationCancelled')),
  constraint member_state_change_to_state_check check (to_state in ('active', 'suspended', 'transferredOut', 'deceased', 'withdrawn', 'persuadedToWithdraw', 'removedFromRolls', 'expelled', 'probationCancelled')),
  constraint member_state_change_five_facts_check check (to_state not in ('suspended', 'persuadedToWithdraw', 'removedFromRolls', 'expelled', 'probationCancelled') or (decider_name <> '' and body <> '' and decided_on is not null and reason <> '' and proof_of_service <> ''))
);
comment on table member_state_change is 'Append-only. Dated changes of state with their author; an adverse one carries its five facts (R-212).';
comment on column member_state_change.begins_on is 'Day the new state begins.';
comment on column member_state_change.body is 'The organisation or meeting that decided.';
comment on column member_state_change.proof_of_service is 'How it is shown that the decision was handed to the member.';
alter table member_state_change add constraint member_state_change_member_fk foreign key (county_id, member_id) references member (county_id, id);
create index member_state_change_member on member_state_change (county_id, member_id, begins_on, id);
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
  at timestamptz not null,
  source text not null,
  batch_id uuid,
  constraint member_change_pk primary key (county_id, id),
  constraint member_change_source_check check (source in ('form', 'import', 'correction', 'system-of-record'))
);
comment on table member_change is 'Append-only. Every change of a file, field by field; numbers and addresses masked. No foreign key: the trace outlives an import that is taken back.';
comment on column member_change.before is 'As shown: sealed fields masked, empty when there was nothing.';
comment on column member_change.batch_id is 'The import or correction it came with.';
create index member_change_member on member_change (county_id, member_id, at desc);
create index member_change_batch on member_change (county_id, batch_id);
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
  requested_at timestamptz not null,
  answer_due_on date not null,
  decided_by_account_id uuid,
  decided_by text,
  decided_on date,
  decided_at timestamptz,
  decision_reason text,
  constraint correction_request_pk primary key (county_id, id),
  constraint correction_request_field_check check (field in ('name', 'identityNumber', 'sex', 'bornOn', 'ethnicGroup', 'education', 'phone', 'address', 'workplace', 'post', 'category', 'admittedOn', 'convertedOn')),
  constraint correction_request_state_check check (state in ('open', 'accepted', 'refused', 'withdrawn'))
);
comment on table correction_request is 'Corrections members ask for in their own file, with the answer and its day (R-290, R-291).';
comment on column correction_request.now_shown is 'What the file said when it was asked, masked where sealed.';
comment on column correction_request.wanted_sealed is 'The wanted value, encrypted, whatever the field.';
comment on column correction_request.wanted_shown is 'The wanted value as shown: masked where sealed.';
comment on column correction_request.file_id is 'A file the member added as proof.';
alter table correction_request add constraint correction_request_member_fk foreign key (county_id, member_id) references member (county_id, id);
create unique index correction_request_one_open on correction_request (county_id, member_id, field) where state = 'open';
create index correction_request_member on correction_request (county_id, member_id, requested_at desc);
create index correction_request_open on correction_request (county_id, answer_due_on) where state = 'open';
create table record_look (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  account_id uuid,
  viewer_name text not null,
  viewer_org text not null,
  what text not null,
  purpose text not null,
  note text not null default '',
  fields text[] not null default '{}',
  at timestamptz not null,
  constraint record_look_pk primary key (county_id, id),
  constraint record_look_what_check check (what in ('page', 'unmask', 'export'))
);
comment on table record_look is 'Append-only. Who looked at which member''s file, when and why; the member sees the same list (R-211). No foreign key: it outlives an import that is taken back.';
comment on column record_look.purpose is 'A word of the list of purposes; page for a page opened in the course of work.';
comment on column record_look.fields is 'What was unmasked or exported.';
create index record_look_member on record_look (county_id, member_id, at desc);
create index record_look_account on record_look (county_id, account_id, at desc);
create table saved_filter (
  county_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  filter jsonb not null,
  created_at timestamptz not null,
  constraint saved_filter_pk primary key (county_id, id),
  constraint saved_filter_name_unique unique (county_id, account_id, name)
);
comment on table saved_filter is 'Roster filters a person keeps by name.';
alter table saved_filter add constraint saved_filter_account_fk foreign key (county_id, account_id) references account (county_id, id);
