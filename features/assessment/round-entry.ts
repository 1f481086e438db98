import type { Question } from '@fuchi/policy/assess/assess-line';
import { type Entry, factsOfEntry, readEntry } from '@fuchi/policy/facts/entry';
import { formatDate, parseDate } from '@fuchi/values/date';

/** What is set for the round and the day, whatever the line. */
export interface RoundEntry {
  readonly asOf: string;
  readonly clocks: Entry;
  readonly call: readonly string[];
  readonly otherReadings: readonly string[];
}

export const NO_ROUND: RoundEntry = { asOf: '', clocks: {}, call: [], otherReadings: [] };

/** The date as the engine writes it; null while none is entered, or none that exists. */
export function asOfDate(round: RoundEntry): string | null {
  const parsed = parseDate(round.asOf);
  return parsed.ok ? formatDate(parsed.value) : null;
}

export function questionOf(facts: Entry, round: RoundEntry): Question {
  return {
    facts: factsOfEntry(facts),
    clocks: factsOfEntry(round.clocks),
    asOf: asOfDate(round),
    call: round.call,
    otherReadings: round.otherReadings,
  };
}

/** Reads what was kept of a round; only what the guide still knows survives. */
export function readRoundEntry(
  value: unknown,
  known: { readonly call: readonly string[]; readonly readings: readonly string[] },
): RoundEntry {
  const kept = typeof value === 'object' && value !== null ? value : {};
  const list = (key: string, words: readonly string[]) => {
    const found: unknown = Reflect.get(kept, key);
    return Array.isArray(found) ? words.filter((word) => found.includes(word)) : [];
  };
  const asOf: unknown = Reflect.get(kept, 'asOf');
  return {
    asOf: typeof asOf === 'string' ? asOf : '',
    clocks: readEntry(Reflect.get(kept, 'clocks')),
    call: list('call', known.call),
    otherReadings: list('otherReadings', known.readings),
  };
}
