import type { Domain, Num } from '../bounds/domain.ts';
import { type Environment, fork } from '../bounds/environment.ts';
import { evaluate } from '../bounds/evaluate.ts';
import { narrowNumber, narrowTo, narrowWord } from '../bounds/narrow.ts';
import { type Narrowing, put } from '../bounds/narrowing.ts';
import type { FactSpec } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import type { Program } from './program.ts';
import type { Watch } from './watch.ts';

/**
 * A derived fact and what it is derived from narrow each other.
 * @returns the facts that can't be what follows for them
 */
export function narrowDerived(
  program: Program,
  env: Environment,
  n: Narrowing,
  watch: Watch,
): string[] {
  const conflicting: string[] = [];
  for (const id of program.derived) {
    const spec = program.specs.get(id);
    if (!spec || env.apart.has(id)) continue;
    for (const d of spec.derivations) {
      if (!watch.due(d.node, id)) continue;
      const trial = fork(env);
      if (agree(spec, d.node, trial, n)) {
        for (const [f, domain] of trial.facts.changed) env.facts.set(f, domain);
      } else if (spec.derivations.length === 1) conflicting.push(id);
    }
  }
  return conflicting;
}

/** @returns false when the fact can't have any value that follows */
function agree(spec: FactSpec, node: Checked, env: Environment, n: Narrowing): boolean {
  const now = env.facts.get(spec.id);
  const derived = evaluate(node, env);
  // A derivation that may give 无 says nothing of a figure that may come from elsewhere.
  if (now === undefined || mayBeNone(derived)) return true;
  if (now.kind === 'num' && derived.kind === 'num') {
    const fact: Checked = { kind: 'fact', type: spec.type, fact: spec.id };
    return narrowNumber(fact, derived, env, n) && narrowNumber(node, told(now), env, n);
  }
  if (now.kind === 'truth' && derived.kind === 'truth') {
    if (!put(spec.id, derived, env, n)) return false;
    return now.t === now.f || narrowTo(node, now.t, env, n);
  }
  if (now.kind === 'word' && derived.kind === 'word')
    return put(spec.id, derived, env, n) && narrowWord(node, { ...now, none: false }, env, n);
  return true;
}

function told(now: Num): Num {
  return { ...now, none: false };
}

function mayBeNone(d: Domain): boolean {
  return (d.kind === 'num' || d.kind === 'word') && d.none;
}
