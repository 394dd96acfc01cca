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
create table scheme_draft (
  county_id uuid not null,
  scheme_id uuid not null,
  base_version_id uuid not null,
  content jsonb not null,
  revision integer not null default 1,
  started_by text not null,
  started_by_account_id uuid,
  started_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  constraint scheme_draft_pk primary key (county_id, scheme_id)
);
comment on table scheme_draft is 'The next version of a scheme while it is written; one for each scheme, gone when adopted or dropped.';
comment on column scheme_draft.base_version_id is 'The version it was begun from and is compared with.';
comment on column scheme_draft.revision is 'Grows with every change; a change of an older revision is refused.';
alter table scheme_draft add constraint scheme_draft_scheme_fk foreign key (county_id, scheme_id) references scheme (county_id, id);
alter table scheme_draft add constraint scheme_draft_base_fk foreign key (county_id, base_version_id) references scheme_version (county_id, id);
create index scheme_draft_base on scheme_draft (county_id, base_version_id);
create table scheme_what_if (
  county_id uuid not null,
  id uuid not null,
  scheme_id uuid not null,
  base_version_id uuid not null,
  draft_revision integer not null,
  content jsonb not null,
  year integer not null,
  until_on date not null,
  state text not null,
  progress_done integer not null default 0,
  progress_all integer not null default 0,
  result jsonb,
  started_by text not null,
  started_by_account_id uuid,
  started_at timestamptz not null,
  finished_at timestamptz,
  constraint scheme_what_if_pk primary key (county_id, id),
  constraint scheme_what_if_scheme_unique unique (county_id, scheme_id),
  constraint scheme_what_if_state_check check (state in ('waiting', 'running', 'done', 'failed'))
);
comment on table scheme_what_if is 'A draft run over the lines of a year beside the version it changes (R-245, R-253); the latest of each scheme.';
comment on column scheme_what_if.content is 'The draft as it was when it was run.';
comment on column scheme_what_if.until_on is 'The last day of deeds counted; the day it was run while the year was not over.';
comment on column scheme_what_if.progress_done is 'Members looked at so far, of progress_all.';
comment on column scheme_what_if.result is 'Counts and groups of domain/schemes/what-if; who is affected stands in scheme_what_if_member.';
alter table scheme_what_if add constraint scheme_what_if_scheme_fk foreign key (county_id, scheme_id) references scheme (county_id, id);
alter table scheme_what_if add constraint scheme_what_if_base_fk foreign key (county_id, base_version_id) references scheme_version (county_id, id);
create index scheme_what_if_base on scheme_what_if (county_id, base_version_id);
create table scheme_what_if_member (
  county_id uuid not null,
  what_if_id uuid not null,
  member_id uuid not null,
  before integer not null,
  after integer not null,
  proposal_before text,
  proposal_after text,
  constraint scheme_what_if_member_pk primary key (county_id, what_if_id, member_id)
);
comment on table scheme_what_if_member is 'Whose year a draft would change, in hundredths. No foreign key to the member: it holds nothing that must outlive an import that is taken back.';
alter table scheme_what_if_member add constraint scheme_what_if_member_what_if_fk foreign key (county_id, what_if_id) references scheme_what_if (county_id, id);
