import { assess } from '@fuchi/policy/assess/assess';
import { compile, NO_OPTIONS, type Program } from '@fuchi/policy/assess/program';
import { readCases } from '@fuchi/policy/case/read-case';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { GivenFacts } from '@fuchi/policy/facts/given';
import { readGivenFacts } from '@fuchi/policy/facts/read-facts';
import { regionsFrom } from '@fuchi/values/region';
import { median } from './compare.ts';

export interface Growth {
  readonly name: string;
  readonly sizes: readonly number[];
  /** Milliseconds of one assessment at each size. */
  readonly times: readonly number[];
  /** Slope of time over size across the last three sizes, both as logarithms: 1 is linear. */
  readonly slope: number;
}

const ROWS = [1, 10, 100, 1_000, 10_000];
const CONDITIONS = [10, 32, 100, 320, 1_000];
const BUDGET_MS = 300;
/** Larger sizes aren't tried once one assessment takes this long. */
const TOO_LONG_MS = 400;

/** Every table of every line, its rows of a worked case repeated. */
export function growthWithRows(
  guide: CheckedGuide,
  files: ReadonlyMap<string, string>,
): readonly Growth[] {
  const regions = regionsFrom(guide.guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  const context = { units: new Set(guide.guide.units), regions: regions.value };
  const found: Growth[] = [];
  for (const { id } of guide.lines) {
    const program = compile(guide, id, NO_OPTIONS);
    const tables = (program?.asked ?? []).filter((f) => guide.facts[f]?.type.kind === 'rows');
    const { cases } = readCases('', files.get(`cases/${id}.yaml`) ?? '[]');
    for (const table of tables) {
      const example = cases.find((c) => rowsOf(c.facts[table]).length > 0);
      if (!program || !example) continue;
      const rows = rowsOf(example.facts[table]);
      const times: number[] = [];
      for (const size of ROWS) {
        if ((times.at(-1) ?? 0) > TOO_LONG_MS) break;
        const many = Array.from({ length: size }, (_, i) => rows[i % rows.length]);
        const read = readGivenFacts(guide, { ...example.facts, [table]: many }, context);
        times.push(timed(program, read.facts));
      }
      const name = `${id}: ${guide.facts[table]?.label ?? table}`;
      found.push({ name, sizes: ROWS, times, slope: slopeOf(ROWS, times) });
    }
  }
  return found;
}

/** A line with so many conditions: those of 数据产品化 again and again, each under a clause of its own. */
export function growthWithConditions(guide: CheckedGuide): Growth {
  const regions = regionsFrom(guide.guide.regions);
  const line = guide.lines.find((l) => l.id === 'data-product');
  if (!line || !regions.ok) throw new Error('no line to grow');
  const context = { units: new Set(guide.guide.units), regions: regions.value };
  const { facts } = readGivenFacts(guide, { 项目总投入: '1800万元' }, context);
  const times = CONDITIONS.map((size) => {
    const conditions = Array.from({ length: size }, (_, i) => ({
      ...(line.conditions[i % line.conditions.length] ?? failed()),
      clause: `1(${i + 1})`,
    }));
    const grown = { ...guide, lines: [{ ...line, conditions }] };
    const program = compile(grown, line.id, NO_OPTIONS);
    if (!program) throw new Error('the grown line does not compile');
    return timed(program, facts);
  });
  const name = 'conditions of one line, half of them open';
  return { name, sizes: CONDITIONS, times, slope: slopeOf(CONDITIONS, times) };
}

function failed(): never {
  throw new Error('the line has no conditions');
}

function rowsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const rows = typeof value === 'object' && value !== null && 'rows' in value ? value.rows : [];
  return Array.isArray(rows) ? rows : [];
}

function timed(program: Program, facts: GivenFacts): number {
  const times: number[] = [];
  const began = performance.now();
  while (times.length < 4 || (performance.now() - began < BUDGET_MS && times.length < 500)) {
    const start = performance.now();
    assess(program, facts, { asOf: null });
    times.push(performance.now() - start);
  }
  return median(times.slice(1));
}

/** Between the last size and the one two before it. */
export function slopeOf(sizes: readonly number[], times: readonly number[]): number {
  const last = times.length - 1;
  const first = last - 2;
  const rise = Math.log((times[last] ?? 1) / (times[first] ?? 1));
  return rise / Math.log((sizes[last] ?? 1) / (sizes[first] ?? 1));
}
