import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextNumber } from './receipt-store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Takes a number, and keeps it or lets the transaction come to nothing. */
async function take(line: string, keeps: boolean): Promise<string | undefined> {
  let number: string | undefined;
  const undone = new Error('undone');
  await database.db
    .transaction()
    .execute(async (work) => {
      number = await nextNumber(work, '2022', line);
      if (!keeps) throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return keeps ? number : undefined;
}

test('同时提交的编号连续、不重，作废的不占号；各项目类别各自编号', async () => {
  const taken = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      take(i % 2 === 0 ? 'merger' : 'data-product', i % 5 !== 0),
    ),
  );
  for (const line of ['merger', 'data-product']) {
    const own = taken.flatMap((number) => (number?.includes(line) ? [number] : [])).sort();
    expect(own).toEqual(
      Array.from({ length: 16 }, (_, i) => `2022-${line}-${String(i + 1).padStart(4, '0')}`),
    );
  }
});
