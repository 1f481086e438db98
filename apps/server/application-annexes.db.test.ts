import { PDFDocument } from '@cantoo/pdf-lib';
import type { AnnexReading, AnnexView } from '@fuchi/application/annexes/contract';
import { edited } from '@fuchi/application/annexes/edited-workbook.fixture';
import { openApplication } from '@fuchi/application/open-application';
import { GUIDE } from '@fuchi/application/prints/content.fixture';
import { factParts } from '@fuchi/application/prints/fact-parts';
import { readContent } from '@fuchi/application/prints/read-content';
import { saidContent } from '@fuchi/application/said-content';
import { applicationContent } from '@fuchi/record-application/contract-content';
import { regionsFrom } from '@fuchi/values/region';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApplicationDesk } from './application-desk.fixture.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let desk: Awaited<ReturnType<typeof openApplicationDesk>>;
beforeAll(async () => {
  desk = await openApplicationDesk();
});
afterAll(() => desk.close());

const file = async (annex: number, as: string) =>
  (await desk.asked('GET', `annexes/${annex}/file?as=${as}`)).rawPayload;
const confirmedPaths = async () => {
  const rows = await desk.db
    .selectFrom('application_field')
    .select('path')
    .where('application_id', '=', desk.application)
    .where('path', 'like', 'confirmed/%')
    .execute();
  return rows.map(({ path }) => path);
};
const textOf = (docx: Buffer) =>
  strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '');

describe('第三方核定的表经过网络', () => {
  test('列出本类别的表，三种文件都给', async () => {
    const list = (await desk.asked('GET', 'annexes')).json<AnnexView[]>();
    expect(
      list.map(({ title, issuer, rows, addsRows }) => [title, issuer, rows, addsRows]),
    ).toEqual([
      ['省级金融机构利息确认表', '省级金融机构', 2, false],
      ['设备发票清单', '会计师事务所', 12, true],
    ]);
    expect(textOf(await file(1, 'docx'))).toContain('SL-2020-GD-000217');
    const printed = await PDFDocument.load(await file(1, 'pdf'));
    expect([printed.getPageCount(), printed.getTitle()]).toEqual([2, '省级金融机构利息确认表']);
    expect((await desk.asked('GET', 'annexes/3/file?as=pdf')).statusCode).toBe(404);
  });

  test('填好的Excel读回来：核定数和按单元格的错误；别的文件不收', async () => {
    const bytes = await file(2, 'xlsx');
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const [, column = ''] =
      /<c r="([A-Z]+)1"[^>]*>(?:(?!<\/c>).)*confirmed:不含税金额</.exec(sheet) ?? [];
    const sent = (payload: Buffer) => desk.asked('POST', 'annexes/2/reading', payload, XLSX);
    const filled = edited(bytes, { 1: { [`${column}4`]: '410', [`${column}5`]: '不知道' } });
    const read = (await sent(filled)).json<AnnexReading>();
    expect(read).toMatchObject({ rows: 1, added: 0 });
    expect(read.saves).toEqual([
      { path: expect.stringMatching(/^fact\/设备发票\/[^/]+\/不含税金额$/), value: '410' },
    ]);
    expect(read.faults.map(({ cell }) => cell)).toEqual([`${column}5`]);
    const other = await desk.asked('POST', 'annexes/1/reading', filled, XLSX);
    expect([other.statusCode, other.json().message]).toEqual([422, '这是另一张表：设备发票清单']);
    expect((await sent(Buffer.from('no zip'))).statusCode).toBe(422);
  });

  test('读回的核定数记下由谁核定；写进草稿才算，改了就不算，检查里说；申报单位自己写不进去', async () => {
    const path = (await confirmedPaths())[0]?.replace('confirmed/', 'fact/') ?? '';
    const put = (at: string, value: unknown) =>
      desk.asked('POST', 'fields', { saves: [{ path: at, value, base: 9999 }] });
    const check = async () => {
      const { findings } = (await desk.asked('GET', 'check')).json<{
        findings: readonly { code: string; says: string; clause: string; blocks: boolean }[];
      }>();
      return findings.filter(({ code }) => code === 'confirmed-differs');
    };
    const [kept] = await desk.db
      .selectFrom('application_field')
      .select('value')
      .where('application_id', '=', desk.application)
      .where('path', 'like', 'confirmed/%')
      .execute();
    expect(kept?.value).toEqual({
      confirmed: '410',
      by: '会计师事务所',
      annex: '设备发票清单',
      day: expect.stringMatching(/^2022-\d\d-\d\d$/),
      paper: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const [untaken] = await check();
    expect(untaken).toMatchObject({ clause: '2', blocks: false });
    expect(untaken?.says).toMatch(
      /第1张的不含税金额填的是[\d.]+万元，会计师事务所核定的是410万元/u,
    );
    expect((await put(path, '410.00')).statusCode).toBe(200);
    expect(await check()).toEqual([]);
    await put(path, '409');
    expect((await check()).map(({ says }) => says)).toEqual([
      expect.stringContaining('填的是409万元，会计师事务所核定的是410万元（《设备发票清单》'),
    ]);
    const forged = { confirmed: '409', by: '会计师事务所', annex: '', day: '', paper: '' };
    const refused = await put(path.replace('fact/', 'confirmed/'), forged);
    expect([refused.statusCode, refused.json().faults[0].code]).toEqual([422, 'unknown-field']);
    await put(path, '410');
    const regions = regionsFrom(GUIDE.guide.regions);
    if (!regions.ok) throw new Error(regions.code);
    const open = await openApplication(desk.db, desk.person, desk.application);
    const said = await saidContent({ db: desk.db, regions: regions.value }, open, desk.at.clock.at);
    const content = applicationContent.parse({ ...said, version: 1, frozenAt: '2022-04-08' });
    const frozen = readContent(content, GUIDE);
    expect(frozen.confirmed.get('设备发票')).toEqual([
      expect.stringMatching(
        /^会计师事务所核定：第1张的不含税金额（《设备发票清单》，2022-\d\d-\d\d由申报单位读回，页脚摘要[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}；以盖章的原件为准）$/u,
      ),
    ]);
    const rows = factParts(frozen).blocks.flatMap((b) => (b.kind === 'table' ? b.table.rows : []));
    expect(rows.find(([label]) => label?.endsWith('设备发票'))?.[2]).toContain(
      '企业申报\n会计师事务所核定：第1张',
    );
  });

  test('报告提纲是Word，写着本申报的内容', async () => {
    const reply = await desk.asked('GET', 'report-outline');
    expect(decodeURIComponent(String(reply.headers['content-disposition']))).toContain(
      '资金申请报告提纲',
    );
    expect(textOf(reply.rawPayload)).toContain('对照支持条件逐条说明');
  });

  test('定稿以后不再读回', { timeout: 120_000 }, async () => {
    const bytes = await file(1, 'xlsx');
    await desk.finalise(1);
    const late = await desk.asked('POST', 'annexes/1/reading', bytes, XLSX);
    expect(late.statusCode).toBe(409);
  });
});
