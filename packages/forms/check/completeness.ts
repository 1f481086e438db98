import type { Form } from '@fuchi/guide/form';
import type { FieldAddress } from '../field-address.ts';
import type { Filling } from '../filling.ts';
import { requiredFields } from './required-fields.ts';

/** How far a filling has come. */
export interface Completeness {
  readonly filled: number;
  /** How many fields must be filled in; more, once a kind of project is chosen. */
  readonly required: number;
  /** What isn't filled in yet, or says nothing, in printed order. */
  readonly missing: readonly FieldAddress[];
}

/** @example completeness(form, blankFilling('1-1')) // { filled: 0, required: 18, missing: […] } */
export function completeness(form: Form, filling: Filling): Completeness {
  const fields = requiredFields(form, filling);
  const missing = fields.filter((field) => field.state !== 'filled').map((field) => field.where);
  return { filled: fields.length - missing.length, required: fields.length, missing };
}
