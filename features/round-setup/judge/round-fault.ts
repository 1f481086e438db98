/** One thing that keeps a round from being published: where it stands in what is set, and what it is. */
export interface RoundFault {
  /** `clocks.3`, `lines.merger.office`: by which the page finds its place. */
  readonly path: string;
  readonly code: RoundFaultCode;
  readonly facts: Readonly<Record<string, string>>;
}

export type RoundFaultCode = ClockFaultCode | LineFaultCode | RecommenderFaultCode | RuleFaultCode;

export type ClockFaultCode =
  | 'clock-missing'
  | 'clock-twice'
  | 'clock-order'
  | 'clock-unknown-line'
  | 'clock-closed-line'
  | 'clock-unknown-place'
  | 'deadline-past';
export type LineFaultCode =
  | 'no-line-open'
  | 'line-unknown'
  | 'line-twice'
  | 'line-not-applied-for'
  | 'office-missing'
  | 'office-gone';
export type RecommenderFaultCode =
  | 'no-recommender'
  | 'recommender-gone'
  | 'recommender-twice'
  | 'recommender-unknown-place'
  | 'through-missing'
  | 'through-not-direct';
export type RuleFaultCode =
  | 'route-twice'
  | 'route-unknown-line'
  | 'route-unknown-place'
  | 'limit-twice'
  | 'limit-unknown-line'
  | 'limit-unknown-recommender'
  | 'call-unknown'
  | 'reading-unknown'
  | 'root-none'
  | 'root-broken'
  | 'root-not-certificate'
  | 'root-not-ca'
  | 'root-algorithm'
  | 'root-twice'
  | 'chain-unknown'
  | 'chain-twice'
  | 'chain-too-short'
  | 'chain-no-leader'
  | 'chain-not-begun-by-planning';
