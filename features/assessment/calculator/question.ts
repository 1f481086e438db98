import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Answers } from '../answers/answers.ts';
import { chosen } from './screening.ts';
import type { Standing } from './standing.ts';

/** What is asked: a screening question by its place in the file, or a fact. */
export type QuestionId = `screening ${number}` | `fact ${string}`;

/**
 * The question to ask next: screening in its order, then the fact whose answer brings most lines nearest to a
 * verdict. A line that lacks few answers weighs more than one that lacks many; what stands first in a line's own
 * order weighs most. Of lines the person doesn't care for nothing is asked; what was passed over comes last.
 * @returns null when nothing is left to ask
 */
export function nextQuestion(
  guide: CheckedGuide,
  answers: Answers,
  open: readonly Standing[],
): QuestionId | null {
  const first = screeningLeft(guide, answers, open);
  if (first) return first;
  const weights = new Map<string, number>();
  for (const { lacking, section } of open) {
    if (!isWanted(section, answers)) continue;
    lacking.forEach(({ fact }, i) => {
      if (isTold(fact, guide, answers)) return;
      const weight = answerable(guide, fact) / (lacking.length * (i + 1));
      weights.set(fact, (weights.get(fact) ?? 0) + weight);
    });
  }
  const ranked = [...weights].toSorted(([, a], [, b]) => b - a).map(([fact]) => fact);
  const skipped = new Set(answers.skipped);
  const fact = ranked.find((f) => !skipped.has(`fact ${f}`)) ?? ranked[0];
  return fact === undefined ? null : `fact ${fact}`;
}

/** What only an authority decides is asked last: an applicant can but guess it. */
function answerable({ facts }: CheckedGuide, fact: string): number {
  return facts[fact]?.statedBy === '主管部门' ? 0.01 : 1;
}

/** A screening question not answered yet that some open line still waits for. */
function screeningLeft(
  guide: CheckedGuide,
  answers: Answers,
  open: readonly Standing[],
): QuestionId | undefined {
  const lacked = new Set(
    open.filter((s) => isWanted(s.section, answers)).flatMap((s) => s.lacking.map((l) => l.fact)),
  );
  const index = guide.guide.screening.findIndex((q, i) => {
    if (answers.skipped.includes(`screening ${i}`)) return false;
    if (q.kind === 'choice') return !chosen(q, answers.facts);
    if (q.kind === 'items') return answers.wanted.length === 0;
    return lacked.has(q.fact.text) && !answers.skipped.includes(`fact ${q.fact.text}`);
  });
  const found = guide.guide.screening[index];
  if (!found) return undefined;
  return found.kind === 'fact' ? `fact ${found.fact.text}` : `screening ${index}`;
}

/** Whether the person cares for an item of the guide; who chose none cares for all. */
export function isWanted(section: string, { wanted }: Pick<Answers, 'wanted'>): boolean {
  return wanted.length === 0 || wanted.includes(section);
}

/** A figure that is told but doesn't settle (it contradicts another, or isn't well written) isn't asked again. */
function isTold(fact: string, guide: CheckedGuide, { facts, round }: Answers): boolean {
  if (guide.facts[fact]?.supplied === '申报日期') return round.asOf !== '';
  const field = facts[fact] ?? round.clocks[fact];
  return field !== undefined && field !== '';
}
