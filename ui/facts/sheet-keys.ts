import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, -1 | 1>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/**
 * Moves the cursor to the cell above or below, as a sheet does; side to side is Tab's work. Lists of choices keep
 * their own keys.
 * @returns the column in which Enter was pressed in the last row: there a row is to be added
 */
export function moveByKey(event: KeyboardEvent<HTMLElement>): string | undefined {
  const { target, currentTarget, key, shiftKey } = event;
  const step = key === 'Enter' && shiftKey ? -1 : STEPS[key];
  if (step === undefined || event.nativeEvent.isComposing) return undefined;
  if (!(target instanceof HTMLInputElement) || target.role === 'combobox') return undefined;
  const cell = target.closest('td');
  const row = cell?.closest('tr');
  const column = cell?.dataset['column'];
  // A table within a row has keys of its own.
  if (!row || column === undefined || cell?.closest('.row-table') !== currentTarget)
    return undefined;
  event.preventDefault();
  const moved = focusCell(currentTarget, Number(row.dataset['row']) + step, column);
  return !moved && key === 'Enter' && step === 1 ? column : undefined;
}

/** Brings the keyboard to a row as a whole; rows count from 0. @returns whether there is such a row */
export function focusRow(table: HTMLElement, row: number): boolean {
  const head = table.querySelector<HTMLElement>(
    `:scope > .row-scroll > table > tbody > tr[data-row="${row}"] > th`,
  );
  head?.focus();
  return head !== null;
}

/** Puts the cursor into a cell of a table; rows and columns count from 0. @returns whether there is such a cell */
export function focusCell(table: HTMLElement, row: number, column: string): boolean {
  const cell = table.querySelector(
    `:scope > .row-scroll > table > tbody > tr[data-row="${row}"] > td[data-column="${column}"]`,
  );
  const field = cell?.querySelector<HTMLElement>('input');
  field?.focus();
  return field !== undefined && field !== null;
}
