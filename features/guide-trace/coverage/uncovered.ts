import type { LineSubject } from '../match/line-subject.ts';
import type { ClauseContext, Phrase } from '../text/clause-context.ts';
import { asksFor, asksWhole, type Entry } from './entries.ts';
import type { PairWeights } from './pair-weights.ts';

/** A phrase of the text to which nothing of a line's data belongs. */
export interface Uncovered {
  readonly phrase: Phrase;
  readonly line: string;
  /** The line's data has nothing at all for the clause. */
  readonly empty: boolean;
}

/** From this share of a phrase's weight on, what the data says is taken to say it. */
const LEAST = 0.5;
/** Fewer characters than these say nothing that could be missed. */
const SHORTEST = 4;
/** What the parts of a section are called, and what only points elsewhere. */
const POINTING = /^(?:支持条件|支持方向|支持数量|补助标准|申报主体|.*同上)$/;

/** Words that open a phrase and say nothing by themselves. */
const LEADING = /^(?:符合上述条件的|不包括|包括|不含|其中|并|且|须)/;

/**
 * Clauses of the text for which a line's data has no entry, and phrases of its conditions and
 * applicants that no condition says. What holds a number is left to the figures.
 */
export function uncovered(
  contexts: readonly ClauseContext[],
  weights: PairWeights,
  entries: ReadonlyMap<string, readonly Entry[]>,
  subject: LineSubject,
): Uncovered[] {
  const found: Uncovered[] = [];
  for (const context of contexts) {
    const { clause, binding } = context;
    if (clause.path === '' || context.titleOnly) continue;
    const phrases = context.phrases.filter((p) => !POINTING.test(p.text));
    const first = phrases[0];
    for (const phrase of binding ? phrases : phrases.slice(0, 1)) {
      const lines = context.introduces
        ? subject.linesOf(clause.path)
        : subject.concerned(clause.path, [phrase.text, phrase.sentence], context.titles);
      for (const { id } of lines) {
        const there = (entries.get(id) ?? []).filter((e) => asksFor(e, clause.path));
        if (there.length === 0 && phrase === first) found.push({ phrase, line: id, empty: true });
        if (there.length === 0 || !binding || phrase.numbered) continue;
        if (there.some((e) => asksWhole(e, clause.path))) continue;
        const words = subject.without(clause.path, phrase.text).replace(LEADING, '');
        if (words.length < SHORTEST) continue;
        const says = there.filter((e) => e.kind === '条件' || e.kind === '定义');
        if (weights.closeness(words, says.map((e) => e.says).join('\n')) >= LEAST) continue;
        found.push({ phrase, line: id, empty: false });
      }
    }
  }
  return found;
}
