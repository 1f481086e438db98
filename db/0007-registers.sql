-- Lists that others keep and that settle facts: who is above scale, recognised, dishonest, what was supported before.
create table register_version (
  id bigint generated always as identity primary key,
  -- Which list, as the guide's registers name it, and the year it speaks of; '' for one that isn't yearly.
  register text not null,
  year text not null check (year ~ '^(\d{4})?$'),
  -- Counts the imports of one list and year; the highest that isn't withdrawn answers.
  number integer not null check (number >= 1),
  -- Who keeps it and by which document: stands beside each fact that comes from it.
  source text not null check (length(source) between 1 and 300),
  as_of date not null,
  file_name text not null,
  file_digest text not null references stored_file (digest),
  entries integer not null,
  imported_at timestamptz not null,
  imported_by bigint not null references account (id),
  withdrawn_at timestamptz,
  withdrawn_because text,
  unique (register, year, number)
);

create table register_entry (
  id bigint generated always as identity primary key,
  version_id bigint not null references register_version (id),
  -- The sheet's row, for who looks it up in the file.
  sheet_row integer not null,
  credit_code text,
  name text not null,
  -- Columns by their name in the register's description.
  data jsonb not null
);
create index register_entry_code on register_entry (credit_code, version_id) where credit_code is not null;
create index register_entry_name on register_entry (version_id, name);
create trigger register_entry_never_changes before update or delete on register_entry
  for each row execute function refuse_change();

-- Numbers that may not be used twice, from projects of earlier years: invoices, contracts, devices, loans, records.
create table register_number (
  entry_id bigint not null references register_entry (id),
  kind text not null check (kind in ('invoice', 'contract', 'device', 'loan', 'record')),
  -- As duplicates are looked for: without blanks, in capitals; an invoice by code and number or by its 20 digits.
  key text not null,
  primary key (entry_id, kind, key)
);
create index register_number_key on register_number (kind, key);
