import type { Filling, OwnIndicator, Target } from '@fuchi/forms/filling';
import { hasOwnUnit, measureKey } from '@fuchi/forms/measure-choice';
import { type Form, type Indicator, indicatorsOf, kindsOf } from '@fuchi/guide/form';
import fc from 'fast-check';

/**
 * Any filling that can be typed into a form: complete or not, right or not, with the characters that trouble files.
 * In normal form, as readFilling gives it: nothing empty is named, and no list ends in an empty row.
 */
export function anyFilling(form: Form): fc.Arbitrary<Filling> {
  const yearly = indicatorsOf(form).some(({ indicator }) => indicator.yearly !== undefined);
  return fc
    .record({
      header: texts(form.header.flat().map((field) => field.name)),
      goals: texts(form.goals),
      kinds: fc.subarray([...kindsOf(form)]),
      targets: fc.tuple(
        ...indicatorsOf(form).map(({ indicator }) =>
          fc
            .option(anyTargets(indicator), { nil: [], freq: 3 })
            .map((t) => [indicator.id, t] as const),
        ),
      ),
      own: fc.array(anyOwn(yearly), { maxLength: 6 }),
    })
    .map(({ targets, own, ...rest }) => ({
      form: form.id,
      ...rest,
      targets: Object.fromEntries(
        targets
          .map(([id, rows]) => [id, untilLast(rows)] as const)
          .filter(([, rows]) => rows.length > 0),
      ),
      own: untilLast(own),
    }));
}

/** What people type, and what breaks files: markup, escapes of spreadsheets, formulas, signs, blanks at the ends. */
const TROUBLE = [
  '=1+1',
  '=HYPERLINK("http://example.invalid")',
  "'98",
  '+86',
  '-5',
  '@x',
  '<b>&amp;"\'</b>',
  ']]>',
  '_x000D_',
  '_x0041_',
  '_x005F_x0041_',
  ' 98 ',
  '98%',
  '0.98',
  '007',
  '1e5',
  '1,234.50',
  '2022-03-16',
  '2022/3/16',
  'TRUE',
  '#REF!',
  '第一行\n第二行\n',
  '\t',
  '𠮷野家',
  'e\u0301',
  '\u200b',
  '\u00a0',
  '\u2028',
  '\u0085',
  '12345678901234567890.123456789',
  '√',
];

function anyText(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom('', '95', '3000', '98.5', '完成', ...TROUBLE),
    fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/\p{Cc}/u.test(text)),
    fc.integer({ min: -10, max: 100_000 }).map(String),
  );
}

/** Without control characters but tab and line end, which no document can carry. */
const carried = () =>
  anyText().filter((text) => !/[^\t\n\P{Cc}]|\p{Noncharacter_Code_Point}/u.test(text));

function texts(names: readonly string[]): fc.Arbitrary<Record<string, string>> {
  return fc
    .tuple(...names.map((name) => carried().map((text) => [name, text] as const)))
    .map((entries) => Object.fromEntries(entries.filter(([, text]) => text !== '')));
}

function anyYears(): fc.Arbitrary<Record<string, string>> {
  const year = fc.integer({ min: 2020, max: 2026 }).map(String);
  return fc
    .uniqueArray(fc.tuple(year, carried()), { maxLength: 4, selector: ([y]) => y })
    .map((entries) => Object.fromEntries(entries.filter(([, text]) => text !== '')));
}

function anyTargets(indicator: Indicator): fc.Arbitrary<readonly Target[]> {
  const measures = indicator.measures.map(measureKey);
  // Where a row has no place for a part, blanks there are nothing.
  const nothing = fc.constant('');
  const target = fc.record({
    value: carried(),
    measure: measures.length > 1 ? fc.constantFrom('', '别的', ...measures) : nothing,
    unit: hasOwnUnit(indicator) ? carried() : nothing,
    about: indicator.repeated > 0 ? carried() : nothing,
    years: indicator.yearly === undefined ? fc.constant({}) : anyYears(),
  });
  return fc.array(target, { minLength: 1, maxLength: indicator.repeated > 0 ? 7 : 1 });
}

function anyOwn(yearly: boolean): fc.Arbitrary<OwnIndicator> {
  const years = yearly ? anyYears() : fc.constant({});
  return fc.record({ name: carried(), unit: carried(), value: carried(), years });
}

function untilLast<Row extends { readonly years: Readonly<Record<string, string>> }>(
  rows: readonly Row[],
): readonly Row[] {
  const said = ({ years, ...parts }: Row) =>
    [...Object.values(parts), ...Object.values(years)].some(
      (t) => !/^[\p{Z}\p{C}]*$/u.test(String(t)),
    );
  return rows.slice(0, rows.findLastIndex(said) + 1);
}
