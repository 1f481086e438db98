-- An enterprise that asks to be let in. Its code is claimed once among those that wait or were let in.
create table registration (
  id bigint generated always as identity primary key,
  -- Who asks, and becomes the enterprise's first administrator.
  account_id bigint not null references account (id),
  credit_code text not null check (length(credit_code) = 18),
  name text not null check (length(name) between 1 and 200),
  territory text not null,
  -- The county's or city's office that looks at it.
  recommender_id bigint not null references organisation (id),
  -- What it is for: a new enterprise, or another administrator of one that is there (the earlier one left).
  purpose text not null check (purpose in ('new', 'take-over')),
  organisation_id bigint references organisation (id),
  state text not null,
  -- The code fails its check and a person says that it is right all the same.
  code_override text,
  licence_upload_id bigint not null,
  authorisation_upload_id bigint not null,
  -- What was said at the last return or refusal.
  reason text,
  asked_at timestamptz not null,
  decided_at timestamptz
);
create unique index registration_code_once on registration (credit_code) where state in ('submitted', 'returned') and purpose = 'new';
create index registration_account on registration (account_id);
create index registration_recommender on registration (recommender_id, state);

-- What came in by the network and lies in the file store: who brought it, for what, and how far it has come.
create table upload (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  -- The organisation that was acted for; null for who isn't let in yet.
  organisation_id bigint references organisation (id),
  -- What it may be used for: a licence, a paper of an application, a sealed scan.
  purpose text not null,
  name text not null check (length(name) between 1 and 200),
  size bigint not null check (size between 1 and 209715200),
  received bigint not null default 0 check (received between 0 and size),
  -- By content, once it is whole.
  type text,
  digest text references stored_file (digest),
  state text not null check (state in ('receiving', 'whole', 'used', 'refused')) default 'receiving',
  refused_because text,
  begun_at timestamptz not null,
  whole_at timestamptz
);
create index upload_account on upload (account_id, state);
create index upload_digest on upload (digest);
alter table registration add foreign key (licence_upload_id) references upload (id);
alter table registration add foreign key (authorisation_upload_id) references upload (id);
