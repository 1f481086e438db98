import type { Database } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import type { SecretBox } from '@fuchi/platform-server/secret-box';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Moment } from '@fuchi/record-person/moment';
import type { SessionSettings } from '@fuchi/record-person/session-settings';
import type { Regions } from '@fuchi/values/region';

/** What keeping units and people stands on. */
export interface AccountsContext {
  readonly db: Database;
  readonly moment: () => Moment;
  /** Seals letters, since links in them open accounts. */
  readonly box: SecretBox;
  /** Where proofs of a change of name lie. */
  readonly files: FileStore;
  readonly regions: Regions;
  /** For the lines a duty may be limited to. */
  readonly guide: CheckedGuide;
  readonly settings: AccountsSettings;
}

export interface AccountsSettings {
  readonly session: SessionSettings;
  /** Where people reach the portal; never taken from a request. */
  readonly publicUrl: string | undefined;
  /** Whether letters are sent, shown in the demonstration, or can't be sent. */
  readonly letters: 'sent' | 'shown' | 'none';
  /** The province's single sign-on, where there is one. */
  readonly signOn: { readonly title: string } | undefined;
}
