import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assess } from './command-assess.ts';
import { facts } from './command-facts.ts';
import { lines } from './command-lines.ts';
import { assessmentReply } from './contract.ts';

const DATA_PRODUCT = {
  已入企业库: true,
  入选应用示范项目名单年度: '2021年度',
  符合数据产品技术要求: true,
  项目总投入: '2000',
  项目完工日期: '2021-10-20',
  验收完成日期: '2022-03-01',
  推荐单位已出具验收意见: true,
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuchi-assess-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function run(command: typeof assess, ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (t: string) => void out.push(t), err: (t: string) => void err.push(t) };
  const code = await command.run(args, io).catch((e: unknown) => {
    err.push(e instanceof Error ? e.message : String(e));
    return 2;
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function assessed(input: unknown, ...args: string[]) {
  const path = await file('facts.json', input);
  const { code, out } = await run(assess, 'data-product', '--facts', path, '--json', ...args);
  return { code, result: assessmentReply.parse(JSON.parse(out)) };
}

describe('fuchi assess', () => {
  it('is undetermined while the deadline is unknown, and names it first among the missing', async () => {
    const { code, result } = await assessed(DATA_PRODUCT);
    expect(code).toBe(0);
    expect(result.verdict).toBe('undetermined');
    expect(result.ceiling).toEqual({ amount: '400' });
    expect(result.missing[0]?.fact).toMatch(/^(项目申报截止日期|申报截止日期前完成验收)$/);
  });

  it('takes the deadline from the round, under clocks or by its name', async () => {
    const byName = await file('round1.json', { 项目申报截止日期: '2022-04-15' });
    const byClock = await file('round2.json', { clocks: { 项目申报截止日期: '2022-04-15' } });
    for (const round of [byName, byClock]) {
      const { code, result } = await assessed(DATA_PRODUCT, '--round', round);
      expect([code, result.verdict, result.ceiling]).toEqual([0, 'eligible', { amount: '400' }]);
    }
  });

  it('exits with 1 for an ineligible applicant and tells the gap', async () => {
    const { code, result } = await assessed({ ...DATA_PRODUCT, 项目总投入: '999.99' });
    expect(code).toBe(1);
    expect(result.failing).toEqual(['1(3)a']);
    expect(result.ceiling).toBeNull();
    const gap = result.conditions.find((c) => c.clause === '1(3)a')?.gap;
    expect(gap).toMatchObject({ have: '999.99', need: '1000', short: '0.01', unit: '万元' });
    expect(result.wouldChange[0]?.changes[0]).toMatchObject({ fact: '项目总投入', to: '1000' });
  });

  it('takes the other reading where asked: the deadline day itself no longer counts', async () => {
    const input = { ...DATA_PRODUCT, 验收完成日期: '2022-04-15' };
    const round = await file('round.json', { 项目申报截止日期: '2022-04-15' });
    expect((await assessed(input, '--round', round)).result.verdict).toBe('eligible');
    const other = await assessed(input, '--round', round, '--reading', 'G3=other');
    expect(other.result.verdict).toBe('ineligible');
    expect(other.result.readings).toContain('G3');
  });

  it('switches call conditions on by round', async () => {
    const round = await file('round.json', { 项目申报截止日期: '2022-04-15', call: ['call-1a'] });
    const { result } = await assessed(DATA_PRODUCT, '--round', round);
    expect(result.conditions.some((c) => c.clause === 'call-1a')).toBe(true);
    expect(result.verdict).toBe('undetermined');
  });

  it('screens every line with --all', async () => {
    const path = await file('facts.json', DATA_PRODUCT);
    const { code, out } = await run(assess, '--all', '--facts', path, '--json');
    const results = (JSON.parse(out) as unknown[]).map((r) => assessmentReply.parse(r));
    expect(code).toBe(0);
    expect(results).toHaveLength(28);
    const elsewhere = results.filter((r) => r.open.some((o) => o.because === 'elsewhere'));
    expect(elsewhere.map((r) => r.line)).toEqual([
      'free-diagnosis',
      'new-energy-vehicle',
      'national-centre-matching',
    ]);
  });

  it('reports every bad value at once with its path and exits with 2', async () => {
    const bad = { ...DATA_PRODUCT, 项目总投入: '1e400', 项目完工日期: '2021-02-30', 项目总投人: 1 };
    const path = await file('facts.json', bad);
    const { code, err } = await run(assess, 'data-product', '--facts', path);
    expect(code).toBe(2);
    expect(err).toContain('项目总投入：');
    expect(err).toContain('项目完工日期：');
    expect(err).toContain('是不是“项目总投入”');
  });

  it.each([
    ['{"项目总投入": 1e400}', /facts\.json:1:11 .*加引号/],
    ['{"项目总投入": 12345678901234.5678}', /facts\.json:1:11 .*加引号/],
    ['{"项目总投入": \n', /facts\.json:\d+:\d+ 不是正确的 JSON/],
    ['[1]', /应为一个 JSON 对象/],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, /./],
    [`{"项目总投入": ${'{"sources":{"a":'.repeat(5000)}1${'}}'.repeat(5000)}}`, /./],
  ])('refuses %s', async (content, message) => {
    const path = await file('facts.json', content);
    const { code, err } = await run(assess, 'data-product', '--facts', path);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it.each([
    [['no-such-line', '--facts', 'x'], /没有项目类别“no-such-line”/],
    [['data-product'], /缺少 --facts/],
    [['data-product', '--facts', '/nowhere.json'], /没有这个文件/],
    [['data-product', '--facts', 'x', '--guide', '/nowhere'], /没有这个指南文件夹/],
    [['data-product', '--facts', 'x', '--reading', 'G3'], /--reading 应写成/],
    [['--all', 'data-product', '--facts', 'x'], /不能同时给/],
  ])('refuses the arguments %j', async (args, message) => {
    const { code, err } = await run(assess, ...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it.each([
    ['--as-of', '2022-02-30'],
    ['--reading', 'Z9=other'],
  ])('refuses %s %s', async (option, value) => {
    const path = await file('facts.json', DATA_PRODUCT);
    const { code, err } = await run(assess, 'data-product', '--facts', path, option, value);
    expect(code).toBe(2);
    expect(err).not.toBe('');
  });

  it('prints words for people', async () => {
    const path = await file('facts.json', { ...DATA_PRODUCT, 项目总投入: '999.99' });
    const { out } = await run(assess, 'data-product', '--facts', path);
    expect(out).toContain('数据产品化项目（data-product）：不符合');
    expect(out).toContain('如符合条件，补助上限：199.998万元');
    expect(out).toContain('差0.01万元');
  });
});

describe('fuchi lines', () => {
  it('lists the 28 lines in guide order with mode, form and quota', async () => {
    const { code, out } = await run(lines, '--json');
    const all = JSON.parse(out) as { id: string; mode: string; form: string; quota: unknown }[];
    expect(code).toBe(0);
    expect(all).toHaveLength(28);
    expect(all[0]).toMatchObject({ id: 'tech-upgrade', section: '一（一）', form: '1-1' });
    expect(all.at(-1)?.id).toBe('talent-training');
    const smart = all.find((l) => l.id === 'smart-factory');
    expect(smart?.quota).toMatchObject({ atMost: 10, joint: { atMost: 55 } });
  });
});

describe('fuchi facts', () => {
  it('lists what a line asks, with label, type, unit, evidence and certifier', async () => {
    const { code, out } = await run(facts, 'tech-upgrade', '--json');
    const all = JSON.parse(out) as {
      id: string;
      type: string;
      unit: string;
      columns?: unknown[];
    }[];
    expect(code).toBe(0);
    expect(all.find((f) => f.id === '项目备案总投资')).toMatchObject({
      type: '金额',
      unit: '万元',
    });
    expect(all.find((f) => f.id === '贷款')?.columns?.length).toBeGreaterThan(5);
  });

  it('asks what only another reading looks at when that reading is taken', async () => {
    const plain = await run(facts, 'tech-upgrade');
    const other = await run(facts, 'tech-upgrade', '--reading', 'A1.11=other');
    expect(plain.out).not.toContain('市县设备补助');
    expect(other.out).toContain('市县设备补助');
  });
});
