import { randomBytes } from 'node:crypto';
import { tellDeadlines } from '@fuchi/notices/deadline/deadline-job';
import { sendMessages } from '@fuchi/notices/send/send-messages';
import { writeLetters } from '@fuchi/notices/send/send-notices';
import { waitingLetters } from '@fuchi/platform-server/mail/outbox';
import { SmsFault, type SmsGateway } from '@fuchi/platform-server/sms/sms-gateway';
import { applicationForTests } from '@fuchi/record-application/application.fixture';
import { type Notice, tell } from '@fuchi/record-notice/tell';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openAccountDesk } from './account-desk.fixture.ts';

let desk: Awaited<ReturnType<typeof openAccountDesk>>;
let round: string;
const never = new AbortController().signal;
beforeAll(async () => {
  desk = await openAccountDesk();
  round = await openRoundForTests(desk.db, desk.clock.at);
});
afterAll(() => desk.close());
beforeEach(async () => {
  desk.clock.at = new Date('2022-04-01T02:00:00Z');
  for (const table of ['notice', 'notice_setting', 'mail_outbox'] as const) {
    await desk.db.deleteFrom(table).execute();
  }
});

const notice = (n: number, more: Partial<Notice> = {}): Notice => ({
  kind: 'test',
  title: `第${n}件事`,
  body: `请看第${n}件事。`,
  leadsTo: `/applications/${n}`,
  about: `thing-${n}`,
  urgent: false,
  ...more,
});
const telling = (accounts: readonly string[], one: Notice) =>
  desk.db.transaction().execute((work) => tell(work, accounts, one, desk.clock.at));
const titlesOf = async (account: string) =>
  (
    await desk.db
      .selectFrom('notice')
      .select('title')
      .where('account_id', '=', account)
      .orderBy('id')
      .execute()
  ).map(({ title }) => title);
const letters = (kind: 'urgent' | 'digest', how: 'shown' | 'none' = 'shown') =>
  writeLetters(
    { db: desk.db, box: desk.box, letters: how, publicUrl: 'https://fuchi.example' },
    kind,
    desk.clock.at,
  );
const posted = () => waitingLetters(desk.db, desk.box, 20);

describe('告诉', () => {
  test('同一件事对一个人只说一次，几个事务同时说也一样；变更撤销了就没有说', async () => {
    const { account } = await desk.person('filler');
    const other = await desk.person('filler');
    await Promise.all([1, 2, 3].map(() => telling([account, other.account, account], notice(1))));
    expect(await titlesOf(account)).toEqual(['第1件事']);
    const undone = desk.db.transaction().execute(async (work) => {
      await tell(work, [account], notice(2), desk.clock.at);
      throw new Error('refused');
    });
    await expect(undone).rejects.toThrow('refused');
    expect(await titlesOf(account)).toEqual(['第1件事']);
  });

  test('各看各的：别人的看不到，也标不了已读；翻页不漏不重', async () => {
    const [one, other] = [await desk.person('planning'), await desk.person('planning')];
    for (let n = 1; n <= 35; n += 1) await telling([one.account], notice(n));
    await telling([other.account], notice(99, { title: '别人的事' }));
    const [a, b] = [desk.browserOf(one), desk.browserOf(other)];
    const first = (await a.get('/api/notices')).json();
    expect([first.notices.length, first.unread, first.notices[0].title]).toEqual([
      30,
      35,
      '第35件事',
    ]);
    const second = (await a.get(`/api/notices?before=${first.next}`)).json();
    expect([second.notices.length, second.next]).toEqual([5, null]);
    const theirs = first.notices.map(({ id }: { id: string }) => id);
    expect((await b.post('/api/notices/read', { notices: theirs })).json()).toEqual({ unread: 1 });
    expect((await a.get('/api/notices/unread')).json()).toEqual({ unread: 35 });
    const some = { notices: theirs.slice(0, 2) };
    expect((await a.post('/api/notices/read', some)).json()).toEqual({ unread: 33 });
    expect((await a.post('/api/notices/read', { notices: null })).json()).toEqual({ unread: 0 });
    expect((await b.get('/api/notices')).body).not.toContain('第35件事');
  });

  test('自动问有几条未读，不算在用：闲置照样计时', async () => {
    const who = await desk.person('planning');
    const browser = desk.browserOf(who);
    const seen = () =>
      desk.db
        .selectFrom('session')
        .select('seen_at')
        .where('account_id', '=', who.account)
        .executeTakeFirstOrThrow();
    const before = await seen();
    desk.machine.at = new Date(desk.machine.at.getTime() + 120_000);
    expect((await browser.get('/api/notices/unread')).statusCode).toBe(200);
    expect(await seen()).toEqual(before);
    await browser.get('/api/notices');
    expect(await seen()).not.toEqual(before);
  });

  test('怎样收到是自己定的，改了有记录', async () => {
    const who = await desk.person('planning');
    const browser = desk.browserOf(who);
    const view = (await browser.get('/api/notices/setting')).json();
    expect(view).toMatchObject({ byMail: 'daily', bySms: false, letters: 'shown', sms: false });
    expect(view.email).toMatch(/^p\*\*\*@/);
    const body = { byMail: 'urgent', bySms: true };
    const set = await browser.send('PUT', '/api/notices/setting', body);
    expect(set.json()).toMatchObject(body);
    expect(await desk.kindsOf('account', who.account)).toContain('notice-setting-changed');
  });
});

