import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeSigned, type SignedPart } from './judge-signed.ts';
import {
  certified,
  type SigningPdf,
  signedPdf,
  type TestSigner,
  updated,
} from './signed.fixture.ts';
import { signedRefusalText } from './signed-refusal.ts';

const NAME = '江苏恒川精密机械有限公司（示例）';
const CODE = '91320594MA1XKP2R7N';
const AT = '2022-04-08T01:00:00Z';
const NOW = new Date('2022-04-08T02:00:00Z');
const LONG = { from: '2021-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };

let folder: string;
let print: Buffer;
let older: Buffer;
let root: TestSigner;
let sub: TestSigner;
let firm: TestSigner;
const own = { CN: `${NAME}@${CODE}`, O: NAME };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signed-'));
  [print, older] = await Promise.all([printed('第二版'), printed('第一版')]);
  await writeFile(join(folder, 'print.pdf'), print);
  await writeFile(join(folder, 'older.pdf'), older);
  root = await certified({ subject: { CN: '示例电子认证根证书' }, ca: true, kind: 'rsa', ...LONG });
  sub = await certified({ subject: { CN: '示例电子认证二级' }, by: root, ca: true, ...LONG });
  firm = await certified({ subject: own, by: sub, kind: 'rsa', ...LONG });
});
afterAll(() => rm(folder, { recursive: true }));

async function printed(title: string): Promise<Buffer> {
  const made = await PDFDocument.create();
  made.setTitle(title);
  made.addPage([300, 400]).drawText('Application form (example)', { x: 20, y: 300 });
  made.addPage([300, 400]).drawText('Page two', { x: 20, y: 300 });
  return Buffer.from(await made.save({ useObjectStreams: false }));
}

const signed = (by = firm, how: Partial<SigningPdf> = {}, pdf: Uint8Array = print) =>
  signedPdf(pdf, by, { at: AT, others: [sub], ...how });

async function judged(file: Uint8Array | string, more: Partial<SignedPart> = {}) {
  const path = typeof file === 'string' ? file : join(folder, 'came.pdf');
  if (typeof file !== 'string') await writeFile(path, file);
  return judgeSigned({
    path,
    version: 2,
    prints: [
      { version: 1, kind: 'application', path: join(folder, 'older.pdf') },
      { version: 2, kind: 'application', path: join(folder, 'print.pdf') },
    ],
    roots: [root.pem],
    applicant: { name: NAME, creditCode: CODE },
    now: NOW,
    ...more,
  });
}
async function refusal(file: Uint8Array | string, more: Partial<SignedPart> = {}) {
  const done = await judged(file, more);
  return done.ok ? 'accepted' : done.refused.code;
}
const issued = (more: Partial<Parameters<typeof certified>[0]>) =>
  certified({ subject: own, by: sub, ...LONG, ...more });

describe('收下的', () => {
  test('经二级机构到根；说出谁、何时、哪张证书', async () => {
    const done = await judged(await signed());
    expect(done).toEqual({
      ok: true,
      kind: 'application',
      signers: [
        {
          subject: own.CN,
          serial: expect.stringMatching(/^[0-9A-F]+$/),
          issuer: '示例电子认证二级',
          signedAt: '2022-04-08T01:00:00.000Z',
        },
      ],
    });
  });

  test('ECDSA、SHA-384、CAdES、由根直接发的', async () => {
    const ec = await certified({ subject: own, by: root, kind: 'ec', ...LONG });
    expect(await refusal(await signed(ec, { subFilter: 'ETSI.CAdES.detached' }))).toBe('accepted');
    expect(await refusal(await signed(firm, { hash: 'SHA-384' }))).toBe('accepted');
  });

  test('法定代表人先签、单位再盖：最外面的一次盖住全部', async () => {
    const person = await issued({ subject: { CN: '张三（示例）' } });
    const both = await signed(firm, {}, await signed(person));
    const done = await judged(both);
    expect(done.ok && done.signers.map(({ subject }) => subject)).toEqual(['张三（示例）', own.CN]);
  });
});

