import type { OfficialDocument } from '@fuchi/documents/document';
import { type Cell, label, type Row, type Table, value } from '@fuchi/documents/table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedWriter } from './forms.fixture.ts';
import { HAS_POPPLER, pdfWords } from './rendering.ts';

const WRITER = await shippedWriter();
const BOTTOM = 25;
const PAGE_HEIGHT = 842;
const POINTS = 72 / 25.4;

/** Groups of groups of rows: how many rows each inner group has, and how many lines each row's text. */
type Shape = readonly (readonly (readonly number[])[])[];

const shapes: fc.Arbitrary<Shape> = fc.array(
  fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 9 }), {
    minLength: 1,
    maxLength: 4,
  }),
  { minLength: 1, maxLength: 5 },
);

interface ShapedRow {
  readonly outer: string;
  readonly inner: string;
  readonly name: string;
  readonly lines: number;
}

/** Labels that no other text holds: G0 for groups, H1 for groups in them, a row from B1 to E1. One script, so that each is one word. */
function rowsOf(shape: Shape): readonly ShapedRow[] {
  let inner = 0;
  let row = 0;
  return shape.flatMap((groups, outer) =>
    groups.flatMap((lines) => {
      inner += 1;
      return lines.map((count) => {
        row += 1;
        return { outer: `G${outer}`, inner: `H${inner}`, name: `${row}`, lines: count };
      });
    }),
  );
}

function tableOf(shape: Shape): Table {
  const rows = rowsOf(shape);
  const count = (key: 'outer' | 'inner', name: string) =>
    rows.filter((row) => row[key] === name).length;
  const body = rows.map((row, i): Row => {
    const before = rows[i - 1];
    const cells: Cell[] = [];
    if (before?.outer !== row.outer) {
      cells.push(label(row.outer, { rowSpan: count('outer', row.outer), repeatLabel: true }));
    }
    if (before?.inner !== row.inner) {
      cells.push(label(row.inner, { rowSpan: count('inner', row.inner), repeatLabel: true }));
    }
    const middle = Array.from({ length: Math.max(0, row.lines - 2) }, () => '中');
    const text = row.lines === 1 ? [`B${row.name}`] : [`B${row.name}`, ...middle, `E${row.name}`];
    return { cells: [...cells, value(text.join('\n'))], minHeight: 7, startsPage: false };
  });
  const header: Row = {
    cells: [label('外头'), label('内头'), label('行头')],
    minHeight: 9,
    startsPage: false,
  };
  return {
    kind: 'table',
    columns: [30, 30, 100],
    headerRows: 1,
    joined: false,
    rows: [header, ...body],
  };
}

function documentOf(table: Table): OfficialDocument {
  return {
    layout: 'form',
    language: 'zh-CN',
    title: '示例',
    page: { orientation: 'portrait', margins: { top: 20, right: 25, bottom: BOTTOM, left: 25 } },
    furniture: { head: '', foot: undefined, pageNumber: 'none' },
    blocks: [table],
  };
}

/** The words of each page; a page end in the middle of a row would put its parts on two pages. */
function wordsByPage(table: Table) {
  const pdf = WRITER.write(documentOf(table));
  if (pdf.kind !== 'pdf') throw new Error('refused');
  return pdfWords(pdf.bytes);
}

describe.skipIf(!HAS_POPPLER)('where a page ends in a table', () => {
  it('no row is cut, each stands once, head and labels stand again, nothing stands in the margin', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const pages = wordsByPage(tableOf(shape));
        const rows = rowsOf(shape);
        const placed = rows.map((row) => {
          const begin = `B${row.name}`;
          const end = row.lines === 1 ? begin : `E${row.name}`;
          const on = (word: string) =>
            pages.flatMap((words, page) => words.filter((w) => w.word === word).map(() => page));
          expect([row.name, on(begin)]).toEqual([row.name, [on(begin)[0]]]);
          expect([row.name, on(end)]).toEqual([row.name, on(begin)]);
          return on(begin)[0];
        });
        expect(placed).toEqual([...placed].sort((a, b) => (a ?? 0) - (b ?? 0)));
        pages.forEach((words, page) => {
          const here = rows.filter((_, i) => placed[i] === page);
          const labels = [...new Set(here.flatMap(({ outer, inner }) => [outer, inner]))];
          const shown = words.map(({ word }) => word).filter((word) => /^[GH]/.test(word));
          expect(shown.sort()).toEqual(labels.sort());
          for (const head of ['外头', '内头', '行头']) {
            expect(words.filter(({ word }) => word === head)).toHaveLength(1);
          }
          const lowest = Math.max(...words.map(({ bottom }) => bottom));
          expect(lowest).toBeLessThan(PAGE_HEIGHT - BOTTOM * POINTS + 5);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('a page is filled before the next begins', () => {
    const pages = wordsByPage(tableOf([[Array.from({ length: 100 }, () => 1)]]));
    const bottoms = pages.slice(0, -1).map((words) => Math.max(...words.map((w) => w.bottom)));
    expect(pages).toHaveLength(3);
    for (const bottom of bottoms) {
      expect(bottom).toBeGreaterThan(PAGE_HEIGHT - BOTTOM * POINTS - 2 * 7 * POINTS);
    }
  });

  it('a row higher than a page goes on, with all of its text and what comes after it', () => {
    const long = Array.from({ length: 150 }, (_, i) => `S${i}`).join('\n');
    const row = (text: string): Row => ({ cells: [value(text)], minHeight: 7, startsPage: false });
    const rows = [row('丙前'), row(long), row('丙后')];
    const pages = wordsByPage({
      kind: 'table',
      columns: [160],
      headerRows: 0,
      joined: false,
      rows,
    });
    const words = pages.flat().map(({ word }) => word);
    expect(words).toEqual(['丙前', ...Array.from({ length: 150 }, (_, i) => `S${i}`), '丙后']);
  });
});
