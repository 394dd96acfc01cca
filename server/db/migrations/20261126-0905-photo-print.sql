-- What a picture looks like, so that the same one is found again over branches and years (S-194).

alter table stored_file add column content_sha256 text not null default '';

update stored_file set content_sha256 = sha256;

alter table stored_file alter column content_sha256 drop default;

alter table stored_file add constraint stored_file_content_sha256_check check (content_sha256 ~ '^[0-9a-f]{64}$');

comment on column stored_file.content_sha256 is 'Of the bytes as they are given out. Pictures are drawn anew before they are kept, so it differs from sha256 there.';

create index stored_file_content_sha256 on stored_file (county_id, content_sha256);

create table photo_print (
  county_id uuid not null,
  file_id uuid not null,
  hashes bigint[] not null,
  bands bigint[] not null,
  constraint photo_print_pk primary key (county_id, file_id)
);

comment on table photo_print is 'Perceptual hashes of each kept picture; gone with the bytes.';
comment on column photo_print.hashes is 'Of 64 bits each: the whole, the whole in the mirror, then ten parts, each followed by itself in the mirror.';
comment on column photo_print.bands is 'Sixteen-bit pieces of the hashes, led by the end of the county''s id so that counties share none; for the search.';

create index photo_print_bands on photo_print using gin (bands);

create table photo_hint (
  county_id uuid not null,
  file_id uuid not null,
  before_file_id uuid not null,
  distance smallint not null,
  constraint photo_hint_pk primary key (county_id, file_id, before_file_id),
  constraint photo_hint_distance_check check (distance between 0 and 64)
);

comment on table photo_hint is 'Pictures kept before that look like a later one: for the reviewer to look at, never a reason by itself.';
comment on column photo_hint.distance is 'Bits in which the nearest of their hashes differ.';

create index photo_hint_before on photo_hint (county_id, before_file_id);

alter table photo_print add constraint photo_print_file_fk foreign key (county_id, file_id) references stored_file (county_id, id);

alter table photo_hint add constraint photo_hint_file_fk foreign key (county_id, file_id) references stored_file (county_id, id);

alter table photo_hint add constraint photo_hint_before_file_fk foreign key (county_id, before_file_id) references stored_file (county_id, id);
