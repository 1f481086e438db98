import type { Database } from '@fuchi/platform-server/database/open-database';
import type { SecretBox } from '@fuchi/platform-server/secret-box';
import type { SignOnProvider } from '@fuchi/platform-server/sign-on/open-id';
import type { Moment } from '@fuchi/record-person/moment';
import type { SessionSettings } from '@fuchi/record-person/session-settings';

/** What signing in stands on. */
export interface SignInContext {
  readonly db: Database;
  /** What time it is, by both clocks. */
  readonly moment: () => Moment;
  /** Keeps what must be read again: secrets of second factors, letters with links. */
  readonly box: SecretBox;
  readonly settings: SignInSettings;
}

export interface SignInSettings {
  readonly session: SessionSettings;
  /** Where people reach the portal: https://fuchi.example. Never taken from a request, which may name any host. */
  readonly publicUrl: string | undefined;
  /** Whether letters are sent, shown in the demonstration, or can't be sent. */
  readonly letters: 'sent' | 'shown' | 'none';
  readonly signOn: SignOnProvider | undefined;
}