describe('邮件', () => {
  test('紧急的及时发，其余每天汇总成一封；读过的不再发；每条只决定一次', async () => {
    const { account } = await desk.person('filler');
    await telling([account], notice(1));
    await telling([account], notice(2, { urgent: true }));
    await telling([account], notice(3));
    await letters('urgent');
    expect(await posted()).toMatchObject([{ title: '第2件事' }]);
    const { id } = await desk.db
      .selectFrom('notice')
      .select('id')
      .where('title', '=', '第1件事')
      .executeTakeFirstOrThrow();
    await desk.db
      .updateTable('notice')
      .set({ read_at: desk.clock.at })
      .where('id', '=', id)
      .execute();
    await telling([account], notice(4));
    await letters('digest');
    const [digest, ...rest] = await posted();
    expect(rest).toHaveLength(1);
    expect(digest?.title).toBe('扶持系统：2条通知');
    expect(digest?.text).toContain('https://fuchi.example/applications/3');
    expect(digest?.text).not.toMatch(/第[12]件事/);
    await letters('digest');
    await letters('urgent');
    expect(await posted()).toHaveLength(2);
  });

  test('只发急件的没有汇总，不发的什么都没有；没有邮件服务时也不攒着', async () => {
    const [urgent, never_, none] = [
      await desk.person('filler'),
      await desk.person('filler'),
      await desk.person('filler'),
    ];
    await desk.db
      .insertInto('notice_setting')
      .values([
        { account_id: urgent.account, by_mail: 'urgent' },
        { account_id: never_.account, by_mail: 'never' },
      ])
      .execute();
    const all = [urgent.account, never_.account];
    await telling(all, notice(1));
    await telling(all, notice(2, { urgent: true }));
    await letters('urgent');
    await letters('digest');
    expect((await posted()).map(({ to, title }) => [to, title])).toEqual([
      [`${urgent.login}@example.com`, '第2件事'],
    ]);
    await telling([none.account], notice(3));
    await letters('digest', 'none');
    await letters('digest');
    expect(await posted()).toHaveLength(1);
  });

  test('几个进程同时写，一人还是一封', async () => {
    const { account } = await desk.person('filler');
    for (let n = 1; n <= 3; n += 1) await telling([account], notice(n));
    await Promise.all([letters('digest'), letters('digest'), letters('digest')]);
    expect(await posted()).toHaveLength(1);
  });
});

describe('短信', () => {
  const reported: string[] = [];
  const send = (gateway: SmsGateway) =>
    sendMessages(
      { db: desk.db, gateway, report: (text) => reported.push(text) },
      desk.clock.at,
      never,
    );
  const wanting = async () => {
    const who = await desk.person('filler');
    const phone = `139${(randomBytes(4).readUInt32BE(0) % 90_000_000) + 10_000_000}`;
    await desk.db.updateTable('account').set({ phone }).where('id', '=', who.account).execute();
    await desk.db
      .insertInto('notice_setting')
      .values({ account_id: who.account, by_mail: 'never', by_sms: true })
      .execute();
    return { ...who, phone };
  };

  test('只发紧急的，只发给要的；送不到就再送，编号不变；过时的不送', async () => {
    const who = await wanting();
    const other = await desk.person('filler');
    await telling([who.account, other.account], notice(1));
    await telling([who.account, other.account], notice(2, { urgent: true }));
    const sent: { id: string; to: string; text: string }[] = [];
    const broken: SmsGateway = {
      async send(message) {
        sent.push({ ...message });
        throw new SmsFault('timeout');
      },
    };
    await send(broken);
    const fine: SmsGateway = {
      async send(message) {
        sent.push({ ...message });
      },
    };
    await send(fine);
    await send(fine);
    expect(sent).toHaveLength(2);
    expect(sent[0]).toEqual(sent[1]);
    expect(sent[0]).toMatchObject({ to: who.phone, text: '【扶持系统】第2件事' });
    expect(reported.join()).toMatch(/^sms: notice \d+: timeout$/);
    await telling([who.account], notice(3, { urgent: true }));
    desk.clock.at = new Date(desk.clock.at.getTime() + 3 * 3_600_000);
    await send(fine);
    expect(sent).toHaveLength(2);
  });
});

describe('临近截止', () => {
  const tellNow = () =>
    tellDeadlines({
      db: desk.db,
      moment: () => ({ machine: desk.machine.at, now: desk.clock.at }),
    });

  test('告诉本单位每个能填报的人，一步一次；提交了、放弃了的不说', async () => {
    const admin = await desk.person('applicant-admin');
    const organisation = admin.organisation.id;
    const filler = await desk.person('filler', { organisation });
    const stranger = await desk.person('filler');
    const who = { organisation, account: admin.account };
    const draft = await applicationForTests(desk.db, who, desk.clock.at, { round });
    for (const state of ['submitted', 'withdrawn'] as const) {
      const id = await applicationForTests(desk.db, who, desk.clock.at, { round, line: 'merger' });
      await desk.db.updateTable('application').set({ state }).where('id', '=', id).execute();
    }
    await tellNow();
    expect(await titlesOf(filler.account)).toEqual([]);
    desk.clock.at = new Date('2022-04-13T02:00:00Z');
    await tellNow();
    await tellNow();
    const [title, ...more] = await titlesOf(filler.account);
    expect([title, more]).toEqual([expect.stringMatching(/还没有提交，不到3天就截止$/), []]);
    desk.clock.at = new Date('2022-04-15T08:00:00Z');
    await tellNow();
    expect(await titlesOf(admin.account)).toHaveLength(2);
    const { leads_to, urgent } = await desk.db
      .selectFrom('notice')
      .select(['leads_to', 'urgent'])
      .where('account_id', '=', filler.account)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect([leads_to, urgent]).toEqual([`/applications/${draft}`, true]);
    desk.clock.at = new Date('2022-04-15T09:00:00Z');
    await tellNow();
    expect(await titlesOf(filler.account)).toHaveLength(2);
    expect(await titlesOf(stranger.account)).toEqual([]);
  });
});
