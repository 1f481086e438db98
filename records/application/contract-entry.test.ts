import type { Entry } from '@fuchi/policy/facts/entry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryOfFields, fieldsOfEntry, savesBetween } from './contract-entry.ts';

const lists = (fact: string) => (fact === '贷款' ? ['各期付息'] : undefined);

const LOANS: Entry = {
  项目备案总投资: '5000',
  同等优先情形: ['督查激励地区'],
  完工日期: { none: true },
  贷款: {
    complete: true,
    rows: [
      {
        key: 'b',
        cells: {
          本金: '2000',
          各期付息: { complete: false, rows: [{ key: 'x', cells: { 起息日: '2020-12-21' } }] },
        },
      },
      { key: 'a', cells: { 本金: '300' } },
    ],
  },
};

describe('草稿的字段与填报内容互换', () => {
  test('每个单元格是一个字段，行的次序保留', () => {
    const fields = fieldsOfEntry(LOANS);
    expect(Object.fromEntries(fields)).toEqual({
      'fact/项目备案总投资': '5000',
      'fact/同等优先情形': ['督查激励地区'],
      'fact/完工日期': { none: true },
      'fact/贷款': { complete: true },
      'fact/贷款/b': { order: 0 },
      'fact/贷款/b/本金': '2000',
      'fact/贷款/b/各期付息': { complete: false },
      'fact/贷款/b/各期付息/x': { order: 0 },
      'fact/贷款/b/各期付息/x/起息日': '2020-12-21',
      'fact/贷款/a': { order: 1 },
      'fact/贷款/a/本金': '300',
    });
    expect(entryOfFields(fields, lists)).toEqual(LOANS);
  });

  test('没有行的单元格不成行：行被别人删去后，留下的字段不复活', () => {
    const fields = new Map([...fieldsOfEntry(LOANS)].filter(([path]) => path !== 'fact/贷款/a'));
    expect(entryOfFields(fields, lists)['贷款']).toMatchObject({ rows: [{ key: 'b' }] });
  });

  test('改一格只存一格，删行存空', () => {
    const { 项目备案总投资: _, ...rest } = LOANS;
    expect(savesBetween(LOANS, { ...rest, 项目备案总投资: '6000' })).toEqual([
      { path: 'fact/项目备案总投资', value: '6000' },
    ]);
    expect(savesBetween(LOANS, { 项目备案总投资: '5000' }).map((s) => s.value)).toContain(null);
  });

  test('任何两份填报内容：存下差别之后，就是后一份', () => {
    const cell = fc.oneof(
      fc.string({ minLength: 1, maxLength: 5 }),
      fc.constant({ none: true as const }),
    );
    const cells = (nested: fc.Arbitrary<Entry>) =>
      fc
        .tuple(fc.dictionary(fc.constantFrom('本金', '期限'), cell), nested)
        .map(([plain, more]): Entry => ({ ...plain, ...more }));
    const rows = (inner: fc.Arbitrary<Entry>) =>
      fc.record({
        complete: fc.boolean(),
        rows: fc.uniqueArray(fc.record({ key: fc.constantFrom('a', 'b', 'c'), cells: inner }), {
          selector: (row) => row.key,
        }),
      });
    const periods = fc
      .option(rows(cells(fc.constant({}))), { nil: undefined })
      .map((list): Entry => (list ? { 各期付息: list } : {}));
    const entry = fc
      .tuple(
        fc.dictionary(fc.constantFrom('甲', '乙'), cell),
        fc.option(rows(cells(periods)), { nil: undefined }),
      )
      .map(([plain, loans]): Entry => ({ ...plain, ...(loans && { 贷款: loans }) }));
    fc.assert(
      fc.property(entry, entry, (before, after) => {
        const fields = new Map(fieldsOfEntry(before));
        for (const { path, value } of savesBetween(before, after)) fields.set(path, value);
        const kept = new Map([...fields].filter(([, value]) => value !== null));
        expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(fieldsOfEntry(after)));
        expect(fieldsOfEntry(entryOfFields(kept, lists))).toEqual(fieldsOfEntry(after));
      }),
      { numRuns: 300 },
    );
  });
});
