import { beforeAll, describe, expect, test } from 'vitest';
import { openGuide } from '../open-guide.fixture.ts';
import { find, indexOf, placesOf, type SearchIndex, termsOf } from './find.ts';
import { guideEntries } from './guide-entry.ts';
import { marked } from './marked.ts';

let index: SearchIndex;
beforeAll(async () => {
  const { guide, regions } = await openGuide();
  index = indexOf(guideEntries(guide, regions));
});

function addresses(query: string): string[] {
  return find(index, query).entries.map((e) => `${e.page}#${e.anchor}`);
}

describe('what is looked for', () => {
  test.each([
    ['贴息', '/guide/lines/tech-upgrade#2'],
    ['固定资产贷款总额不低于2000万元', '/guide/lines/tech-upgrade#1(2)b'],
    ['3000万元 攻关', '/guide/lines/core-technology#(二)3'],
    ['3,000万元 攻关', '/guide/lines/core-technology#(二)3'],
    ['３０００万元 攻关', '/guide/lines/core-technology#(二)3'],
    ['10% 设备', '/guide/lines/tech-upgrade#2'],
    ['附件1-11', '/guide/lines/data-product#'],
    ['铺底流动资金', '/guide/definitions#项目总投入'],
    ['民法典', '/guide/readings#G1'],
    ['昆山', '/guide/reference#苏南'],
    ['LPR 2021-12-20', '/guide/reference#LPR'],
    ['严重失信', '/guide/call#call-5'],
    ['动力电池', '/guide/training-directions#direction-4'],
  ])('%s is found', (query, address) => {
    expect(addresses(query)).toContain(address);
  });

  test.each([
    ['一（一）1(2)a', '/guide/lines/tech-upgrade#1(2)a'],
    ['一(一)1(2)a', '/guide/lines/tech-upgrade#1(2)a'],
    ['A1.1', '/guide/readings#A1.1'],
    ['绝对控股', '/guide/definitions#绝对控股'],
  ])('%s stands first', (query, address) => {
    expect(addresses(query)[0]).toBe(address);
  });

  test('a part of a clause number finds it in every line that has it, before other mentions', () => {
    const found = find(index, '1(2)a').entries;
    expect(found.slice(0, 3).every((e) => e.clause.endsWith('1(2)a'))).toBe(true);
  });

  test('nothing is found of what the guide doesn’t say', () => {
    expect(find(index, '火星移民').entries).toEqual([]);
    expect(find(index, '').entries).toEqual([]);
    expect(find(index, '  ， ').entries).toEqual([]);
    expect(find(index, '((((').entries).toEqual([]);
  });

  test('words that stand nowhere as they are typed find what is near, and it is said', () => {
    const found = find(index, '固定资产贷款的总额');
    expect(found.near).toBe(true);
    expect(found.entries.some((e) => e.anchor === '1(2)b')).toBe(true);
  });

  test('every entry leads to a page and, on a line’s page, to an anchor of its own', () => {
    const lines = index.map((i) => i.entry).filter((e) => e.page.startsWith('/guide/lines/'));
    expect(lines.length).toBeGreaterThan(500);
    expect(lines.filter((e) => e.anchor === '' && e.kind !== '项目类别')).toEqual([]);
  });
});

test('numbers are only themselves', () => {
  expect(placesOf('10%', '补助110%，或10%')).toEqual([8]);
  expect(placesOf('300', '3000万元和300万元')).toEqual([7]);
  expect(placesOf('5天', '3.5天')).toEqual([]);
  expect(placesOf('aa', 'aaa')).toEqual([0, 1]);
});

test('a query is parted at spaces and stops, each word once', () => {
  expect(termsOf(' 贴息　LPR，贴息 ')).toEqual(['贴息', 'lpr']);
  expect(termsOf('1,000万元')).toEqual(['1000万元']);
});

describe('words set off', () => {
  test('in their places, in the text’s own spelling', () => {
    expect(marked('按（LPR）贴息', ['lpr', '贴息'])).toEqual([
      { text: '按（', found: false },
      { text: 'LPR', found: true },
      { text: '）', found: false },
      { text: '贴息', found: true },
    ]);
  });

  test('what overlaps is one, and what is far away is left out', () => {
    const text = `${'前'.repeat(50)}贷款贴息${'后'.repeat(50)}`;
    const pieces = marked(text, ['贷款贴', '款贴息'], 10);
    expect(pieces.filter((p) => p.found)).toEqual([{ text: '贷款贴息', found: true }]);
    expect(pieces[0]?.text).toBe('……');
    expect(pieces.map((p) => p.text).join('').length).toBeLessThan(30);
  });

  test('characters of two units keep their places', () => {
    expect(marked('𠮷野贴息', ['贴息']).map((p) => p.text)).toEqual(['𠮷野', '贴息']);
  });
});
