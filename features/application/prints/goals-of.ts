import type { Filling } from '@fuchi/forms/filling';
import { fillingOfTexts } from '@fuchi/forms/filling-of-texts';
import type { Form } from '@fuchi/guide/form';
import type { ReadContent } from './read-content.ts';

/** The line's performance form as the application fills it in; undefined for a line without one. */
export function goalsOf({
  content,
  guide,
  line,
}: ReadContent): { readonly form: Form; readonly filling: Filling } | undefined {
  const form = guide.guide.forms.find(({ id }) => id === line.form);
  if (!form) return undefined;
  const texts = Object.entries(content.fields).flatMap(([path, value]): [string, string][] =>
    path.startsWith(PART) && typeof value === 'string' ? [[path.slice(PART.length), value]] : [],
  );
  return { form, filling: fillingOfTexts(form, new Map(texts)) };
}

const PART = 'form/';
