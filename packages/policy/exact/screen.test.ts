import { loadGuide } from '@fuchi/platform-server/load-guide';
import { toDecimal } from '@fuchi/values/rational';
import { regionsFrom } from '@fuchi/values/region';
import { describe, expect, it } from 'vitest';
import { assess } from '../assess/assess.ts';
import { compile } from '../assess/program.ts';
import { inWan } from '../assess/show.ts';
import { readCases } from '../case/read-case.ts';
import { readGivenFacts } from '../facts/read-facts.ts';
import { roundFacts } from '../facts/round-facts.ts';
import { compileExactProgram, exactFacts, screen, screenVerdict } from './screen.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const { checked, files } = loaded;
const regions = regionsFrom(checked.guide.regions);
if (!regions.ok) throw new Error(regions.code);

/** Every worked case of every line that both engines can judge. */
function* judged() {
  for (const line of checked.lines) {
    const { cases } = readCases('', files.get(`cases/${line.id}.yaml`) ?? '[]');
    for (const example of cases) {
      const program = compile(checked, line.id, example.round);
      const exact = program && compileExactProgram(program);
      if (!program || !exact || !regions.ok) continue;
      const input = {
        ...roundFacts(checked, example.round.clocks, example.asOf),
        ...example.facts,
      };
      const context = { units: new Set(checked.guide.units), regions: regions.value };
      const { facts } = readGivenFacts(checked, input, context);
      const values = exactFacts(exact, program, facts);
      if (values) yield { name: `${line.id} ${example.id}`, program, exact, facts, values };
    }
  }
}

describe('the exact engine', () => {
  const all = [...judged()];
  it('judges a good part of the worked cases', () => expect(all.length).toBeGreaterThan(40));
  it.each(all.map((c) => [c.name, c] as const))('agrees with the bounds engine: %s', (_, c) => {
    const whole = assess(c.program, c.facts, { asOf: null });
    const quick = screen(c.exact, c.values);
    expect(quick.verdict).toBe(whole.verdict);
    expect(quick.conditions.map((o) => o.outcome)).toEqual(whole.conditions.map((o) => o.outcome));
    expect(screenVerdict(c.exact, c.values).verdict).toBe(whole.verdict);
    if (whole.ifEligible && 'amount' in whole.ifEligible && quick.ceiling) {
      expect(inWan(quick.ceiling)).toBe(whole.ifEligible.amount);
      expect(toDecimal(quick.ceiling)).not.toContain('/');
    }
  });
});
