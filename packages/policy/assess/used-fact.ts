import { isKnown } from '../bounds/domain.ts';
import type { Environment } from '../bounds/environment.ts';
import type { CheckedCondition } from '../checked-guide.ts';
import { factsOf, walk } from '../walk.ts';
import type { UsedFact } from './assessment.ts';
import type { Prepared } from './prepare.ts';
import type { Program } from './program.ts';
import { shownValue } from './show.ts';

/** The facts a condition looks at, with the values it saw. Rows show the columns it looks at, row by row. */
export function usedFacts(
  c: CheckedCondition,
  program: Program,
  prepared: Prepared,
  env: Environment,
): UsedFact[] {
  const scalars = namedBy(c).flatMap((id): UsedFact[] => {
    const spec = program.specs.get(id);
    const domain = env.facts.get(id);
    if (!spec || !domain) return [];
    const shown = shownValue(domain, spec.type);
    const value =
      domain.kind === 'rows' && isKnown(domain) ? String(domain.items.length) : shown.value;
    const unit = domain.kind === 'rows' ? spec.unit : shown.unit;
    const source = prepared.sources.get(id) ?? '';
    return [
      {
        id,
        label: spec.label,
        value,
        ...(unit === '' || value === null ? {} : { unit }),
        ...(source === '' ? {} : { source }),
      },
    ];
  });
  return [...scalars, ...cells(c, program, env)];
}

const named = new WeakMap<CheckedCondition, readonly string[]>();

function namedBy(c: CheckedCondition): readonly string[] {
  let ids = named.get(c);
  if (!ids) {
    const opinion = c.opinion ? [c.opinion] : [];
    ids = [...new Set([...factsOf(c.must), ...factsOf(c.applies), ...opinion])];
    named.set(c, ids);
  }
  return ids;
}

function cells(c: CheckedCondition, program: Program, env: Environment): UsedFact[] {
  const table = program.specs.get(c.each);
  const list = env.facts.get(c.each);
  if (!table || list?.kind !== 'rows' || !c.must) return [];
  const columns = new Set<string>();
  walk(c.must, (n) => n.kind === 'column' && n.frame === 0 && columns.add(n.column));
  return list.items.flatMap((item) =>
    [...columns].flatMap((id): UsedFact[] => {
      const spec = table.columns.find((s) => s.id === id);
      const domain = item.value.cells.get(id);
      if (!spec || !domain) return [];
      const { value, unit } = shownValue(domain, spec.type);
      return [
        {
          id: `${table.id}.${id}`,
          label: spec.label,
          value,
          row: item.row,
          ...(unit === '' ? {} : { unit }),
        },
      ];
    }),
  );
}
