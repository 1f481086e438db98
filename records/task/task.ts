import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Actor } from '@fuchi/record-person/actor';

/** Something that waits for somebody: one line of his desk. */
export interface Task {
  /** The same as long as it waits: `registration-12`. */
  readonly id: string;
  /** What is to be done, to whom: 审核注册：示例精工有限公司. */
  readonly title: string;
  /** Where it is done: an address of a page. */
  readonly to: string;
  readonly since: Date;
  /** The clock that runs on it; null where none does. */
  readonly due: Date | null;
}

/**
 * What waits for somebody in one feature, the most urgent first, a hundred at the most. Scoped as the feature's own
 * lists are. The server gathers the sources of all features for the desk's first page.
 */
export type TaskSource = (db: Database, actor: Actor, now: Date) => Promise<readonly Task[]>;
