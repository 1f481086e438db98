import { abs, add, cmp, max, type Rational, sign, sub, ZERO } from '@fuchi/values/rational';

/** What is wrong with the red-letter invoices of a list (红字发票), whose amounts are negative. */
export interface RedFaults {
  /** Rows, from 0, that take back more than any invoice of the list was for. */
  readonly larger: readonly number[];
  /** By how much all of them together take back more than all invoices were for; undefined when they don't. */
  readonly beyond: Rational | undefined;
}

/**
 * Looks at the amounts of a list of invoices. A red-letter invoice takes back one invoice, or a part of it: where none
 * in the list is for as much, the invoice it reverses isn't listed and the list's sum is too small. Rows whose amount
 * isn't told may be the one that is looked for.
 * @example redFaults([rational(50), rational(-80)]) // { larger: [1], beyond: 30 }
 */
export function redFaults(amounts: readonly (Rational | undefined)[]): RedFaults {
  if (amounts.includes(undefined)) return { larger: [], beyond: undefined };
  const told = amounts.flatMap((amount) => amount ?? []);
  const largest = told.reduce(max, ZERO);
  const net = told.reduce(add, ZERO);
  return {
    larger: told.flatMap((amount, i) =>
      sign(amount) < 0 && cmp(abs(amount), largest) > 0 ? [i] : [],
    ),
    beyond: sign(net) < 0 ? sub(ZERO, net) : undefined,
  };
}

/**
 * The amounts that are left once red-letter invoices are taken from the ones they name: a pair's red row is nothing, its
 * blue one what remains of it, at least nothing. Rows that aren't red, or name one whose amount isn't told, stay.
 * @param pairs rows from 0
 * @example withoutPairs([rational(100), rational(-80)], [{ red: 1, blue: 0 }]) // [20, 0]
 */
export function withoutPairs(
  amounts: readonly (Rational | undefined)[],
  pairs: readonly { readonly red: number; readonly blue: number }[],
): readonly (Rational | undefined)[] {
  const left = [...amounts];
  for (const { red, blue } of pairs) {
    const [taken, from] = [left[red], left[blue]];
    if (!taken || !from || sign(taken) >= 0 || sign(from) < 0) continue;
    left[blue] = max(ZERO, add(from, taken));
    left[red] = ZERO;
  }
  return left;
}
