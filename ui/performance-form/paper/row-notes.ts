import { type Form, indicatorsOf } from '@fuchi/guide/form';
import type { FormLine } from '../sheet/form-lines.ts';

/** What is said beside a row. `doubt`: what doesn't fit in the printed row itself. */
export interface RowNote {
  readonly kind: 'note' | 'hint' | 'doubt';
  readonly says: string;
}

/** The notes (说明) that explain a row, with their printed number, and what else one must know to fill it in. */
export function rowNotes(form: Form, line: FormLine): readonly RowNote[] {
  const { indicator, index, asked } = line;
  if (index !== undefined && index > 0) return [];
  const notes = form.notes.flatMap(({ says, indicators }, i): RowNote[] =>
    indicators.some((t) => t.text === indicator.id)
      ? [{ kind: 'note', says: `说明${i + 1}：${says}` }]
      : [],
  );
  const only = indicator.onlyFor?.text;
  const hints = [
    ...(only === undefined ? [] : [`只由${only}填写，其他单位不填。`]),
    ...(asked === 'may' && only === undefined ? ['可以不填。'] : []),
  ].map((says): RowNote => ({ kind: 'hint', says }));
  const doubt: readonly RowNote[] =
    indicator.doubt === '' ? [] : [{ kind: 'doubt', says: indicator.doubt }];
  return [...notes, ...hints, ...doubt];
}

/** Whether any row of the form has something said beside it. */
export function isNoted(form: Form): boolean {
  const explained = form.notes.some((note) => note.indicators.length > 0);
  return explained || indicatorsOf(form).some(({ indicator: i }) => i.doubt !== '' || i.onlyFor);
}
