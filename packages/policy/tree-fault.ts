import type { Checked } from './checked-tree.ts';

/** What each node must have below it: nodes, lists of nodes, texts. */
interface Shape {
  readonly nodes?: readonly string[];
  readonly lists?: readonly string[];
  readonly texts?: readonly string[];
}

const SHAPES: Readonly<Record<Checked['kind'], Shape>> = {
  literal: { texts: ['value', 'clause', 'written'] },
  reading: { texts: ['id'] },
  fact: { texts: ['fact'] },
  step: { texts: ['step'] },
  column: { texts: ['table', 'column'] },
  compare: { nodes: ['left', 'right'], texts: ['op'] },
  within: { nodes: ['of'] },
  has: { nodes: ['of'], texts: ['option'] },
  and: { lists: ['items'] },
  or: { lists: ['items'] },
  not: { nodes: ['of'] },
  arithmetic: { nodes: ['left', 'right'], texts: ['op'] },
  move: { nodes: ['date', 'by'] },
  negate: { nodes: ['of'] },
  if: { nodes: ['when', 'whenTrue', 'otherwise'] },
  least: { lists: ['items'] },
  greatest: { lists: ['items'] },
  round: { nodes: ['of'], texts: ['mode', 'quantum'] },
  'between-dates': { nodes: ['from', 'to'], texts: ['unit'] },
  'end-of-month': { nodes: ['of'] },
  lookup: { nodes: ['at'], texts: ['table', 'column'] },
  attribute: { nodes: ['of'], texts: ['name'] },
  filter: { nodes: ['list', 'keep'] },
  qualified: { nodes: ['list'] },
  project: { nodes: ['list', 'body'] },
  aggregate: { nodes: ['list'], texts: ['op'] },
  some: { nodes: ['list', 'body'] },
  every: { nodes: ['list', 'body'] },
};

/** Deeper than any expression the checker lets through. */
const MAX_DEPTH = 200;
const FRACTION = /^-?\d{1,60}\/\d{1,60}$/;

/** Whether a value isn't a tree the engine can evaluate: an unknown node, a part that is missing, a number that is none. */
export function treeFault(value: unknown, depth = 0): boolean {
  if (!isRecord(value) || depth > MAX_DEPTH || !isRecord(value['type'])) return true;
  const { kind } = value;
  const shape = shapes.get(kind);
  if (!shape) return true;
  const { texts = NO_KEYS, nodes = NO_KEYS, lists = NO_KEYS } = shape;
  for (const key of texts) if (typeof value[key] !== 'string') return true;
  if (kind === 'literal' && numberFault(value)) return true;
  if (kind === 'round' && !FRACTION.test(String(value['quantum']))) return true;
  for (const key of nodes) if (treeFault(value[key], depth + 1)) return true;
  for (const key of lists) if (listFault(value[key], depth + 1, treeFault)) return true;
  return kind === 'within' && listFault(value['tests'], depth + 1, testFault);
}

/** A guide has tens of thousands of nodes, and each is looked at whenever it is loaded. */
const shapes: ReadonlyMap<unknown, Shape> = new Map(Object.entries(SHAPES));
const NO_KEYS: readonly string[] = [];

function numberFault(literal: Readonly<Record<string, unknown>>): boolean {
  const { type, value } = literal;
  return isRecord(type) && type['kind'] === 'number' && !FRACTION.test(String(value));
}

function testFault(test: unknown, depth: number): boolean {
  if (!isRecord(test)) return true;
  if (test['kind'] === 'value') return treeFault(test['value'], depth);
  return test['kind'] !== 'range' || treeFault(test['from'], depth) || treeFault(test['to'], depth);
}

function listFault(
  list: unknown,
  depth: number,
  fault: (item: unknown, depth: number) => boolean,
): boolean {
  if (!Array.isArray(list) || list.length === 0) return true;
  for (const item of list) if (fault(item, depth)) return true;
  return false;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
