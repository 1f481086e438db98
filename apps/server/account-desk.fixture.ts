import { openTestDatabase } from '@fuchi/platform-server/database/test-database.fixture';
import type { Role } from '@fuchi/workflow/role';
import { testPerson } from './test-person.fixture.ts';
import { openTestPortal, testBrowser } from './test-portal.fixture.ts';

export type TestPerson = Awaited<ReturnType<typeof testPerson>>;

/** A portal of its own for tests of units and people; as in the demonstration nobody needs a second factor. */
export async function openAccountDesk() {
  const database = await openTestDatabase();
  const session = { idleMinutes: 30, mostHours: 12, secondFactor: 'waived' } as const;
  const at = await openTestPortal({ db: database.db, signIn: { session } });
  return {
    ...at,
    db: database.db,
    person: (role: Role, more: Parameters<typeof testPerson>[3] = {}) =>
      testPerson(database.db, at.machine.at, role, more),
    /** The browser in which somebody is signed in. */
    browserOf({ cookie }: Pick<TestPerson, 'cookie'>) {
      const browser = testBrowser(at.portal);
      const [name = '', value = ''] = cookie.split('=');
      browser.cookies.set(name, value);
      return browser;
    },
    /** What stands in somebody's or something's trail. */
    async kindsOf(kind: string, id: string): Promise<string[]> {
      const events = await database.db
        .selectFrom('event')
        .select('kind')
        .where('subject_kind', '=', kind)
        .where('subject_id', '=', id)
        .orderBy('number')
        .execute();
      return events.map((event) => event.kind);
    },
    async close() {
      await at.portal.close();
      await database.close();
    },
  };
}
