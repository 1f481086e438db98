import type { Filling } from '@fuchi/forms/filling';
import { type SheetCell, type SheetRow, sheetRows } from '@fuchi/forms/sheet-rows';
import { type Form, indicatorsOf } from '@fuchi/guide/form';
import { formColumns, type GridColumns } from './grid-columns.ts';
import type { GridCell, SheetGrid } from './sheet-grid.ts';
import type { CellStyle } from './sheet-styles.ts';

const RETURN = '填好后原样上传到系统即可读回：请不要增删行列，也不要另存为其他格式。';
/** A row's character below the other takes so many rows. */
const ROWS_PER_CHARACTER = 0.7;

/**
 * A form as cells of a sheet that looks like the printed form: levels merged on the left, what is filled in on the
 * right, and right of it what the printed form has no cell for: the unit, the chosen measure, the targets by year.
 * Inputs come in the order of sheetRows.
 */
export function formGrid(form: Form, filling: Filling): SheetGrid {
  const rows = sheetRows(form, filling);
  const columns = formColumns(form, rows);
  const grid = new GridBuilder(columns);
  grid.line(`附件${form.id}`, 'annex-mark');
  for (const line of form.title) grid.line(line, 'title');
  grid.line(`（${form.year}）`, 'subtitle');
  grid.header(form, of(rows, 'header'));
  for (const row of of(rows, 'goal')) grid.goal(row);
  grid.kinds(form, of(rows, 'kind'));
  const titles = grid.next;
  grid.indicators(form, of(rows, 'target'));
  grid.own(form, of(rows, 'own'));
  form.notes.forEach((note, i) => {
    grid.line(`${i === 0 ? '说明：' : '　　　'}${i + 1}. ${note.says}`, 'note');
  });
  grid.line(RETURN, 'note');
  return { columns: columns.widths, cells: grid.cells, rows: grid.next, titles };
}

function of(rows: readonly SheetRow[], section: SheetRow['section']): readonly SheetRow[] {
  return rows.filter((row) => row.section === section);
}

/** Puts cells one row below the other. */
class GridBuilder {
  readonly cells: GridCell[] = [];
  /** The row to come, from 0. */
  next = 0;
  readonly #at: GridColumns;

  constructor(columns: GridColumns) {
    this.#at = columns;
  }

  line(text: string, style: CellStyle): void {
    this.#label(text, 0, this.#at.value, style);
    this.next += 1;
  }

  header(form: Form, rows: readonly SheetRow[]): void {
    const { one, two, labelEnd, value } = this.#at;
    let from = 0;
    for (const line of form.header) {
      const [first, second] = rows.slice(from, from + line.length);
      from += line.length;
      if (first) {
        this.#label(first.label, 0, one, 'label');
        this.#only(first, two, second ? labelEnd - 1 : value, 'input-left');
      }
      if (second) {
        this.#label(second.label, labelEnd, labelEnd, 'label');
        this.#only(second, value, value, 'input-left');
      }
      this.next += 1;
    }
  }

  goal(row: SheetRow): void {
    this.#label(row.label, 0, this.#at.one, 'label');
    this.#only(row, this.#at.two, this.#at.value, 'input-long');
    this.next += 1;
  }

  kinds(form: Form, rows: readonly SheetRow[]): void {
    const { one, two, labelEnd, value } = this.#at;
    rows.forEach((row, i) => {
      if (i === 0) this.#label(form.grouping?.name ?? '', 0, one, 'label', rows.length);
      this.#label(row.label, two, labelEnd, 'label-left');
      this.#only(row, value, value, 'input');
      this.next += 1;
    });
  }

  indicators(form: Form, rows: readonly SheetRow[]): void {
    const { one, two, group, label, labelEnd, value, extras } = this.#at;
    const [first = '', second = '', third = '', last = ''] = form.headings;
    this.#label(form.common, 0, 0, 'label', rows.length + 1);
    this.#label(first, one, one, 'label');
    this.#label(second, two, two, 'label');
    this.#label(third, group ?? label, labelEnd, 'label');
    this.#label(last, value, value, 'label');
    for (const [heading, column] of extras) this.#label(heading, column, column, 'label');
    this.next += 1;
    const wide = wideLabels(form);
    rows.forEach((row, i) => {
      const before = rows[i - 1];
      const under = (levels: (row: SheetRow) => string) =>
        before && levels(before) === levels(row) ? 0 : runLength(rows, i, levels);
      const ones = under((r) => r.one);
      const tall = ones * ROWS_PER_CHARACTER >= row.one.length * ROWS_PER_CHARACTER;
      if (ones > 0) this.#label(row.one, one, one, tall ? 'label-vertical' : 'label', ones);
      const twos = under((r) => `${r.one}/${r.two}`);
      if (twos > 0) this.#label(row.two, two, two, 'label', twos);
      const grouped = row.group !== '' && !wide.has(row.label);
      const groups = under((r) => `${r.one}/${r.two}/${r.group}`);
      if (group !== undefined && grouped && groups > 0) {
        this.#label(row.group, group, group, 'label', groups);
      }
      this.#label(row.label, grouped ? label : (group ?? label), labelEnd, 'label-left');
      this.#targets(row.cells);
      this.next += 1;
    });
  }

  own(form: Form, rows: readonly SheetRow[]): void {
    const { one, labelEnd } = this.#at;
    rows.forEach((row, i) => {
      if (i === 0) this.#label(form.own, 0, 0, 'label', rows.length);
      const [name, ...targets] = row.cells;
      if (name) this.#input(name, one, labelEnd, 'input-left');
      this.#targets(targets);
      this.next += 1;
    });
  }

  #label(text: string, from: number, to: number, style: CellStyle, rowSpan = 1): void {
    const place = { row: this.next, column: from, rowSpan, colSpan: to - from + 1 };
    this.cells.push({ ...place, text, style, input: undefined });
  }

  /** The cell of a row that has no other. */
  #only({ cells }: SheetRow, from: number, to: number, style: CellStyle): void {
    for (const cell of cells) this.#input(cell, from, to, style);
  }

  #targets([first, ...others]: readonly SheetCell[]): void {
    const { value } = this.#at;
    if (first) this.#input(first, value, value, 'input');
    this.#extras(others);
  }

  #extras(cells: readonly SheetCell[]): void {
    const asked = new Map(cells.map((cell) => [cell.heading, cell]));
    for (const [heading, column] of this.#at.extras) {
      const cell = asked.get(heading);
      if (cell) this.#input(cell, column, column, 'input');
      else this.#label('', column, column, 'unused');
    }
  }

  #input(input: SheetCell, from: number, to: number, style: CellStyle): void {
    const place = { row: this.next, column: from, rowSpan: 1, colSpan: to - from + 1 };
    this.cells.push({ ...place, text: input.text, style, input });
  }
}

/** Labels that take the column of the group too. */
function wideLabels(form: Form): ReadonlySet<string> {
  const wide = indicatorsOf(form).filter(({ indicator }) => indicator.wide);
  return new Set(wide.map(({ indicator }) => indicator.label));
}

function runLength(
  rows: readonly SheetRow[],
  from: number,
  levels: (row: SheetRow) => string,
): number {
  const first = rows[from];
  const other = rows.findIndex((row, i) => i > from && first && levels(row) !== levels(first));
  return (other < 0 ? rows.length : other) - from;
}
