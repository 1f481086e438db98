import { type Diagnostic, Faults } from '@fuchi/guide/diagnostic';
import { type Form, type Indicator, indicatorsOf, kindsOf } from '@fuchi/guide/form';
import type { Guide } from '@fuchi/guide/guide';
import type { Text } from '@fuchi/guide/place';
import { nearest } from '@fuchi/guide/reader';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { cmp } from '@fuchi/values/rational';
import { rangeOf } from './indicator-range.ts';

/**
 * Checks the performance target forms of a guide against themselves, the guide's figures and the lines that use them.
 * All faults at once; their sentences are in the policy package's registry.
 * @example const faults = checkForms(checked);
 */
export function checkForms(checked: CheckedGuide): Diagnostic[] {
  const faults = new Faults();
  const { guide } = checked;
  for (const form of guide.forms) {
    checkRows(form, faults);
    checkNames(form, guide, faults);
    checkFacts(form, checked, faults);
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
    if (guide.lines.some((l) => l.form === form.id)) continue;
    faults.add(form.at, 'form-unused', { form: form.id });
  }
}

function checkRows(form: Form, faults: Faults): void {
  const seen = new Set<string>();
  for (const { indicator, group } of indicatorsOf(form)) {
    const { id, label, at } = indicator;
    if (seen.has(id)) faults.add(at, 'indicator-twice', { name: id });
    seen.add(id);
    if (group.name !== '' && form.grouping === undefined) {
      faults.add(group.at, 'form-without-grouping', { name: group.name });
    }
    for (const measure of indicator.measures) {
      if (measure.unit !== '' && !isPrinted(measure.unit, label)) {
        faults.add(measure.at, 'unit-not-printed', { unit: measure.unit, label });
      }
      const range = rangeOf(measure);
      const written = measure.range?.text ?? '';
      if (range === undefined) faults.add(measure.range?.at ?? at, 'indicator-range', { written });
      else if (range.least && range.most && cmp(range.least, range.most) > 0) {
        faults.add(measure.range?.at ?? at, 'indicator-range', { written });
      }
    }
  }
}

/** A unit is one of the label's brackets, or a part of one: “（件/吨）” prints 件 and 吨. */
function isPrinted(unit: string, label: string): boolean {
  const brackets = [...label.matchAll(/[（(]([^（()）]*)[)）]/gu)].map((m) => m[1] ?? '');
  return brackets.some((text) => text === unit || text.split(/[，,/]/u).includes(unit));
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

/** Each line that is assessed and uses the form asks one of the facts a row names. */
function checkFacts(form: Form, checked: CheckedGuide, faults: Faults): void {
  const lines = checked.lines.filter((l) => l.source.form === form.id && l.facts.length > 0);
  const asked = new Set(lines.flatMap((l) => l.facts));
  const missing = ({ facts }: Indicator) =>
    facts.length === 0 ? [] : lines.filter((l) => !facts.some((f) => l.facts.includes(f.text)));
  for (const { indicator } of indicatorsOf(form)) {
    for (const fact of indicator.facts) {
      if (asked.has(fact.text)) continue;
      const near = nearest(fact.text, [...asked]) ?? '';
      faults.add(fact.at, 'unknown-form-fact', { name: fact.text, nearest: near });
    }
    for (const line of missing(indicator)) {
      faults.add(indicator.at, 'form-fact-not-asked', { name: indicator.id, line: line.id });
    }
  }
}
