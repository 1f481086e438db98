-- Organisations, the people in them, and what they sign in with.
create table organisation (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('applicant', 'recommender', 'office', 'finance', 'administration', 'expert-pool', 'audit')),
  name text not null check (length(name) between 1 and 200),
  -- 统一社会信用代码; claimed once among those that exist. Offices have none here.
  credit_code text check (credit_code is null or length(credit_code) = 18),
  -- Region code: where an applicant is registered, or what a recommender recommends for.
  territory text,
  -- A recommender's level and department; a county recommends through its city.
  level text check (level in ('province', 'city', 'county')),
  department text check (department in ('工信', '财政')),
  parent_id bigint references organisation (id),
  status text not null check (status in ('active', 'closed')) default 'active',
  -- What it was merged into, and names it had.
  merged_into_id bigint references organisation (id),
  former_names text[] not null default '{}',
  created_at timestamptz not null
);
create unique index organisation_credit_code on organisation (credit_code) where credit_code is not null and status = 'active';
create index organisation_territory on organisation (territory);

create table account (
  id bigint generated always as identity primary key,
  -- What is typed at sign-in: lower case, unique.
  login text not null unique check (login = lower(login) and length(login) between 3 and 60),
  name text not null check (length(name) between 1 and 50),
  phone text,
  email text,
  -- argon2id; null for who signs in by the province's single sign-on only, or hasn't set one yet.
  password_hash text,
  password_set_at timestamptz,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- The last time step a code was accepted for: none is accepted twice.
  totp_last_step bigint,
  status text not null check (status in ('active', 'disabled')) default 'active',
  created_at timestamptz not null
);

-- What an account may act as: a role in an organisation, for a time, for some lines or all.
create table appointment (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  organisation_id bigint not null references organisation (id),
  role text not null,
  -- Lines the duty is limited to; empty for all of the organisation's.
  lines text[] not null default '{}',
  valid_from date not null,
  valid_until date,
  ended_at timestamptz
);
create index appointment_account on appointment (account_id);
create index appointment_organisation on appointment (organisation_id);
create unique index appointment_once on appointment (account_id, organisation_id, role) where ended_at is null;

-- Absence: who stands in for a duty, from and until when (both days count).
create table delegation (
  id bigint generated always as identity primary key,
  appointment_id bigint not null references appointment (id),
  to_account_id bigint not null references account (id),
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  reason text not null,
  ended_at timestamptz,
  created_at timestamptz not null
);
create index delegation_to on delegation (to_account_id);

create table session (
  id bigint generated always as identity primary key,
  -- SHA-256 of the cookie's value: who reads the table can't sign in with it. Another one at each step of signing in.
  digest text not null unique,
  account_id bigint not null references account (id),
  appointment_id bigint references appointment (id),
  -- Standing in for somebody: the delegation it rests on.
  delegation_id bigint references delegation (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  second_factor_at timestamptz,
  address text not null,
  device text not null,
  ended_at timestamptz,
  ended_because text
);
create index session_account on session (account_id) where ended_at is null;

-- Invitations, forgotten passwords, the first administrator: a link that works once.
create table one_time_link (
  digest text primary key,
  purpose text not null check (purpose in ('invite', 'password', 'first-administrator')),
  account_id bigint references account (id),
  organisation_id bigint references organisation (id),
  role text,
  email text,
  created_by bigint references account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Who the province's single sign-on says somebody is.
create table sign_on_identity (
  issuer text not null,
  subject text not null,
  account_id bigint not null references account (id),
  linked_at timestamptz not null,
  primary key (issuer, subject)
);

-- Attempts to sign in that weren't known to succeed, by what was tried and from where: what slows the next one down.
-- Written before the password is looked at, so that many at once don't get more tries than one after the other.
create table sign_in_failure (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  address text not null,
  -- SHA-256 of what was tried: people type passwords into the wrong field.
  tried text not null
);
create index sign_in_failure_address on sign_in_failure (address, at);
create index sign_in_failure_tried on sign_in_failure (tried, at);
