import { rangeOf } from '@fuchi/forms/indicator-range';
import { measureKey } from '@fuchi/forms/measure-choice';
import { type Form, type Indicator, indicatorsOf, kindsOf, type Measure } from '@fuchi/guide/form';
import type { Guide } from '@fuchi/guide/guide';
import { type Rational, toDecimal } from '@fuchi/values/rational';
import type * as z from 'zod';
import type { FormReply, formHeadReply } from './contract.ts';

/** What a list of forms says of each. */
export function formHead(guide: Guide, form: Form): z.infer<typeof formHeadReply> {
  const lines = guide.lines.filter((line) => line.form === form.id).map((line) => line.id);
  return { id: form.id, title: form.title.join(''), year: form.year, lines };
}

/** A form as it is printed, with what each row asks: without its places in the guide's files. */
export function formDetail(guide: Guide, form: Form): FormReply {
  const { grouping } = form;
  return {
    ...formHead(guide, form),
    header: form.header.flat().map(({ name, kind }) => ({ name, kind })),
    goals: form.goals,
    common: form.common,
    countedFor: form.countedFor?.text ?? null,
    headings: form.headings,
    grouping: grouping
      ? { name: grouping.name, choose: grouping.choose, kinds: kindsOf(form) }
      : null,
    indicators: indicatorsOf(form).map(({ one, two, group, indicator }) => ({
      id: indicator.id,
      label: indicator.label,
      levels: [one.name, two.name],
      kind: group.name,
      ...rules(guide, form, indicator),
    })),
    own: form.own,
    notes: form.notes.map((note) => note.says),
  };
}

function rules(guide: Guide, form: Form, indicator: Indicator) {
  const least = guide.figures.find((figure) => figure.id === indicator.atLeast?.text);
  const notes = form.notes.filter((n) => n.indicators.some((i) => i.text === indicator.id));
  return {
    measures: indicator.measures.map(measureDetail),
    repeated: indicator.repeated,
    yearly: indicator.yearly ?? null,
    atLeast: least?.value.text ?? null,
    partOf: indicator.partOf?.text ?? null,
    atMostOf: indicator.atMostOf?.text ?? null,
    facts: indicator.facts.map((fact) => fact.text),
    optionalFor: indicator.optionalFor.map((kind) => kind.text),
    onlyFor: indicator.onlyFor?.text ?? null,
    notes: notes.map((note) => note.says),
    doubt: indicator.doubt,
  };
}

function measureDetail(measure: Measure) {
  const { kind, unit, ownUnit, decimal, options, tendency } = measure;
  const counts = kind !== '文字' && kind !== '选项';
  const range = counts ? rangeOf(measure) : undefined;
  const end = (x: Rational | undefined) => (x === undefined ? null : toDecimal(x));
  return {
    key: measureKey(measure),
    kind,
    unit,
    ownUnit,
    decimal,
    least: end(range?.least),
    most: end(range?.most),
    options,
    tendency,
  };
}
