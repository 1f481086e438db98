import { type KeptValue, keptValue } from '@fuchi/platform-browser/kept-value';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { useSyncExternalStore } from 'react';
import { type Answers, readAnswers } from './answers.ts';

const stores = new Map<string, KeptValue<Answers>>();

/** One store for each guide, shared by all pages. Each guide has answers of its own. */
function storeOf(guide: CheckedGuide): KeptValue<Answers> {
  const key = `fuchi/${guide.guide.id}/answers`;
  const store = stores.get(key) ?? keptValue(key, (kept) => readAnswers(kept, guide));
  stores.set(key, store);
  return store;
}

/** The answers of this browser, kept with every keystroke. @example const [answers, answer] = useAnswers(guide); */
export function useAnswers(
  guide: CheckedGuide,
): readonly [Answers, (change: Partial<Answers>) => void] {
  const store = storeOf(guide);
  const answers = useSyncExternalStore(store.subscribe, store.read);
  return [answers, (change) => store.write({ ...store.read(), ...change })];
}
