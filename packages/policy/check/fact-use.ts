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
  const visit = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    const spec = facts.get(id);
    const derived = [...(spec?.derivations ?? []), ...columnDerivations(spec)];
    for (const d of derived) for (const f of factsOf(d.node)) visit(f);
  };
  for (const id of ids) visit(id);
  return [...seen];
}

function columnDerivations(spec: FactSpec | undefined): FactSpec['derivations'] {
  return (spec?.columns ?? []).flatMap((c) => [...c.derivations, ...columnDerivations(c)]);
}
