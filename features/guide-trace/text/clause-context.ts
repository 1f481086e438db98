import { sectionOf, within } from '../clause-path.ts';
import { type Occurrence, STATED } from './occurrence.ts';
import type { TextClause } from './outline.ts';

/** What a clause's place in the text makes of it. Depends on the text alone, so it is worked out once. */
export interface ClauseContext {
  readonly clause: TextClause;
  readonly phrases: readonly Phrase[];
  /** Its own title, then those of the clauses round it, inmost first, without the section's. */
  readonly titles: readonly string[];
  /** A number with a name only, whose text stands in the clauses below it. */
  readonly titleOnly: boolean;
  /** Stands under 支持条件 or is 申报主体. */
  readonly binding: boolean;
  /** Opens a section of the guide. */
  readonly introduces: boolean;
  /** Numbers in it that the data has to carry. */
  readonly stated: readonly Occurrence[];
}

/** A piece of a clause's sentence that can be met or missed by itself. */
export interface Phrase {
  readonly clause: TextClause;
  /** As it stands there. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  /** Its sentence as far as the phrase goes: who is spoken of. */
  readonly sentence: string;
  readonly numbered: boolean;
}

const STOPS = /[，。；：（）]/;
/** 省级（含）以上: the brackets belong to the word. */
const INCLUSIVE = /（含）/g;
const BLANK = '\u0000\u0000\u0000';

/** The contexts of the body's clauses, in their order. */
export function contextsOf(
  clauses: readonly TextClause[],
  numbers: ReadonlyMap<TextClause, readonly Occurrence[]>,
): readonly ClauseContext[] {
  const body = clauses.filter((c) => !c.annex);
  return body.map((clause) => {
    const section = sectionOf(clause.path);
    const round = body.filter((c) => c !== clause && !c.tail && within(clause.path, c.path));
    const outer = round.filter((c) => c.path !== '' && c.path !== clause.path);
    const stated = (numbers.get(clause) ?? []).filter((o) => STATED.includes(o.kind));
    const named = outer.filter((c) => c.path !== section && /\d/.test(c.path)).reverse();
    const inner = body.some((c) => c.path !== clause.path && within(c.path, clause.path));
    return {
      clause,
      phrases: phrasesOf(clause, stated),
      titles: [clause, ...named].map(titleOf),
      titleOnly: inner && !/[。：，]/.test(clause.text.replace(/[。：]$/, '')),
      binding: [clause, ...round].some((c) => /^(?:支持条件|申报主体)/.test(c.text)),
      introduces: clause.path === section,
      stated,
    };
  });
}

function phrasesOf(clause: TextClause, stated: readonly Occurrence[]): Phrase[] {
  const phrases: Phrase[] = [];
  const text = clause.text.replace(INCLUSIVE, BLANK);
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !STOPS.test(text[i] ?? '')) continue;
    const start = from;
    if (i > start) {
      const stop = Math.max(text.lastIndexOf('。', start - 1), text.lastIndexOf('；', start - 1));
      phrases.push({
        clause,
        text: clause.text.slice(start, i),
        start,
        end: i,
        line: clause.lines[start] ?? 0,
        column: clause.columns[start] ?? 0,
        sentence: clause.text.slice(stop + 1, i),
        numbered: stated.some((o) => o.start >= start && o.start < i),
      });
    }
    from = i + 1;
  }
  return phrases;
}

function titleOf(clause: TextClause): string {
  return /^[^。：，]*/.exec(clause.text)?.[0] ?? '';
}
