import { type KeptValue, keptValue } from '@fuchi/platform-browser/kept-value';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { useSyncExternalStore } from 'react';
import { type Answers, readAnswers } from './answers.ts';

/** Changes some answers; a function is given those of this very moment. The same function for as long as the page lives. */
export type Answer = (change: Partial<Answers> | ((now: Answers) => Partial<Answers>)) => void;

interface Kept {
  readonly store: KeptValue<Answers>;
  readonly answer: Answer;
}

const kept = new Map<string, Kept>();

/** One store for each guide, shared by all pages. Each guide has answers of its own. */
function keptFor(guide: CheckedGuide): Kept {
  const key = `fuchi/${guide.guide.id}/answers`;
  const before = kept.get(key);
  if (before) return before;
  const store = keptValue(key, (found) => readAnswers(found, guide));
  const answer: Answer = (change) => {
    const now = store.read();
    store.write({ ...now, ...(typeof change === 'function' ? change(now) : change) });
  };
  const made = { store, answer };
  kept.set(key, made);
  return made;
}

/** The answers of this browser, kept with every keystroke. @example const [answers, answer] = useAnswers(guide); */
export function useAnswers(guide: CheckedGuide): readonly [Answers, Answer] {
  const { store, answer } = keptFor(guide);
  return [useSyncExternalStore(store.subscribe, store.read), answer];
}

/** The answers at this moment, for what is done on a click and needn't be drawn anew with every keystroke. */
export function answersNow(guide: CheckedGuide): Answers {
  return keptFor(guide).store.read();
}
