import type { Untraced } from '@fuchi/guide/guide';
import { clausePath, within } from '../clause-path.ts';
import type { DataFigure } from '../data/data-figure.ts';
import type { Occurrence } from '../text/occurrence.ts';
import type { Matching } from './match-figures.ts';

export interface Reasons {
  readonly occurrences: ReadonlyMap<Occurrence, string>;
  readonly figures: ReadonlyMap<DataFigure, string>;
  /** Entries that excuse nothing: the text or the data has changed, or never needed them. */
  readonly idle: readonly Untraced[];
}

/** Applies the written reasons to what the matching left over. */
export function reasonsFor(
  entries: readonly Untraced[],
  stated: readonly Occurrence[],
  figures: readonly DataFigure[],
  matching: Matching,
): Reasons {
  const occurrences = new Map<Occurrence, string>();
  const excused = new Map<DataFigure, string>();
  const idle: Untraced[] = [];
  for (const entry of entries) {
    const path = clausePath('', entry.clause.text === '前言' ? '' : entry.clause.text);
    let met = false;
    for (const o of entry.words ? stated : []) {
      if (o.clause !== path || matching.carrier.has(o)) continue;
      if (!entry.words || !standsIn(o, entry.words.text)) continue;
      occurrences.set(o, entry.because);
      met = true;
    }
    for (const f of entry.figure ? figures : []) {
      if (matching.carried.has(f) || f.written !== entry.figure?.text) continue;
      if (![...f.clauses].some((c) => within(c, path) || within(path, c))) continue;
      excused.set(f, entry.because);
      met = true;
    }
    if (!met) idle.push(entry);
  }
  return { occurrences, figures: excused, idle };
}

/** The quoted words hold the number, with as much round it as the author needed to name the place. */
function standsIn(o: Occurrence, words: string): boolean {
  const quoted = words.replace(/\s+/g, '');
  const at = quoted.indexOf(o.text.replace(/\s+/g, ''));
  if (at < 0) return false;
  const before = quoted.slice(0, at);
  const after = quoted.slice(at + o.text.length);
  return o.before.endsWith(before) && o.after.startsWith(after);
}
