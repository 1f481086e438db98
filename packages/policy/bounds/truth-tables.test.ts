import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { regionsFrom } from '@fuchi/values/region';
import { describe, expect, test } from 'vitest';
import { absences } from '../assess/absence.ts';
import { assess } from '../assess/assess.ts';
import { compile } from '../assess/program.ts';
import { amountText } from '../case/run-case.ts';
import { readGivenFacts } from '../facts/read-facts.ts';
import { VERDICT_WORDS } from '../sentence/words.ts';
import { docGuide, quoted, stepsYaml } from './doc-guide.fixture.ts';
import type { Environment } from './environment.ts';
import { evaluate } from './evaluate.ts';
import { fenced, tablesOf } from './language-tables.fixture.ts';
import { said } from './said.fixture.ts';
import { told } from './told.fixture.ts';

const docs = join(import.meta.dirname, '../../../docs/language');
const page = readFileSync(join(docs, 'semantics.md'), 'utf8');
const FACTS = fenced(page, 'yaml');

/** One thing a page claims: an expression, what is told, which readings take their other choice, the result. */
interface Claim {
  readonly expression: string;
  readonly known: string;
  readonly other: string;
  readonly result: string;
}

const tables = tablesOf(page);
const matrices = tables.filter(({ head }) => head[0] !== '式子' && head[0] !== '条件');
const claims: Claim[] = [
  ...tables
    .filter(({ head }) => head[0] === '式子')
    .flatMap(({ head, rows }) => {
      const cell = (row: readonly string[], name: string) => row[head.indexOf(name)] ?? '';
      return rows.map((row) => ({
        expression: cell(row, '式子'),
        known: cell(row, '已知'),
        other: cell(row, '另解'),
        result: cell(row, '结果'),
      }));
    }),
  ...matrices.flatMap(({ head: [expression = '', ...across], rows }) => {
    const [, left, right] = /^(\S+) \S+ (\S+)$/.exec(expression) ?? [];
    return rows.flatMap(([down = '', ...results]) =>
      across.map((over, i) => ({
        expression,
        known: `${left} ${down}；${right} ${over}`,
        other: '',
        result: results[i] ?? '',
      })),
    );
  }),
];

const expressions = [...new Set(claims.map((c) => c.expression))];
const { guide, faults, line } = docGuide(FACTS, stepsYaml(expressions));

function resultOf({ expression, known, other }: Claim): string {
  const options = { otherReadings: other === '' ? [] : [other], call: [] };
  const program = compile(guide, line, options);
  const step = program?.line.steps[expressions.indexOf(expression)];
  if (!program || !step) throw new Error(expression);
  const absent = absences([step.node]);
  const env: Environment = {
    facts: told(known, guide, (id) => absent.has(id)),
    steps: new Map(),
    frames: [],
    tables: program.tables,
    qualifying: program.qualifying,
    nonEmpty: new Set(),
    apart: new Set(),
  };
  return said(evaluate(step.node, env), step.node.type);
}

describe('docs/language/semantics.md', () => {
  test('表里的式子都读得懂', () => {
    const wrong = faults.filter((f) => f.at.file.startsWith('lines/') && f.code !== 'unused-step');
    expect(wrong.filter((f) => f.code !== 'subsidy-not-money')).toEqual([]);
    expect(claims.length).toBeGreaterThan(220);
  });

  test.each(claims.map((c) => [`${c.expression} ｜ ${c.known} ${c.other}`, c] as const))(
    '%s',
    (_, claim) => expect(resultOf(claim)).toBe(claim.result),
  );

  const ceilings = tables.filter(({ head }) => head[0] === '条件').flatMap(({ rows }) => rows);
  test.each(ceilings)('%s ｜ %s ｜ %s ｜ %s', (must, formula, cap, known, verdict, amount) => {
    const capped = (cap ?? '') === '' ? '' : `\n  封顶: ${cap}`;
    const yaml = `条件:
  1(1): { 说: 条件, 须: ${quoted(must ?? '')} }
补助:
  条款: "2"${capped}
  计算: [{ 名: 额度, 式: ${quoted(formula ?? '')} }]
`;
    const doc = docGuide(FACTS, yaml);
    expect(doc.faults.filter((f) => f.at.file.startsWith('lines/'))).toEqual([]);
    const program = compile(doc.guide, doc.line, { otherReadings: [], call: [] });
    const regions = regionsFrom(doc.guide.guide.regions);
    if (!program || !regions.ok) throw new Error('no program');
    const context = { units: new Set(doc.guide.guide.units), regions: regions.value };
    const read = readGivenFacts(doc.guide, inputOf(known ?? ''), context);
    expect(read.faults).toEqual([]);
    const a = assess(program, read.facts, { asOf: null });
    expect([VERDICT_WORDS[a.verdict], inWords(amountText(a.ifEligible))]).toEqual([
      verdict,
      amount,
    ]);
  });
});

/** What a row tells, as the input of an assessment. */
function inputOf(known: string): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const part of known.split('；')) {
    const [name = '', value = ''] = part.split(' ');
    if (name === '人数') {
      const rows = value.replace(/……$/, '').split('、');
      input['班次'] = { rows: rows.map((n) => ({ 人数: n })), complete: !value.endsWith('……') };
    } else if (value !== '未知') input[name] = value;
  }
  return input;
}

function inWords(amount: string): string {
  const [lo = '', hi] = amount.split('..');
  if (hi === undefined) return `${lo}万元`;
  return hi === '' ? `不小于${lo}万元` : `${lo}万元至${hi}万元`;
}
