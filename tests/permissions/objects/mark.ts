/** What an object is called, wherever text can stand in it, by which it is found in an answer. */
export interface Mark {
  readonly text: string;
  /** Where only plain letters can stand. */
  readonly plain: string;
}

/** Somebody else's: it may be in no answer to who may not see it. */
export const FOREIGN: Mark = { text: '外单位标记', plain: 'foreign-mark-7q9k' };
/** Whoever asks. */
export const OWN: Mark = { text: '本单位示例', plain: 'own-example' };

/** Whether a text holds what is somebody else's. */
export function isForeign(text: string): boolean {
  return text.includes(FOREIGN.text) || text.includes(FOREIGN.plain);
}
