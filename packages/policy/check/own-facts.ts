import type { Diagnostic } from '@fuchi/guide/diagnostic';
import { settle } from '../assess/settle.ts';
import type { CheckedGuide, FactSpec } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { factsOf } from '../walk.ts';
import { askedBeside } from './asked-beside.ts';
import { withLinked } from './check-links.ts';
import { closure } from './fact-use.ts';
import { NO_READINGS } from './witness/witness.ts';
import { isIdle } from './witness/witnessed.ts';

/** How a fact says that only another reading asks for it. */
const SELDOM = '只有申报批次';

/**
 * A line's own facts: no other line uses them, and those that no default reading looks at say so to whoever
 * reads the form, while those that one does look at don't.
 */
export function ownFactFaults(guide: CheckedGuide): Diagnostic[] {
  const owner = new Map(
    guide.guide.lines.flatMap((l) => l.facts.map((f) => [f.id, l.id] as const)),
  );
  const facts = new Map(Object.entries(guide.facts));
  const usual = new Map([...facts].map(([id, spec]) => [id, settled(spec)] as const));
  return guide.lines.flatMap((line): Diagnostic[] => {
    const foreign = line.facts.filter((id) => (owner.get(id) ?? line.id) !== line.id);
    const asked = new Set(withLinked(closure(usuallyNamed(line), usual), usual));
    return [
      ...foreign.map((id) => ({
        at: line.source.at,
        code: 'fact-of-other-line',
        facts: { fact: id, line: line.id, owner: owner.get(id) ?? '' },
      })),
      ...line.source.facts.flatMap((f): Diagnostic[] => {
        const seldom = f.says.includes(SELDOM);
        if (seldom && asked.has(f.id))
          return [{ at: f.at, code: 'seldom-but-asked', facts: { fact: f.id } }];
        if (
          !seldom &&
          !asked.has(f.id) &&
          f.derivations.length === 0 &&
          line.facts.includes(f.id)
        ) {
          return [{ at: f.at, code: 'asked-of-nobody', facts: { fact: f.id } }];
        }
        return [];
      }),
    ];
  });
}

function usuallyNamed(line: CheckedGuide['lines'][number]): string[] {
  const trees: (Checked | undefined)[] = [
    ...line.conditions.filter((c) => !isIdle(c)).flatMap((c) => [c.must, c.applies]),
    ...line.steps.map((s) => s.node),
    ...line.stages.map((s) => s.amount),
    line.cap,
    line.premise?.must,
  ];
  const others = line.conditions.flatMap((c) => [c.each, c.opinion]);
  const grouped = line.source.quota?.groupedBy?.text ?? '';
  const named = trees.flatMap((t) => (t ? factsOf(settle(t, NO_READINGS)) : []));
  return [...named, ...others, grouped, ...askedBeside(line.source)].filter((id) => id !== '');
}

function settled(spec: FactSpec): FactSpec {
  const derivations = spec.derivations.map((d) => ({ ...d, node: settle(d.node, NO_READINGS) }));
  return { ...spec, derivations, columns: spec.columns.map(settled) };
}
