import { expect, test } from 'vitest';
import { slipSentence } from '../report/trace-words.ts';
import { SMALL_TEXT, smallGuide } from '../small-guide.fixture.ts';
import { readText } from '../text/read-text.ts';
import { textSlips } from './text-slips.ts';

function slips(text: string): string[] {
  return textSlips(smallGuide(), readText(text)).map(
    (s) => `${s.line}:${s.column} ${slipSentence(s)}`,
  );
}

const FORMS = [
  '19:1 列了“附件：1-1~1-2”，但没有附件1-2',
  '21:1 申报表写“工厂改造提升项目”，正文写“工厂改造项目”',
];

test('titles that differ between body and form, and a form that is missing', () => {
  expect(slips(SMALL_TEXT)).toEqual(FORMS);
  const mended = SMALL_TEXT.replace('改造提升', '改造').replace('1-1~1-2', '1-1~1-1');
  expect(slips(mended)).toEqual([]);
});

test('a doubled word', () => {
  expect(slips(SMALL_TEXT.replace('由推荐', '由由推荐'))).toEqual(FORMS);
  expect(slips(SMALL_TEXT.replace('由推荐单位', '由推荐单位推荐单位'))).toEqual([
    '10:17 “推荐单位”连写了两遍',
    ...FORMS,
  ]);
});

test('an amount without its unit', () => {
  expect(slips(SMALL_TEXT.replace('亿\n- 2 -\n元，', '亿\n- 2 -\n，'))).toEqual([
    '7:17 “0.3亿”后面少了“元”',
    ...FORMS,
  ]);
  expect(slips(SMALL_TEXT.replace('不少于十人', '访问量不少于2亿'))).toEqual(FORMS);
});
