import type { Database } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import type { SecretBox } from '@fuchi/platform-server/secret-box';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { EventBy } from '@fuchi/record-event/event';
import type { Moment } from '@fuchi/record-person/moment';
import type { Regions } from '@fuchi/values/region';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RegistrationSettings } from './registration-settings.ts';

/** What registering stands on. */
export interface RegistrationContext {
  readonly db: Database;
  readonly moment: () => Moment;
  /** Seals letters. */
  readonly box: SecretBox;
  readonly files: FileStore;
  readonly guide: CheckedGuide;
  readonly regions: Regions;
  readonly settings: {
    /** Where people reach the portal; never taken from a request. */
    readonly publicUrl: string | undefined;
    readonly letters: 'sent' | 'shown' | 'none';
  };
  readonly registration: RegistrationSettings;
  /** Whoever proved who he is, also before he has a duty. @throws HttpFault sign-in-first */
  readonly personOf: (request: FastifyRequest) => Promise<PersonAtHand>;
  /** Signs somebody in whose account was made just now. */
  readonly signIn: (request: FastifyRequest, reply: FastifyReply, account: string) => Promise<void>;
}

export interface PersonAtHand {
  readonly account: string;
  readonly by: EventBy;
}
