import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { checkGuideFiles } from '@fuchi/platform-server/load-guide';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { guideFiles } from './guide-version-store.ts';

/** Guides that stay in memory, some ten megabytes each: those of the rounds people work on. */
const KEPT = 8;

/** By digest, the one used last at the end. What a digest stands for is the same in every database. */
const kept = new Map<string, Promise<CheckedGuide>>();

/**
 * A published guide, read and checked once in this process.
 * @throws when there is no such version, or its files aren't what was published
 * @example const guide = await guideOf(db, round.guide);
 */
export async function guideOf(db: Database | Work, digest: string): Promise<CheckedGuide> {
  const found = kept.get(digest) ?? readPublished(db, digest);
  keep(digest, found);
  try {
    return await found;
  } catch (error) {
    // Whoever asks next tries anew: the database may have been away.
    if (kept.get(digest) === found) kept.delete(digest);
    throw error;
  }
}

/** Takes a guide that is in memory anyway, so that it isn't read a second time. */
export function keepGuide(guide: CheckedGuide): void {
  keep(guide.guide.digest, Promise.resolve(guide));
}

function keep(digest: string, guide: Promise<CheckedGuide>): void {
  kept.delete(digest);
  kept.set(digest, guide);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}

async function readPublished(db: Database | Work, digest: string): Promise<CheckedGuide> {
  const files = await guideFiles(db, digest);
  if (!files) throw new Error(`no guide was published as ${digest}`);
  const { checked, faults } = checkGuideFiles(files);
  if (checked.guide.digest !== digest) throw new Error(`the guide ${digest} was changed`);
  // A later version of the program may find faults in an old guide: what rests on it must not go on in silence.
  if (faults.length > 0) throw new Error(`the guide ${digest} has faults`);
  return checked;
}
