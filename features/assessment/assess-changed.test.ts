import { loadGuide } from '@fuchi/platform-server/load-guide';
import { regionsFrom } from '@fuchi/values/region';
import { expect, test } from 'vitest';
import { assessAll, compileAll } from './assess-all.ts';
import { assessingChanged } from './assess-changed.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const guide = loaded.checked;
const parsed = regionsFrom(guide.guide.regions);
if (!parsed.ok) throw new Error(parsed.code);
const regions = parsed.value;
const programs = compileAll(guide, { otherReadings: [], call: [] });

/** What every line says asked afresh, without what would change it, which lists don't show. */
function afresh(told: Parameters<typeof assessAll>[3]) {
  const { assessments, faults } = assessAll(guide, programs, regions, told);
  return { assessments: assessments.map((a) => ({ ...a, wouldChange: [] })), faults };
}

function answerOf(id: string): unknown {
  const { type, options } = guide.facts[id] ?? {};
  if (type?.kind === 'bool') return false;
  if (type?.kind === 'choice') return type.many ? [options?.[0]] : options?.[0];
  if (type?.kind === 'region') return '昆山市';
  if (type?.kind === 'rows') return { rows: [], complete: true };
  if (type?.kind === 'number') return type.dimension === 'date' ? '2021-06-30' : '12';
  return '示例';
}

test('told one fact after another, every line says what it says when asked afresh', () => {
  const again = assessingChanged(guide, programs, regions);
  const ids = Object.keys(guide.facts).filter((id) => guide.facts[id]?.supplied === '');
  let facts: Record<string, unknown> = {};
  for (const id of ids.filter((_, i) => i % 3 === 0)) {
    facts = { ...facts, [id]: answerOf(id) };
    const told = { facts, clocks: {}, asOf: null };
    expect(again(told)).toEqual(afresh(told));
  }
});

test('the round and the day concern every line; what a line does not look at leaves it alone', () => {
  const again = assessingChanged(guide, programs, regions);
  const told = { facts: { 项目总投入: '5000' }, clocks: {}, asOf: null };
  const first = again(told).assessments;
  const merger = programs.findIndex((p) => p.line.id === 'merger');
  const factory = programs.findIndex((p) => p.line.id === 'smart-factory');
  const second = again({ ...told, facts: { 项目总投入: '6000' } }).assessments;
  expect(second[merger]).toBe(first[merger]);
  expect(second[factory]).not.toEqual(first[factory]);
  const dated = { ...told, asOf: '2022-04-30' };
  expect(again(dated)).toEqual(afresh(dated));
});
