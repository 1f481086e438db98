import { element, xmlText } from '../office/xml.ts';
import { cellAddress, fixedAddress } from '../xlsx/sheet-grid.ts';
import { textSheet } from '../xlsx/text-sheet.ts';
import { sheetName, workbookPackage } from '../xlsx/workbook-package.ts';
import { headedSheet } from './headed-sheet.ts';

/** A list to fill in: its columns, of which some take one of a few words. */
export interface RowTemplate {
  readonly title: string;
  readonly columns: readonly TemplateColumn[];
  /** How many rows may be filled in. */
  readonly rows: number;
}

export interface TemplateColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  /** Empty where anything may be written. */
  readonly choices: readonly string[];
}

const CHOICES = '选项';

/**
 * A list as an empty spreadsheet to fill in and upload: one row of headings, below it cells that keep what is typed as
 * text, so that no long number loses its last digits. What may be chosen stands on a sheet that isn't shown. The same
 * template gives the same bytes.
 * @example rowTemplate({ title: '设备', columns: [{ title: '设备名称', width: 20, choices: [] }], rows: 2000 })
 */
export function rowTemplate({ title, columns, rows }: RowTemplate): Uint8Array {
  const plain = sheetName(title);
  const lists = columns.filter(({ choices }) => choices.length > 0);
  const content = headedSheet({
    columns,
    rows: [],
    empty: 'input-left',
    behind: choiceRules(columns, lists, rows),
  });
  return workbookPackage(
    [
      { name: plain === CHOICES ? '明细' : plain, content },
      ...(lists.length > 0
        ? [{ name: CHOICES, content: choicesSheet(lists), state: 'hidden' as const }]
        : []),
    ],
    title,
  );
}

function choiceRules(
  columns: readonly TemplateColumn[],
  lists: readonly TemplateColumn[],
  rows: number,
): string {
  if (lists.length === 0) return '';
  return element(
    'dataValidations',
    { count: lists.length },
    ...lists.map((column, at) =>
      choiceRule(column, at, {
        first: cellAddress(1, columns.indexOf(column)),
        last: cellAddress(rows, columns.indexOf(column)),
      }),
    ),
  );
}

function choiceRule(
  { choices }: TemplateColumn,
  at: number,
  { first, last }: { readonly first: string; readonly last: string },
): string {
  const range = `${fixedAddress(0, at)}:${fixedAddress(choices.length - 1, at)}`;
  return element(
    'dataValidation',
    {
      type: 'list',
      errorStyle: 'warning',
      allowBlank: 1,
      showErrorMessage: 1,
      errorTitle: '请核对',
      error: '请从列表里选一项；可以选几项的，用顿号隔开。',
      sqref: `${first}:${last}`,
    },
    element('formula1', {}, xmlText(`'${CHOICES}'!${range}`)),
  );
}

/** A column for each list, in their order. */
function choicesSheet(lists: readonly TemplateColumn[]): string {
  const longest = Math.max(...lists.map(({ choices }) => choices.length));
  const rows = Array.from({ length: longest }, (_, i) =>
    lists.map(({ choices }) => choices[i] ?? ''),
  );
  return textSheet(rows, 'plain');
}
