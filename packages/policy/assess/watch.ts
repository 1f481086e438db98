import { compoundsOf } from '../bounds/compound.ts';
import type { Domain } from '../bounds/domain.ts';
import { ForkedDomains, type KnownDomains } from '../bounds/environment.ts';
import type { Checked } from '../checked-tree.ts';
import { factsOf, walk } from '../walk.ts';
import type { Program } from './program.ts';

/** Facts being narrowed, and when each was last. */
class WatchedDomains extends ForkedDomains {
  clock = 0;
  private readonly moved = new Map<string, number>();

  override set(fact: string, domain: Domain): void {
    super.set(fact, domain);
    this.clock += 1;
    this.moved.set(fact, this.clock);
  }

  movedSince(fact: string, time: number): boolean {
    return (this.moved.get(fact) ?? 0) > time;
  }
}

/**
 * Which trees are to be narrowed to again: one that looks at no fact that moved since it was narrowed to last would
 * take nothing away.
 */
export class Watch {
  readonly facts: WatchedDomains;
  private readonly program: Program;
  private readonly quiet: ReadonlySet<Checked>;
  private readonly last = new Map<Checked, number>();

  /** @param quiet trees that take nothing away from the facts as they are */
  constructor(under: KnownDomains, program: Program, quiet: ReadonlySet<Checked>) {
    this.facts = new WatchedDomains(under);
    this.program = program;
    this.quiet = quiet;
  }

  /**
   * Whether a tree is due, which then counts as narrowed to.
   * @param follows the fact that follows from the tree, '' where none does
   */
  due(tree: Checked, follows = ''): boolean {
    const { facts } = this;
    const time = this.last.get(tree) ?? (this.quiet.has(tree) ? 0 : -1);
    if (time === facts.clock) return false;
    const moved = (fact: string) => facts.movedSince(fact, time);
    if (time >= 0 && !moved(follows) && !inputsOf(tree, this.program).some(moved)) return false;
    this.last.set(tree, facts.clock);
    return true;
  }
}

const inputs = new WeakMap<Program, Map<Checked, readonly string[]>>();

/** All that a tree looks at beside the facts it names: compound figures, and what rows must meet to count. */
function inputsOf(tree: Checked, program: Program): readonly string[] {
  let known = inputs.get(program);
  if (!known) {
    known = new Map();
    inputs.set(program, known);
  }
  let found = known.get(tree);
  if (!found) {
    const named = new Set([...factsOf(tree), ...compoundsOf(tree)]);
    if (kindsOf(tree).has('qualified')) {
      for (const musts of program.qualifying.values()) {
        for (const must of musts) for (const fact of factsOf(must)) named.add(fact);
      }
    }
    found = [...named];
    known.set(tree, found);
  }
  return found;
}

const kinds = new WeakMap<Checked, ReadonlySet<Checked['kind']>>();

function kindsOf(tree: Checked): ReadonlySet<Checked['kind']> {
  let found = kinds.get(tree);
  if (!found) {
    const seen = new Set<Checked['kind']>();
    walk(tree, (n) => seen.add(n.kind));
    found = seen;
    kinds.set(tree, found);
  }
  return found;
}

/**
 * Whether what a tree takes away hangs on the facts alone, and not on what is known of compound figures or on whether
 * some row is taken to count.
 */
export function restsOnFacts(tree: Checked): boolean {
  const found = kindsOf(tree);
  return !found.has('arithmetic') && !found.has('qualified');
}
