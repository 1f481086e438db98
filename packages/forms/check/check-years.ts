import type { Form } from '@fuchi/guide/form';
import { add, eq, type Rational, toDecimal, ZERO } from '@fuchi/values/rational';
import { ownAt, targetAt } from '../field-address.ts';
import type { Filling } from '../filling.ts';
import { projectYears } from '../filling-years.ts';
import type { ReadRow } from './check-target.ts';
import { type Finding, fault, remark } from './finding.ts';
import { isBlank } from './says-nothing.ts';

/** Years with a target that the project doesn't reach into; nothing while its dates aren't told. */
export function checkYearSpan(form: Form, filling: Filling): readonly Finding[] {
  const span = projectYears(form, filling);
  if (span === undefined) return [];
  const facts = { first: String(span.first), last: String(span.last) };
  const outside = (years: Readonly<Record<string, string>>) =>
    Object.entries(years)
      .filter(([, text]) => !isBlank(text))
      .map(([year]) => year)
      .filter((year) => Number(year) < span.first || Number(year) > span.last);
  const targets = Object.entries(filling.targets).flatMap(([id, rows]) =>
    rows.flatMap(({ years }, index) =>
      outside(years).map((year) =>
        fault(targetAt(id, index, 'year', year), 'year-outside', { ...facts, year }),
      ),
    ),
  );
  const own = filling.own.flatMap(({ years }, index) =>
    outside(years).map((year) =>
      fault(ownAt(index, 'year', year), 'year-outside', { ...facts, year }),
    ),
  );
  return [...targets, ...own];
}

/** Whether targets by year make up the target at completion: added up, or the last of them. */
export function checkYearSum({
  indicator,
  index,
  unit,
  value,
  years,
}: ReadRow): readonly Finding[] {
  const last = [...years.keys()].sort().at(-1);
  if (indicator.yearly === undefined || value === undefined || last === undefined) return [];
  const made =
    indicator.yearly === '累加' ? [...years.values()].reduce(add, ZERO) : years.get(last);
  if (made === undefined || eq(made, value)) return [];
  const shown = (x: Rational) => `${toDecimal(x)}${unit}`;
  const where = targetAt(indicator.id, index, 'value');
  return indicator.yearly === '累加'
    ? [remark(where, 'years-dont-add-up', { given: shown(value), sum: shown(made) })]
    : [remark(where, 'last-year-differs', { given: shown(value), year: last, last: shown(made) })];
}
