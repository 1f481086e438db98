/** Why a text was refused: a code and the figures a sentence needs. The sentence itself is made at the edge. */
export type Refusal = {
  readonly ok: false;
  readonly code: string;
  /** Index of the first offending UTF-16 unit in the text as given. */
  readonly at?: number;
  readonly facts: Readonly<Record<string, string>>;
};

/**
 * What every parser of this package returns. Bad input is a value, never an exception.
 *
 * @example
 * const amount = parseMoney('3000万元');
 * if (!amount.ok) return amount.code;
 */
export type Parsed<T> = { readonly ok: true; readonly value: T } | Refusal;

/** A parsed value. */
export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A refusal with its code, the facts of its sentence and, where one is known, the place. */
export function refuse(
  code: string,
  facts: Readonly<Record<string, string>> = {},
  at?: number,
): Refusal {
  return at === undefined ? { ok: false, code, facts } : { ok: false, code, at, facts };
}

/** The text as a refusal quotes it: bounded, since the input may be megabytes. */
export function quoted(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
