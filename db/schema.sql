-- Written from the catalogue by the test beside platform/server/database/schema-text.ts.

create collation pinyin (provider = icu, locale = 'zh-u-co-pinyin');

CREATE OR REPLACE FUNCTION public.demand_separate_appointment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.ended_at is null then
    perform demand_separate_duties(new.account_id, new.role, daterange(new.valid_from, new.valid_until, '[]'), new.id, null);
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.demand_separate_delegation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.ended_at is null then
    perform demand_separate_duties(new.to_account_id, a.role, daterange(new.valid_from, new.valid_until, '[]'), null, new.id)
    from appointment a where a.id = new.appointment_id;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.demand_separate_duties(holder bigint, held_role text, held daterange, this_appointment bigint, this_delegation bigint)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% only grows', tg_table_name using errcode = '55000';
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_earlier_clock()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.clock_shown_at - new.clock_real_at < old.clock_shown_at - old.clock_real_at then
    raise exception 'the clock never goes back' using errcode = '55000';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_other_content()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.voided_at is not null
    or (to_jsonb(new) - array['voided_at', 'voided_because']) is distinct from (to_jsonb(old) - array['voided_at', 'voided_because']) then
    raise exception 'a version never changes' using errcode = '55000';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_other_mode()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.mode <> old.mode then
    raise exception 'a portal stays what it was started as' using errcode = '55000';
  end if;
  return new;
end $function$;

create table account (
  id bigint not null generated always as identity,
  login text not null,
  name text not null,
  phone text,
  email text,
  password_hash text,
  password_set_at timestamp with time zone,
  totp_secret bytea,
  totp_confirmed_at timestamp with time zone,
  totp_last_step bigint,
  status text not null default 'active'::text,
  created_at timestamp with time zone not null,
  constraint account_login_check CHECK (((login = lower(login)) AND ((length(login) >= 3) AND (length(login) <= 60)))),
  constraint account_login_key UNIQUE (login),
  constraint account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 50))),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_status_check CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text])))
);

create table application (
  id bigint not null generated always as identity,
  round_id bigint not null,
  organisation_id bigint not null,
  line text not null,
  guide_digest text not null,
  recommender_id bigint,
  title text not null default ''::text,
  state text not null,
  revision bigint not null default 0,
  version integer not null default 0,
  number text,
  created_at timestamp with time zone not null,
  created_by bigint not null,
  submitted_at timestamp with time zone,
  submitted_by bigint,
  returned_at timestamp with time zone,
  constraint application_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  constraint application_guide_digest_fkey FOREIGN KEY (guide_digest) REFERENCES guide_version(digest),
  constraint application_number_key UNIQUE (number),
  constraint application_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint application_pkey PRIMARY KEY (id),
  constraint application_recommender_id_fkey FOREIGN KEY (recommender_id) REFERENCES organisation(id),
  constraint application_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
  constraint application_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES account(id),
  constraint application_title_check CHECK ((length(title) <= 200))
);

create table application_field (
  application_id bigint not null,
  path text not null,
  value jsonb,
  revision bigint not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  constraint application_field_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint application_field_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES account(id),
  constraint application_field_path_check CHECK (((length(path) >= 1) AND (length(path) <= 300))),
  constraint application_field_pkey PRIMARY KEY (application_id, path)
);

create table application_paper (
  id bigint not null generated always as identity,
  application_id bigint not null,
  paper text not null,
  digest text not null,
  name text not null,
  type text not null,
  size bigint not null,
  pages integer,
  "position" integer not null,
  added_at timestamp with time zone not null,
  added_by bigint not null,
  removed_at timestamp with time zone,
  removed_by bigint,
  constraint application_paper_added_by_fkey FOREIGN KEY (added_by) REFERENCES account(id),
  constraint application_paper_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint application_paper_digest_fkey FOREIGN KEY (digest) REFERENCES stored_file(digest),
  constraint application_paper_paper_check CHECK (((length(paper) >= 1) AND (length(paper) <= 200))),
  constraint application_paper_pkey PRIMARY KEY (id),
  constraint application_paper_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES account(id)
);

