import { blankFilling, type Filling, type OwnIndicator, type Target } from '@fuchi/forms/filling';
import { MOST_GOAL, MOST_ROWS, MOST_TEXT, MOST_YEARS } from '@fuchi/forms/filling-limits';

/** A form somebody is filling in, as the browser keeps it. */
export interface Draft {
  readonly filling: Filling;
  /** The version of the guide it was filled in under; '' before anything was. */
  readonly version: string;
  readonly digest: string;
  /** When it was last changed, by the browser's clock: 2026-11-28 14:32; '' before it was. */
  readonly saved: string;
}

export function blankDraft(form: string): Draft {
  return { filling: blankFilling(form), version: '', digest: '', saved: '' };
}

/** Reads what a browser kept. Names another version of the guide used survive; what isn't a draft is a blank one. */
export function readDraft(kept: unknown, form: string): Draft {
  const filling = part(kept, 'filling');
  if (part(filling, 'form') !== form) return blankDraft(form);
  return {
    filling: {
      form,
      header: texts(part(filling, 'header'), MOST_TEXT),
      goals: texts(part(filling, 'goals'), MOST_GOAL),
      kinds: list(part(filling, 'kinds')).filter((k) => typeof k === 'string'),
      targets: Object.fromEntries(
        entries(part(filling, 'targets')).map(([id, rows]) => [id, list(rows).map(readTarget)]),
      ),
      own: list(part(filling, 'own')).map(readOwn),
    },
    version: text(part(kept, 'version'), MOST_TEXT),
    digest: text(part(kept, 'digest'), MOST_TEXT),
    saved: text(part(kept, 'saved'), MOST_TEXT),
  };
}

/** Whether nothing is filled in. */
export function isBlankFilling({ header, goals, kinds, targets, own }: Filling): boolean {
  const told = [header, goals, targets].some((entries) => Object.keys(entries).length > 0);
  return !told && kinds.length === 0 && own.length === 0;
}

function readTarget(row: unknown): Target {
  return {
    value: text(part(row, 'value'), MOST_TEXT),
    measure: text(part(row, 'measure'), MOST_TEXT),
    unit: text(part(row, 'unit'), MOST_TEXT),
    about: text(part(row, 'about'), MOST_TEXT),
    years: years(part(row, 'years')),
  };
}

function readOwn(row: unknown): OwnIndicator {
  return {
    name: text(part(row, 'name'), MOST_TEXT),
    unit: text(part(row, 'unit'), MOST_TEXT),
    value: text(part(row, 'value'), MOST_TEXT),
    years: years(part(row, 'years')),
  };
}

function years(value: unknown): Readonly<Record<string, string>> {
  const told = Object.entries(texts(value, MOST_TEXT)).filter(([year]) => /^\d{4}$/.test(year));
  return Object.fromEntries(told.slice(0, MOST_YEARS));
}

function texts(value: unknown, most: number): Readonly<Record<string, string>> {
  const told = entries(value).map(([name, t]) => [name, text(t, most)] as const);
  return Object.fromEntries(told.filter(([, t]) => t !== ''));
}

function entries(value: unknown): readonly [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST_ROWS) : [];
}

function text(value: unknown, most: number): string {
  return typeof value === 'string' ? value.slice(0, most) : '';
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
