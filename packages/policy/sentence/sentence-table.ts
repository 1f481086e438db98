/** What is wrong, and what to do about it; `fix` is '' where there is nothing to do. */
export interface Sentence {
  readonly message: string;
  readonly fix: string;
}

/** Looks up one of the facts a sentence is made of; '' when there is none. */
export type Said = (name: string) => string;

/** Code → sentence. */
export type SentenceTable = Readonly<Record<string, (said: Said) => Sentence>>;

/** The fix of a misspelt word: the nearest one, or what else to do. @example orNearest('须', '…') // '是不是“须”？' */
export function orNearest(nearest: string, otherwise: string): string {
  return nearest === '' ? otherwise : `是不是“${nearest}”？`;
}

/** A character an author can recognise, also when it has no shape. @example visible('\u200b') // '不可见字符 U+200B' */
export function visible(text: string): string {
  return /^[\p{Z}\p{C}]/u.test(text)
    ? `不可见字符 U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : `“${text}”`;
}