create table application_print (
  application_id bigint not null,
  version integer not null,
  kind text not null,
  title text not null,
  digest text not null,
  pages integer not null,
  constraint application_print_application_id_version_fkey FOREIGN KEY (application_id, version) REFERENCES application_version(application_id, number),
  constraint application_print_digest_fkey FOREIGN KEY (digest) REFERENCES stored_file(digest),
  constraint application_print_pages_check CHECK ((pages >= 1)),
  constraint application_print_pkey PRIMARY KEY (application_id, version, kind)
);

create table application_version (
  application_id bigint not null,
  number integer not null,
  guide_digest text not null,
  content jsonb not null,
  digest text not null,
  frozen_at timestamp with time zone not null,
  frozen_by bigint not null,
  voided_at timestamp with time zone,
  voided_because text,
  constraint application_version_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint application_version_frozen_by_fkey FOREIGN KEY (frozen_by) REFERENCES account(id),
  constraint application_version_number_check CHECK ((number >= 1)),
  constraint application_version_pkey PRIMARY KEY (application_id, number)
);

create table appointment (
  id bigint not null generated always as identity,
  account_id bigint not null,
  organisation_id bigint not null,
  role text not null,
  lines text[] not null default '{}'::text[],
  valid_from date not null,
  valid_until date,
  ended_at timestamp with time zone,
  constraint appointment_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint appointment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint appointment_pkey PRIMARY KEY (id),
  constraint appointment_role CHECK ((role = ANY (ARRAY['applicant-admin'::text, 'filler'::text, 'submitter'::text, 'recommender-handler'::text, 'recommender-lead'::text, 'planning'::text, 'line-officer'::text, 'office-head'::text, 'leader'::text, 'finance-officer'::text, 'finance-head'::text, 'expert'::text, 'auditor'::text, 'system-admin'::text, 'security-admin'::text, 'audit-admin'::text])))
);

create table delegation (
  id bigint not null generated always as identity,
  appointment_id bigint not null,
  to_account_id bigint not null,
  valid_from date not null,
  valid_until date not null,
  reason text not null,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint delegation_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointment(id),
  constraint delegation_check CHECK ((valid_until >= valid_from)),
  constraint delegation_pkey PRIMARY KEY (id),
  constraint delegation_to_account_id_fkey FOREIGN KEY (to_account_id) REFERENCES account(id)
);

create table event (
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
  subject_kind text not null,
  subject_id text not null,
  number integer not null,
  kind text not null,
  account_id bigint,
  role text,
  organisation_id bigint,
  for_account_id bigint,
  address text,
  before jsonb,
  after jsonb,
  guide_digest text,
  previous_digest text not null,
  digest text not null,
  constraint event_number_check CHECK ((number >= 1)),
  constraint event_pkey PRIMARY KEY (id),
  constraint event_subject_kind_subject_id_number_key UNIQUE (subject_kind, subject_id, number)
);

create table event_chain (
  subject_kind text not null,
  subject_id text not null,
  number integer not null,
  digest text not null,
  constraint event_chain_pkey PRIMARY KEY (subject_kind, subject_id)
);

create table event_seal (
  day date not null,
  events bigint not null,
  last_event_id bigint not null,
  previous_digest text not null,
  digest text not null,
  sealed_at timestamp with time zone not null,
  constraint event_seal_pkey PRIMARY KEY (day)
);

create table guide_version (
  digest text not null,
  guide text not null,
  version text not null,
  title text not null,
  files jsonb not null,
  published_at timestamp with time zone not null,
  published_by bigint,
  constraint guide_version_guide_version_key UNIQUE (guide, version),
  constraint guide_version_pkey PRIMARY KEY (digest),
  constraint guide_version_published_by_fkey FOREIGN KEY (published_by) REFERENCES account(id)
);

create table late_submission (
  id bigint not null generated always as identity,
  application_id bigint not null,
  version integer not null,
  came_at timestamp with time zone not null,
  deadline timestamp with time zone not null,
  account_id bigint not null,
  constraint late_submission_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint late_submission_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint late_submission_pkey PRIMARY KEY (id)
);

