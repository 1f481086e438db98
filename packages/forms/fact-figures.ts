import { type Form, type Indicator, indicatorsOf, type Measure } from '@fuchi/guide/form';
import { pointOf } from '@fuchi/policy/bounds/domain';
import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import type { GivenFacts, Statement } from '@fuchi/policy/facts/given';
import { inUnit, MONEY_UNITS, moneyFrom } from '@fuchi/values/money';
import { div, eq, HUNDRED, mul, type Rational, rational } from '@fuchi/values/rational';

/** What the application says of a row's figure, in the unit of the fact. */
export interface FactFigure {
  readonly fact: string;
  readonly label: string;
  readonly unit: string;
  /** In the base unit of its kind: 元, a share of one, the counting unit. */
  readonly base: Rational;
}

/** Indicator id → the application's figure for it. */
export type FactFigures = ReadonlyMap<string, FactFigure>;

/**
 * Which rows state a figure that the application states too, and what it says there. A fact that isn't told, has
 * several values, or isn't asked by the line gives none.
 * @param line the line applied for; without it a row whose facts disagree about it has no figure
 * @example factFigures(checked, form, 'data-product', facts).get('项目总投入')?.base
 */
export function factFigures(
  checked: CheckedGuide,
  form: Form,
  line: string | undefined,
  given: GivenFacts,
): FactFigures {
  const asked = checked.lines.find((l) => l.id === line)?.facts;
  const figures = indicatorsOf(form).flatMap(({ indicator }): [string, FactFigure][] => {
    if (line !== undefined && indicator.factsNotOf.some((l) => l.text === line)) return [];
    const ids = indicator.facts.map((f) => f.text);
    // Of each line the first one it asks; without a line all that are told must say the same.
    const own = asked === undefined ? ids : ids.filter((id) => asked.includes(id)).slice(0, 1);
    const told = own.flatMap((id) => figureOf(checked.facts[id], given.get(id) ?? []));
    const [first, ...rest] = told;
    if (first === undefined || !rest.every((other) => eq(other.base, first.base))) return [];
    return [[indicator.id, first]];
  });
  return new Map(figures);
}

function figureOf(
  spec: FactSpec | undefined,
  statements: readonly Statement[],
): readonly FactFigure[] {
  if (spec === undefined) return [];
  // A target is what is planned: what was audited at acceptance says nothing about it.
  const planned = statements.filter((s) => s.moment !== '验收');
  const deciding = planned.filter((s) => spec.decidedBy !== '' && s.source === spec.decidedBy);
  const points = (deciding.length > 0 ? deciding : planned).map((s) => pointOf(s.domain));
  const [first, ...rest] = points;
  if (first === undefined || !rest.every((x) => x !== undefined && eq(x, first))) return [];
  return [{ fact: spec.id, label: spec.label, unit: spec.unit, base: first }];
}

/**
 * A fact's figure in the unit of a row.
 * @returns undefined where the two count in units that can't be turned into each other
 * @example inRowUnit(figure, measure, '万次') // the application's 50000次: 5
 */
export function inRowUnit(
  figure: FactFigure,
  measure: Measure,
  unit: string,
): Rational | undefined {
  if (measure.kind === '金额') {
    const money = MONEY_UNITS.find((u) => u === unit);
    return money && inUnit(moneyFrom(figure.base, '元'), money);
  }
  if (measure.kind === '比例') return mul(figure.base, HUNDRED);
  const scale = /^([万亿]?)(.+)$/u.exec(unit);
  if (scale === null) return undefined;
  if (unit === figure.unit) return figure.base;
  const [, times = '', counted] = scale;
  return counted === figure.unit ? div(figure.base, TIMES[times] ?? rational(1)) : undefined;
}

const TIMES: Readonly<Record<string, Rational>> = {
  万: rational(10_000),
  亿: rational(100_000_000),
};

/** The measure in which a row states a fact: one that counts; undefined where several do. */
export function statedMeasure(indicator: Indicator): Measure | undefined {
  const counting = indicator.measures.filter((m) => m.kind !== '文字' && m.kind !== '选项');
  return counting.length === 1 ? counting[0] : undefined;
}
