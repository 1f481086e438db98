import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { SaidApplication } from '../said-content.ts';
import type { ApplicationFinding } from './finding.ts';

/**
 * Looks at one side of an application as it is said at this moment. It changes nothing; within the transaction of a
 * submission it sees what that transaction locked.
 */
export type Checker = (
  db: Database | Work,
  context: SaidApplication,
  now: Date,
) => Promise<readonly ApplicationFinding[]>;
