import { type Form, indicatorsOf } from '@fuchi/guide/form';
import { parseDate, partsOf } from '@fuchi/values/date';
import type { Filling } from './filling.ts';
import { MOST_YEARS } from './filling-limits.ts';

/** First and last year of a project. */
export interface YearSpan {
  readonly first: number;
  readonly last: number;
}

/** Years a blank form offers: the form's own and so many after it. */
const AHEAD = 2;

/** Whether rows of the form have targets by year. */
export function isYearly(form: Form): boolean {
  return indicatorsOf(form).some(({ indicator }) => indicator.yearly !== undefined);
}

/**
 * From the year of the header's first date to that of its last: 项目开始时间, 项目结束时间.
 * @returns undefined while one of them isn't told, or where they stand the wrong way round
 */
export function projectYears(form: Form, filling: Filling): YearSpan | undefined {
  const dates = form.header.flat().filter((field) => field.kind === '日期');
  const years = dates.map(({ name }) => {
    const read = parseDate(filling.header[name] ?? '');
    return read.ok ? partsOf(read.value).year : undefined;
  });
  const [first, last] = [years[0], years.at(-1)];
  if (years.length < 2 || first === undefined || last === undefined || last < first)
    return undefined;
  return { first, last };
}

/**
 * The years for which targets are asked, ascending: the project's, and any that has a target; while the project's
 * dates aren't told, the form's year and the two after it. Empty where the form has no targets by year.
 * @example yearsOf(form, blankFilling('1-8')) // ['2022', '2023', '2024']
 */
export function yearsOf(form: Form, filling: Filling): readonly string[] {
  if (!isYearly(form)) return [];
  const rows = [...Object.values(filling.targets).flat(), ...filling.own];
  const told = rows.flatMap((row) => Object.keys(row.years));
  const own = Number.parseInt(form.year, 10);
  const span = projectYears(form, filling) ?? { first: own, last: own + AHEAD };
  const length = Math.min(span.last - span.first + 1, MOST_YEARS);
  const asked = Array.from({ length }, (_, i) => String(span.first + i));
  return [...new Set([...asked, ...told])].sort();
}

/**
 * The years somebody who fills in the form is offered: a project within one year has nothing to part by years, but what
 * was told for a year stays in sight.
 * @example offeredYears(form, filling) // [] of a project from 2022-03-01 to 2022-11-30
 */
export function offeredYears(form: Form, filling: Filling): readonly string[] {
  const years = yearsOf(form, filling);
  return years.length > 1 || hasYears(filling) ? years : [];
}

/** Whether a target by year is told. @example hasYears(blankFilling('1-8')) // false */
export function hasYears({ targets, own }: Filling): boolean {
  return [...Object.values(targets).flat(), ...own].some(({ years }) =>
    Object.values(years).some((figure) => figure !== ''),
  );
}
