import { describe, expect, test } from 'vitest';
import { label, type Row, type Table, value } from './table.ts';
import { pageParts, placedCells, tableSlice } from './table-slice.ts';

/** A head, then two levels merged over four rows; the third row begins a page. */
const TABLE: Table = {
  kind: 'table',
  columns: [10, 10, 20],
  headerRows: 1,
  joined: true,
  rows: [
    row([label('全部', { rowSpan: 5, repeatLabel: true }), label('级'), label('值')]),
    row([label('甲', { rowSpan: 3, repeatLabel: true }), value('1')]),
    row([value('2')]),
    row([value('3')], true),
    row([label('乙'), value('4')]),
  ],
};

function row(cells: Row['cells'], startsPage = false): Row {
  return { cells, minHeight: 7, startsPage };
}

function texts(table: Table): readonly string[] {
  return table.rows.map(({ cells }) =>
    cells
      .map(
        ({ lines, rowSpan }) => `${lines.flat().map((r) => r.text)}${rowSpan > 1 ? rowSpan : ''}`,
      )
      .join(' '),
  );
}

describe('a table on several pages', () => {
  test('each part has the head, and the labels that were cut', () => {
    const [first, second] = pageParts(TABLE);
    expect(first && texts(first)).toEqual(['全部3 级 值', '甲2 1', '2']);
    expect(second && texts(second)).toEqual(['全部3 级 值', '甲 3', '乙 4']);
    expect([first?.joined, second?.joined]).toEqual([true, false]);
    expect(second?.rows.some((r) => r.startsPage)).toBe(false);
  });

  test('a label that doesn’t repeat leaves its cell empty', () => {
    const rows = TABLE.rows.map((r, i) =>
      i === 1 ? row([label('甲', { rowSpan: 3 }), value('1')]) : r,
    );
    expect(texts(tableSlice({ ...TABLE, rows }, 3, 5))).toEqual(['全部3 级 值', ' 3', '乙 4']);
  });

  test('a table that starts no page is one part, itself', () => {
    const rows = TABLE.rows.map((r) => ({ ...r, startsPage: false }));
    const whole = { ...TABLE, rows };
    expect(pageParts(whole)).toEqual([whole]);
    expect(tableSlice(whole, 0, 5)).toEqual(whole);
  });

  test('cells stand beside what covers their row', () => {
    expect(placedCells(TABLE).map(({ row: r, column }) => [r, column])).toEqual([
      ...[
        [0, 0],
        [0, 1],
        [0, 2],
      ],
      ...[
        [1, 1],
        [1, 2],
      ],
      [2, 2],
      [3, 2],
      ...[
        [4, 1],
        [4, 2],
      ],
    ]);
  });
});
