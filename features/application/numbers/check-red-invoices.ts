import { shownNumber } from '@fuchi/policy/assess/show';
import { pointOf, type Rows } from '@fuchi/policy/bounds/domain';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import { cellPath } from '@fuchi/ui/facts/field-path';
import type { Checker } from '../check/checker.ts';
import type { ApplicationFinding } from '../check/finding.ts';
import { redFaults } from './red-invoices.ts';
import { numberColumns } from './written-numbers.ts';

/**
 * Red-letter invoices (红字发票) whose blue one isn't listed, or that take back more than it was for. Which one a row
 * reverses the guide's lists don't ask, so only what can't be whichever it is gets told, of lists said to be complete;
 * the auditor who confirms the list decides, and nobody is held up.
 */
export const checkRedInvoices: Checker = async (_db, { guide, judged }) =>
  numberColumns(guide).flatMap(({ list, kind }) => {
    const rows = judged.given.get(list.id)?.[0]?.domain;
    if (kind !== 'invoice' || rows?.kind !== 'rows' || rows.rest !== undefined) return [];
    return list.columns.filter(mayBeRed).flatMap((amount) => redFindings(list, amount, rows));
  });

/** Invoices' amounts may be below nothing only where the guide takes red-letter ones. */
function mayBeRed({ type, least }: FactSpec): boolean {
  return type.kind === 'number' && type.dimension === 'money' && least === '';
}

function redFindings(list: FactSpec, amount: FactSpec, rows: Rows): readonly ApplicationFinding[] {
  const amounts = rows.items.map(({ value }) => {
    const cell = value.cells.get(amount.id);
    return cell && pointOf(cell);
  });
  const { larger, beyond } = redFaults(amounts);
  const of = { code: 'red-invoice', part: 'facts', blocks: false } as const;
  const single = larger.map((i): ApplicationFinding => {
    const row = rows.items[i]?.value.number ?? i + 1;
    const says = `${list.label}第${row}行是红字发票，${amount.label}比清单里哪一张蓝字发票都大，请核对金额，或者补列它冲销的蓝字发票；蓝字发票不计入的，这一张也不列。`;
    return { ...of, path: cellPath(list.id, row, amount.id), says };
  });
  if (beyond === undefined) return single;
  const { value, unit } = shownNumber(beyond, 'money');
  const says = `${list.label}里的红字发票合计比蓝字发票多${value}${unit}，请核对有没有漏列蓝字发票。`;
  return [...single, { ...of, path: list.id, says }];
}
