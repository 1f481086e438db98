import type { Fact, Guide, Line } from '@fuchi/guide/guide';
import { clausePath, sectionOf } from '../clause-path.ts';

/** What the data of one line says of one clause, in words. */
export interface Entry {
  readonly line: string;
  readonly clause: string;
  readonly kind: '条件' | '支持方向' | '申报主体' | '补助' | '拨付' | '数量' | '定义' | '概述';
  readonly says: string;
}

/** A name of the language. */
const NAME = /[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff]*/g;

/** Everything the data says of the guide's clauses, by line. */
export function entriesOf(guide: Guide): ReadonlyMap<string, readonly Entry[]> {
  const shared = new Map(guide.facts.map((f) => [f.id, wordsOf(f)]));
  const byLine = new Map(guide.lines.map((line) => [line.id, lineEntries(line, shared)]));
  for (const d of guide.definitions) {
    const says = [d.id, d.says, d.tax ?? '', ...d.includes, ...d.excludes].join(' ');
    const clause = clausePath('', d.clause.text);
    for (const { text } of d.scope) byLine.get(text)?.push({ line: text, clause, kind: '定义', says });
  }
  for (const q of guide.quotas) {
    const clause = clausePath('', q.clause.text);
    for (const { text } of q.lines) byLine.get(text)?.push({ line: text, clause, kind: '数量', says: '' });
  }
  return byLine;
}

/** Whether an entry belongs to a clause, as its own or as one it asks as a whole. */
export function asksFor(entry: Entry, clause: string): boolean {
  return entry.clause === clause || asksWhole(entry, clause);
}

/** An entry that asks another clause of its section as a whole: 同时符合1(1)至1(3). */
export function asksWhole(entry: Entry, clause: string): boolean {
  const section = sectionOf(clause);
  if (entry.kind !== '条件' || sectionOf(entry.clause) !== section) return false;
  const own = clause.slice(section.length);
  for (const [, point, from, to] of entry.says.matchAll(/(\d+)\((\d+)\)(?:至\d+\((\d+)\))?/g)) {
    for (let n = Number(from); n <= Number(to ?? from); n++) {
      if (own === `${point}(${n})`) return true;
    }
  }
  return false;
}

/** What a fact is called, what it is, and what is asked. */
function wordsOf(fact: Fact): string {
  return `${fact.label.text} ${fact.says} ${fact.question}`;
}

function lineEntries(line: Line, shared: ReadonlyMap<string, string>): Entry[] {
  const words = new Map([...shared, ...line.facts.map((f) => [f.id, wordsOf(f)] as const)]);
  // A condition says with its facts what it asks: 符合数据产品技术要求.
  const asked = (must: string) =>
    [...must.matchAll(NAME)].map(([name]) => words.get(name) ?? '').join(' ');
  const entry = (clause: string, kind: Entry['kind'], says: string): Entry => ({
    line: line.id,
    clause: clausePath(line.section, clause),
    kind,
    says,
  });
  const { applicant, subsidy, quota } = line;
  return [
    entry('', '概述', line.says),
    ...line.directions.map((d) => entry(d.clause, '支持方向', d.says)),
    ...(applicant ? [entry(applicant.clause.text, '申报主体', applicant.says)] : []),
    ...line.conditions.map((c) => entry(c.clause, '条件', `${c.says} ${c.elsewhere} ${asked(c.must?.text ?? '')}`)),
    ...(subsidy ? [entry(subsidy.clause.text, '补助', subsidy.says)] : []),
    ...line.stages.map((s) => entry(s.clause.text, '拨付', s.stage)),
    ...(quota ? [entry(quota.clause.text, '数量', '')] : []),
  ];
}
