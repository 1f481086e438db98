import type { AssessedCondition, Assessment, Verdict } from '@fuchi/policy/assess/assessment';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { isAssessed } from '../line-mode.ts';

/** Where a line stands for this applicant; lines nobody applies for stand apart. */
export type Group = Verdict | 'not-applied';

export interface Standing {
  readonly assessment: Assessment;
  readonly group: Group;
  /** The item of the guide the line belongs to: 一（二）. */
  readonly section: string;
  /** The condition that decides, of a line that doesn't fit. */
  readonly failing: AssessedCondition | undefined;
  /** Facts the verdict still lacks, in the order in which asking settles soonest. */
  readonly lacking: readonly { readonly fact: string; readonly label: string }[];
}

/** The groups in the order in which they are shown. */
export const GROUPS: readonly Group[] = ['eligible', 'undetermined', 'ineligible', 'not-applied'];

/** Lines by where they stand: within 待定 those that lack least come first, else the guide's order. */
export function standings(
  guide: CheckedGuide,
  assessments: readonly Assessment[],
): ReadonlyMap<Group, readonly Standing[]> {
  const sections = new Map(guide.lines.map((l) => [l.id, l.section]));
  const groups = new Map<Group, Standing[]>(GROUPS.map((g) => [g, []]));
  for (const assessment of assessments) {
    const standing = standingOf(assessment, sections.get(assessment.line) ?? '');
    groups.get(standing.group)?.push(standing);
  }
  const open = groups.get('undetermined') ?? [];
  groups.set(
    'undetermined',
    open.toSorted((a, b) => a.lacking.length - b.lacking.length),
  );
  return groups;
}

function standingOf(assessment: Assessment, section: string): Standing {
  const { verdict, mode, failing, conditions } = assessment;
  return {
    assessment,
    group: isAssessed(mode) ? verdict : 'not-applied',
    section,
    failing: conditions.find((c) => c.clause === failing[0]),
    lacking: lackingOf(assessment),
  };
}

/** What is missing for the verdict, each fact once; rows count as their table. */
function lackingOf({ missing, open, verdict }: Assessment): Standing['lacking'] {
  if (verdict !== 'undetermined') return [];
  const clauses = new Set(open.map((o) => o.clause));
  const found = new Map<string, string>();
  for (const { fact, label, clauses: of } of missing) {
    const [id = fact] = fact.split('.');
    if (of.some((c) => clauses.has(c)) && !found.has(id)) found.set(id, label);
  }
  return [...found].map(([fact, label]) => ({ fact, label }));
}
