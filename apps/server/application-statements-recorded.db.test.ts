import type { ApplicationView } from '@fuchi/application/contract';
import type {
  AskedBasis,
  AskedStatement,
  OwnStatements,
} from '@fuchi/application/statements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ApplicationDesk,
  askedAs,
  messageOf,
  openStatementDesk,
  PDF,
  type Person,
  recordAcceptance,
} from './statement-desk.fixture.ts';

const MINUTE = 60_000;

let desk: ApplicationDesk;
let handler: Person;
let elsewhere: Person;
let asked: string;
beforeAll(async () => {
  ({ desk, handler, elsewhere } = await openStatementDesk());
  const { revision } = (await viewNow()).fields.find(({ path }) => path === CHOSEN) ?? {};
  const chosen = { path: CHOSEN, value: handler.organisation.id, base: revision ?? 0 };
  await desk.asked('POST', 'fields', { saves: [chosen] });
  await desk.db
    .updateTable('application')
    .set({ title: '示例平台项目' })
    .where('id', '=', desk.application)
    .execute();
  const own = await desk.asked('POST', 'statements', { kind: 'acceptance', says: '' });
  asked = own.json<OwnStatements>().kinds[0]?.statements[0]?.id ?? '';
});
afterAll(() => desk.close());

const CHOSEN = 'project/推荐单位';
const as = (person: Person, method: 'GET' | 'POST', url: string, body?: object) =>
  askedAs(desk, person, method, url, body);
const record = (person: Person, id: string, statedOn: string) =>
  recordAcceptance(desk, person, { id, statedOn });
const listOf = async (person: Person) =>
  (await as(person, 'GET', '/api/statements')).json<AskedStatement[]>();
const viewNow = async () =>
  (await desk.asked('GET', `/api/applications/${desk.application}`)).json<ApplicationView>();
const known = async () => (await viewNow()).settled;
const findings = async () =>
  (await desk.asked('GET', 'check')).json<{
    findings: { code: string; says: string; blocks: boolean }[];
  }>().findings;

/** The day on which the draft says that the project was finished. */
const FINISHED = 'fact/项目完工日期';
const finished = async () => {
  const { fields } = (
    await desk.asked('GET', `/api/applications/${desk.application}`)
  ).json<ApplicationView>();
  const told = fields.find(({ path }) => path === FINISHED);
  if (!told) throw new Error('the draft says nothing of it');
  return told;
};
const finish = async (value: unknown) => {
  const { revision } = await finished();
  const saves = [{ path: FINISHED, value, base: revision }];
  return (await desk.asked('POST', 'fields', { saves })).statusCode;
};

/** Among the papers, as if its pages had been counted. */
async function handIn(upload: string): Promise<void> {
  const { digest } = await desk.db
    .selectFrom('upload')
    .select('digest')
    .where('id', '=', upload)
    .executeTakeFirstOrThrow();
  await desk.db
    .insertInto('application_paper')
    .values({
      application_id: desk.application,
      paper: '其他材料',
      digest: digest ?? '',
      name: '竣工报告.pdf',
      type: 'pdf',
      size: String(PDF.length),
      pages: 1,
      position: 1,
      added_at: desk.at.clock.at,
      added_by: desk.person.account,
    })
    .execute();
}

describe('推荐单位登记意见', () => {
  test('被申请的推荐单位看得到有关的事实、项目和已交的材料，别的单位看不到', async () => {
    const upload = await desk.upload('paper', '竣工报告.pdf', PDF);
    await handIn(upload);
    const basis = await as(handler, 'GET', `/api/statements/${asked}/basis`);
    const { said, papers } = basis.json<AskedBasis>();
    expect(said).toContainEqual({
      label: '项目完工日期',
      text: (await finished()).value,
    });
    expect(said.map(({ label }) => label)).not.toContain('项目验收完成日期');
    expect(papers.map(({ paper, name }) => [paper, name])).toEqual([['其他材料', '竣工报告.pdf']]);
    const paper = `/api/statements/${asked}/papers/${papers[0]?.id}/content`;
    expect((await as(handler, 'GET', paper)).rawPayload.equals(PDF)).toBe(true);
    for (const address of [paper, `/api/statements/${asked}/basis`]) {
      expect((await as(elsewhere, 'GET', address)).statusCode).toBe(404);
    }
    const decided = (await desk.asked('GET', 'papers')).json<{ id: string }[]>();
    for (const { id } of decided) await desk.asked('DELETE', `papers/${id}`);
    expect((await as(handler, 'GET', paper)).statusCode).toBe(404);
  });

  test('早于申报单位所填完工日期的不能登记，两个日期都说', async () => {
    const early = await record(handler, asked, '2021-05-01');
    expect([early.statusCode, messageOf(early)]).toEqual([
      422,
      `先完工后验收，验收完成日期不能早于项目完工日期。申报单位填的项目完工日期：${(await finished()).value}。填错的如果是申报单位，请不出具，写明理由，改好后再申请`,
    ]);
    expect((await listOf(handler))[0]).toMatchObject({ state: 'asked', statedOn: null });
  });

  test('登记', async () => {
    expect((await record(handler, asked, '2022-03-30')).statusCode).toBe(200);
    expect((await known()).length).toBeGreaterThan(0);
  });

  test('登记以后申报单位又改了完工日期：检查说哪两项矛盾，不说没有填', async () => {
    const { value: day } = await finished();
    expect(await finish('2022-04-01')).toBe(200);
    const about = (await findings()).filter(({ says }) => /完工日期|验收/.test(says));
    expect(about.map(({ code, says, blocks }) => [code, says, blocks])).toContainEqual([
      'contradiction',
      '填报的数据互相矛盾：先完工后验收，验收完成日期不能早于项目完工日期。请核对项目完工日期、项目验收完成日期；推荐单位登记有误的，请推荐单位更正。',
      true,
    ]);
    expect(about.filter(({ code }) => ['missing', 'no-statement'].includes(code))).toEqual([]);
    expect(await finish(day)).toBe(200);
  });

  test('登记错了可以收回重新登记：收回的不作数，每次都告诉申报单位', async () => {
    const told = async () =>
      (
        await desk.db
          .selectFrom('notice')
          .select('title')
          .where('account_id', '=', desk.person.account)
          .orderBy('id')
          .execute()
      ).map(({ title }) => title);
    const back = `/api/statements/${asked}/take-back`;
    const reason = '日期登记错了';
    expect((await as(elsewhere, 'POST', back, { reason })).statusCode).toBe(404);
    const { at } = desk;
    const before = at.clock.at;
    at.clock.at = new Date(Date.parse('2022-04-15T09:00:00Z') + MINUTE);
    expect((await as(handler, 'POST', back, { reason })).statusCode).toBe(409);
    at.clock.at = before;
    const done = await as(handler, 'POST', back, { reason });
    expect(done.json<AskedStatement[]>()[0]).toMatchObject({
      state: 'asked',
      statedOn: null,
      scan: null,
    });
    expect(await known()).toEqual([]);
    expect(messageOf(await as(handler, 'POST', back, { reason }))).toBe(
      '这份意见没有出具，或者已经收回',
    );
    at.clock.at = new Date(before.getTime() + MINUTE);
    expect((await record(handler, asked, '2022-03-31')).statusCode).toBe(200);
    at.clock.at = before;
    expect(await told()).toEqual(['验收意见已出具', '推荐单位收回了验收意见', '验收意见已出具']);
  });
});
