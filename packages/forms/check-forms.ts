import { type Diagnostic, Faults } from '@fuchi/guide/diagnostic';
import { type Form, indicatorsOf, kindsOf } from '@fuchi/guide/form';
import type { Guide } from '@fuchi/guide/guide';
import type { Text } from '@fuchi/guide/place';
import { nearest } from '@fuchi/guide/reader';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { checkFormFacts } from './check-form-facts.ts';
import { checkRow } from './check-row.ts';

/**
 * Checks the performance target forms of a guide against themselves, the guide's figures and the lines that use them.
 * All faults at once; their sentences are in the policy package's registry.
 * @example const faults = checkForms(checked);
 */
export function checkForms(checked: CheckedGuide): Diagnostic[] {
  const faults = new Faults();
  const { guide } = checked;
  for (const form of guide.forms) {
    checkGroups(form, faults);
    for (const { indicator } of indicatorsOf(form)) checkRow(indicator, guide, faults);
    checkNames(form, guide, faults);
    checkFormFacts(form, checked, faults);
    const scope = form.countedFor;
    if (scope !== undefined && !form.common.includes(scope.text)) {
      faults.add(scope.at, 'form-scope-not-printed', { scope: scope.text, common: form.common });
    }
  }
  checkUse(guide, faults);
  return faults.sorted();
}

function checkUse(guide: Guide, faults: Faults): void {
  const ids = guide.forms.map((f) => f.id);
  for (const line of guide.lines) {
    if (line.form === undefined || ids.includes(line.form)) continue;
    faults.add(line.at, 'form-missing', {
      form: line.form,
      line: line.id,
      nearest: nearest(line.form, ids) ?? '',
    });
  }
  for (const form of guide.forms) {
    if (form.id === '' || guide.lines.some((l) => l.form === form.id)) continue;
    faults.add(form.at, 'form-unused', { form: form.id });
  }
}

function checkGroups(form: Form, faults: Faults): void {
  const seen = new Set<string>();
  for (const { indicator, group } of indicatorsOf(form)) {
    const { id, at } = indicator;
    if (seen.has(id)) faults.add(at, 'indicator-twice', { name: id });
    seen.add(id);
    if (group.name === '' || form.grouping !== undefined) continue;
    faults.add(group.at, 'form-without-grouping', { name: group.name });
  }
  if (form.grouping !== undefined && form.levels.length > 0 && kindsOf(form).length === 0) {
    faults.add(form.grouping.at, 'form-grouping-idle', { name: form.grouping.name });
  }
}

function checkNames(form: Form, guide: Guide, faults: Faults): void {
  const rows = indicatorsOf(form);
  const ids = rows.map(({ indicator }) => indicator.id);
  const kinds = kindsOf(form);
  const twos = form.levels.flatMap((one) => one.parts.map((two) => two.name));
  const figures = guide.figures.map((f) => f.id);
  const related = rows.flatMap(({ indicator }) => [indicator.partOf, indicator.atMostOf]);
  const explained = form.notes.flatMap((note) => note.indicators);
  for (const { at, ...facts } of strays([...related, ...explained], ids)) {
    faults.add(at, 'unknown-indicator', facts);
  }
  const excused = rows.flatMap(({ indicator }) => indicator.optionalFor);
  for (const { at, ...facts } of strays(excused, kinds)) {
    faults.add(at, 'unknown-form-kind', facts);
  }
  const least = rows.map(({ indicator }) => indicator.atLeast);
  for (const { at, ...facts } of strays(least, figures)) {
    faults.add(at, 'unknown-form-figure', facts);
  }
  for (const { at, ...facts } of strays(form.pagesBefore, twos)) {
    faults.add(at, 'unknown-form-part', facts);
  }
}

/** The names that aren't among those there are, each with the nearest of them. */
function strays(names: readonly (Text | undefined)[], known: readonly string[]) {
  return names.flatMap((name) =>
    name === undefined || known.includes(name.text)
      ? []
      : [{ at: name.at, name: name.text, nearest: nearest(name.text, known) ?? '' }],
  );
}
