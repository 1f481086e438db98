import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';

/** Whether a source is no one's word but a formula: then the figure follows from others. */
export function isDerivation(guide: CheckedGuide, fact: string, source: string): boolean {
  const [table = '', ...columns] = fact.split('.');
  let spec: FactSpec | undefined = Object.hasOwn(guide.facts, table)
    ? guide.facts[table]
    : undefined;
  for (const column of columns) spec = spec?.columns.find((c) => c.id === column);
  return spec?.derivations.some((d) => d.written === source) ?? false;
}
