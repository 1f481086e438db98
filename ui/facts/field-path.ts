/** The path of a row's cell, as faults of the input name it. @example cellPath('贷款', 2, '本金') // '贷款[2].本金' */
export function cellPath(table: string, row: number, column: string): string {
  return `${table}[${row}].${column}`;
}

/** The element that holds a field. */
export function fieldId(path: string): string {
  return `fact-${path}`;
}

/**
 * The field of a missing fact: `贷款.本金` of row 2 is `贷款[2].本金`. Of rows within rows only the
 * outer table is known.
 */
export function pathOfMissing(fact: string, row: number | undefined): string {
  const [table = '', column, ...deeper] = fact.split('.');
  if (column === undefined || row === undefined || deeper.length > 0) return table;
  return cellPath(table, row, column);
}

/** Brings a field into view and puts the cursor there; the nearest field around it where there is none. */
export function focusField(path: string): void {
  const outer = path.replace(/\[.*$/, '');
  const field = document.getElementById(fieldId(path)) ?? document.getElementById(fieldId(outer));
  if (!field) return;
  field.scrollIntoView({ block: 'center' });
  const first = field.matches(FOCUSABLE)
    ? field
    : (field.querySelector<HTMLElement>('input[type="radio"]:checked') ??
      field.querySelector<HTMLElement>(FOCUSABLE));
  first?.focus({ preventScroll: true });
}

const FOCUSABLE = 'input, button, [tabindex="0"]';
