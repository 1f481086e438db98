import type { FieldAddress } from '@fuchi/forms/field-address';
import type { Filling } from '@fuchi/forms/filling';
import { MOST_GOAL, MOST_ROWS, MOST_TEXT } from '@fuchi/forms/filling-limits';
import { withText } from '@fuchi/forms/typed-text';
import type { Form } from '@fuchi/guide/form';
import { MOST_PASTED, sheetCells, sheetDate } from '../../pasted-cells.ts';
import { type Grid, type GridCell, type GridRow, gridOf, ownRow, placeIn } from './grid.ts';

/** What came of a paste: how many cells were taken, and how many weren't because of what. */
export interface Pasted {
  readonly filling: Filling;
  readonly taken: number;
  /** On rows of kinds that aren't chosen. */
  readonly off: number;
  /** Beyond the last row or column. */
  readonly beyond: number;
}

/**
 * The filling after a block of a sheet is pasted into a field. Where most of the block's rows carry labels of the form,
 * what stands right of a label goes to its row, whatever the order; otherwise cells go right and down from the field.
 * Pasted into 个性指标, the block adds rows as it needs.
 * @param years the years whose columns are shown
 * @example pasted(form, filling, [], '/targets/节能量/0/value', '1200\n3').taken // 2
 */
export function pasted(
  form: Form,
  filling: Filling,
  years: readonly string[],
  at: string,
  text: string,
): Pasted {
  const block = sheetCells(text).slice(0, MOST_PASTED);
  const grid = gridOf(form, filling, years);
  const pieces = labelledPieces(grid, block) ?? piecesFrom(grid, years, at, block);
  let result: Pasted = { filling, taken: 0, off: 0, beyond: 0 };
  for (const { row, fields, texts } of pieces) {
    const told = (from: number) => texts.slice(from).filter((t) => t !== '').length;
    if (row?.off) {
      result = { ...result, off: result.off + told(0) };
      continue;
    }
    const taken = fields.slice(0, texts.length);
    let next = result.filling;
    for (const [i, { address }] of taken.entries())
      next = withText(form, next, address, textFor(form, address, texts[i] ?? ''));
    const beyond = result.beyond + told(fields.length);
    result = { ...result, filling: next, taken: result.taken + taken.length, beyond };
  }
  return result;
}

/** Texts side by side and the fields they go to. */
interface Piece {
  readonly row: GridRow | undefined;
  readonly fields: readonly GridCell[];
  readonly texts: readonly string[];
}

type Block = readonly (readonly string[])[];

/** @returns undefined where the block isn't told by labels */
function labelledPieces(grid: Grid, block: Block): readonly Piece[] | undefined {
  const rows = new Map(grid.filter((r) => r.label !== '').map((r) => [bare(r.label), r]));
  const pieces = block.flatMap((cells): Piece[] => {
    const label = cells.findIndex((cell) => rows.has(bare(cell)));
    const row = rows.get(bare(cells[label] ?? ''));
    if (!row) return [];
    return [{ row, fields: figuresFrom(row, 'value'), texts: cells.slice(label + 1) }];
  });
  return pieces.length > block.length / 2 ? pieces : undefined;
}

function piecesFrom(
  grid: Grid,
  years: readonly string[],
  at: string,
  block: Block,
): readonly Piece[] {
  const place = placeIn(grid, at);
  const start = place && grid[place.row];
  const cell = start?.cells[place?.cell ?? 0];
  if (!place || !cell) return [];
  const own = cell.address.kind === 'own' ? cell.address.index : undefined;
  return block.map((texts, r): Piece => {
    const row = grid[place.row + r];
    if (row) return { row, fields: fieldsFrom(row, cell.column), texts };
    if (own === undefined || own + r >= MOST_ROWS) return { row, fields: [], texts };
    return { row, fields: fieldsFrom(ownRow(own + r, years), cell.column), texts };
  });
}

/** Right from a column: figures go on into the years; what goes with a figure goes on field by field. */
function fieldsFrom(row: GridRow, column: string): readonly GridCell[] {
  if (isFigure(column)) return figuresFrom(row, column);
  const at = row.cells.findIndex((c) => c.column === column);
  return row.cells.slice(at < 0 ? row.main : at);
}

function figuresFrom(row: GridRow, column: string): readonly GridCell[] {
  const figures = row.cells.filter((c) => isFigure(c.column));
  if (figures.length === 0) return row.cells;
  const at = figures.findIndex((c) => c.column === column);
  return at < 0 ? [] : figures.slice(at);
}

function isFigure(column: string): boolean {
  return column === 'value' || /^\d{4}$/.test(column);
}

/** The labels are printed with breaks and blanks that a sheet doesn't have. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

function textFor(form: Form, address: FieldAddress, text: string): string {
  if (address.kind === 'goal') return text.slice(0, MOST_GOAL);
  const cut = text.slice(0, MOST_TEXT);
  if (address.kind !== 'header') return cut;
  const field = form.header.flat().find((f) => f.name === address.name);
  return field?.kind === '日期' ? sheetDate(cut) : cut;
}
