import type { Diagnostic } from '@fuchi/guide/diagnostic';
import type { Guide, Line } from '@fuchi/guide/guide';
import type { Text } from '@fuchi/guide/place';

/** An item of the guide: full-width brackets, as the guide prints them. */
const ITEM = '[一二三四五六七八九十]+(?:（[一二三四五六七八九十]+）)?';
/** A number inside an item: half-width brackets; a letter for a sub-point of our own. */
const NUMBER = '(?:\\([一二三四五六七八九十]+\\))?(?:\\d+)?(?:\\(\\d+\\))?[①-⑩]?[a-z]?|末段';
const OWN = new RegExp(`^(?:${NUMBER}|${ITEM})$`, 'u');
const START = new RegExp(`^${ITEM}`, 'u');
const WITHIN = new RegExp(`^(?:${NUMBER})$`, 'u');

/**
 * How clauses are written: items with full-width brackets, numbers inside them with half-width ones. A clause
 * in another form is found by nobody who looks it up. A line's item is the one guide.yaml lists it under.
 */
export function clauseFormFaults(guide: Guide): Diagnostic[] {
  const items = new Map(
    guide.categories.flatMap((c) =>
      c.items.flatMap((i) => i.lines.map((l) => [l.text, i.clause] as const)),
    ),
  );
  const sections = guide.lines.map((l) => l.section);
  const shared = [
    ...guide.definitions.map((d) => d.clause),
    ...guide.quotas.map((q) => q.clause),
    ...guide.consistency.flatMap((r) => (r.clause ? [r.clause] : [])),
    ...[...guide.calendars, ...guide.figures].flatMap((v) => v.clauses),
  ].filter((c) => !c.text.startsWith('call-') && !c.text.startsWith('附件'));
  return [
    ...shared.filter((c) => !isFull(c.text, sections)).map(formFault),
    ...guide.lines.flatMap((line) => [
      ...ownClauses(line)
        .filter((c) => !OWN.test(c.text))
        .map(formFault),
      ...section(line, items.get(line.id)),
    ]),
  ];
}

/** A clause written in full: the item of a line, then its number there. */
function isFull(clause: string, sections: readonly string[]): boolean {
  const item = START.exec(clause)?.[0] ?? '';
  const rest = clause.slice(item.length);
  // 二（二）3 stands in 二, which is one item as a whole.
  const known = sections.includes(item) || sections.includes(item.slice(0, 1));
  return known && WITHIN.test(rest) && !/^\([一二三四五六七八九十]/u.test(rest);
}

function formFault(clause: Text): Diagnostic {
  return { at: clause.at, code: 'clause-form', facts: { written: clause.text } };
}

function section(line: Line, item: string | undefined): Diagnostic[] {
  if (item === undefined || item === line.section) return [];
  return [
    { at: line.at, code: 'section-differs', facts: { line: line.id, given: line.section, item } },
  ];
}

function ownClauses(line: Line): Text[] {
  const conditions = line.conditions.map((c) => ({ text: c.clause, at: c.at }));
  const texts = [
    line.applicant?.clause,
    line.participants?.clause,
    line.subsidy?.clause,
    line.quota?.clause,
    ...line.stages.map((s) => s.clause),
    ...line.papers.map((p) => p.clause),
    ...line.figures.flatMap((f) => f.clauses),
    ...line.consistency.map((r) => r.clause),
  ];
  const directions = line.directions.map((d) => ({ text: d.clause, at: line.at }));
  return [...conditions, ...directions, ...texts.flatMap((t) => (t ? [t] : []))];
}
