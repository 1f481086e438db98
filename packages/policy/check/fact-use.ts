import type { FactSpec } from '../checked-guide.ts';
import { factsOf } from '../walk.ts';

/** Which facts and names the guide uses anywhere; what is in nobody's use is a fault. */
export interface FactUse {
  readonly used: Set<string>;
  readonly usedNames: Set<string>;
}

const derivedFromOnce = new WeakMap<FactSpec, readonly string[]>();

/** The facts named, and those from which they can be derived, each once, in order of first mention. */
export function closure(ids: readonly string[], facts: ReadonlyMap<string, FactSpec>): string[] {
  const seen = new Set<string>();
  // A stack of its own: the longest chain of derivations may be longer than the call stack.
  const open = [...ids].reverse();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...derivedFrom(facts.get(id)).toReversed());
  }
  return [...seen];
}

/** The facts a fact, or one of its columns, can be derived from. */
export function derivedFrom(spec: FactSpec | undefined): readonly string[] {
  if (!spec) return [];
  let from = derivedFromOnce.get(spec);
  if (!from) {
    const derived = [...spec.derivations, ...columnDerivations(spec)];
    from = derived.flatMap((d) => factsOf(d.node));
    derivedFromOnce.set(spec, from);
  }
  return from;
}

function columnDerivations(spec: FactSpec): FactSpec['derivations'] {
  return spec.columns.flatMap((c) => [...c.derivations, ...columnDerivations(c)]);
}
