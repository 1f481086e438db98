import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endingOf, plainFileName } from './file-name.ts';

describe('文件名', () => {
  test.each([
    ['营业执照.pdf', '营业执照.pdf'],
    ['C:\\扫描\\执照.PDF', '执照.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['执照\u202Efdp.exe', '执照fdp.exe'],
    ['执\u0000照\r\n.pdf', '执照.pdf'],
    ['执\u200B照.p\u200Ddf', '执照.pdf'],
    ['  ..执照.pdf. ', '执照.pdf'],
    ['a<b>:"|?*%.png', 'a_b_______.png'],
    ['con.pdf', '_con.pdf'],
    ['LPT1.png', '_LPT1.png'],
    ['没有扩展名', '没有扩展名'],
    [`${'长'.repeat(300)}.docx`, `${'长'.repeat(115)}.docx`],
  ])('%j → %j', (sent, kept) => {
    expect(plainFileName(sent)).toBe(kept);
  });

  test.each(['', '   ', '...', '.pdf', 'a/', '\u202E\u200B.pdf', '\uD800'])(
    '%j 不成名称',
    (sent) => {
      expect(plainFileName(sent)).toBeUndefined();
    },
  );

  test('不管原来叫什么，留下的名称进得了数据库、文件系统和应答头', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (sent) => {
        const name = plainFileName(sent);
        if (name === undefined) return;
        expect([...name].length).toBeLessThanOrEqual(121);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\\/<>:"|?*%]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$/);
        expect(plainFileName(name)).toBe(name);
        expect(() => encodeURIComponent(name)).not.toThrow();
      }),
    );
  });

  test('扩展名', () => {
    expect(['a.PDF', 'a.tar.gz', 'a', 'a.', '.pdf'].map(endingOf)).toEqual([
      'pdf',
      'gz',
      '',
      '',
      'pdf',
    ]);
  });
});
