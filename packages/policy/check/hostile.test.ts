import type { Diagnostic } from '@fuchi/guide/diagnostic';
import { readGuide } from '@fuchi/guide/read-guide';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../sentence/sentence.ts';
import { SMALL_GUIDE } from '../small-guide.fixture.ts';
import { checkGuide } from './check-guide.ts';

const PLANT = 'lines/plant.yaml';
const MUST = '研发占比 >= 3%';

function faultsOf(files: Readonly<Record<string, string>>): Diagnostic[] {
  const { guide, faults } = readGuide(new Map(Object.entries(files)));
  const all = [...faults, ...checkGuide(guide).faults];
  for (const { at, code, facts } of all) {
    expect(at.file).not.toBe('');
    expect(at.line).toBeGreaterThan(0);
    expect(at.column).toBeGreaterThan(0);
    expect(sentenceOf(code, facts).message).not.toMatch(/^有误（/);
  }
  return all;
}

const withFile = (text: string) => faultsOf({ ...SMALL_GUIDE, [PLANT]: text });
const withMust = (must: string) => withFile((SMALL_GUIDE[PLANT] ?? '').replace(MUST, () => must));
const codesOf = (faults: readonly Diagnostic[]) => faults.map((f) => f.code);

const lines = (n: number, line: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => line(i)).join('\n');

