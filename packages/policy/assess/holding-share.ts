import type { Checked, Test } from '../checked-tree.ts';
import type { Program } from './program.ts';
import { below, isPart, size, spreadOf } from './spread.ts';

/** Where nothing says how large figures are: a limit leaves half, two limits a quarter, one exact figure a tenth. */
const ONE_LIMIT = 0.5;
const TWO_LIMITS = 0.25;
const ONE_FIGURE = 0.1;
/** Who asks is mostly of the guide's own province; of its parts, a place is in one of three. */
const OWN_PROVINCE = 0.9;
const PART_OF_PROVINCE = 1 / 3;
/** As many rows a table is taken to have. */
export const ROWS = 3;

const shares = new WeakMap<Program, Map<Checked, number>>();

/**
 * The part of what may be told under which a statement holds. Its form alone is looked at, never how often something
 * is true in life: yes and no weigh alike, and so does each option, each day, each order of magnitude of an amount.
 * @example holdingShare(`机构类型 in ("企业", "事业单位")`, program) // two of four options: 0.5
 */
export function holdingShare(node: Checked, program: Program): number {
  let known = shares.get(program);
  if (!known) {
    known = new Map();
    shares.set(program, known);
  }
  let share = known.get(node);
  if (share === undefined) {
    share = shareOf(node, program);
    known.set(node, share);
  }
  return share;
}

/** The part in which no row of a table meets all that is asked of each. */
export function rowsFail(each: readonly number[]): number {
  return (1 - each.reduce((share, holds) => share * holds, 1)) ** ROWS;
}

function shareOf(node: Checked, program: Program): number {
  const of = (part: Checked) => holdingShare(part, program);
  switch (node.kind) {
    case 'literal':
      return node.value === 'true' ? 1 : 0;
    case 'fact': {
      const [way] = program.specs.get(node.fact)?.derivations ?? [];
      return way ? of(way.node) : 0.5;
    }
    case 'and':
      return node.items.reduce((share, item) => share * of(item), 1);
    case 'or':
      return 1 - node.items.reduce((share, item) => share * (1 - of(item)), 1);
    case 'not':
      return 1 - of(node.of);
    case 'if': {
      const when = of(node.when);
      return when * of(node.whenTrue) + (1 - when) * of(node.otherwise);
    }
    case 'some':
      return 1 - (1 - of(node.body)) ** ROWS;
    case 'every':
      return of(node.body) ** ROWS;
    case 'compare':
      return compared(node, program);
    case 'within': {
      const parts = node.tests.map((t) => tested(node.of, t, program));
      return Math.min(
        1,
        parts.reduce((sum, share) => sum + share, 0),
      );
    }
    default:
      return 0.5;
  }
}

function compared(node: Checked & { kind: 'compare' }, program: Program): number {
  const { op, left, right } = node;
  if (op === '=' || op === '!=') {
    const share = exactly(left.kind === 'literal' ? right : left);
    return op === '=' ? share : 1 - share;
  }
  const share = shareOfWhole(node, program);
  if (share !== undefined) return share;
  const spread = right.kind === 'literal' ? spreadOf(left, program) : undefined;
  if (!spread || right.kind !== 'literal') return ONE_LIMIT;
  const under = below(spread, size(right.value));
  return op === '<' || op === '<=' ? under : 1 - under;
}

/** 累计完成投入 >= 20% * 项目总投入: a part is taken to be any share of its whole. */
function shareOfWhole(
  { op, left, right }: Checked & { kind: 'compare' },
  program: Program,
): number | undefined {
  if (left.kind !== 'fact' || (op !== '>=' && op !== '>')) return undefined;
  if (right.kind !== 'arithmetic' || right.op !== '*') return undefined;
  const { left: ratio, right: whole } = right;
  if (ratio.kind !== 'literal' || whole.kind !== 'fact') return undefined;
  const part = program.line.consistency.some((r) => isPart(left.fact, whole.fact, r.must));
  return part ? Math.max(0, 1 - size(ratio.value)) : undefined;
}

function tested(of: Checked, test: Test, program: Program): number {
  if (test.kind === 'value') return exactly(of);
  const { from, to } = test;
  const spread = spreadOf(of, program);
  if (!spread || from.kind !== 'literal' || to.kind !== 'literal') return TWO_LIMITS;
  return below(spread, size(to.value)) - below(spread, size(from.value));
}

/** The part of what may be told that one value is. */
function exactly(of: Checked): number {
  if (of.kind === 'attribute') return of.name === '省' ? OWN_PROVINCE : PART_OF_PROVINCE;
  switch (of.type.kind) {
    case 'bool':
      return 0.5;
    case 'choice':
      return 1 / Math.max(1, of.type.options.length);
    default:
      return ONE_FIGURE;
  }
}
