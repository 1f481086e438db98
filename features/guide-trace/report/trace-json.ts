import type { Guide } from '@fuchi/guide/guide';
import { shownClause } from '../clause-path.ts';
import type { DataFigure } from '../data/data-figure.ts';
import type { Exposure } from '../exposure/exposure.ts';
import type { Finding } from '../finding.ts';
import type { TextSlip } from '../slips/text-slip.ts';
import type { Occurrence } from '../text/occurrence.ts';
import type { Trace } from '../trace.ts';
import { type ShownValue, shownValue } from './shown-value.ts';
import { exposureReason, sentenceOf, slipSentence } from './trace-words.ts';

/** What `fuchi trace --json` prints. Lines and columns of `at` are the text's, of `by` the data's. */
export interface TraceReport {
  readonly guide: { readonly id: string; readonly version: string; readonly digest: string };
  readonly occurrences: readonly (OccurrenceReport & {
    readonly state: string;
    readonly by: FigureReport | null;
    readonly because: string;
  })[];
  readonly figures: readonly (FigureReport & {
    readonly clauses: readonly string[];
    readonly state: string;
    readonly occurrences: readonly TextPlace[];
    readonly because: string;
  })[];
  readonly findings: readonly {
    readonly code: Finding['code'];
    readonly at: TextPlace | null;
    readonly by: FigureReport | null;
    /** Where the data says what the annex doesn't print, or prints in other words. */
    readonly data: DataPlace | null;
    readonly line: string | null;
    readonly clause: string;
    readonly message: string;
  }[];
  readonly slips: readonly {
    readonly code: TextSlip['code'];
    readonly at: TextPlace;
    readonly clause: string;
    readonly text: string;
    readonly message: string;
  }[];
  readonly exposure: {
    readonly rows: readonly {
      readonly lines: readonly string[];
      readonly title: string;
      readonly places: string | null;
      readonly ceiling: string | null;
      readonly amount: string | null;
      readonly because: string;
    }[];
    readonly total: string;
  };
}

interface DataPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface TextPlace {
  readonly line: number;
  readonly column: number;
}

interface OccurrenceReport {
  readonly at: TextPlace;
  readonly clause: string;
  readonly kind: Occurrence['kind'];
  readonly text: string;
  readonly value: ShownValue | null;
  readonly sense: Occurrence['sense'];
}

interface FigureReport {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly name: string;
  readonly written: string;
  readonly value: ShownValue;
}

/** The trace as data: stable keys, amounts as decimal strings in 万元. */
export function traceReport(
  guide: Guide,
  trace: Trace,
  slips: readonly TextSlip[],
  exposure: Exposure,
): TraceReport {
  return {
    guide: { id: guide.id, version: guide.version, digest: guide.digest },
    occurrences: trace.occurrences.map(({ occurrence, state, by, because }) => ({
      ...occurrenceReport(occurrence),
      state,
      by: by ? figureReport(by) : null,
      because,
    })),
    figures: trace.figures.map(({ figure, state, occurrences, because }) => ({
      ...figureReport(figure),
      clauses: [...figure.clauses].map(shownClause),
      state,
      occurrences: occurrences.map(placeIn),
      because,
    })),
    findings: trace.findings.map((f) => ({
      code: f.code,
      at: findingPlace(f),
      by: 'figure' in f ? figureReport(f.figure) : null,
      data: dataPlace(f),
      line: 'line' in f ? f.line : null,
      clause: findingClause(f),
      message: sentenceOf(f),
    })),
    slips: slips.map((s) => ({
      code: s.code,
      at: placeIn(s),
      clause: shownClause(s.clause),
      text: s.text,
      message: slipSentence(s),
    })),
    exposure: {
      rows: exposure.rows.map((r) => ({
        lines: r.lines,
        title: r.title,
        places: r.places ?? null,
        ceiling: r.ceiling ?? null,
        amount: r.amount ?? null,
        because: exposureReason(r.because),
      })),
      total: exposure.total,
    },
  };
}

/** Where in the text a finding stands; null for one of the data. */
export function findingPlace(finding: Finding): TextPlace | null {
  if ('occurrence' in finding) return placeIn(finding.occurrence);
  if ('printedAt' in finding) return placeIn(finding.printedAt);
  return 'phrase' in finding ? placeIn(finding.phrase) : null;
}

/** Where in the data an annex's finding, or an idle reason, stands; null for the others. */
export function dataPlace(finding: Finding): DataPlace | null {
  if ('part' in finding) return finding.part.at;
  if ('saidAt' in finding) return finding.saidAt;
  return finding.code === 'idle-reason' ? finding.entry.at : null;
}

/** The clause of a finding, as it is shown. */
export function findingClause(finding: Finding): string {
  if ('occurrence' in finding) return shownClause(finding.occurrence.clause);
  if ('phrase' in finding) return shownClause(finding.phrase.clause.path);
  if ('entry' in finding) return finding.entry.clause.text;
  if ('annex' in finding) return finding.annex;
  return [...finding.figure.clauses].map(shownClause).join('、');
}

function placeIn({ line, column }: TextPlace): TextPlace {
  return { line, column };
}

function occurrenceReport(o: Occurrence): OccurrenceReport {
  return {
    at: placeIn(o),
    clause: shownClause(o.clause),
    kind: o.kind,
    text: o.text,
    value: o.measure ? shownValue(o.measure) : null,
    sense: o.sense,
  };
}

function figureReport({ file, line, column, name, written, measure }: DataFigure): FigureReport {
  return { file, line, column, name, written, value: shownValue(measure) };
}
