/** Findings of one kind: the first of them, and those that say the same of other rows. */
export interface Gathered<T> {
  readonly shown: readonly T[];
  readonly more: readonly T[];
}

/** A list of hundreds of invoices can have one fault in each row: it mustn't hide what else is wrong. */
const MOST_OF_A_KIND = 10;

/**
 * Findings by kind, what blocks first, otherwise in their order; of each kind a few are shown and the others kept
 * together. One more than a few is shown as well.
 * @example gatheredFindings(findings)[0]?.more.length // 79
 */
export function gatheredFindings<T extends { readonly code: string; readonly blocks: boolean }>(
  findings: readonly T[],
): readonly Gathered<T>[] {
  const kinds = new Map<string, T[]>();
  for (const finding of findings) {
    const kind = `${finding.blocks ? 0 : 1} ${finding.code}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), finding]);
  }
  const inOrder = [...kinds].sort(([a], [b]) => Number(a[0]) - Number(b[0]));
  return inOrder.map(([, all]) => {
    const most = all.length === MOST_OF_A_KIND + 1 ? all.length : MOST_OF_A_KIND;
    return { shown: all.slice(0, most), more: all.slice(most) };
  });
}
