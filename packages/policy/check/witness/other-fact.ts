import type { Diagnostic } from '@fuchi/guide/diagnostic';
import type { Place } from '@fuchi/guide/place';
import { settle } from '../../assess/settle.ts';
import type { CheckedGuide, CheckedLine, FactSpec } from '../../checked-guide.ts';
import type { Checked } from '../../checked-tree.ts';
import { factsOf } from '../../walk.ts';
import { closure } from '../fact-use.ts';
import { NO_READINGS } from './witness.ts';
import { isIdle } from './witnessed.ts';

/** By how much another fact has to closeness a sentence better before the one in the expression is doubted. */
const MARGIN = 0.6;

/**
 * Facts of a condition that its sentence doesn't speak of, while it speaks of another of the same type.
 * How well a fact fits is the pairs of characters its name and label share with the sentence.
 */
export function otherFactFaults(
  line: CheckedLine,
  guide: CheckedGuide,
  facts: ReadonlyMap<string, FactSpec>,
): Diagnostic[] {
  const visible = [...guide.guide.facts, ...line.source.facts].flatMap((f): Visible[] => {
    const spec = facts.get(f.id);
    if (!spec) return [];
    const pairs = pairsOf([spec.id, spec.label, ...spec.options].join('。'));
    return [{ id: f.id, type: JSON.stringify(spec.type), pairs }];
  });
  const conditions = line.conditions.flatMap((c, i) => {
    const at = line.source.conditions[i]?.must?.at;
    if (!c.must || !at || isIdle(c)) return [];
    const trees = c.applies ? [c.must, c.applies] : [c.must];
    return doubted(trees, c.must, c.says, at, visible, facts);
  });
  const rules = line.source.consistency.flatMap((source) => {
    const rule = line.consistency.find((r) => r.says === source.says);
    return rule ? doubted([rule.must], rule.must, rule.says, source.must.at, visible, facts) : [];
  });
  return [...conditions, ...rules];
}

/** A fact the line may name, with the pairs of characters it is called by. */
interface Visible {
  readonly id: string;
  readonly type: string;
  readonly pairs: ReadonlySet<string>;
}

function doubted(
  trees: readonly Checked[],
  must: Checked,
  says: string,
  at: Place,
  visible: readonly Visible[],
  facts: ReadonlyMap<string, FactSpec>,
): Diagnostic[] {
  const said = pairsOf(says.replace(/“[^”]*”/gu, ''));
  const closeness = ({ pairs }: Visible) =>
    [...pairs].filter((p) => said.has(p)).length / Math.sqrt(Math.max(1, pairs.size));
  const reached = new Set(closure(trees.flatMap(factsOf), facts));
  return factsOf(settle(must, NO_READINGS)).flatMap((id): Diagnostic[] => {
    const own = visible.find((v) => v.id === id);
    if (!own) return [];
    const enough = closeness(own) + MARGIN;
    const rivals = visible.filter((v) => v.type === own.type && !reached.has(v.id));
    const best = rivals.sort((a, b) => closeness(b) - closeness(a))[0];
    if (!best || closeness(best) < enough) return [];
    return [{ at, code: 'says-other-fact', facts: { fact: id, nearest: best.id } }];
  });
}

function pairsOf(text: string): Set<string> {
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '');
  return new Set(
    Array.from({ length: Math.max(0, plain.length - 1) }, (_, i) => plain.slice(i, i + 2)),
  );
}