create table mail_outbox (
  id bigint not null generated always as identity,
  recipient text not null,
  title text not null,
  sealed_text bytea,
  written_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  message_id text,
  tries integer not null default 0,
  next_try_at timestamp with time zone,
  abandoned_at timestamp with time zone,
  constraint mail_outbox_message_id_key UNIQUE (message_id),
  constraint mail_outbox_pkey PRIMARY KEY (id)
);

create table notice (
  id bigint not null generated always as identity,
  account_id bigint not null,
  kind text not null,
  title text not null,
  body text not null,
  leads_to text not null,
  about text not null,
  urgent boolean not null default false,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  mailed_at timestamp with time zone,
  texted_at timestamp with time zone,
  constraint notice_account_id_about_key UNIQUE (account_id, about),
  constraint notice_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint notice_pkey PRIMARY KEY (id)
);

create table notice_setting (
  account_id bigint not null,
  by_mail text not null default 'daily'::text,
  by_sms boolean not null default false,
  constraint notice_setting_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint notice_setting_by_mail_check CHECK ((by_mail = ANY (ARRAY['daily'::text, 'urgent'::text, 'never'::text]))),
  constraint notice_setting_pkey PRIMARY KEY (account_id)
);

create table one_time_link (
  digest text not null,
  purpose text not null,
  account_id bigint,
  organisation_id bigint,
  role text,
  email text,
  created_by bigint,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  id bigint not null generated always as identity,
  name text,
  lines text[] not null default '{}'::text[],
  valid_until date,
  constraint one_time_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint one_time_link_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  constraint one_time_link_id_key UNIQUE (id),
  constraint one_time_link_name_check CHECK (((length(name) >= 1) AND (length(name) <= 50))),
  constraint one_time_link_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint one_time_link_pkey PRIMARY KEY (digest),
  constraint one_time_link_purpose_check CHECK ((purpose = ANY (ARRAY['invite'::text, 'password'::text, 'first-administrator'::text, 'email'::text]))),
  constraint one_time_link_role CHECK (((role IS NULL) OR (role = ANY (ARRAY['applicant-admin'::text, 'filler'::text, 'submitter'::text, 'recommender-handler'::text, 'recommender-lead'::text, 'planning'::text, 'line-officer'::text, 'office-head'::text, 'leader'::text, 'finance-officer'::text, 'finance-head'::text, 'expert'::text, 'auditor'::text, 'system-admin'::text, 'security-admin'::text, 'audit-admin'::text]))))
);

create table organisation (
  id bigint not null generated always as identity,
  kind text not null,
  name text not null,
  credit_code text,
  territory text,
  level text,
  department text,
  parent_id bigint,
  status text not null default 'active'::text,
  merged_into_id bigint,
  former_names text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  constraint organisation_credit_code_check CHECK (((credit_code IS NULL) OR (length(credit_code) = 18))),
  constraint organisation_department_check CHECK ((department = ANY (ARRAY['工信'::text, '财政'::text]))),
  constraint organisation_kind_check CHECK ((kind = ANY (ARRAY['applicant'::text, 'recommender'::text, 'office'::text, 'finance'::text, 'administration'::text, 'expert-pool'::text, 'audit'::text]))),
  constraint organisation_level_check CHECK ((level = ANY (ARRAY['province'::text, 'city'::text, 'county'::text]))),
  constraint organisation_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES organisation(id),
  constraint organisation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint organisation_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisation(id),
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_status_check CHECK ((status = ANY (ARRAY['active'::text, 'closed'::text])))
);

create table portal (
  only_row boolean not null default true,
  mode text not null,
  started_at timestamp with time zone not null,
  clock_real_at timestamp with time zone,
  clock_shown_at timestamp with time zone,
  constraint portal_check CHECK (((mode = 'demonstration'::text) = (clock_shown_at IS NOT NULL))),
  constraint portal_check1 CHECK (((clock_shown_at IS NULL) = (clock_real_at IS NULL))),
  constraint portal_mode_check CHECK ((mode = ANY (ARRAY['demonstration'::text, 'production'::text]))),
  constraint portal_only_row_check CHECK (only_row),
  constraint portal_pkey PRIMARY KEY (only_row)
);

