import type { Diagnostic, Faults } from '@fuchi/guide/diagnostic';

const UNUSED: ReadonlySet<string> = new Set([
  'unused-fact',
  'unused-figure',
  'unused-step',
  'reading-not-switched',
]);

/**
 * The faults without those that only follow from others: what a misspelt or broken expression names
 * isn't unused. Sorted by place.
 */
export function withoutEchoes(faults: Faults): Diagnostic[] {
  const meant = new Set(faults.list.flatMap((f) => f.facts['nearest'] ?? []));
  return faults.sorted().filter((f) => {
    if (!UNUSED.has(f.code)) return true;
    const name = f.facts['fact'] ?? f.facts['name'] ?? f.facts['id'] ?? '';
    return !meant.has(name) && !faults.broken.some((text) => text.includes(name));
  });
}
