import type { Guide, Line } from '@fuchi/guide/guide';
import { annexFindings } from './annex/annex-findings.ts';
import { entriesOf } from './coverage/entries.ts';
import { uncovered } from './coverage/uncovered.ts';
import { figuresOf } from './data/collect-figures.ts';
import type { DataFigure } from './data/data-figure.ts';
import type { Finding } from './finding.ts';
import { idleLines } from './match/idle-lines.ts';
import { LineSubject } from './match/line-subject.ts';
import { type Matching, matchFigures } from './match/match-figures.ts';
import { Reasons } from './match/reasons.ts';
import { senseFaults } from './match/sense-faults.ts';
import { type Occurrence, STATED } from './text/occurrence.ts';
import { type ReadText, readText } from './text/read-text.ts';

/** A number of the text, and what became of it. */
export interface TracedOccurrence {
  readonly occurrence: Occurrence;
  /** structural: a number of the guide's own order, a reference, a name, a word. annex: behind the body, compared as words. */
  readonly state: 'carried' | 'reason' | 'uncarried' | 'structural' | 'annex';
  readonly by: DataFigure | undefined;
  readonly because: string;
}

/** A figure of the data, and what became of it. */
export interface TracedFigure {
  readonly figure: DataFigure;
  readonly state: 'carries' | 'mechanics' | 'other-reading' | 'reason' | 'doubled' | 'unstated';
  readonly occurrences: readonly Occurrence[];
  readonly because: string;
}

export interface Trace {
  /** In the order of the text. */
  readonly occurrences: readonly TracedOccurrence[];
  /** In the order of the data. */
  readonly figures: readonly TracedFigure[];
  readonly findings: readonly Finding[];
}

/** Traces a guide's data against the guide's text. @example traceText(loaded.checked.guide, text).findings */
export function traceText(guide: Guide, text: string): Trace {
  return trace(guide, readText(text));
}

/** Traces a guide's data against a text read before: many guides may be traced against one text. */
export function trace(guide: Guide, read: ReadText): Trace {
  const figures = figuresOf(guide);
  const subject = new LineSubject(guide);
  const entries = entriesOf(guide);
  const reasons = new Reasons(guide.untraced);
  const named = new Map<Occurrence, ReadonlySet<string>>();
  const concerned = new Map<Occurrence, readonly Line[]>();
  for (const { clause, phrases, stated, titles } of read.contexts) {
    for (const o of stated) {
      const phrase = phrases.find((p) => p.start <= o.start && o.start < p.end);
      // Up to the number: 甲项目不超过10个，乙项目不超过15个.
      const before = clause.text.slice(phrase?.start ?? 0, o.start);
      const texts = [before, phrase?.sentence ?? ''];
      const ids = subject.named(clause.path, texts, titles);
      if (ids) named.set(o, ids);
      concerned.set(o, subject.concerned(clause.path, texts, titles));
    }
  }
  const stated = [...concerned.keys()];
  const matching = matchFigures(guide, stated, figures, named);
  const occurrences = read.occurrences.map((o) => tracedOccurrence(o, matching, reasons));
  const traced = figures.map((f) => tracedFigure(f, matching, reasons));
  const idle = idleLines(matching.carrier, concerned, entries);
  const missing = uncovered(read.contexts, read.weights, entries, subject);
  const findings: Finding[] = [
    ...occurrences.flatMap(({ occurrence, state }) =>
      state === 'uncarried' ? [{ code: 'uncarried', occurrence } as const] : [],
    ),
    ...traced.flatMap(({ figure, state, because }) =>
      state === 'unstated' || state === 'doubled'
        ? [{ code: state, figure, because } as const]
        : [],
    ),
    ...senseFaults(matching).map((f) => ({ code: 'sense', ...f }) as const),
    ...idle
      .filter((i) => reasons.ofIdleLine(i) === '')
      .map((i) => ({ code: 'line-without', ...i }) as const),
    ...missing
      .filter((u) => reasons.ofPhrase(u) === '')
      .map((u) => ({ code: 'uncovered', ...u }) as const),
    ...annexFindings(guide, read.clauses),
  ];
  findings.push(...reasons.idle().map((entry) => ({ code: 'idle-reason', entry }) as const));
  return { occurrences, figures: traced, findings };
}

function tracedOccurrence(o: Occurrence, matching: Matching, reasons: Reasons): TracedOccurrence {
  const by = matching.carrier.get(o);
  const traced = { occurrence: o, by, because: '' };
  if (by) return { ...traced, state: 'carried' };
  if (o.annex) return { ...traced, state: 'annex' };
  if (!STATED.includes(o.kind)) return { ...traced, state: 'structural' };
  const because = reasons.ofOccurrence(o);
  return { ...traced, state: because === '' ? 'uncarried' : 'reason', because };
}

function tracedFigure(figure: DataFigure, matching: Matching, reasons: Reasons): TracedFigure {
  const carried = matching.carried.get(figure) ?? [];
  const traced = { figure, occurrences: carried, because: '' };
  if (carried.length > 0) return { ...traced, state: 'carries' };
  const because = reasons.ofFigure(figure);
  if (because !== '') return { ...traced, state: 'reason', because };
  if (figure.mechanics !== '') return { ...traced, state: 'mechanics', because: figure.mechanics };
  const other = figure.uses.length > 0 && figure.uses.every((u) => u.otherwise !== '');
  if (other) return { ...traced, state: 'other-reading', because: figure.uses[0]?.otherwise ?? '' };
  const twin = matching.doubled.get(figure);
  if (!twin) return { ...traced, state: 'unstated' };
  return { ...traced, state: 'doubled', because: `${twin.file}:${twin.line}:${twin.column}` };
}
