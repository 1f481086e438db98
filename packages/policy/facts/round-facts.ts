import type { CheckedGuide } from '../checked-guide.ts';

/**
 * What the round and the day of assessment supply: clocks by name, and the facts that take the date of application.
 * @param asOf ISO date as the caller states it; without one the date is unknown
 */
export function roundFacts(
  guide: CheckedGuide,
  clocks: Readonly<Record<string, unknown>>,
  asOf: string | null,
): Record<string, unknown> {
  const supplied: Record<string, unknown> = { ...clocks };
  if (asOf === null) return supplied;
  for (const spec of Object.values(guide.facts)) {
    if (spec.supplied === '申报日期') supplied[spec.id] = asOf;
  }
  return supplied;
}
