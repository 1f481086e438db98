-- What an enterprise applies with, from an empty draft to what was submitted.
create table application (
  id bigint generated always as identity primary key,
  round_id bigint not null references round (id),
  organisation_id bigint not null references organisation (id),
  line text not null,
  -- The version of the guide it is filled in, judged and kept under.
  guide_digest text not null references guide_version (digest),
  -- Chosen from the round's register; it can't be derived.
  recommender_id bigint references organisation (id),
  title text not null default '' check (length(title) <= 200),
  state text not null,
  -- Counts saves; every field keeps the save that changed it last.
  revision bigint not null default 0,
  -- The version that was finalised last; 0 before the first.
  version integer not null default 0,
  -- Given at the first submission and kept.
  number text unique,
  created_at timestamptz not null,
  created_by bigint not null references account (id),
  submitted_at timestamptz,
  submitted_by bigint references account (id),
  -- Set by a return, taken away by the next submission: until then the recommender's clock counts, not the applicant's.
  returned_at timestamptz
);
create index application_organisation on application (organisation_id, round_id);
create index application_round on application (round_id, line, state);
create index application_recommender on application (recommender_id, round_id, state);

-- A draft is its fields, each with a life of its own: two people in one draft disturb each other only where both write.
create table application_field (
  application_id bigint not null references application (id),
  path text not null check (length(path) between 1 and 300),
  -- null: taken away; kept so that others learn of it.
  value jsonb,
  revision bigint not null,
  changed_at timestamptz not null,
  changed_by bigint not null references account (id),
  primary key (application_id, path)
);
create index application_field_revision on application_field (application_id, revision);

-- 定稿: what was frozen, word for word. Content stays; only that it was voided may be added, once.
create table application_version (
  application_id bigint not null references application (id),
  number integer not null check (number >= 1),
  guide_digest text not null,
  content jsonb not null,
  digest text not null,
  frozen_at timestamptz not null,
  frozen_by bigint not null references account (id),
  voided_at timestamptz,
  voided_because text,
  primary key (application_id, number)
);
create function refuse_other_content() returns trigger language plpgsql as $$
begin
  if old.voided_at is not null
    or (to_jsonb(new) - array['voided_at', 'voided_because']) is distinct from (to_jsonb(old) - array['voided_at', 'voided_because']) then
    raise exception 'a version never changes' using errcode = '55000';
  end if;
  return new;
end $$;
create trigger application_version_stays before update on application_version
  for each row execute function refuse_other_content();
create trigger application_version_not_deleted before delete on application_version
  for each row execute function refuse_change();

-- What a version prints for signing and sealing: application form, performance form, commitment, letters.
create table application_print (
  application_id bigint not null,
  version integer not null,
  kind text not null,
  title text not null,
  digest text not null references stored_file (digest),
  pages integer not null check (pages >= 1),
  primary key (application_id, version, kind),
  foreign key (application_id, version) references application_version (application_id, number)
);

-- Sealed prints as they came back: a scan may hold pages of several prints.
create table sealed_scan (
  id bigint generated always as identity primary key,
  application_id bigint not null,
  version integer not null,
  digest text not null references stored_file (digest),
  name text not null,
  type text not null,
  size bigint not null,
  -- For each page of the scan which page of which print it is: by its code, or by whoever says so.
  pages jsonb not null,
  added_at timestamptz not null,
  added_by bigint not null references account (id),
  removed_at timestamptz,
  removed_by bigint references account (id),
  foreign key (application_id, version) references application_version (application_id, number)
);
create index sealed_scan_application on sealed_scan (application_id, version) where removed_at is null;
create index sealed_scan_digest on sealed_scan (digest);

-- Papers: which of the line's papers it is, and the file.
create table application_paper (
  id bigint generated always as identity primary key,
  application_id bigint not null references application (id),
  paper text not null check (length(paper) between 1 and 200),
  digest text not null references stored_file (digest),
  name text not null,
  type text not null,
  size bigint not null,
  -- Of a PDF, or the number of pictures; null where it can't be told.
  pages integer,
  position integer not null,
  added_at timestamptz not null,
  added_by bigint not null references account (id),
  removed_at timestamptz,
  removed_by bigint references account (id)
);
create index application_paper_application on application_paper (application_id) where removed_at is null;
create index application_paper_digest on application_paper (digest);