describe('不收的，各说各的', () => {
  test('不是打印件、别的版本、没有签、签后空文件', async () => {
    expect(await refusal(await signed(firm, {}, older))).toBe('other-version');
    expect(await refusal(await signed(firm, {}, await printed('别的')))).toBe('not-a-print');
    expect(await refusal(print)).toBe('no-signature');
    expect(await refusal(new Uint8Array(0))).toBe('not-a-print');
  });

  test('100MB的空白：不读进来', async () => {
    const path = join(folder, 'nothing.pdf');
    const handle = await open(path, 'w');
    await handle.truncate(100 * 1024 * 1024);
    expect(await refusal(path)).toBe('not-a-print');
    await handle.write(print, 0, print.length, 0);
    expect(await refusal(path)).toBe('too-much-added');
    await handle.close();
  });

  test('改动打印件里的任何一个字节', async () => {
    const file = await signed();
    for (const at of [9, 200, print.length - 2]) {
      const other = Buffer.from(file);
      other.writeUInt8((other[at] ?? 0) ^ 1, at);
      expect(await refusal(other)).toBe('not-a-print');
    }
  });

  test('签的部分里改一个字节', async () => {
    const file = await signed();
    file.write('/F 133', file.lastIndexOf('/F 132'), 'latin1');
    expect(await refusal(file)).toBe('changed-bytes');
  });

  test('签后又追加；没有签住全部；洞里藏着别的', async () => {
    const file = await signed();
    const { size, root: of } = await shape(file);
    const more = updated(file, new Map([[size, '<< /Note (later) >>']]), { root: of, size });
    expect(await refusal(more)).toBe('added-after');
    expect(await refusal(Buffer.concat([file, Buffer.from('\n')]))).toBe('added-after');
    expect(await refusal(await signed(firm, { wider: 40 }))).toBe('not-covering');
    const hidden = Buffer.from(file);
    const decoy = hidden.indexOf('/ByteRange [') + '/ByteRange ['.length;
    hidden.write(String(print.length - 100).padStart(10), decoy + 11, 'latin1');
    expect(await refusal(hidden)).toBe('not-covering');
  });

  test('签章时换掉页面、加批注、加页', async () => {
    const document = await PDFDocument.load(print);
    const page = document.getPage(0);
    const contents = page.node.get(PDFName.of('Contents'));
    const numberOf = (ref: unknown) => Number(String(ref).split(' ')[0]);
    const replaced = new Map([
      [numberOf(contents?.toString().replace(/^\[ /, '')), '<< /Length 0 >>\nstream\n\nendstream'],
    ]);
    expect(await refusal(await signed(firm, { also: replaced }))).toBe('content-changed');
    const node = String(page.node).replace(
      />>$/,
      '/Annots [<< /Type /Annot /Subtype /FreeText /Contents (100) /Rect [0 0 99 99] >>] >>',
    );
    const noted = new Map([[numberOf(page.ref), node]]);
    const done = await judged(await signed(firm, { also: noted }));
    expect(done.ok ? '' : signedRefusalText(done.refused)).toBe(
      '签章时还改动了别的内容（第1页加了批注）。请下载本版的PDF，只签章，不加批注、文字和页',
    );
  });

  test('同一页写两遍：阅读软件按表取前一遍，后一遍是原样', async () => {
    const document = await PDFDocument.load(print);
    const [first, second] = document.getPages();
    if (!first || !second) throw new Error('no pages');
    const number = Number(String(first.ref).split(' ')[0]);
    const same = String(first.node);
    const twice = `${String(second.node)}\nendobj\n${number} 0 obj\n${same}`;
    const file = await signed(firm, { also: new Map([[number, twice]]) });
    expect(await refusal(file)).toBe('content-changed');
  });

  test('同一页写两遍，字一样、多画了一块：也认得出；画出来的章不算改动', async () => {
    const document = await PDFDocument.load(print);
    const page = document.getPage(0);
    const number = Number(String(page.ref).split(' ')[0]);
    const block = document.context.largestObjectNumber + 10;
    const same = String(page.node);
    const more = same.replace(/\/Contents \[? ?(\d+ 0 R)(?: \])?/, `/Contents [ $1 ${block} 0 R ]`);
    const twice = `${more}\nendobj\n${number} 0 obj\n${same}`;
    const drawing = '1 0 0 rg 200 20 40 30 re f';
    const stream = `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`;
    const also = new Map([
      [number, twice],
      [block, stream],
    ]);
    const done = await judged(await signed(firm, { also }));
    expect(done.ok ? '' : signedRefusalText(done.refused)).toBe(
      '签章时还改动了别的内容（第1页）。请下载本版的PDF，只签章，不加批注、文字和页',
    );
    expect(await refusal(await signed(firm, { drawn: true }))).toBe('accepted');
  });

  test('证书：过期、现在过期、别的根、别的单位、不是签名用的、密钥短', async () => {
    const old = await issued({ from: '2021-01-01T00:00:00Z', to: '2021-12-31T00:00:00Z' });
    expect(await refusal(await signed(old))).toBe('expired-when-signed');
    const now = await issued({ from: '2021-01-01T00:00:00Z', to: '2022-04-08T01:30:00Z' });
    expect(await refusal(await signed(now))).toBe('expired-now');
    const other = await certified({ subject: { CN: '别的根' }, ca: true, ...LONG });
    expect(await refusal(await signed(), { roots: [other.pem] })).toBe('unknown-root');
    expect(await refusal(await signed(), { roots: [] })).toBe('unknown-root');
    expect(await refusal(await signed(firm, { others: [] }))).toBe('unknown-root');
    const byFirm = await certified({ subject: own, by: firm, ...LONG });
    expect(await refusal(await signed(byFirm, { others: [firm, sub] }))).toBe('unknown-root');
    const another = await issued({ subject: { CN: `${NAME}苏州分公司`, O: '别的' } });
    expect(await refusal(await signed(another))).toBe('other-name');
    expect(await refusal(await signed(await issued({ usage: 0x20 })))).toBe('not-for-signing');
    expect(await refusal(await signed(await issued({ kind: 'rsa-1024' })))).toBe('weak-key');
  });

  test('算法：SHA-1、MD5、国密', async () => {
    const weak = await judged(await signed(firm, { hash: 'SHA-1' }));
    expect(weak.ok ? '' : signedRefusalText(weak.refused)).toBe(
      '第1个签章：用了不安全的算法SHA-1，请在签章软件里改用SHA-256以上的算法重新签章',
    );
    const of = async (digestOid: string) => refusal(await signed(firm, { digestOid }));
    expect(await of('1.2.840.113549.2.5')).toBe('weak-algorithm');
    expect(await of('1.2.156.10197.1.401')).toBe('sm-algorithm');
    expect(await of('1.3.36.3.2.1')).toBe('unsupported-algorithm');
    const sha1 = await issued({
      hash: 'SHA-1',
      by: await certified({
        subject: { CN: '示例电子认证二级' },
        by: root,
        ca: true,
        hash: 'SHA-1',
        ...LONG,
      }),
    });
    expect(await refusal(await signed(sha1))).toBe('weak-algorithm');
  });

  test('签名本身：别人的密钥、坏的DER、格式不认、时间在将来、没有时间', async () => {
    const other = await issued({});
    const forged = { ...firm, key: other.key };
    expect(await refusal(await signed(forged))).toBe('wrong-signature');
    for (const cms of [
      (made: Buffer) => made.subarray(0, made.length - 300),
      () => Buffer.from('3080', 'hex'),
      () => Buffer.alloc(64, 0x30),
      () => Buffer.alloc(0),
    ]) {
      expect(await refusal(await signed(firm, { cms }))).toBe('broken-signature');
    }
    expect(await refusal(await signed(firm, { subFilter: 'adbe.x509.rsa_sha1' }))).toBe(
      'sub-filter',
    );
    expect(await refusal(await signed(firm, { at: '2022-04-08T03:00:00Z' }))).toBe('signed-ahead');
    expect(await refusal(await signed(firm, { at: null }))).toBe('no-signing-time');
  });
});

async function shape(file: Buffer): Promise<{ readonly size: number; readonly root: string }> {
  const { context } = await PDFDocument.load(file);
  return { size: context.largestObjectNumber + 1, root: String(context.trailerInfo.Root) };
}
