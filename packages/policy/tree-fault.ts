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
  const shape = typeof kind === 'string' && isKind(kind) ? SHAPES[kind] : undefined;
  if (!shape) return true;
  if (shape.texts?.some((key) => typeof value[key] !== 'string')) return true;
  if (kind === 'literal' && numberFault(value)) return true;
  if (kind === 'round' && !FRACTION.test(String(value['quantum']))) return true;
  if (shape.nodes?.some((key) => treeFault(value[key], depth + 1))) return true;
  if (shape.lists?.some((key) => listFault(value[key], (part) => treeFault(part, depth + 1))))
    return true;
  return kind === 'within' && listFault(value['tests'], (test) => testFault(test, depth + 1));
}

function isKind(kind: string): kind is Checked['kind'] {
  return Object.hasOwn(SHAPES, kind);
}

function numberFault(literal: Readonly<Record<string, unknown>>): boolean {
  const { type, value } = literal;
  return isRecord(type) && type['kind'] === 'number' && !FRACTION.test(String(value));
}

function testFault(test: unknown, depth: number): boolean {
  if (!isRecord(test)) return true;
  if (test['kind'] === 'value') return treeFault(test['value'], depth);
  return test['kind'] !== 'range' || treeFault(test['from'], depth) || treeFault(test['to'], depth);
}

function listFault(list: unknown, fault: (item: unknown) => boolean): boolean {
  return !Array.isArray(list) || list.length === 0 || list.some(fault);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
