-- What lies in the content-addressed file store: once each, under its digest.
create table stored_file (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  type text not null,
  stored_at timestamptz not null
);
