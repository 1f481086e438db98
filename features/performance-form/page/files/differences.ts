import { addressText } from '@fuchi/forms/field-address';
import { fieldLabel } from '@fuchi/forms/field-label';
import type { Filling } from '@fuchi/forms/filling';
import { sheetCells } from '@fuchi/forms/sheet-rows';
import type { Form } from '@fuchi/guide/form';

/** A field in which two fillings differ; '' where one has nothing. */
export interface Difference {
  readonly field: string;
  readonly label: string;
  readonly now: string;
  readonly other: string;
}

/** Where a filling differs from another one of the same form, in printed order. */
export function differencesOf(form: Form, now: Filling, other: Filling): readonly Difference[] {
  const [before, after] = [sheetCells(form, now), sheetCells(form, other)];
  return [...new Map([...before, ...after]).values()].flatMap(({ address }) => {
    const field = addressText(address);
    const [a, b] = [before, after].map((cells) => cells.get(field)?.text ?? '');
    if (a === b || a === undefined || b === undefined) return [];
    return [{ field, label: fieldLabel(form, address), now: a, other: b }];
  });
}
