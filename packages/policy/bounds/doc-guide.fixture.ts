import type { Diagnostic } from '@fuchi/guide/diagnostic';
import { readGuide } from '@fuchi/guide/read-guide';
import { checkGuide } from '../check/check-guide.ts';
import type { CheckedGuide } from '../checked-guide.ts';
import { SMALL_GUIDE } from '../small-guide.fixture.ts';

const LINE = 'plant';

/** The guide of the pages of docs/language: the facts a page declares, and one line as given. */
export function docGuide(
  facts: string,
  line: string,
): { guide: CheckedGuide; faults: readonly Diagnostic[]; line: string } {
  const files = new Map(
    Object.entries({
      ...SMALL_GUIDE,
      'guide.yaml': (SMALL_GUIDE['guide.yaml'] ?? '').replace('[plant, school]', `[${LINE}]`),
      'facts.yaml': facts,
      'definitions.yaml': '{}\n',
      'quotas.yaml': '{}\n',
      [`lines/${LINE}.yaml`]: `项目类别: ${LINE}\n名称: 例\n条款: 一（一）\n方式: 申报\n${line}`,
    }),
  );
  files.delete('lines/school.yaml');
  const { guide, faults } = readGuide(files);
  const { checked, faults: more } = checkGuide(guide);
  return { guide: checked, faults: [...faults, ...more], line: LINE };
}

/** Expressions as the steps of a line, in order. */
export function stepsYaml(expressions: readonly string[]): string {
  const steps = expressions.map((e, i) => `    - { 名: 式${i}, 式: ${quoted(e)} }`);
  return `条件:
  1(1): { 说: 每班人数, 逐项: 班次, 须: 人数 >= 20人 }
补助:
  条款: "2"
  计算:
${steps.join('\n')}
`;
}

/** An expression as a YAML scalar. */
export function quoted(expression: string): string {
  return `'${expression.replaceAll("'", "''")}'`;
}
