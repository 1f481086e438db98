import type { Asking } from '@fuchi/platform-server/answering/worker-pool';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Moment } from '@fuchi/record-person/moment';
import type { ListTask, ListTold } from './import/list-task.ts';

/** What keeping registers stands on. */
export interface RegistersContext {
  readonly db: Database;
  readonly moment: () => Moment;
  /** Where the files of lists lie. */
  readonly files: FileStore;
  /** Says which registers there are. */
  readonly guide: CheckedGuide;
  /** Reads a list in a thread of its own: a long one takes seconds. */
  readonly readList: (task: ListTask, asking: Asking) => Promise<ListTold>;
}