-- Numbers that may not stand twice, with the field they stand in. Written with the fields.
create table used_number (
  application_id bigint not null references application (id),
  kind text not null check (kind in ('invoice', 'contract', 'device', 'loan', 'record', 'audit')),
  key text not null check (length(key) between 1 and 100),
  place text not null,
  primary key (application_id, kind, key, place)
);
create index used_number_lookup on used_number (kind, key);

-- What only the recommender can say: acceptance, and that a procedure isn't needed. Asked for from the draft; one
-- statement settles all facts of its kind.
create table statement (
  id bigint generated always as identity primary key,
  application_id bigint not null references application (id),
  kind text not null check (kind in ('acceptance', 'not-needed')),
  -- Who was asked. What another one stated counts no more once the application names somebody else.
  recommender_id bigint not null references organisation (id),
  state text not null check (state in ('asked', 'given', 'declined', 'withdrawn')) default 'asked',
  asked_at timestamptz not null,
  asked_by bigint not null references account (id),
  asked_for text not null default '',
  -- The date the opinion bears: of acceptance the day on which it was completed.
  stated_on date,
  -- Of acceptance: whether the recommender itself carried it out.
  organised boolean,
  -- Why, where it is declined.
  opinion text,
  scan_digest text references stored_file (digest),
  scan_name text,
  scan_type text,
  scan_size bigint,
  answered_at timestamptz,
  answered_by bigint references account (id),
  check (state <> 'given' or (stated_on is not null and opinion is not null and scan_digest is not null
    and scan_name is not null and scan_type is not null and scan_size is not null and answered_at is not null)),
  check (state <> 'given' or (kind = 'acceptance') = (organised is not null))
);
create unique index statement_open_once on statement (application_id, kind, recommender_id)
  where state in ('asked', 'given');
create index statement_recommender on statement (recommender_id, state);
create index statement_scan on statement (scan_digest);

-- 回执: what was received, when, and its digest. The same submission sent again finds the same receipt.
create table receipt (
  application_id bigint not null,
  version integer not null,
  key text not null check (length(key) between 8 and 100),
  number text not null,
  received_at timestamptz not null,
  content jsonb not null,
  digest text not null,
  primary key (application_id, version),
  foreign key (application_id, version) references application_version (application_id, number)
);
create trigger receipt_only_grows before update or delete on receipt
  for each row execute function refuse_change();

-- How many numbers a line gave out in a year: counted with the receipt, so that none is missing and none is given twice.
create table receipt_serial (
  year text not null,
  line text not null,
  last integer not null,
  primary key (year, line)
);

-- What came too late: when it came is kept, beside the deadline that had passed.
create table late_submission (
  id bigint generated always as identity primary key,
  application_id bigint not null references application (id),
  version integer not null,
  came_at timestamptz not null,
  deadline timestamptz not null,
  account_id bigint not null references account (id)
);

-- What somebody is told: in the portal at once, by mail gathered.
create table notice (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  kind text not null,
  title text not null,
  body text not null,
  -- The page it leads to.
  leads_to text not null,
  -- The same thing is told once: application-12/deadline-3d.
  about text not null,
  -- Told at once, not with the next digest.
  urgent boolean not null default false,
  created_at timestamptz not null,
  read_at timestamptz,
  -- When a letter told of it, or it was decided that none does; null while it waits for the next digest.
  mailed_at timestamptz,
  -- When a short message told of it, likewise.
  texted_at timestamptz,
  unique (account_id, about)
);
create index notice_account on notice (account_id, id);
create index notice_unmailed on notice (id) where mailed_at is null;
create index notice_untexted on notice (id) where texted_at is null and urgent;

create table notice_setting (
  account_id bigint primary key references account (id),
  by_mail text not null check (by_mail in ('daily', 'urgent', 'never')) default 'daily',
  by_sms boolean not null default false
);
