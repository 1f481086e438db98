import type { ApplicationView } from '@fuchi/application/contract';
import { withRound } from '@fuchi/application/open-application';
import { GUIDE } from '@fuchi/application/prints/content.fixture';
import { saidContent } from '@fuchi/application/said-content';
import type { AskedStatement, OwnStatements } from '@fuchi/application/statements/contract';
import { fieldsForTests } from '@fuchi/record-application/application.fixture';
import { lockOwnApplication } from '@fuchi/record-application/application-store';
import { regionsFrom } from '@fuchi/values/region';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ApplicationDesk,
  askedAs,
  messageOf,
  openStatementDesk,
  PDF,
  type Person,
  recordAcceptance,
  statementScan,
} from './statement-desk.fixture.ts';

const MINUTE = 60_000;

const read = regionsFrom(GUIDE.guide.regions);
if (!read.ok) throw new Error(read.code);
const regions = read.value;
let desk: ApplicationDesk;
let handler: Person;
let elsewhere: Person;
beforeAll(async () => {
  ({ desk, handler, elsewhere } = await openStatementDesk());
});
afterAll(() => desk.close());

const as = (person: Person, method: 'GET' | 'POST', url: string, body?: object) =>
  askedAs(desk, person, method, url, body);
const scanOf = (person: Person) => statementScan(desk, person);
const record = (person: Person, id: string, statedOn: string, scan?: string) =>
  recordAcceptance(desk, person, { id, statedOn, scan });

const save = (path: string, value: string) =>
  desk.asked('POST', 'fields', { saves: [{ path, value, base: 0 }] });
const askFor = (kind: string) => desk.asked('POST', 'statements', { kind, says: '请安排验收' });
const listOf = async (person: Person) =>
  (await as(person, 'GET', '/api/statements')).json<AskedStatement[]>();
const known = async () =>
  (await desk.asked('GET', `/api/applications/${desk.application}`))
    .json<ApplicationView>()
    .settled.map(({ fact, text, source }) => [fact, text, source]);
const findings = async () => {
  const { findings } = (await desk.asked('GET', 'check')).json<{
    findings: { code: string; part: string; says: string; blocks: boolean }[];
  }>();
  return findings;
};
const outcomes = async () => (await findings()).filter(({ part }) => part === 'statements');

/** What a version made now would list as papers, by paper and file. */
const papersSaid = () =>
  desk.db.transaction().execute(async (work) => {
    const own = await lockOwnApplication(work, desk.person.organisation.id, desk.application);
    if (!own) throw new Error('the application is gone');
    const open = await withRound(work, own);
    const said = await saidContent({ db: work, regions }, open, desk.at.clock.at);
    return said.papers.map(({ paper, name }) => [paper, name]);
  });

