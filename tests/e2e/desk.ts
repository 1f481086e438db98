import { join } from 'node:path';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { openTestPortal, type TestPortalOptions } from '../../apps/server/test-portal.fixture.ts';

const PAGES = join(import.meta.dirname, '../../apps/web/dist');

export type Desk = Awaited<ReturnType<typeof startDesk>>;

/** The portal with what people do who sign in, on a free port, over a database of its own and clocks the test sets. */
export async function startDesk(options: Omit<TestPortalOptions, 'db' | 'pages'> = {}) {
  const database: TestDatabase = await openTestDatabase();
  const at = await openTestPortal({ ...options, db: database.db, pages: PAGES });
  const url = await at.portal.listen({ host: '127.0.0.1', port: 0 });
  return {
    ...at,
    db: database.db,
    url,
    async close() {
      await at.portal.close();
      await database.close();
    },
  };
}
