import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApplicationDesk } from './application-desk.fixture.ts';

interface Finding {
  readonly code: string;
  readonly part: string;
  readonly path: string | null;
  readonly says: string;
  readonly clause: string | null;
  readonly blocks: boolean;
}

let desk: Awaited<ReturnType<typeof openApplicationDesk>>;
beforeAll(async () => {
  desk = await openApplicationDesk('techUpgrade');
});
afterAll(() => desk.close());

const findings = async (part: string) => {
  const { findings } = (await desk.asked('GET', 'check')).json<{ findings: readonly Finding[] }>();
  return findings.filter((one) => one.part === part);
};
/** What the check says of the form once a field holds a value; the field gets its own back. */
async function saysWith(path: string, value: string | null): Promise<readonly Finding[]> {
  const { value: own } = await desk.db
    .selectFrom('application_field')
    .select('value')
    .where('application_id', '=', desk.application)
    .where('path', '=', path)
    .executeTakeFirstOrThrow();
  const put = (put: unknown) =>
    desk.asked('POST', 'fields', { saves: [{ path, value: put, base: 9999 }] });
  await put(value);
  const said = await findings('form');
  await put(own);
  return said;
}

describe('申报单位和项目', () => {
  const put = async (values: Readonly<Record<string, string | null>>) => {
    const saves = Object.entries(values).map(([path, value]) => ({ path, value, base: 9999 }));
    expect((await desk.asked('POST', 'fields', { saves })).statusCode).toBe(200);
  };

  test('谁签字、怎么联系没有填的提醒，不挡提交；电话和手机有一个就行', async () => {
    const blank = { 'unit/法定代表人': null, 'unit/联系电话': null, 'unit/手机': null };
    await put({ ...blank, 'unit/联系人': '示例某' });
    expect(await findings('unit')).toMatchObject([
      { code: 'unit-blank', path: '法定代表人', blocks: false },
    ]);
    expect((await findings('unit'))[0]?.says).toContain('法定代表人、联系电话或手机');
    await put({ 'unit/法定代表人': '示例某', 'unit/手机': '13800000000' });
    expect(await findings('unit')).toEqual([]);
  });

  test('金额没写单位的、人数不是数的提醒，说出是哪一项', async () => {
    await put({ 'unit/资产总额': '68,532.17', 'project/自筹资金': '3,360万元' });
    expect(await findings('unit')).toMatchObject([
      { code: 'sum-doubt', path: '资产总额', blocks: false },
    ]);
    await put({ 'unit/资产总额': '68,532.17万元' });
    expect(await findings('unit')).toEqual([]);
    await put({ 'unit/职工人数': '约三百' });
    expect(await findings('unit')).toMatchObject([
      {
        code: 'count-doubt',
        path: '职工人数',
        says: '职工人数看不出是多少人，请写整数，如486人。',
        blocks: false,
      },
    ]);
    await put({ 'unit/职工人数': '300人' });
    expect(await findings('unit')).toEqual([]);
  });
});

describe('几个来源不一致', () => {
  test('说各是多少，不写公式；相同的、以省级金融机构确认为准的不说', async () => {
    const paid = await desk.db
      .selectFrom('application_field')
      .select(['path', 'value'])
      .where('application_id', '=', desk.application)
      .where('path', 'like', 'fact/贷款/%/各期付息/%/实付利息')
      .orderBy('path')
      .execute();
    const second = paid
      .find(({ value }) => JSON.stringify(value) === '"222333.33元"')
      ?.path.replace(/[^/]+$/u, '');
    const conflicts = async (cell: string, value: string | null) => {
      const saves = [{ path: `${second}${cell}`, value, base: 9999 }];
      await desk.asked('POST', 'fields', { saves });
      return (await findings('facts')).filter(({ code }) => code === 'conflict');
    };
    expect(await conflicts('计息天数', '92天')).toEqual([]);
    expect((await conflicts('计息天数', '90天')).map(({ says }) => says)).toEqual([
      '各期付息第2笔计息天数的几个来源不一致：填报90天，按填报的其他数推算92天。',
    ]);
    expect(await conflicts('计息天数', null)).toEqual([]);
    expect(await conflicts('非土建利息', '177866.67元')).toEqual([]);
    expect(await conflicts('非土建利息', '177866.66元')).toEqual([]);
  });
});

describe('不计入的行', () => {
  test('开票日期不在支持期间的发票，提醒不计入哪个数、按哪一条；改回去就不说了', async () => {
    const dates = await desk.db
      .selectFrom('application_field')
      .select(['path', 'value'])
      .where('application_id', '=', desk.application)
      .where('path', 'like', 'fact/设备发票/%/开票日期')
      .orderBy('path')
      .execute();
    const put = async (values: readonly (readonly [string, unknown])[]) => {
      const saves = values.map(([path, value]) => ({ path, value, base: 9999 }));
      expect((await desk.asked('POST', 'fields', { saves })).statusCode).toBe(200);
    };
    const leftOut = async () =>
      (await findings('facts')).filter(({ code }) => code === 'row-left-out');
    expect(dates.length).toBeGreaterThan(3);
    expect(await leftOut()).toEqual([]);
    await put(dates.slice(0, 2).map(({ path }) => [path, '2022-01-05']));
    const [found, ...more] = await leftOut();
    expect(more).toEqual([]);
    expect(found).toMatchObject({ path: '设备发票', clause: '2', blocks: false });
    expect(found?.says).toMatch(
      /设备发票第\d+、\d+张不计入“[^”]*设备发票金额（不含税）”：开票日期2022-01-05不在支持期间（2021-01-01至2021-12-31）。/u,
    );
    await put(dates.map(({ path, value }) => [path, value]));
    expect(await leftOut()).toEqual([]);
  });
});

