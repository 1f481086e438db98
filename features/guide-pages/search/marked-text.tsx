import { marked } from './marked.ts';

interface Props {
  readonly text: string;
  readonly terms: readonly string[];
  readonly around?: number;
}

/** A text with the words that were looked for set off. */
export function MarkedText({ text, terms, around }: Props) {
  let at = 0;
  return (
    <>
      {marked(text, terms, around).map((piece) => {
        at += piece.text.length;
        return piece.found ? (
          <mark key={at}>{piece.text}</mark>
        ) : (
          <span key={at}>{piece.text}</span>
        );
      })}
    </>
  );
}
