import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Answers } from '../answers/answers.ts';
import { type Gate, gatesFor, manyGates } from './gates.ts';
import { chosen } from './screening.ts';
import type { Standing } from './standing.ts';

/** What is asked: a screening question by its place in the file, all gates at once, or a fact. */
export type QuestionId = `screening ${number}` | 'gates' | `fact ${string}`;

/**
 * The question to ask next: the applicant's kind and wishes; the gates, while many lines hang on one each; the
 * screening's facts; then line by line. The line that is begun and lacks least is asked to its end, in its own order,
 * before another is taken up; while none is begun, the fact that brings most lines nearest to a verdict. Of lines the
 * person doesn't care for nothing is asked, nor twice what was passed over.
 * @returns null when nothing is left to ask
 */
export function nextQuestion(
  guide: CheckedGuide,
  answers: Answers,
  open: readonly Standing[],
  gates: () => readonly Gate[],
): QuestionId | null {
  const wanted = open.filter((s) => isWanted(s, answers));
  const first = screeningLeft(guide, answers, wanted, 'choices');
  if (first) return first;
  if (!answers.skipped.includes('gates')) {
    if (manyGates(gatesFor(gates(), guide, answers, wanted), answers)) return 'gates';
  }
  const fact = screeningLeft(guide, answers, wanted, 'facts');
  if (fact) return fact;
  const skipped = new Set(answers.skipped);
  const fresh = (s: Standing) =>
    s.lacking.filter(
      ({ fact }) =>
        isAskable(guide, fact) && !isTold(fact, guide, answers) && !skipped.has(`fact ${fact}`),
    );
  const lines = wanted.filter((s) => fresh(s).length > 0);
  const begun = lines.filter((s) => s.begun).toSorted((a, b) => fresh(a).length - fresh(b).length);
  const asked = weightiest(begun.length > 0 ? begun.slice(0, 1) : lines, fresh);
  return asked === undefined ? null : `fact ${asked}`;
}

/**
 * What is lacking though its question was on the card: passed over, or answered in part, as a list with empty cells.
 * It isn't asked again by itself, but stays within reach.
 */
export function leftOpen(
  guide: CheckedGuide,
  answers: Answers,
  open: readonly Standing[],
): Standing['lacking'] {
  const left = open
    .filter((s) => isWanted(s, answers))
    .flatMap((s) => s.lacking)
    .filter(({ fact }) => isAskable(guide, fact));
  return [...new Map(left.map((l) => [l.fact, l])).values()];
}

/** A line that lacks few answers weighs more than one that lacks many; what stands first in its own order most. */
function weightiest(
  lines: readonly Standing[],
  lacking: (line: Standing) => Standing['lacking'],
): string | undefined {
  const weights = new Map<string, number>();
  for (const line of lines) {
    const facts = lacking(line);
    facts.forEach(({ fact }, i) => {
      const weight = 1 / (facts.length * (i + 1));
      weights.set(fact, (weights.get(fact) ?? 0) + weight);
    });
  }
  return [...weights].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** What only an authority decides isn't asked, but where the guide has a question for it. */
function isAskable({ facts }: CheckedGuide, fact: string): boolean {
  const spec = facts[fact];
  return spec !== undefined && (spec.statedBy !== '主管部门' || spec.question !== '');
}

/** A screening question not answered yet; a fact only if some open line still waits for it. */
function screeningLeft(
  guide: CheckedGuide,
  answers: Answers,
  wanted: readonly Standing[],
  of: 'choices' | 'facts',
): QuestionId | undefined {
  const lacked = new Set(wanted.flatMap((s) => s.lacking.map((l) => l.fact)));
  const index = guide.guide.screening.findIndex((q, i) => {
    if ((q.kind === 'fact') !== (of === 'facts')) return false;
    if (answers.skipped.includes(`screening ${i}`)) return false;
    if (q.kind === 'choice') return !chosen(q, answers.facts);
    if (q.kind === 'items') return answers.wanted.length === 0;
    const { text } = q.fact;
    if (isTold(text, guide, answers) || answers.skipped.includes(`fact ${text}`)) return false;
    return lacked.has(text);
  });
  const found = guide.guide.screening[index];
  if (!found) return undefined;
  return found.kind === 'fact' ? `fact ${found.fact.text}` : `screening ${index}`;
}

/** Whether the person cares for a line; who chose no item of the guide cares for all but what was set aside. */
export function isWanted(
  { section, assessment }: Pick<Standing, 'section' | 'assessment'>,
  { wanted, aside }: Pick<Answers, 'wanted' | 'aside'>,
): boolean {
  if (aside.includes(assessment.line)) return false;
  return wanted.length === 0 || wanted.includes(section);
}

/** A figure that is told but doesn't settle (it contradicts another, or isn't well written) isn't asked again. */
function isTold(fact: string, guide: CheckedGuide, { facts, round }: Answers): boolean {
  if (guide.facts[fact]?.supplied === '申报日期') return round.asOf !== '';
  const field = facts[fact] ?? round.clocks[fact];
  return field !== undefined && field !== '';
}
