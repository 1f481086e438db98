import type { Note } from '@fuchi/policy/assess/assessment';
import { sentenceOf } from '@fuchi/policy/sentence/sentence';

/** A remark as a sentence. */
export function noteText(note: Note): string {
  const { message, fix } = sentenceOf(note.code, note.facts);
  return fix === '' ? message : `${message}（${fix}）`;
}
