import { PDFDocument } from '@cantoo/pdf-lib';
import type { AnnexReading, AnnexView } from '@fuchi/application/annexes/contract';
import { edited } from '@fuchi/application/annexes/edited-workbook.fixture';
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
