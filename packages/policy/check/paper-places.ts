import type { Diagnostic } from '@fuchi/guide/diagnostic';
import type { CheckedGuide, CheckedLine, FactSpec } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { factsOf } from '../walk.ts';
import { closure } from './fact-use.ts';

/** What a clause of a line says and asks about, for people. */
interface Spoken {
  readonly clause: string;
  readonly words: string;
}

/** With so many pairs of characters in common a clause may well speak of a paper; it surely does with two thirds. */
const ENOUGH = 2;

/**
 * Papers at a clause that hardly speaks of them, while another of the line does: what the clause says, and what its
 * facts are called and evidenced by, has most of a paper's name in it.
 */
export function paperPlaceFaults(guide: CheckedGuide): Diagnostic[] {
  const facts = new Map(Object.entries(guide.facts));
  return guide.lines.flatMap((line) => {
    const clauses = spokenIn(line, facts);
    return line.papers.flatMap((paper, i): Diagnostic[] => {
      const pairs = pairsOf(paper.name);
      const scored = clauses.map(({ clause, words }) => ({
        clause,
        score: [...pairs].filter((p) => words.includes(p)).length,
      }));
      const own = Math.max(
        0,
        ...scored.filter((s) => overlap(s.clause, paper.clause)).map((s) => s.score),
      );
      const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { clause: '', score: 0 });
      const at = line.source.papers[i]?.clause?.at ?? line.source.at;
      if (own >= ENOUGH || 3 * best.score < 2 * pairs.size || best.score <= 2 * own) return [];
      const said = { name: paper.name, clause: paper.clause, meant: best.clause };
      return [{ at, code: 'paper-elsewhere', facts: said }];
    });
  });
}

function spokenIn(line: CheckedLine, facts: ReadonlyMap<string, FactSpec>): Spoken[] {
  const about = (trees: readonly (Checked | undefined)[], rows = '') =>
    closure([...trees.flatMap(factsOf), rows], facts)
      .flatMap((id) => facts.get(id) ?? [])
      .flatMap((f) => [f.label, f.says, f.question, ...f.evidence])
      .join('；');
  const { applicant, subsidy } = line.source;
  const amount = [line.cap, line.premise?.must, ...line.steps.map((s) => s.node)];
  return [
    ...line.conditions.map((c) => ({
      clause: c.clause.replace(/[a-z]$/, ''),
      words: [c.says, ...c.evidence, about([c.must, c.applies], c.each)].join('；'),
    })),
    ...(subsidy ? [{ clause: line.amountClause, words: `${subsidy.says}；${about(amount)}` }] : []),
    ...(applicant ? [{ clause: applicant.clause.text, words: applicant.says }] : []),
  ];
}

function overlap(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Each two characters that follow each other, without brackets and signs. */
function pairsOf(name: string): Set<string> {
  const plain = [...name.replace(/[^\p{L}\p{N}]/gu, ' ')];
  const pairs = plain.slice(1).map((c, i) => `${plain[i]}${c}`);
  return new Set(pairs.filter((p) => !p.includes(' ')));
}
