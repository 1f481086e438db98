// Written from the catalogue by the test beside tables-text.ts.
import type { Generated, JSONColumnType } from 'kysely';

/** Kept as JSON; what it holds is read with a contract where it is used. */
type Json = JSONColumnType<object, object | string, object | string>;

export interface AccountTable {
  id: Generated<string>;
  login: string;
  name: string;
  phone: string | null;
  email: string | null;
  password_hash: string | null;
  password_set_at: Date | null;
  totp_secret: Buffer | null;
  totp_confirmed_at: Date | null;
  totp_last_step: string | null;
  status: Generated<string>;
  created_at: Date;
}

export interface AppointmentTable {
  id: Generated<string>;
  account_id: string;
  organisation_id: string;
  role: string;
  lines: Generated<string[]>;
  valid_from: string;
  valid_until: string | null;
  ended_at: Date | null;
}

export interface DelegationTable {
  id: Generated<string>;
  appointment_id: string;
  to_account_id: string;
  valid_from: string;
  valid_until: string;
  reason: string;
  ended_at: Date | null;
  created_at: Date;
}

export interface EventTable {
  id: Generated<string>;
  at: Date;
  subject_kind: string;
  subject_id: string;
  number: number;
  kind: string;
  account_id: string | null;
  role: string | null;
  organisation_id: string | null;
  for_account_id: string | null;
  address: string | null;
  before: Json | null;
  after: Json | null;
  guide_digest: string | null;
  previous_digest: string;
  digest: string;
}

export interface EventChainTable {
  subject_kind: string;
  subject_id: string;
  number: number;
  digest: string;
}

export interface EventSealTable {
  day: string;
  events: string;
  last_event_id: string;
  previous_digest: string;
  digest: string;
  sealed_at: Date;
}

export interface MailOutboxTable {
  id: Generated<string>;
  recipient: string;
  title: string;
  sealed_text: Buffer | null;
  written_at: Date;
  sent_at: Date | null;
}

export interface OneTimeLinkTable {
  digest: string;
  purpose: string;
  account_id: string | null;
  organisation_id: string | null;
  role: string | null;
  email: string | null;
  created_by: string | null;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

export interface OrganisationTable {
  id: Generated<string>;
  kind: string;
  name: string;
  credit_code: string | null;
  territory: string | null;
  level: string | null;
  department: string | null;
  parent_id: string | null;
  status: Generated<string>;
  merged_into_id: string | null;
  former_names: Generated<string[]>;
  created_at: Date;
}

export interface RecoveryCodeTable {
  account_id: string;
  digest: string;
  used_at: Date | null;
}

export interface SchemaMigrationTable {
  number: number;
  name: string;
  digest: string;
  applied_at: Generated<Date>;
}

export interface SessionTable {
  id: Generated<string>;
  digest: string;
  account_id: string;
  appointment_id: string | null;
  delegation_id: string | null;
  created_at: Date;
  seen_at: Date;
  second_factor_at: Date | null;
  address: string;
  device: string;
  ended_at: Date | null;
  ended_because: string | null;
}

export interface SignInFailureTable {
  id: Generated<string>;
  at: Date;
  address: string;
  tried: string;
}

export interface SignOnAttemptTable {
  state_digest: string;
  browser_digest: string;
  nonce: string;
  verifier: string;
  created_at: Date;
  used_at: Date | null;
}

export interface SignOnIdentityTable {
  issuer: string;
  subject: string;
  account_id: string;
  linked_at: Date;
}

export interface SignOnRequestTable {
  id: Generated<string>;
  issuer: string;
  subject: string;
  name: string;
  asked_at: Date;
  decided_at: Date | null;
  account_id: string | null;
}

export interface StoredFileTable {
  digest: string;
  size: string;
  type: string;
  stored_at: Date;
}

export interface Tables {
  account: AccountTable;
  appointment: AppointmentTable;
  delegation: DelegationTable;
  event: EventTable;
  event_chain: EventChainTable;
  event_seal: EventSealTable;
  mail_outbox: MailOutboxTable;
  one_time_link: OneTimeLinkTable;
  organisation: OrganisationTable;
  recovery_code: RecoveryCodeTable;
  schema_migration: SchemaMigrationTable;
  session: SessionTable;
  sign_in_failure: SignInFailureTable;
  sign_on_attempt: SignOnAttemptTable;
  sign_on_identity: SignOnIdentityTable;
  sign_on_request: SignOnRequestTable;
  stored_file: StoredFileTable;
}
