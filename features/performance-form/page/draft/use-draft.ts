import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { useSyncExternalStore } from 'react';
import { type DraftBook, type DraftState, draftBook } from './draft-book.ts';

/** The draft of a form, the same in all tabs. @example const [{ draft }, book] = useDraft(guide, '1-8'); */
export function useDraft(guide: CheckedGuide, form: string): readonly [DraftState, DraftBook] {
  const book = draftBook(guide, form);
  return [useSyncExternalStore(book.subscribe, book.read), book];
}
