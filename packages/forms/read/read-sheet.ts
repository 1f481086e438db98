import type { Form } from '@fuchi/guide/form';
import { isBlank } from '../check/says-nothing.ts';
import { type FieldAddress, pathOf, pathText, readAddress } from '../field-address.ts';
import type { Filling } from '../filling.ts';
import { MOST_ROWS } from '../filling-limits.ts';
import { TICK } from '../sheet-rows.ts';
import { clipped, type FillingFault } from './filling-fault.ts';
import { readFilling } from './read-filling.ts';

/** What stands in a cell of a spreadsheet that came back. */
export interface ReadCell {
  /** The text of the address the cell stands for. */
  readonly address: string;
  /** Where it stands in the sheet: D12. */
  readonly cell: string;
  readonly text: string;
}

/** A fault with the cell it is of; '' where it is of none. */
export interface SheetFault extends FillingFault {
  readonly cell: string;
}

/** What people tick a box with, or leave it with. */
const TICKS: ReadonlySet<string> = new Set([TICK, '✓', '✔', '☑', '■', '是', '1', '选', 'Y', 'y']);
const NO_TICKS: ReadonlySet<string> = new Set(['□', '☐', '否', '0', '×', '✗', 'N', 'n']);

/**
 * A filling from the cells of a spreadsheet that sheetRows laid out. Every fault with its cell; what is good survives.
 * @example readSheet(form, [{ address: '/targets/项目总投入/0/value', cell: 'E14', text: '3000' }])
 */
export function readSheet(
  form: Form,
  cells: readonly ReadCell[],
): { readonly filling: Filling; readonly faults: readonly SheetFault[] } {
  const faults: SheetFault[] = [];
  const cellOf = new Map(cells.map(({ address, cell }) => [address, cell]));
  const input = new SheetInput();
  for (const { address, cell, text } of cells) {
    const where = readAddress(address);
    const refuse = (code: string, facts: FillingFault['facts']) =>
      faults.push({ path: where ? pathOf(where) : [], code, facts, cell });
    const placed = where !== undefined && input.put(where, text);
    if (!placed) refuse('address-unknown', { address: clipped(address) });
    else if (where.kind === 'kind' && !isTick(text)) {
      refuse('tick-unknown', { given: clipped(text.trim()) });
    }
  }
  const read = readFilling(form, input.json());
  const ofCells = read.faults.map((fault) => ({
    ...fault,
    cell: cellOf.get(pathText(fault.path)) ?? '',
  }));
  return { filling: read.filling, faults: [...faults, ...ofCells] };
}

function isTick(text: string): boolean {
  return isBlank(text) || TICKS.has(text.trim()) || NO_TICKS.has(text.trim());
}

type Row = Record<string, string | Record<string, string>>;

/** The JSON of a filling, put together field by field. */
class SheetInput {
  private readonly header = new Map<string, string>();
  private readonly goals = new Map<string, string>();
  private readonly kinds: string[] = [];
  private readonly targets = new Map<string, Row[]>();
  private readonly own: Row[] = [];

  /** @returns false for a row beyond those a form can have */
  put(where: FieldAddress, text: string): boolean {
    switch (where.kind) {
      case 'header':
        this.header.set(where.name, text);
        return true;
      case 'goal':
        this.goals.set(where.name, text);
        return true;
      case 'kind':
        if (TICKS.has(text.trim())) this.kinds.push(where.name);
        return true;
      case 'target': {
        const rows = this.targets.get(where.id) ?? [];
        this.targets.set(where.id, rows);
        return putPart(rows, where, text);
      }
      case 'own':
        return putPart(this.own, where, text);
    }
  }

  json(): unknown {
    return {
      header: Object.fromEntries(this.header),
      goals: Object.fromEntries(this.goals),
      kinds: this.kinds,
      targets: Object.fromEntries(this.targets),
      own: this.own,
    };
  }
}

function putPart(
  rows: Row[],
  { index, part, year }: Extract<FieldAddress, { kind: 'target' | 'own' }>,
  text: string,
): boolean {
  if (index >= MOST_ROWS) return false;
  while (rows.length <= index) rows.push({});
  const row = rows[index] ?? {};
  const years = typeof row['years'] === 'object' ? row['years'] : {};
  if (part === 'year') row['years'] = text === '' ? years : { ...years, [year]: text };
  else row[part] = text;
  return true;
}
