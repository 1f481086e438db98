import { PDFDocument } from '@cantoo/pdf-lib';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApplicationDesk } from './application-desk.fixture.ts';

let desk: Awaited<ReturnType<typeof openApplicationDesk>>;
beforeAll(async () => {
  desk = await openApplicationDesk();
});
afterAll(() => desk.close());

/** A page unlike the others. */
const REPORT_SIZE: [number, number] = [420, 595];
const LISTED = '备案通知书';

async function pdfOf(
  pages: number,
  password?: string,
  size: [number, number] = [595, 842],
): Promise<Buffer> {
  const made = await PDFDocument.create();
  for (let i = 0; i < pages; i += 1) made.addPage(size);
  if (password !== undefined) made.encrypt({ userPassword: password, ownerPassword: 'other' });
  return Buffer.from(await made.save());
}

async function handedIn(paper: string, name: string, bytes: Buffer) {
  const upload = await desk.upload('paper', name, bytes);
  return desk.asked('POST', 'papers', { upload, paper });
}

describe('合订本经过网络', () => {
  test('有密码的、打不开的材料，交的时候就说', async () => {
    const locked = await handedIn('备案通知书', '备案.pdf', await pdfOf(1, 'secret'));
    expect([locked.statusCode, locked.json().faults[0].message]).toEqual([
      422,
      'PDF有密码，装订和审核时打不开，请去掉密码再上传',
    ]);
    const broken = await handedIn('备案通知书', '坏.pdf', Buffer.from('%PDF-1.7\nx\n%%EOF\n'));
    expect(broken.json().faults[0].code).toBe('broken');
    expect((await desk.asked('GET', 'papers')).json()).toEqual([]);
  });

  test('没有定稿没有合订本；定稿以后一份PDF，系统写的部分另有Word', {
    timeout: 120_000,
  }, async () => {
    const early = await desk.asked('GET', 'book?as=pdf');
    expect([early.statusCode, early.json().message]).toEqual([409, '定稿以后才有合订本']);
    const kept = await handedIn('其他说明', '说明.pdf', await pdfOf(3));
    const [paper] = kept.json<{ id: string; pages: number }[]>();
    expect(paper?.pages).toBe(3);
    const { digest, size } = await desk.db
      .selectFrom('application_paper')
      .select(['digest', 'size'])
      .executeTakeFirstOrThrow();
    const file = { id: '1', paper: '其他说明', name: '说明.pdf', type: 'pdf', pages: 3 };
    await handedIn('资金申请报告', '报告.pdf', await pdfOf(1, undefined, REPORT_SIZE));
    const report = await desk.db
      .selectFrom('application_paper')
      .select(['digest', 'size'])
      .where('paper', '=', '资金申请报告')
      .executeTakeFirstOrThrow();
    const papers = [
      { ...file, digest, size: Number(size) },
      { ...file, id: '2', paper: LISTED, digest, size: Number(size) },
      {
        ...{ id: '3', paper: '资金申请报告', name: '报告.pdf', type: 'pdf', pages: 1 },
        ...{ digest: report.digest, size: Number(report.size) },
      },
    ];
    const prints = await desk.finalise(1, { papers });
    const reply = await desk.asked('GET', 'book?as=pdf');
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(decodeURIComponent(String(reply.headers['content-disposition']))).toContain('第1版');
    const book = await PDFDocument.load(reply.rawPayload);
    const own = prints.reduce((sum, { pages }) => sum + pages, 0);
    expect(book.getPageCount()).toBe(2 + own + (1 + 1) + 2 * (1 + 3));
    // Behind the commitment and its own title page, before what the line lists and what else came along.
    const small = book.getPages().map((page) => page.getWidth() === REPORT_SIZE[0]);
    expect(small.indexOf(true)).toBe(2 + own + 1);

    const words = await desk.asked('GET', 'book?as=docx');
    const archive = unzipSync(words.rawPayload);
    expect(Object.keys(archive)).toEqual([
      '00 封面和目录.docx',
      '01 申报书.docx',
      '02 绩效目标申报表.docx',
      '03 信用承诺书.docx',
      '04 材料隔页.docx',
    ]);
    const textIn = (name: string) =>
      strFromU8(
        unzipSync(archive[name] ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array(),
      );
    const front = textIn('00 封面和目录.docx');
    for (const said of [
      '申报材料合订本',
      '申报书',
      '材料1　资金申请报告',
      '材料2　其他说明',
      '页码见PDF合订本',
    ]) {
      expect(front).toContain(said);
    }
    expect(textIn('04 材料隔页.docx')).toContain('说明.pdf');
  });
});
