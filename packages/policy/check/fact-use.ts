import type { FactSpec } from '../checked-guide.ts';
import { factsOf } from '../walk.ts';

/** Which facts and names the guide uses anywhere; what is in nobody's use is a fault. */
export interface FactUse {
  readonly used: Set<string>;
  readonly usedNames: Set<string>;
}

/** The facts named, and those from which they can be derived, each once, in order of first mention. */
export function closure(ids: readonly string[], facts: ReadonlyMap<string, FactSpec>): string[] {
  const seen = new Set<string>();
  // A stack of its own: the longest chain of derivations may be longer than the call stack.
  const open = [...ids].reverse();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...derivedFrom(facts.get(id)).reverse());
  }
  return [...seen];
}

/** The facts a fact, or one of its columns, can be derived from. */
export function derivedFrom(spec: FactSpec | undefined): string[] {
  const derived = [...(spec?.derivations ?? []), ...columnDerivations(spec)];
  return derived.flatMap((d) => factsOf(d.node));
}

function columnDerivations(spec: FactSpec | undefined): FactSpec['derivations'] {
  return (spec?.columns ?? []).flatMap((c) => [...c.derivations, ...columnDerivations(c)]);
}
