-- Committees and their terms (R-004…R-011, R-016); after the members they are made of.
create table committee_term (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  started_on date not null,
  years integer not null,
  approved_end_on date,
  approval_document text not null default '',
  ended_on date,
  filled_by text not null,
  document_number text not null,
  author_name text not null,
  account_id uuid,
  recorded_at timestamptz not null,
  revision integer not null default 1,
  constraint committee_term_pk primary key (county_id, id),
  constraint committee_term_start_unique unique (county_id, party_org_id, started_on),
  constraint committee_term_years_check check (years in (3, 5)),
  constraint committee_term_filled_by_check check (filled_by in ('election', 'appointment')),
  constraint committee_term_dates_check check (ended_on >= started_on)
);
comment on table committee_term is 'Terms of office of an organisation (R-007); one is open at a time.';
comment on column committee_term.approved_end_on is 'The end approved from above when it differs from the ordinary one (R-008).';
comment on column committee_term.ended_on is 'First day of the next term, or the day the organisation was dissolved.';
alter table committee_term add constraint committee_term_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
create unique index committee_term_open on committee_term (county_id, party_org_id) where ended_on is null;
create table committee_post (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  term_id uuid,
  member_id uuid not null,
  post text not null,
  from_on date not null,
  until_on date,
  filled_by text not null,
  document_number text not null,
  end_reason text not null default '',
  constraint committee_post_pk primary key (county_id, id),
  constraint committee_post_post_check check (post in ('secretary', 'deputySecretary', 'orgCommissioner', 'publicityCommissioner', 'disciplineCommissioner', 'member', 'groupLeader')),
  constraint committee_post_filled_by_check check (filled_by in ('election', 'appointment')),
  constraint committee_post_term_check check ((post = 'groupLeader') = (term_id is null)),
  constraint committee_post_dates_check check (until_on >= from_on - 1)
);
comment on table committee_post is 'Posts held in a term (R-006); leaders of groups (R-017) without term.';
comment on column committee_post.until_on is 'Last day held; the day before the start when the post was never taken up.';
alter table committee_post add constraint committee_post_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table committee_post add constraint committee_post_term_fk foreign key (county_id, term_id) references committee_term (county_id, id);
alter table committee_post add constraint committee_post_member_fk foreign key (county_id, member_id) references member (county_id, id);
create index committee_post_party_org on committee_post (county_id, party_org_id, until_on);
create index committee_post_term on committee_post (county_id, term_id);
create index committee_post_member on committee_post (county_id, member_id);
create unique index committee_post_held on committee_post (county_id, party_org_id, post) where until_on is null and post not in ('member');
