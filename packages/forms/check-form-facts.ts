import type { Faults } from '@fuchi/guide/diagnostic';
import { type Form, type Indicator, indicatorsOf } from '@fuchi/guide/form';
import { nearest } from '@fuchi/guide/reader';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';

/**
 * Each line that is assessed and uses the form asks one of the facts a row names, but for the lines the row excepts.
 * A form that counts more than the applicant (口径) names none: the application's facts are the applicant's alone.
 */
export function checkFormFacts(form: Form, checked: CheckedGuide, faults: Faults): void {
  const users = checked.lines.filter((l) => l.source.form === form.id);
  if (users.length === 0) return;
  const ids = users.map((l) => l.id);
  const lines = users.filter((l) => l.facts.length > 0);
  const asked = [...new Set(lines.flatMap((l) => l.facts))];
  const asks = (row: Indicator, line: (typeof lines)[number]) =>
    row.facts.some((f) => line.facts.includes(f.text));
  for (const { indicator } of indicatorsOf(form)) {
    const { id, at, facts, factsNotOf } = indicator;
    const excepted = factsNotOf.map((line) => line.text);
    if (form.countedFor !== undefined && facts.length > 0) {
      faults.add(at, 'form-scope-facts', { name: id, scope: form.countedFor.text });
    }
    for (const { text, at } of facts) {
      if (asked.includes(text)) continue;
      faults.add(at, 'unknown-form-fact', { name: text, nearest: nearest(text, asked) ?? '' });
    }
    for (const { text, at } of factsNotOf) {
      if (ids.includes(text)) continue;
      faults.add(at, 'unknown-form-line', { name: text, nearest: nearest(text, ids) ?? '' });
    }
    // A misspelt name would seem to be asked by nobody.
    const spelt =
      facts.every((f) => asked.includes(f.text)) && excepted.every((l) => ids.includes(l));
    if (!spelt) continue;
    for (const line of lines) {
      const excused = excepted.includes(line.id);
      if (excused && (facts.length === 0 || asks(indicator, line))) {
        faults.add(at, 'form-fact-excepted', { name: id, line: line.id });
      } else if (facts.length > 0 && !excused && !asks(indicator, line)) {
        faults.add(at, 'form-fact-not-asked', { name: id, line: line.id });
      }
    }
  }
}
