import { regionsFrom } from '@fuchi/values/region';
import type { CheckedGuide } from './checked-guide.ts';
import { treeFault } from './tree-fault.ts';

/** Counts up when a checked guide written before can no longer be loaded. */
const FORMAT = 4;

export type LoadedJson =
  | { readonly ok: true; readonly guide: CheckedGuide }
  /** Which part isn't what it must be, and why. */
  | { readonly ok: false; readonly code: GuideJsonFault; readonly path: string };

type GuideJsonFault = 'not-json' | 'not-a-guide' | 'other-format' | 'broken-part' | 'broken-tree';

/** A checked guide as text, with its digest: what is published, kept and sent to pages. */
export function guideToJson(guide: CheckedGuide): string {
  return JSON.stringify({ format: FORMAT, ...guide });
}

/**
 * A guide that was checked before it was written. What would let the engine stumble is looked at: that the parts are
 * there, and every expression a tree of known nodes; names, types and units were checked when it was written.
 * @example const loaded = guideFromJson(text); if (loaded.ok) compile(loaded.guide, 'data-product', NO_OPTIONS);
 */
export function guideFromJson(text: string): LoadedJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, code: 'not-json', path: '' };
  }
  if (!isRecord(value) || !isRecord(value['guide']) || !Array.isArray(value['lines'])) {
    return { ok: false, code: 'not-a-guide', path: '' };
  }
  const { format, ...guide } = value;
  if (format !== FORMAT) return { ok: false, code: 'other-format', path: 'format' };
  const path = missingPart(guide);
  if (path !== undefined) return { ok: false, code: 'broken-part', path };
  // Every part the engine reads is there, and of its kind.
  const checked = guide as unknown as CheckedGuide;
  const tree = brokenTree(checked);
  if (tree !== undefined) return { ok: false, code: 'broken-tree', path: tree };
  return { ok: true, guide: checked };
}

type Kind = 'text' | 'list' | 'map' | 'flag';

const PARTS: Readonly<Record<string, Kind>> = {
  guide: 'map',
  lines: 'list',
  call: 'list',
  callExcept: 'map',
  facts: 'map',
  consistency: 'list',
  tables: 'list',
  registers: 'list',
};
const GUIDE: Readonly<Record<string, Kind>> = {
  id: 'text',
  version: 'text',
  digest: 'text',
  units: 'list',
  lines: 'list',
  readings: 'list',
  forms: 'list',
};
const LINE: Readonly<Record<string, Kind>> = {
  id: 'text',
  title: 'text',
  mode: 'text',
  amountClause: 'text',
  notComputable: 'text',
  facts: 'list',
  conditions: 'list',
  consistency: 'list',
  steps: 'list',
  stages: 'list',
  readings: 'list',
  source: 'map',
};
const CONDITION: Readonly<Record<string, Kind>> = {
  clause: 'text',
  says: 'text',
  each: 'text',
  strength: 'text',
  opinion: 'text',
  hardUnder: 'text',
  readings: 'list',
};
const REGISTER: Readonly<Record<string, Kind>> = {
  id: 'text',
  title: 'text',
  keeper: 'text',
  subject: 'text',
  yearly: 'flag',
  once: 'flag',
  columns: 'list',
  settles: 'list',
};
const COLUMN: Readonly<Record<string, Kind>> = {
  spec: 'map',
  role: 'text',
  required: 'flag',
  emptyIsNone: 'flag',
};
const SETTLEMENT: Readonly<Record<string, Kind>> = {
  fact: 'text',
  year: 'text',
  by: 'map',
  papers: 'list',
};
const FACT: Readonly<Record<string, Kind>> = {
  id: 'text',
  label: 'text',
  type: 'map',
  least: 'text',
  most: 'text',
  integer: 'flag',
  options: 'list',
  columns: 'list',
  derivations: 'list',
};

