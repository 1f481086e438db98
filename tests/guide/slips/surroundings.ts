import { nearest } from '@fuchi/guide/reader';
import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import type { Surroundings } from './slip.ts';

/** What the operators look up in the guide without slips. */
export function surroundingsOf({ guide, facts }: CheckedGuide): Surroundings {
  const specs = Object.values(facts);
  const key = (f: FactSpec) => JSON.stringify(f.type);
  const lineOf = new Map(
    guide.lines.flatMap((l) => l.facts.map((f) => [f.id, `lines/${l.id}.yaml`])),
  );
  const columns = specs.flatMap((f) => [f, ...f.columns]).filter((f) => f.columns.length > 0);
  const alike = (name: string) => {
    const spec = facts[name];
    if (!spec) return [];
    const ids = specs.filter((f) => key(f) === key(spec)).map((f) => f.id);
    const at = ids.indexOf(name);
    return ids
      .filter((id) => id !== name)
      .sort((a, b) => Math.abs(ids.indexOf(a) - at) - Math.abs(ids.indexOf(b) - at));
  };
  const options = specs.flatMap((f) => [f, ...f.columns]).filter((f) => f.options.length > 1);
  return {
    alike: (name, file) => ({
      own: alike(name).filter((id) => [undefined, file].includes(lineOf.get(id))),
      others: alike(name).filter((id) => ![undefined, file].includes(lineOf.get(id))),
    }),
    similar: (name) => nearest(name, alike(name)),
    columnsAlike: (column) =>
      columns.flatMap((table) => {
        const own = table.columns.find((c) => c.id === column);
        return own
          ? table.columns.filter((c) => c.id !== column && key(c) === key(own)).map((c) => c.id)
          : [];
      }),
    optionsBeside: (option) =>
      options.find((f) => f.options.includes(option))?.options.filter((o) => o !== option) ?? [],
    tables: specs.filter((f) => f.kind === '明细').map((f) => f.id),
    readings: guide.readings.map((r) => r.id),
    lines: guide.lines.map((l) => l.id),
    quotas: guide.quotas.map((q) => q.id),
    calendars: guide.calendars.map((c) => c.id),
    units: guide.units,
  };
}
