import { shownNumber } from '@fuchi/policy/assess/show';
import { pointOf, type Rows } from '@fuchi/policy/bounds/domain';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import { cellPath } from '@fuchi/ui/facts/field-path';
import { rowWord } from '@fuchi/ui/facts/row-word';
import { sign } from '@fuchi/values/rational';
import type { Checker } from '../check/checker.ts';
import type { ApplicationFinding } from '../check/finding.ts';
import { figureIn, type LinkedColumn, linkedColumns } from './linked-lists.ts';
import { redFaults, withoutPairs } from './red-invoices.ts';
import { numberColumns } from './written-numbers.ts';

/**
 * Red-letter invoices (红字发票) whose blue one isn't listed, or that take back more than it was for. Where a row names
 * the invoice it reverses, `checkLinks` holds the two against each other; for rows that name none only what can't be
 * whichever it is gets told, of lists said to be complete. The auditor who confirms the list decides, and nobody is
 * held up.
 */
export const checkRedInvoices: Checker = async (_db, context) => {
  const linked = linkedColumns(context);
  return numberColumns(context.guide).flatMap(({ list, kind }) => {
    const rows = context.judged.given.get(list.id)?.[0]?.domain;
    if (kind !== 'invoice' || rows?.kind !== 'rows') return [];
    const naming = linked.find((one) => one.list.id === list.id && one.target.id === list.id);
    return list.columns
      .filter(mayBeRed)
      .flatMap((amount) => [
        ...(naming ? blueNaming(naming, amount) : []),
        ...(rows.rest === undefined ? redFindings(list, amount, rows, naming) : []),
      ]);
  });
};

/** Invoices' amounts may be below nothing only where the guide takes red-letter ones. */
function mayBeRed({ type, least }: FactSpec): boolean {
  return type.kind === 'number' && type.dimension === 'money' && least === '';
}

/** An invoice that isn't red reverses none. */
function blueNaming(
  { list, column, rows }: LinkedColumn,
  amount: FactSpec,
): readonly ApplicationFinding[] {
  return rows.flatMap((row): readonly ApplicationFinding[] => {
    const figure = figureIn(row, amount.id);
    if (!figure || sign(figure) < 0) return [];
    const says = `${list.label}第${row.row}${rowWord(list)}的${amount.label}不是负数，不是红字发票，不填${column.label}；是红字发票的，金额填负数。`;
    const path = cellPath(list.id, row.row, column.id);
    return [{ code: 'blue-invoice-named', part: 'facts', path, says, blocks: false }];
  });
}

function redFindings(
  list: FactSpec,
  amount: FactSpec,
  rows: Rows,
  naming: LinkedColumn | undefined,
): readonly ApplicationFinding[] {
  const told = rows.items.map(({ value }) => {
    const cell = value.cells.get(amount.id);
    return cell && pointOf(cell);
  });
  const pairs = (naming?.rows ?? []).flatMap(({ row, only }) => {
    const at = (number: number) => rows.items.findIndex(({ value }) => value.number === number);
    return only && only.row !== row ? [{ red: at(row), blue: at(only.row) }] : [];
  });
  const { larger, beyond } = redFaults(withoutPairs(told, pairs));
  const of = { code: 'red-invoice', part: 'facts', blocks: false } as const;
  const single = larger.map((i): ApplicationFinding => {
    const row = rows.items[i]?.value.number ?? i + 1;
    const says = `${list.label}第${row}${rowWord(list)}是红字发票，${amount.label}比清单里哪一张蓝字发票都大，请核对金额，或者补列它冲销的蓝字发票；蓝字发票不计入的，这一张也不列。`;
    return { ...of, path: cellPath(list.id, row, amount.id), says };
  });
  if (beyond === undefined) return single;
  const { value, unit } = shownNumber(beyond, 'money');
  const says = `${list.label}里的红字发票合计比蓝字发票多${value}${unit}，请核对有没有漏列蓝字发票。`;
  return [...single, { ...of, path: list.id, says }];
}
