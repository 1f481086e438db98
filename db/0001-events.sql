-- The trail: what was done, by whom, in which role, from where. It only grows.
create collation pinyin (provider = icu, locale = 'zh-u-co-pinyin');

create table event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- Whose story it belongs to: an application, a round, an organisation, an account, a register.
  subject_kind text not null,
  subject_id text not null,
  -- Place in the subject's chain, from 1.
  number integer not null check (number >= 1),
  kind text not null,
  -- The account and what it acted as; all null where the program acts by itself.
  account_id bigint,
  role text,
  organisation_id bigint,
  -- The account whose duty was stood in for.
  for_account_id bigint,
  address text,
  before jsonb,
  after jsonb,
  guide_digest text,
  -- SM3 over the event before it in the chain and this event's own content.
  previous_digest text not null,
  digest text not null,
  unique (subject_kind, subject_id, number)
);
create index event_at on event (at, id);
create index event_account on event (account_id, id);

-- The end of each chain: locked while an event is added, so that numbers have no gaps and no forks.
create table event_chain (
  subject_kind text not null,
  subject_id text not null,
  number integer not null,
  digest text not null,
  primary key (subject_kind, subject_id)
);

-- One seal a day over everything that happened until its end; exported, it proves that nothing was changed since.
create table event_seal (
  day date primary key,
  events bigint not null,
  last_event_id bigint not null,
  previous_digest text not null,
  digest text not null,
  sealed_at timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% only grows', tg_table_name using errcode = '55000';
end $$;

create trigger event_only_grows before update or delete on event
  for each row execute function refuse_change();
create trigger event_not_emptied before truncate on event
  for each statement execute function refuse_change();
create trigger event_seal_only_grows before update or delete on event_seal
  for each row execute function refuse_change();
create trigger event_seal_not_emptied before truncate on event_seal
  for each statement execute function refuse_change();
