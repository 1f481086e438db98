import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NUMBER_KINDS, type NumberKind, usedNumberKey } from './used-number.ts';

const keyOf = (code: string, number: string, kind: NumberKind = 'invoice') => {
  const parsed = usedNumberKey({ kind, code, number });
  return parsed.ok ? parsed.value : parsed.code;
};

describe('发票', () => {
  test.each([
    ['十位代码', '3200192130', '00123456', '320019213000123456'],
    ['十二位代码', '032001900104', '12345678', '03200190010412345678'],
    ['八位代码', '13200192', '00000001', '1320019200000001'],
    ['数电票二十位号码', '', '22312000000012345678', '22312000000012345678'],
    ['代码和号码连写', '', '320019213000123456', '320019213000123456'],
    ['号码前的零被表格软件去掉', '3200192130', '123456', '320019213000123456'],
    ['代码前的零被表格软件去掉', '32001900104', '12345678', '03200190010412345678'],
    ['全角数字', '３２００１９２１３０', '００１２３４５６', '320019213000123456'],
    ['夹着空格和撇号', "'3200 1921 30", ' 0012\u30003456 ', '320019213000123456'],
    ['海关缴款书二十二位', '', '223320211000000001-L01', '223320211000000001-L01'],
    [
      '海关缴款书少了横线',
      '',
      '２２３３２０２１１００００００００１ l01',
      '223320211000000001-L01',
    ],
    ['海关缴款书少一位', '', '22332021100000001-L01', 'not-digits'],
    ['海关缴款书前有代码', '3200192130', '223320211000000001-L01', 'not-digits'],
    ['只有八位号码', '', '00123456', 'no-code'],
    ['十九位', '', '2231200000001234567', 'invoice-length'],
    ['二十一位', '', '223120000000123456789', 'invoice-length'],
    ['代码七位', '3200192', '00123456', 'invoice-length'],
    ['号码九位', '3200192130', '001234567', 'invoice-length'],
    ['有字母', '3200192130', '0012345A', 'not-digits'],
    ['空的', '3200192130', ' ', 'empty'],
  ])('%s', (_, code, number, key) => expect(keyOf(code, number)).toBe(key));

  test('代码和号码怎么写，都是同一个', () => {
    const digits = (length: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
    const wide = (text: string) =>
      text.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const spaced = (text: string) => [...text].join(' ');
    fc.assert(
      fc.property(
        fc.constantFrom(8, 10, 12).chain((length) => digits(length)),
        digits(8),
        (code, number) => {
          const [c, n] = [code.join(''), number.join('')];
          const key = c + n;
          expect(keyOf(c, n)).toBe(key);
          expect(keyOf('', key)).toBe(key);
          expect(keyOf(wide(c), spaced(n))).toBe(key);
          expect(keyOf(c, String(Number(n)))).toBe(key);
          expect(keyOf('', keyOf(spaced(c), wide(n)))).toBe(key);
        },
      ),
    );
  });

  test('不同的发票，键不同', () => {
    const part = (length: number) =>
      fc.stringMatching(new RegExp(`^\\d{${length}}$`)).filter((text) => text.length === length);
    const invoice = fc.oneof(
      fc.tuple(part(10), part(8)),
      fc.tuple(part(8), part(8)),
      // A code of 12 begins with 0 or 1, a number of 20 with the year.
      fc.tuple(
        part(11).map((rest) => `0${rest}`),
        part(8),
      ),
      part(19).map((rest): [string, string] => ['', `2${rest}`]),
    );
    fc.assert(
      fc.property(invoice, invoice, (a, b) => {
        if (a[0] === b[0] && a[1] === b[1]) return;
        expect(keyOf(...a)).not.toBe(keyOf(...b));
      }),
    );
  });
});

describe('合同、设备、贷款、备案', () => {
  test.each([
    ['大小写和全角', 'ｈｔ-2021-08', 'HT-2021-08'],
    ['各种横线', 'HT—2021–08', 'HT-2021-08'],
    ['空格', ' HT 2021 08 ', 'HT202108'],
    ['中文编号', '苏（2021）第 8 号', '苏(2021)第8号'],
    ['空的', '　', 'empty'],
    ['太长', 'A'.repeat(101), 'too-long'],
  ])('%s', (_, number, key) => expect(keyOf('', number, 'contract')).toBe(key));

  test('写过的再写一遍还是它', () => {
    const kinds = Object.keys(NUMBER_KINDS).filter((kind) => kind !== 'invoice') as NumberKind[];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ maxLength: 20 }), (kind, text) => {
        const key = keyOf('', text, kind);
        if (key === 'empty') return;
        expect(keyOf('', key, kind)).toBe(key);
      }),
    );
  });
});
