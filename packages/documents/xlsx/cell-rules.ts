import type { SheetCell } from '@fuchi/forms/sheet-rows';
import { element, xmlText } from '../office/xml.ts';

/** What a spreadsheet takes as a list written into the rule. */
const LONGEST_LIST = 255;

/**
 * What a spreadsheet program asks of a cell while somebody types: one of a list, or a warning where a number or a date
 * is expected. The program's word isn't the last: what comes back is checked again.
 */
export function cellRule(cell: SheetCell, address: string): string {
  const list = `"${cell.choices.join(',')}"`;
  switch (cell.kind) {
    case 'choice':
    case 'tick':
      if (list.length > LONGEST_LIST || cell.choices.some((c) => /[,"]/u.test(c))) return '';
      return rule(address, 'list', list, 'stop', '请从列表里选一项。');
    case 'number':
      return rule(
        address,
        'custom',
        `ISNUMBER(VALUE(SUBSTITUTE(${address},",","")))`,
        'warning',
        '这里填数字，不带单位。',
      );
    case 'date':
      return rule(
        address,
        'custom',
        `ISNUMBER(DATEVALUE(${address}))`,
        'warning',
        '这里填日期，例如 2022-03-16。',
      );
    case 'text':
    case 'long-text':
      return '';
  }
}

function rule(
  address: string,
  type: 'list' | 'custom',
  formula: string,
  errorStyle: 'stop' | 'warning',
  error: string,
): string {
  return element(
    'dataValidation',
    {
      type,
      errorStyle,
      allowBlank: 1,
      showErrorMessage: 1,
      errorTitle: '请核对',
      error,
      sqref: address,
    },
    element('formula1', {}, xmlText(formula)),
  );
}
