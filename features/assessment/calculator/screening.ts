import type { ScreeningChoice, ScreeningQuestion } from '@fuchi/guide/guide';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { type Entry, type FieldEntry, isNone } from '@fuchi/policy/facts/entry';

export type ChoiceQuestion = Extract<ScreeningQuestion, { kind: 'choice' }>;

/** The choice whose facts all stand as it says; of several the one that says most. Nothing else is remembered. */
export function chosen(question: ChoiceQuestion, facts: Entry): ScreeningChoice | undefined {
  return question.choices
    .filter((c) => c.facts.length > 0 && c.facts.every((f) => same(facts[f.id.text], f.value.text)))
    .toSorted((a, b) => b.facts.length - a.facts.length)[0];
}

/**
 * The facts after a choice: what the choice before filled in goes, unless it was changed since.
 * @example choose(question, question.choices[0], {}) // { 规模以上工业企业: '是', … }
 */
export function choose(
  question: ChoiceQuestion,
  choice: ScreeningChoice | undefined,
  facts: Entry,
): Entry {
  const next: Record<string, FieldEntry> = { ...facts };
  for (const { id } of chosen(question, facts)?.facts ?? []) delete next[id.text];
  for (const { id, value } of choice?.facts ?? [])
    next[id.text] = value.text === '无' ? { none: true } : value.text;
  return next;
}

/** Facts that a choice has filled in; they are that one answer, not so many. */
export function chosenFacts({ guide }: CheckedGuide, facts: Entry): ReadonlySet<string> {
  return new Set(
    guide.screening.flatMap((q) =>
      q.kind === 'choice' ? (chosen(q, facts)?.facts ?? []).map((f) => f.id.text) : [],
    ),
  );
}

function same(field: FieldEntry | undefined, value: string): boolean {
  return value === '无' ? isNone(field) : field === value;
}
