import type { Form, Indicator, IndicatorGroup } from '@fuchi/guide/form';

/** A printed text within something, and the same with another text in its place. */
interface Printed<T> {
  readonly text: string;
  readonly with: (text: string) => T;
}

/** Every text a form prints. The kind of project is not, where its only row takes its column. */
export function printedTexts(form: Form): readonly Printed<Form>[] {
  return [
    ...within(form, 'title', each(form.title, itself)),
    ...within(form, 'year', itself(form.year)),
    ...within(
      form,
      'header',
      each(form.header, (line) => each(line, (field) => within(field, 'name', itself(field.name)))),
    ),
    ...within(form, 'goals', each(form.goals, itself)),
    ...within(form, 'common', itself(form.common)),
    ...within(form, 'headings', each(form.headings, itself)),
    ...within(
      form,
      'levels',
      each(form.levels, (one) => [
        ...within(one, 'name', itself(one.name)),
        ...within(
          one,
          'parts',
          each(one.parts, (two) => [
            ...within(two, 'name', itself(two.name)),
            ...within(two, 'groups', each(two.groups, groupTexts)),
          ]),
        ),
      ]),
    ),
    ...within(form, 'own', itself(form.own)),
    ...within(
      form,
      'notes',
      each(form.notes, (note) => within(note, 'says', itself(note.says))),
    ),
  ];
}

function groupTexts(group: IndicatorGroup): Printed<IndicatorGroup>[] {
  const printed = group.name !== '' && !group.indicators.every((row) => row.wide);
  return [
    ...(printed ? within(group, 'name', itself(group.name)) : []),
    ...within(group, 'indicators', each(group.indicators, rowTexts)),
  ];
}

function rowTexts(row: Indicator): Printed<Indicator>[] {
  const measures = each(row.measures, (m) => within(m, 'options', each(m.options, itself)));
  return [...within(row, 'label', itself(row.label)), ...within(row, 'measures', measures)];
}

function itself(text: string): Printed<string>[] {
  return [{ text, with: (other) => other }];
}

function each<T>(
  list: readonly T[],
  texts: (item: T) => readonly Printed<T>[],
): Printed<readonly T[]>[] {
  return list.flatMap((item, i) =>
    texts(item).map((p) => ({ text: p.text, with: (other) => list.with(i, p.with(other)) })),
  );
}

function within<T extends object, K extends keyof T>(
  of: T,
  key: K,
  texts: readonly Printed<T[K]>[],
): Printed<T>[] {
  return texts.map((p) => ({ text: p.text, with: (other) => ({ ...of, [key]: p.with(other) }) }));
}

/** The form with the rows of each group changed, in every way in which `change` changes them. */
export function withRows(
  form: Form,
  change: (rows: IndicatorGroup['indicators']) => readonly IndicatorGroup['indicators'][],
): readonly Form[] {
  return form.levels.flatMap((one, i) =>
    one.parts.flatMap((two, j) =>
      two.groups.flatMap((group, k) =>
        change(group.indicators).map((indicators) => {
          const groups = two.groups.with(k, { ...group, indicators });
          const parts = one.parts.with(j, { ...two, groups });
          return { ...form, levels: form.levels.with(i, { ...one, parts }) };
        }),
      ),
    ),
  );
}

/** A text with each of its characters taken out, and with each made another, and one put in before each. */
export function slipsOf(text: string): readonly string[] {
  const all = [...text];
  return all.flatMap((c, i) => {
    const [before, after] = [all.slice(0, i).join(''), all.slice(i + 1).join('')];
    return [
      before + after,
      `${before}${c === '丙' ? '丁' : '丙'}${after}`,
      `${before}丙${c}${after}`,
    ];
  });
}
