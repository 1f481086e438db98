import type { CheckView } from '@fuchi/application/check/contract';
import type { ApplicationView } from '@fuchi/application/contract';
import type { ReceiptView } from '@fuchi/application/submit/contract';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApplicationDesk } from './application-desk.fixture.ts';
import { completeForTests, sealForTests } from './complete-application.fixture.ts';

type Desk = Awaited<ReturnType<typeof openApplicationDesk>>;
let desk: Desk;
let recommender: string;
beforeAll(async () => {
  desk = await openApplicationDesk('talentTraining');
  recommender = await complete(desk);
});
afterAll(() => desk.close());

const complete = ({ db, at, round, application, person }: Desk): Promise<string> =>
  completeForTests(db, { application, round, account: person.account }, at.clock.at);

const seal = ({ db, application, person, at }: Desk, version: number) =>
  sealForTests(db, { application, version, account: person.account }, at.clock.at);

const state = async () =>
  desk.db
    .selectFrom('application')
    .select(['state', 'number', 'version'])
    .where('id', '=', desk.application)
    .executeTakeFirstOrThrow();
const submit = (key: string) => desk.asked('POST', 'submit', { key });

test('该申报单位填的条件没有填，不能定稿；由推荐单位填的、以后才有的只提醒', async () => {
  const path = 'fact/服务业绩优良';
  const field = () => desk.db.updateTable('application_field').where('path', '=', path);
  await field().set({ value: null }).execute();
  const { findings } = (await desk.asked('GET', 'check')).json<CheckView>();
  expect(findings.filter(({ blocks }) => blocks)).toMatchObject([
    { code: 'missing', part: 'facts', path: '服务业绩优良' },
  ]);
  expect(findings.filter(({ blocks }) => !blocks).map((finding) => finding.path)).toEqual([
    '符合规定的实际总投入',
  ]);
  await field()
    .set({ value: JSON.stringify('否') })
    .execute();
  const unmet = (await desk.asked('GET', 'check')).json<CheckView>().findings;
  expect(unmet.filter(({ blocks }) => blocks)).toMatchObject([
    { code: 'condition-unmet', part: 'facts', path: '服务业绩优良' },
  ]);
  expect((await desk.asked('POST', 'finalise')).json().message).toContain('不符合条件');
  await field()
    .set({ value: JSON.stringify('是') })
    .execute();
});

test('材料没交齐不能定稿，说出缺哪一份', async () => {
  const held = await desk.db
    .updateTable('application_paper')
    .set({ removed_at: desk.at.clock.at })
    .where('paper', '=', '培训方案和预算表')
    .returning('id')
    .executeTakeFirstOrThrow();
  const refused = await desk.asked('POST', 'finalise');
  expect(refused.statusCode).toBe(409);
  expect(refused.json().message).toContain('培训方案和预算表');
  await desk.db
    .updateTable('application_paper')
    .set({ removed_at: null })
    .where('id', '=', held.id)
    .execute();
  const check = (await desk.asked('GET', 'check')).json<CheckView>();
  expect(check.findings.filter(({ blocks }) => blocks)).toEqual([]);
});

test('打印不出的字：指出哪个字段，什么也不冻结', async () => {
  const path = 'project/项目简介';
  const field = () => desk.db.updateTable('application_field').where('path', '=', path);
  const { value } = await desk.db
    .selectFrom('application_field')
    .select('value')
    .where('path', '=', path)
    .executeTakeFirstOrThrow();
  await field()
    .set({ value: JSON.stringify('示例\u{1F600}') })
    .execute();
  const refused = await desk.asked('POST', 'finalise');
  expect(refused.statusCode).toBe(422);
  expect(refused.json().faults).toMatchObject([{ path, code: 'unprintable' }]);
  await field()
    .set({ value: JSON.stringify(value) })
    .execute();
  expect((await state()).version).toBe(0);
});

