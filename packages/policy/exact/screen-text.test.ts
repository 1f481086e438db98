import { loadGuide } from '@fuchi/platform-server/load-guide';
import { regionsFrom } from '@fuchi/values/region';
import { expect, it } from 'vitest';
import { assess } from '../assess/assess.ts';
import { compile, NO_OPTIONS } from '../assess/program.ts';
import { readCases } from '../case/read-case.ts';
import { readGivenFacts } from '../facts/read-facts.ts';
import { compileExactProgram, exactFacts } from './screen.ts';
import { printedScreen } from './screen-text.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const { checked, files } = loaded;
const regions = regionsFrom(checked.guide.regions);
if (!regions.ok) throw new Error(regions.code);
const context = { units: new Set(checked.guide.units), regions: regions.value };

it('prints every figure as the assessment does', () => {
  let figures = 0;
  for (const line of checked.lines) {
    const program = compile(checked, line.id, NO_OPTIONS);
    const exact = program && compileExactProgram(program);
    if (!program || !exact) continue;
    for (const example of readCases('', files.get(`cases/${line.id}.yaml`) ?? '[]').cases) {
      const { facts } = readGivenFacts(checked, example.facts, context);
      const values = exactFacts(exact, program, facts);
      if (!values) continue;
      const printed = printedScreen(exact, values);
      const whole = assess(program, facts, { asOf: null });
      expect(printed.verdict).toBe(whole.verdict);
      expect(printed.conditions.map((c) => c.outcome)).toEqual(
        whole.conditions.map((c) => c.outcome),
      );
      const amount = whole.ifEligible && 'amount' in whole.ifEligible ? whole.ifEligible : null;
      if (amount) expect(printed.ceiling).toBe(amount.amount);
      for (const [i, condition] of whole.conditions.entries()) {
        if (!condition.gap) continue;
        figures += 1;
        const { have, unit } = condition.gap;
        const days = unit === '天';
        expect([printed.conditions[i]?.have, printed.conditions[i]?.need]).toEqual(
          expect.arrayContaining([days ? expect.stringContaining(have) : `${have}${unit}`]),
        );
      }
    }
  }
  expect(figures).toBeGreaterThan(20);
});
