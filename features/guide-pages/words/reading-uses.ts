import { closure } from '@fuchi/policy/check/fact-use';
import type { CheckedGuide, CheckedLine, FactSpec } from '@fuchi/policy/checked-guide';
import type { Checked } from '@fuchi/policy/checked-tree';
import { factsOf, readingsOf, walk } from '@fuchi/policy/walk';

/** Which lines rest on a reading, and which conditions of the yearly call. */
export interface ReadingUse {
  readonly lines: readonly string[];
  readonly call: readonly string[];
}

/** Every reading of the guide with what rests on it. One that nothing names holds for the whole guide. */
export function readingUses(guide: CheckedGuide): ReadonlyMap<string, ReadingUse> {
  const byLine = guide.lines.map((line) => ({
    id: line.id,
    readings: readingsOfLine(guide, line),
  }));
  return new Map(
    guide.guide.readings.map(({ id }) => [
      id,
      {
        lines: byLine.filter((l) => l.readings.has(id)).map((l) => l.id),
        call: guide.call.filter((c) => c.readings.includes(id)).map((c) => c.clause),
      },
    ]),
  );
}

/** The readings a line's conditions, amount, quota, facts, definitions and named figures rest on. */
export function readingsOfLine(guide: CheckedGuide, line: CheckedLine): ReadonlySet<string> {
  const { quota, figures } = line.source;
  const trees = treesOf(line);
  const facts = new Map(Object.entries(guide.facts));
  const asked = closure([...line.facts, ...trees.flatMap(factsOf)], facts);
  const specs = asked.flatMap((id) => facts.get(id) ?? []);
  const terms = new Set(specs.flatMap(definitionsOf));
  const derived = specs.flatMap(derivationsOf);
  const named = namesIn([...trees, ...derived]);
  const texts = [
    ...(quota?.readings ?? []),
    ...figures.flatMap((f) => f.readings),
    ...guide.guide.definitions.filter((d) => terms.has(d.id)).flatMap((d) => d.readings),
    ...[...guide.guide.figures, ...guide.guide.calendars]
      .filter((f) => named.has(f.id))
      .flatMap((f) => f.readings),
  ];
  const ids = [
    ...line.readings,
    ...line.conditions.flatMap((c) => [...c.readings, c.hardUnder]),
    ...[...trees, ...derived].flatMap(readingsOf),
    ...texts.map((t) => t.text),
    line.computableUnder,
  ];
  return new Set(ids.filter((id) => id !== ''));
}

function treesOf(line: CheckedLine): Checked[] {
  return [
    ...line.conditions.flatMap((c) => [c.must, c.applies]),
    ...line.steps.map((s) => s.node),
    ...line.stages.map((s) => s.amount),
    line.cap,
    line.premise?.must,
  ].flatMap((tree) => tree ?? []);
}

function derivationsOf(spec: FactSpec): Checked[] {
  return [...spec.derivations.map((d) => d.node), ...spec.columns.flatMap(derivationsOf)];
}

function definitionsOf(spec: FactSpec): string[] {
  return [spec.definition, ...spec.columns.flatMap(definitionsOf)];
}

function namesIn(trees: readonly Checked[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const tree of trees) {
    walk(tree, (n) => {
      if (n.kind === 'literal' && n.name !== undefined) names.add(n.name);
    });
  }
  return names;
}
