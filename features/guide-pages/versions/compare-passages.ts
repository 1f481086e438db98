import type { Figure, Passage } from './passage.ts';
import { shiftYears } from './year-shift.ts';

export interface Change {
  readonly part: string;
  /** `moved`: the same words under another clause. */
  readonly what: 'added' | 'dropped' | 'changed' | 'moved';
  /** Undefined where there was none. */
  readonly before: Passage | undefined;
  /** Undefined where there is none any more. */
  readonly after: Passage | undefined;
  /** Figures that stand in the same place of both and differ. */
  readonly figures: readonly FigureChange[];
  /** Nothing but the years moved on by as many as lie between the guides. */
  readonly onlyYears: boolean;
}

export interface FigureChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What changed from one list of passages to the other, in the later one's order, then what fell away. */
export function comparePassages(
  before: readonly Passage[],
  after: readonly Passage[],
  years: number,
): Change[] {
  const idOf = (p: Passage) => `${p.part}\n${p.key}`;
  const was = new Map(before.map((p) => [idOf(p), p]));
  const is = new Set(after.map(idOf));
  const gone = new Set(before.filter((p) => !is.has(idOf(p))));
  const later = (p: Passage) => `${p.part}\n${p.exact}${p.says}`;
  const changes: Change[] = [];
  for (const now of after) {
    const then = was.get(idOf(now));
    if (then) {
      const change = changed(then, now, years);
      if (change) changes.push(change);
      continue;
    }
    const from = [...gone].find((p) => later(now) === shiftYears(later(p), years));
    if (from) gone.delete(from);
    changes.push({
      part: now.part,
      what: from ? 'moved' : 'added',
      before: from,
      after: now,
      figures: [],
      onlyYears: from !== undefined && now.clause === from.clause,
    });
  }
  const dropped = [...gone].map(
    (p): Change => ({
      part: p.part,
      what: 'dropped',
      before: p,
      after: undefined,
      figures: [],
      onlyYears: false,
    }),
  );
  return [...changes, ...dropped];
}

function changed(before: Passage, after: Passage, years: number): Change | undefined {
  const was = textOf(before);
  const is = textOf(after);
  if (was === is) return undefined;
  return {
    part: after.part,
    what: 'changed',
    before,
    after,
    figures: figureChanges(before.figures, after.figures),
    onlyYears: years !== 0 && shiftYears(was, years) === is,
  };
}

function textOf({ clause, says, details, exact, figures }: Passage): string {
  return JSON.stringify([clause, says, details, exact, figures]);
}

/** Figures are set against one another where both rules hold as many; else the words must do. */
function figureChanges(before: readonly Figure[], after: readonly Figure[]): FigureChange[] {
  if (before.length !== after.length) return [];
  return after.flatMap((now, n) => {
    const then = before[n];
    if (!then || then.value === now.value) return [];
    return [{ name: now.name, before: then.value, after: now.value }];
  });
}
