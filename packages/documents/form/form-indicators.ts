import type { Filling, OwnIndicator, Target } from '@fuchi/forms/filling';
import { numbered } from '@fuchi/forms/sheet-rows';
import { type Form, type Indicator, indicatorsOf } from '@fuchi/guide/form';
import { type Cell, label, type Row, type Table, value } from '../table.ts';
import { printedValue } from './printed-value.ts';

/** Millimetres: 共性 and level 1 hold two and three characters, level 2 five. */
const WIDTHS = { common: 11, one: 15, two: 22, group: 24 };
const WHOLE = 166;
const VALUE = { plain: 42, grouped: 36 };
const ROW = 6.6;
const HEADER = 10;
/** Rows for 个性指标 on the printed form. */
const OWN_ROWS = 3;
/** A row's character below the other takes 4 mm. */
const CHARACTER = 4;
const BOX = { empty: '□', ticked: '☑' };
const MORE = '……';

/**
 * The indicators of a form: 项目共性绩效指标 merged down over all of them, levels 1 and 2 over theirs, the kind of
 * project between level 2 and level 3 where the form divides by it, then 个性指标. The row of column headings stands
 * again on each page.
 */
export function indicatorTable(form: Form, filling: Filling): Table {
  const lines = printedLines(form, filling);
  return {
    kind: 'table',
    columns: columnsOf(form),
    headerRows: 1,
    joined: true,
    rows: [
      headingRow(form, lines.length),
      ...lines.map((_, i) => indicatorRow(form, filling, lines, i)),
      ...ownRows(form, filling.own),
    ],
  };
}

/** A printed row: an indicator, one of its repetitions, or the dots after them. */
interface PrintedLine {
  readonly one: string;
  readonly two: string;
  readonly group: string;
  readonly indicator: Indicator;
  readonly label: string;
  /** Which of the indicator's targets stands in the row; undefined in the row of dots. */
  readonly target: number | undefined;
}

function printedLines(form: Form, filling: Filling): readonly PrintedLine[] {
  return indicatorsOf(form).flatMap(({ one, two, group, indicator }): PrintedLine[] => {
    const place = { one: one.name, two: `${one.name}/${two.name}`, indicator };
    const line = { ...place, group: indicator.wide ? '' : group.name };
    const { repeated } = indicator;
    if (repeated === 0) return [{ ...line, label: indicator.label, target: 0 }];
    const filled = filling.targets[indicator.id]?.length ?? 0;
    const rows = Array.from({ length: Math.max(filled, repeated) }, (_, i) => ({
      ...line,
      label: numbered(indicator.label, i),
      target: i,
    }));
    return filled > repeated ? rows : [...rows, { ...line, label: MORE, target: undefined }];
  });
}

function columnsOf(form: Form): readonly number[] {
  const { common, one, two, group } = WIDTHS;
  const last = form.grouping ? VALUE.grouped : VALUE.plain;
  const levels = form.grouping ? [common, one, two, group] : [common, one, two];
  const rest = WHOLE - last - levels.reduce((sum, width) => sum + width, 0);
  return [...levels, rest, last];
}

function headingRow(form: Form, count: number): Row {
  const [one = '', two = '', three = '', last = ''] = form.headings;
  return {
    cells: [
      label(form.common, { rowSpan: count + 1, repeatLabel: true }),
      label(inTwo(one)),
      label(two),
      label(three, { colSpan: form.grouping ? 2 : 1 }),
      label(last),
    ],
    minHeight: HEADER,
    startsPage: false,
  };
}

/** A heading of four characters in a column of three stands two above two, as printed. */
function inTwo(heading: string): string {
  return heading.length === 4 ? `${heading.slice(0, 2)}\n${heading.slice(2)}` : heading;
}

function indicatorRow(
  form: Form,
  filling: Filling,
  lines: readonly PrintedLine[],
  index: number,
): Row {
  const line = lines[index];
  if (line === undefined) return { cells: [], minHeight: ROW, startsPage: false };
  const before = lines[index - 1];
  const cells: Cell[] = [];
  const oneBegins = before?.one !== line.one;
  const twoBegins = before?.two !== line.two;
  if (oneBegins) {
    const rowSpan = runFrom(lines, index, (l) => l.one);
    const vertical = rowSpan * ROW > line.one.length * CHARACTER;
    cells.push(label(line.one, { rowSpan, vertical, repeatLabel: true }));
  }
  const two = line.two.slice(line.one.length + 1);
  if (twoBegins) {
    const rowSpan = runFrom(lines, index, (l) => l.two);
    cells.push(label(two, { rowSpan, repeatLabel: true }));
  }
  if (line.group !== '' && (twoBegins || before?.group !== line.group)) {
    const rowSpan = runFrom(lines, index, (l) => `${l.two}/${l.group}`);
    cells.push(label(groupText(form, filling, line.group), { rowSpan, repeatLabel: true }));
  }
  const colSpan = form.grouping && line.group === '' ? 2 : 1;
  const typed = line.target === undefined ? undefined : filling.targets[line.indicator.id];
  cells.push(
    label(labelText(line, typed), { colSpan, align: 'left' }),
    value(line.target === undefined ? '' : printedValue(line.indicator, typed?.[line.target]), {
      align: 'center',
    }),
  );
  const startsPage = twoBegins && form.pagesBefore.some((p) => p.text === two);
  return { cells, minHeight: ROW, startsPage };
}

/** 1-21 prints a box inside a label: whoever fills the row in is of the kind it is for, and ticks it. */
function labelText({ label: text, indicator }: PrintedLine, typed: readonly Target[] = []): string {
  const ticks = indicator.onlyFor !== undefined && typed.some(({ value: v }) => v.trim() !== '');
  return ticks ? text.replace(BOX.empty, BOX.ticked) : text;
}

/** How many lines from `index` on stand under the same heading. */
function runFrom(
  lines: readonly PrintedLine[],
  index: number,
  under: (line: PrintedLine) => string,
): number {
  const first = lines[index];
  const other = lines.findIndex((l, i) => i > index && first && under(l) !== under(first));
  return (other < 0 ? lines.length : other) - index;
}

function groupText(form: Form, filling: Filling, group: string): string {
  if (!form.grouping?.boxes) return group;
  return `${group}${filling.kinds.includes(group) ? BOX.ticked : BOX.empty}`;
}

function ownRows(form: Form, own: readonly OwnIndicator[]): readonly Row[] {
  const count = Math.max(own.length, OWN_ROWS);
  return Array.from({ length: count }, (_, i): Row => {
    const row = own[i];
    const first = i === 0 ? [label(form.own, { rowSpan: count, repeatLabel: true })] : [];
    const name = row ? `${row.name}${row.unit === '' ? '' : `（${row.unit}）`}` : '';
    return {
      cells: [
        ...first,
        value(name, { colSpan: form.grouping ? 4 : 3 }),
        value(row?.value ?? '', { align: 'center' }),
      ],
      minHeight: ROW,
      startsPage: false,
    };
  });
}
