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
  -- Whom the recommender calls about it.
  contact_name text not null check (length(contact_name) between 1 and 50),
  contact_phone text not null,
  contact_email text,
  licence_upload_id bigint not null,
  authorisation_upload_id bigint not null,
  -- What was said at the last return or refusal.
  reason text,
  asked_at timestamptz not null,
  decided_at timestamptz
);
create unique index registration_code_once on registration (credit_code) where state in ('submitted', 'returned') and purpose = 'new';
create unique index registration_take_over_once on registration (organisation_id) where state in ('submitted', 'returned') and purpose = 'take-over';
create unique index registration_account_once on registration (account_id) where state in ('submitted', 'returned');
create index registration_account on registration (account_id);
create index registration_recommender on registration (recommender_id, state);

-- What somebody has filled in and not handed in yet; nobody decides on it.
create table registration_draft (
  account_id bigint primary key references account (id),
  draft jsonb not null,
  saved_at timestamptz not null
);

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
  whole_at timestamptz,
  -- By the machine's clock: what nobody touches for days is taken away.
  touched_at timestamptz not null
);
create index upload_account on upload (account_id, state);
create index upload_digest on upload (digest);
alter table registration add foreign key (licence_upload_id) references upload (id);
alter table registration add foreign key (authorisation_upload_id) references upload (id);

-- Units and people
-- Roles are a closed list, the same as in packages/workflow/role.ts, which a test compares with these.
alter table appointment add constraint appointment_role check (role in (
  'applicant-admin', 'filler', 'submitter', 'recommender-handler', 'recommender-lead', 'planning', 'line-officer',
  'office-head', 'leader', 'finance-officer', 'finance-head', 'expert', 'auditor', 'system-admin', 'security-admin',
  'audit-admin'));
alter table one_time_link add constraint one_time_link_role check (role is null or role in (
  'applicant-admin', 'filler', 'submitter', 'recommender-handler', 'recommender-lead', 'planning', 'line-officer',
  'office-head', 'leader', 'finance-officer', 'finance-head', 'expert', 'auditor', 'system-admin', 'security-admin',
  'audit-admin'));

-- An invitation says who is meant and which duty waits for him: for some lines, until a day.
alter table one_time_link add column id bigint generated always as identity unique;
alter table one_time_link add column name text check (length(name) between 1 and 50);
alter table one_time_link add column lines text[] not null default '{}';
alter table one_time_link add column valid_until date;
create index one_time_link_organisation on one_time_link (organisation_id) where used_at is null;

-- Lists of units and of people are looked through by name.
create index organisation_kind on organisation (kind, name);

-- 企业更名、并入: an enterprise asks, the one it goes into agrees, its recommender decides.
create table unit_change (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation (id),
  kind text not null check (kind in ('rename', 'merge')),
  new_name text check (length(new_name) between 1 and 200),
  into_id bigint references organisation (id) check (into_id <> organisation_id),
  -- Of a merger: whether who works on applications goes along, or his duty ends.
  people text check (people in ('move', 'end')),
  reason text not null check (length(reason) between 1 and 500),
  -- The new licence, or the merger's registration.
  proof_upload_id bigint not null references upload (id),
  recommender_id bigint not null references organisation (id),
  asked_by bigint not null references account (id),
  state text not null check (state in ('consent', 'submitted', 'approved', 'refused', 'withdrawn')),
  -- What was said when it was decided.
  opinion text,
  asked_at timestamptz not null,
  decided_at timestamptz,
  check ((kind = 'rename') = (new_name is not null)),
  check ((kind = 'merge') = (into_id is not null and people is not null))
);
create unique index unit_change_once on unit_change (organisation_id) where state in ('consent', 'submitted');
create index unit_change_recommender on unit_change (recommender_id, state);
create index unit_change_into on unit_change (into_id, state);

-- Failures to sign in over the last days, without reading everything else that happened.
create index event_sign_in_failure on event (at) where kind in ('sign-in-failed', 'second-factor-failed', 'address-slowed');
create index session_going on session (seen_at) where ended_at is null;
