import { type Form, indicatorsOf, kindsOf } from '@fuchi/guide/form';
import type { Filling, Target } from './filling.ts';

/** Something typed that the form has no place for: it was filled in under another version of the guide. */
export interface Leftover {
  readonly name: string;
  readonly text: string;
}

/** What of a filling this form has no place for, in the words a person knows it by. */
export function leftoversOf(form: Form, filling: Filling): readonly Leftover[] {
  const known = placesOf(form);
  const texts = (entries: Readonly<Record<string, string>>, names: ReadonlySet<string>) =>
    Object.entries(entries).flatMap(([name, text]) => (names.has(name) ? [] : [{ name, text }]));
  const rows = Object.entries(filling.targets).flatMap(([name, targets]) =>
    known.rows.has(name) ? [] : [{ name, text: targets.map(wordsOf).join('；') }],
  );
  const kinds = filling.kinds.filter((name) => !known.kinds.has(name));
  return [
    ...texts(filling.header, known.header),
    ...texts(filling.goals, known.goals),
    ...kinds.map((name) => ({ name, text: '已选' })),
    ...rows,
  ];
}

/** The filling without what the form has no place for. */
export function withoutLeftovers(form: Form, filling: Filling): Filling {
  const known = placesOf(form);
  return {
    ...filling,
    header: only(filling.header, known.header),
    goals: only(filling.goals, known.goals),
    kinds: filling.kinds.filter((name) => known.kinds.has(name)),
    targets: only(filling.targets, known.rows),
  };
}

/**
 * What counts of a filling, is checked and goes into a document: rows of kinds that aren't chosen are kept on the page,
 * so that choosing another kind by mistake loses nothing, but are no part of the form filled in.
 */
export function countedOf(form: Form, filling: Filling): Filling {
  const { targets, ...rest } = withoutLeftovers(form, filling);
  const counted = indicatorsOf(form).filter(
    ({ group }) => group.name === '' || filling.kinds.includes(group.name),
  );
  return { ...rest, targets: only(targets, new Set(counted.map((r) => r.indicator.id))) };
}

function placesOf(form: Form) {
  return {
    header: new Set(form.header.flat().map((field) => field.name)),
    goals: new Set(form.goals),
    kinds: new Set(kindsOf(form)),
    rows: new Set(indicatorsOf(form).map(({ indicator }) => indicator.id)),
  };
}

function only<T>(entries: Readonly<Record<string, T>>, names: ReadonlySet<string>) {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => names.has(name)));
}

function wordsOf({ about, value, measure, unit, years }: Target): string {
  const byYear = Object.entries(years).map(([year, text]) => `${year}年${text}`);
  return [about, `${value}${unit || measure}`, ...byYear].filter((t) => t !== '').join('，');
}
