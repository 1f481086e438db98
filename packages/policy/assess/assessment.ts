import type { Mode, Strength } from '@fuchi/guide/guide';

/** What the guide says of one applicant on one line. Amounts are decimal strings in 万元. */
export interface Assessment {
  readonly guide: { readonly id: string; readonly version: string; readonly digest: string };
  readonly line: string;
  readonly title: string;
  readonly mode: Mode;
  readonly asOf: string | null;
  readonly verdict: Verdict;
  readonly conditions: readonly AssessedCondition[];
  readonly failing: readonly string[];
  readonly open: readonly { readonly clause: string; readonly because: Because }[];
  readonly ceiling: Amount | null;
  readonly cap: string | null;
  readonly ifEligible: Amount | null;
  readonly steps: readonly AssessedStep[];
  readonly stages: readonly AssessedStage[];
  readonly missing: readonly MissingFact[];
  readonly conflicts: readonly Conflict[];
  readonly wouldChange: readonly Change[];
  readonly readings: readonly string[];
  readonly notes: readonly Note[];
}

export type Verdict = 'eligible' | 'ineligible' | 'undetermined';
export type Outcome = 'met' | 'unmet' | 'unknown' | 'not-applicable';
export type Because = 'missing' | 'discretion' | 'conflict' | 'elsewhere';

/** Exact, or an interval; `atMost` is null where the text has no cap. */
export type Amount =
  | { readonly amount: string }
  | { readonly atLeast: string; readonly atMost: string | null };

export interface AssessedCondition {
  readonly clause: string;
  readonly says: string;
  readonly outcome: Outcome;
  readonly strength: 'hard' | 'in-principle' | 'priority';
  readonly because?: Because;
  readonly facts: readonly UsedFact[];
  readonly gap?: Gap;
  /** A verdict per row where the condition selects rows. */
  readonly rows?: readonly {
    readonly row: number;
    readonly outcome: Outcome;
    readonly gap?: Gap;
  }[];
  readonly readings: readonly string[];
  readonly certifier?: string;
}

export const STRENGTHS: Readonly<Record<Strength, AssessedCondition['strength']>> = {
  必须: 'hard',
  原则上: 'in-principle',
  优先: 'priority',
};

export interface UsedFact {
  readonly id: string;
  readonly label: string;
  /** As a person writes it; null while unknown. */
  readonly value: string | boolean | readonly string[] | null;
  readonly unit?: string;
  readonly source?: string;
  readonly row?: number;
}

export interface Gap {
  readonly have: string;
  readonly need: string;
  readonly short: string;
  readonly unit: string;
  readonly fact?: string;
  readonly row?: number;
}

export interface AssessedStep {
  readonly label: string;
  readonly value: string | { readonly atLeast: string; readonly atMost: string | null } | null;
  readonly unit: string;
  readonly clause: string;
}

export interface AssessedStage {
  readonly stage: string;
  readonly amount?: string;
  readonly atLeast?: string;
  readonly atMost?: string | null;
  readonly trigger: string;
  readonly clause: string;
}

export interface MissingFact {
  readonly fact: string;
  readonly label: string;
  readonly clauses: readonly string[];
  readonly row?: number;
}

export interface Conflict {
  readonly fact: string;
  readonly label: string;
  readonly values: readonly { readonly source: string; readonly value: string }[];
  /** The source the guide names as deciding, or null: then every value was tried. */
  readonly decidedBy: string | null;
  readonly row?: number;
}

/** A change of facts that changes the verdict. */
export interface Change {
  readonly verdict: Verdict;
  readonly clauses: readonly string[];
  /** The verdict turns beyond the value, not at it. */
  readonly beyond?: true;
  readonly changes: readonly {
    readonly fact: string;
    readonly label: string;
    readonly from: string | boolean | null;
    readonly to: string | boolean;
    readonly unit?: string;
    readonly row?: number;
  }[];
}

/** A remark as code and facts; its sentence is made at the edge. */
export interface Note {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}