create table receipt (
  application_id bigint not null,
  version integer not null,
  key text not null,
  number text not null,
  received_at timestamp with time zone not null,
  content jsonb not null,
  digest text not null,
  constraint receipt_application_id_version_fkey FOREIGN KEY (application_id, version) REFERENCES application_version(application_id, number),
  constraint receipt_key_check CHECK (((length(key) >= 8) AND (length(key) <= 100))),
  constraint receipt_pkey PRIMARY KEY (application_id, version)
);

create table receipt_serial (
  year text not null,
  line text not null,
  last integer not null,
  constraint receipt_serial_pkey PRIMARY KEY (year, line)
);

create table recovery_code (
  account_id bigint not null,
  digest text not null,
  used_at timestamp with time zone,
  constraint recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint recovery_code_pkey PRIMARY KEY (account_id, digest)
);

create table recurring_job (
  name text not null,
  due_at timestamp with time zone not null,
  constraint recurring_job_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint recurring_job_pkey PRIMARY KEY (name)
);

create table register_entry (
  id bigint not null generated always as identity,
  version_id bigint not null,
  sheet_row integer not null,
  credit_code text,
  name text not null,
  data jsonb not null,
  constraint register_entry_pkey PRIMARY KEY (id),
  constraint register_entry_version_id_fkey FOREIGN KEY (version_id) REFERENCES register_version(id)
);

create table register_number (
  entry_id bigint not null,
  kind text not null,
  key text not null,
  constraint register_number_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES register_entry(id),
  constraint register_number_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'contract'::text, 'device'::text, 'loan'::text, 'record'::text]))),
  constraint register_number_pkey PRIMARY KEY (entry_id, kind, key)
);

create table register_version (
  id bigint not null generated always as identity,
  register text not null,
  year text not null,
  number integer not null,
  source text not null,
  as_of date not null,
  file_name text not null,
  file_digest text not null,
  entries integer not null,
  imported_at timestamp with time zone not null,
  imported_by bigint not null,
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  constraint register_version_file_digest_fkey FOREIGN KEY (file_digest) REFERENCES stored_file(digest),
  constraint register_version_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES account(id),
  constraint register_version_number_check CHECK ((number >= 1)),
  constraint register_version_pkey PRIMARY KEY (id),
  constraint register_version_register_year_number_key UNIQUE (register, year, number),
  constraint register_version_source_check CHECK (((length(source) >= 1) AND (length(source) <= 300))),
  constraint register_version_year_check CHECK ((year ~ '^(\d{4})?$'::text))
);

create table registration (
  id bigint not null generated always as identity,
  account_id bigint not null,
  credit_code text not null,
  name text not null,
  territory text not null,
  recommender_id bigint not null,
  purpose text not null,
  organisation_id bigint,
  state text not null,
  code_override text,
  contact_name text not null,
  contact_phone text not null,
  contact_email text,
  licence_upload_id bigint not null,
  authorisation_upload_id bigint not null,
  reason text,
  asked_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  constraint registration_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint registration_authorisation_upload_id_fkey FOREIGN KEY (authorisation_upload_id) REFERENCES upload(id),
  constraint registration_contact_name_check CHECK (((length(contact_name) >= 1) AND (length(contact_name) <= 50))),
  constraint registration_credit_code_check CHECK ((length(credit_code) = 18)),
  constraint registration_licence_upload_id_fkey FOREIGN KEY (licence_upload_id) REFERENCES upload(id),
  constraint registration_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint registration_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint registration_pkey PRIMARY KEY (id),
  constraint registration_purpose_check CHECK ((purpose = ANY (ARRAY['new'::text, 'take-over'::text]))),
  constraint registration_recommender_id_fkey FOREIGN KEY (recommender_id) REFERENCES organisation(id)
);

create table registration_draft (
  account_id bigint not null,
  draft jsonb not null,
  saved_at timestamp with time zone not null,
  constraint registration_draft_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint registration_draft_pkey PRIMARY KEY (account_id)
);