test('定稿：版本、打印件、摘要都在；定稿后不能再改', async () => {
  const done = await desk.asked('POST', 'finalise');
  expect(done.statusCode).toBe(200);
  expect(done.json().prints.map((print: { kind: string }) => print.kind)).toEqual([
    'application',
    'performance',
    'commitment',
  ]);
  expect(await state()).toMatchObject({ state: 'finalised', version: 1 });
  const pdf = await desk.asked('GET', 'prints/commitment');
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  const save = { path: 'fact/服务业绩优良', value: '否', base: 1 };
  expect((await desk.asked('POST', 'fields', { saves: [save] })).statusCode).toBe(409);
});

test('没有盖章不能提交；重新修改作废打印件和盖章件，再定稿是下一版', async () => {
  const unsealed = await submit('key-unsealed');
  expect(unsealed.statusCode).toBe(409);
  expect(unsealed.json().message).toMatch(/盖章页没有交齐，还缺：申报书第1–/);
  await seal(desk, 1);
  expect((await desk.asked('POST', 'reopen')).json().state).toBe('draft');
  expect((await desk.asked('GET', 'prints')).json()).toEqual([]);
  expect((await desk.asked('POST', 'finalise')).json().version).toBe(2);
  expect((await submit('key-unsealed')).statusCode).toBe(409);
  await seal(desk, 2);
});

test('同时提交、重试、换一个标识再交：一份申报，同一张回执', async () => {
  const replies = await Promise.all(
    ['key-double-1', 'key-double-1', 'key-double-2', 'key-double-1'].map(submit),
  );
  expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
  const receipts = replies.map((reply) => reply.json<ReceiptView>());
  for (const receipt of receipts) expect(receipt).toEqual(receipts[0]);
  expect(receipts[0]?.number).toBe('2022-talent-training-0001');
  expect((await submit('key-double-1')).json()).toEqual(receipts[0]);
  const events = await desk.db
    .selectFrom('event')
    .select('kind')
    .where('subject_id', '=', desk.application)
    .where('kind', '=', 'application-submitted')
    .execute();
  expect(events).toHaveLength(1);
  const pdf = await desk.asked('GET', 'receipt');
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
});

test('退回修改由选定的推荐单位给出；截止以后仍可在推荐单位的时限内重交，编号不变', async () => {
  const { cookie } = await signInForTests(desk.db, {
    role: 'recommender-handler',
    organisation: recommender,
    machine: desk.at.machine.at,
  });
  const returned = (reason: string) =>
    desk.at.portal.inject({
      method: 'POST',
      url: `/api/applications/${desk.application}/return`,
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      payload: { reason },
    });
  expect((await returned(' ')).statusCode).toBe(422);
  // After the clock by which it could be handed in again, nothing that was received is voided.
  desk.at.clock.at = new Date('2022-04-29T09:00:01Z');
  const late = await returned('预算表缺合计');
  expect(late.statusCode).toBe(409);
  expect(late.json().message).toBe('退回后已不能重新提交：截止 2022-04-29 17:00');
  expect((await state()).state).toBe('submitted');
  desk.at.clock.at = new Date('2022-04-18T02:00:00Z');
  expect((await desk.asked('POST', 'withdraw', { reason: '示例' })).statusCode).toBe(409);
  expect((await returned('预算表缺合计')).json().state).toBe('returned');
  expect(
    (await desk.asked('GET', `/api/applications/${desk.application}`)).json().returned.reason,
  ).toBe('预算表缺合计');
  expect((await desk.asked('POST', 'finalise')).json().version).toBe(3);
  await seal(desk, 3);
  const again = (await submit('key-again-1')).json<ReceiptView>();
  expect(again).toMatchObject({ number: '2022-talent-training-0001', version: 3 });
  expect((await desk.asked('GET', 'receipts')).json()).toHaveLength(2);
});

