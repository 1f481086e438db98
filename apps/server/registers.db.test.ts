import { join } from 'node:path';
import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { byActor } from '@fuchi/record-person/by-actor';
import { importPlainList } from '@fuchi/record-register/import-plain-list';
import { registerTasks } from '@fuchi/registers/register-tasks';
import type { Role } from '@fuchi/workflow/role';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPerson } from './test-person.fixture.ts';
import { openTestPortal, testBrowser } from './test-portal.fixture.ts';

let database: TestDatabase;
let at: Awaited<ReturnType<typeof openTestPortal>>;
beforeAll(async () => {
  database = await openTestDatabase();
  at = await openTestPortal({ db: database.db });
});
afterAll(async () => {
  await at.portal.close();
  await database.close();
  expect(at.faults).toEqual([]);
});

const FIRM = ['91320583MA1MPA7X76', '示例精工有限公司'] as const;
const OTHER = ['91320583MA1MPA7Y51', '示例纺织有限公司'] as const;
/** Well-formed, its check digit wrong. */
const DOUBTFUL = ['91320583MA1MPA7X70', '示例早年有限公司'] as const;
const HEADINGS = ['社会信用代码', '企业名称', '所在地'];

const signedIn = async (role: Role) => {
  const who = await testPerson(database.db, at.machine.at, role);
  const browser = testBrowser(at.portal);
  const [name = '', value = ''] = who.cookie.split('=');
  browser.cookies.set(name, value);
  return { who, browser };
};
type Person = Awaited<ReturnType<typeof signedIn>>;

const upload = async ({ browser }: Person, rows: readonly (readonly string[])[]) => {
  const [headings = [], ...more] = rows;
  const columns = headings.map((title) => ({ title, width: 20 }));
  const bytes = Buffer.from(listXlsx({ title: '名单', columns, rows: more }));
  const asked = { purpose: 'register', name: '名单.xlsx', size: bytes.length };
  const { id } = (await browser.post('/api/uploads', asked)).json();
  await at.portal.inject({
    method: 'PUT',
    url: `/api/uploads/${id}/content?offset=0`,
    headers: {
      cookie: [...browser.cookies].map(([k, v]) => `${k}=${v}`).join('; '),
      'content-type': 'application/octet-stream',
    },
    payload: bytes,
  });
  const finished = await browser.post(`/api/uploads/${id}/finish`);
  expect(finished.json()).toMatchObject({ state: 'whole', type: 'xlsx' });
  return String(id);
};
const PATH = '/api/registers/above-scale';
const check = async (person: Person, id: string, places: object | null = null) =>
  person.browser.post(`${PATH}/checks`, { upload: id, year: '2022', places });
const ASKED = {
  year: '2022',
  places: null,
  source: '示例统计局函〔2022〕1号',
  asOf: '2022-02-28',
  leaveOut: false,
  vouched: false,
  base: null,
};

describe('导入名单', () => {
  test('核对、更正、导入、下载、再导入时看变化、撤回', { timeout: 120_000 }, async () => {
    const planner = await signedIn('planning');
    const first = await upload(planner, [
      HEADINGS,
      [...FIRM, '昆山市'],
      ['12345', '代码太短有限公司', '昆山市'],
      [...OTHER, '没有这个市'],
      [...DOUBTFUL, ''],
      [...FIRM, '昆山市'],
      ['', '没有代码有限公司', ''],
    ]);
    const checked = await check(planner, first);
    expect(checked.statusCode).toBe(200);
    expect(checked.json()).toMatchObject({
      missing: [],
      good: 3,
      faultyRows: 3,
      faults: [
        { cell: 'A3', message: '信用代码“12345”不是18位' },
        { cell: 'C4', message: '“所在地”：没有“没有这个市”这个地区' },
        { cell: '第6行', message: '这个单位在第2行已经列过' },
      ],
      checkDigit: { count: 1, rows: [5] },
      noCode: { count: 1, rows: [7] },
      base: null,
      changes: { added: 3, gone: 0, changed: 0, same: 0 },
    });
    const refused = await planner.browser.post(`${PATH}/versions`, { ...ASKED, upload: first });
    expect(refused.statusCode).toBe(422);
    expect(refused.json().faults).toMatchObject([{ path: 'leaveOut', code: 'faulty-rows' }]);
    const late = { ...ASKED, upload: first, leaveOut: true, asOf: '2022-03-17' };
    expect((await planner.browser.post(`${PATH}/versions`, late)).json().faults).toMatchObject([
      { path: 'asOf', code: 'future' },
    ]);
    const whole = { ...ASKED, upload: first, leaveOut: true };
    const kept = await planner.browser.post(`${PATH}/versions`, whole);
    expect(kept.json()).toMatchObject({ number: 1, year: '2022', entries: 2, state: 'answers' });
    const again = await planner.browser.post(`${PATH}/versions`, whole);
    expect(again.json().faults).toMatchObject([{ path: 'upload', code: 'used-already' }]);

    const file = await planner.browser.get(`/api/register-versions/${kept.json().id}/file`);
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const base = kept.json().id;

    const officer = await signedIn('line-officer');
    const second = await upload(officer, [HEADINGS, [...FIRM, '常熟市'], [...DOUBTFUL, '']]);
    expect((await check(officer, second)).json()).toMatchObject({
      good: 2,
      faultyRows: 0,
      base: { id: base, number: 1 },
      changes: {
        added: 1,
        gone: 1,
        changed: 1,
        same: 0,
        first: [
          { kind: 'changed', columns: [{ column: '所在地', before: '昆山市', after: '常熟市' }] },
          { kind: 'gone', name: '没有代码有限公司' },
          { kind: 'added', name: DOUBTFUL[1] },
        ],
      },
    });
    const next = { ...ASKED, upload: second, base, vouched: true };
    const newer = await officer.browser.post(`${PATH}/versions`, next);
    expect(newer.json()).toMatchObject({ number: 2, entries: 2, state: 'answers' });
    const seen = await officer.browser.get(PATH);
    expect(seen.json().versions).toMatchObject([
      { number: 2, state: 'answers' },
      { number: 1, state: 'superseded' },
    ]);
    const id = newer.json().id;
    const changes = await officer.browser.get(`/api/register-versions/${id}/changes`);
    expect(changes.json()).toMatchObject({ added: 1, gone: 1, changed: 1 });
    const gone = await officer.browser.post(`/api/register-versions/${id}/withdrawal`, {
      because: '导错了文件',
    });
    expect(gone.json()).toMatchObject({ state: 'withdrawn', withdrawnBecause: '导错了文件' });
    expect((await officer.browser.get(PATH)).json().lists).toMatchObject([
      { year: '2022', state: 'current', version: { id: base } },
      { year: '2021', state: 'none', version: null },
    ]);
  });

  test('列名认不出：说缺哪些列，由人指定', async () => {
    const planner = await signedIn('planning');
    const id = await upload(planner, [['代号', '企业名'], [...FIRM]]);
    const checked = (await check(planner, id)).json();
    expect(checked).toMatchObject({ missing: ['单位名称'], good: 0, changes: null });
    expect(checked.headings).toMatchObject([
      { letter: 'A', text: '代号', column: null },
      { letter: 'B', text: '企业名', column: null, suggested: '单位名称' },
    ]);
    const places = { 统一社会信用代码: 1, 单位名称: 2 };
    expect((await check(planner, id, places)).json()).toMatchObject({ missing: [], good: 1 });
    expect((await check(planner, id, { 别的列: 1 })).statusCode).toBe(422);
  });

  test('别人上传的文件、没有的名单，都当作没有', async () => {
    const [planner, other] = [await signedIn('planning'), await signedIn('planning')];
    const id = await upload(planner, [HEADINGS, [...FIRM, '']]);
    expect((await check(other, id)).json().faults).toMatchObject([{ code: 'no-upload' }]);
    const nowhere = await planner.browser.get('/api/registers/nowhere');
    expect(nowhere.statusCode).toBe(404);
    const none = await planner.browser.get('/api/register-versions/99999/file');
    expect([none.statusCode, none.json().code]).toEqual([404, 'no-such']);
  });
});

