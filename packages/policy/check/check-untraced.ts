import type { Faults } from '@fuchi/guide/diagnostic';
import type { Fact, Guide } from '@fuchi/guide/guide';
import { nearest } from '@fuchi/guide/reader';

/** What stands in front of 一、. */
const PREAMBLE = '前言';

/**
 * The clauses of untraced.yaml are the guide's, and the years and days facts are of stand in
 * figures.yaml or calendars.yaml. Whether a reason still excuses anything only a trace can say.
 */
export function checkUntraced(guide: Guide, facts: readonly Fact[], faults: Faults): void {
  const sections = guide.categories.flatMap((c) => [c.number, ...c.items.map((i) => i.clause)]);
  const known = [PREAMBLE, ...new Set(sections)];
  const ids = guide.lines.map((l) => l.id);
  for (const { clause, lines } of guide.untraced) {
    for (const line of lines) {
      if (ids.includes(line.text)) continue;
      const near = nearest(line.text, ids) ?? '';
      faults.add(line.at, 'unknown-line', { name: line.text, nearest: near });
    }
    const starts = known.some((k) =>
      k === PREAMBLE ? clause.text === k : clause.text.startsWith(k),
    );
    if (starts || clause.missing) continue;
    const near = nearest(clause.text, known) ?? '';
    faults.add(clause.at, 'unknown-clause', { clause: clause.text, nearest: near });
  }
  const names = [...guide.calendars, ...guide.figures].map((v) => v.id);
  const periodOf = (fact: Fact): void => {
    const { period } = fact;
    if (period && !period.missing && !names.includes(period.text)) {
      const near = nearest(period.text, names) ?? '';
      faults.add(period.at, 'unknown-period', { name: period.text, nearest: near });
    }
    for (const column of fact.columns) periodOf(column);
  };
  for (const fact of facts) periodOf(fact);
}
