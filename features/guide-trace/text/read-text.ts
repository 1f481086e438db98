import { PairWeights } from '../coverage/pair-weights.ts';
import type { Sense } from '../sense.ts';
import { type ClauseContext, contextsOf } from './clause-context.ts';
import { cueOf } from './cue.ts';
import { NUMBER_RULES } from './number-rules.ts';
import type { Occurrence, OccurrenceKind } from './occurrence.ts';
import { type Outline, outlineOf, type TextClause } from './outline.ts';

/** A guide's text, read once: many guides may be traced against it. */
export interface ReadText extends Outline {
  /** In the order of the text. */
  readonly occurrences: readonly Occurrence[];
  /** Of the body's clauses. */
  readonly contexts: readonly ClauseContext[];
  readonly weights: PairWeights;
}

/** Reads a guide's text: its clauses, and every number in them. */
export function readText(text: string): ReadText {
  const outline = outlineOf(text);
  const byClause = new Map(
    outline.clauses.map((clause) => [clause, [...headingOf(clause), ...numbersOf(clause)]]),
  );
  const occurrences = [...byClause.values()].flat();
  for (const { kind, text: written, line, column } of outline.stray) {
    occurrences.push({
      ...NOTHING_SAID,
      kind,
      clause: '',
      annex: false,
      text: written,
      line,
      column,
    });
  }
  occurrences.sort((a, b) => a.line - b.line || a.column - b.column);
  const contexts = contextsOf(outline.clauses, byClause);
  const weights = new PairWeights(contexts.map((c) => c.clause.text));
  return { ...outline, occurrences, contexts, weights };
}

const NOTHING_SAID = {
  measure: undefined,
  sense: 'free',
  before: '',
  after: '',
  start: 0,
} as const;

function headingOf(clause: TextClause): Occurrence[] {
  if (!clause.marker) return [];
  const { text, line, column } = clause.marker;
  const base = { clause: clause.path, annex: clause.annex, text, line, column };
  return [{ ...NOTHING_SAID, kind: 'heading', ...base }];
}

function numbersOf(clause: TextClause): Occurrence[] {
  const { text } = clause;
  const taken = new Uint8Array(text.length);
  const found: Occurrence[] = [];
  for (const rule of NUMBER_RULES) {
    for (const match of text.matchAll(rule.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      const before = partBefore(text, start);
      const after = partAfter(text, end);
      found.push({
        kind: rule.kind,
        clause: clause.path,
        annex: clause.annex,
        text: match[0],
        line: clause.lines[start] ?? 0,
        column: clause.columns[start] ?? 0,
        measure: rule.measure(match, before),
        sense: senseAt(rule.kind, before, after),
        before,
        after,
        start,
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The sentence part in front of a number, brackets left out: what is said of it. */
function partBefore(text: string, start: number): string {
  const from = Math.max(
    ...['，', '。', '；', '：', '（'].map((stop) => text.lastIndexOf(stop, start - 1)),
  );
  return text.slice(from + 1, start);
}

function partAfter(text: string, end: number): string {
  const rest = text.slice(end, end + 24);
  const stop = rest.search(/[，。；：]/);
  return stop < 0 ? rest : rest.slice(0, stop);
}

/**
 * A year is bound by the words at its side: in 不超过2021年投入的20% the ceiling is the rate.
 * Of 1-2家 the first is the least, the second the most.
 */
function senseAt(kind: OccurrenceKind, before: string, after: string): Sense {
  if (kind === 'year' || kind === 'relative-year') {
    return cueOf(/截[至止]$/.exec(before)?.[0] ?? '', after);
  }
  if (kind !== 'count') return cueOf(before, after);
  if (/^[-~至]\d/.test(after)) return 'ge';
  return /\d[-~至]$/.test(before) ? 'le' : cueOf(before.replace(/^.*、/, ''), after);
}
