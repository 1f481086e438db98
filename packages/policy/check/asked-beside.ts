import type { Line } from '@fuchi/guide/guide';

/**
 * What a line asks though no expression needs it: lists that others confirm or that name who takes part, and numbers of
 * its own by which the same project is found again.
 */
export function askedBeside(line: Line): readonly string[] {
  return [
    ...line.annexes.map((a) => a.list.rows.text),
    ...(line.participants?.roles ?? []).flatMap(({ named }) => named?.list ?? []),
    ...line.facts.filter(({ number }) => number !== undefined).map(({ id }) => id),
  ];
}
