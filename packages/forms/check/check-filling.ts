import type { Form } from '@fuchi/guide/form';
import type { NamedValue } from '@fuchi/guide/guide';
import type { FactFigures } from '../fact-figures.ts';
import { addressText, type FieldAddress, ownAt } from '../field-address.ts';
import type { Filling } from '../filling.ts';
import { sheetRows } from '../sheet-rows.ts';
import { askedRows, isBlankOwn } from './asked-rows.ts';
import { checkFact } from './check-facts.ts';
import { checkHeader } from './check-header.ts';
import { checkKinds } from './check-kinds.ts';
import { checkRelations } from './check-relations.ts';
import { checkTarget, type ReadRow } from './check-target.ts';
import { checkYearSpan, checkYearSum } from './check-years.ts';
import { type Finding, fault, missing, remark } from './finding.ts';
import { requiredFields } from './required-fields.ts';

/** What a filling is held against besides its form. */
export interface CheckContext {
  /** The guide's figures: printed minima name them. */
  readonly figures: readonly NamedValue[];
  /** What the application says of the same figures; empty where there is none. */
  readonly facts: FactFigures;
}

/**
 * Everything there is to say of a filling, in printed order: what is missing, what can't be so, what somebody should
 * look at. Exact: no figure is rounded. The filling must be of this form (read-filling.ts).
 * @example checkFilling(form, filling, { figures: guide.figures, facts: new Map() }).filter((f) => f.severity === 'fault')
 */
export function checkFilling(
  form: Form,
  filling: Filling,
  { figures, facts }: CheckContext,
): readonly Finding[] {
  const rows: ReadRow[] = [];
  const ofTargets: Finding[] = [];
  for (const { indicator, asked } of askedRows(form, filling)) {
    // What stands in rows of another kind is refused as a whole.
    if (asked === 'no') continue;
    for (const [index, target] of (filling.targets[indicator.id] ?? []).entries()) {
      const { findings, row } = checkTarget(indicator, index, target);
      ofTargets.push(...findings);
      if (row) rows.push(row);
    }
  }
  const findings = [
    ...requiredFields(form, filling).flatMap(({ where, state, text }) => {
      if (state === 'filled') return [];
      return state === 'empty'
        ? [missing(where, missingCode(where))]
        : [fault(where, 'says-nothing', { given: text.trim() })];
    }),
    ...checkHeader(form, filling),
    ...checkKinds(form, filling),
    ...ofTargets,
    ...checkRelations(rows, figures),
    ...rows.flatMap((row) => checkFact(row, facts)),
    ...rows.flatMap(checkYearSum),
    ...checkYearSpan(form, filling),
    ...checkOwn(form, filling),
  ];
  return inPrintedOrder(form, filling, findings);
}

function missingCode(where: FieldAddress) {
  if (where.kind === 'kind') return 'kind-missing';
  if (where.kind === 'header' || where.kind === 'goal') return 'field-missing';
  switch (where.part) {
    case 'measure':
      return 'measure-missing';
    case 'unit':
      return 'unit-missing';
    case 'about':
      return 'about-missing';
    case 'name':
      return 'own-name-missing';
    default:
      return 'target-missing';
  }
}

/** The same name twice, or one that is printed: two promises that may differ. */
function checkOwn(form: Form, { own }: Filling): readonly Finding[] {
  const seen = new Set<string>(
    form.levels.flatMap((one) =>
      one.parts.flatMap((two) => two.groups.flatMap((g) => g.indicators.map((i) => i.id))),
    ),
  );
  return own.flatMap((row, index) => {
    const name = row.name.trim();
    if (isBlankOwn(row) || name === '') return [];
    if (seen.has(name)) return [remark(ownAt(index, 'name'), 'own-twice', { name })];
    seen.add(name);
    return [];
  });
}

function inPrintedOrder(
  form: Form,
  filling: Filling,
  findings: readonly Finding[],
): readonly Finding[] {
  const order = new Map<string, number>();
  for (const row of sheetRows(form, filling)) {
    // The choice as a whole comes before the kinds it is made of.
    const choice: FieldAddress[] = row.section === 'kind' ? [{ kind: 'kind', name: '' }] : [];
    for (const where of [...choice, ...row.cells.map((cell) => cell.address)]) {
      const text = addressText(where);
      if (!order.has(text)) order.set(text, order.size);
    }
  }
  const placeOf = ({ where }: Finding) => order.get(addressText(where)) ?? order.size;
  return [...findings].sort((a, b) => placeOf(a) - placeOf(b));
}
