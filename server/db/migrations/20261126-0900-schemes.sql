-- Points schemes: dated versions per field and member class (R-235…R-253), and who is left out of scoring (R-170).
create table scheme (
  county_id uuid not null,
  id uuid not null,
  field text not null,
  member_class text not null,
  constraint scheme_pk primary key (county_id, id),
  constraint scheme_place_unique unique (county_id, field, member_class),
  constraint scheme_field_check check (field in ('rural', 'community', 'governmentOffice', 'stateFirm', 'school', 'privateFirm', 'socialOrganisation', 'other', 'every')),
  constraint scheme_member_class_check check (member_class in ('inPost', 'retired', 'floating', 'exempt', 'probationary'))
);
comment on table scheme is 'One scheme for each field and class of members; what it says stands in its versions.';
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
  adopted_at timestamptz not null,
  constraint scheme_version_pk primary key (county_id, id),
  constraint scheme_version_month_unique unique (county_id, scheme_id, effective_from),
  constraint scheme_version_month_check check (effective_from ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
comment on table scheme_version is 'Append-only. What a scheme says from a month on, with the document that decided it; a closed month is never scored anew (R-253).';
comment on column scheme_version.effective_from is 'First month it counts in, yyyy-mm.';
comment on column scheme_version.content is 'A SchemeContent of domain/schemes: items, caps, shares, lines, clocks; points in hundredths.';
alter table scheme_version add constraint scheme_version_scheme_fk foreign key (county_id, scheme_id) references scheme (county_id, id);
create table scoring_exemption (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  from_on date not null,
  until_on date,
  decided_by_body text not null,
  decided_on date not null,
  document text not null default '',
  recorded_by text not null,
  recorded_by_account_id uuid,
  recorded_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  constraint scoring_exemption_pk primary key (county_id, id),
  constraint scoring_exemption_days_check check (until_on is null or until_on >= from_on)
);
comment on table scoring_exemption is 'Members left out of scoring by decision of the assembly, approved above (R-170, R-171). The ground is never written here (R-278).';
comment on column scoring_exemption.until_on is 'First day it no longer holds; empty while it holds.';
alter table scoring_exemption add constraint scoring_exemption_member_fk foreign key (county_id, member_id) references member (county_id, id);
create unique index scoring_exemption_one_open on scoring_exemption (county_id, member_id) where until_on is null;
create index scoring_exemption_member on scoring_exemption (county_id, member_id, from_on);