describe('推荐单位意见', () => {
  let asked: string;

  test('申报单位不能自己说已经验收，检查提示去申请', async () => {
    const refused = await save('fact/推荐单位已出具验收意见', '是');
    expect([refused.statusCode, messageOf(refused)]).toEqual([
      422,
      '“推荐单位已出具验收意见”由项目推荐单位填报，请在“推荐单位意见”里申请',
    ]);
    const decided = await save('fact/主管部门意见', '同意');
    expect([decided.statusCode, messageOf(decided)]).toEqual([
      422,
      '“主管部门意见”由主管部门填报，申报单位不填',
    ]);
    // What stood in a draft from before counts for nothing.
    const own = { application: desk.application, account: desk.person.account };
    const told = { 'fact/验收完成日期': '2022-03-01' };
    await fieldsForTests(desk.db, own, told, desk.at.clock.at);
    expect(await known()).toEqual([]);
    const missing = await outcomes();
    // One statement is one thing to do, however many facts and papers wait for it.
    expect(missing.map(({ code, says, blocks }) => [code, says, blocks])).toEqual([
      [
        'no-statement',
        '验收意见由项目推荐单位出具，还没有申请；请申请，在申报截止前由推荐单位登记。',
        true,
      ],
    ]);
    const upload = await desk.upload('paper', '验收意见.pdf', PDF);
    const paper = await desk.asked('POST', 'papers', { upload, paper: '验收意见' });
    expect([paper.statusCode, messageOf(paper)]).toEqual([
      422,
      '“验收意见”由项目推荐单位出具，请在“推荐单位意见”里申请',
    ]);
    expect(await papersSaid()).toEqual([]);
  });

  test('先选推荐单位再申请；同一份不能申请两次；本类别不问的不能申请', async () => {
    const early = await askFor('acceptance');
    expect([early.statusCode, messageOf(early)]).toEqual([409, '请先在“项目”里选定项目推荐单位']);
    const title = (text: string) =>
      desk.db
        .updateTable('application')
        .set({ title: text })
        .where('id', '=', desk.application)
        .execute();
    const chosen = await save('project/推荐单位', handler.organisation.id);
    expect(chosen.statusCode).toBe(200);
    await title('');
    expect(messageOf(await askFor('acceptance'))).toBe('请先在“项目”里填写项目名称');
    await title('示例平台项目');
    const done = await askFor('acceptance');
    expect(done.json<OwnStatements>().kinds).toMatchObject([
      { kind: 'acceptance', statements: [{ state: 'asked', askedFor: '请安排验收' }] },
    ]);
    asked = done.json<OwnStatements>().kinds[0]?.statements[0]?.id ?? '';
    expect(await outcomes()).toMatchObject([
      {
        code: 'statement-asked',
        says: `已申请验收意见（2022-04-08 14:30），等待${handler.organisation.name}在申报截止前登记。`,
        blocks: true,
      },
    ]);
    expect(messageOf(await askFor('acceptance'))).toBe('已经申请过这份意见');
    expect(messageOf(await askFor('not-needed'))).toBe('本类别不需要这份意见');
  });

  test('只有被申请的推荐单位看得到、办得了', async () => {
    expect((await listOf(handler)).map(({ id }) => id)).toEqual([asked]);
    expect(await listOf(elsewhere)).toEqual([]);
    const told = await desk.db
      .selectFrom('notice')
      .select(['account_id as account', 'title', 'leads_to as leadsTo'])
      .where('kind', '=', 'statement-asked')
      .execute();
    expect(told).toEqual([
      { account: handler.account, title: '有单位申请验收意见', leadsTo: '/statements' },
    ]);
    const scan = await scanOf(elsewhere);
    expect((await record(elsewhere, asked, '2022-03-30', scan)).statusCode).toBe(404);
    const reason = '材料不全';
    const decline = `/api/statements/${asked}/decline`;
    expect((await as(elsewhere, 'POST', decline, { reason })).statusCode).toBe(404);
    const tasks = async (person: Person) => (await as(person, 'GET', '/api/desk')).body;
    expect(await tasks(handler)).toContain('出具验收意见：');
    expect(await tasks(elsewhere)).not.toContain('出具验收意见：');
  });

  test('不同意的写明理由，申报单位收到通知，可以再申请', async () => {
    const reason = '现场还没有整理完';
    const declined = await as(handler, 'POST', `/api/statements/${asked}/decline`, { reason });
    expect(declined.statusCode).toBe(200);
    expect(messageOf(await record(handler, asked, '2022-03-30'))).toBe('这份申请已经办结');
    expect((await outcomes()).map(({ says }) => says)).toEqual([
      `${handler.organisation.name}未同意出具验收意见：${reason}；可以补充后再申请。`,
    ]);
    const again = (await askFor('acceptance')).json<OwnStatements>();
    expect(again.kinds[0]?.statements.map(({ state, opinion }) => [state, opinion])).toEqual([
      ['asked', null],
      ['declined', reason],
    ]);
    asked = again.kinds[0]?.statements[0]?.id ?? '';
    const notices = await desk.db
      .selectFrom('notice')
      .select(['title', 'body'])
      .where('account_id', '=', desk.person.account)
      .execute();
    expect(notices).toEqual([
      {
        title: '推荐单位未同意出具验收意见',
        body: `“示例平台项目”：${handler.organisation.name}未同意出具：${reason}`,
      },
    ]);
  });

  test('日期不能在今天以后，也不能在申报截止以后：两个时间都说', async () => {
    const future = await record(handler, asked, '2022-04-09');
    expect([future.statusCode, messageOf(future)]).toEqual([
      422,
      '日期不能晚于今天：所填2022-04-09，今天2022-04-08',
    ]);
    const { at } = desk;
    const before = at.clock.at;
    // Returned by the recommender, it may be handed in until the recommender's own clock.
    at.clock.at = new Date('2022-04-18T02:00:00Z');
    const returned = (when: Date | null) =>
      desk.db
        .updateTable('application')
        .set({ returned_at: when, state: when ? 'returned' : 'draft' })
        .where('id', '=', desk.application)
        .execute();
    await returned(at.clock.at);
    const after = await record(handler, asked, '2022-04-16');
    expect([after.statusCode, messageOf(after)]).toEqual([
      422,
      '验收应在申报截止日期前完成：所填2022-04-16，截止2022-04-15',
    ]);
    await returned(null);
    at.clock.at = before;
  });

  test('登记以后事实就成立，写明出自谁；扫描件打得开；留下记录', async () => {
    const nobody = await record(handler, asked, '2022-03-30', '999999999999');
    expect([nobody.statusCode, messageOf(nobody)]).toEqual([422, '上传的文件不能用，请重新上传']);
    const done = await record(handler, asked, '2022-03-30');
    expect(done.json<AskedStatement[]>()[0]).toMatchObject({
      state: 'given',
      statedOn: '2022-03-30',
      organised: true,
    });
    const source = `${handler.organisation.name}验收意见（2022-03-30）`;
    expect(await known()).toEqual(
      expect.arrayContaining([
        ['验收完成日期', '2022-03-30', source],
        ['推荐单位已出具验收意见', '是', source],
      ]),
    );
    expect(await outcomes()).toEqual([]);
    for (const scan of [
      await desk.asked('GET', `statements/${asked}/content`),
      await as(handler, 'GET', `/api/statements/${asked}/content`),
    ]) {
      expect([scan.statusCode, scan.rawPayload.equals(PDF)]).toEqual([200, true]);
    }
    expect(await papersSaid()).toEqual([['验收意见', '验收意见（盖章）.pdf']]);
    const theirs = await as(elsewhere, 'GET', `/api/statements/${asked}/content`);
    expect(theirs.statusCode).toBe(404);
    const events = await desk.db
      .selectFrom('event')
      .select('kind')
      .where('subject_kind', '=', 'application')
      .where('subject_id', '=', desk.application)
      .where('kind', 'like', 'statement-%')
      .orderBy('number')
      .execute();
    expect(events.map(({ kind }) => kind)).toEqual([
      'statement-asked',
      'statement-declined',
      'statement-asked',
      'statement-given',
    ]);
  });

  test('换了推荐单位，前一家的意见不作数；换回来仍然作数', async () => {
    const choose = (person: Person) =>
      desk.db
        .updateTable('application')
        .set({ recommender_id: person.organisation.id })
        .where('id', '=', desk.application)
        .execute();
    await choose(elsewhere);
    expect(await known()).toEqual([]);
    expect(await papersSaid()).toEqual([]);
    expect(await listOf(handler)).toEqual([]);
    await choose(handler);
    expect((await known()).length).toBeGreaterThan(0);
  });

  test('撤回的不作数；截止以后不能再登记，也不能再申请；定稿的不能登记', async () => {
    expect((await desk.asked('DELETE', `statements/${asked}`)).statusCode).toBe(200);
    expect(await known()).toEqual([]);
    const vain = await record(handler, asked, '2022-03-30');
    expect([vain.statusCode, messageOf(vain)]).toEqual([
      409,
      '申报单位已经撤回这份申请，或者改选了推荐单位、放弃了申报，不用再办',
    ]);
    const heard = await desk.db
      .selectFrom('notice')
      .select('body')
      .where('account_id', '=', handler.account)
      .where('kind', '=', 'statement-withdrawn')
      .execute();
    expect(heard.map(({ body }) => body)).toEqual([
      expect.stringContaining('撤回了已出具的验收意见，不再作数'),
    ]);
    const again = (await askFor('acceptance')).json<OwnStatements>();
    const next = again.kinds[0]?.statements[0]?.id ?? '';
    const state = (to: string) =>
      desk.db
        .updateTable('application')
        .set({ state: to })
        .where('id', '=', desk.application)
        .execute();
    await state('finalised');
    expect((await record(handler, next, '2022-03-30')).statusCode).toBe(409);
    expect((await desk.asked('DELETE', `statements/${next}`)).statusCode).toBe(409);
    await state('draft');
    desk.at.clock.at = new Date(Date.parse('2022-04-15T09:00:00Z') + 1.5 * MINUTE);
    const late = await record(handler, next, '2022-04-15');
    expect([late.statusCode, messageOf(late)]).toEqual([
      409,
      '申报截止时间：2022-04-15 17:00；提交时间：2022-04-15 17:01。截止以后不能再出具意见',
    ]);
    expect(await known()).toEqual([]);
    expect((await desk.asked('DELETE', `statements/${next}`)).statusCode).toBe(200);
    expect((await askFor('acceptance')).statusCode).toBe(409);
  });
});
