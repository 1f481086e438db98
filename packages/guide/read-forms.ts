import type { Faults } from './diagnostic.ts';
import type { Form } from './form.ts';
import { readForm } from './read-form.ts';
import type { Node } from './yaml-text.ts';

/** The forms of `forms/`, in the order of their annex numbers. A file is named after its number. */
export function readForms(roots: ReadonlyMap<string, Node>, faults: Faults): Form[] {
  const forms: Form[] = [];
  for (const [path, node] of roots) {
    const named = /^forms\/(.+)\.yaml$/.exec(path)?.[1];
    if (named === undefined) continue;
    const form = readForm(node, faults);
    if (form.id !== '' && form.id !== named)
      faults.add(form.at, 'form-file-name', { id: form.id, file: named });
    forms.push(form);
  }
  return forms.sort((a, b) => compareNumbers(a.id, b.id));
}

/** 1-2 before 1-10. */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((id) => id.split('-').map(Number));
  for (const [i, part] of (left ?? []).entries()) {
    const other = right?.[i] ?? 0;
    if (part !== other) return part - other;
  }
  return 0;
}
