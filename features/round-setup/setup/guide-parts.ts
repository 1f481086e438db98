import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { isAppliedFor, switchable } from '@fuchi/record-round/new-settings';
import { quotaInShort } from '@fuchi/ui/quota-words';
import type { GuideParts } from '../contract.ts';

/** What of a guide a round sets, for its page. */
export function guideParts({ guide, lines, call }: CheckedGuide): GuideParts {
  const readings = new Set(switchable(guide));
  return {
    digest: guide.digest,
    guide: guide.id,
    version: guide.version,
    title: guide.title,
    lines: lines.map((line) => ({
      id: line.id,
      title: line.title,
      section: line.section,
      mode: line.mode,
      appliedFor: isAppliedFor(line.mode),
      quota: quotaInShort(guide, line),
    })),
    call: call.map(({ clause, says }) => ({ id: clause, says })),
    readings: guide.readings
      .filter(({ id }) => readings.has(id))
      .map(({ id, clause, point, standard, other }) => ({ id, clause, point, standard, other })),
  };
}
