import type { Faults } from '@fuchi/guide/diagnostic';
import type { Line } from '@fuchi/guide/guide';
import { nearest } from '@fuchi/guide/reader';
import type { FactSpec } from '../checked-guide.ts';

/**
 * The fact that puts an application into the groups of a quota. The line asks it, though neither verdict nor amount
 * rests on it: selection counts by it. Each field of a group is one of its options, or the group could never fill.
 */
export function groupingFact(
  line: Line,
  facts: ReadonlyMap<string, FactSpec>,
  faults: Faults,
): string[] {
  const named = line.quota?.groupedBy;
  if (!named) return [];
  const spec = facts.get(named.text);
  if (spec?.type.kind !== 'choice') {
    const choices = [...facts.values()].filter((f) => f.type.kind === 'choice').map((f) => f.id);
    const near = nearest(named.text, choices) ?? '';
    faults.add(named.at, 'unknown-grouping', { name: named.text, nearest: near });
    return [];
  }
  for (const field of line.quota?.groups.flatMap((g) => g.fields) ?? []) {
    if (spec.options.includes(field.text)) continue;
    faults.add(field.at, 'unknown-option', {
      written: field.text,
      nearest: nearest(field.text, spec.options) ?? '',
      words: spec.options.join('、'),
    });
  }
  return [spec.id];
}
