import type { Diagnostic } from '@fuchi/guide/diagnostic';
import type { Line } from '@fuchi/guide/guide';
import type { Place } from '@fuchi/guide/place';
import { settle } from '../assess/settle.ts';
import type { CheckedGuide, CheckedLine } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { walk } from '../walk.ts';
import { NO_READINGS } from './witness/witness.ts';

/**
 * What stands twice where it says nothing new, or differs where it should be one: the same part twice in one
 * expression, the same sentence over two different conditions, the same clause for two things of a line.
 */
export function twiceFaults(guide: CheckedGuide): Diagnostic[] {
  return [
    ...guide.lines.flatMap((line) => [...withinExpressions(line), ...clausesTwice(line.source)]),
    ...derivationParts(guide),
    ...sameSentence(guide.lines),
  ];
}

function withinExpressions(line: CheckedLine): Diagnostic[] {
  const { source } = line;
  return [
    ...line.conditions.flatMap((c, i) => [
      ...parts(c.must, source.conditions[i]?.must?.at),
      ...parts(c.applies, source.conditions[i]?.applies?.at),
    ]),
    ...line.steps.flatMap((s, i) => parts(s.node, source.subsidy?.steps[i]?.formula.at)),
    ...line.stages.flatMap((s, i) => parts(s.amount, source.stages[i]?.amount?.at)),
    ...line.consistency.flatMap((r) =>
      parts(r.must, source.consistency.find((x) => x.says === r.says)?.must.at),
    ),
  ];
}

function derivationParts(guide: CheckedGuide): Diagnostic[] {
  const sources = [...guide.guide.facts, ...guide.guide.lines.flatMap((l) => l.facts)];
  return sources.flatMap((f) =>
    (guide.facts[f.id]?.derivations ?? []).flatMap((d, i) => parts(d.node, f.derivations[i]?.at)),
  );
}

function parts(tree: Checked | undefined, at: Place | undefined): Diagnostic[] {
  if (!tree || !at) return [];
  const found: Diagnostic[] = [];
  const told = (items: readonly unknown[]) => {
    const written = items.map((i) => JSON.stringify(i));
    if (new Set(written).size < written.length) found.push({ at, code: 'part-twice', facts: {} });
  };
  walk(tree, (n) => {
    if (n.kind === 'and' || n.kind === 'or' || n.kind === 'least' || n.kind === 'greatest')
      told(n.items);
    else if (n.kind === 'within') told(n.tests);
    else if (n.kind === 'compare') told([n.left, n.right]);
    else if (n.kind === 'between-dates') told([n.from, n.to]);
    else if (n.kind === 'if') told([n.whenTrue, n.otherwise]);
  });
  return found;
}

/** Applicant, amount, quota and conditions each have a clause of their own; stages stand at the amount's. */
function clausesTwice(line: Line): Diagnostic[] {
  const { applicant, subsidy, quota } = line;
  const own = [applicant?.clause, subsidy?.clause, quota?.clause].flatMap((c) => (c ? [c] : []));
  const twice = own.filter((c, i) => own.findIndex((o) => o.text === c.text) < i);
  const stray = line.stages
    .map((s) => s.clause)
    .filter((c) => subsidy && c.text !== subsidy.clause.text);
  const conditions = line.conditions.filter(
    (c) => c.clause.replace(/[a-z]$/, '') === quota?.clause.text,
  );
  return [
    ...twice.map((c) => ({ at: c.at, code: 'clause-twice', facts: { clause: c.text } })),
    ...conditions.map((c) => ({ at: c.at, code: 'clause-twice', facts: { clause: c.clause } })),
    ...stray.map((c) => ({
      at: c.at,
      code: 'stage-elsewhere',
      facts: { clause: c.text, amount: subsidy?.clause.text ?? '' },
    })),
  ];
}

/** Two lines that say the same of a condition mean the same by it, readings apart. */
function sameSentence(lines: readonly CheckedLine[]): Diagnostic[] {
  const first = new Map<string, { readonly meaning: string; readonly line: string }>();
  return lines.flatMap((line) =>
    line.conditions.flatMap((c, i): Diagnostic[] => {
      const at = line.source.conditions[i]?.must?.at;
      if (!c.must || !at) return [];
      const meaning = JSON.stringify(settle(c.must, NO_READINGS), (key, value: unknown) =>
        ['clause', 'written', 'name'].includes(key) ? undefined : value,
      );
      const before = first.get(c.says);
      if (!before) first.set(c.says, { meaning, line: line.id });
      else if (before.meaning !== meaning) {
        return [{ at, code: 'same-sentence', facts: { says: c.says, line: before.line } }];
      }
      return [];
    }),
  );
}
