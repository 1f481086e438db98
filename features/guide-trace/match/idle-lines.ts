import type { Line } from '@fuchi/guide/guide';
import { within } from '../clause-path.ts';
import { asksWhole, type Entry } from '../coverage/entries.ts';
import type { DataFigure } from '../data/data-figure.ts';
import type { Occurrence } from '../text/occurrence.ts';

/** A number said of a line whose data doesn't use the figure that carries it. */
export interface IdleLine {
  readonly occurrence: Occurrence;
  readonly figure: DataFigure;
  readonly line: string;
}

/**
 * A number of the text binds every line it is said of: where several lines share a clause, each of
 * them has to use the figure there, or ask the clause as a whole.
 */
export function idleLines(
  carrier: ReadonlyMap<Occurrence, DataFigure>,
  concerned: ReadonlyMap<Occurrence, readonly Line[]>,
  entries: ReadonlyMap<string, readonly Entry[]>,
): IdleLine[] {
  const idle: IdleLine[] = [];
  for (const [occurrence, figure] of carrier) {
    // How many stages there are each line counts for itself.
    if (occurrence.kind === 'parts') continue;
    const lines = concerned.get(occurrence) ?? [];
    if (lines.length < 2 && figure.name === '') continue;
    const uses = figure.uses.filter(
      (u) => within(occurrence.clause, u.clause) || within(u.clause, occurrence.clause),
    );
    if (uses.some((u) => u.line === '')) continue;
    for (const { id } of lines) {
      if (uses.some((u) => u.line === id)) continue;
      if (entries.get(id)?.some((e) => asksWhole(e, occurrence.clause))) continue;
      idle.push({ occurrence, figure, line: id });
    }
  }
  return idle;
}
