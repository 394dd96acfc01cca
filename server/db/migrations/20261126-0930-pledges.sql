-- Pledges of members and organisations (R-219…R-229, S-180…S-190), what is said of them (S-197), and the plans they come from (S-182).
create table plan_item (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  year integer not null,
  position integer not null,
  title text not null,
  detail text not null default '',
  added_by text not null,
  added_by_account_id uuid,
  added_at timestamptz not null,
  dropped_by text,
  dropped_at timestamptz,
  constraint plan_item_pk primary key (county_id, id),
  constraint plan_item_position_unique unique (county_id, party_org_id, year, position),
  constraint plan_item_title_check check (title <> ''),
  constraint plan_item_dropped_check check ((dropped_by is null) = (dropped_at is null))
);
comment on table plan_item is 'Key tasks of an organisation''s yearly plan, which members carry in their pledges (S-182).';
comment on column plan_item.position is 'Its number in the plan; stays when others are dropped.';
alter table plan_item add constraint plan_item_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table plan_item add constraint plan_item_account_fk foreign key (county_id, added_by_account_id) references account (county_id, id);
create index plan_item_account on plan_item (county_id, added_by_account_id);
create table pledge (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  member_id uuid,
  period_kind text not null,
  year integer not null,
  quarter integer,
  month integer,
  text text not null,
  object text not null default '',
  measure text not null default '',
  quantity_hundredths integer,
  quantity_unit text not null default '',
  due_on date,
  evidence text[] not null default '{}',
  source text,
  skill text not null default '',
  plan_item_id uuid,
  rectifies uuid,
  state text not null,
  submitted_on date,
  submitted_at timestamptz,
  late boolean not null default false,
  published_on date,
  entered_as text not null,
  entered_by text not null,
  entered_by_account_id uuid,
  consent_on date,
  consent_how text not null default '',
  paper_file_id uuid,
  confirmed_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  revision integer not null default 1,
  constraint pledge_pk primary key (county_id, id),
  constraint pledge_period_kind_check check (period_kind in ('year', 'quarter', 'month')),
  constraint pledge_period_check check ((period_kind = 'quarter') = (quarter is not null) and (period_kind = 'month') = (month is not null) and quarter between 1 and 4 and month between 1 and 12),
  constraint pledge_quantity_check check ((quantity_hundredths is null) = (quantity_unit = '') and quantity_hundredths > 0),
  constraint pledge_evidence_check check (evidence <@ array['photo', 'witness', 'paper', 'roster']),
  constraint pledge_source_check check (source in ('own', 'publicWish', 'organisation')),
  constraint pledge_state_check check (state in ('drafted', 'submitted', 'returned', 'toTalk', 'accepted', 'published', 'fulfilled', 'partly', 'missedExplained', 'dropped', 'withdrawn')),
  constraint pledge_submitted_check check ((submitted_on is null) = (submitted_at is null) and (submitted_on is not null or state in ('drafted', 'withdrawn'))),
  constraint pledge_published_check check ((published_on is not null) = (state in ('published', 'fulfilled', 'partly', 'missedExplained', 'dropped'))),
  constraint pledge_parts_check check (state not in ('accepted', 'published', 'fulfilled', 'partly', 'missedExplained', 'dropped') or (object <> '' and measure <> '' and quantity_hundredths is not null and due_on is not null and cardinality(evidence) > 0 and source is not null)),
  constraint pledge_entered_as_check check (entered_as in ('member', 'helper', 'secretary', 'organisation', 'draft')),
  constraint pledge_entered_check check ((entered_as = 'organisation') = (member_id is null) and (entered_as in ('helper', 'secretary')) = (consent_on is not null))
);
comment on table pledge is 'What a member, or an organisation, promises for a year, quarter or month (R-219), with its six parts (R-223) and where it stands (R-222).';
comment on column pledge.party_org_id is 'Branch or organisation it was made in; the present branch of a member decides who reads and judges it.';
comment on column pledge.member_id is 'Empty for a pledge of an organisation (S-190).';
comment on column pledge.text is 'The sentence as it is read on the wall.';
comment on column pledge.quantity_hundredths is 'How much, in whole hundredths of the unit.';
comment on column pledge.skill is 'Own strength it comes from, in the member''s words (S-183).';
comment on column pledge.plan_item_id is 'Item of the unit''s yearly plan it carries (S-182).';
comment on column pledge.rectifies is 'Problem of the year before that it puts right (R-229).';
comment on column pledge.late is 'Handed in after the window; taken all the same (S-186).';
comment on column pledge.entered_as is 'member: by the own hand; helper: by another member with consent; secretary: from paper or spoken words; draft: drafted out of a listed problem (R-338, R-229).';
comment on column pledge.consent_on is 'Day the member agreed that somebody else writes it down (R-338).';
comment on column pledge.consent_how is 'How the member agreed: in person, by telephone, on paper.';
comment on column pledge.confirmed_at is 'When the member confirmed what another person had entered.';
comment on column pledge.revision is 'Grows with every change; writing upon an older revision is refused.';
alter table pledge add constraint pledge_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table pledge add constraint pledge_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table pledge add constraint pledge_plan_item_fk foreign key (county_id, plan_item_id) references plan_item (county_id, id);
alter table pledge add constraint pledge_entered_account_fk foreign key (county_id, entered_by_account_id) references account (county_id, id);
alter table pledge add constraint pledge_paper_file_fk foreign key (county_id, paper_file_id) references stored_file (county_id, id);
create index pledge_member on pledge (county_id, member_id, year);
create index pledge_party_org on pledge (county_id, party_org_id, year);
create index pledge_waiting on pledge (county_id, party_org_id, submitted_at) where state in ('submitted', 'toTalk');
create index pledge_plan_item on pledge (county_id, plan_item_id);
create index pledge_entered_account on pledge (county_id, entered_by_account_id);
create index pledge_paper_file on pledge (county_id, paper_file_id);
create unique index pledge_rectifies_once on pledge (county_id, rectifies) where rectifies is not null and state <> 'withdrawn';
create table pledge_return (
  county_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  part text not null,
  reason text not null,
  returned_by text not null,
  returned_by_account_id uuid,
  returned_on date not null,
  returned_at timestamptz not null,
  constraint pledge_return_pk primary key (county_id, id),
  constraint pledge_return_part_check check (part in ('text', 'object', 'measure', 'quantity', 'dueOn', 'evidence', 'source')),
  constraint pledge_return_reason_check check (reason <> '')
);
comment on table pledge_return is 'Append-only. A pledge given back, with the reason and the part to change; the second one leads to a talk (R-225).';
alter table pledge_return add constraint pledge_return_pledge_fk foreign key (county_id, pledge_id) references pledge (county_id, id);
alter table pledge_return add constraint pledge_return_account_fk foreign key (county_id, returned_by_account_id) references account (county_id, id);
create index pledge_return_pledge on pledge_return (county_id, pledge_id);
create index pledge_return_account on pledge_return (county_id, returned_by_account_id);
create table pledge_review (
  county_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  public_wish boolean not null,
  strength boolean not null,
  organisation_need boolean not null,
  concrete boolean not null,
  comment text not null default '',
  decision text not null,
  together boolean not null default false,
  reviewed_by text not null,
  reviewed_by_account_id uuid,
  reviewed_at timestamptz not null,
  constraint pledge_review_pk primary key (county_id, id),
  constraint pledge_review_decision_check check (decision in ('accepted', 'returned', 'takenBack')),
  constraint pledge_review_accepted_check check (decision <> 'accepted' or (public_wish and strength and organisation_need and concrete))
);
comment on table pledge_review is 'Append-only. How a pledge was read: the three questions, whether it is concrete, and what the reviewer adds (R-224, S-187).';
comment on column pledge_review.together is 'Accepted together with others in which nothing was hinted at.';
alter table pledge_review add constraint pledge_review_pledge_fk foreign key (county_id, pledge_id) references pledge (county_id, id);
alter table pledge_review add constraint pledge_review_account_fk foreign key (county_id, reviewed_by_account_id) references account (county_id, id);
create index pledge_review_pledge on pledge_review (county_id, pledge_id);
create index pledge_review_account on pledge_review (county_id, reviewed_by_account_id);
create table pledge_talk (
  county_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  talked_with text not null,
  talked_on date not null,
  agreed text not null,
  recorded_by text not null,
  recorded_by_account_id uuid,
  recorded_at timestamptz not null,
  constraint pledge_talk_pk primary key (county_id, id),
  constraint pledge_talk_words_check check (talked_with <> '' and agreed <> '')
);
comment on table pledge_talk is 'Append-only. The talk after a second return: who, when and what was agreed (R-225).';
alter table pledge_talk add constraint pledge_talk_pledge_fk foreign key (county_id, pledge_id) references pledge (county_id, id);
alter table pledge_talk add constraint pledge_talk_account_fk foreign key (county_id, recorded_by_account_id) references account (county_id, id);
create index pledge_talk_pledge on pledge_talk (county_id, pledge_id);
create index pledge_talk_account on pledge_talk (county_id, recorded_by_account_id);
create table pledge_move (
  county_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  from_state text,
  to_state text not null,
  note text not null default '',
  moved_by text not null,
  moved_by_account_id uuid,
  moved_on date not null,
  moved_at timestamptz not null,
  constraint pledge_move_pk primary key (county_id, id),
  constraint pledge_move_from_state_check check (from_state in ('drafted', 'submitted', 'returned', 'toTalk', 'accepted', 'published', 'fulfilled', 'partly', 'missedExplained', 'dropped', 'withdrawn')),
  constraint pledge_move_to_state_check check (to_state in ('drafted', 'submitted', 'returned', 'toTalk', 'accepted', 'published', 'fulfilled', 'partly', 'missedExplained', 'dropped', 'withdrawn'))
);
comment on table pledge_move is 'Append-only. The way of a pledge from state to state, with who and when.';
comment on column pledge_move.from_state is 'Empty for its first line.';
alter table pledge_move add constraint pledge_move_pledge_fk foreign key (county_id, pledge_id) references pledge (county_id, id);
alter table pledge_move add constraint pledge_move_account_fk foreign key (county_id, moved_by_account_id) references account (county_id, id);
create index pledge_move_pledge on pledge_move (county_id, pledge_id, moved_at);
create index pledge_move_account on pledge_move (county_id, moved_by_account_id);
create table pledge_outcome (
  county_id uuid not null,
  pledge_id uuid not null,
  outcome text not null,
  explanation text not null,
  heard_on date,
  done_hundredths integer not null,
  percent integer not null,
  judged_by text not null,
  judged_by_account_id uuid,
  judged_on date not null,
  judged_at timestamptz not null,
  constraint pledge_outcome_pk primary key (county_id, pledge_id),
  constraint pledge_outcome_outcome_check check (outcome in ('fulfilled', 'partly', 'missedExplained', 'dropped')),
  constraint pledge_outcome_explanation_check check (outcome = 'fulfilled' or explanation <> ''),
  constraint pledge_outcome_heard_check check (outcome <> 'dropped' or heard_on is not null),
  constraint pledge_outcome_percent_check check (percent between 0 and 100)
);
comment on table pledge_outcome is 'Append-only. How a pledge was judged at the end, once (R-222, R-228).';
comment on column pledge_outcome.heard_on is 'Day the member had the word; needed before a pledge is called dropped.';
comment on column pledge_outcome.done_hundredths is 'Reviewed deeds of the pledge as counted on the day.';
alter table pledge_outcome add constraint pledge_outcome_pledge_fk foreign key (county_id, pledge_id) references pledge (county_id, id);
alter table pledge_outcome add constraint pledge_outcome_account_fk foreign key (county_id, judged_by_account_id) references account (county_id, id);
create index pledge_outcome_account on pledge_outcome (county_id, judged_by_account_id);
create table pledge_comment (
  county_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  author_kind text not null,
  member_id uuid,
  text text not null,
  said_on date not null,
  said_at timestamptz not null,
  state text not null,
  held_for text,
  read_by text,
  read_by_account_id uuid,
  read_at timestamptz,
  answer text,
  answered_by text,
  answered_at timestamptz,
  reported_at timestamptz,
  constraint pledge_comment_pk primary key (county_id, id),
  constraint pledge_comment_author_check check (author_kind in ('public', 'member') and (author_kind = 'member') = (member_id is not null)),
  constraint pledge_comment_state_check check (state in ('received', 'shown', 'held')),
  constraint pledge_comment_held_check check ((state = 'held') = (held_for is not null) and held_for in ('privateContent', 'insult', 'offTopic', 'advertising')),
  constraint pledge_comment_text_check check (text <> ''),
  constraint pledge_comment_answer_check check ((answer is null) = (answered_at is null)),
  constraint pledge_comment_read_check check ((read_by is null) = (read_at is null) and (author_kind = 'member' or state = 'received' or read_at is not null))
);
comment on table pledge_comment is 'What the public, or a member with the own name, says of a published pledge (S-189, S-197).';
comment on column pledge_comment.state is 'received: of the public, not read yet; shown; held for one of the listed reasons, being critical is none of them.';
comment on column pledge_comment.reported_at is 'When the one it is about asked that somebody read it again; empty once that was done.';
alter table pledge_comment add constraint pledge_comment_pledge_fk foreign key (county_id, pledge_id) references pledge (county_id, id);
alter table pledge_comment add constraint pledge_comment_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table pledge_comment add constraint pledge_comment_account_fk foreign key (county_id, read_by_account_id) references account (county_id, id);
create index pledge_comment_pledge on pledge_comment (county_id, pledge_id, said_at);
create index pledge_comment_member on pledge_comment (county_id, member_id);
create index pledge_comment_account on pledge_comment (county_id, read_by_account_id);
create index pledge_comment_waiting on pledge_comment (county_id, said_at) where state = 'received' or reported_at is not null;
create table pledge_page (
  county_id uuid not null,
  party_org_id uuid not null,
  code text not null,
  opened_by text not null,
  opened_by_account_id uuid,
  opened_at timestamptz not null,
  constraint pledge_page_pk primary key (county_id, party_org_id),
  constraint pledge_page_code_unique unique (county_id, code),
  constraint pledge_page_code_check check (code ~ '^[a-z0-9]{8}$')
);
comment on table pledge_page is 'The page on which an organisation''s published pledges are read without an account; its code stands on the sheet (S-189).';
alter table pledge_page add constraint pledge_page_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table pledge_page add constraint pledge_page_account_fk foreign key (county_id, opened_by_account_id) references account (county_id, id);
create index pledge_page_account on pledge_page (county_id, opened_by_account_id);
create table pledge_rules_read (
  county_id uuid not null,
  party_org_id uuid not null,
  setting_version_no integer not null,
  read_by text not null,
  read_by_account_id uuid,
  read_at timestamptz not null,
  constraint pledge_rules_read_pk primary key (county_id, party_org_id, setting_version_no)
);
comment on table pledge_rules_read is 'Append-only. A branch''s word that it read the county''s pledge rules, per version of the setting (S-180).';
alter table pledge_rules_read add constraint pledge_rules_read_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table pledge_rules_read add constraint pledge_rules_read_account_fk foreign key (county_id, read_by_account_id) references account (county_id, id);
create index pledge_rules_read_account on pledge_rules_read (county_id, read_by_account_id);
