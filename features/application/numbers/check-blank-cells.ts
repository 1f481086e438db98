import type { FactSpec } from '@fuchi/policy/checked-guide';
import { type FieldEntry, isNone, isRows } from '@fuchi/policy/facts/entry';
import { rowNumbers } from '@fuchi/policy/sentence/left-out';
import { cellPath } from '@fuchi/ui/facts/field-path';
import { rowWord } from '@fuchi/ui/facts/row-word';
import { sign } from '@fuchi/values/rational';
import type { Checker } from '../check/checker.ts';
import type { ApplicationFinding } from '../check/finding.ts';
import type { SaidApplication } from '../said-content.ts';
import { figureIn, linkedColumns } from './linked-lists.ts';
import { numberColumns } from './written-numbers.ts';

/**
 * Rows that are filled in but for what they are found by: an invoice without its number can be used any number of
 * times, and one that names no contract or loan can't be held against it. Each list is told of once.
 */
export const checkBlankCells: Checker = async (_db, context) => [
  ...blankInvoices(context),
  ...blankLinks(context),
];

/** It holds an application up where somebody confirms the list, or the verdict or the amount rests on it. */
function blankInvoices(context: SaidApplication): readonly ApplicationFinding[] {
  const { program } = context.judged;
  const relied = new Set([
    ...program.order,
    ...program.line.source.annexes.map((annex) => annex.list.rows.text),
  ]);
  return numberColumns(context.guide).flatMap(({ list, kind, number, code }) => {
    const rows = kind === 'invoice' ? blankIn(context, list, number.id) : [];
    const [first] = rows;
    if (first === undefined) return [];
    const digital = code ? `；数电发票只填20位号码，不填${code.label}` : '';
    return [
      {
        code: 'invoice-blank',
        part: 'facts',
        path: cellPath(list.id, first, number.id),
        says: `${list.label}${rowNumbers(rows, rowWord(list))}没有填${number.label}，查不出是否用过，请补填${digital}。`,
        blocks: relied.has(list.id),
      },
    ];
  });
}

function blankLinks(context: SaidApplication): readonly ApplicationFinding[] {
  const blank = linkedColumns(context).flatMap((linked) => {
    const { list, column, link, target, all } = linked;
    // Within one list only red-letter invoices name another row.
    if (target.id === list.id) return [];
    const rows = blankIn(context, list, column.id).filter((row) => {
      const told = all.find((one) => one.row === row);
      const part = told && link.sum && figureIn(told, link.sum.amount);
      // Nothing of this row was paid out of what it would name.
      return !part || sign(part) !== 0;
    });
    return rows.length > 0 ? [{ list, column, target, rows }] : [];
  });
  return [...new Set(blank.map(({ list }) => list))].flatMap((list) => {
    const own = blank.filter((one) => one.list === list);
    const [first] = own;
    const row = first?.rows[0];
    if (!first || row === undefined) return [];
    const which = own.map(
      ({ column, rows }) => `${rowNumbers(rows, rowWord(list))}没有填${column.label}`,
    );
    const targets = [...new Set(own.map(({ target }) => target.label))].join('、');
    return [
      {
        code: 'link-blank',
        part: 'facts',
        path: cellPath(list.id, row, first.column.id),
        says: `${list.label}${which.join('，')}，与${targets}对不上，有的请补填。`,
        blocks: false,
      },
    ];
  });
}

/** Rows, from 1, in which a column is blank and another isn't. */
function blankIn({ judged }: SaidApplication, list: FactSpec, column: string): readonly number[] {
  const entry = judged.entry[list.id];
  if (entry === undefined || !isRows(entry)) return [];
  return entry.rows.flatMap(({ cells }, i) => {
    const filled = list.columns.some(({ id }) => isFilled(cells[id]));
    return filled && !isFilled(cells[column]) ? [i + 1] : [];
  });
}

function isFilled(cell: FieldEntry | undefined): boolean {
  if (cell === undefined) return false;
  if (typeof cell === 'string') return cell.trim() !== '';
  if (isRows(cell)) return cell.rows.length > 0;
  return isNone(cell) || cell.length > 0;
}
