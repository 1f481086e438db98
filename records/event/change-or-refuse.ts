import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { change, type Recorder } from './change.ts';
import type { EventBy } from './event.ts';

export type Changed<Result, Refusal> =
  | { readonly ok: true; readonly value: Result }
  | { readonly ok: false; readonly refused: Refusal };

/**
 * As `change`, for what is decided on what the transaction sees, after its locks: `refuse` undoes all of it.
 * @example
 * const done = await changeOrRefuse<void, 'taken'>(db, by, now, async (work, record, refuse) => {
 *   if (await isTaken(work)) return refuse('taken');
 *   …
 * });
 */
export async function changeOrRefuse<Result, Refusal>(
  db: Database,
  by: EventBy,
  now: Date,
  work: (work: Work, record: Recorder, refuse: (why: Refusal) => never) => Promise<Result>,
): Promise<Changed<Result, Refusal>> {
  const undone = new Error('refused');
  let refused: { readonly why: Refusal } | undefined;
  try {
    const value = await change(db, by, now, (transaction, record) =>
      work(transaction, record, (why) => {
        refused = { why };
        throw undone;
      }),
    );
    return { ok: true, value };
  } catch (error) {
    if (error === undone && refused) return { ok: false, refused: refused.why };
    throw error;
  }
}
