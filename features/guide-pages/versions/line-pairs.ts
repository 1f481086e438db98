import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';

export interface LinePairs {
  /** The same line in both, under its id or, renamed, under another. */
  readonly pairs: readonly LinePair[];
  readonly added: readonly Unpaired[];
  readonly dropped: readonly Unpaired[];
}

export interface LinePair {
  readonly before: CheckedLine;
  readonly after: CheckedLine;
}

export interface Unpaired {
  readonly line: CheckedLine;
  /** Lines only the other version has, with much the same text: merged, split or rewritten. */
  readonly alike: readonly CheckedLine[];
}

/** Of the shorter one's pairs of characters so many stand in the other: a part of it, or it a part of this. */
const ALIKE = 0.7;
/** Of both ones' pairs so many are common: the same text under another name. */
const SAME = 0.85;

/** Which line of the earlier guide is which of the later. */
export function linePairs(before: CheckedGuide, after: CheckedGuide): LinePairs {
  const was = new Map(before.lines.map((l) => [l.id, l]));
  const is = new Set(after.lines.map((l) => l.id));
  const gone = before.lines.filter((l) => !is.has(l.id));
  const come = after.lines.filter((l) => !was.has(l.id));
  const words = new Map([...gone, ...come].map((l) => [l, pairsIn(l)]));
  const share = (a: CheckedLine, b: CheckedLine) => common(words.get(a), words.get(b));
  const alikeTo = (line: CheckedLine, others: readonly CheckedLine[]) =>
    others.filter((o) => share(line, o).ofShorter >= ALIKE);
  const renamed = come.flatMap((now): LinePair[] => {
    const [then, another] = alikeTo(now, gone);
    if (!then || another || share(now, then).ofBoth < SAME || alikeTo(then, come).length > 1)
      return [];
    return [{ before: then, after: now }];
  });
  const paired = new Set(renamed.flatMap((p) => [p.before, p.after]));
  const kept = after.lines.flatMap((now) => {
    const then = was.get(now.id);
    return then ? [{ before: then, after: now }] : [];
  });
  const order = new Map(after.lines.map((l, n) => [l, n]));
  return {
    pairs: [...kept, ...renamed].sort(
      (a, b) => (order.get(a.after) ?? 0) - (order.get(b.after) ?? 0),
    ),
    added: come.filter((l) => !paired.has(l)).map((line) => ({ line, alike: alikeTo(line, gone) })),
    dropped: gone
      .filter((l) => !paired.has(l))
      .map((line) => ({ line, alike: alikeTo(line, come) })),
  };
}

/** Pairs of neighbouring characters in what a line says; digits are left out, since figures change every year. */
function pairsIn(line: CheckedLine): ReadonlySet<string> {
  const { says, directions, applicant, subsidy } = line.source;
  const text = [
    line.title,
    says,
    ...directions.map((d) => d.says),
    ...line.conditions.map((c) => c.says),
    applicant?.says ?? '',
    subsidy?.says ?? '',
  ].join('\n');
  const plain = text.replace(/\d/g, '');
  return new Set([...plain].slice(1).map((_, n) => plain.slice(n, n + 2)));
}

function common(a: ReadonlySet<string> = NONE, b: ReadonlySet<string> = NONE) {
  const count = [...a].filter((pair) => b.has(pair)).length;
  return {
    ofShorter: count / Math.max(1, Math.min(a.size, b.size)),
    ofBoth: (2 * count) / Math.max(1, a.size + b.size),
  };
}

const NONE: ReadonlySet<string> = new Set();
