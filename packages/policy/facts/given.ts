import type { Domain } from '../bounds/domain.ts';

/** At application (申报) a figure is planned, at acceptance (验收) audited. */
export type Moment = '申报' | '验收';

/** One statement of a fact: what is said, by whom, on which paper. */
export interface Statement {
  readonly domain: Domain;
  readonly source: string;
  readonly evidence: string;
  /** A value without a moment holds at both. */
  readonly moment: Moment | undefined;
  /** How many decimals the value was given with; a derived value is compared to that many. */
  readonly decimals: number;
}

/** What is told of an applicant: fact id → statements. A fact without statements is unknown. */
export type GivenFacts = ReadonlyMap<string, readonly Statement[]>;

/** A fault of the input: where in it, which kind, and the facts of its sentence. */
export interface InputFault {
  readonly path: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}
