-- What stands beside a number that each maker or bank counts for itself, in its one form; '' where none is asked or told.
alter table used_number
  add column companion text not null default '' check (length(companion) <= 400);