create table round (
  id bigint not null generated always as identity,
  year text not null,
  name text not null,
  guide_digest text not null,
  state text not null,
  settings jsonb not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint round_guide_digest_fkey FOREIGN KEY (guide_digest) REFERENCES guide_version(digest),
  constraint round_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint round_pkey PRIMARY KEY (id),
  constraint round_year_check CHECK ((year ~ '^\d{4}$'::text))
);

create table round_recommender (
  round_id bigint not null,
  organisation_id bigint not null,
  territory text not null,
  through_id bigint,
  constraint round_recommender_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint round_recommender_pkey PRIMARY KEY (round_id, organisation_id),
  constraint round_recommender_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
  constraint round_recommender_through_id_fkey FOREIGN KEY (through_id) REFERENCES organisation(id)
);

create table schema_migration (
  number integer not null,
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migration_pkey PRIMARY KEY (number)
);

create table sealed_scan (
  id bigint not null generated always as identity,
  application_id bigint not null,
  version integer not null,
  digest text not null,
  name text not null,
  type text not null,
  size bigint not null,
  pages jsonb not null,
  added_at timestamp with time zone not null,
  added_by bigint not null,
  removed_at timestamp with time zone,
  removed_by bigint,
  signers jsonb,
  constraint sealed_scan_added_by_fkey FOREIGN KEY (added_by) REFERENCES account(id),
  constraint sealed_scan_application_id_version_fkey FOREIGN KEY (application_id, version) REFERENCES application_version(application_id, number),
  constraint sealed_scan_digest_fkey FOREIGN KEY (digest) REFERENCES stored_file(digest),
  constraint sealed_scan_pkey PRIMARY KEY (id),
  constraint sealed_scan_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES account(id)
);

create table session (
  id bigint not null generated always as identity,
  digest text not null,
  account_id bigint not null,
  appointment_id bigint,
  delegation_id bigint,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  second_factor_at timestamp with time zone,
  address text not null,
  device text not null,
  ended_at timestamp with time zone,
  ended_because text,
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint session_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointment(id),
  constraint session_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id),
  constraint session_digest_key UNIQUE (digest),
  constraint session_pkey PRIMARY KEY (id)
);

create table sign_in_failure (
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
  address text not null,
  tried text not null,
  constraint sign_in_failure_pkey PRIMARY KEY (id)
);

create table sign_off (
  id bigint not null generated always as identity,
  subject_kind text not null,
  subject_id text not null,
  command text not null,
  chain jsonb not null,
  content jsonb not null,
  content_digest text not null,
  state text not null default 'waiting'::text,
  begun_by bigint not null,
  organisation_id bigint not null,
  begun_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint sign_off_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES account(id),
  constraint sign_off_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint sign_off_pkey PRIMARY KEY (id),
  constraint sign_off_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'agreed'::text, 'declined'::text, 'withdrawn'::text])))
);

create table sign_on_attempt (
  state_digest text not null,
  browser_digest text not null,
  nonce text not null,
  verifier text not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_on_attempt_pkey PRIMARY KEY (state_digest)
);

create table sign_on_identity (
  issuer text not null,
  subject text not null,
  account_id bigint not null,
  linked_at timestamp with time zone not null,
  constraint sign_on_identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint sign_on_identity_pkey PRIMARY KEY (issuer, subject)
);

create table sign_on_request (
  id bigint not null generated always as identity,
  issuer text not null,
  subject text not null,
  name text not null,
  asked_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  account_id bigint,
  constraint sign_on_request_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint sign_on_request_issuer_subject_key UNIQUE (issuer, subject),
  constraint sign_on_request_pkey PRIMARY KEY (id)
);

create table signature (
  sign_off_id bigint not null,
  step integer not null,
  agreed boolean not null,
  opinion text not null,
  account_id bigint not null,
  holder_id bigint not null,
  role text not null,
  organisation_id bigint not null,
  signed_on date not null,
  signed_at timestamp with time zone not null,
  constraint signature_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint signature_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES account(id),
  constraint signature_opinion_check CHECK (((length(opinion) >= 1) AND (length(opinion) <= 2000))),
  constraint signature_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint signature_pkey PRIMARY KEY (sign_off_id, step),
  constraint signature_sign_off_id_fkey FOREIGN KEY (sign_off_id) REFERENCES sign_off(id),
  constraint signature_step_check CHECK ((step >= 0))
);

