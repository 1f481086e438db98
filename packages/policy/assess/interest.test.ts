import { loadGuide } from '@fuchi/platform-server/load-guide';
import { regionsFrom } from '@fuchi/values/region';
import { describe, expect, it } from 'vitest';
import { amountText } from '../case/run-case.ts';
import { readGivenFacts } from '../facts/read-facts.ts';
import { assess } from './assess.ts';
import { compile } from './program.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const { checked } = loaded;
const regions = regionsFrom(checked.guide.regions);
if (!regions.ok) throw new Error(regions.code);
const context = { units: new Set(checked.guide.units), regions: regions.value };

const period = { 起息日: '2020-12-21', 结息日: '2021-12-20' };
const loan = {
  本金: '2000万元',
  期限: '3年',
  定价日: '2020-12-18',
  合同利率: '4.35%',
  土建占比: '20%',
  各期付息: [period],
};
const project = {
  规模以上工业企业: true,
  项目实施地: '昆山市',
  备案手续: '完备',
  环评手续: '完备',
  能评手续: '完备',
  项目备案总投资: '8000万元',
  固定资产贷款总额: '2000万元',
  已获得省内金融机构发放的固定资产贷款: true,
  已使用贷款购置项目所需设备: true,
  利息已经省级金融机构确认: true,
  市级已贴息: '0元',
  县级已贴息: '0元',
  设备发票金额: '0元',
  设备发票金额已经审计: true,
};

function assessed(facts: Record<string, unknown>, otherReadings: readonly string[] = []) {
  const program = compile(checked, 'tech-upgrade', { otherReadings, call: [] });
  if (!program) throw new Error('tech-upgrade is missing');
  const read = readGivenFacts(checked, { ...project, ...facts }, context);
  expect(read.faults).toEqual([]);
  return assess(program, read.facts, { asOf: null });
}

/** The ceiling in 万元. */
const most = (facts: Record<string, unknown>, other: readonly string[] = []) =>
  amountText(assessed(facts, other).ceiling);
const of = (changes: Record<string, unknown>) => ({ 贷款: [{ ...loan, ...changes }] });

describe('按期计息的贷款', () => {
  it('2000万元三年期4.35%，八成不用于土建：LPR口径624,555.56元', () => {
    expect(most(of({}))).toBe('62.455556');
    const steps = assessed(of({})).steps.map((s) => [s.label, s.value]);
    expect(steps).toContainEqual(['三级贴息余额', '70.566667']);
  });

  it('市级已贴10万元：三级合计不超过实付705,666.67元，余605,666.67元', () => {
    expect(most({ ...of({}), 市级已贴息: '10万元' })).toBe('60.566667');
    expect(most({ ...of({}), 市级已贴息: '10万元' }, ['A1.10'])).toBe('62.455556');
  });

  it('利率3.70%低于LPR：以实付600,222.22元为限', () => {
    expect(most(of({ 合同利率: '3.70%' }))).toBe('60.022222');
  });

  it('五年以内用一年期，超过五年用五年期以上', () => {
    expect(most(of({ 期限: '5年', 合同利率: '4.90%' }))).toBe('62.455556');
    expect(most(of({ 期限: '61个月', 合同利率: '4.90%' }))).toBe('75.433333');
  });

  it('分两期付：每期各取整一次再相加', () => {
    const two = [
      { 起息日: '2020-12-21', 结息日: '2021-06-20' },
      { 起息日: '2021-06-21', 结息日: '2021-12-20' },
    ];
    // 1600万元 × 3.85% × 182/360 = 311,422.22；× 183/360 = 313,133.33
    expect(most(of({ 各期付息: two }))).toBe('62.455555');
  });

  it('银行确认的非土建利息就是表上印的推算数：与第一个算得出的相同，不是矛盾', () => {
    const quarter = { 起息日: '2021-03-21', 结息日: '2021-06-20', 实付利息: '222333.33元' };
    const conflicts = (非土建利息: string) =>
      assessed(of({ 各期付息: [{ ...quarter, 非土建利息 }] })).conflicts.map(
        ({ values, decidedBy }) => [decidedBy, ...values.map(({ value }) => value)],
      );
    // 1600万元 × 4.35% × 92/360 = 177,866.67；222,333.33 × 80% = 177,866.66
    expect(conflicts('177866.67元')).toEqual([]);
    // A bank whose own reckoning is a cent off decides, and the difference is told.
    expect(conflicts('177866.66元')).toEqual([['省级金融机构', '17.786666万元', '17.786667万元']]);
  });

  it('两笔贷款各自封顶后相加', () => {
    const dear = { ...loan, 土建占比: '0%' };
    const cheap = { ...loan, 合同利率: '3.70%' };
    // 2000万元 × 3.85% × 365/360 = 780,694.44；加600,222.22
    expect(most({ 贷款: [dear, cheap], 固定资产贷款总额: '4000万元' })).toBe('138.091666');
  });

  it('2022年付的一期不计', () => {
    const late = { 起息日: '2021-12-21', 结息日: '2022-03-20' };
    expect(most(of({ 各期付息: [period, late] }))).toBe('62.455556');
  });

  it('定价日未知：可能用到的各期LPR里最低3.65%、最高4.25%，贴息在两者之间', () => {
    const a = assessed(of({ 定价日: null }));
    expect(a.ceiling).toEqual({ atLeast: '59.211111', atMost: '68.944444' });
    expect(a.missing.map((m) => m.fact)).toContain('贷款.定价日');
  });

  it('省级金融机构确认的LPR为准', () => {
    expect(most(of({ 适用LPR: '3.80%' }))).toBe('61.644444');
  });

  it('贷款没有列全：利息只是下限，上限到封顶', () => {
    expect(most({ 贷款: { rows: [loan], complete: false } })).toBe('62.455556..2000');
  });

  it('只有利息总额：按LPR与合同利率之比折算', () => {
    const total = { 实际支付利息: '70.566667万元', 同期限LPR: '3.85%', 贷款合同利率: '4.35%' };
    expect(most(total)).toBe('62.455556');
  });
});
