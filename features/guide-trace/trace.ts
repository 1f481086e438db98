import type { Guide } from '@fuchi/guide/guide';
import { figuresOf } from './data/collect-figures.ts';
import type { DataFigure } from './data/data-figure.ts';
import type { Finding } from './finding.ts';
import { LineSubject } from './match/line-subject.ts';
import { matchFigures } from './match/match-figures.ts';
import { reasonsFor } from './match/reasons.ts';
import { type SenseFault, senseFaults } from './match/sense-faults.ts';
import { type Occurrence, STATED } from './text/occurrence.ts';
import { type ReadText, readText } from './text/read-text.ts';

/** A number of the text, and what became of it. */
export interface TracedOccurrence {
  readonly occurrence: Occurrence;
  /** structural: a number of the guide's own order, a reference, a name, a word. annex: behind the body. */
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
  readonly occurrences: readonly TracedOccurrence[];
  readonly figures: readonly TracedFigure[];
  readonly findings: readonly Finding[];
}

/** Traces a guide's data against the guide's text. @example traceText(loaded.checked.guide, text).findings */
export function traceText(guide: Guide, text: string): Trace {
  return trace(guide, readText(text));
}

/** Traces a guide's data against a text read before. */
export function trace(guide: Guide, read: ReadText): Trace {
  const figures = figuresOf(guide);
  const subject = new LineSubject(guide);
  const clauses = new Map(read.clauses.filter((c) => !c.annex && !c.tail).map((c) => [c.path, c]));
  const stated = read.occurrences.filter((o) => !o.annex && STATED.includes(o.kind));
  const matching = matchFigures(guide, stated, figures, clauses, subject);
  const reasons = reasonsFor(guide.untraced, stated, figures, matching);
  const occurrences = read.occurrences.map((occurrence): TracedOccurrence => {
    const by = matching.carrier.get(occurrence);
    const because = reasons.occurrences.get(occurrence) ?? '';
    if (by) return { occurrence, state: 'carried', by, because: '' };
    if (occurrence.annex) return { occurrence, state: 'annex', by, because };
    if (!STATED.includes(occurrence.kind)) return { occurrence, state: 'structural', by, because };
    return { occurrence, state: because === '' ? 'uncarried' : 'reason', by, because };
  });
  const traced = figures.map((figure): TracedFigure => {
    const carried = matching.carried.get(figure) ?? [];
    if (carried.length > 0) return { figure, state: 'carries', occurrences: carried, because: '' };
    const none = { figure, occurrences: [] };
    const twin = matching.doubled.get(figure);
    const because = reasons.figures.get(figure) ?? '';
    if (because !== '') return { ...none, state: 'reason', because };
    if (figure.mechanics !== '') return { ...none, state: 'mechanics', because: figure.mechanics };
    const other = figure.uses.length > 0 && figure.uses.every((u) => u.otherwise !== '');
    if (other) return { ...none, state: 'other-reading', because: figure.uses[0]?.otherwise ?? '' };
    if (twin)
      return { ...none, state: 'doubled', because: `${twin.file}:${twin.line}:${twin.column}` };
    return { ...none, state: 'unstated', because: '' };
  });
  const findings: Finding[] = [
    ...occurrences.flatMap(({ occurrence: o, state }) =>
      state === 'uncarried' ? [{ code: 'uncarried', occurrence: o } as const] : [],
    ),
    ...traced.flatMap(({ figure, state, because }) =>
      state === 'unstated' || state === 'doubled'
        ? [{ code: state, figure, because } as const]
        : [],
    ),
    ...senseFaults(matching).map((f: SenseFault) => ({ code: 'sense', ...f }) as const),
    ...reasons.idle.map((entry) => ({ code: 'idle-reason', entry }) as const),
  ];
  return { occurrences, figures: traced, findings };
}
