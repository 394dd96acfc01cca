-- Things to do, notices to members and how each was reached (S-020); files by content.
create table thing_to_do (
  county_id uuid not null,
  id uuid not null,
  key text not null,
  kind text not null,
  account_id uuid,
  permission text,
  party_org_id uuid not null,
  facts jsonb not null,
  due_on date,
  minutes integer,
  asked_by text not null,
  subject_id uuid,
  opened_at timestamptz not null,
  done_at timestamptz,
  done_by text,
  done_by_account_id uuid,
  constraint thing_to_do_pk primary key (county_id, id),
  constraint thing_to_do_addressee_check check (account_id is not null or permission is not null),
  constraint thing_to_do_kind_check check (kind ~ '^[a-z-]+[.][a-z-]+$'),
  constraint thing_to_do_minutes_check check (minutes > 0)
);
comment on table thing_to_do is 'Something a person is asked to do, opened by a feature and closed when it is done.';
comment on column thing_to_do.key is 'Opened once while open, whoever asks again.';
comment on column thing_to_do.kind is 'Word the screens have a text for, led by the feature.';
comment on column thing_to_do.permission is 'Addressed to all who hold this permission for the organisation, where no account is named.';
comment on column thing_to_do.facts is 'Names, counts and dates for the text; never secrets.';
comment on column thing_to_do.minutes is 'How long it usually takes; the burden meter adds them up.';
alter table thing_to_do add constraint thing_to_do_account_fk foreign key (county_id, account_id) references account (county_id, id);
alter table thing_to_do add constraint thing_to_do_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table thing_to_do add constraint thing_to_do_done_account_fk foreign key (county_id, done_by_account_id) references account (county_id, id);
create unique index thing_to_do_open_key on thing_to_do (county_id, key) where done_at is null;
create index thing_to_do_account on thing_to_do (county_id, account_id, done_at);
create index thing_to_do_party_org on thing_to_do (county_id, party_org_id);
create index thing_to_do_done_account on thing_to_do (county_id, done_by_account_id, done_at);
create table message (
  county_id uuid not null,
  id uuid not null,
  party_org_id uuid not null,
  title text not null,
  body text not null,
  answer_kind text,
  answer_due_on date,
  sent_by text not null,
  sent_by_account_id uuid,
  sent_at timestamptz not null,
  deliver_at timestamptz not null,
  recipient_count integer not null,
  constraint message_pk primary key (county_id, id),
  constraint message_answer_kind_check check (answer_kind in ('coming', 'agreeing')),
  constraint message_answer_check check ((answer_kind is null) = (answer_due_on is null))
);
comment on table message is 'Append-only. Notices sent to the members of an organisation.';
comment on column message.answer_kind is 'What the two answers say: I can come or not, all right or not; empty asks for none.';
comment on column message.deliver_at is 'Shown from then on; later than sent where sent in the quiet hours.';
alter table message add constraint message_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table message add constraint message_account_fk foreign key (county_id, sent_by_account_id) references account (county_id, id);
create index message_party_org on message (county_id, party_org_id, sent_at desc);
create index message_account on message (county_id, sent_by_account_id);
create table message_recipient (
  county_id uuid not null,
  message_id uuid not null,
  member_id uuid not null,
  channel text,
  reached_at timestamptz,
  reached_by text,
  helper_name text not null default '',
  answer text,
  answer_channel text,
  answer_note text not null default '',
  answered_at timestamptz,
  answered_by text,
  constraint message_recipient_pk primary key (county_id, message_id, member_id),
  constraint message_recipient_channel_check check (channel in ('screen', 'phone', 'helper', 'paper', 'board')),
  constraint message_recipient_answer_check check (answer in ('yes', 'no')),
  constraint message_recipient_answer_channel_check check (answer_channel in ('screen', 'phone', 'helper', 'paper')),
  constraint message_recipient_answered_check check ((answer is null) = (answered_at is null) and (answer is null) = (answer_channel is null)),
  constraint message_recipient_reached_check check ((channel is null) = (reached_at is null))
);
comment on table message_recipient is 'Each reader of a notice: by which channel reached, when, and the answer; not reached while empty.';
comment on column message_recipient.reached_by is 'Who recorded it: the member by reading, or the one who rang, went or posted.';
comment on column message_recipient.helper_name is 'Who carried the words, where a helper did (R-338).';
comment on column message_recipient.answer_channel is 'How the answer came; the latest counts until the day named.';
alter table message_recipient add constraint message_recipient_message_fk foreign key (county_id, message_id) references message (county_id, id);
alter table message_recipient add constraint message_recipient_member_fk foreign key (county_id, member_id) references member (county_id, id);
create index message_recipient_member on message_recipient (county_id, member_id);
create index message_recipient_open on message_recipient (county_id, member_id) where reached_at is null;
create table stored_file (
  county_id uuid not null,
  id uuid not null,
  sha256 text not null,
  kept_sha256 text not null,
  name text not null,
  type text not null,
  byte_count integer not null,
  party_org_id uuid not null,
  member_id uuid,
  added_by text not null,
  added_by_account_id uuid,
  added_at timestamptz not null,
  purpose text not null,
  state text not null default 'kept',
  reported_by text,
  reported_at timestamptz,
  report_reason text not null default '',
  settled_by text,
  settled_at timestamptz,
  settle_reason text not null default '',
  constraint stored_file_pk primary key (county_id, id),
  constraint stored_file_sha256_check check (sha256 ~ '^[0-9a-f]{64}$' and kept_sha256 ~ '^[0-9a-f]{64}$'),
  constraint stored_file_purpose_check check (purpose in ('evidence', 'correction', 'attachment')),
  constraint stored_file_state_check check (state in ('kept', 'withheld', 'removed')),
  constraint stored_file_report_check check (state = 'kept' or reported_at is not null)
);
comment on table stored_file is 'Files kept for records; equal bytes are kept once on disk, encrypted, and named here as often as they were added.';
comment on column stored_file.sha256 is 'Of the file as it was added: equal bytes, equal value.';
comment on column stored_file.kept_sha256 is 'Of the encrypted bytes: where they lie in the file store.';
comment on column stored_file.party_org_id is 'Organisation it was added at; decides who may open it where no member is named.';
comment on column stored_file.member_id is 'Whom it is about; the present branch of the member then decides who may open it.';
comment on column stored_file.state is 'withheld: reported as secret, nobody opens it until that is settled (R-309); removed: the bytes are gone.';
alter table stored_file add constraint stored_file_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table stored_file add constraint stored_file_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table stored_file add constraint stored_file_account_fk foreign key (county_id, added_by_account_id) references account (county_id, id);
create index stored_file_sha256 on stored_file (county_id, sha256);
create index stored_file_kept_sha256 on stored_file (county_id, kept_sha256);
create index stored_file_party_org on stored_file (county_id, party_org_id);
create index stored_file_member on stored_file (county_id, member_id);
create index stored_file_withheld on stored_file (county_id, reported_at) where state = 'withheld';
create index stored_file_account on stored_file (county_id, added_by_account_id);
