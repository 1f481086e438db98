-- A guide as it was published: its files, word for word. It never changes; what was filed under it is replayed with it.
create table guide_version (
  digest text primary key,
  guide text not null,
  version text not null,
  title text not null,
  -- Path below the guide's folder → text.
  files jsonb not null,
  published_at timestamptz not null,
  published_by bigint references account (id),
  unique (guide, version)
);
create trigger guide_version_never_changes before update or delete on guide_version
  for each row execute function refuse_change();
create trigger guide_version_not_emptied before truncate on guide_version
  for each statement execute function refuse_change();

create table round (
  id bigint generated always as identity primary key,
  year text not null check (year ~ '^\d{4}$'),
  name text not null check (length(name) between 1 and 100),
  guide_digest text not null references guide_version (digest),
  state text not null,
  -- Lines open with their offices, clocks, routes, limits, call conditions, readings, publication switches:
  -- what records/round/contract.ts reads.
  settings jsonb not null,
  -- Counts changes, so that nobody overwrites what another changed meanwhile.
  revision integer not null default 1,
  created_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz
);
create index round_year on round (year);

-- Who recommends in a round: the register is scoped by year and can't be derived from a registration code.
create table round_recommender (
  round_id bigint not null references round (id),
  organisation_id bigint not null references organisation (id),
  -- Region code it recommends for, and the city it goes through; null for who sends to the province itself.
  territory text not null,
  through_id bigint references organisation (id),
  primary key (round_id, organisation_id)
);

-- A command that speaks for an office and waits for its chain: what is to be done, and who has said what.
create table sign_off (
  id bigint generated always as identity primary key,
  subject_kind text not null,
  subject_id text not null,
  command text not null,
  -- The chain as it was when it began: a later change of the chain doesn't reach it.
  chain jsonb not null,
  -- What the last step carries out, and its digest: everybody signs the same.
  content jsonb not null,
  content_digest text not null,
  state text not null check (state in ('waiting', 'agreed', 'declined', 'withdrawn')) default 'waiting',
  begun_by bigint not null references account (id),
  -- Whose affair it is: a step of an office is signed by its own people alone.
  organisation_id bigint not null references organisation (id),
  begun_at timestamptz not null,
  ended_at timestamptz
);
create unique index sign_off_waiting_once on sign_off (subject_kind, subject_id, command) where state = 'waiting';
create index sign_off_waiting on sign_off (state, id);

create table signature (
  sign_off_id bigint not null references sign_off (id),
  step integer not null check (step >= 0),
  agreed boolean not null,
  opinion text not null check (length(opinion) between 1 and 2000),
  account_id bigint not null references account (id),
  -- Whose step it was, where the signer stood in for somebody.
  holder_id bigint not null references account (id),
  role text not null,
  organisation_id bigint not null references organisation (id),
  signed_on date not null,
  signed_at timestamptz not null,
  primary key (sign_off_id, step)
);
create trigger signature_only_grows before update or delete on signature
  for each row execute function refuse_change();