describe('查询', () => {
  test('官员查得到任何单位；单位只看得到自己的；系统管理员看不到', async () => {
    const county = await signedIn('recommender-handler');
    const unit = (query: string) => county.browser.get(`/api/register-lookup/unit?${query}`);
    const found = await unit(`code=${FIRM[0]}`);
    expect(found.json()).toMatchObject({ creditCode: FIRM[0], name: FIRM[1], warning: '' });
    const [above] = found.json().lists;
    expect(above).toMatchObject({
      title: '规模以上工业企业名单',
      year: '2022',
      state: 'current',
      entries: [{ row: 2, name: FIRM[1] }],
      facts: [{ state: 'known', value: '是' }],
    });
    expect((await unit('code=123')).json().faults).toMatchObject([{ path: 'code' }]);
    expect((await unit(`code=${DOUBTFUL[0]}`)).json().warning).toMatch(/校验位/);

    const filler = await signedIn('filler');
    await database.db
      .updateTable('organisation')
      .set({ credit_code: OTHER[0], name: OTHER[1] })
      .where('id', '=', filler.who.organisation.id)
      .execute();
    const own = await filler.browser.get('/api/register-lookup/own');
    expect(own.json()).toMatchObject({ creditCode: OTHER[0], name: OTHER[1] });
    expect(own.json().lists[0]).toMatchObject({ entries: [], facts: [{ value: '否' }] });
    const paths = ['/api/registers', `/api/register-lookup/unit?code=${FIRM[0]}`];
    for (const person of [filler, await signedIn('system-admin'), await signedIn('expert')]) {
      for (const path of paths) expect((await person.browser.get(path)).statusCode).toBe(403);
    }
    expect((await county.browser.post(`${PATH}/checks`, {})).statusCode).toBe(403);
  });

  test('编号：没有导入是未核，认不出的说怎么写', async () => {
    const county = await signedIn('recommender-handler');
    const asked = await county.browser.post('/api/register-lookup/numbers', {
      numbers: [
        { kind: 'invoice', code: '3200192130', number: '00123456' },
        { kind: 'invoice', code: '', number: '00123456' },
      ],
    });
    expect(asked.json()).toMatchObject([
      { state: 'unchecked', uses: [] },
      { state: 'unreadable', says: expect.stringContaining('只有号码，没有代码') },
    ]);
  });
});

test('过了有效期的名单，提醒能导入的人重新导入', async () => {
  const { checked: guide } = await loadTestGuide();
  const planner = await signedIn('planning');
  const row = {
    统一社会信用代码: FIRM[0],
    单位名称: FIRM[1],
    列入事由: '示例',
    列入日期: '2021-06-01',
  };
  await importPlainList(
    database.db,
    at.files,
    guide,
    { register: 'dishonest', source: '示例', asOf: '2021-12-01', rows: [row] },
    { account: planner.who.account, by: byActor(planner.who) },
    at.clock.at,
  );
  const tasksOf = async (role: Role) =>
    registerTasks(guide)(database.db, (await signedIn(role)).who, at.clock.at);
  expect(await tasksOf('line-officer')).toMatchObject([
    { title: '重新导入：严重失信主体名单，2022-03-01已过有效期', to: '/registers/dishonest' },
  ]);
  expect(await tasksOf('auditor')).toEqual([]);
});

async function loadTestGuide() {
  const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  return loaded;
}
