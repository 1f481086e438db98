import type { CheckedGuide } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import type { Dimension } from '../value-type.ts';
import { walk } from '../walk.ts';
import type { Program } from './program.ts';

/** Over which values a figure is taken to spread evenly before anything is told. */
export interface Spread {
  readonly least: number;
  readonly most: number;
  /** Every order of magnitude alike, not every amount. */
  readonly byMagnitude: boolean;
  /** Of how many other figures it is a part: the part of a whole is the smaller. */
  readonly wholes: number;
}

/** 10万元 to 10亿元: what enterprises put into a project. */
const AMOUNTS: Spread = { least: 100_000, most: 1_000_000_000, byMagnitude: true, wholes: 0 };
const TEN_YEARS: Spread = { least: 0, most: 120, byMagnitude: false, wholes: 0 };

/**
 * The spread of a figure, from its type, its range and the guide's own dates alone;
 * undefined where nothing says how large such figures are.
 */
export function spreadOf(of: Checked, program: Program): Spread | undefined {
  if (of.type.kind !== 'number') return undefined;
  const spec = of.kind === 'fact' ? program.specs.get(of.fact) : undefined;
  // How figures that follow from others spread, their range doesn't say.
  if (spec && spec.derivations.length > 0) return undefined;
  if (spec && spec.least !== '' && spec.most !== '') {
    const [least, most] = [size(spec.least), size(spec.most)];
    // Growth and the like may be told up to a thousandfold: such a range says nothing.
    return most - least <= 1 ? { least, most, byMagnitude: false, wholes: 0 } : undefined;
  }
  const spread = spreadOfDimension(of.type.dimension, program);
  if (!spread?.byMagnitude || !spec) return spread;
  const wholes = program.line.consistency.filter((r) => isPart(spec.id, undefined, r.must)).length;
  return { ...spread, wholes };
}

/** Whether a consistency rule says that a fact is part of another, or of any. */
export function isPart(part: string, whole: string | undefined, rule: Checked): boolean {
  let found = false;
  walk(rule, (n) => {
    if (n.kind !== 'compare' || n.left.kind !== 'fact' || n.right.kind !== 'fact') return;
    const [less, more] = n.op === '<=' ? [n.left, n.right] : [n.right, n.left];
    if (n.op !== '<=' && n.op !== '>=') return;
    found ||= less.fact === part && (whole === undefined || more.fact === whole);
  });
  return found;
}

function spreadOfDimension(dimension: Dimension, program: Program): Spread | undefined {
  switch (dimension) {
    case 'money':
      return AMOUNTS;
    case 'months':
      return TEN_YEARS;
    case 'date':
      return datesOf(program.guide);
    default:
      return undefined;
  }
}

/** The part of a spread that lies below a value. */
export function below(spread: Spread, value: number): number {
  const at = (x: number) => (spread.byMagnitude ? Math.log(Math.max(x, 1)) : x);
  const share = (at(value) - at(spread.least)) / (at(spread.most) - at(spread.least));
  const even = Math.max(0, Math.min(1, share));
  return 1 - (1 - even) ** (1 + spread.wholes);
}

/** A fraction in the base unit, roughly. @example size('1/4') // 0.25 */
export function size(text: string): number {
  const [n = '0', d = '1'] = text.split('/');
  return Number(n) / Number(d);
}

const spans = new WeakMap<CheckedGuide, { readonly spread: Spread | undefined }>();

/** Twice the span of the dates that conditions of the guide name, half of it before and half after. */
function datesOf(guide: CheckedGuide): Spread | undefined {
  let known = spans.get(guide);
  if (!known) {
    const named = guide.lines.flatMap((l) => l.conditions.flatMap((c) => datesIn(c.must)));
    const [first, last] = [Math.min(...named), Math.max(...named)];
    const margin = (last - first) / 2;
    const spread = { least: first - margin, most: last + margin, byMagnitude: false, wholes: 0 };
    known = { spread: margin > 0 ? spread : undefined };
    spans.set(guide, known);
  }
  return known.spread;
}

function datesIn(tree: Checked | undefined): number[] {
  const named: number[] = [];
  if (tree) {
    walk(tree, (n) => {
      const date = n.kind === 'literal' && n.type.kind === 'number' && n.type.dimension === 'date';
      if (date) named.push(size(n.value));
    });
  }
  return named;
}
