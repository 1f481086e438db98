import { PDFDocument } from '@cantoo/pdf-lib';
import type { SealView } from '@fuchi/application/seal/contract';
import { pdfOfPictures, scannedPages } from '@fuchi/application/seal/scanned.fixture';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApplicationDesk } from './application-desk.fixture.ts';

let desk: Awaited<ReturnType<typeof openApplicationDesk>>;
beforeAll(async () => {
  desk = await openApplicationDesk();
});
afterAll(() => desk.close());

async function handedIn(name: string, bytes: Uint8Array) {
  const upload = await desk.upload('sealed-scan', name, Buffer.from(bytes));
  return desk.asked('POST', 'seals', { upload });
}
const missing = ({ prints }: SealView) =>
  Object.fromEntries(prints.map(({ kind, missing: pages }) => [kind, pages]));

describe('盖章扫描件经过网络', () => {
  test('没有定稿时不收', async () => {
    expect((await desk.asked('GET', 'seals')).json()).toEqual({
      version: null,
      open: false,
      electronic: false,
      prints: [],
      scans: [],
    });
    const png = (await scannedPages(await onePage(), { dpi: 72 }))[0] ?? Buffer.alloc(0);
    const early = await handedIn('早了.jpg', png);
    expect([early.statusCode, early.json().message]).toEqual([
      409,
      '申报定稿以后、提交以前才能交盖章的扫描件',
    ]);
  });

  test('逐页认出、指认、撤下；旧版的页叫得出名字', { timeout: 180_000 }, async () => {
    const old = await desk.finalise(1);
    const prints = await desk.finalise(2, {
      title: '年产12万套高端精密传动部件智能化技术改造项目（示例）',
    });
    const [form, , commitment] = prints;
    const oldForm = old[0];
    if (!form || !commitment || !oldForm) throw new Error('no prints');

    // What the portal printed carries all its codes, and no seal: of this version or an older one.
    // Nor does a program that opened and saved it again sign it, or an empty page behind it.
    const again = await PDFDocument.load(commitment.pdf);
    again.setProducer('another program');
    again.addPage([595, 842]);
    const saved = await again.save({ useObjectStreams: false });
    for (const bytes of [form.pdf, oldForm.pdf, saved]) {
      const unsigned = await handedIn('打印件.pdf', bytes);
      expect([unsigned.statusCode, unsigned.json().faults]).toMatchObject([
        422,
        [
          {
            code: 'unsigned-print',
            message: '这是系统生成的打印件，还没有签字盖章；请打印、签字盖章后扫描上传',
          },
        ],
      ]);
    }
    const none: SealView = (await desk.asked('GET', 'seals')).json();
    expect([none.scans, missing(none)['commitment']]).toEqual([[], [1, 2]]);

    const scanner = { dpi: 150, askew: 1, noise: 20 };
    const first = await scannedPages(form.pdf, scanner, [1, 2, 3]);
    const stale = await scannedPages(oldForm.pdf, scanner, [3]);
    const mixed = await handedIn('混了.pdf', await pdfOfPictures([...first, ...stale], 150));
    expect(mixed.statusCode).toBe(422);
    expect(mixed.json().faults.map((f: { message: string }) => f.message)).toEqual([
      '第4页是第1版的申报书，那一版已经作废；现在是第2版，请打印第2版的申报书，重新签字盖章、扫描上传',
    ]);

    const good = await handedIn('申报书.pdf', await pdfOfPictures(first, 150));
    expect([good.statusCode, missing(good.json())]).toEqual([
      200,
      { application: [4, 5, 6, 7], performance: [1], commitment: [1, 2] },
    ]);

    // A page whose code was cut off.
    const cut = await PDFDocument.load(commitment.pdf);
    for (const page of cut.getPages()) page.setCropBox(0, 150, 595, 690);
    const seen: SealView = (await handedIn('承诺书.pdf', await cut.save())).json();
    const scan = seen.scans.at(-1);
    expect(scan?.pages).toEqual([{ how: 'unread' }, { how: 'unread' }]);
    expect(missing(seen)['commitment']).toEqual([1, 2]);
    const assign = (at: number, is: object | null) =>
      desk.asked('POST', `seals/${scan?.id}/pages`, { at, is });
    expect((await assign(1, { kind: 'commitment', page: 9 })).json().faults[0].message).toBe(
      '这一版没有这一页',
    );
    expect((await assign(3, null)).statusCode).toBe(422);
    await assign(1, { kind: 'commitment', page: 2 });
    const both: SealView = (await assign(2, { kind: 'commitment', page: 2 })).json();
    expect(both.prints.find(({ kind }) => kind === 'commitment')).toMatchObject({
      missing: [1],
      doubled: [2],
    });
    const right: SealView = (await assign(1, { kind: 'commitment', page: 1 })).json();
    expect(missing(right)['commitment']).toEqual([]);
    expect(right.scans.at(-1)?.pages[0]).toMatchObject({ how: 'person', by: desk.person.name });

    const content = await desk.asked('GET', `seals/${scan?.id}/content`);
    expect(content.headers['content-type']).toBe('application/pdf');
    const gone: SealView = (await desk.asked('DELETE', `seals/${scan?.id}`)).json();
    expect(missing(gone)['commitment']).toEqual([1, 2]);
    expect((await desk.asked('DELETE', `seals/${scan?.id}`)).statusCode).toBe(404);
  });

  test('加密的、提交之后的', async () => {
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'other' });
    const refused = await handedIn('加密.pdf', await locked.save());
    expect(refused.json().faults).toMatchObject([
      { code: 'encrypted', message: '文件有密码，请去掉密码再上传' },
    ]);
    await desk.db
      .updateTable('application')
      .set({ state: 'submitted' })
      .where('id', '=', desk.application)
      .execute();
    const view: SealView = (await desk.asked('GET', 'seals')).json();
    expect([view.open, view.scans.length]).toEqual([false, 1]);
    const late = await desk.asked('DELETE', `seals/${view.scans[0]?.id}`);
    expect(late.statusCode).toBe(409);
  });
});

async function onePage(): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  made.addPage([200, 200]);
  return made.save();
}
