import type { Assessment } from '@fuchi/policy/assess/assessment';
import type { CheckedGuide, CheckedLine, FactSpec } from '@fuchi/policy/checked-guide';
import type { Checked } from '@fuchi/policy/checked-tree';

/** A fault put into what the engine is given, or into what it answers; the oracle sees the guide as it is. */
export interface Planted {
  readonly says: string;
  readonly line: string;
  readonly guide?: (guide: CheckedGuide) => CheckedGuide;
  readonly answer?: (a: Assessment) => Assessment;
}

/** Changes the trees of one line: conditions, steps and stages. */
function inLine(id: string, on: (node: Checked) => Checked): (guide: CheckedGuide) => CheckedGuide {
  const tree = (node: Checked): Checked => mapped(node, on);
  const maybe = (node: Checked | undefined) => node && tree(node);
  const change = (l: CheckedLine): CheckedLine => ({
    ...l,
    conditions: l.conditions.map((c) => ({ ...c, must: maybe(c.must), applies: maybe(c.applies) })),
    steps: l.steps.map((s) => ({ ...s, node: tree(s.node) })),
    stages: l.stages.map((s) => ({ ...s, amount: maybe(s.amount) })),
  });
  return (guide) => ({ ...guide, lines: guide.lines.map((l) => (l.id === id ? change(l) : l)) });
}

/** The tree with every node changed, parts first: a node is any object in it with a kind and a type. */
function mapped(node: Checked, on: (node: Checked) => Checked): Checked {
  const inside = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(inside);
    if (typeof part !== 'object' || part === null) return part;
    if ('kind' in part && 'type' in part) return mapped(part as Checked, on);
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, inside(value)]));
  };
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    key === 'type' ? value : inside(value),
  ]);
  return on(Object.fromEntries(entries) as Checked);
}

function compare(from: string, to: '<' | '<=' | '>' | '>=') {
  return (n: Checked): Checked => (n.kind === 'compare' && n.op === from ? { ...n, op: to } : n);
}

function facts(change: (spec: FactSpec) => FactSpec): (guide: CheckedGuide) => CheckedGuide {
  return (guide) => ({
    ...guide,
    facts: Object.fromEntries(Object.entries(guide.facts).map(([id, s]) => [id, change(s)])),
  });
}

function lines(id: string, change: (l: CheckedLine) => CheckedLine) {
  return (guide: CheckedGuide): CheckedGuide => ({
    ...guide,
    lines: guide.lines.map((l) => (l.id === id ? change(l) : l)),
  });
}

export const PLANTED: readonly Planted[] = [
  {
    says: '不低于当成高于',
    line: 'data-product',
    guide: inLine('data-product', compare('>=', '>')),
  },
  {
    says: '不晚于当成早于',
    line: 'core-technology',
    guide: inLine('core-technology', compare('<=', '<')),
  },
  {
    says: '且当成或',
    line: 'green-upgrade',
    guide: inLine('green-upgrade', (n) => (n.kind === 'and' ? { ...n, kind: 'or' } : n)),
  },
  {
    says: '封顶没有用上',
    line: 'smart-factory',
    guide: inLine('smart-factory', (n) => (n.kind === 'least' ? (n.items[0] ?? n) : n)),
  },
  {
    says: '取小当成取大',
    line: 'innovation-centre',
    guide: inLine('innovation-centre', (n) =>
      n.kind === 'least' ? { ...n, kind: 'greatest' } : n,
    ),
  },
  {
    says: '少了一个条件',
    line: 'information-consumption',
    guide: lines('information-consumption', (l) => ({ ...l, conditions: l.conditions.slice(1) })),
  },
  {
    says: '首批比例写错',
    line: 'green-upgrade',
    guide: lines('green-upgrade', (l) => ({
      ...l,
      stages: l.stages.map((s) => (s.share === '' ? s : { ...s, share: '51/100' })),
    })),
  },
  {
    says: '求和漏了筛选',
    line: 'talent-training',
    guide: inLine('talent-training', (n) =>
      n.kind === 'filter' ? { ...n.list, type: n.type } : n,
    ),
  },
  {
    says: '全部当成有一个',
    line: 'talent-training',
    guide: inLine('talent-training', (n) => (n.kind === 'every' ? { ...n, kind: 'some' } : n)),
  },
  {
    says: '求和当成取最大',
    line: 'tech-upgrade',
    guide: facts((spec) => ({
      ...spec,
      derivations: spec.derivations.map((d) => ({ ...d, node: mapped(d.node, sumAsMost) })),
    })),
  },
  {
    says: '利息按365天',
    line: 'tech-upgrade',
    guide: facts((spec) => ({ ...spec, columns: spec.columns.map(by365) })),
  },
  {
    says: '未知当成否',
    line: 'sme-platform',
    answer: (a) =>
      a.verdict === 'undetermined' ? { ...a, verdict: 'ineligible', ceiling: null } : a,
  },
  {
    says: '未知当成是',
    line: 'xinchuang-lab',
    answer: (a) => (a.verdict === 'undetermined' ? { ...a, verdict: 'eligible' } : a),
  },
  {
    says: '已定的说成待定',
    line: 'industrial-security',
    answer: (a) => ({ ...a, verdict: 'undetermined' }),
  },
  {
    says: '不适用说成不符合',
    line: 'service-upgrade',
    answer: (a) => ({
      ...a,
      conditions: a.conditions.map((c) =>
        c.outcome === 'not-applicable' ? { ...c, outcome: 'unmet' } : c,
      ),
    }),
  },
  {
    says: '区间的下端高了一分钱',
    line: 'sme-welfare-platform',
    answer: (a) =>
      a.ceiling && 'atLeast' in a.ceiling
        ? { ...a, ceiling: { ...a.ceiling, atLeast: `${Number(a.ceiling.atLeast) + 0.000001}` } }
        : a,
  },
  {
    says: '区间的上端不封',
    line: 'cluster-organisation',
    answer: (a) =>
      a.ceiling && 'atLeast' in a.ceiling ? { ...a, ceiling: { ...a.ceiling, atMost: null } } : a,
  },
  {
    says: '余额不扣已拨付的',
    line: 'core-technology',
    answer: (a) => ({
      ...a,
      stages: a.stages.map((s, i) =>
        i > 0 && s.amount !== undefined && a.ceiling && 'amount' in a.ceiling
          ? { ...s, amount: a.ceiling.amount }
          : s,
      ),
    }),
  },
];

function sumAsMost(n: Checked): Checked {
  return n.kind === 'aggregate' && n.op === 'sum' ? { ...n, op: 'max' } : n;
}

function by365(column: FactSpec): FactSpec {
  const days = (n: Checked): Checked =>
    n.kind === 'literal' && n.written === '360天' ? { ...n, value: '365/1' } : n;
  const derivations = column.derivations.map((d) => ({ ...d, node: mapped(d.node, days) }));
  return { ...column, derivations, columns: column.columns.map(by365) };
}
