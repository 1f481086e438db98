import type { Reading } from '@fuchi/guide/guide';
import { cell, quiet, type ReportTable } from './report-blocks.ts';

/** Points of the text that can be understood in two ways, and which of them the report takes. */
export function readingTable(readings: readonly Reading[], others: readonly string[]): ReportTable {
  return {
    kind: 'table',
    name: '条文理解',
    columns: [
      { title: '编号', kind: 'narrow' },
      { title: '条文和所取的理解', kind: 'text' },
      { title: '取法', kind: 'narrow' },
    ],
    rows: readings.map(({ id, point, standard, other }) => {
      const turned = others.includes(id);
      return [
        cell(id),
        cell(turned ? other : standard, quiet(point)),
        cell(turned ? '另解' : '默认'),
      ];
    }),
  };
}
