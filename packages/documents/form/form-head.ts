import type { Filling } from '@fuchi/forms/filling';
import type { Form, HeaderField } from '@fuchi/guide/form';
import { parseDate, partsOf } from '@fuchi/values/date';
import { label, type Row, type Table, value } from '../table.ts';
import { yearlyText } from './form-yearly.ts';

const COLUMNS = [11, 16, 56, 27, 56];
const ROW = 7;
/** One box has more room than each of two. */
const GOAL = { alone: 27, shared: 16 };

/**
 * The upper part of a form: the header fields, one or two a line, then 总体目标 and 年度目标 with their boxes. In the
 * last box the targets by year stand below what was written.
 */
export function headTable(form: Form, filling: Filling): Table {
  return {
    kind: 'table',
    columns: COLUMNS,
    headerRows: 0,
    joined: false,
    rows: [
      ...form.header.map((fields) => headerRow(fields, filling)),
      ...form.goals.map((goal, i) => goalRow(form, goal, i, filling)),
    ],
  };
}

function headerRow(fields: readonly HeaderField[], filling: Filling): Row {
  const [first, second] = fields;
  const alone = second === undefined;
  const cells = first
    ? [
        label(first.name, { colSpan: 2 }),
        value(headerText(first, filling), { colSpan: alone ? 3 : 1 }),
      ]
    : [];
  if (second) cells.push(label(second.name), value(headerText(second, filling)));
  return { cells, minHeight: ROW, startsPage: false };
}

/** A date as official papers write it; what isn't one stands as it was typed. */
function headerText({ name, kind }: HeaderField, filling: Filling): string {
  const typed = filling.header[name] ?? '';
  if (kind !== '日期') return typed;
  const read = parseDate(typed);
  if (!read.ok) return typed;
  const { year, month, day } = partsOf(read.value);
  return `${year}年${month}月${day}日`;
}

function goalRow(form: Form, goal: string, index: number, filling: Filling): Row {
  const typed = filling.goals[goal] ?? '';
  const byYear = index === form.goals.length - 1 ? yearlyText(form, filling) : '';
  const text = [typed, byYear].filter((part) => part !== '').join('\n');
  return {
    cells: [label(goal), value(text, { colSpan: 4, valign: 'top' })],
    minHeight: form.goals.length > 1 ? GOAL.shared : GOAL.alone,
    startsPage: false,
  };
}
