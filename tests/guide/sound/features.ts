import { type Applicant, PAID, type Told } from './applicant.ts';
import { isDisputed } from './dispute.ts';
import type { Ground } from './sample.ts';
import type { Feature } from './tally.ts';

/** What a case has in it that a simple one hasn't. */
export function featuresOf(g: Ground, applicant: Applicant): Set<Feature> {
  const found = new Set<Feature>();
  if (g.round.otherReadings.size > 0) found.add('otherReadings');
  if (g.round.call.length > 0) found.add('call');
  for (const [id, statements] of applicant) {
    const spec = g.guide.facts[id];
    if (id === PAID) found.add('paid');
    if (statements.some((s) => s.moment === '验收')) found.add('acceptance');
    if (statements.length > 1 && !statements.some((s) => s.moment)) found.add('sources');
    if (spec && isDisputed(spec, statements)) found.add('undecided');
    for (const s of statements) look(s.told, found);
  }
  return found;
}

function look(told: Told, found: Set<Feature>): void {
  if (told.k === 'none') found.add('none');
  if (told.k !== 'table') return;
  found.add(told.complete ? 'wholeRows' : 'openRows');
  for (const row of told.rows) for (const cell of row.values()) look(cell, found);
}