create table statement (
  id bigint not null generated always as identity,
  application_id bigint not null,
  kind text not null,
  recommender_id bigint not null,
  state text not null default 'asked'::text,
  asked_at timestamp with time zone not null,
  asked_by bigint not null,
  asked_for text not null default ''::text,
  stated_on date,
  organised boolean,
  opinion text,
  scan_digest text,
  scan_name text,
  scan_type text,
  scan_size bigint,
  answered_at timestamp with time zone,
  answered_by bigint,
  constraint statement_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  constraint statement_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint statement_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(id),
  constraint statement_check CHECK (((state <> 'given'::text) OR ((stated_on IS NOT NULL) AND (opinion IS NOT NULL) AND (scan_digest IS NOT NULL) AND (scan_name IS NOT NULL) AND (scan_type IS NOT NULL) AND (scan_size IS NOT NULL) AND (answered_at IS NOT NULL)))),
  constraint statement_check1 CHECK (((state <> 'given'::text) OR ((kind = 'acceptance'::text) = (organised IS NOT NULL)))),
  constraint statement_kind_check CHECK ((kind = ANY (ARRAY['acceptance'::text, 'not-needed'::text]))),
  constraint statement_pkey PRIMARY KEY (id),
  constraint statement_recommender_id_fkey FOREIGN KEY (recommender_id) REFERENCES organisation(id),
  constraint statement_scan_digest_fkey FOREIGN KEY (scan_digest) REFERENCES stored_file(digest),
  constraint statement_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'given'::text, 'declined'::text, 'withdrawn'::text])))
);

create table stored_file (
  digest text not null,
  size bigint not null,
  type text not null,
  stored_at timestamp with time zone not null,
  constraint stored_file_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint stored_file_pkey PRIMARY KEY (digest),
  constraint stored_file_size_check CHECK ((size >= 0))
);

create table unit_change (
  id bigint not null generated always as identity,
  organisation_id bigint not null,
  kind text not null,
  new_name text,
  into_id bigint,
  people text,
  reason text not null,
  proof_upload_id bigint not null,
  recommender_id bigint not null,
  asked_by bigint not null,
  state text not null,
  opinion text,
  asked_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  constraint unit_change_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(id),
  constraint unit_change_check CHECK ((into_id <> organisation_id)),
  constraint unit_change_check1 CHECK (((kind = 'rename'::text) = (new_name IS NOT NULL))),
  constraint unit_change_check2 CHECK (((kind = 'merge'::text) = ((into_id IS NOT NULL) AND (people IS NOT NULL)))),
  constraint unit_change_into_id_fkey FOREIGN KEY (into_id) REFERENCES organisation(id),
  constraint unit_change_kind_check CHECK ((kind = ANY (ARRAY['rename'::text, 'merge'::text]))),
  constraint unit_change_new_name_check CHECK (((length(new_name) >= 1) AND (length(new_name) <= 200))),
  constraint unit_change_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint unit_change_people_check CHECK ((people = ANY (ARRAY['move'::text, 'end'::text]))),
  constraint unit_change_pkey PRIMARY KEY (id),
  constraint unit_change_proof_upload_id_fkey FOREIGN KEY (proof_upload_id) REFERENCES upload(id),
  constraint unit_change_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint unit_change_recommender_id_fkey FOREIGN KEY (recommender_id) REFERENCES organisation(id),
  constraint unit_change_state_check CHECK ((state = ANY (ARRAY['consent'::text, 'submitted'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
);

create table upload (
  id bigint not null generated always as identity,
  account_id bigint not null,
  organisation_id bigint,
  purpose text not null,
  name text not null,
  size bigint not null,
  received bigint not null default 0,
  type text,
  digest text,
  state text not null default 'receiving'::text,
  refused_because text,
  begun_at timestamp with time zone not null,
  whole_at timestamp with time zone,
  touched_at timestamp with time zone not null,
  constraint upload_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint upload_check CHECK (((received >= 0) AND (received <= size))),
  constraint upload_digest_fkey FOREIGN KEY (digest) REFERENCES stored_file(digest),
  constraint upload_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint upload_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint upload_pkey PRIMARY KEY (id),
  constraint upload_size_check CHECK (((size >= 1) AND (size <= 209715200))),
  constraint upload_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'whole'::text, 'used'::text, 'refused'::text])))
);

