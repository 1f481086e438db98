import { edited } from '@fuchi/application/annexes/edited-workbook.fixture';
import { readColumnMark } from '@fuchi/documents/application/annex-map';
import { columnName } from '@fuchi/documents/workbook/cell-reference';
import { openWorkbook } from '@fuchi/documents/workbook/open-workbook';
import { MAP_SHEET } from '@fuchi/forms/sheet-map';

/** Another figure than the applicant's, by the column's id and the row, which counts from 1. */
export type Cut = Readonly<Record<string, Readonly<Record<number, string>>>>;

/**
 * A list as a bank or an auditor sends it back: beside each figure of the applicant's stands theirs, the same but where
 * they cut it. @returns the spreadsheet, and how many rows were confirmed
 * @example confirmedAnnex(bytes, { 不含税金额: { 12: '48' } })
 */
export function confirmedAnnex(bytes: Buffer, cut: Cut = {}): { file: Buffer; rows: number } {
  const workbook = openWorkbook(bytes);
  const changes: Record<number, Record<string, string>> = {};
  let all = 0;
  workbook.sheets
    .filter((name) => name !== MAP_SHEET)
    .forEach((sheet, i) => {
      const marks = new Map<string, number>();
      const cells: Record<string, string> = {};
      let number = 0;
      workbook.eachRow(sheet, (row, told) => {
        for (const [at, { text }] of told) if (readColumnMark(text)) marks.set(text, at);
        if (row <= HEAD || (told.get(1)?.text ?? '') === '') return;
        number += 1;
        for (const [mark, at] of marks) {
          const { kind, id } = readColumnMark(mark) ?? {};
          if (kind !== 'confirmed' || id === undefined) continue;
          const said = told.get(marks.get(`said:${id}`) ?? 0)?.text ?? '';
          cells[`${columnName(at)}${row}`] = cut[id]?.[number] ?? said;
        }
      });
      changes[i + 1] = cells;
      all += number;
    });
  return { file: edited(bytes, changes), rows: all };
}

/** Marks, what it is, headings. */
const HEAD = 3;
