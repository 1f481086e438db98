import type { RowTemplate } from '@fuchi/documents/list/row-template';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { SaveFile } from '../../list-export.tsx';
import { MOST_PASTED } from '../../pasted-cells.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Characters, of which a Chinese one takes two. */
const WIDTH = { least: 12, beside: 4 };

/** Gives the person the empty spreadsheet of a list; it is made here. @example await saveTemplate('设备', columns, saveFile) */
export async function saveTemplate(
  title: string,
  columns: readonly FactSpec[],
  save: SaveFile,
): Promise<void> {
  // Loaded only when a file is wanted.
  const { rowTemplate } = await import('@fuchi/documents/list/row-template');
  save(`${title}（模板）.xlsx`, XLSX, rowTemplate(templateOf(title, columns)));
}

/** A list's columns as its spreadsheet has them. */
export function templateOf(title: string, columns: readonly FactSpec[]): RowTemplate {
  return {
    title,
    rows: MOST_PASTED,
    columns: columns.map((spec) => {
      const heading = spec.unit === '' ? spec.label : `${spec.label}（${spec.unit}）`;
      return {
        title: heading,
        width: Math.max(WIDTH.least, heading.length * 2 + WIDTH.beside),
        choices: spec.type.kind === 'bool' ? ['是', '否'] : spec.options,
      };
    }),
  };
}
