import { within } from '../clause-path.ts';
import type { DataFigure, FigureUse } from '../data/data-figure.ts';
import { agree, type Sense } from '../sense.ts';
import type { Occurrence } from '../text/occurrence.ts';
import type { Matching } from './match-figures.ts';

/** The text's word and the data's operator that don't go together. */
export interface SenseFault {
  readonly occurrence: Occurrence;
  readonly figure: DataFigure;
  readonly use: FigureUse;
}

const BOUNDS: readonly Sense[] = ['ge', 'gt', 'le', 'lt'];
/** 近三年 is the first year of a range, 二等奖 one of a list: neither is a bound in itself. */
const UNBOUND: readonly Occurrence['kind'][] = ['relative-year', 'rank', 'parts'];

/**
 * Each way in which a figure binds under the default readings must be said by one of the numbers it
 * carries. Where an expression asks what the text says, it may use the figure otherwise as well:
 * the sole holder of 50 % and more is one above whom nobody stands, and below whom the others do.
 */
export function senseFaults({ carried }: Matching): SenseFault[] {
  const faults: SenseFault[] = [];
  for (const [figure, all] of carried) {
    const occurrences = all.filter((o) => !UNBOUND.includes(o.kind));
    const uses = figure.uses.filter((u) => u.otherwise === '');
    if (occurrences.length === 0) continue;
    let told = false;
    for (const use of uses) {
      const here = occurrences.filter((o) => near(o, use));
      const said = (u: FigureUse) => here.some((o) => agree(o.sense, u.sense));
      if (here.length === 0 || said(use)) continue;
      const beside = uses.filter((u) => u.about === use.about && u.line === use.line);
      // What a bound is reckoned with elsewhere, as a rate, adds nothing to the bound.
      if (beside.some(said) || (use.sense === 'rate' && uses.some(said))) continue;
      const occurrence = here[0];
      if (occurrence && !told) faults.push({ occurrence, figure, use });
      told = true;
    }
    for (const occurrence of occurrences) {
      if (told || !BOUNDS.includes(occurrence.sense)) continue;
      const here = uses.filter((u) => near(occurrence, u));
      const use = here[0];
      if (use && !here.some((u) => agree(occurrence.sense, u.sense))) {
        faults.push({ occurrence, figure, use });
        told = true;
      }
    }
  }
  return faults;
}

function near(o: Occurrence, use: FigureUse): boolean {
  return within(o.clause, use.clause) || within(use.clause, o.clause);
}
