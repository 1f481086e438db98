import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { type Entry, readEntry } from '@fuchi/policy/facts/entry';
import { NO_ROUND, type RoundEntry, readRoundEntry } from '../round-entry.ts';

/** All that a person has answered. A fact means the same in every line, so it is answered once. */
export interface Answers {
  readonly facts: Entry;
  readonly round: RoundEntry;
  /** Items of the guide (一（一）, …) the person cares for; none means all. */
  readonly wanted: readonly string[];
  /** Lines set aside as being of no concern. */
  readonly aside: readonly string[];
  /** Questions passed over, to be asked last. */
  readonly skipped: readonly string[];
}

export const NO_ANSWERS: Answers = {
  facts: {},
  round: NO_ROUND,
  wanted: [],
  aside: [],
  skipped: [],
};

/** Reads what was kept or sent. Only what the guide still knows survives. */
export function readAnswers(value: unknown, { guide, call, facts, lines }: CheckedGuide): Answers {
  const kept = typeof value === 'object' && value !== null ? value : {};
  const items = guide.categories.flatMap((c) => c.items.map((i) => i.clause));
  const told = readEntry(Reflect.get(kept, 'facts'));
  return {
    facts: Object.fromEntries(Object.entries(told).filter(([id]) => Object.hasOwn(facts, id))),
    round: readRoundEntry(Reflect.get(kept, 'round'), {
      call: call.map((c) => c.clause),
      readings: guide.readings.filter((r) => r.form === '数据').map((r) => r.id),
    }),
    wanted: words(Reflect.get(kept, 'wanted')).filter((w) => items.includes(w)),
    aside: words(Reflect.get(kept, 'aside')).filter((id) => lines.some((l) => l.id === id)),
    skipped: words(Reflect.get(kept, 'skipped')).slice(0, 500),
  };
}

/** Whether anything at all is answered. */
export function isBlank({ facts, round, wanted, aside }: Answers): boolean {
  return (
    Object.keys(facts).length === 0 &&
    Object.keys(round.clocks).length === 0 &&
    round.asOf === '' &&
    wanted.length === 0 &&
    aside.length === 0
  );
}

function words(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [];
}
