import type { ValueContext } from '@fuchi/policy/facts/read-value';
import type { CheckedColumn, CheckedRegister } from '@fuchi/policy/register/checked-register';
import { type RegisterCells, readRegisterCells } from '@fuchi/policy/register/register-row';
import { parseCreditCode } from '@fuchi/values/credit-code';
import { NUMBER_KINDS, type NumberKind, usedNumberKey } from '@fuchi/values/used-number';

/** A cell of a list as a file or a person gives it. */
export interface ListCell {
  readonly kind: 'text' | 'number' | 'percent' | 'date' | 'formula' | 'error';
  readonly text: string;
}

/** What is wrong with a row, by the register's column. */
export interface RowFault {
  /** Id of the column; '' where it is the row as a whole. */
  readonly column: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** A row of a register as it is kept. */
export interface RegisterRow {
  /** The sheet's row, from 1. */
  readonly row: number;
  readonly creditCode: string | null;
  readonly name: string;
  /** Values by column; code and name stand beside. */
  readonly cells: RegisterCells;
  /** The number that may not be used twice, where the register holds such. */
  readonly number: { readonly kind: NumberKind; readonly key: string } | null;
}

export interface ReadRow {
  readonly row: RegisterRow;
  readonly faults: readonly RowFault[];
  /** Nothing keeps the row out, but somebody has to say that it is right. */
  readonly doubt: 'check-digit' | 'no-code' | null;
}

const MOST_NAME = 200;
/** A spreadsheet keeps no more digits of a number; the others are lost before we see it. */
const MOST_DIGITS = 15;

/**
 * Reads one row, whatever is wrong with it.
 * @param given cells by the register's column
 */
export function readListRow(
  register: CheckedRegister,
  row: number,
  given: ReadonlyMap<string, ListCell>,
  context: ValueContext,
): ReadRow {
  const faults: RowFault[] = [];
  const texts: Record<string, string> = {};
  const bad = new Set<string>();
  for (const column of register.columns) {
    const { id } = column.spec;
    const cell = given.get(id);
    if (!cell) continue;
    const code = unreadable(cell, column);
    if (code === undefined) texts[id] = cell.text;
    else {
      faults.push({ column: id, code, facts: { label: column.spec.label } });
      bad.add(id);
    }
  }
  const read = readRegisterCells(register, texts, context);
  for (const { path, code, facts } of read.faults) {
    if (!bad.has(path)) faults.push({ column: path, code, facts });
  }
  const columnOf = (role: CheckedColumn['role']) =>
    register.columns.find((column) => column.role === role)?.spec.id ?? '';
  const name = columnOf('name');
  const code = columnOf('code');
  const called = (texts[name] ?? '').trim().replace(/\s+/gu, ' ');
  if (called.length > MOST_NAME) {
    faults.push({ column: name, code: 'list-name-long', facts: { most: String(MOST_NAME) } });
  }
  const credit = readCode(texts[code] ?? '');
  if (credit.fault && !bad.has(code)) faults.push({ column: code, ...credit.fault });
  const cells = Object.fromEntries(
    Object.entries(read.cells).filter(([id]) => id !== name && id !== code),
  );
  const number = readNumber(register, cells, faults);
  return {
    row: { row, creditCode: credit.code, name: called.slice(0, MOST_NAME), cells, number },
    faults,
    doubt: credit.doubt,
  };
}

function unreadable({ kind, text }: ListCell, { spec }: CheckedColumn): string | undefined {
  if (kind === 'formula') return 'list-formula';
  if (kind === 'error') return 'list-error';
  const digits = text.replace(/\D/gu, '').replace(/^0+/u, '');
  const lost = kind === 'number' && spec.kind === '文字' && digits.length > MOST_DIGITS;
  return lost ? 'list-digits-lost' : undefined;
}

function readCode(text: string): {
  readonly code: string | null;
  readonly doubt: ReadRow['doubt'];
  readonly fault?: Omit<RowFault, 'column'>;
} {
  if (text.trim() === '') return { code: null, doubt: 'no-code' };
  const parsed = parseCreditCode(text);
  if (parsed.ok) return { code: parsed.value.text, doubt: null };
  // Some early codes fail their check digit; they are 18 characters like the others.
  if (parsed.code === 'check-digit') {
    return { code: text.normalize('NFKC').trim().toUpperCase(), doubt: 'check-digit' };
  }
  const facts = { given: parsed.facts['text'] ?? '' };
  return { code: null, doubt: null, fault: { code: `list-code-${parsed.code}`, facts } };
}

function readNumber(
  { numbers }: CheckedRegister,
  cells: RegisterCells,
  faults: RowFault[],
): RegisterRow['number'] {
  if (!numbers) return null;
  const kind = (Object.keys(NUMBER_KINDS) as NumberKind[]).find(
    (one) => NUMBER_KINDS[one] === cells[numbers.kind],
  );
  const number = cells[numbers.number];
  if (!kind || number === undefined) return null;
  const key = usedNumberKey({ kind, code: cells[numbers.code] ?? '', number });
  if (key.ok) return { kind, key: key.value };
  faults.push({ column: numbers.number, code: `list-number-${key.code}`, facts: key.facts });
  return null;
}
