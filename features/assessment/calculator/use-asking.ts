import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { useState } from 'react';
import type { Answers } from '../answers/answers.ts';
import { nextQuestion, type QuestionId } from './question.ts';
import type { Standing } from './standing.ts';

export interface Asking {
  /** The question on the card; null when nothing is left to ask. */
  readonly current: QuestionId | null;
  /** How many questions came before it in this sitting. */
  readonly number: number;
  readonly canGoBack: boolean;
  next(): void;
  back(): void;
  /** Passes the question over; it comes again when the others are answered. */
  skip(): void;
  ask(question: QuestionId): void;
}

/** Which question stands on the card. It stays while it is being answered, whatever would be asked next. */
export function useAsking(
  guide: CheckedGuide,
  answers: Answers,
  onAnswer: (change: Partial<Answers>) => void,
  open: readonly Standing[],
): Asking {
  const [past, setPast] = useState<readonly QuestionId[]>([]);
  const [pinned, setPinned] = useState<QuestionId | null>(null);
  const current = pinned ?? nextQuestion(guide, answers, open);
  // Pinned at once: the answer being given must not take its own question away.
  if (pinned === null && current !== null) setPinned(current);
  const go = (to: QuestionId | null) => {
    if (current !== null && current !== to) setPast([...past, current]);
    setPinned(to);
  };
  const passOver = (): Answers => {
    const rest = answers.skipped.filter((q) => q !== current);
    return { ...answers, skipped: current === null ? rest : [...rest, current] };
  };
  return {
    current,
    number: past.length + 1,
    canGoBack: past.length > 0,
    // A question that is left without an answer is passed over, else it would come again at once.
    next: () => {
      const after = nextQuestion(guide, answers, open);
      if (after !== null && after === current) {
        const passed = passOver();
        onAnswer({ skipped: passed.skipped });
        go(nextQuestion(guide, passed, open));
      } else go(after);
    },
    skip: () => {
      const passed = passOver();
      onAnswer({ skipped: passed.skipped });
      go(nextQuestion(guide, passed, open));
    },
    back: () => {
      setPinned(past.at(-1) ?? null);
      setPast(past.slice(0, -1));
    },
    ask: go,
  };
}
