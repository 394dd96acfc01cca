-- The ledger: lines that only grow (R-215), their Merkle log, balances kept with them, months of branches (R-233, S-191).
create table ledger_entry (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  kind text not null,
  term text not null,
  item_code text,
  raw integer not null,
  credited integer not null,
  limit_by text,
  limit_cap integer,
  limit_used integer,
  outside_caps boolean not null default false,
  scheme_version_id uuid not null,
  deed_on date not null,
  posted_at timestamptz not null,
  month text not null,
  statement_month text not null,
  author_id uuid not null,
  reviewer_id uuid,
  source_kind text not null,
  source_id text not null,
  evidence text[] not null default '{}',
  refers_to uuid,
  reason text,
  constraint ledger_entry_pk primary key (county_id, id),
  constraint ledger_entry_kind_check check (kind in ('award', 'deduction', 'reversal', 'base', 'carryOver', 'correction')),
  constraint ledger_entry_term_check check (term in ('base', 'duty', 'pledgesAndTasks', 'serviceAndExample', 'bonus', 'deductions')),
  constraint ledger_entry_limit_by_check check (limit_by in ('item-day', 'item-month', 'item-year', 'category-day', 'category-month', 'category-year', 'total-year', 'floor')),
  constraint ledger_entry_limit_check check ((limit_by is null) = (limit_cap is null) and (limit_by is null) = (limit_used is null)),
  constraint ledger_entry_source_kind_check check (source_kind in ('claim', 'pledge', 'task', 'automatic', 'deduction', 'objection', 'year', 'transfer')),
  constraint ledger_entry_credited_check check (abs(credited) <= abs(raw)),
  constraint ledger_entry_reference_check check ((kind in ('reversal', 'correction')) = (refers_to is not null)),
  constraint ledger_entry_reason_check check (kind not in ('reversal', 'correction', 'deduction') or reason <> ''),
  constraint ledger_entry_item_check check (term = 'base' or item_code is not null),
  constraint ledger_entry_statement_month_check check (statement_month <= month and (statement_month = month or refers_to is not null)),
  constraint ledger_entry_month_check check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and month >= to_char(deed_on, 'YYYY-MM'))
);
comment on table ledger_entry is 'Append-only. One line of points, in hundredths; a mistake is answered by a reversal and a correction (docs/ledger.md).';
comment on column ledger_entry.party_org_id is 'The branch that posted it; points stay with the member when the branch changes.';
comment on column ledger_entry.limit_by is 'The cap that held, kept so that the line explains itself.';
comment on column ledger_entry.outside_caps is 'By decision of the county neither cap of category nor of total holds (R-242); follows from the version.';
comment on column ledger_entry.month is 'The month of the branch it was posted in; later than the deed''s for a late entry.';
comment on column ledger_entry.statement_month is 'The month whose statement carries it: its own, but for a line that answers one of a closed month that of the answered line (R-218). Not hashed; follows from the lines.';
comment on column ledger_entry.author_id is 'Account that wrote or ordered it; the member where a member has none.';
comment on column ledger_entry.reviewer_id is 'Account that approved it; empty for lines that follow from a rule.';
comment on column ledger_entry.evidence is 'References of the evidence, with the digest of a file where there is one.';
alter table ledger_entry add constraint ledger_entry_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table ledger_entry add constraint ledger_entry_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table ledger_entry add constraint ledger_entry_refers_fk foreign key (county_id, refers_to) references ledger_entry (county_id, id);
create index ledger_entry_member on ledger_entry (county_id, member_id, deed_on);
create index ledger_entry_party_org on ledger_entry (county_id, party_org_id, statement_month);
create index ledger_entry_posted on ledger_entry (county_id, posted_at, id);
create index ledger_entry_source on ledger_entry (county_id, source_id) where source_kind not in ('automatic', 'year');
create unique index ledger_entry_reversed_once on ledger_entry (county_id, refers_to) where kind = 'reversal';
create unique index ledger_entry_one_base on ledger_entry (county_id, member_id, deed_on) where kind in ('base', 'carryOver');
create index ledger_entry_refers on ledger_entry (county_id, refers_to);
create table points_balance (
  county_id uuid not null,
  member_id uuid not null,
  year integer not null,
  base integer not null default 0,
  duty integer not null default 0,
  pledges_and_tasks integer not null default 0,
  service_and_example integer not null default 0,
  bonus integer not null default 0,
  deductions integer not null default 0,
  outside_caps integer not null default 0,
  entry_count integer not null default 0,
  constraint points_balance_pk primary key (county_id, member_id, year)
);
comment on table points_balance is 'Sums of a member''s lines of a year of deeds by term, kept in the transaction that writes them; locked while the caps of the year are counted.';
comment on column points_balance.outside_caps is 'Part of bonus that lies outside the caps (R-242).';
alter table points_balance add constraint points_balance_member_fk foreign key (county_id, member_id) references member (county_id, id);
create table points_month (
  county_id uuid not null,
  party_org_id uuid not null,
  month text not null,
  state text not null,
  notice_id uuid,
  root_size bigint,
  changed_at timestamptz not null,
  constraint points_month_pk primary key (county_id, party_org_id, month),
  constraint points_month_state_check check (state in ('open', 'reviewing', 'publishing', 'closed')),
  constraint points_month_month_check check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
comment on table points_month is 'Where a month of a branch stands (S-191); a month without a row has not begun and is open.';
comment on column points_month.notice_id is 'The notice its figures stand on.';
comment on column points_month.root_size is 'Leaves under the root that is printed on that notice.';
alter table points_month add constraint points_month_notice_fk foreign key (county_id, notice_id) references notice (county_id, id);
alter table points_month add constraint points_month_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
create index points_month_month on points_month (county_id, month, state);
create index points_month_notice on points_month (county_id, notice_id);
create table points_month_move (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  month text not null,
  from_state text not null,
  to_state text not null,
  reason text not null default '',
  moved_by text not null,
  moved_by_account_id uuid,
  moved_at timestamptz not null,
  constraint points_month_move_pk primary key (county_id, id),
  constraint points_month_move_from_state_check check (from_state in ('open', 'reviewing', 'publishing', 'closed')),
  constraint points_month_move_to_state_check check (to_state in ('open', 'reviewing', 'publishing', 'closed'))
);
comment on table points_month_move is 'Append-only. Who moved a month of a branch on or back, when and why (R-233, R-277).';
alter table points_month_move add constraint points_month_move_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
create index points_month_move_month on points_month_move (county_id, party_org_id, month, moved_at);
create table month_statement (
  county_id uuid not null,
  party_org_id uuid not null,
  month text not null,
  member_id uuid not null,
  edition integer not null,
  base integer not null,
  duty integer not null,
  pledges_and_tasks integer not null,
  service_and_example integer not null,
  bonus integer not null,
  deductions integer not null,
  year_total integer not null,
  entry_ids uuid[] not null,
  reason text not null default '',
  issued_at timestamptz not null,
  constraint month_statement_pk primary key (county_id, party_org_id, month, member_id, edition)
);
comment on table month_statement is 'Append-only. What a member was told of a month when it closed; what an upheld objection corrects is issued again as the next edition (R-218).';
comment on column month_statement.year_total is 'All of the year of the month up to its end, base included.';
comment on column month_statement.entry_ids is 'The lines it was made from.';
comment on column month_statement.reason is 'Why it was issued again; empty for the first.';
alter table month_statement add constraint month_statement_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table month_statement add constraint month_statement_member_fk foreign key (county_id, member_id) references member (county_id, id);
create index month_statement_member on month_statement (county_id, member_id, month, edition);
create table ledger_log (
  county_id uuid not null,
  size bigint not null,
  sealed_until timestamptz not null,
  constraint ledger_log_pk primary key (county_id)
);
comment on table ledger_log is 'How many leaves the county''s log holds; locked while lines are added to it.';
comment on column ledger_log.sealed_until is 'Lines posted before this moment are in the log, but for those whose transaction ended late.';
create table ledger_leaf (
  county_id uuid not null,
  leaf_no bigint not null,
  entry_id uuid not null,
  sha256 bytea not null,
  sm3 bytea not null,
  constraint ledger_leaf_pk primary key (county_id, leaf_no),
  constraint ledger_leaf_entry_unique unique (county_id, entry_id)
);
comment on table ledger_leaf is 'Append-only. Hashes of the lines in the order of the log (RFC 6962 shape, docs/ledger.md); leaf 0 is the first. Bears witness of lines, so it does not depend on them by a foreign key.';
create table ledger_block (
  county_id uuid not null,
  level smallint not null,
  block_no bigint not null,
  sha256 bytea not null,
  sm3 bytea not null,
  constraint ledger_block_pk primary key (county_id, level, block_no),
  constraint ledger_block_level_check check (level >= 1)
);
comment on table ledger_block is 'Append-only. Hashes of full subtrees: level 1 over 256 leaves, level 2 over 256 of those, so that roots and proofs read little.';
create table ledger_root (
  county_id uuid not null,
  day_on date not null,
  size bigint not null,
  sha256 bytea not null,
  sm3 bytea not null,
  sealed_at timestamptz not null,
  constraint ledger_root_pk primary key (county_id, size)
);
comment on table ledger_root is 'Append-only. Roots of the log: at the end of each day with new lines, and where a notice was printed within a day.';
comment on column ledger_root.size is 'Leaves under the root.';
comment on column ledger_root.day_on is 'Day it was made for; the largest of a day is the root of the day.';
create index ledger_root_day on ledger_root (county_id, day_on);
create table points_sweep (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  month text not null,
  done integer not null default 0,
  all_count integer not null,
  moved integer not null default 0,
  blocked integer not null default 0,
  started_by text not null,
  started_by_account_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  constraint points_sweep_pk primary key (county_id, id),
  constraint points_sweep_counts_check check (done <= all_count and moved + blocked <= done)
);
comment on table points_sweep is 'A committee moves the late months of the branches below on, one after the other in the background (R-233).';
alter table points_sweep add constraint points_sweep_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
create index points_sweep_place on points_sweep (county_id, party_org_id, month, started_at);
