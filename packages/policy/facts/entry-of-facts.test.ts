import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, factsOfEntry, type RowEntry } from './entry.ts';
import { entryOfFacts } from './entry-of-facts.ts';

const id = fc.constantFrom('项目总投入', '贷款', '机构类型', '完工日期');
const text = fc.constantFrom('2000', '是', '2021-10-20', '20%', '企业');
const plain = fc.oneof(
  text,
  fc.array(text, { minLength: 1, maxLength: 3 }),
  fc.constant({ none: true as const }),
);
const rows = fc
  .array(fc.dictionary(id, text, { minKeys: 1, maxKeys: 3 }), { maxLength: 3 })
  .map((cells) => cells.map((each, i): RowEntry => ({ key: String(i + 1), cells: each })));
const entries: fc.Arbitrary<Entry> = fc.dictionary(
  id,
  fc.oneof(plain, fc.record({ rows, complete: fc.constant(true) })),
);

describe('facts as answers', () => {
  it('come back from the facts that answers make', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        expect(entryOfFacts(factsOfEntry(entry))).toEqual({ entry: { ...entry }, left: [] });
      }),
    );
  });

  it.each([
    ['a unit beside the value', { value: '2000', unit: '万元' }, '2000万元'],
    ['a number', 2000, '2000'],
    ['a truth', true, '是'],
  ])('%s is written as one would write it', (_, fact, field) => {
    expect(entryOfFacts({ 项目总投入: fact })).toEqual({ entry: { 项目总投入: field }, left: [] });
  });

  it.each([
    ['several sources', { sources: { 企业申报: '1', 审计报告: '2' } }],
    ['a source', { value: '1', source: '审计报告' }],
    ['a moment', { value: '1', moment: '验收' }],
    ['a row of several sources', { rows: [{ 金额: { sources: { 企业申报: '1' } } }] }],
  ])('%s is left, by name', (_, fact) => {
    expect(entryOfFacts({ 项目总投入: fact, 贷款: null })).toEqual({
      entry: {},
      left: ['项目总投入'],
    });
  });
});
