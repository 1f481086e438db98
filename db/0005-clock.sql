-- The demonstration's clock: what it showed at a real moment, from where it runs on as fast as the real one.
create table demonstration_clock (
  only_one boolean primary key default true check (only_one),
  shows timestamptz not null,
  set_at timestamptz not null
);
