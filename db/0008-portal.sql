-- One row: whether this is the demonstration, which is decided once at the first start and never turned round.
create table portal (
  only_row boolean primary key default true check (only_row),
  mode text not null check (mode in ('demonstration', 'production')),
  started_at timestamptz not null,
  -- The demonstration's clock: at `clock_real_at` of the machine it showed `clock_shown_at` and ran on from there.
  clock_real_at timestamptz,
  clock_shown_at timestamptz,
  check ((mode = 'demonstration') = (clock_shown_at is not null)),
  check ((clock_shown_at is null) = (clock_real_at is null))
);
create function refuse_other_mode() returns trigger language plpgsql as $$
begin
  if new.mode <> old.mode then
    raise exception 'a portal stays what it was started as' using errcode = '55000';
  end if;
  return new;
end $$;
create trigger portal_mode_stays before update on portal for each row execute function refuse_other_mode();

-- The demonstration's clock only goes on: a deadline that has passed doesn't come back.
create function refuse_earlier_clock() returns trigger language plpgsql as $$
begin
  if new.clock_shown_at - new.clock_real_at < old.clock_shown_at - old.clock_real_at then
    raise exception 'the clock never goes back' using errcode = '55000';
  end if;
  return new;
end $$;
create trigger portal_clock_goes_on before update on portal for each row execute function refuse_earlier_clock();
create trigger portal_not_deleted before delete on portal for each row execute function refuse_change();

-- What is done again and again by the portal's clock, and when it is due next.
create table recurring_job (
  name text primary key check (length(name) between 1 and 60),
  due_at timestamptz not null
);
