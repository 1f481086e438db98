import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { invoiceInside } from './invoice-inside.ts';

const WHOLE = '22320000000000000001';
const BOTH = '320019213000123456';

test.each([
  ['数电票也填了代码', '3200192130', WHOLE, WHOLE],
  ['没有代码写“无”', '无', WHOLE, WHOLE],
  ['没有代码画斜线，号码里写了代码', '/', BOTH, BOTH],
  ['号码里又写了一遍代码', '3200192130', BOTH, BOTH],
  ['No.', '3200192130', 'No.00123456', BOTH],
  ['№', '3200192130', '№ 00123456', BOTH],
  ['全角的No', '３２００１９２１３０', 'Ｎｏ：００１２３４５６', BOTH],
  ['发票号码：', '3200192130', '发票号码：00123456', BOTH],
  ['代码前也有字', '发票代码：3200192130', '00123456', BOTH],
  ['代码前的零被去掉', '32001900104', '号码00123456', '03200190010400123456'],
  ['代码和号码都写在一格', '', '代码3200192130，号码00123456', BOTH],
  ['代码-号码', '', '3200192130-00123456', BOTH],
  ['中间有空格', '', '代码3200 1921 30 号码 0012 3456', BOTH],
  ['后面有张数', '3200192130', '00123456 1张', BOTH],
  ['前面有日期', '', `2022-03-01 ${WHOLE}`, WHOLE],
  ['数电票四位一组', '', '数电票 2232 0000 0000 0000 0001', WHOLE],
  ['海关缴款书前有字', '', '缴款书号码：220220211000000000-l01', '220220211000000000-L01'],
  ['只有八位，前面有字', '', '发票号码：00123456', '00123456'],
  ['只有八位，前面有No.', '', 'No. 00123456', '00123456'],
])('%s', (_, code, text, digits) => expect(invoiceInside(code, text)).toBe(digits));

test.each([
  ['两张', '', `${WHOLE}、22320000000000000002`],
  ['一个代码两个号码', '3200192130', '00123456、00123457'],
  ['境外票据', '', 'INV-2021-0815'],
  ['境外票据，日期和流水号', '', '20210815-00000001'],
  ['境外票据，字母后八位', '', 'INV-20210815'],
  ['十九位', '', '2232000000000000001'],
  ['二十一位', '3200192130', `${WHOLE}0`],
  ['统一社会信用代码', '', '销方913205831234567890'],
  ['代码少一位', '320019213', '00123456'],
  ['没有数字', '3200192130', '见附件'],
])('看不出是哪一张：%s', (_, code, text) => expect(invoiceInside(code, text)).toBeUndefined());

test('号码前后写什么字，都是同一张', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
  const words = fc.constantFrom(
    '',
    'No.',
    '№ ',
    '发票号码：',
    '（蓝字）',
    ' ',
    '数电票-',
    'ＮＯ：',
  );
  const coded = fc.tuple(
    fc.constantFrom(8, 10, 12).chain((length) => digits(length)),
    digits(8),
  );
  fc.assert(
    fc.property(coded, words, words, words, ([code, number], a, b, c) => {
      expect(invoiceInside(`${a}${code}`, `${b}${number}${c}`)).toBe(code + number);
    }),
  );
  fc.assert(
    fc.property(digits(20), coded, words, words, (number, [code], a, b) => {
      expect(invoiceInside('', a + number + b)).toBe(number);
      if (number.startsWith(code)) return;
      expect(invoiceInside(code, a + number + b)).toBe(number);
    }),
  );
});
