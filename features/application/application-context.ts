import type { Database } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import type { Moment } from '@fuchi/record-person/moment';
import type { Regions } from '@fuchi/values/region';
import type { ApplicationWork } from './application-work.ts';

/** What applications stand on. */
export interface ApplicationContext {
  readonly db: Database;
  /** What time it is, by both clocks. */
  readonly moment: () => Moment;
  readonly files: FileStore;
  readonly regions: Regions;
  /** What takes long is done in a thread. */
  readonly work: ApplicationWork;
}
