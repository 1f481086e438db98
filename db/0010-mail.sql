-- Letters are sent by a mail server, again after growing waits where it couldn't take one.
alter table mail_outbox
  -- The same at every try, so that a letter that arrives twice is known to be one.
  add column message_id text unique,
  -- Counted before each try: a process that dies in the middle has tried.
  add column tries integer not null default 0,
  add column next_try_at timestamptz,
  -- When it was given up: the mail server refused it for good, or it waited too long.
  add column abandoned_at timestamptz;
drop index mail_outbox_waiting;
create index mail_outbox_waiting on mail_outbox (id) where sent_at is null and abandoned_at is null;

-- Another e-mail address counts once the link in a letter to it was opened.
alter table one_time_link drop constraint one_time_link_purpose_check;
alter table one_time_link add constraint one_time_link_purpose_check
  check (purpose in ('invite', 'password', 'first-administrator', 'email'));
