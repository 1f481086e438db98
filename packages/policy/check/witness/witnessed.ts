import type { Condition } from '@fuchi/guide/guide';
import { settle } from '../../assess/settle.ts';
import type { CheckedCondition, CheckedGuide, CheckedLine, FactSpec } from '../../checked-guide.ts';
import type { Checked } from '../../checked-tree.ts';
import { factsOf, walk } from '../../walk.ts';
import { closure } from '../fact-use.ts';
import { NO_READINGS, type Witnessed } from './witness.ts';

type Facts = ReadonlyMap<string, FactSpec>;

/** Every expression of a guide that has a sentence beside it. */
export function witnessed(guide: CheckedGuide): Witnessed[] {
  const facts: Facts = new Map(Object.entries(guide.facts));
  const lines = guide.lines.flatMap((line) => [
    ...line.conditions.flatMap((c, i) => ofCondition(c, line.source.conditions[i], facts)),
    ...ofAmount(line, facts),
  ]);
  const call = guide.call.flatMap((c, i) => ofCondition(c, guide.guide.call[i], facts));
  const derived = ofDerivations(guide, facts);
  return [...lines, ...call, ...derived, ...ofNamed(guide, [...lines, ...call, ...derived])];
}

function ofCondition(
  c: CheckedCondition,
  source: Condition | undefined,
  facts: Facts,
): Witnessed[] {
  const at = source?.must?.at;
  if (!c.must || !at) return [];
  const all = c.applies ? [c.must, c.applies] : [c.must];
  const ids = closure(all.flatMap(factsOf), facts);
  const more = [...all.slice(1), ...ids.flatMap((id) => derivations(facts.get(id)))];
  const beside = besideOf(ids, facts);
  return [
    {
      at,
      text: source.must,
      trees: [c.must],
      says: c.says,
      whole: true,
      beside,
      more,
      idle: isIdle(c),
    },
  ];
}

/** Whether a condition applies to nobody under the default readings. */
export function isIdle(c: CheckedCondition): boolean {
  const applies = c.applies && settle(c.applies, NO_READINGS);
  return applies?.kind === 'literal' && applies.value === 'false';
}

function ofAmount(line: CheckedLine, facts: Facts): Witnessed[] {
  const subsidy = line.source.subsidy;
  // Steps of an amount that a round has to allow first are no part of what the guide promises.
  const steps = line.notComputable === '' ? line.steps.map((s) => s.node) : [];
  const trees = [...steps, ...(line.cap ? [line.cap] : [])];
  if (!subsidy || trees.length === 0) return [];
  const says = [subsidy.says, ...subsidy.steps.map((s) => s.says)].join('。');
  const ids = closure(trees.flatMap(factsOf), facts);
  const stages = line.stages.flatMap((s) => (s.amount ? [s.amount] : []));
  const more = [...stages, ...ids.flatMap((id) => derivations(facts.get(id)))];
  const beside = besideOf(ids, facts);
  const at = subsidy.cap?.at ?? subsidy.at;
  return [{ at, trees, says, whole: true, beside, more, idle: false }];
}

/** A derived fact's label and explanation speak of some of its figures. */
function ofDerivations(guide: CheckedGuide, facts: Facts): Witnessed[] {
  const sources = [...guide.guide.facts, ...guide.guide.lines.flatMap((l) => l.facts)];
  return sources.flatMap((source): Witnessed[] => {
    const spec = facts.get(source.id);
    const at = source.derivations[0]?.at;
    if (!spec || !at) return [];
    const says = [spec.label, spec.says].join('。');
    return [
      { at, trees: derivations(spec), says, whole: false, beside: '', more: [], idle: false },
    ];
  });
}

/** Figures and periods with a name and an explanation of their own. */
function ofNamed(guide: CheckedGuide, used: readonly Witnessed[]): Witnessed[] {
  const found = new Map<string, Checked[]>();
  for (const tree of used.flatMap((w) => w.trees)) {
    walk(tree, (n) => {
      if (n.kind !== 'literal' || n.name === undefined) return;
      found.set(n.name, [...(found.get(n.name) ?? []), n]);
    });
  }
  const { calendars, figures, lines } = guide.guide;
  return [...calendars, ...figures, ...lines.flatMap((l) => l.figures)].flatMap(
    (v): Witnessed[] => {
      const trees = found.get(v.id);
      if (!trees || v.says === '') return [];
      return [
        { at: v.value.at, trees, says: v.says, whole: false, beside: '', more: [], idle: false },
      ];
    },
  );
}

function besideOf(ids: readonly string[], facts: Facts): string {
  return ids.flatMap((id) => words(facts.get(id))).join('。');
}

function words(spec: FactSpec | undefined): string[] {
  if (!spec) return [];
  return [spec.label, spec.says, spec.question, ...spec.options, ...spec.columns.flatMap(words)];
}

function derivations(spec: FactSpec | undefined): Checked[] {
  if (!spec) return [];
  return [...spec.derivations.map((d) => d.node), ...spec.columns.flatMap(derivations)];
}
