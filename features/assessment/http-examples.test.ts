import { DEFAULT_GUIDE } from '@fuchi/platform-server/command-guide';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { readCases } from '@fuchi/policy/case/read-case';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { expect, test } from 'vitest';
import { assessRequest } from './contract.ts';
import { assessing } from './http-answer.ts';
import { assessExamples, workedExample } from './http-examples.ts';

const loaded = await loadGuide(DEFAULT_GUIDE);
if (!loaded) throw new Error(`${DEFAULT_GUIDE} is missing`);
const { checked, files } = loaded;

/** The files with other cases of lines. */
const withCases = (cases: Readonly<Record<string, string>>) =>
  new Map([
    ...[...files].filter(([path]) => !path.startsWith('cases/')),
    ...Object.entries(cases).map(([line, text]) => [`cases/${line}.yaml`, text] as const),
  ]);

test("the example is a worked case of the guide's own, and ends as the case says", () => {
  const example = workedExample(checked, files);
  const { cases } = readCases('', files.get(`cases/${example.line}.yaml`) ?? '');
  const own = cases.find(
    ({ facts }) => Object.keys(facts).join() === Object.keys(example.facts).join(),
  );
  expect(own?.expected.verdict).toBe('符合');
  const { line, facts, asOf } = example;
  const outcome = assessing(checked)({ line, request: { facts, asOf } });
  if (!outcome.ok) throw new Error(outcome.faults[0]?.message);
  expect(JSON.parse(outcome.json)).toMatchObject({
    verdict: 'eligible',
    ceiling: { amount: own?.expected.ceiling },
  });
});

test('another guide gives another: cases that turn on a round, or end otherwise, are passed over', () => {
  const other = withCases({
    'tech-upgrade':
      '- { 例: a, 说: b, 事实: { 项目备案总投资: 1 }, 应得: { 结论: 不符合, 上限: 无 } }',
    merger: '- { 例: a, 说: b, 另解: [A14.1], 事实: {}, 应得: { 结论: 符合, 上限: "1" } }',
    'data-product':
      '- { 例: a, 说: b, 申报日期: 2022-05-01, 事实: { 项目总投入: 2000万元, 完工: 是 }, 应得: { 结论: 符合, 上限: "400" } }',
  });
  expect(workedExample(checked, other)).toEqual({
    line: 'data-product',
    facts: { 项目总投入: '2000万元', 完工: '是' },
    asOf: '2022-05-01',
  });
});

test('a guide without worked cases is asked about its first line that is applied for', () => {
  const lines = checked.lines.filter((l) => l.id !== 'tech-upgrade');
  const guide: CheckedGuide = { ...checked, lines };
  const example = workedExample(guide, withCases({}));
  expect(example).toEqual({
    line: lines.find((l) => l.mode === '申报')?.id,
    facts: {},
    asOf: null,
  });
  const statuses = assessExamples(guide, example).map(({ body, status }) => {
    const outcome = assessing(guide)({ line: example.line, request: assessRequest.parse(body) });
    return [outcome.ok ? 200 : 422, status];
  });
  for (const [is, said] of statuses) expect(is).toBe(said);
});
