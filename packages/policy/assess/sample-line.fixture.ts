import { readGuide } from '@fuchi/guide/read-guide';
import { regionsFrom } from '@fuchi/values/region';
import { amountText } from '../case/run-case.ts';
import { checkGuide } from '../check/check-guide.ts';
import type { GivenFacts, InputFault } from '../facts/given.ts';
import { readGivenFacts } from '../facts/read-facts.ts';
import { SMALL_GUIDE } from '../small-guide.fixture.ts';
import { assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { compile, type Program } from './program.ts';

export interface Sample {
  readonly program: (otherReadings?: readonly string[]) => Program;
  /** What is wrong with facts that can't be read. */
  readonly faults: (facts: unknown) => readonly InputFault[];
  readonly given: (facts: Record<string, unknown>) => GivenFacts;
  readonly assess: (
    facts: Record<string, unknown>,
    otherReadings?: readonly string[],
  ) => Assessment;
}

const READINGS = ['G1', 'G5', 'G6', 'G8', 'G18', 'G19', 'A14.9'];

/**
 * A guide of one line, written out in the test that uses it.
 * @param line what follows 方式 in a line's file
 */
export function sampleLine(line: string): Sample {
  const files = new Map(Object.entries(SMALL_GUIDE));
  files.delete('lines/plant.yaml');
  files.delete('lines/school.yaml');
  files.set('quotas.yaml', '{}\n');
  files.set('facts.yaml', '主管部门意见: { 类型: 选项, 选项: [同意, 不同意] }\n');
  files.set('definitions.yaml', '{}\n');
  files.set('guide.yaml', (files.get('guide.yaml') ?? '').replace('[plant, school]', '[sample]'));
  files.set(
    'readings.yaml',
    READINGS.map((id) => `${id}: { 条款: 全文, 问: 问, 默认: 默认, 另解: 另解, 存: 数据 }\n`).join(
      '',
    ),
  );
  files.set(
    'lines/sample.yaml',
    `项目类别: sample\n名称: 示例\n条款: 一（一）\n方式: 申报\n${line}`,
  );
  const { guide, faults } = readGuide(files, '');
  const { checked, faults: more } = checkGuide(guide);
  // Parts of the sample guide that this line doesn't use are no matter here.
  const bad = [...faults, ...more].filter((f) => !/unused|not-switched|opinion/.test(f.code));
  if (bad.length > 0) throw new Error(JSON.stringify(bad));
  const regions = regionsFrom(guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  const context = { units: new Set(guide.units), regions: regions.value };
  const program = (otherReadings: readonly string[] = []): Program => {
    const compiled = compile(checked, 'sample', { otherReadings, call: [] });
    if (!compiled) throw new Error('no sample line');
    return compiled;
  };
  const given = (facts: Record<string, unknown>) => {
    const read = readGivenFacts(checked, facts, context);
    if (read.faults.length > 0) throw new Error(JSON.stringify(read.faults));
    return read.facts;
  };
  return {
    program,
    given,
    faults: (facts) => readGivenFacts(checked, facts, context).faults,
    assess: (facts, otherReadings) => assess(program(otherReadings), given(facts), { asOf: null }),
  };
}

/** The heart of an assessment in one line each. */
export function inShort(a: Assessment) {
  return {
    结论: { eligible: '符合', ineligible: '不符合', undetermined: '待定' }[a.verdict],
    不符合: a.failing,
    待定: a.open.map((o) => `${o.clause} ${o.because}`),
    上限: amountText(a.ceiling),
  };
}
