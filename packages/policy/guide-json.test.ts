import { loadGuide } from '@fuchi/platform-server/load-guide';
import { regionsFrom } from '@fuchi/values/region';
import { describe, expect, it } from 'vitest';
import { assess } from './assess/assess.ts';
import { compile } from './assess/program.ts';
import { readCases } from './case/read-case.ts';
import type { CheckedGuide } from './checked-guide.ts';
import { readGivenFacts } from './facts/read-facts.ts';
import { roundFacts } from './facts/round-facts.ts';
import { guideFromJson, guideToJson } from './guide-json.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const { checked, files } = loaded;
const text = guideToJson(checked);

function reloaded(): CheckedGuide {
  const read = guideFromJson(text);
  if (!read.ok) throw new Error(`${read.code} ${read.path}`);
  return read.guide;
}

/** Every case of a line, assessed on one guide. */
function answers(guide: CheckedGuide, line: string): string[] {
  const regions = regionsFrom(guide.guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  const context = { units: new Set(guide.guide.units), regions: regions.value };
  return readCases('', files.get(`cases/${line}.yaml`) ?? '[]').cases.map((example) => {
    const program = compile(guide, line, example.round);
    if (!program) throw new Error(line);
    const input = { ...roundFacts(guide, example.round.clocks, example.asOf), ...example.facts };
    const { facts } = readGivenFacts(guide, input, context);
    return JSON.stringify(assess(program, facts, { asOf: example.asOf }));
  });
}

describe('a checked guide as JSON', () => {
  const back = reloaded();
  it('keeps its digest and every part', () => {
    expect(back.guide.digest).toBe(checked.guide.digest);
    expect(guideToJson(back)).toBe(text);
  });
  it.each(checked.lines.map((l) => l.id))('gives the same assessment of every case: %s', (line) => {
    const now = answers(checked, line);
    expect(now.length).toBeGreaterThan(0);
    expect(answers(back, line)).toEqual(now);
  });

  const broken: [string, (guide: Record<string, never>) => void, string, RegExp][] = [
    ['another format', (g) => Object.assign(g, { format: 0 }), 'other-format', /^format$/],
    ['no lines', (g) => Object.assign(g, { lines: 1 }), 'not-a-guide', /^$/],
    ['no facts', (g) => Object.assign(g, { facts: [] }), 'broken-part', /^facts$/],
    ['no digest', (g) => delete g['guide']?.['digest'], 'broken-part', /^guide\.digest$/],
    ['no regions', (g) => delete g['guide']?.['regions'], 'broken-part', /^guide\.regions$/],
  ];
  it.each(broken)('is refused where there is %s', (_, spoil, code, path) => {
    const value = JSON.parse(text);
    spoil(value);
    const read = guideFromJson(JSON.stringify(value));
    expect(read).toMatchObject({ ok: false, code, path: expect.stringMatching(path) });
  });
  it.each([
    ['an unknown node', '"kind":"compare"', '"kind":"compared"'],
    ['a number that is none', '"value":"30000000/1"', '"value":"3000万元"'],
    ['a part that is missing', '"left":{', '"lost":{'],
  ])('is refused where there is %s', (_, was, is) => {
    expect(text).toContain(was);
    const read = guideFromJson(text.replace(was, is));
    expect(read).toMatchObject({ ok: false, code: 'broken-tree' });
  });
  it('is refused where it is cut off', () => {
    expect(guideFromJson(text.slice(0, -5))).toEqual({ ok: false, code: 'not-json', path: '' });
  });
});
