import type { SheetRow } from '@fuchi/forms/sheet-rows';
import type { Form } from '@fuchi/guide/form';

/** Which column of the sheet holds what, counted from 0; 共性 is the first. */
export interface GridColumns {
  readonly one: number;
  readonly two: number;
  /** undefined where the form doesn't divide by kind of project. */
  readonly group: number | undefined;
  /** Level 3 takes two columns, so that the header fields find room side by side. */
  readonly label: number;
  readonly labelEnd: number;
  readonly value: number;
  /** Heading → column of what the printed form has no cell for. */
  readonly extras: ReadonlyMap<string, number>;
  /** In characters, as spreadsheets measure. */
  readonly widths: readonly number[];
}

const WIDTHS = { common: 5.5, one: 8, two: 12, group: 13, label: 28, labelEnd: 14, value: 24 };
const EXTRA = 12;

/** @example formColumns(form, sheetRows(form, filling)).value // 5 */
export function formColumns(form: Form, rows: readonly SheetRow[]): GridColumns {
  const grouped = form.grouping !== undefined;
  const label = grouped ? 4 : 3;
  const value = label + 2;
  const beside = rows.flatMap(({ section, cells }) => {
    if (section === 'target') return cells.slice(1);
    return section === 'own' ? cells.slice(2) : [];
  });
  const once = [...new Set(beside.map((cell) => cell.heading))];
  const headings = [...once.filter((h) => !isYear(h)), ...once.filter(isYear).sort()];
  const { common, one, two, group, ...rest } = WIDTHS;
  return {
    one: 1,
    two: 2,
    group: grouped ? 3 : undefined,
    label,
    labelEnd: label + 1,
    value,
    extras: new Map(headings.map((heading, i) => [heading, value + 1 + i])),
    widths: [
      ...[common, one, two, ...(grouped ? [group] : [])],
      ...[rest.label, rest.labelEnd, rest.value],
      ...headings.map(() => EXTRA),
    ],
  };
}

function isYear(heading: string): boolean {
  return /^\d{4}/u.test(heading);
}
