import type { AssessedCondition, Assessment, Verdict } from '@fuchi/policy/assess/assessment';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { type Entry, isNone } from '@fuchi/policy/facts/entry';
import { isAssessed } from '@fuchi/ui/assessment/line-mode';
import { chosenFacts } from './screening.ts';

/** Where a line stands for this applicant; lines nobody applies for stand apart. */
export type Group = Verdict | 'not-applied';

export interface Standing {
  readonly assessment: Assessment;
  readonly group: Group;
  /** The item of the guide the line belongs to: 一（二）. */
  readonly section: string;
  /** The condition that decides, of a line that doesn't fit. */
  readonly failing: AssessedCondition | undefined;
  /** Whether something is told that is this line's own concern: then it is more than one of many. */
  readonly begun: boolean;
  /** Facts the verdict still lacks, or the amount of a line that fits, in the order in which asking settles soonest. */
  readonly lacking: readonly { readonly fact: string; readonly label: string }[];
}

/** The groups in the order in which they are shown. */
export const GROUPS: readonly Group[] = ['eligible', 'undetermined', 'ineligible', 'not-applied'];

/** Lines that questions are still asked for: those open, and those that fit but whose amount isn't known yet. */
export function askedFor(groups: ReadonlyMap<Group, readonly Standing[]>): readonly Standing[] {
  const fitting = (groups.get('eligible') ?? []).filter((s) => s.lacking.length > 0);
  return [...fitting, ...(groups.get('undetermined') ?? [])];
}

/**
 * Lines by where they stand: within 待定 those begun come first, of them those that lack least, else the guide's
 * order: how few answers a line asks for doesn't make it anyone's concern. Asked again and again, it gives the same
 * standing for the same assessment, so that only lines that changed are drawn anew.
 * @example sortingStandings(guide)(assessments, facts).get('eligible')
 */
export function sortingStandings(
  guide: CheckedGuide,
): (assessments: readonly Assessment[], facts: Entry) => ReadonlyMap<Group, readonly Standing[]> {
  const sections = new Map(guide.lines.map((l) => [l.id, l.section]));
  const order = new Map(Object.keys(guide.facts).map((id, i) => [id, i]));
  const kept = new Map<string, Standing>();
  return (assessments, facts) => {
    const own = ownFacts(guide, facts);
    const groups = new Map<Group, Standing[]>(GROUPS.map((g) => [g, []]));
    for (const assessment of assessments) {
      const { line, verdict } = assessment;
      const begun = verdict === 'eligible' || own.has(line);
      const before = kept.get(line);
      const standing =
        before?.assessment === assessment && before.begun === begun
          ? before
          : standingOf(assessment, sections.get(line) ?? '', begun, order);
      kept.set(line, standing);
      groups.get(standing.group)?.push(standing);
    }
    const open = groups.get('undetermined') ?? [];
    groups.set(
      'undetermined',
      open.toSorted((a, b) => rank(a) - rank(b)),
    );
    return groups;
  };
}

function rank({ begun, lacking }: Standing): number {
  return begun ? lacking.length : Number.MAX_SAFE_INTEGER;
}

/** A fact that more lines ask for says nothing of which of them is meant. */
const FEW_LINES = 3;

/** Lines of which some fact is told that few lines ask for; what the kind of applicant fills in is no such fact. */
function ownFacts(guide: CheckedGuide, facts: Entry): ReadonlySet<string> {
  const byKind = chosenFacts(guide, facts);
  const told = Object.entries(facts).filter(
    ([id, field]) => !byKind.has(id) && field !== '否' && !isNone(field),
  );
  const users = told.map(([id]) => guide.lines.filter((l) => l.facts.includes(id)));
  return new Set(users.filter((u) => u.length <= FEW_LINES).flatMap((u) => u.map((l) => l.id)));
}

function standingOf(
  assessment: Assessment,
  section: string,
  begun: boolean,
  order: ReadonlyMap<string, number>,
): Standing {
  const { verdict, mode, failing, conditions } = assessment;
  return {
    assessment,
    group: isAssessed(mode) ? verdict : 'not-applied',
    section,
    begun,
    failing: conditions.find((c) => c.clause === failing[0]),
    lacking: lackingOf(assessment, order),
  };
}

/**
 * What is missing for the verdict, or once that stands for the amount, each fact once; rows count as their table. Of
 * the amount's facts none settles anything alone: they are asked in the guide's order, the interest before what
 * becomes of it.
 */
function lackingOf(
  { missing, open, verdict }: Assessment,
  order: ReadonlyMap<string, number>,
): Standing['lacking'] {
  if (verdict === 'ineligible') return [];
  const clauses = new Set(open.map((o) => o.clause));
  const found = new Map<string, string>();
  for (const { fact, label, clauses: of } of missing) {
    const [id = fact] = fact.split('.');
    if ((verdict === 'eligible' || of.some((c) => clauses.has(c))) && !found.has(id))
      found.set(id, label);
  }
  const list = [...found].map(([fact, label]) => ({ fact, label }));
  const place = ({ fact }: (typeof list)[number]) => order.get(fact) ?? 0;
  return verdict === 'eligible' ? list.toSorted((a, b) => place(a) - place(b)) : list;
}
