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

export interface ApplicationTable {
  id: Generated<string>;
  round_id: string;
  organisation_id: string;
  line: string;
  guide_digest: string;
  recommender_id: string | null;
  title: Generated<string>;
  state: string;
  revision: Generated<string>;
  version: Generated<number>;
  number: string | null;
  created_at: Date;
  created_by: string;
  submitted_at: Date | null;
  submitted_by: string | null;
  returned_at: Date | null;
}

export interface ApplicationFieldTable {
  application_id: string;
  path: string;
  value: Json | null;
  revision: string;
  changed_at: Date;
  changed_by: string;
}

export interface ApplicationPaperTable {
  id: Generated<string>;
  application_id: string;
  paper: string;
  digest: string;
  name: string;
  type: string;
  size: string;
  pages: number | null;
  position: number;
  added_at: Date;
  added_by: string;
  removed_at: Date | null;
  removed_by: string | null;
}

export interface ApplicationPrintTable {
  application_id: string;
  version: number;
  kind: string;
  title: string;
  digest: string;
  pages: number;
}

export interface ApplicationVersionTable {
  application_id: string;
  number: number;
  guide_digest: string;
  content: Json;
  digest: string;
  frozen_at: Date;
  frozen_by: string;
  voided_at: Date | null;
  voided_because: string | null;
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

export interface GuideVersionTable {
  digest: string;
  guide: string;
  version: string;
  title: string;
  files: Json;
  published_at: Date;
  published_by: string | null;
}

export interface LateSubmissionTable {
  id: Generated<string>;
  application_id: string;
  version: number;
  came_at: Date;
  deadline: Date;
  account_id: string;
}

export interface MailOutboxTable {
  id: Generated<string>;
  recipient: string;
  title: string;
  sealed_text: Buffer | null;
  written_at: Date;
  sent_at: Date | null;
  message_id: string | null;
  tries: Generated<number>;
  next_try_at: Date | null;
  abandoned_at: Date | null;
}

export interface NoticeTable {
  id: Generated<string>;
  account_id: string;
  kind: string;
  title: string;
  body: string;
  leads_to: string;
  about: string;
  urgent: Generated<boolean>;
  created_at: Date;
  read_at: Date | null;
  mailed_at: Date | null;
  texted_at: Date | null;
}

export interface NoticeSettingTable {
  account_id: string;
  by_mail: Generated<string>;
  by_sms: Generated<boolean>;
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
  id: Generated<string>;
  name: string | null;
  lines: Generated<string[]>;
  valid_until: string | null;
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

export interface PortalTable {
  only_row: Generated<boolean>;
  mode: string;
  started_at: Date;
  clock_real_at: Date | null;
  clock_shown_at: Date | null;
}

export interface ReceiptTable {
  application_id: string;
  version: number;
  key: string;
  number: string;
  received_at: Date;
  content: Json;
  digest: string;
}

export interface ReceiptSerialTable {
  year: string;
  line: string;
  last: number;
}

export interface RecoveryCodeTable {
  account_id: string;
  digest: string;
  used_at: Date | null;
}

export interface RecurringJobTable {
  name: string;
  due_at: Date;
}

export interface RegisterEntryTable {
  id: Generated<string>;
  version_id: string;
  sheet_row: number;
  credit_code: string | null;
  name: string;
  data: Json;
}

export interface RegisterNumberTable {
  entry_id: string;
  kind: string;
  key: string;
}

export interface RegisterVersionTable {
  id: Generated<string>;
  register: string;
  year: string;
  number: number;
  source: string;
  as_of: string;
  file_name: string;
  file_digest: string;
  entries: number;
  imported_at: Date;
  imported_by: string;
  withdrawn_at: Date | null;
  withdrawn_because: string | null;
}

export interface RegistrationTable {
  id: Generated<string>;
  account_id: string;
  credit_code: string;
  name: string;
  territory: string;
  recommender_id: string;
  purpose: string;
  organisation_id: string | null;
  state: string;
  code_override: string | null;
  contact_name: string;
  contact_phone: string;
  contact_email: string | null;
  licence_upload_id: string;
  authorisation_upload_id: string;
  reason: string | null;
  asked_at: Date;
  decided_at: Date | null;
}

export interface RegistrationDraftTable {
  account_id: string;
  draft: Json;
  saved_at: Date;
}

export interface RoundTable {
  id: Generated<string>;
  year: string;
  name: string;
  guide_digest: string;
  state: string;
  settings: Json;
  revision: Generated<number>;
  created_at: Date;
  opened_at: Date | null;
  closed_at: Date | null;
}

export interface RoundRecommenderTable {
  round_id: string;
  organisation_id: string;
  territory: string;
  through_id: string | null;
}

export interface SchemaMigrationTable {
  number: number;
  name: string;
  digest: string;
  applied_at: Generated<Date>;
}

export interface SealedScanTable {
  id: Generated<string>;
  application_id: string;
  version: number;
  digest: string;
  name: string;
  type: string;
  size: string;
  pages: Json;
  added_at: Date;
  added_by: string;
  removed_at: Date | null;
  removed_by: string | null;
  signers: Json | null;
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

export interface SignOffTable {
  id: Generated<string>;
  subject_kind: string;
  subject_id: string;
  command: string;
  chain: Json;
  content: Json;
  content_digest: string;
  state: Generated<string>;
  begun_by: string;
  organisation_id: string;
  begun_at: Date;
  ended_at: Date | null;
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

export interface SignatureTable {
  sign_off_id: string;
  step: number;
  agreed: boolean;
  opinion: string;
  account_id: string;
  holder_id: string;
  role: string;
  organisation_id: string;
  signed_on: string;
  signed_at: Date;
}

export interface StatementTable {
  id: Generated<string>;
  application_id: string;
  kind: string;
  recommender_id: string;
  state: Generated<string>;
  asked_at: Date;
  asked_by: string;
  asked_for: Generated<string>;
  stated_on: string | null;
  organised: boolean | null;
  opinion: string | null;
  scan_digest: string | null;
  scan_name: string | null;
  scan_type: string | null;
  scan_size: string | null;
  answered_at: Date | null;
  answered_by: string | null;
}

export interface StoredFileTable {
  digest: string;
  size: string;
  type: string;
  stored_at: Date;
}

export interface UnitChangeTable {
  id: Generated<string>;
  organisation_id: string;
  kind: string;
  new_name: string | null;
  into_id: string | null;
  people: string | null;
  reason: string;
  proof_upload_id: string;
  recommender_id: string;
  asked_by: string;
  state: string;
  opinion: string | null;
  asked_at: Date;
  decided_at: Date | null;
}

export interface UploadTable {
  id: Generated<string>;
  account_id: string;
  organisation_id: string | null;
  purpose: string;
  name: string;
  size: string;
  received: Generated<string>;
  type: string | null;
  digest: string | null;
  state: Generated<string>;
  refused_because: string | null;
  begun_at: Date;
  whole_at: Date | null;
  touched_at: Date;
}

export interface UsedNumberTable {
  application_id: string;
  kind: string;
  key: string;
  place: string;
  companion: Generated<string>;
}

export interface Tables {
  account: AccountTable;
  application: ApplicationTable;
  application_field: ApplicationFieldTable;
  application_paper: ApplicationPaperTable;
  application_print: ApplicationPrintTable;
  application_version: ApplicationVersionTable;
  appointment: AppointmentTable;
  delegation: DelegationTable;
  event: EventTable;
  event_chain: EventChainTable;
  event_seal: EventSealTable;
  guide_version: GuideVersionTable;
  late_submission: LateSubmissionTable;
  mail_outbox: MailOutboxTable;
  notice: NoticeTable;
  notice_setting: NoticeSettingTable;
  one_time_link: OneTimeLinkTable;
  organisation: OrganisationTable;
  portal: PortalTable;
  receipt: ReceiptTable;
  receipt_serial: ReceiptSerialTable;
  recovery_code: RecoveryCodeTable;
  recurring_job: RecurringJobTable;
  register_entry: RegisterEntryTable;
  register_number: RegisterNumberTable;
  register_version: RegisterVersionTable;
  registration: RegistrationTable;
  registration_draft: RegistrationDraftTable;
  round: RoundTable;
  round_recommender: RoundRecommenderTable;
  schema_migration: SchemaMigrationTable;
  sealed_scan: SealedScanTable;
  session: SessionTable;
  sign_in_failure: SignInFailureTable;
  sign_off: SignOffTable;
  sign_on_attempt: SignOnAttemptTable;
  sign_on_identity: SignOnIdentityTable;
  sign_on_request: SignOnRequestTable;
  signature: SignatureTable;
  statement: StatementTable;
  stored_file: StoredFileTable;
  unit_change: UnitChangeTable;
  upload: UploadTable;
  used_number: UsedNumberTable;
}
