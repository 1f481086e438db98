import type { Form } from '@fuchi/guide/form';
import { loadGuide } from './load-guide.ts';

const loaded = await loadGuide('guides/jiangsu-2022');

/** A form of the guide that ships with the program. */
export function openForm(id: string): Form {
  const form = loaded?.checked.guide.forms.find((f) => f.id === id);
  if (!form) throw new Error(`form ${id} is missing`);
  return form;
}
