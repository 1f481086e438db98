import type { Diagnostic } from '@fuchi/guide/diagnostic';
import type { CheckedGuide } from '../../checked-guide.ts';
import type { Checked } from '../../checked-tree.ts';

/** What a rule says of two figures of which one may not pass the other: both may be equal. */
const NOT_PAST = /不能超过|不超过|不能少于|不能低于|不早于|不能早于|不晚于|一部分|只有一行/u;

/** Rules of consistency whose sentence lets both figures be equal, while the expression doesn't, or turns them round. */
export function consistencyFaults(guide: CheckedGuide): Diagnostic[] {
  const sources = [...guide.guide.consistency, ...guide.guide.lines.flatMap((l) => l.consistency)];
  const rules = [...guide.consistency, ...guide.lines.flatMap((l) => l.consistency)];
  const unique = new Map(rules.map((r) => [r.says, r]));
  return sources.flatMap((source): Diagnostic[] => {
    const rule = unique.get(source.says);
    if (!rule || !NOT_PAST.test(rule.says)) return [];
    const wrong = compared(rule.must).filter((c) => turned(c, rule.says, guide));
    return wrong.length === 0 ? [] : [{ at: source.must.at, code: 'rule-turned', facts: {} }];
  });
}

type Compare = Checked & { readonly kind: 'compare' };

/** The comparisons the rule itself is, not those by which rows are picked for a figure. */
function compared(node: Checked): Compare[] {
  switch (node.kind) {
    case 'compare':
      return node.op === '=' || node.op === '!=' ? [] : [node];
    case 'and':
    case 'or':
      return node.items.flatMap(compared);
    case 'every':
      return compared(node.body);
    default:
      return [];
  }
}

function turned(c: Compare, says: string, guide: CheckedGuide): boolean {
  if (c.op === '<' || c.op === '>') return true;
  const [left, right] = [nameOf(c.left), nameOf(c.right)].map((n) => standsAt(n, says, guide));
  if (left === undefined || right === undefined || left === right) return false;
  const first = left < right ? c.op : c.op === '<=' ? '>=' : '<=';
  return first !== (/不能少于|不能低于|不早于|不能早于/u.test(says) ? '>=' : '<=');
}

function nameOf(node: Checked): string {
  if (node.kind === 'fact') return node.fact;
  return node.kind === 'column' ? node.column : '';
}

/** Where a sentence names a fact: by its name, or by all of its label up to a bracket. */
function standsAt(name: string, says: string, guide: CheckedGuide): number | undefined {
  if (name === '') return undefined;
  const label = guide.facts[name]?.label.replace(/（.*$/u, '') ?? name;
  const places = [name, label].map((n) => says.indexOf(n)).filter((i) => i >= 0);
  return places.length > 0 ? Math.min(...places) : undefined;
}
