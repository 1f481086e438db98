import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { focusField } from '@fuchi/ui/facts/field-path';
import { useCallback, useState } from 'react';
import type { Answers } from '../answers/answers.ts';
import type { Answer } from '../answers/use-answers.ts';
import { denyUnticked, type Gate, gatesFor } from './gates.ts';
import { isWanted, nextQuestion, type QuestionId } from './question.ts';
import type { Standing } from './standing.ts';

interface World {
  readonly guide: CheckedGuide;
  readonly answers: Answers;
  readonly onAnswer: Answer;
  /** Lines still open for the given answers. */
  readonly openFor: (answers: Answers) => readonly Standing[];
  readonly gates: () => readonly Gate[];
  /** Whether what is answered to a question can't be read. */
  readonly isFaulty: (question: QuestionId) => boolean;
}

export interface Asking {
  /** The question on the card; null when nothing is left to ask. */
  readonly current: QuestionId | null;
  /** How many questions came before it in this sitting. */
  readonly number: number;
  readonly canGoBack: boolean;
  next(): void;
  back(): void;
  /** Passes the question over; it isn't asked again by itself. */
  skip(): void;
  /** Sets lines aside and goes on with the others. */
  setAside(lines: readonly string[]): void;
  /** Puts a question on the card; the same function however often the page is drawn. */
  readonly ask: (question: QuestionId) => void;
}

interface Course {
  readonly past: readonly QuestionId[];
  readonly pinned: QuestionId | null;
}

/** Which question stands on the card. It stays while it is being answered, whatever would be asked next. */
export function useAsking(world: World): Asking {
  const { guide, answers, onAnswer, openFor, gates, isFaulty } = world;
  const [{ past, pinned }, setCourse] = useState<Course>({ past: [], pinned: null });
  // Not by what the lines on the screen say: they may still lag behind the last keystroke.
  const after = (told: Answers) => nextQuestion(guide, told, openFor(told), gates);
  const current = pinned ?? after(answers);
  // Pinned at once: the answer being given must not take its own question away.
  if (pinned === null && current !== null) setCourse({ past, pinned: current });
  const go = useCallback(
    (to: QuestionId | null) =>
      setCourse(({ past, pinned }) => ({
        past: pinned === null || pinned === to ? past : [...past, pinned],
        pinned: to,
      })),
    [],
  );
  const goOn = (change: Partial<Answers>) => {
    onAnswer(change);
    go(after({ ...answers, ...change }));
  };
  const passedOver = (): Partial<Answers> => {
    const rest = answers.skipped.filter((q) => q !== current);
    return { skipped: current === null ? rest : [...rest, current] };
  };
  return {
    current,
    number: past.length + 1,
    canGoBack: past.length > 0,
    next: () => {
      // Left behind it would count as unknown, unseen.
      if (current !== null && isFaulty(current)) {
        focusField(current.replace(/^fact /, ''));
        return;
      }
      if (current === 'gates') {
        const wanted = openFor(answers).filter((s) => isWanted(s, answers));
        const shown = gatesFor(gates(), guide, answers, wanted);
        goOn({ facts: denyUnticked(shown, answers.facts) });
        return;
      }
      // A question that is left without an answer is passed over, else it would come again at once.
      if (after(answers) === current) goOn(passedOver());
      else go(after(answers));
    },
    skip: () => goOn(passedOver()),
    setAside: (lines) => goOn({ aside: [...new Set([...answers.aside, ...lines])] }),
    back: () => setCourse(({ past }) => ({ past: past.slice(0, -1), pinned: past.at(-1) ?? null })),
    ask: go,
  };
}