function missingPart(guide: Readonly<Record<string, unknown>>): string | undefined {
  const lines = listOf(guide['lines']);
  const missing =
    lacking(guide, PARTS, '') ??
    lacking(guide['guide'], GUIDE, 'guide') ??
    first(lines, (line, i) => {
      const conditions = listOf(isRecord(line) ? line['conditions'] : undefined);
      return (
        lacking(line, LINE, `lines[${i}]`) ??
        first(conditions, (c, k) => lacking(c, CONDITION, `lines[${i}].conditions[${k}]`))
      );
    }) ??
    first(listOf(guide['call']), (c, i) => lacking(c, CONDITION, `call[${i}]`)) ??
    first(Object.entries(mapOf(guide['facts'])), ([id, fact]) =>
      lackingFact(fact, `facts.${id}`),
    ) ??
    first(listOf(guide['registers']), (r, i) => lackingRegister(r, `registers[${i}]`));
  if (missing !== undefined) return missing;
  return regionsFrom(mapOf(guide['guide'])['regions']).ok ? undefined : 'guide.regions';
}

function lackingFact(fact: unknown, path: string): string | undefined {
  return (
    lacking(fact, FACT, path) ??
    first(listOf(mapOf(fact)['columns']), (c, i) => lackingFact(c, `${path}.columns[${i}]`))
  );
}

function lackingRegister(register: unknown, path: string): string | undefined {
  const { columns, settles } = mapOf(register);
  return (
    lacking(register, REGISTER, path) ??
    first(
      listOf(columns),
      (c, i) =>
        lacking(c, COLUMN, `${path}.columns[${i}]`) ??
        lackingFact(mapOf(c)['spec'], `${path}.columns[${i}].spec`),
    ) ??
    first(listOf(settles), (s, i) => lacking(s, SETTLEMENT, `${path}.settles[${i}]`))
  );
}

function lacking(
  value: unknown,
  parts: Readonly<Record<string, Kind>>,
  path: string,
): string | undefined {
  if (!isRecord(value)) return path;
  for (const key in parts) {
    if (!isOfKind(value[key], parts[key])) return path === '' ? key : `${path}.${key}`;
  }
  return undefined;
}

function isOfKind(value: unknown, kind: Kind | undefined): boolean {
  if (kind === 'list') return Array.isArray(value);
  if (kind === 'map') return isRecord(value);
  return typeof value === (kind === 'text' ? 'string' : 'boolean');
}

function brokenTree(guide: CheckedGuide): string | undefined {
  const trees: [string, unknown][] = [];
  const some = (path: string, tree: unknown) => {
    if (tree !== undefined) trees.push([path, tree]);
  };
  const facts = (path: string, fact: CheckedGuide['facts'][string]) => {
    for (const [i, d] of fact.derivations.entries()) {
      trees.push([`${path}.derivations[${i}]`, mapOf(d)['node']]);
    }
    for (const column of fact.columns) facts(`${path}.${column.id}`, column);
  };
  for (const [id, fact] of Object.entries(guide.facts)) facts(`facts.${id}`, fact);
  for (const rule of guide.consistency) trees.push(['consistency', rule.must]);
  for (const { id, settles } of guide.registers) {
    for (const { fact, by } of settles) {
      trees.push([`registers.${id}.${fact}`, by.kind === 'value' ? by.node : by.among]);
    }
  }
  for (const c of guide.call) {
    some(`call.${c.clause}`, c.must);
    some(`call.${c.clause}`, c.applies);
  }
  for (const line of guide.lines) {
    const at = (part: string) => `lines.${line.id}.${part}`;
    for (const c of line.conditions) {
      some(at(c.clause), c.must);
      some(at(c.clause), c.applies);
    }
    for (const rule of line.consistency) trees.push([at('consistency'), rule.must]);
    for (const step of line.steps) trees.push([at(step.id), step.node]);
    for (const stage of line.stages) some(at(stage.stage), stage.amount);
    some(at('cap'), line.cap);
    some(at('premise'), line.premise?.must);
  }
  return trees.find(([, tree]) => treeFault(tree))?.[0];
}

function first<T>(
  items: readonly T[],
  fault: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [i, item] of items.entries()) {
    const found = fault(item, i);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