test('逾期到达：不收，记下到达时间和截止时间；截止那一刻到达的收下', async () => {
  const late = await openApplicationDesk('talentTraining');
  try {
    await complete(late);
    late.at.clock.at = new Date('2022-04-15T08:30:00Z');
    expect((await late.asked('POST', 'finalise')).statusCode).toBe(200);
    await seal(late, 1);
    late.at.clock.at = new Date('2022-04-15T09:00:02.500Z');
    const refused = await late.asked('POST', 'submit', { key: 'key-late-1' });
    expect(refused.json()).toMatchObject({ code: 'not-in-time' });
    expect(refused.json().message).toMatch(/到达，申报已于2022-04-15 17:00截止/);
    const kept = await late.db.selectFrom('late_submission').selectAll().execute();
    expect(kept).toHaveLength(1);
    expect(kept[0]?.deadline).toEqual(new Date('2022-04-15T09:00:00Z'));
    expect(await late.db.selectFrom('receipt').selectAll().execute()).toEqual([]);
    late.at.clock.at = new Date('2022-04-15T09:00:00Z');
    expect((await late.asked('POST', 'submit', { key: 'key-late-1' })).statusCode).toBe(200);
  } finally {
    await late.close();
  }
});

test('边填边定稿：定下的一版就是草稿那一刻的样子，不然就不定稿', async () => {
  const both = await openApplicationDesk('talentTraining');
  try {
    await complete(both);
    const path = 'project/项目简介';
    for (let round = 0; round < 3; round += 1) {
      const { fields } = (
        await both.asked('GET', `/api/applications/${both.application}`)
      ).json<ApplicationView>();
      const base = fields.find((field) => field.path === path)?.revision ?? 0;
      const save = { path, value: `第${round}次改的简介（示例）`, base };
      const [frozen, saved] = await Promise.all([
        both.asked('POST', 'finalise'),
        both.asked('POST', 'fields', { saves: [save] }),
      ]);
      const kept = await both.db
        .selectFrom('application_field')
        .select('value')
        .where('application_id', '=', both.application)
        .where('path', '=', path)
        .executeTakeFirstOrThrow();
      if (saved.statusCode === 200) expect(kept.value).toBe(save.value);
      expect([200, 409]).toContain(frozen.statusCode);
      if (frozen.statusCode === 200) {
        const { content } = await both.db
          .selectFrom('application_version')
          .select('content')
          .where('application_id', '=', both.application)
          .where('number', '=', frozen.json<{ version: number }>().version)
          .executeTakeFirstOrThrow();
        expect(content).toMatchObject({ fields: { [path]: kept.value } });
        await both.asked('POST', 'reopen');
      } else {
        expect(frozen.json().code).toBe('changed-meanwhile');
        expect(saved.statusCode).toBe(200);
      }
    }
  } finally {
    await both.close();
  }
});

test('等锁时截止时间过去，按到达时间收下；处理到一半断开，什么都没留下，再交就收下', async () => {
  const waits = await openApplicationDesk('talentTraining');
  try {
    await complete(waits);
    waits.at.clock.at = new Date('2022-04-15T08:59:59Z');
    expect((await waits.asked('POST', 'finalise')).statusCode).toBe(200);
    await seal(waits, 1);
    const cut = await whileLocked(waits, async () => {
      const asked = waits.asked('POST', 'submit', { key: 'key-waits-1' });
      const waiting = await waitingBackend(waits);
      await sql`select pg_terminate_backend(${waiting})`.execute(waits.db);
      return (await asked).statusCode;
    });
    expect(cut).toBe(500);
    expect(await waits.db.selectFrom('receipt').selectAll().execute()).toEqual([]);
    expect(await waits.db.selectFrom('receipt_serial').selectAll().execute()).toEqual([]);

    let asked: Promise<{ readonly statusCode: number }> | undefined;
    await whileLocked(waits, async () => {
      asked = waits.asked('POST', 'submit', { key: 'key-waits-1' });
      await waitingBackend(waits);
      waits.at.clock.at = new Date('2022-04-15T09:00:30Z');
    });
    expect((await asked)?.statusCode).toBe(200);
    expect(await waits.db.selectFrom('receipt').selectAll().execute()).toHaveLength(1);
  } finally {
    await waits.close();
  }
});

/** While somebody else holds the application. */
async function whileLocked<Result>(
  { db, application }: Desk,
  work: () => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (holding) => {
    await holding
      .selectFrom('application')
      .select('id')
      .where('id', '=', application)
      .forUpdate()
      .execute();
    return work();
  });
}

/** The connection that waits for the lock, once there is one. */
async function waitingBackend({ db }: Desk): Promise<number> {
  for (;;) {
    const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    const [row] = rows;
    if (row) return row.pid;
  }
}
