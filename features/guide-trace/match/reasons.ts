import type { Untraced } from '@fuchi/guide/guide';
import { clausePath, within } from '../clause-path.ts';
import type { Uncovered } from '../coverage/uncovered.ts';
import type { DataFigure } from '../data/data-figure.ts';
import type { Occurrence } from '../text/occurrence.ts';
import type { IdleLine } from './idle-lines.ts';

/** The written reasons of untraced.yaml, and which of them excused something. */
export class Reasons {
  private readonly entries: readonly { readonly entry: Untraced; readonly path: string }[];
  private readonly used = new Set<Untraced>();

  constructor(entries: readonly Untraced[]) {
    this.entries = entries.map((entry) => {
      const { text } = entry.clause;
      return { entry, path: text === '前言' ? '' : clausePath('', text) };
    });
  }

  /** Why a number of the text needs no figure; '' for none. */
  ofOccurrence(o: Occurrence): string {
    return this.first((e, path) => e.lines.length === 0 && o.clause === path && holds(e, o));
  }

  /** Why a figure of the data is stated by no text. */
  ofFigure(f: DataFigure): string {
    return this.first(
      (e, path) =>
        f.written === e.figure?.text &&
        [...f.clauses].some((c) => within(c, path) || within(path, c)),
    );
  }

  /** Why a line's data doesn't use a number said of it. */
  ofIdleLine({ occurrence, line }: IdleLine): string {
    return this.first(
      (e, path) =>
        occurrence.clause === path &&
        holdsFor(e, line) &&
        !e.figure &&
        (!e.words || holds(e, occurrence)),
    );
  }

  /** Why a line's data doesn't say a phrase. */
  ofPhrase({ phrase, line }: Uncovered): string {
    return this.first((e, path) => {
      if (phrase.clause.path !== path || !holdsFor(e, line) || e.figure) return false;
      const words = plain(e.words?.text ?? '');
      return phrase.text.includes(words) || phrase.sentence.endsWith(words);
    });
  }

  /** Entries that excuse nothing: the text or the data has changed, or never needed them. */
  idle(): readonly Untraced[] {
    return this.entries.map(({ entry }) => entry).filter((entry) => !this.used.has(entry));
  }

  private first(fits: (entry: Untraced, path: string) => boolean): string {
    const found = this.entries.find(({ entry, path }) => fits(entry, path))?.entry;
    if (!found) return '';
    this.used.add(found);
    return found.because;
  }
}

function holdsFor(entry: Untraced, line: string): boolean {
  return entry.lines.length === 0 || entry.lines.some((l) => l.text === line);
}

/** The quoted words hold the number, with as much round it as the author needed to name the place. */
function holds({ words }: Untraced, o: Occurrence): boolean {
  if (!words) return false;
  const quoted = plain(words.text);
  const number = plain(o.text);
  const at = quoted.indexOf(number);
  if (at < 0) return false;
  const before = quoted.slice(0, at);
  return o.before.endsWith(before) && o.after.startsWith(quoted.slice(at + number.length));
}

function plain(text: string): string {
  return text.replace(/\s+/g, '');
}
