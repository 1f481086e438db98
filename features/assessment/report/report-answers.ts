import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import { isRows, type RowsEntry } from '@fuchi/policy/facts/entry';
import type { InputFault } from '@fuchi/policy/facts/given';
import { faultText } from '@fuchi/ui/facts/fault-text';
import { rowWord } from '@fuchi/ui/facts/row-word';
import { answerText, toldAnswers } from '../answers/answer-text.ts';
import type { Answers } from '../answers/answers.ts';
import { cell, quiet, type ReportCell, type ReportTable } from './report-blocks.ts';

/** Every answer the report rests on, as it was given; what was filled in wrongly says so. */
export function answerTable(
  guide: CheckedGuide,
  answers: Answers,
  faults: readonly InputFault[],
): ReportTable {
  return {
    kind: 'table',
    name: '本次填写的内容',
    columns: [
      { title: '申报事实', kind: 'text' },
      { title: '填写', kind: 'text' },
    ],
    rows: toldAnswers(guide, answers).map(({ spec, field }) => [
      cell(spec.label),
      cell(answerText(spec, field), [
        ...(isRows(field) ? quiet(...rowTexts(spec, field)) : []),
        ...faultsOf(spec.id, faults),
      ]),
    ]),
  };
}

function faultsOf(id: string, faults: readonly InputFault[]): ReportCell['below'] {
  return faults
    .filter(({ path }) => path.replace(/[.[].*$/, '') === id)
    .map((fault) => ({ text: `${faultText(fault)}按未知处理。`, kind: 'gap' as const }));
}

/** Each row as one sentence of its cells; rows within a row follow it. */
function rowTexts(spec: FactSpec, { rows }: RowsEntry, before = ''): readonly string[] {
  return rows.flatMap((row, i) => {
    const name = `${before}第${i + 1}${rowWord(spec)}`;
    const cells = spec.columns.flatMap((column) => {
      const field = row.cells[column.id];
      if (field === undefined || field === '' || isRows(field)) return [];
      return [`${column.label} ${answerText(column, field)}`];
    });
    const inner = spec.columns.flatMap((column) => {
      const field = row.cells[column.id];
      return isRows(field) ? rowTexts(column, field, `${name}${column.label}`) : [];
    });
    return [`${name}：${cells.length === 0 ? '未填' : cells.join('，')}`, ...inner];
  });
}
