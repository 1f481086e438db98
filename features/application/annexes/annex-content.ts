import type { AnnexColumn, AnnexRow, AnnexTable } from '@fuchi/documents/application/annex-table';
import type { Annex as AnnexData, AnnexList } from '@fuchi/guide/annex';
import { inWan } from '@fuchi/policy/assess/show';
import { type Domain, pointOf } from '@fuchi/policy/bounds/domain';
import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import { type FieldEntry, isRows } from '@fuchi/policy/facts/entry';
import { grouped } from '@fuchi/ui/grouped';
import { add, type Rational, ZERO } from '@fuchi/values/rational';
import { type ReadContent, readContent, type SaidContent } from '../prints/read-content.ts';
import { alignOf, cellWords, headWords } from '../prints/value-words.ts';

/** One of a line's annexes with the rows of an application. */
export interface ApplicationAnnex {
  /** Counts the line's annexes from 1. */
  readonly number: number;
  readonly title: string;
  readonly paper: string;
  readonly issuer: string;
  readonly tables: readonly ListTable[];
}

/** A table, with the list it is of: what comes back is read by it. */
export interface ListTable extends AnnexTable {
  readonly spec: FactSpec;
  readonly fact: string;
  /** Where a row stands that is added. */
  readonly nextOrder: number;
}

/**
 * The annexes of an application's line, in the order of its data, with what is filled in now.
 * @throws where the guide isn't the content's
 */
export function annexesOf(content: SaidContent, guide: CheckedGuide): readonly ApplicationAnnex[] {
  const read = readContent(content, guide);
  return read.line.annexes.map((annex, i) => ({
    number: i + 1,
    title: annex.name.text,
    paper: annex.paper.text,
    issuer: issuerOf(read, annex),
    tables: tablesOf(read, annex),
  }));
}

function issuerOf({ line }: ReadContent, { issuer, paper }: AnnexData): string {
  return issuer === '' ? (line.papers.find((p) => p.name === paper.text)?.issuer ?? '') : issuer;
}

/** A row as it was filled in and as it is known, with what follows. */
interface ListedRow {
  readonly key: string;
  readonly number: string;
  readonly cells: ReadonlyMap<string, Domain>;
  readonly told: Readonly<Record<string, FieldEntry>>;
}

function tablesOf(read: ReadContent, annex: AnnexData): readonly ListTable[] {
  const fact = annex.list.rows.text;
  const spec = read.guide.facts[fact];
  if (!spec) return [];
  const known = read.known.get(fact);
  const rows = listedRows(read.entry[fact], known, '', '');
  const nextOrder = annex.addsRows ? lastOrder(read, fact) + 1 : undefined;
  const own = tableOf(spec, fact, annex.list, rows, nextOrder);
  const within = spec.columns.find((column) => column.id === annex.within?.rows.text);
  if (!annex.within || !within) return [own];
  const inner = rows.flatMap((row) =>
    listedRows(
      row.told[within.id],
      row.cells.get(within.id),
      `${row.key}/${within.id}/`,
      `${row.number}-`,
    ),
  );
  return [own, tableOf(within, fact, annex.within, inner, undefined)];
}

/** Rows have their keys where they were filled in; what follows for them stands in the same order. */
function listedRows(
  entry: FieldEntry | undefined,
  known: Domain | undefined,
  before: string,
  numbers: string,
): readonly ListedRow[] {
  if (!isRows(entry) || known?.kind !== 'rows') return [];
  return entry.rows.flatMap(({ key, cells: told }, i): readonly ListedRow[] => {
    const cells = known.items[i]?.value.cells;
    return cells ? [{ key: `${before}${key}`, number: `${numbers}${i + 1}`, cells, told }] : [];
  });
}

function tableOf(
  spec: FactSpec,
  fact: string,
  { columns, confirmed }: AnnexList,
  rows: readonly ListedRow[],
  nextOrder: number | undefined,
): ListTable {
  const own = new Set(confirmed.map(({ text }) => text));
  const printed = columns.flatMap(({ text }) => spec.columns.find((c) => c.id === text) ?? []);
  const sums = printed.map((column) => sumOf(column, rows));
  return {
    name: spec.label,
    columns: printed.map(
      (column): AnnexColumn => ({
        id: column.id,
        title: headWords(column),
        align: alignOf(column),
        confirmed: own.has(column.id),
      }),
    ),
    rows: rows.map(
      ({ key, number, cells }): AnnexRow => ({
        key,
        number,
        cells: printed.map((column) => cellWords(cells.get(column.id), column)),
      }),
    ),
    total:
      rows.length > 1 && sums.some((sum) => sum !== undefined)
        ? sums.map((sum) => (sum ? grouped(inWan(sum)) : ''))
        : undefined,
    addsRows: nextOrder !== undefined,
    spec,
    fact,
    nextOrder: nextOrder ?? 0,
  };
}

/** @returns undefined for what isn't money, and where a row has no amount */
function sumOf({ id, type }: FactSpec, rows: readonly ListedRow[]): Rational | undefined {
  if (type.kind !== 'number' || type.dimension !== 'money') return undefined;
  return rows.reduce<Rational | undefined>((sum, { cells }) => {
    const domain = cells.get(id);
    const amount = domain ? pointOf(domain) : undefined;
    return sum && amount ? add(sum, amount) : undefined;
  }, ZERO);
}

/** The place of a list's last row; −1 where it has none. */
function lastOrder({ content }: ReadContent, fact: string): number {
  return Object.entries(content.fields).reduce((last, [path, value]) => {
    const [part, list, key, ...rest] = path.split('/');
    const isRow = part === 'fact' && list === fact && key !== undefined && rest.length === 0;
    const order = isRow && typeof value === 'object' && value !== null && 'order' in value;
    return order ? Math.max(last, value.order) : last;
  }, -1);
}