describe('绩效目标表', () => {
  test('填全的没有问题', async () => {
    expect(await findings('form')).toEqual([]);
  });

  test.each([
    ['form//targets/产品合格率/0/value', null, '产品合格率（%）：还没有填目标。'],
    [
      'form//targets/产品合格率/0/value',
      '九八',
      '产品合格率（%）：“九八”不是数：只写一个数，单位是%。',
    ],
    [
      'form//targets/产品合格率/0/value',
      '198',
      '产品合格率（%）：“198”超出范围：应当在0%到100%之间。',
    ],
    [
      'form//header/项目结束时间',
      '2020-01-01',
      '项目结束时间：2020-01-01早于“项目开始时间”的2022-03-16：核对两个日期。',
    ],
    ['form//goals/总体目标', null, '总体目标：还没有填。'],
  ])('%s 填成 %s', async (path, value, says) => {
    const said = await saysWith(path, value);
    expect(said.map(({ path: at, says, blocks }) => [at, says, blocks])).toEqual([
      [path.slice('form/'.length), says, true],
    ]);
    expect(await findings('form')).toEqual([]);
  });
});

describe('材料', () => {
  test('资金申请报告每个类别都要，没有传只提醒；传了就不再说', async () => {
    const report = async () =>
      (await findings('papers')).filter(({ path }) => path === '资金申请报告');
    expect(await report()).toMatchObject([
      { code: 'no-report', says: '还没有上传资金申请报告（可下载提纲）。', blocks: false },
    ]);
    const pdf = await PDFDocument.create();
    pdf.addPage();
    const upload = await desk.upload('paper', '报告.pdf', Buffer.from(await pdf.save()));
    const body = { upload, paper: '资金申请报告' };
    const [{ id } = { id: '' }] = (await desk.asked('POST', 'papers', body)).json<
      { id: string }[]
    >();
    expect(await report()).toEqual([]);
    await desk.asked('DELETE', `papers/${id}`);
  });

  test('材料大到合不成一本，定稿以前就提醒；同一份文件只算一次', async () => {
    const MB = 1024 * 1024;
    const kept = (paper: string, digest: string, size: number) => ({
      ...{ application_id: desk.application, paper, digest, name: `${digest[0]}.pdf`, type: 'pdf' },
      ...{ size: String(size), position: 1, added_at: desk.at.clock.at },
      added_by: desk.person.account,
    });
    const stored = (digest: string, size: number) => ({
      ...{ digest, size: String(size), type: 'application/pdf', stored_at: desk.at.clock.at },
    });
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
    const files = [stored(a, 180 * MB), stored(b, 121 * MB)];
    await desk.db.insertInto('stored_file').values(files).execute();
    const large = async () =>
      (await findings('papers')).filter(({ code }) => code === 'book-too-large');
    const twice = [kept('甲', a, 180 * MB), kept('乙', a, 180 * MB)];
    await desk.db.insertInto('application_paper').values(twice).execute();
    expect(await large()).toEqual([]);
    await desk.db
      .insertInto('application_paper')
      .values(kept('丙', b, 121 * MB))
      .execute();
    expect(await large()).toMatchObject([
      {
        says: '材料合计301.0 MB，超过合订本的上限300.0 MB，定稿后合不成一本。最大的是“a.pdf”（180.0 MB）。请在定稿前把较大的文件用200 dpi重新扫描，换下原来的。',
        blocks: false,
      },
    ]);
    await desk.db
      .updateTable('application_paper')
      .set({ removed_at: desk.at.clock.at })
      .where('paper', 'in', ['甲', '乙', '丙'])
      .execute();
  });

  test('按事实需要的一份一份说，传了就不再说', async () => {
    const paper = '环评批复或登记回执';
    const missing = (await findings('papers')).map(({ path }) => path);
    expect(missing).toContain(paper);
    const pdf = await PDFDocument.create();
    pdf.addPage();
    const bytes = Buffer.from(await pdf.save());
    const handIn = async (name: string, as: string) => {
      const upload = await desk.upload('paper', name, bytes);
      return desk.asked('POST', 'papers', { upload, paper: as });
    };
    const added = await handIn('环评批复.pdf', paper);
    expect(added.statusCode).toBe(200);
    const again = await handIn('环评批复(1).pdf', paper);
    expect([again.statusCode, again.json().faults[0].message]).toEqual([
      422,
      '与已交的“环评批复.pdf”是同一份文件，没有重复列入',
    ]);
    const other = await handIn('环评批复.pdf', '其他材料');
    expect(
      other
        .json<{ paper: string }[]>()
        .map((one) => one.paper)
        .sort(),
    ).toEqual(['其他材料', paper].sort());
    expect((await findings('papers')).map(({ path }) => path)).toEqual(
      missing.filter((name) => name !== paper),
    );
    const [{ id } = { id: '' }] = added.json<{ id: string }[]>();
    await desk.asked('DELETE', `papers/${id}`);
    expect((await findings('papers')).map(({ path }) => path)).toEqual(missing);
  });

  test('推荐单位没有选定，说到那一处', async () => {
    expect(await findings('project')).toEqual([
      expect.objectContaining({ code: 'no-recommender', path: '推荐单位', blocks: true }),
    ]);
  });
});
