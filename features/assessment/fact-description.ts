import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';

export interface FactDescription {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly unit: string | null;
  readonly options?: readonly string[];
  readonly definition: string | null;
  readonly says: string | null;
  readonly question: string | null;
  readonly evidence: readonly string[];
  readonly certifier: string | null;
  readonly statedBy: string | null;
  readonly supplied: string | null;
  readonly decidedBy: string | null;
  readonly derivedFrom: readonly string[];
  readonly columns?: readonly FactDescription[];
}

/** What a fact asks, in words. */
export function describeFact(guide: CheckedGuide, fact: FactSpec): FactDescription {
  const definition = guide.guide.definitions.find((d) => d.id === fact.definition);
  return {
    id: fact.id,
    label: fact.label,
    type: fact.kind,
    unit: fact.unit || null,
    ...(fact.options.length > 0 ? { options: fact.options } : {}),
    definition: definition?.says ?? null,
    says: fact.says || null,
    question: fact.question || null,
    evidence: fact.evidence,
    certifier: fact.certifier || null,
    statedBy: fact.statedBy || null,
    supplied: fact.supplied || null,
    decidedBy: fact.decidedBy || null,
    derivedFrom: fact.derivations.map((d) => d.written),
    ...(fact.columns.length > 0
      ? { columns: fact.columns.map((column) => describeFact(guide, column)) }
      : {}),
  };
}
