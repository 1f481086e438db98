import { type Form, indicatorsOf, kindsOf } from '@fuchi/guide/form';
import type { FieldAddress } from './field-address.ts';
import { type Filling, NO_TARGET, type OwnIndicator, type Target } from './filling.ts';
import { TICK } from './sheet-rows.ts';

export const NO_OWN: OwnIndicator = { name: '', unit: '', value: '', years: {} };

/** What is typed into a field, '' for nothing; of a kind of project the tick. */
export function typedText(filling: Filling, address: FieldAddress): string {
  switch (address.kind) {
    case 'header':
      return filling.header[address.name] ?? '';
    case 'goal':
      return filling.goals[address.name] ?? '';
    case 'kind':
      return filling.kinds.includes(address.name) ? TICK : '';
    case 'target': {
      const target = filling.targets[address.id]?.[address.index] ?? NO_TARGET;
      return address.part === 'year' ? (target.years[address.year] ?? '') : target[address.part];
    }
    case 'own': {
      const row = filling.own[address.index] ?? NO_OWN;
      return address.part === 'year' ? (row.years[address.year] ?? '') : row[address.part];
    }
  }
}

/**
 * The filling after a text is typed into a field. What becomes empty leaves no trace, so that a form cleared by hand
 * is as blank as a new one; rows keep their number.
 * @example withText(form, filling, targetAt('节能量', 0, 'value'), '1200')
 */
export function withText(
  form: Form,
  filling: Filling,
  address: FieldAddress,
  text: string,
): Filling {
  switch (address.kind) {
    case 'header':
      return { ...filling, header: withEntry(filling.header, address.name, text) };
    case 'goal':
      return { ...filling, goals: withEntry(filling.goals, address.name, text) };
    case 'kind':
      return { ...filling, kinds: withKind(form, filling.kinds, address.name, text !== '') };
    case 'target': {
      const rows = targetRows(form, filling, address.id);
      const row = rows[address.index] ?? NO_TARGET;
      const next =
        address.part === 'year'
          ? { ...row, years: withEntry(row.years, address.year, text) }
          : { ...row, [address.part]: text };
      return withTargets(form, filling, address.id, withRow(rows, address.index, next, NO_TARGET));
    }
    case 'own': {
      const row = filling.own[address.index] ?? NO_OWN;
      const next =
        address.part === 'year'
          ? { ...row, years: withEntry(row.years, address.year, text) }
          : { ...row, [address.part]: text };
      return { ...filling, own: withRow(filling.own, address.index, next, NO_OWN) };
    }
  }
}

/** The rows of an indicator as they stand on the page: a repeated one has at first as many as are printed. */
export function targetRows(form: Form, filling: Filling, id: string): readonly Target[] {
  const typed = filling.targets[id];
  if (typed) return typed;
  const printed = indicatorsOf(form).find(({ indicator }) => indicator.id === id);
  return Array(Math.max(1, printed?.indicator.repeated ?? 1)).fill(NO_TARGET);
}

/** The filling with other rows for an indicator: none is kept where they are as printed and nothing stands in them. */
export function withTargets(
  form: Form,
  filling: Filling,
  id: string,
  rows: readonly Target[],
): Filling {
  const { [id]: _, ...others } = filling.targets;
  const blank = targetRows(form, { ...filling, targets: others }, id);
  const same = rows.length === blank.length && rows.every(isUntouched);
  return { ...filling, targets: same ? others : { ...filling.targets, [id]: rows } };
}

/** Ticks or unticks a kind; where one is chosen, another tick takes its place. Kinds stay in printed order. */
function withKind(
  form: Form,
  kinds: readonly string[],
  name: string,
  ticked: boolean,
): readonly string[] {
  if (!ticked) return kinds.filter((kind) => kind !== name);
  if (form.grouping?.choose === '一类') return [name];
  return kindsOf(form).filter((kind) => kind === name || kinds.includes(kind));
}

/** Whether nothing at all is typed, not even a blank. */
function isUntouched({ value, measure, unit, about, years }: Target): boolean {
  return `${value}${measure}${unit}${about}` === '' && Object.keys(years).length === 0;
}

function withEntry(
  entries: Readonly<Record<string, string>>,
  name: string,
  text: string,
): Readonly<Record<string, string>> {
  const { [name]: _, ...others } = entries;
  return text === '' ? others : { ...entries, [name]: text };
}

function withRow<T>(rows: readonly T[], index: number, row: T, blank: T): readonly T[] {
  const length = Math.max(rows.length, index + 1);
  return Array.from({ length }, (_, i) => (i === index ? row : (rows[i] ?? blank)));
}
