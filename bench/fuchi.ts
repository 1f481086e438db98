import { loadGuide } from '@fuchi/platform-server/load-guide';
import { assess } from '@fuchi/policy/assess/assess';
import { compile, NO_OPTIONS } from '@fuchi/policy/assess/program';
import { compileExactProgram, exactFacts, screen, screenVerdict } from '@fuchi/policy/exact/screen';
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
  验收完成日期: '2022-03-01',
  项目申报截止日期: '2022-04-15',
  推荐单位已出具验收意见: true,
};

/** 数据产品化 on this program: facts read and known, the line compiled once. */
export async function fuchi(): Promise<readonly Contender[]> {
  const loaded = await loadGuide(`${import.meta.dirname}/../guides/jiangsu-2022`);
  if (!loaded || loaded.faults.length > 0) throw new Error('the guide has faults');
  const guide = loaded.checked;
  const regions = regionsFrom(guide.guide.regions);
  const program = compile(guide, 'data-product', NO_OPTIONS);
  const exact = program && compileExactProgram(program);
  if (!regions.ok || !program || !exact) throw new Error('data-product does not compile');
  const context = { units: new Set(guide.guide.units), regions: regions.value };
  const { facts, faults } = readGivenFacts(guide, FACTS, context);
  const values = exactFacts(exact, program, facts);
  if (!values || faults.length > 0) throw new Error('the facts of the bench are not complete');
  const agree = (verdict: string) => {
    if (verdict !== 'eligible') throw new Error('fuchi disagrees');
  };
  return [
    {
      name: 'fuchi, known facts, with trace and amount',
      run: () => agree(screen(exact, values).verdict),
    },
    {
      name: 'fuchi, known facts, verdict and amount',
      run: () => agree(screenVerdict(exact, values).verdict),
    },
    {
      name: 'fuchi, full assessment in words and figures',
      run: () => agree(assess(program, facts, { asOf: null }).verdict),
    },
  ];
}
