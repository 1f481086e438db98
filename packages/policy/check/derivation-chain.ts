import type { FactSpec } from '../checked-guide.ts';
import { factsOf } from '../walk.ts';
import { derivedFrom } from './fact-use.ts';

/** Longest chain of derivations; a person follows three or four. */
const MAX_CHAIN = 40;

export interface ChainFault {
  readonly fact: string;
  readonly code: 'derived-from-itself' | 'derived-too-far';
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Facts derived from themselves, one of each circle, and those where a chain of derivations gets too long.
 * A column may lean on its own table.
 * @example chainFaults(['甲', '乙'], facts) // [{ fact: '甲', code: … }] where 甲 得自 乙 and 乙 得自 甲
 */
export function chainFaults(
  ids: readonly string[],
  facts: ReadonlyMap<string, FactSpec>,
): ChainFault[] {
  /** Links from here to the end of the longest chain; undefined while it is being followed. */
  const length = new Map<string, number | undefined>();
  const found = new Map<string, ChainFault>();
  const enter = (id: string) => {
    length.set(id, undefined);
    const spec = facts.get(id);
    const own = (spec?.derivations ?? []).flatMap((d) => factsOf(d.node));
    const next = [...own, ...derivedFrom(spec).filter((f) => f !== id)];
    return { id, next, links: 0 };
  };
  for (const start of ids) {
    if (length.has(start)) continue;
    const path = [enter(start)];
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const next = here.next.at(-1);
      if (next === undefined) {
        length.set(here.id, here.links);
        if (here.links === MAX_CHAIN) {
          const told = { fact: here.id, limit: String(MAX_CHAIN) };
          found.set(here.id, { fact: here.id, code: 'derived-too-far', facts: told });
        }
        path.pop();
      } else if (!length.has(next)) path.push(enter(next));
      else {
        const links = length.get(next);
        if (links === undefined) {
          found.set(next, { fact: next, code: 'derived-from-itself', facts: { fact: next } });
        } else here.links = Math.max(here.links, links + 1);
        here.next.pop();
      }
    }
  }
  return [...found.values()];
}