create table used_number (
  application_id bigint not null,
  kind text not null,
  key text not null,
  place text not null,
  companion text not null default ''::text,
  constraint used_number_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint used_number_companion_check CHECK ((length(companion) <= 400)),
  constraint used_number_key_check CHECK (((length(key) >= 1) AND (length(key) <= 100))),
  constraint used_number_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'contract'::text, 'device'::text, 'loan'::text, 'record'::text, 'audit'::text]))),
  constraint used_number_pkey PRIMARY KEY (application_id, kind, key, place)
);

CREATE INDEX application_organisation ON public.application USING btree (organisation_id, round_id);

CREATE INDEX application_recommender ON public.application USING btree (recommender_id, round_id, state);

CREATE INDEX application_round ON public.application USING btree (round_id, line, state);

CREATE INDEX application_field_revision ON public.application_field USING btree (application_id, revision);

CREATE INDEX application_paper_application ON public.application_paper USING btree (application_id) WHERE (removed_at IS NULL);

CREATE INDEX application_paper_digest ON public.application_paper USING btree (digest);

CREATE INDEX appointment_account ON public.appointment USING btree (account_id);

CREATE UNIQUE INDEX appointment_once ON public.appointment USING btree (account_id, organisation_id, role) WHERE (ended_at IS NULL);

CREATE INDEX appointment_organisation ON public.appointment USING btree (organisation_id);

CREATE INDEX delegation_to ON public.delegation USING btree (to_account_id);

CREATE INDEX event_account ON public.event USING btree (account_id, id);

CREATE INDEX event_at ON public.event USING btree (at, id);

CREATE INDEX event_sign_in_failure ON public.event USING btree (at) WHERE (kind = ANY (ARRAY['sign-in-failed'::text, 'second-factor-failed'::text, 'address-slowed'::text]));

CREATE INDEX mail_outbox_waiting ON public.mail_outbox USING btree (id) WHERE ((sent_at IS NULL) AND (abandoned_at IS NULL));

CREATE INDEX notice_account ON public.notice USING btree (account_id, id);

CREATE INDEX notice_unmailed ON public.notice USING btree (id) WHERE (mailed_at IS NULL);

CREATE INDEX notice_untexted ON public.notice USING btree (id) WHERE ((texted_at IS NULL) AND urgent);

CREATE INDEX one_time_link_organisation ON public.one_time_link USING btree (organisation_id) WHERE (used_at IS NULL);

CREATE UNIQUE INDEX organisation_credit_code ON public.organisation USING btree (credit_code) WHERE ((credit_code IS NOT NULL) AND (status = 'active'::text));

CREATE INDEX organisation_kind ON public.organisation USING btree (kind, name);

CREATE INDEX organisation_territory ON public.organisation USING btree (territory);

CREATE INDEX register_entry_code ON public.register_entry USING btree (credit_code, version_id) WHERE (credit_code IS NOT NULL);

CREATE INDEX register_entry_name ON public.register_entry USING btree (version_id, name);

CREATE INDEX register_number_key ON public.register_number USING btree (kind, key);

CREATE INDEX registration_account ON public.registration USING btree (account_id);

CREATE UNIQUE INDEX registration_account_once ON public.registration USING btree (account_id) WHERE (state = ANY (ARRAY['submitted'::text, 'returned'::text]));

CREATE UNIQUE INDEX registration_code_once ON public.registration USING btree (credit_code) WHERE ((state = ANY (ARRAY['submitted'::text, 'returned'::text])) AND (purpose = 'new'::text));

CREATE INDEX registration_recommender ON public.registration USING btree (recommender_id, state);

