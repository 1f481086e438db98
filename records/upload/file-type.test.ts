import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FILE_TYPES, type FileType } from './contract-purpose.ts';
import { archive, fileOf } from './file.fixture.ts';
import { seenType } from './file-type.ts';

const TYPES = Object.keys(FILE_TYPES) as FileType[];
const piecesOf = (bytes: Buffer) => ({
  size: bytes.length,
  read: async (start: number, length: number) => bytes.subarray(start, start + length),
});
const see = (bytes: Buffer) => seenType(piecesOf(bytes));
const code = (is: string) => ({ ok: false, code: is });

describe('按内容认类型', () => {
  test.each(TYPES)('%s', async (type) => {
    expect(await see(await fileOf(type, '内容'))).toEqual({ ok: true, type });
  });

  test.each(TYPES)('%s 只传来一半，不算完整', async (type) => {
    const whole = await fileOf(type, '内容'.repeat(3000));
    const half = whole.subarray(0, Math.floor(whole.length / 2));
    expect(await see(half)).toEqual(code('cut-off'));
  });

  test.each([
    ['可执行文件', Buffer.from('MZ\u0090\u0000'), 'unknown'],
    ['网页', Buffer.from('<!doctype html><script>alert(1)</script>'), 'unknown'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unknown'],
    ['纯文本', Buffer.from('营业执照'), 'unknown'],
    ['一个字节', Buffer.from('P'), 'unknown'],
    ['旧版Word', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'old-office'],
    ['只有ZIP的头', Buffer.from('504b0304', 'hex'), 'cut-off'],
  ])('%s 不能用', async (_, bytes, is) => {
    expect(await see(bytes)).toEqual(code(is));
  });

  test('带宏的Word和Excel', async () => {
    for (const folder of ['word', 'xl']) {
      const names = ['[Content_Types].xml', `${folder}/document.xml`, `${folder}/vbaProject.bin`];
      expect(await see(await archive(names))).toEqual(code('macros'));
    }
  });

  test('有密码的压缩包', async () => {
    const zip = await fileOf('zip');
    const entry = zip.indexOf(Buffer.from('504b0102', 'hex'));
    zip.writeUInt16LE(zip.readUInt16LE(entry + 8) | 1, entry + 8);
    expect(await see(zip)).toEqual(code('encrypted'));
  });

  test('解开有几个GB的压缩包', async () => {
    const zip = await archive(['a', 'b']);
    for (let at = -1; ; ) {
      at = zip.indexOf(Buffer.from('504b0102', 'hex'), at + 1);
      if (at < 0) break;
      zip.writeUInt32LE(0xf0000000, at + 24);
    }
    expect(await see(zip)).toEqual(code('hostile'));
  });

  test('目录里的名称再多，也不解开任何内容；改动任何字节都不出错', async () => {
    const whole = await archive(
      Array.from({ length: 50 }, (_, i) => `材料/${i}.pdf`),
      '内容',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }),
        fc.nat(whole.length),
        async (changes, length) => {
          const bytes = Buffer.from(whole.subarray(0, length));
          for (const [at, value] of changes) if (at < length) bytes[at] = value;
          const seen = await see(bytes);
          expect(typeof seen.ok).toBe('boolean');
        },
      ),
    );
  });
});
