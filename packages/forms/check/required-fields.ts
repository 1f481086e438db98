import { type Form, type Indicator, kindsOf } from '@fuchi/guide/form';
import { type FieldAddress, ownAt, targetAt } from '../field-address.ts';
import { type Filling, NO_TARGET, type Target } from '../filling.ts';
import { chosenMeasure, hasOwnUnit } from '../measure-choice.ts';
import { askedRows, isBlankOwn, isBlankTarget } from './asked-rows.ts';
import { hasWords, isBlank, saysNothing, saysNoUnit } from './says-nothing.ts';

/** A field that must be filled in, and what stands in it. */
export interface RequiredField {
  readonly where: FieldAddress;
  /** empty: nothing is typed; nothing: what is typed says nothing. */
  readonly state: 'filled' | 'empty' | 'nothing';
  readonly text: string;
}

/**
 * What this applicant must fill in, in printed order: header and goals, the choice of a kind of project, of each row
 * asked the target and what goes with it, and the rest of each row of 个性指标 that was begun.
 */
export function requiredFields(form: Form, filling: Filling): readonly RequiredField[] {
  const header = form.header
    .flat()
    .map(({ name }) => field({ kind: 'header', name }, filling.header[name] ?? ''));
  const goals = form.goals.map((name) =>
    field({ kind: 'goal', name }, filling.goals[name] ?? '', hasWords),
  );
  const kinds = kindsOf(form);
  const chosen = kinds.filter((kind) => filling.kinds.includes(kind));
  const choice: RequiredField[] =
    kinds.length === 0
      ? []
      : [
          {
            where: { kind: 'kind', name: '' },
            state: chosen.length > 0 ? 'filled' : 'empty',
            text: chosen.join('、'),
          },
        ];
  return [
    ...header,
    ...goals,
    ...choice,
    ...askedRows(form, filling).flatMap(({ indicator, asked }) =>
      asked === 'yes' || asked === 'may'
        ? targetFields(indicator, filling.targets[indicator.id] ?? [], asked === 'yes')
        : [],
    ),
    ...filling.own.flatMap((row, index) =>
      isBlankOwn(row)
        ? []
        : [field(ownAt(index, 'name'), row.name), field(ownAt(index, 'value'), row.value)],
    ),
  ];
}

/** Of a repeated row one at least, and each that was begun. */
function targetFields(
  indicator: Indicator,
  targets: readonly Target[],
  must: boolean,
): readonly RequiredField[] {
  const begun = targets
    .map((target, index) => ({ target, index }))
    .filter((t) => !isBlankTarget(t.target));
  const asked = begun.length === 0 && must ? [{ target: NO_TARGET, index: 0 }] : begun;
  return asked.flatMap(({ target, index }) => {
    const { id } = indicator;
    const fields = [field(targetAt(id, index, 'value'), target.value)];
    if (indicator.measures.length > 1) {
      fields.push(field(targetAt(id, index, 'measure'), target.measure, (t) => !saysNoUnit(t)));
    }
    if (hasOwnUnit(indicator) && chosenMeasure(indicator, target.measure)?.ownUnit !== false) {
      fields.push(field(targetAt(id, index, 'unit'), target.unit, (t) => !saysNoUnit(t)));
    }
    if (indicator.repeated > 0) fields.push(field(targetAt(id, index, 'about'), target.about));
    return fields;
  });
}

function field(
  where: FieldAddress,
  text: string,
  saysEnough: (text: string) => boolean = (t) => !saysNothing(t),
): RequiredField {
  return { where, text, state: isBlank(text) ? 'empty' : saysEnough(text) ? 'filled' : 'nothing' };
}
