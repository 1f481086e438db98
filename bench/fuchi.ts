import { assess } from '@fuchi/policy/assess/assess';
import { compile, NO_OPTIONS } from '@fuchi/policy/assess/program';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { compileExactProgram, exactFacts, screen, screenVerdict } from '@fuchi/policy/exact/screen';
import { printedScreen } from '@fuchi/policy/exact/screen-text';
import { readGivenFacts } from '@fuchi/policy/facts/read-facts';
import { regionsFrom } from '@fuchi/values/region';
import type { Contender } from './compare.ts';

/** The same enterprise as the other contenders are given. */
const FACTS = {
  已入企业库: true,
  入选应用示范项目名单年度: '2021年度',
  符合数据产品技术要求: true,
  项目总投入: '1800万元',
  项目完工日期: '2021-10-20',
  申报截止日期前完成验收: true,
  推荐单位已出具验收意见: true,
};

export interface FuchiContenders {
  readonly trace: Contender;
  readonly printed: Contender;
  readonly verdict: Contender;
  readonly whole: Contender;
}

/** 数据产品化 on this program: facts read and known, the line compiled once. */
export function fuchi(guide: CheckedGuide): FuchiContenders {
  const regions = regionsFrom(guide.guide.regions);
  const program = compile(guide, 'data-product', NO_OPTIONS);
  const exact = program && compileExactProgram(program);
  if (!regions.ok || !program || !exact) throw new Error('data-product does not compile');
  if (program.conditions.length !== 7) throw new Error('data-product has no longer 7 conditions');
  const context = { units: new Set(guide.guide.units), regions: regions.value };
  const { facts, faults } = readGivenFacts(guide, FACTS, context);
  const values = exactFacts(exact, program, facts);
  if (!values || faults.length > 0) throw new Error('the facts of the bench are not complete');
  const agree = (verdict: string) => {
    if (verdict !== 'eligible') throw new Error('fuchi disagrees');
  };
  const printed = printedScreen(exact, values);
  if (printed.ceiling !== '360') throw new Error(`fuchi disagrees: ${printed.ceiling}`);
  return {
    trace: {
      name: 'fuchi, with trace and amount',
      run: () => agree(screen(exact, values).verdict),
    },
    printed: {
      name: 'fuchi, with trace and amount in decimal strings',
      run: () => agree(printedScreen(exact, values).verdict),
    },
    verdict: {
      name: 'fuchi, verdict and amount',
      run: () => agree(screenVerdict(exact, values).verdict),
    },
    whole: {
      name: 'fuchi, the whole assessment (bounds, words, what would change)',
      run: () => agree(assess(program, facts, { asOf: null }).verdict),
    },
  };
}
