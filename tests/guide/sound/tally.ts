/** What a case has in it; a case may have several. */
const FEATURES = [
  'otherReadings',
  'call',
  'sources',
  'undecided',
  'none',
  'acceptance',
  'paid',
  'wholeRows',
  'openRows',
] as const;
export type Feature = (typeof FEATURES)[number];

/** What was compared on a line. */
export interface Tally {
  /** Applicants known in full, and applicants with holes. */
  complete: number;
  holed: number;
  /** Verdicts of the engine over all cases. */
  eligible: number;
  ineligible: number;
  undetermined: number;
  /** Fillings of holes held against the answer given with the holes; how many of them had the figure at a boundary. */
  completions: number;
  below: number;
  at: number;
  above: number;
  /** Of all completions, those that are eligible and so bear on the amount. */
  eligibleCompletions: number;
  /** Fillings that contradict themselves: not counted. */
  passedOver: number;
  /** Answers left open: both an eligible and an ineligible filling seen, every filling open itself, or one verdict only. */
  bothSeen: number;
  openItself: number;
  oneSeen: number;
  /** Amounts given as an interval while the applicant isn't refused. */
  intervals: number;
  features: Record<Feature, number>;
}

export function emptyTally(): Tally {
  return {
    complete: 0,
    holed: 0,
    eligible: 0,
    ineligible: 0,
    undetermined: 0,
    completions: 0,
    below: 0,
    at: 0,
    above: 0,
    eligibleCompletions: 0,
    passedOver: 0,
    bothSeen: 0,
    openItself: 0,
    oneSeen: 0,
    intervals: 0,
    features: {
      otherReadings: 0,
      call: 0,
      sources: 0,
      undecided: 0,
      none: 0,
      acceptance: 0,
      paid: 0,
      wholeRows: 0,
      openRows: 0,
    },
  };
}

/** All lines together. */
export function total(all: readonly Tally[]): Tally {
  const sum = emptyTally();
  const keys = (Object.keys(sum) as (keyof Tally)[]).filter((k) => k !== 'features');
  for (const one of all) {
    for (const key of keys) sum[key] += one[key];
    for (const f of FEATURES) sum.features[f] += one.features[f];
  }
  return sum;
}
