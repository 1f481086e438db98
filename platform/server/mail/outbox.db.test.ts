import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/test-database.fixture.ts';
import { secretBox } from '../secret-box.ts';
import { openMailServer, openRawServer } from './mail-server.fixture.ts';
import { type Mailer, MailFault } from './mailer.ts';
import { type Letter, postLetter, waitAfter, waitingLetters } from './outbox.ts';
import { mailJob, sendLetters } from './send-letters.ts';
import { smtpMailer } from './smtp-mailer.ts';

const NOW = new Date('2022-03-16T01:00:00Z');
const MACHINE = new Date('2026-03-02T01:00:00Z');
const box = secretBox(randomBytes(32));
const signal = new AbortController().signal;
let database: TestDatabase;
const reported: string[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  reported.length = 0;
  await database.db.deleteFrom('mail_outbox').execute();
});

const letter = (n: number): Letter => ({
  to: `a${n}@example.com`,
  title: `第${n}封`,
  text: `链接 https://example.com/#secret-${n}`,
});
const post = (n: number) =>
  database.db.transaction().execute((work) => postLetter(work, box, letter(n), NOW));
const send = (mailer: Mailer, at = MACHINE) =>
  sendLetters(
    { db: database.db, box, mailer, report: (text) => reported.push(text), machine: () => at },
    signal,
  );
const rows = () => database.db.selectFrom('mail_outbox').selectAll().orderBy('id').execute();
const smtp = (port: number) =>
  smtpMailer(
    {
      host: '127.0.0.1',
      port,
      secure: false,
      demandTls: false,
      user: undefined,
      from: 'noreply@fuchi.example',
    },
    { connect: 500, silence: 500, whole: 1_000 },
  );
const idOf = (text: string) => /^Message-ID: (<.+>)\r?$/m.exec(text)?.[1];

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
  const [row] = await rows();
  expect(row?.sealed_text?.includes('secret-1')).toBe(false);
  expect(await waitingLetters(database.db, box, 10)).toMatchObject([letter(1)]);
});

test('几个进程一起寄，每封寄一次，寄出以后不再保存内容', async () => {
  for (let n = 1; n <= 6; n += 1) await post(n);
  const server = await openMailServer();
  await Promise.all([send(smtp(server.port)), send(smtp(server.port)), send(smtp(server.port))]);
  await server.close();
  expect(server.letters.flatMap(({ to }) => to).sort()).toEqual(
    [1, 2, 3, 4, 5, 6].map((n) => letter(n).to),
  );
  expect(new Set(server.letters.map(({ text }) => idOf(text))).size).toBe(6);
  for (const row of await rows()) {
    expect(row).toMatchObject({ sealed_text: null, sent_at: MACHINE, tries: 1 });
  }
});

test('寄不出去的留着，越等越久，到时候再寄，编号不变', async () => {
  await post(1);
  const away = await openRawServer(() => undefined);
  await away.close();
  await send(smtp(away.port));
  await send(smtp(away.port), new Date(MACHINE.getTime() + 59_999));
  const [first] = await rows();
  expect(first).toMatchObject({ tries: 1, sent_at: null });
  const second = new Date(MACHINE.getTime() + 60_000);
  await send(smtp(away.port), second);
  const [row] = await rows();
  expect(row).toMatchObject({ tries: 2, message_id: first?.message_id });
  expect(row?.next_try_at).toEqual(new Date(second.getTime() + 120_000));
  const server = await openMailServer();
  await send(smtp(server.port), new Date(second.getTime() + 120_000));
  await server.close();
  expect(server.letters.map(({ text }) => idOf(text))).toEqual([first?.message_id]);
  expect(reported).toHaveLength(2);
  expect(reported.join()).not.toMatch(/secret|example\.com/);
});

test('收下了而答复没有到：再寄一次，编号一样', async () => {
  await post(1);
  const taken: string[] = [];
  // Takes the letter over and is gone before it says so.
  const cut = await openRawServer((socket) => {
    let text = '';
    socket.write('220 fuchi\r\n');
    socket.on('data', (piece) => {
      text += piece.toString('utf8');
      if (/\r\n\.\r\n$/.test(text)) {
        taken.push(text);
        socket.destroy();
      } else if (/^DATA\r\n$/m.test(text)) socket.write('354 go on\r\n');
      else socket.write('250 fine\r\n');
    });
  });
  await send(smtp(cut.port));
  await cut.close();
  const server = await openMailServer();
  await send(smtp(server.port), new Date(MACHINE.getTime() + 60_000));
  await server.close();
  expect(taken).toHaveLength(1);
  expect(idOf(taken[0] ?? '')).toBeDefined();
  expect(server.letters.map(({ text }) => idOf(text))).toEqual([idOf(taken[0] ?? '')]);
});

test('一个地址不收，别的照寄；不收的不再寄，内容不再保存', async () => {
  for (const n of [1, 2, 3]) await post(n);
  const server = await openMailServer({
    onRcptTo: ({ address }, _, done) =>
      address === letter(2).to
        ? done(Object.assign(new Error('no such user'), { responseCode: 550 }))
        : done(),
  });
  await send(smtp(server.port));
  await send(smtp(server.port), new Date(MACHINE.getTime() + 86_400_000));
  await server.close();
  expect(server.letters.flatMap(({ to }) => to)).toEqual([letter(1).to, letter(3).to]);
  const [, second] = await rows();
  expect(second).toMatchObject({ abandoned_at: MACHINE, sealed_text: null, tries: 1 });
});

test('服务器不在，一轮只试一封；试够了就放弃', async () => {
  await post(1);
  await post(2);
  let asked = 0;
  const away: Mailer = {
    domain: 'fuchi.example',
    async send() {
      asked += 1;
      throw new MailFault('ECONNECTION', false);
    },
  };
  await send(away);
  expect(asked).toBe(1);
  await database.db.deleteFrom('mail_outbox').execute();
  await post(3);
  let at = MACHINE.getTime();
  for (let tries = 1; tries <= 25; tries += 1) {
    await send(away, new Date(at));
    at += waitAfter(tries);
  }
  const [row] = await rows();
  expect(row).toMatchObject({ tries: 20, sealed_text: null, sent_at: null });
  // Links last a week; whoever hasn't the letter in two days asks for another.
  expect(row?.abandoned_at?.getTime()).toBeLessThan(MACHINE.getTime() + 3 * 86_400_000);
});

test('任务每15秒到期，寄出等着的', async () => {
  await post(1);
  const server = await openMailServer();
  const mailer = smtp(server.port);
  const job = mailJob({ db: database.db, box, mailer, report: (text) => reported.push(text) });
  expect(job.next(NOW)).toEqual(new Date(NOW.getTime() + 15_000));
  await job.run({ due: NOW.toISOString() }, { signal, settle: async () => undefined });
  await server.close();
  expect([server.letters.length, reported]).toEqual([1, []]);
});
