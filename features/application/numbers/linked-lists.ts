import { type Domain, pointOf } from '@fuchi/policy/bounds/domain';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { LinkSpec } from '@fuchi/policy/fact-spec';
import type { Rational } from '@fuchi/values/rational';
import type { SaidApplication } from '../said-content.ts';
import { type CellName, namesIn, type RowNames, rowNames } from './row-names.ts';

/** A row as it was told; what can't be read is as if it weren't told. */
export interface ToldRow {
  /** From 1. */
  readonly row: number;
  readonly cells: ReadonlyMap<string, Domain>;
}

/** A column that names rows of another list, with what both lists say. */
export interface LinkedColumn {
  readonly list: FactSpec;
  readonly column: FactSpec;
  readonly link: LinkSpec;
  readonly target: FactSpec;
  readonly targets: readonly ToldRow[];
  readonly names: RowNames;
  readonly all: readonly ToldRow[];
  /** Rows in which the column is told. */
  readonly rows: readonly LinkedRow[];
}

export interface LinkedRow extends ToldRow {
  readonly named: readonly CellName[];
  /** The row it names, if it names exactly one. */
  readonly only: ToldRow | undefined;
}

/** Every column of an application's line by which rows name rows (对应), in the order of the guide. */
export function linkedColumns({
  judged,
}: Pick<SaidApplication, 'judged'>): readonly LinkedColumn[] {
  const { program, given } = judged;
  const rowsOf = (id: string): readonly ToldRow[] => {
    const rows = given.get(id)?.[0]?.domain;
    if (rows?.kind !== 'rows') return [];
    return rows.items.map(({ value }) => ({ row: value.number, cells: value.cells }));
  };
  return program.line.facts.flatMap((id) => {
    const list = program.specs.get(id);
    return (list?.columns ?? []).flatMap((column): readonly LinkedColumn[] => {
      const { link } = column;
      const target = link && program.specs.get(link.list);
      if (!list || !link || !target) return [];
      const targets = rowsOf(target.id);
      const names = namesOf(target, link.column, targets);
      const all = rowsOf(list.id);
      const rows = all.map((row): LinkedRow => {
        const named = namesIn(textIn(row, column.id), names);
        const [one, ...more] = named.length === 1 ? (named[0]?.rows ?? []) : [];
        const only = more.length === 0 ? targets.find((t) => t.row === one?.row) : undefined;
        return { ...row, named, only };
      });
      const told = rows.filter(({ named }) => named.length > 0);
      return [{ list, column, link, target, targets, names, all, rows: told }];
    });
  });
}

function namesOf(target: FactSpec, id: string, rows: readonly ToldRow[]): RowNames {
  const invoices = target.columns.find((c) => c.id === id)?.number === '发票';
  const code = invoices ? target.columns.find((c) => c.number === '发票代码') : undefined;
  const named = rows.map((row) => ({
    row: row.row,
    code: code ? textIn(row, code.id) : '',
    number: textIn(row, id),
  }));
  return rowNames(named, invoices);
}

/** What a text cell says; '' where it isn't told. */
export function textIn({ cells }: ToldRow, column: string): string {
  const cell = cells.get(column);
  return cell?.kind === 'word' && cell.values?.length === 1 ? (cell.values[0] ?? '') : '';
}

/** The figure or day a cell says; undefined where it isn't told. */
export function figureIn({ cells }: ToldRow, column: string): Rational | undefined {
  const cell = cells.get(column);
  return cell && pointOf(cell);
}
