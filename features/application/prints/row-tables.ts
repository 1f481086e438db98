import type { TextColumn, TextTable } from '@fuchi/documents/application/text-table';
import { inWan } from '@fuchi/policy/assess/show';
import { type Domain, isKnown, pointOf, type Rows } from '@fuchi/policy/bounds/domain';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import { grouped } from '@fuchi/ui/grouped';
import { add, type Rational, ZERO } from '@fuchi/values/rational';
import { alignOf, cellWords, headWords } from './value-words.ts';

/** A table of a list's rows, with what it is called: that of the list itself has no title. */
export interface RowTable {
  readonly title: string;
  readonly table: TextTable;
}

/** What a row is known by: its number, and its first cell. */
interface NamedRow {
  readonly number: string;
  readonly name: string;
  readonly cells: ReadonlyMap<string, Domain>;
}

/**
 * A list as tables: its rows, then for each list within them one table of all their rows, each with the row it belongs
 * to. Sums of amounts stand below where every row has one.
 * @param columns which columns and in which order; those of the rows themselves and of the lists within
 */
export function rowTables(
  spec: FactSpec,
  rows: Rows,
  columns: (list: FactSpec) => readonly FactSpec[],
): readonly RowTable[] {
  const own = columns(spec);
  const named = rows.items.map((item, i): NamedRow => {
    const { cells } = item.value;
    return { number: String(i + 1), name: nameOf(own, cells), cells };
  });
  const nested = spec.columns.flatMap((column): readonly RowTable[] => {
    if (column.type.kind !== 'rows') return [];
    const inner = named.flatMap((row) => innerRows(row, column.id));
    const ofWhich = { title: own[0]?.label ?? '', names: inner.map(({ name }) => name) };
    const table = tableOf(columns(column), inner, ofWhich);
    return inner.length === 0 ? [] : [{ title: column.label, table }];
  });
  return [{ title: '', table: tableOf(own, named, undefined) }, ...nested];
}

/** Columns that hold something in some row as it was told: what only follows is no part of what somebody said. */
export function toldColumns(
  spec: FactSpec,
  told: readonly ReadonlyMap<string, Domain>[],
): readonly FactSpec[] {
  return spec.columns.filter((column) =>
    told.some((cells) => {
      const domain = cells.get(column.id);
      return column.type.kind !== 'rows' && domain !== undefined && isKnown(domain);
    }),
  );
}

function innerRows(row: NamedRow, column: string): readonly NamedRow[] {
  const list = row.cells.get(column);
  if (list?.kind !== 'rows') return [];
  return list.items.map((item, i) => ({
    number: `${row.number}-${i + 1}`,
    name: row.name,
    cells: item.value.cells,
  }));
}

function nameOf(columns: readonly FactSpec[], cells: ReadonlyMap<string, Domain>): string {
  const [first] = columns;
  return first ? cellWords(cells.get(first.id), first) : '';
}

function tableOf(
  columns: readonly FactSpec[],
  rows: readonly NamedRow[],
  ofWhich: { readonly title: string; readonly names: readonly string[] } | undefined,
): TextTable {
  const head: TextColumn[] = [
    { title: '序号', align: 'center', names: true },
    ...(ofWhich ? [{ title: ofWhich.title, align: 'left', names: true } as const] : []),
  ];
  const sums = columns.map((column) => (isSummed(column) ? sumOf(column.id, rows) : undefined));
  const total = sums.some((sum) => sum !== undefined) && rows.length > 1;
  const lead = head.map((_, i) => (i === 0 ? '合计' : ''));
  return {
    columns: [
      ...head,
      ...columns.map((column, i): TextColumn => {
        const names = i === 0 && !ofWhich;
        return { title: headWords(column), align: alignOf(column), ...(names ? { names } : {}) };
      }),
    ],
    rows: rows.map(({ number, name, cells }) => [
      number,
      ...(ofWhich ? [name] : []),
      ...columns.map((column) => cellWords(cells.get(column.id), column)),
    ]),
    ...(total ? { total: [...lead, ...sums.map((sum) => (sum ? grouped(inWan(sum)) : ''))] } : {}),
  };
}

/** A balance is how things stand: those of several periods added up say nothing. */
function isSummed({ type, summed }: FactSpec): boolean {
  return type.kind === 'number' && type.dimension === 'money' && summed !== false;
}

/** @returns undefined where a row has no amount: a sum without it would say too little */
function sumOf(column: string, rows: readonly NamedRow[]): Rational | undefined {
  return rows.reduce<Rational | undefined>((sum, { cells }) => {
    const domain = cells.get(column);
    const amount = domain?.kind === 'num' ? pointOf(domain) : undefined;
    return sum && amount ? add(sum, amount) : undefined;
  }, ZERO);
}
