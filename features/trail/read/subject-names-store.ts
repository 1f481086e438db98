import type { Database } from '@fuchi/platform-server/database/open-database';

interface Named {
  readonly subjectKind: string;
  readonly subjectId: string;
}

/** Kinds whose ids are numbers of a table, with what its rows are called. */
const NAMES = {
  account: { table: 'account', name: 'name' },
  application: { table: 'application', name: 'title' },
  organisation: { table: 'organisation', name: 'name' },
  registration: { table: 'registration', name: 'name' },
  round: { table: 'round', name: 'name' },
} as const;

/**
 * What the subjects of events are called now.
 * @returns by `kind id`; nothing for one that has no name, or isn't there any more
 */
export async function subjectNames(
  db: Database,
  events: readonly Named[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const [kind, { table, name }] of Object.entries(NAMES)) {
    const ids = events
      .filter((e) => e.subjectKind === kind && /^[1-9]\d{0,17}$/.test(e.subjectId))
      .map((e) => e.subjectId);
    if (ids.length === 0) continue;
    const rows = await db
      .selectFrom(table)
      .select(['id', `${name} as called`])
      .where('id', 'in', [...new Set(ids)])
      .execute();
    for (const { id, called } of rows) if (called !== '') names.set(`${kind} ${id}`, called);
  }
  return names;
}
