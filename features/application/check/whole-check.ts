import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { SaidApplication } from '../said-content.ts';
import { CHECKERS } from './checkers.ts';
import type { ApplicationFinding } from './finding.ts';

/**
 * Everything that is to be said of an application, in the order of its parts: the same on the page and at submission.
 * @example (await wholeCheck(db, said, now)).some(({ blocks }) => blocks) // it can't be submitted
 */
export async function wholeCheck(
  db: Database | Work,
  context: SaidApplication,
  now: Date,
): Promise<readonly ApplicationFinding[]> {
  const findings: ApplicationFinding[] = [];
  // One after the other: within a transaction they share one connection.
  for (const check of CHECKERS) findings.push(...(await check(db, context, now)));
  return findings;
}

/** What a guard says of findings that block; undefined where none does. */
export function blocked(
  findings: readonly ApplicationFinding[],
): Readonly<Record<string, string>> | undefined {
  const blocking = findings.filter(({ blocks }) => blocks);
  const [first] = blocking;
  if (!first) return undefined;
  return { 问题: `${first.says}${blocking.length > 1 ? `（共${blocking.length}处）` : ''}` };
}
