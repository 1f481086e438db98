import type { Direction } from '@fuchi/guide/guide';
import { type AssessedCondition, STRENGTHS } from '@fuchi/policy/assess/assessment';
import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { type LineSummary, lineSummary } from './line-summary.ts';

/** A line with what the guide says of it, in the guide's own words. */
export interface LineDetail extends LineSummary {
  readonly says: string;
  readonly notice: string | null;
  readonly directions: readonly Direction[];
  readonly conditions: readonly {
    readonly clause: string;
    readonly says: string;
    readonly strength: AssessedCondition['strength'];
    readonly certifier: string | null;
    readonly evidence: readonly string[];
    readonly elsewhere: string | null;
    readonly readings: readonly string[];
  }[];
  readonly subsidy: {
    readonly clause: string;
    readonly says: string;
    readonly cap: string | null;
    readonly notComputable: string | null;
  } | null;
  readonly stages: readonly {
    readonly stage: string;
    readonly clause: string;
    readonly trigger: string;
    readonly share: string | null;
    readonly amount: string | null;
    readonly atMost: string | null;
    readonly balance: boolean;
  }[];
  readonly papers: readonly {
    readonly name: string;
    readonly clause: string | null;
    readonly issuer: string | null;
  }[];
}

export function lineDetail(guide: CheckedGuide, line: CheckedLine): LineDetail {
  const { source, conditions, papers, notice } = line;
  const { subsidy } = source;
  return {
    ...lineSummary(guide, line),
    says: source.says,
    notice: notice || null,
    directions: source.directions.map(({ clause, says }) => ({ clause, says })),
    conditions: conditions.map((c) => ({
      clause: c.clause,
      says: c.says,
      strength: STRENGTHS[c.strength],
      certifier: c.certifier || null,
      evidence: c.evidence,
      elsewhere: c.elsewhere || null,
      readings: c.readings,
    })),
    subsidy: subsidy
      ? {
          clause: subsidy.clause.text,
          says: subsidy.says,
          cap: subsidy.cap?.text ?? null,
          notComputable: subsidy.notComputable || null,
        }
      : null,
    stages: source.stages.map((s) => ({
      stage: s.stage,
      clause: s.clause.text,
      trigger: s.trigger,
      share: s.share?.text ?? null,
      amount: s.amount?.text ?? null,
      atMost: s.atMost?.text ?? null,
      balance: s.balance,
    })),
    papers: papers.map(({ name, clause, issuer }) => ({
      name,
      clause: clause || null,
      issuer: issuer || null,
    })),
  };
}
