-- Organisational disposal of unqualified members, recorded sanctions, hand-overs (R-193…R-212, S-223…S-227).
create table disposal (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  form text not null,
  ground text not null,
  ground_facts jsonb not null,
  help_plan_id uuid,
  earlier_disposal_id uuid,
  state text not null,
  proposal_body text not null,
  proposed_on date not null,
  reason text not null,
  proposed_by text not null,
  proposed_by_account_id uuid,
  filing_document text,
  filed_on date,
  finding_group uuid[],
  finding_words text,
  found_on date,
  hearing jsonb,
  heard_on date,
  opinion_body text,
  opinion_words text,
  opinion_on date,
  pre_review_document text,
  pre_review_on date,
  vote_id uuid,
  voted_on date,
  decision_org_id uuid,
  decision_body text,
  decider_name text,
  decision_issuer text,
  decision_year integer,
  decision_number integer,
  decided_on date,
  decision_reason text,
  term_months integer,
  required_change text not null default '',
  help text not null default '',
  proof_of_service text,
  served_how text,
  served_on date,
  served_by text,
  entered_by_account_id uuid,
  until_on date,
  rejoin_from_on date,
  ended_how text,
  ended_on date,
  end_words text,
  end_minutes text,
  end_document text,
  ended_by_account_id uuid,
  stopped_for text,
  revision integer not null default 1,
  constraint disposal_pk primary key (county_id, id),
  constraint disposal_form_check check (form in ('correctionOrder', 'persuasion', 'removal')),
  constraint disposal_ground_check check (ground in ('helpInVain', 'lapse', 'lostContact', 'correctionWithoutChange', 'persuasionRefused', 'decidedElsewhere')),
  constraint disposal_state_check check (state in ('proposed', 'filed', 'factsFound', 'heard', 'opinionGiven', 'preReviewed', 'voted', 'inForce', 'stopped')),
  constraint disposal_proposal_check check (proposal_body <> '' and reason <> ''),
  constraint disposal_filing_check check ((filing_document is null) = (filed_on is null) and (state in ('proposed', 'stopped') or filed_on is not null)),
  constraint disposal_finding_check check ((finding_words is null) = (found_on is null) and (state in ('proposed', 'filed', 'stopped') or found_on is not null)),
  constraint disposal_hearing_check check ((hearing is null) = (heard_on is null) and (state in ('proposed', 'filed', 'factsFound', 'stopped') or heard_on is not null)),
  constraint disposal_opinion_check check ((opinion_words is null) = (opinion_on is null) and (state in ('proposed', 'filed', 'factsFound', 'heard', 'stopped') or opinion_on is not null)),
  constraint disposal_pre_review_check check ((pre_review_document is null) = (pre_review_on is null) and (form = 'correctionOrder' or state not in ('preReviewed', 'voted', 'inForce') or pre_review_on is not null)),
  constraint disposal_vote_check check ((vote_id is null) = (voted_on is null) and (state not in ('voted', 'inForce') or vote_id is not null)),
  constraint disposal_order_check check (filed_on >= proposed_on and found_on >= filed_on and heard_on >= found_on and opinion_on >= heard_on and pre_review_on >= opinion_on and voted_on >= coalesce(pre_review_on, opinion_on) and decided_on >= voted_on and served_on >= decided_on),
  constraint disposal_served_check check (state <> 'inForce' or (coalesce(decider_name, '') <> '' and coalesce(decision_body, '') <> '' and decided_on is not null and coalesce(decision_reason, '') <> '' and coalesce(proof_of_service, '') <> '' and served_on is not null and entered_by_account_id is not null)),
  constraint disposal_served_how_check check (served_how in ('signed', 'refusedToSign')),
  constraint disposal_term_check check (term_months between 1 and 12),
  constraint disposal_until_check check ((until_on is not null) = (form = 'correctionOrder' and state = 'inForce')),
  constraint disposal_ended_how_check check (ended_how in ('changed', 'notChanged', 'withdrew', 'refused', 'lifted')),
  constraint disposal_ended_check check ((ended_how is null) = (ended_on is null) and (ended_how is null or state = 'inForce')),
  constraint disposal_ended_form_check check (ended_how is null or ended_how = 'lifted' or (form = 'correctionOrder') = (ended_how in ('changed', 'notChanged')) and (form = 'persuasion') = (ended_how in ('withdrew', 'refused'))),
  constraint disposal_stopped_check check ((state = 'stopped') = (stopped_for is not null))
);
comment on table disposal is 'A case of organisational disposal, step by step (R-193…R-207). Read by those on its own list only, every reading is logged (R-211). No field for belief or health (R-206, R-271).';
comment on column disposal.party_org_id is 'The branch the member belonged to when the case was proposed.';
comment on column disposal.ground_facts is 'The facts the ground rests on, as they were when it was proposed.';
comment on column disposal.help_plan_id is 'The help that changed nothing (S-224).';
comment on column disposal.earlier_disposal_id is 'The case this one follows: a correction order without change, a persuasion that was refused (R-205).';
comment on column disposal.filing_document is 'By which the base committee was told beforehand (R-197).';
comment on column disposal.finding_group is 'Members who found the facts (R-199).';
comment on column disposal.hearing is 'Who held the talk, what the member and witnesses said (R-199, R-201).';
comment on column disposal.pre_review_document is 'Answer of the organisation department above (R-200).';
comment on column disposal.vote_id is 'The vote that carried.';
comment on column disposal.decision_issuer is 'Issuer, year and number of the decision''s document (R-316).';
comment on column disposal.proof_of_service is 'How it is shown that the decision was handed over; nothing is in force before (R-212).';
comment on column disposal.until_on is 'Last day of a correction order.';
comment on column disposal.rejoin_from_on is 'First day on which the person may apply again (R-195).';
comment on column disposal.end_document is 'The member''s own request to leave, or what lifted the decision.';
alter table disposal add constraint disposal_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table disposal add constraint disposal_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table disposal add constraint disposal_decision_org_fk foreign key (county_id, decision_org_id) references party_org (county_id, id);
alter table disposal add constraint disposal_earlier_fk foreign key (county_id, earlier_disposal_id) references disposal (county_id, id);
alter table disposal add constraint disposal_proposed_account_fk foreign key (county_id, proposed_by_account_id) references account (county_id, id);
alter table disposal add constraint disposal_entered_account_fk foreign key (county_id, entered_by_account_id) references account (county_id, id);
alter table disposal add constraint disposal_ended_account_fk foreign key (county_id, ended_by_account_id) references account (county_id, id);
create index disposal_member on disposal (county_id, member_id);
create index disposal_party_org on disposal (county_id, party_org_id, state);
create index disposal_decision_org on disposal (county_id, decision_org_id);
create index disposal_earlier on disposal (county_id, earlier_disposal_id);
create index disposal_help_plan on disposal (county_id, help_plan_id);
create index disposal_proposed_account on disposal (county_id, proposed_by_account_id);
create index disposal_entered_account on disposal (county_id, entered_by_account_id);
create index disposal_ended_account on disposal (county_id, ended_by_account_id);
create unique index disposal_one_open on disposal (county_id, member_id) where state <> 'stopped' and ended_how is null;
create unique index disposal_paper on disposal (county_id, decision_org_id, decision_issuer, decision_year, decision_number);
create table disposal_vote (
  county_id uuid not null,
  id uuid not null,
  disposal_id uuid not null,
  about text not null,
  voted_on date not null,
  should_attend integer not null,
  present integer not null,
  written integer not null,
  yes integer not null,
  no integer not null,
  abstain integer not null,
  secret boolean not null,
  chair text not null,
  minutes text not null,
  left_out jsonb not null default '[]',
  carried boolean not null,
  recorded_by text not null,
  account_id uuid,
  recorded_at timestamptz not null,
  constraint disposal_vote_pk primary key (county_id, id),
  constraint disposal_vote_about_check check (about in ('disposal', 'end')),
  constraint disposal_vote_numbers_check check (should_attend > 0 and present >= 0 and written >= 0 and yes >= 0 and no >= 0 and abstain >= 0),
  constraint disposal_vote_adds_up_check check (yes + no + abstain = present + written and present + written <= should_attend),
  constraint disposal_vote_carried_check check (carried = (yes * 2 > should_attend and present * 2 > should_attend)),
  constraint disposal_vote_secret_check check (about <> 'disposal' or secret),
  constraint disposal_vote_minutes_check check (minutes <> '' and chair <> '')
);
comment on table disposal_vote is 'Append-only. Votes of the assembly on one person, carried or not (R-049…R-064, R-202); nothing says who voted how.';
comment on column disposal_vote.should_attend is 'Both halves are counted over this number (R-051).';
comment on column disposal_vote.left_out is 'Members left out of it, each with the document from above and the day of the assembly; no ground is kept (R-056, R-271).';
alter table disposal_vote add constraint disposal_vote_disposal_fk foreign key (county_id, disposal_id) references disposal (county_id, id);
alter table disposal_vote add constraint disposal_vote_account_fk foreign key (county_id, account_id) references account (county_id, id);
create index disposal_vote_disposal on disposal_vote (county_id, disposal_id);
create index disposal_vote_account on disposal_vote (county_id, account_id);
alter table disposal add constraint disposal_vote_fk foreign key (county_id, vote_id) references disposal_vote (county_id, id);
create index disposal_vote_of on disposal (county_id, vote_id);
create table disposal_invitation (
  county_id uuid not null,
  id uuid not null,
  disposal_id uuid not null,
  to_what text not null,
  held_on date not null,
  held_at text not null,
  place text not null,
  how text not null,
  invited_on date not null,
  invited_by text not null,
  account_id uuid,
  answer text,
  answer_words text not null default '',
  answered_on date,
  constraint disposal_invitation_pk primary key (county_id, id),
  constraint disposal_invitation_to_what_check check (to_what in ('hearing', 'assembly')),
  constraint disposal_invitation_how_check check (how in ('app', 'paper')),
  constraint disposal_invitation_answer_check check (answer in ('comes', 'cannot')),
  constraint disposal_invitation_answered_check check ((answer is null) = (answered_on is null)),
  constraint disposal_invitation_before_check check (held_on > invited_on)
);
comment on table disposal_invitation is 'Written invitations of the member to the talk and to the assembly (R-199, R-201).';
alter table disposal_invitation add constraint disposal_invitation_disposal_fk foreign key (county_id, disposal_id) references disposal (county_id, id);
alter table disposal_invitation add constraint disposal_invitation_account_fk foreign key (county_id, account_id) references account (county_id, id);
create index disposal_invitation_disposal on disposal_invitation (county_id, disposal_id);
create index disposal_invitation_account on disposal_invitation (county_id, account_id);
create table disposal_move (
  county_id uuid not null,
  id uuid not null,
  disposal_id uuid not null,
  move text not null,
  words text not null default '',
  by_name text not null,
  account_id uuid,
  moved_at timestamptz not null,
  constraint disposal_move_pk primary key (county_id, id),
  constraint disposal_move_move_check check (move in ('propose', 'file', 'findFacts', 'invite', 'answer', 'say', 'hear', 'giveOpinion', 'preReview', 'vote', 'voteNotCarried', 'decide', 'serve', 'stop', 'end', 'askLonger', 'lift'))
);
comment on table disposal_move is 'Append-only. What happened to a case, by whom and when; the member''s own words stand here as they were said (R-213).';
alter table disposal_move add constraint disposal_move_disposal_fk foreign key (county_id, disposal_id) references disposal (county_id, id);
alter table disposal_move add constraint disposal_move_account_fk foreign key (county_id, account_id) references account (county_id, id);
create index disposal_move_disposal on disposal_move (county_id, disposal_id);
create index disposal_move_account on disposal_move (county_id, account_id);
create table sanction (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  sanction text not null,
  document_number text not null,
  deciding_level text not null,
  complex boolean not null,
  probation_years integer,
  decider_name text not null,
  body text not null,
  decided_on date not null,
  reason text not null,
  proof_of_service text not null,
  effect_until_on date not null,
  recorded_by text not null,
  recorded_by_account_id uuid not null,
  recorded_at timestamptz not null,
  constraint sanction_pk primary key (county_id, id),
  constraint sanction_document_unique unique (county_id, member_id, document_number),
  constraint sanction_sanction_check check (sanction in ('warning', 'seriousWarning', 'removalFromPost', 'partyProbation', 'expulsion')),
  constraint sanction_level_check check (deciding_level in ('baseCommittee', 'countyDiscipline', 'higher') and (deciding_level <> 'baseCommittee' or (sanction <> 'expulsion' and not complex))),
  constraint sanction_probation_check check ((sanction = 'partyProbation') = (probation_years is not null) and (probation_years is null or probation_years in (1, 2))),
  constraint sanction_five_facts_check check (document_number <> '' and decider_name <> '' and body <> '' and reason <> '' and proof_of_service <> '')
);
comment on table sanction is 'Append-only. Disciplinary results as the competent body decided them, with its document number (R-208, R-210, R-212); the platform decides none. Read by those on its own list only (R-211).';
comment on column sanction.party_org_id is 'The branch the member belonged to when it was recorded.';
comment on column sanction.effect_until_on is 'Last day it keeps from promotion, or from rejoining after expulsion (R-209).';
alter table sanction add constraint sanction_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table sanction add constraint sanction_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table sanction add constraint sanction_account_fk foreign key (county_id, recorded_by_account_id) references account (county_id, id);
create index sanction_party_org on sanction (county_id, party_org_id);
create index sanction_account on sanction (county_id, recorded_by_account_id);
create table hand_over (
  county_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  party_org_id uuid not null,
  to_whom text not null,
  document text not null,
  handed_on date not null,
  recorded_by text not null,
  recorded_by_account_id uuid not null,
  recorded_at timestamptz not null,
  constraint hand_over_pk primary key (county_id, id),
  constraint hand_over_document_unique unique (county_id, member_id, document),
  constraint hand_over_to_check check (to_whom in ('discipline', 'law')),
  constraint hand_over_document_check check (document <> '')
);
comment on table hand_over is 'Append-only. That a matter went to discipline or to the law: when and by which letter; no details are kept (S-227).';
alter table hand_over add constraint hand_over_member_fk foreign key (county_id, member_id) references member (county_id, id);
alter table hand_over add constraint hand_over_party_org_fk foreign key (county_id, party_org_id) references party_org (county_id, id);
alter table hand_over add constraint hand_over_account_fk foreign key (county_id, recorded_by_account_id) references account (county_id, id);
create index hand_over_party_org on hand_over (county_id, party_org_id);
create index hand_over_account on hand_over (county_id, recorded_by_account_id);
alter table disposal add constraint disposal_help_plan_fk foreign key (county_id, help_plan_id) references help_plan (county_id, id);
