import { shownNumber } from '@fuchi/policy/assess/show';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import { cellPath } from '@fuchi/ui/facts/field-path';
import { rowWord } from '@fuchi/ui/facts/row-word';
import { abs, add, cmp, type Rational, ZERO } from '@fuchi/values/rational';
import type { Checker } from '../check/checker.ts';
import type { ApplicationFinding } from '../check/finding.ts';
import {
  figureIn,
  type LinkedColumn,
  linkedColumns,
  type ToldRow,
  textIn,
} from './linked-lists.ts';
import { nearRow } from './row-names.ts';

/**
 * Rows that name rows of another list (对应): equipment its invoices, an invoice its contract and the drawdown that paid
 * it. A number the other list doesn't have may still be listed there, or be written otherwise, and holds nobody up;
 * nor does a payment before the drawdown, since what was paid in advance may be replaced by the loan and whoever audits
 * the list decides. Amounts beyond what they are part of are wrong whatever else is added, and do.
 */
export const checkLinks: Checker = async (_db, context) =>
  linkedColumns(context).flatMap((linked) => [
    ...unknownNames(linked),
    ...beyondLimit(linked),
    ...beforeDate(linked),
  ]);

function unknownNames(linked: LinkedColumn): readonly ApplicationFinding[] {
  const { list, column, target, targets, names, rows } = linked;
  const of = { code: 'link-unknown', part: 'facts', blocks: false } as const;
  if (targets.length === 0) {
    if (rows.length === 0) return [];
    const says = `${list.label}里填了${column.label}，${target.label}还一行也没有，请补填。`;
    return [{ ...of, path: target.id, says }];
  }
  return rows.flatMap(({ row, named }) =>
    named
      .filter((name) => name.rows.length === 0)
      .map(({ written }): ApplicationFinding => {
        const near = nearRow(written, names);
        const hint = near ? `（第${near.row}${rowWord(target)}的“${near.number}”与它相近）` : '';
        const says = `${list.label}第${row}${rowWord(list)}的${column.label}“${written}”，${target.label}里没有${hint}，请核对，或者在那里补列。`;
        return { ...of, path: cellPath(list.id, row, column.id), says };
      }),
  );
}

/** Only rows that name one row count: how the amount of others is parted among theirs isn't told. */
function beyondLimit(linked: LinkedColumn): readonly ApplicationFinding[] {
  const { list, link, target, targets, rows } = linked;
  const { sum } = link;
  if (!sum) return [];
  const label = labelOf(list, sum.amount);
  return targets.flatMap((named): readonly ApplicationFinding[] => {
    const limit = figureIn(named, sum.atMost);
    const parts = rows.flatMap((row) => {
      const figure = row.only === named ? figureIn(row, sum.amount) : undefined;
      return figure ? [{ row: row.row, figure: abs(figure) }] : [];
    });
    const [first] = parts;
    const total = parts.reduce((all, { figure }) => add(all, figure), ZERO);
    if (!limit || !first || cmp(total, limit) <= 0) return [];
    const which = `${list.label}第${parts.map(({ row }) => row).join('、')}${rowWord(list)}的${label}`;
    const there = `${nameOf(linked, named)}的${labelOf(target, sum.atMost)}`;
    const says = `${which}${parts.length > 1 ? '合计' : ''}${money(total)}，多于${there}${money(limit)}，请更正。`;
    const path = cellPath(list.id, first.row, sum.amount);
    return [{ code: 'link-beyond', part: 'facts', path, says, blocks: true }];
  });
}

function beforeDate(linked: LinkedColumn): readonly ApplicationFinding[] {
  const { list, link, target, rows } = linked;
  const { order } = link;
  if (!order) return [];
  return rows.flatMap((row): readonly ApplicationFinding[] => {
    const date = figureIn(row, order.date);
    const from = row.only && figureIn(row.only, order.notBefore);
    if (!date || !row.only || !from || cmp(date, from) >= 0) return [];
    const there = `${nameOf(linked, row.only)}的${labelOf(target, order.notBefore)}`;
    const says = `${list.label}第${row.row}${rowWord(list)}的${labelOf(list, order.date)}${day(date)}，早于${there}${day(from)}，请核对。`;
    const path = cellPath(list.id, row.row, order.date);
    return [{ code: 'link-before', part: 'facts', path, says, blocks: false }];
  });
}

function nameOf({ link, target }: LinkedColumn, named: ToldRow): string {
  return `${target.label}第${named.row}${rowWord(target)}（${textIn(named, link.column)}）`;
}

function labelOf({ columns }: FactSpec, id: string): string {
  return columns.find((column) => column.id === id)?.label ?? id;
}

function money(x: Rational): string {
  const { value, unit } = shownNumber(x, 'money');
  return `${value}${unit}`;
}

function day(x: Rational): string {
  return shownNumber(x, 'date').value;
}
