import type { Program } from '@fuchi/policy/assess/program';
import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import { type Entry, factsOfEntry } from '@fuchi/policy/facts/entry';
import { isAuthoritys } from './contract-others.ts';

/** What only the recommender can say: that a project is accepted, and that a procedure isn't needed. */
export const STATEMENT_KINDS = ['acceptance', 'not-needed'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** The facts that one statement of a kind settles, by which a guide names them; its `填报` says that they are the recommender's. */
const FACTS: Readonly<Record<StatementKind, readonly string[]>> = {
  acceptance: [
    '验收完成日期',
    '申报截止日期前完成验收',
    '推荐单位已出具验收意见',
    '由项目推荐单位组织验收',
  ],
  'not-needed': ['推荐单位说明无需手续'],
};

/**
 * Of which kind of statement a fact is; undefined for what isn't told by a statement.
 * @example statementKindOf(guide.facts['验收完成日期']) // 'acceptance'
 */
export function statementKindOf(
  spec: Pick<FactSpec, 'id' | 'statedBy'> | undefined,
): StatementKind | undefined {
  if (spec?.statedBy !== '推荐单位') return undefined;
  return STATEMENT_KINDS.find((kind) => FACTS[kind].includes(spec.id));
}

/** A recommender's statement, as far as facts follow from it. */
export interface Stated {
  readonly kind: StatementKind;
  /** 2022-03-30 */
  readonly statedOn: string;
  /** Whether the recommender carried the acceptance out itself; null for other statements. */
  readonly organised: boolean | null;
}

/**
 * What a statement says of a fact; undefined where that follows from another one, or isn't said.
 * @example statedValue('验收完成日期', { kind: 'acceptance', statedOn: '2022-03-30', organised: true }) // '2022-03-30'
 */
export function statedValue(
  fact: string,
  { kind, statedOn, organised }: Stated,
): string | undefined {
  if (!FACTS[kind].includes(fact)) return undefined;
  switch (fact) {
    case '验收完成日期':
      return statedOn;
    // The day and the round's clock say it: the guide derives it.
    case '申报截止日期前完成验收':
      return undefined;
    case '由项目推荐单位组织验收':
      return organised === null ? undefined : organised ? '是' : '否';
    default:
      return '是';
  }
}

/** What the applicant told of what is the applicant's to tell: no word of its own stands for the recommender's or the authorities'. */
export function ownFacts(guide: CheckedGuide, entry: Entry): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(factsOfEntry(entry)).filter(([fact]) => {
      const spec = Object.hasOwn(guide.facts, fact) ? guide.facts[fact] : undefined;
      return statementKindOf(spec) === undefined && !isAuthoritys(spec);
    }),
  );
}

/**
 * The papers of a line that are the sealed scans of statements it asks for: the guide names them as evidence of what
 * only the recommender tells. They come from the recommender; the applicant doesn't hand them in.
 * @returns the paper's name → the kind of statement
 * @example statementPapersOf(program) // Map { '验收意见' → 'acceptance' }
 */
export function statementPapersOf({
  guide,
  line,
}: Pick<Program, 'guide' | 'line'>): ReadonlyMap<string, StatementKind> {
  const named = new Map<string, StatementKind>();
  for (const fact of line.facts) {
    const spec = guide.facts[fact];
    const kind = statementKindOf(spec);
    if (!spec || kind === undefined) continue;
    for (const paper of spec.evidence) {
      if (line.papers.some(({ name }) => name === paper)) named.set(paper, kind);
    }
  }
  return named;
}

/** Kinds of statements a line asks for, in their order. @param facts all facts the line uses */
export function statementKindsOf(
  guide: CheckedGuide,
  facts: readonly string[],
): readonly StatementKind[] {
  const asked = new Set(facts.map((fact) => statementKindOf(guide.facts[fact])));
  return STATEMENT_KINDS.filter((kind) => asked.has(kind));
}
