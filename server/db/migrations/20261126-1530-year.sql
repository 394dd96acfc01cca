-- The closing of the year: signed gaps, closings, carried bases, dropped problems, talks out of the lens (S-155, S-228…S-232, R-230…R-232).
create table year_closing (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  year integer not null,
  kind text not null,
  links jsonb not null,
  members integer not null,
  carried integer not null,
  carried_points integer not null,
  closed_by text not null,
  closed_by_account_id uuid,
  closed_at timestamptz not null,
  constraint year_closing_pk primary key (county_id, id),
  constraint year_closing_once unique (county_id, party_org_id, year),
  constraint year_closing_kind_check check (kind in ('branch', 'county')),
  constraint year_closing_members_check check (members >= 0 and carried between 0 and members)
);
comment on table year_closing is 'Append-only. The year of a branch, or of the county, is closed; there is no way back (S-228).';
comment on column year_closing.links is 'The four links as they stood: whether complete, what was open, whether signed.';
comment on column year_closing.members is 'Members whose next year follows from it.';
comment on column year_closing.carried is 'How many of them were given a base.';
comment on column year_closing.carried_points is 'Their bases together, in hundredths.';
alter table year_closing add constraint year_closing_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table year_closing add constraint year_closing_account_fk foreign key (county_id, closed_by_account_id) references account (county_id, id);
create index year_closing_year on year_closing (county_id, year, kind);
create index year_closing_account on year_closing (county_id, closed_by_account_id);
create table year_gap (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  year integer not null,
  link text not null,
  open_count integer not null,
  reason text not null,
  signer_name text not null,
  signed_by text not null,
  signed_by_account_id uuid not null,
  signed_on date not null,
  constraint year_gap_pk primary key (county_id, id),
  constraint year_gap_once unique (county_id, party_org_id, year, link),
  constraint year_gap_link_check check (link in ('pledges', 'points', 'appraisal', 'outcomes')),
  constraint year_gap_words_check check (reason <> '' and signer_name <> '')
);
comment on table year_gap is 'Append-only. A link of the loop that is missing, signed by name with its reason (S-228).';
comment on column year_gap.open_count is 'What was open when it was signed.';
alter table year_gap add constraint year_gap_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table year_gap add constraint year_gap_account_fk foreign key (county_id, signed_by_account_id) references account (county_id, id);
create index year_gap_year on year_gap (county_id, year);
create index year_gap_account on year_gap (county_id, signed_by_account_id);
create table carried_base (
  county_id uuid not null,
  year integer not null,
  member_id uuid not null,
  edition integer not null,
  closing_id uuid not null,
  party_org_id uuid not null,
  points integer not null,
  outside_caps integer not null,
  appraisal_score integer,
  appraisal_percent integer not null,
  scheme_version_id uuid not null,
  percent integer not null,
  base integer,
  entry_id uuid,
  words text not null,
  reason text not null default '',
  carried_at timestamptz not null,
  constraint carried_base_pk primary key (county_id, year, member_id, edition),
  constraint carried_base_percent_check check (percent >= 0 and percent <= 100 and appraisal_percent >= 0 and appraisal_percent <= 100),
  constraint carried_base_line_check check ((base is null) = (percent = 0) and (entry_id is null or base is not null)),
  constraint carried_base_reason_check check (edition = 1 or reason <> '')
);
comment on table carried_base is 'Append-only. What a member carries out of a year into the next, with the sum; a result that changes later is carried again as the next edition (R-230, R-231, R-218). In hundredths.';
comment on column carried_base.year is 'The year that was closed; the base is of the one after.';
comment on column carried_base.party_org_id is 'The branch the line was posted in: the member''s own on that day.';
comment on column carried_base.points is 'Points of the year with base and capped bonus.';
comment on column carried_base.outside_caps is 'Bonuses outside the caps: shown, not carried.';
comment on column carried_base.scheme_version_id is 'The version whose share was taken: the one that counts for the member in January.';
comment on column carried_base.base is 'Empty where the class carries nothing over.';
alter table carried_base add constraint carried_base_closing_fk foreign key (county_id, closing_id) references year_closing (county_id, id);
alter table carried_base add constraint carried_base_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table carried_base add constraint carried_base_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table carried_base add constraint carried_base_scheme_version_fk foreign key (county_id, scheme_version_id) references scheme_version (county_id, id);
alter table carried_base add constraint carried_base_entry_fk foreign key (county_id, entry_id) references ledger_entry (county_id, id);
create index carried_base_closing on carried_base (county_id, closing_id);
create index carried_base_member on carried_base (county_id, member_id, year);
create index carried_base_party_org on carried_base (county_id, party_org_id, year);
create index carried_base_scheme_version on carried_base (county_id, scheme_version_id);
create index carried_base_entry on carried_base (county_id, entry_id);
create table year_run (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  year integer not null,
  done integer not null default 0,
  all_count integer not null,
  closed integer not null default 0,
  blocked integer not null default 0,
  started_by text not null,
  started_by_account_id uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  constraint year_run_pk primary key (county_id, id),
  constraint year_run_counts_check check (done <= all_count and closed + blocked <= done)
);
comment on table year_run is 'Somebody closes the year of all branches below that are ready, in the background and in that person''s name (S-228).';
alter table year_run add constraint year_run_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table year_run add constraint year_run_account_fk foreign key (county_id, started_by_account_id) references account (county_id, id);
create index year_run_place on year_run (county_id, party_org_id, year, started_at);
create index year_run_account on year_run (county_id, started_by_account_id);
create table problem_drop (
  county_id uuid not null,
  problem_id uuid not null,
  reason text not null,
  dropped_by text not null,
  dropped_by_account_id uuid not null,
  dropped_on date not null,
  constraint problem_drop_pk primary key (county_id, problem_id),
  constraint problem_drop_reason_check check (reason <> '')
);
comment on table problem_drop is 'Append-only. A problem taken off the list, with the reason: it was none, or is somebody else''s (S-230).';
alter table problem_drop add constraint problem_drop_problem_fk foreign key (county_id, problem_id) references appraisal_problem (county_id, id);
alter table problem_drop add constraint problem_drop_account_fk foreign key (county_id, dropped_by_account_id) references account (county_id, id);
create index problem_drop_account on problem_drop (county_id, dropped_by_account_id);
create table lens_talk (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  year integer not null,
  flag text not null,
  subject_id text not null,
  own integer not null,
  peers integer not null,
  said text not null,
  talked_with text not null,
  talked_on date not null,
  noted_by text not null,
  noted_by_account_id uuid not null,
  noted_at timestamptz not null,
  constraint lens_talk_pk primary key (county_id, id),
  constraint lens_talk_flag_check check (flag in ('more-excellent-than-peers', 'fewer-excellent-than-peers', 'more-low-than-peers', 'points-far-from-peers', 'reviewer-refuses-more', 'reviewer-adjusts-more', 'few-points-open', 'group-far-behind')),
  constraint lens_talk_said_check check (said <> '' and talked_with <> '')
);
comment on table lens_talk is 'Append-only. What was said about something the lens pointed at; it corrects nothing.';
comment on column lens_talk.party_org_id is 'Where the lens was looked through.';
comment on column lens_talk.subject_id is 'Branch, reviewer or group; never a member.';
alter table lens_talk add constraint lens_talk_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table lens_talk add constraint lens_talk_account_fk foreign key (county_id, noted_by_account_id) references account (county_id, id);
create index lens_talk_place on lens_talk (county_id, party_org_id, year);
create index lens_talk_account on lens_talk (county_id, noted_by_account_id);
