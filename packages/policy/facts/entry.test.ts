import { pathOfMissing } from '@fuchi/ui/facts/field-path';
import { describe, expect, test } from 'vitest';
import { type Entry, factsOfEntry, NO_ROWS, readEntry } from './entry.ts';

describe('what is entered', () => {
  test('becomes facts: what is empty is not told, and nothing is turned into a number', () => {
    const entry: Entry = {
      项目总投入: ' 5000.10 ',
      项目实施地: '',
      所属领域: [],
      专利类型: ['发明'],
      完工日期: { none: true },
      发票: NO_ROWS,
      贷款: {
        rows: [{ key: '7', cells: { 本金: '2000', 期限: '', 各期付息: NO_ROWS } }],
        complete: false,
      },
      班次: { rows: [], complete: true },
    };
    expect(factsOfEntry(entry)).toEqual({
      项目总投入: '5000.10',
      专利类型: ['发明'],
      完工日期: { none: true },
      贷款: { rows: [{ 本金: '2000' }], complete: false },
      班次: { rows: [], complete: true },
    });
  });

  test('is the same after it was kept', () => {
    const entry: Entry = {
      甲: '1',
      乙: ['丙'],
      丁: { none: true },
      戊: { rows: [{ key: '1', cells: { 己: '2' } }], complete: true },
    };
    expect(readEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
  });

  test.each([null, 3, 'x', [], { 甲: 3, 乙: null, 丙: { rows: 1 } }])(
    'is nothing where %j was kept',
    (kept) => expect(readEntry(kept)).toEqual({}),
  );
});

test('a missing fact leads to its field', () => {
  expect(pathOfMissing('项目总投入', undefined)).toBe('项目总投入');
  expect(pathOfMissing('贷款.本金', 2)).toBe('贷款[2].本金');
  expect(pathOfMissing('贷款.各期付息.付息日', 2)).toBe('贷款');
});
