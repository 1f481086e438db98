import type { Diagnostic } from '@fuchi/guide/diagnostic';
import type { Guide, Line } from '@fuchi/guide/guide';
import type { Place } from '@fuchi/guide/place';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
const CHINESE = '一二三四五六七八九十';

/** Numbers and letters of a line's clauses that are left out between others: a part forgotten, or a number mistyped. */
export function clauseGapFaults(guide: Guide): Diagnostic[] {
  return guide.lines.flatMap((line) => {
    const beside = guide.lines.filter((l) => l.section === line.section && l !== line);
    const elsewhere = new Set(beside.flatMap((l) => placed(l).map((p) => p.clause)));
    return [...gaps(line, elsewhere), ...unknownClauses(line)];
  });
}

interface Placed {
  readonly clause: string;
  readonly at: Place;
}

/** Every clause something of the line rests on. */
function placed(line: Line): Placed[] {
  const texts = [
    line.applicant?.clause,
    line.subsidy?.clause,
    line.quota?.clause,
    ...line.stages.map((s) => s.clause),
  ];
  return [
    ...line.conditions.map((c) => ({ clause: c.clause, at: c.at })),
    ...texts.flatMap((t) => (t ? [{ clause: t.text, at: t.at }] : [])),
  ];
}

/** A clause as the steps that lead to it: 2(1)①a → ['2', '(1)', '①', 'a']. */
function steps(clause: string): string[] {
  return clause.match(/\d+|\(\d+\)|\([一二三四五六七八九十]+\)|[①-⑩]|[a-z]$/gu) ?? [];
}

function place(step: string): number {
  const digits = /\d+/.exec(step)?.[0];
  if (digits !== undefined) return Number(digits);
  const inner = step.replace(/[()]/g, '');
  if (/^[a-z]$/.test(inner)) return inner.charCodeAt(0) - 96;
  return Math.max(CIRCLED.indexOf(inner), CHINESE.indexOf(inner)) + 1;
}

function numbered(step: string, n: number): string {
  if (/^[a-z]$/.test(step)) return String.fromCharCode(96 + n);
  if (CIRCLED.includes(step)) return CIRCLED[n - 1] ?? '';
  if (step.startsWith('(') && !/\d/.test(step)) return `(${CHINESE[n - 1] ?? ''})`;
  return step.startsWith('(') ? `(${n})` : String(n);
}

function gaps(line: Line, elsewhere: ReadonlySet<string>): Diagnostic[] {
  const below = new Map<string, Map<number, Placed>>();
  const all = placed(line);
  for (const p of all) {
    let parent = '';
    for (const step of steps(p.clause)) {
      const kind = `${parent}|${step.replace(/[^()a-z]/g, '').replace(/[a-z]/, 'a')}`;
      const here = below.get(kind) ?? new Map<number, Placed>();
      if (!here.has(place(step))) here.set(place(step), { clause: parent + step, at: p.at });
      below.set(kind, here);
      parent += step;
    }
  }
  return [...below.values()].flatMap((here) => {
    const numbers = [...here.keys()].sort((a, b) => a - b);
    const first = numbers[0] ?? 1;
    const last = numbers.at(-1) ?? 0;
    const sample = here.get(last);
    if (!sample) return [];
    const step = steps(sample.clause).at(-1) ?? '';
    const from = /^[a-z]$/.test(step) ? 1 : first;
    const missing: Diagnostic[] = [];
    for (let n = from; n < last; n++) {
      const clause = sample.clause.slice(0, -step.length) + numbered(step, n);
      if (here.has(n) || (n < first && inOther(clause, elsewhere))) continue;
      const next = here.get(numbers.find((x) => x > n) ?? last) ?? sample;
      missing.push({
        at: next.at,
        code: 'clause-gap',
        facts: { missing: clause, clause: next.clause },
      });
    }
    return missing;
  });
}

/** Lines that share an item of the guide share its clauses, and one may not need the first of them. */
function inOther(clause: string, elsewhere: ReadonlySet<string>): boolean {
  return elsewhere.has(clause);
}

/** Papers and figures that name a clause on which nothing of the line rests. */
function unknownClauses(line: Line): Diagnostic[] {
  const known = placed(line).map((p) => p.clause.replace(/[a-z]$/, ''));
  const named = [
    ...line.papers.flatMap((p) => (p.clause ? [p.clause] : [])),
    ...line.figures.flatMap((f) => f.clauses),
    ...line.consistency.flatMap((r) => (r.clause ? [r.clause] : [])),
  ];
  return named
    .filter(
      (c) => !known.some((k) => k === c.text || k.startsWith(`${c.text}(`) || under(k, c.text)),
    )
    .map((c) => ({ at: c.at, code: 'unknown-clause', facts: { clause: c.text, line: line.id } }));
}

function under(clause: string, outer: string): boolean {
  return clause.startsWith(outer) && /^[(①-⑩]/u.test(clause.slice(outer.length));
}