CREATE UNIQUE INDEX registration_take_over_once ON public.registration USING btree (organisation_id) WHERE ((state = ANY (ARRAY['submitted'::text, 'returned'::text])) AND (purpose = 'take-over'::text));

CREATE INDEX round_year ON public.round USING btree (year);

CREATE INDEX sealed_scan_application ON public.sealed_scan USING btree (application_id, version) WHERE (removed_at IS NULL);

CREATE INDEX sealed_scan_digest ON public.sealed_scan USING btree (digest);

CREATE INDEX session_account ON public.session USING btree (account_id) WHERE (ended_at IS NULL);

CREATE INDEX session_going ON public.session USING btree (seen_at) WHERE (ended_at IS NULL);

CREATE INDEX sign_in_failure_address ON public.sign_in_failure USING btree (address, at);

CREATE INDEX sign_in_failure_at ON public.sign_in_failure USING btree (at);

CREATE INDEX sign_in_failure_tried ON public.sign_in_failure USING btree (tried, at);

CREATE INDEX sign_off_waiting ON public.sign_off USING btree (state, id);

CREATE UNIQUE INDEX sign_off_waiting_once ON public.sign_off USING btree (subject_kind, subject_id, command) WHERE (state = 'waiting'::text);

CREATE UNIQUE INDEX sign_on_identity_account ON public.sign_on_identity USING btree (issuer, account_id);

CREATE UNIQUE INDEX statement_open_once ON public.statement USING btree (application_id, kind, recommender_id) WHERE (state = ANY (ARRAY['asked'::text, 'given'::text]));

CREATE INDEX statement_recommender ON public.statement USING btree (recommender_id, state);

CREATE INDEX statement_scan ON public.statement USING btree (scan_digest);

CREATE INDEX unit_change_into ON public.unit_change USING btree (into_id, state);

CREATE UNIQUE INDEX unit_change_once ON public.unit_change USING btree (organisation_id) WHERE (state = ANY (ARRAY['consent'::text, 'submitted'::text]));

CREATE INDEX unit_change_recommender ON public.unit_change USING btree (recommender_id, state);

CREATE INDEX upload_account ON public.upload USING btree (account_id, state);

CREATE INDEX upload_digest ON public.upload USING btree (digest);

CREATE INDEX used_number_lookup ON public.used_number USING btree (kind, key);

CREATE TRIGGER application_version_not_deleted BEFORE DELETE ON public.application_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER application_version_stays BEFORE UPDATE ON public.application_version FOR EACH ROW EXECUTE FUNCTION refuse_other_content();

CREATE TRIGGER appointment_separate BEFORE INSERT OR UPDATE ON public.appointment FOR EACH ROW EXECUTE FUNCTION demand_separate_appointment();

CREATE TRIGGER delegation_separate BEFORE INSERT OR UPDATE ON public.delegation FOR EACH ROW EXECUTE FUNCTION demand_separate_delegation();

CREATE TRIGGER event_not_emptied BEFORE TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER event_only_grows BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER event_seal_not_emptied BEFORE TRUNCATE ON public.event_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER event_seal_only_grows BEFORE DELETE OR UPDATE ON public.event_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER guide_version_never_changes BEFORE DELETE OR UPDATE ON public.guide_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER guide_version_not_emptied BEFORE TRUNCATE ON public.guide_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER portal_clock_goes_on BEFORE UPDATE ON public.portal FOR EACH ROW EXECUTE FUNCTION refuse_earlier_clock();

CREATE TRIGGER portal_mode_stays BEFORE UPDATE ON public.portal FOR EACH ROW EXECUTE FUNCTION refuse_other_mode();

CREATE TRIGGER portal_not_deleted BEFORE DELETE ON public.portal FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER receipt_only_grows BEFORE DELETE OR UPDATE ON public.receipt FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER register_entry_never_changes BEFORE DELETE OR UPDATE ON public.register_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER signature_only_grows BEFORE DELETE OR UPDATE ON public.signature FOR EACH ROW EXECUTE FUNCTION refuse_change();
