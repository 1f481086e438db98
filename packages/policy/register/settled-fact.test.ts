import { readGuide } from '@fuchi/guide/read-guide';
import { regionsFrom } from '@fuchi/values/region';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGuide } from '../check/check-guide.ts';
import type { ValueContext } from '../facts/read-value.ts';
import { guideFromJson, guideToJson } from '../guide-json.ts';
import { SMALL_GUIDE } from '../small-guide.fixture.ts';
import { REGISTER_FILE } from './register-guide.fixture.ts';
import { readRegisterCells, registerRow } from './register-row.ts';
import { settledFact } from './settled-fact.ts';

const read = readGuide(
  new Map(Object.entries({ ...SMALL_GUIDE, 'registers.yaml': REGISTER_FILE })),
);
const { checked, faults } = checkGuide(read.guide);
const [register] = checked.registers;
if (!register) throw new Error('the small guide has a register');
const regions = regionsFrom(checked.guide.regions);
if (!regions.ok) throw new Error(regions.code);
const context: ValueContext = { units: new Set(checked.guide.units), regions: regions.value };

const answer = (
  fact: string,
  rows: readonly Readonly<Record<string, string>>[],
  { unsure = [] as typeof rows, day = '2022-03-01' } = {},
) => {
  const settlement = register.settles.find((one) => one.fact === fact);
  const spec = checked.facts[fact];
  if (!settlement || !spec) throw new Error(fact);
  const listed = [...rows, ...unsure].map((cells, i) => ({
    row: registerRow(register, cells, i + 1, context),
    sure: i < rows.length,
  }));
  const found = settledFact(settlement, spec.type, listed, day, checked.tables);
  if (!found.settled) return `未核（${found.because}）`;
  return 'none' in found.told ? '无' : `${found.told.value}${found.told.unit ?? ''}`;
};

test('没有错误，写成 JSON 再读回来一样', () => {
  expect([read.faults, faults]).toEqual([[], []]);
  const loaded = guideFromJson(guideToJson(checked));
  expect(loaded.ok && loaded.guide.registers).toEqual(checked.registers);
});

test.each([
  ['registers', (guide: Record<string, unknown>) => delete guide['registers'], 'registers'],
  [
    'a column',
    (guide: Record<string, unknown>) => {
      (guide as { registers: { columns: unknown[] }[] }).registers[0]?.columns.push({});
    },
    'registers[0].columns[5].spec',
  ],
  [
    'a tree',
    (guide: Record<string, unknown>) => {
      const [first] = (guide as { registers: { settles: { by: unknown }[] }[] }).registers;
      if (first?.settles[0]) first.settles[0].by = { kind: 'value', node: { kind: 'nothing' } };
    },
    'registers.recognised.机构类型',
  ],
])('缺了%s的 JSON 不认', (_, spoil, path) => {
  const guide = JSON.parse(guideToJson(checked)) as Record<string, unknown>;
  spoil(guide);
  const loaded = guideFromJson(JSON.stringify(guide));
  expect(loaded).toMatchObject({ ok: false, path });
});

describe('得出', () => {
  const plant = { 类别: '工厂', 认定日期: '2021-05-01' };

  test('在册、不在册；撤销日期当天起不算', () => {
    expect(answer('机构类型', [plant])).toBe('企业');
    expect(answer('机构类型', [])).toBe('事业单位');
    const gone = { ...plant, 撤销日期: '2022-03-01' };
    expect(answer('机构类型', [gone])).toBe('事业单位');
    expect(answer('机构类型', [gone], { day: '2022-02-28' })).toBe('企业');
  });

  test('没有填的，按各列所写：没有就是无，或者未知', () => {
    expect(answer('项目完工日期', [plant])).toBe('2021-05-01');
    expect(answer('项目完工日期', [{ 类别: '工厂' }])).toBe('未核（open）');
    expect(answer('项目完工日期', [])).toBe('未核（open）');
  });

  test('取列：几行相同就是它，不同不替人选', () => {
    expect(answer('项目完工日期', [plant, plant])).toBe('2021-05-01');
    expect(answer('项目完工日期', [plant, { ...plant, 认定日期: '2021-06-01' }])).toBe(
      '未核（several）',
    );
    expect(answer('项目完工日期', [plant, { 类别: '车间', 认定日期: '2020-01-01' }])).toBe(
      '2021-05-01',
    );
  });

  test('拿不准是不是它的行：结果不因它而变的照答，因它而变的未核', () => {
    expect(answer('机构类型', [plant], { unsure: [plant] })).toBe('企业');
    expect(answer('机构类型', [], { unsure: [plant] })).toBe('未核（open）');
    expect(answer('机构类型', [], { unsure: [{ 类别: '车间' }] })).toBe('事业单位');
    expect(answer('项目完工日期', [plant], { unsure: [plant] })).toBe('未核（open）');
  });

  test('拿不准的行无论是不是它，照答的结果都成立', () => {
    const cells = fc.record(
      {
        类别: fc.constantFrom('工厂', '车间'),
        认定日期: fc.constantFrom('2021-05-01', '2020-01-01'),
        撤销日期: fc.constantFrom('2022-01-01', '2023-01-01'),
      },
      { requiredKeys: [] },
    );
    const facts = fc.constantFrom('机构类型', '项目完工日期');
    const rows = fc.array(cells, { maxLength: 3 });
    fc.assert(
      fc.property(facts, rows, rows, (fact, sure, unsure) => {
        const told = answer(fact, sure, { unsure });
        if (told.startsWith('未核')) return;
        for (let kept = 0; kept < 2 ** unsure.length; kept++) {
          const also = unsure.filter((_, i) => (kept >> i) % 2 === 1);
          expect(answer(fact, [...sure, ...also])).toBe(told);
        }
      }),
    );
  });
});

describe('一行', () => {
  const cellsOf = (given: Readonly<Record<string, string>>) =>
    readRegisterCells(register, { 单位名称: '示例公司', ...given }, context);

  test.each([
    ['2021年5月1日', '2021-05-01'],
    ['2021/5/1', '2021-05-01'],
    [' 2021-05-01 ', '2021-05-01'],
  ])('日期%s只有一种存法', (written, kept) => {
    expect(cellsOf({ 类别: '工厂', 认定日期: written }).cells['认定日期']).toBe(kept);
  });

  test('每一处错误都说，好的照存', () => {
    const { cells, faults: found } = cellsOf({ 类别: '工场', 认定日期: '2021-02-30' });
    expect(found.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '类别 input-option',
      '认定日期 input-date',
    ]);
    expect(cells).toEqual({ 单位名称: '示例公司' });
    expect(cellsOf({}).faults).toMatchObject([{ path: '类别', code: 'input-empty-cell' }]);
  });
});
