import type { Form } from '@fuchi/guide/form';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingLine } from '../report/trace-lines.ts';
import { type Change, SMALL_TEXT, smallGuide } from '../small-guide.fixture.ts';
import { outlineOf } from '../text/outline.ts';
import { annexFindings } from './annex-findings.ts';
import { printedTexts, slipsOf, withRows } from './changed-form.fixture.ts';
import { compareAnnex } from './compare-annex.ts';
import { formAnnex } from './form-parts.ts';

const FORM = 'forms/1-1.yaml';
const { clauses } = outlineOf(SMALL_TEXT);

function said(changes: readonly Change[], text = SMALL_TEXT): string[] {
  return annexFindings(smallGuide(...changes), outlineOf(text).clauses).map(findingLine);
}

const SLIPS: readonly [slip: string, from: string, to: string, says: readonly string[]][] = [
  [
    '标签错一个字',
    '标: 资金使用合规性',
    '标: 资金使用合法性',
    [
      '正文 60:1 annex-differs 附件1-1印的是“资金使用合规性”，数据 forms/1-1.yaml:26:9 的指标写的是“资金使用合法性”——照所印的改',
    ],
  ],
  [
    '标签少最后一个字',
    '标: 资金使用合规性',
    '标: 资金使用合规',
    ['正文 60:7 annex-unsaid 附件1-1印着“性”（在“资金使用合规”后面），数据里没有——照所印的补上'],
  ],
  [
    '少了印着的空格',
    '建设 5G 基站数',
    '建设5G 基站数',
    [
      '正文 43:1 annex-differs 附件1-1印的是“建设 5G 基站数（个）”，数据 forms/1-1.yaml:16:11 的指标写的是“建设5G 基站数（个）”——照所印的改',
    ],
  ],
  [
    '多了没有印的空格',
    '标: 服务对象满意度',
    '标: 服务对象 满意度',
    [
      '正文 65:5 annex-differs 附件1-1印的是“服务对象满意度（%）”，数据 forms/1-1.yaml:29:9 的指标写的是“服务对象 满意度（%）”——照所印的改',
    ],
  ],
  [
    '少一行',
    '        - { 标: 建设 5G 基站数（个）, 类型: 数量, 单位: 个, 取向: 越大越好, 分年: 累加 }\n',
    '',
    [
      '正文 43:1 annex-unsaid 附件1-1印着“建设 5G 基站数（个）”（在“节能类□”后面），数据里没有——照所印的补上',
    ],
  ],
  [
    '多一行',
    '  满意度指标:\n',
    '      - { 标: 优良品率（%）, 类型: 比例, 单位: "%", 取向: 越大越好, 分年: 水平 }\n  满意度指标:\n',
    [
      'forms/1-1.yaml:27:9 annex-unprinted 指标“优良品率（%）”，附件1-1没有印——核对附件，没有的删去',
    ],
  ],
  [
    '没有写另页',
    '另页: 质量指标\n',
    '',
    [
      '正文 51:1 annex-unsaid 附件1-1印着“项目共性绩效指标产出指标”（在“电池类项目，填写年处置量（吨）”后面），数据里没有——照所印的补上',
    ],
  ],
  [
    '选项的次序',
    '[合规, 不合规]',
    '[不合规, 合规]',
    [
      '正文 61:1 annex-differs 附件1-1印的是“（合规、不合规）”，数据 forms/1-1.yaml:26:9 的选项写的是“（不合规、合规）”——照所印的改',
    ],
  ],
];

test('a form that says what its annex prints has no findings', () => expect(said([])).toEqual([]));

test.each(SLIPS)('%s', (_, from, to, says) => {
  expect(said([[FORM, from, to]])).toEqual(says);
});

test('the labels to the left aren’t printed again: the form need not go on on a new page', () => {
  const again = '项目\n共性\n绩效\n指标\n产\n出\n指\n标\n质量指标';
  expect(SMALL_TEXT).toContain(again);
  expect(said([], SMALL_TEXT.replace(again, '质量指标'))).toEqual([]);
});

test('an annex that only one side has', () => {
  expect(said([], SMALL_TEXT.replace('附件1-1', '附件1-3'))).toEqual([
    '正文 20:2 annex-without-data 正文有附件1-3，数据里没有——在 forms/ 下补上这张表',
    'forms/1-1.yaml:1:1 annex-without-text 数据有附件1-1，正文里没有——核对编号，没有的删去',
  ]);
});

test('a text of the body alone has no annex to compare', () => {
  expect(said([], SMALL_TEXT.slice(0, SMALL_TEXT.indexOf(' 附件1-1')))).toEqual([]);
});

function findings(form: Form) {
  const clause = clauses.find((c) => c.path === '附件1-1');
  if (clause === undefined) throw new Error('the fixture has no annex');
  return compareAnnex(formAnnex(form), clause);
}

const [form] = smallGuide().forms;
if (form === undefined) throw new Error('the fixture has no form');

test('each character of each printed text counts', () => {
  const texts = printedTexts(form);
  expect(texts.length).toBeGreaterThan(25);
  const unseen = texts.flatMap((printed) =>
    slipsOf(printed.text).filter((slip) => findings(printed.with(slip)).length === 0),
  );
  expect(unseen).toEqual([]);
});

test('two slips don’t hide each other', () => {
  const slip = fc
    .constantFrom(...printedTexts(form).keys())
    .chain((nth) =>
      fc
        .constantFrom(...slipsOf(printedTexts(form)[nth]?.text ?? ''))
        .map((text) => ({ nth, text })),
    );
  fc.assert(
    fc.property(slip, slip, (first, second) => {
      fc.pre(first.nth !== second.nth);
      const once = printedTexts(form)[first.nth]?.with(first.text) ?? form;
      const twice = printedTexts(once)[second.nth]?.with(second.text) ?? once;
      expect(findings(twice).length).toBeGreaterThan(0);
    }),
  );
});

test('a row dropped, a row printed nowhere, two rows in the wrong order', () => {
  const dropped = withRows(form, (rows) => rows.map((_, i) => rows.toSpliced(i, 1)));
  const swapped = withRows(form, (rows) =>
    rows.slice(1).map((row, i) => rows.with(i, row).with(i + 1, rows[i] ?? row)),
  );
  const added = withRows(form, (rows) => rows.map((row, i) => rows.toSpliced(i, 0, row)));
  expect([dropped.length, swapped.length, added.length]).toEqual([6, 2, 6]);
  for (const wrong of [...dropped, ...swapped, ...added]) {
    expect(findings(wrong).length).toBeGreaterThan(0);
  }
});
