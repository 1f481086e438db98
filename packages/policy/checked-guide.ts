import type { Guide, Line, Mode, Strength } from '@fuchi/guide/guide';
import type { Checked } from './checked-tree.ts';
import type { FactSpec } from './fact-spec.ts';
import type { CheckedRegister } from './register/checked-register.ts';

export type { FactSpec } from './fact-spec.ts';

/** The fact that tells what earlier stages paid; a balance is reckoned against it. */
export const PAID = '已拨付金额';

/** A guide whose every expression is checked. Plain data: publishes and loads as JSON. */
export interface CheckedGuide {
  readonly guide: Guide;
  readonly lines: readonly CheckedLine[];
  /** Conditions of the yearly call; a round switches them on. */
  readonly call: readonly CheckedCondition[];
  readonly callExcept: Readonly<Record<string, readonly string[]>>;
  /** Facts of the whole guide by id. A line's own facts are `line/fact`. */
  readonly facts: Readonly<Record<string, FactSpec>>;
  readonly consistency: readonly CheckedRule[];
  readonly tables: readonly CheckedTable[];
  /** Lists that others keep and that settle facts. */
  readonly registers: readonly CheckedRegister[];
}

export interface CheckedTable {
  readonly id: string;
  /** Ascending by date; dates as day numbers, values as fractions. */
  readonly from: readonly number[];
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

export interface CheckedCondition {
  readonly clause: string;
  readonly says: string;
  readonly must: Checked | undefined;
  readonly written: string;
  readonly applies: Checked | undefined;
  readonly each: string;
  readonly strength: Strength;
  readonly opinion: string;
  /** The reading under whose other choice 原则上 binds like 必须; '' for none. */
  readonly hardUnder: string;
  readonly certifier: string;
  readonly evidence: readonly string[];
  readonly readings: readonly string[];
  readonly elsewhere: string;
}

export interface CheckedRule {
  readonly says: string;
  readonly must: Checked;
  readonly facts: readonly string[];
  readonly clause: string;
}

export interface CheckedStep {
  readonly id: string;
  readonly node: Checked;
  readonly written: string;
  readonly clause: string;
  readonly says: string;
}

export interface CheckedStage {
  readonly stage: string;
  readonly clause: string;
  readonly trigger: string;
  readonly share: string;
  readonly amount: Checked | undefined;
  readonly balance: boolean;
  readonly atMost: string;
}

/** A paper to hand in: always, or when something is so. */
export interface CheckedPaper {
  readonly name: string;
  readonly clause: string;
  readonly issuer: string;
  readonly when: Checked | undefined;
}

export interface CheckedLine {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly mode: Mode;
  readonly notice: string;
  /** Ids of the facts the line asks, in the order in which its file first names them. */
  readonly facts: readonly string[];
  readonly conditions: readonly CheckedCondition[];
  readonly consistency: readonly CheckedRule[];
  readonly steps: readonly CheckedStep[];
  readonly amountClause: string;
  readonly cap: Checked | undefined;
  readonly premise: { readonly must: Checked; readonly says: string } | undefined;
  readonly notComputable: string;
  /** The reading under whose other choice the amount is computable after all; '' for none. */
  readonly computableUnder: string;
  readonly stages: readonly CheckedStage[];
  readonly papers: readonly CheckedPaper[];
  readonly readings: readonly string[];
  /** The line as the file says it: texts, directions, quota, papers. */
  readonly source: Line;
}
