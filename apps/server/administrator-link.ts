import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import type { Moment } from '@fuchi/record-person/moment';
import { createLink, linkPath } from '@fuchi/record-person/one-time-link-store';
import { PORTAL } from './first-start.ts';

/**
 * The path of the link by which the first system administrator sets a login and a password. Each one that is made ends
 * those before it, so that at most one opens anything.
 * @returns undefined where somebody is system administrator already
 */
export async function firstAdministratorLink(
  db: Database,
  { machine, now }: Moment,
): Promise<string | undefined> {
  const made = await changeOrRefuse<string, 'there-is-one'>(
    db,
    BY_PROGRAM,
    now,
    async (work, record, refuse) => {
      // Of several processes that start at once each makes one, one after the other.
      await work.selectFrom('portal').select('mode').forUpdate().executeTakeFirstOrThrow();
      if (await hasAdministrator(work, localDay(now))) return refuse('there-is-one');
      await work
        .updateTable('one_time_link')
        .set({ used_at: machine })
        .where('purpose', '=', 'first-administrator')
        .where('used_at', 'is', null)
        .execute();
      const { id: organisation } = await work
        .selectFrom('organisation')
        .select('id')
        .where('kind', '=', 'administration')
        .where('status', '=', 'active')
        .orderBy('id')
        .limit(1)
        .executeTakeFirstOrThrow();
      const target = {
        purpose: 'first-administrator',
        organisation,
        role: 'system-admin',
      } as const;
      const secret = await createLink(work, target, machine);
      await record({ subject: PORTAL, kind: 'administrator-link-made', after: { organisation } });
      return secret;
    },
  );
  return made.ok ? linkPath(made.value) : undefined;
}

async function hasAdministrator(work: Work, day: string): Promise<boolean> {
  const row = await work
    .selectFrom('appointment as a')
    .innerJoin('account', 'account.id', 'a.account_id')
    .select('a.id')
    .where('a.role', '=', 'system-admin')
    .where('a.ended_at', 'is', null)
    .where((w) => w.or([w('a.valid_until', 'is', null), w('a.valid_until', '>=', day)]))
    .where('account.status', '=', 'active')
    .executeTakeFirst();
  return row !== undefined;
}