describe('坏文件', () => {
  const files: readonly [name: string, text: string, code: string][] = [
    ['空文件', '', 'not-a-map'],
    ['只有注释', '# 空\n', 'not-a-map'],
    ['列表代替映射', '- 项目类别: plant\n- 名称: 工厂\n', 'not-a-map'],
    ['一段文字代替映射', '工厂\n', 'not-a-map'],
    ['没有合上的引号', '名称: "工厂\n条款: 一\n', 'broken-yaml'],
    ['没有合上的括号', '名称: [工厂\n条款: 一\n', 'broken-yaml'],
    ['制表符', '名称:\n\t工厂: 一\n', 'broken-yaml'],
    ['锚', '名称: &甲 工厂\n', 'yaml-anchor'],
    ['别名', '名称: *甲\n', 'yaml-alias'],
    ['标签', '名称: !甲 工厂\n', 'yaml-tag'],
    ['别的标签', '名称: !foo 工厂\n', 'yaml-tag'],
    ['标准标签', '名称: !!str 工厂\n', 'yaml-tag'],
    ['重复的键', '名称: 甲\n名称: 乙\n', 'duplicate-key'],
    ['列表作键', '? [甲, 乙]\n: 丙\n', 'key-not-text'],
    ['两份内容', '名称: 甲\n---\n名称: 乙\n', 'broken-yaml'],
    ['控制字符', '名称: 甲\u0000乙\n', 'file-not-text'],
    ['不是UTF-8', '名称: \ufffd\ufffd\n', 'file-not-text'],
    ['半个字符', '名称: \ud800\n', 'file-not-text'],
    ['二进制', lines(3000, (i) => String.fromCharCode((i * 7919) % 65536)), 'file-not-text'],
    ['十兆括号', '['.repeat(10_000_000), 'file-too-large'],
    ['十五万括号', '['.repeat(150_000), 'too-deep'],
    ['三万花括号', '{a: '.repeat(30_000), 'too-deep'],
    ['合上的括号', `${'['.repeat(100)}${']'.repeat(100)}`, 'too-deep'],
    ['一行的层层列表', '- '.repeat(90_000), 'too-deep'],
    ['一行的层层问号', '? '.repeat(90_000), 'too-deep'],
    ['阶梯缩进', lines(600, (i) => `${' '.repeat(i)}a:`), 'too-deep'],
    ['三十层缩进', lines(30, (i) => `${' '.repeat(i)}a:`), 'too-deep'],
    ['五兆', `名称: ${'长'.repeat(5_000_000)}`, 'file-too-large'],
    ['十九万字的值', `名称: ${'长'.repeat(190_000)}`, 'missing-key'],
    ['十九万字的键', `${'长'.repeat(190_000)}: 1`, 'broken-yaml'],
    ['两万个不认识的键', lines(20_000, (i) => `k${i}: v`), 'unknown-key'],
    ['层层冒号', 'a: '.repeat(60_000), 'broken-yaml'],
    ['满是引号', '"'.repeat(150_001), 'broken-yaml'],
    ['满是逗号', `[${','.repeat(150_000)}]`, 'broken-yaml'],
    ['满是换行', '\n'.repeat(190_000), 'not-a-map'],
    ['满是制表符', '\ta: 1\n'.repeat(30_000), 'broken-yaml'],
    ['满是锚', '- &a b\n'.repeat(25_000), 'not-a-map'],
    ['旧苹果换行', '名称: 甲\r条款: 乙\r', 'broken-yaml'],
  ];
  test.each(files)('%s', (_, text, code) => {
    expect(codesOf(withFile(text))).toContain(code);
  });

  test('BOM 和 CRLF 不影响内容和位置', () => {
    const text = (SMALL_GUIDE[PLANT] ?? '').replaceAll('\n', '\r\n');
    expect(withFile(`\ufeff${text}`)).toEqual([]);
    const [fault] = withFile(`\ufeff${text.replace(MUST, '研发占比 >= 3‰')}`);
    expect(fault?.at).toEqual({ file: PLANT, line: 14, column: 17 });
    const [first] = withFile(`\ufeff项目类刖: plant\r\n${text.slice(text.indexOf('\n') + 1)}`);
    expect(first?.at).toEqual({ file: PLANT, line: 1, column: 1 });
  });

  test('缺少文件时逐个说出', () => {
    const { faults, unread } = readGuide(new Map());
    expect(faults.every((f) => f.code === 'missing-file')).toBe(true);
    expect([...unread].sort()).toEqual(faults.map((f) => f.at.file));
    expect(() => checkGuide(readGuide(new Map()).guide)).not.toThrow();
  });

  test('没有人读的文件', () => {
    const faults = faultsOf({ ...SMALL_GUIDE, 'line/plant.yaml': '名称: 甲\n' });
    expect(codesOf(faults)).toEqual(['stray-file']);
  });

  test.each(Object.keys(SMALL_GUIDE))('%s 换成别的形状', (path) => {
    for (const text of ['', '[]', '- 1', '甲', '{}', '甲: {}', '甲: []', '甲: 乙', '甲: [[乙]]']) {
      faultsOf({ ...SMALL_GUIDE, [path]: text });
    }
  });

  test('任意一处换成任意文字，都有说法', () => {
    const paths = Object.keys(SMALL_GUIDE);
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        '[',
        '{',
        '}',
        ': ',
        '- ',
        '\n',
        '\t',
        ',',
        '#',
        '|',
        '&a ',
        '*a',
        '!a ',
        '..',
        '%',
        '年',
      ),
      fc.string({ maxLength: 6, unit: 'binary' }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(8),
        piece,
        (path, at, cut, text) => {
          const whole = SMALL_GUIDE[path] ?? '';
          const from = Math.floor(at * whole.length);
          faultsOf({
            ...SMALL_GUIDE,
            [path]: whole.slice(0, from) + text + whole.slice(from + cut),
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  test('六千个事实层层得自', () => {
    const name = (i: number) =>
      `甲${[...String(i)].map((d) => '零一二三四五六七八九'[Number(d)]).join('')}`;
    const chain = lines(6000, (i) => `${name(i)}: { 类型: 金额, 得自: ${name(i + 1)} }`);
    const faults = faultsOf({
      ...SMALL_GUIDE,
      'facts.yaml': `${SMALL_GUIDE['facts.yaml']}${chain}\n`,
    });
    expect(codesOf(faults)).toContain('unknown-name');
    const whole = `${SMALL_GUIDE['facts.yaml']}${chain}\n${name(6000)}: { 类型: 金额 }\n`;
    const used = (SMALL_GUIDE[PLANT] ?? '').replace(
      '软件投入 >= 100万元',
      `软件投入 >= ${name(0)}`,
    );
    const long = faultsOf({ ...SMALL_GUIDE, 'facts.yaml': whole, [PLANT]: used });
    expect(codesOf(long)).toEqual(['derived-too-far']);
    const short = lines(40, (i) => `${name(i + 5960)}: { 类型: 金额, 得自: ${name(i + 5961)} }`);
    const sound = `${SMALL_GUIDE['facts.yaml']}${short}\n${name(6000)}: { 类型: 金额 }\n`;
    const fine = used.replace(name(0), name(5961));
    expect(
      faultsOf({
        ...SMALL_GUIDE,
        'facts.yaml': sound.replace(/^甲五九六零:.*\n/m, ''),
        [PLANT]: fine,
      }),
    ).toEqual([]);
    const ring = `${chain}\n${name(6000)}: { 类型: 金额, 得自: ${name(0)} }`;
    const round = faultsOf({
      ...SMALL_GUIDE,
      'facts.yaml': `${SMALL_GUIDE['facts.yaml']}${ring}\n`,
    });
    expect(codesOf(round)).toContain('derived-from-itself');
  });

  test('四千个写错的名称', () => {
    const wrong = lines(4000, (i) => `  9(${i}): { 说: 甲, 须: 软件投人${i} >= 1元 }`);
    const text = (SMALL_GUIDE[PLANT] ?? '').replace('补助:', `${wrong}\n补助:`);
    expect(withFile(text).length).toBeGreaterThanOrEqual(4000);
  });
});

describe('坏式子', () => {
  const sums = (n: number) => `${Array.from({ length: n }, () => '软件投入').join(' + ')} > 1元`;
  const musts: readonly [name: string, must: string, code: string][] = [
    ['一万个左括号', '('.repeat(10_000), 'expression-too-long'],
    ['三千个左括号', '('.repeat(3000), 'expression-too-deep'],
    ['层层否定', 'not('.repeat(900), 'expression-too-deep'],
    ['层层负号', `软件投入 > ${'-'.repeat(3000)}1元`, 'expression-too-deep'],
    ['层层如果', 'if 甲 then '.repeat(300), 'expression-too-deep'],
    ['层层筛选', `count(甲${'[甲'.repeat(150)}`, 'expression-too-deep'],
    ['五千个加号', sums(5000), 'expression-too-long'],
    ['七百个加号', sums(700).replaceAll(' + ', '+'), 'expression-too-big'],
    ['二百个加号', sums(200).replace('> 1元', '>= 0元'), 'unused-fact'],
    ['一千个点', `软件投入${'.a'.repeat(1000)}`, 'expression-too-big'],
    ['一千个并且', Array.from({ length: 620 }, () => '甲').join(' and '), 'expression-too-big'],
    ['十万个字', '长'.repeat(100_000), 'expression-too-long'],
    ['三千字的名称', '长'.repeat(3000), 'unknown-name'],
    ['三千位的数', `软件投入 > ${'9'.repeat(3000)}元`, 'bad-number'],
    ['科学计数', '软件投入 > 1e400', 'unexpected'],
    ['引号没有合上', '软件投入 > "', 'text-not-closed'],
    ['只有引号', `'${'“'.repeat(101)}'`, 'text-not-closed'],
    ['只有空格', '"   "', 'empty-expression'],
    ['写到一半', '软件投入 >', 'unexpected'],
    ['只有关键词', 'and', 'keyword-as-name'],
    ['多出括号', '研发占比 >= 3%)', 'unexpected'],
    ['两行的式子', '"研发占比\\n>= 3‰"', 'stray-character'],
  ];
  test.each(musts)('%s', (_, must, code) => {
    expect(codesOf(withMust(/^["']/.test(must) ? must : `'${must}'`))).toContain(code);
  });

  test('任意的式子都有说法', () => {
    const word = fc.constantFrom(
      '软件投入',
      '研发占比',
      '机构类型',
      '项目完工日期',
      '支持期间',
      '班次',
      '班次.人数',
      '3000万元',
      '3%',
      '2年',
      '10人',
      '5',
      '2021-02-29',
      '2021-06-30',
      '"企业"',
      '“事业单位”',
      '>=',
      '≥',
      '<',
      '=',
      '!=',
      'in',
      'and',
      'or',
      'not(',
      '(',
      ')',
      '[',
      ']',
      ',',
      '，',
      '..',
      '+',
      '-',
      '*',
      '/',
      'if',
      'then',
      'else',
      'some 班 in',
      'satisfies',
      'for 班 in',
      'return',
      'sum(',
      'count(',
      'min(',
      'mean(',
      'distinct values(',
      'days between(',
      'round half up(',
      'lookup(LPR.一年期',
      'default(G1)',
      '>=[G1]',
      '.',
      'none',
      'true',
      'qualified(',
      'between',
      '、',
      '。',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 14 }), (words) => {
        withMust(`'${words.join(' ')}'`);
      }),
      { numRuns: 300 },
    );
  });
});
