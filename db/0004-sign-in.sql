-- Nobody holds, for himself or standing in, an administrator's duty beside another kind of duty at the same time:
-- who keeps accounts, who keeps security and who keeps the trail are three people. The same rule as conflictOf in
-- packages/workflow/role.ts, which a test compares with this one.
create function demand_separate_duties(holder bigint, held_role text, held daterange, this_appointment bigint, this_delegation bigint)
returns void language plpgsql as $$
declare
  administrators constant text[] := array['system-admin', 'security-admin', 'audit-admin'];
  other text;
begin
  -- Two that are given at the same time see each other.
  perform from account where id = holder for update;
  select role into other from (
    select role, daterange(valid_from, valid_until, '[]') as days from appointment
    where account_id = holder and ended_at is null and id is distinct from this_appointment
    union all
    select a.role, daterange(d.valid_from, d.valid_until, '[]') from delegation d join appointment a on a.id = d.appointment_id
    where d.to_account_id = holder and d.ended_at is null and a.ended_at is null and d.id is distinct from this_delegation
  ) held_already
  where days && held and role <> held_role and (role = any (administrators) or held_role = any (administrators))
  limit 1;
  if other is not null then
    raise exception '% and % are two people', held_role, other using errcode = '23P01', constraint = 'separate_duties';
  end if;
end $$;

create function demand_separate_appointment() returns trigger language plpgsql as $$
begin
  if new.ended_at is null then
    perform demand_separate_duties(new.account_id, new.role, daterange(new.valid_from, new.valid_until, '[]'), new.id, null);
  end if;
  return new;
end $$;
create trigger appointment_separate before insert or update on appointment
  for each row execute function demand_separate_appointment();

create function demand_separate_delegation() returns trigger language plpgsql as $$
begin
  if new.ended_at is null then
    perform demand_separate_duties(new.to_account_id, a.role, daterange(new.valid_from, new.valid_until, '[]'), null, new.id)
    from appointment a where a.id = new.appointment_id;
  end if;
  return new;
end $$;
create trigger delegation_separate before insert or update on delegation
  for each row execute function demand_separate_delegation();

-- For a lost telephone: each works once.
create table recovery_code (
  account_id bigint not null references account (id),
  digest text not null,
  used_at timestamptz,
  primary key (account_id, digest)
);

-- Letters that wait to be sent, written with the change they tell of.
create table mail_outbox (
  id bigint generated always as identity primary key,
  recipient text not null,
  title text not null,
  -- Sealed with the program's key, since a link in it opens an account; null once sent.
  sealed_text bytea,
  written_at timestamptz not null,
  sent_at timestamptz
);
create index mail_outbox_waiting on mail_outbox (id) where sent_at is null;

-- A way to the province's single sign-on and back, begun in one browser.
create table sign_on_attempt (
  -- SHA-256 of the state that goes there and comes back.
  state_digest text primary key,
  -- SHA-256 of the value that only the browser that began has.
  browser_digest text not null,
  nonce text not null,
  verifier text not null,
  created_at timestamptz not null,
  used_at timestamptz
);

-- Somebody the single sign-on vouches for and whose account nobody named yet: an administrator does, or refuses.
create table sign_on_request (
  id bigint generated always as identity primary key,
  issuer text not null,
  subject text not null,
  name text not null,
  asked_at timestamptz not null,
  decided_at timestamptz,
  account_id bigint references account (id),
  unique (issuer, subject)
);

-- Attempts of yesterday are taken away.
create index sign_in_failure_at on sign_in_failure (at);

-- An account is one person's, who is one to each provider.
create unique index sign_on_identity_account on sign_on_identity (issuer, account_id);
