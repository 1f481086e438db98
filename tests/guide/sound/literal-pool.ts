import type { CheckedGuide, CheckedLine, FactSpec } from '@fuchi/policy/checked-guide';
import type { Checked } from '@fuchi/policy/checked-tree';
import { add, div, type Fraction, fraction, fromText, mul } from './big-fraction.ts';
import { visited } from './tree-search.ts';

/** The figures and words a line's rules turn on: there its verdicts change. */
export interface Pool {
  readonly figures: ReadonlyMap<string, readonly Fraction[]>;
  readonly words: readonly string[];
}

export function poolOf(guide: CheckedGuide, line: CheckedLine, asked: readonly string[]): Pool {
  const figures = new Map<string, Map<string, Fraction>>();
  const words = new Set(['甲', '乙']);
  const put = (dimension: string, x: Fraction) => {
    const all = figures.get(dimension) ?? new Map<string, Fraction>();
    figures.set(dimension, all.set(`${x.n}/${x.d}`, x));
  };
  const collect = (tree: Checked | undefined) => {
    if (!tree) return;
    visited(tree, (n) => {
      if (n.kind !== 'literal') return;
      if (n.type.kind === 'number') put(n.type.dimension, fromText(n.value));
      else if (n.type.kind === 'text' || n.type.kind === 'choice') words.add(n.value);
    });
  };
  const collectSpec = (spec: FactSpec | undefined) => {
    for (const d of spec?.derivations ?? []) collect(d.node);
    for (const c of spec?.columns ?? []) collectSpec(c);
  };
  for (const c of [...line.conditions, ...guide.call]) {
    collect(c.must);
    collect(c.applies);
  }
  for (const r of line.consistency) collect(r.must);
  for (const s of line.steps) collect(s.node);
  for (const s of line.stages) collect(s.amount);
  collect(line.premise?.must);
  for (const id of asked) collectSpec(guide.facts[id]);
  for (const table of guide.tables)
    for (const day of table.from) put('date', fraction(BigInt(day)));
  // Where a rate meets its cap, and where two figures meet.
  const money = [...(figures.get('money')?.values() ?? [])];
  const ratios = [...(figures.get('ratio')?.values() ?? [])];
  for (const m of money) {
    for (const r of ratios) {
      put('money', mul(m, r));
      const quotient = div(m, r);
      if (quotient) put('money', quotient);
    }
    for (const other of money.slice(0, 8)) put('money', add(m, other));
  }
  return {
    figures: new Map([...figures].map(([d, all]) => [d, [...all.values()]])),
    words: [...words],
  };
}
