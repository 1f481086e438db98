import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/test-database.fixture.ts';
import { secretBox } from '../secret-box.ts';
import { type Letter, postLetter, sendNextLetter, waitingLetters } from './outbox.ts';

const NOW = new Date('2022-03-16T01:00:00Z');
const box = secretBox(randomBytes(32));
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('mail_outbox').execute();
});

const letter = (n: number): Letter => ({
  to: `a${n}@example.com`,
  title: `第${n}封`,
  text: `链接 https://example.com/#secret-${n}`,
});
const post = (n: number) =>
  database.db.transaction().execute((work) => postLetter(work, box, letter(n), NOW));

test('变更撤销了，信也没有', async () => {
  const broken = database.db.transaction().execute(async (work) => {
    await postLetter(work, box, letter(1), NOW);
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  expect(await waitingLetters(database.db, box, 10)).toEqual([]);
});

test('表里读不到链接', async () => {
  await post(1);
  const { sealed_text } = await database.db
    .selectFrom('mail_outbox')
    .select('sealed_text')
    .executeTakeFirstOrThrow();
  expect(sealed_text?.includes('secret-1')).toBe(false);
  expect(await waitingLetters(database.db, box, 10)).toMatchObject([letter(1)]);
});

test('几个进程一起寄，每封寄一次，寄出以后不再保存内容', async () => {
  for (let n = 1; n <= 6; n += 1) await post(n);
  const sent: Letter[] = [];
  const mailer = {
    async send(one: Letter) {
      await new Promise((go) => setImmediate(go));
      sent.push(one);
    },
  };
  const until = async () => {
    while (await sendNextLetter(database.db, box, mailer, NOW));
  };
  await Promise.all([until(), until(), until()]);
  expect(sent.map((one) => one.title).sort()).toEqual(
    [1, 2, 3, 4, 5, 6].map((n) => letter(n).title),
  );
  expect(sent).toContainEqual(letter(3));
  const kept = await database.db.selectFrom('mail_outbox').select('sealed_text').execute();
  expect(kept).toEqual(Array(6).fill({ sealed_text: null }));
});

test('寄不出去的留着，下次再寄', async () => {
  await post(1);
  const broken = { send: () => Promise.reject(new Error('no server')) };
  await expect(sendNextLetter(database.db, box, broken, NOW)).rejects.toThrow('no server');
  expect(await waitingLetters(database.db, box, 10)).toMatchObject([letter(1)]);
});
