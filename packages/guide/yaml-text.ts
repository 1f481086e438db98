import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Faults } from './diagnostic.ts';
import type { Place } from './place.ts';

/** A node of a guide file. Scalars are text: `0.10` stays `0.10`. */
export type Node = MapNode | ListNode | TextNode;
export interface MapNode {
  readonly kind: 'map';
  readonly at: Place;
  readonly entries: readonly Entry[];
}
export interface Entry {
  readonly key: string;
  readonly keyAt: Place;
  readonly value: Node;
}
export interface ListNode {
  readonly kind: 'list';
  readonly at: Place;
  readonly items: readonly Node[];
}
export interface TextNode {
  readonly kind: 'text';
  readonly at: Place;
  readonly text: string;
  /** A block or quoted scalar's characters don't map one to one on columns. */
  readonly plain: boolean;
}

/** Limits of one guide file: what a person writes is far below them. */
export const MAX_CHARACTERS = 1_000_000;
const MAX_DEPTH = 24;

/**
 * Reads one YAML file as text nodes with places.
 * Duplicate keys, anchors, aliases, tags and more than 24 levels are faults; so is broken YAML.
 * @returns the root node, or undefined when the file can't be read at all
 * @example readYaml('a.yaml', '比例: 0.10', faults) // {kind:'map', entries:[{key:'比例', value:{text:'0.10'}}]}
 */
export function readYaml(file: string, source: string, faults: Faults): Node | undefined {
  const start: Place = { file, line: 1, column: 1 };
  if (source.length > MAX_CHARACTERS) {
    faults.add(start, 'file-too-large', { limit: String(MAX_CHARACTERS) });
    return undefined;
  }
  const deep = tooDeep(source);
  if (deep !== undefined) {
    faults.add({ file, line: deep, column: 1 }, 'too-deep', { limit: String(MAX_DEPTH) });
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(source, {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  for (const error of [...document.errors, ...document.warnings]) {
    faults.add(place(error.pos[0]), 'broken-yaml', { reason: error.code });
  }
  if (document.errors.length > 0) return undefined;

  const read = (node: unknown, fallback: Place, depth: number): Node => {
    if (depth > MAX_DEPTH) {
      faults.add(fallback, 'too-deep', { limit: String(MAX_DEPTH) });
      return { kind: 'text', at: fallback, text: '', plain: true };
    }
    if (isAlias(node)) {
      faults.add(fallback, 'yaml-alias', { name: node.source });
      return { kind: 'text', at: fallback, text: '', plain: true };
    }
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) {
      return { kind: 'text', at: fallback, text: '', plain: true };
    }
    const at = node.range ? place(node.range[0]) : fallback;
    if (node.anchor) faults.add(at, 'yaml-anchor', { name: node.anchor });
    if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) {
      faults.add(at, 'yaml-tag', { name: node.tag });
    }
    if (isScalar(node)) {
      const text = node.value === null || node.value === undefined ? '' : String(node.value);
      return { kind: 'text', at, text, plain: node.type === 'PLAIN' };
    }
    if (isSeq(node)) {
      return { kind: 'list', at, items: node.items.map((item) => read(item, at, depth + 1)) };
    }
    const seen = new Map<string, Place>();
    const entries: Entry[] = [];
    for (const pair of node.items) {
      const key = read(pair.key, at, depth + 1);
      if (key.kind !== 'text') {
        faults.add(key.at, 'key-not-text');
        continue;
      }
      const first = seen.get(key.text);
      if (first) {
        faults.add(key.at, 'duplicate-key', { key: key.text, line: String(first.line) });
        continue;
      }
      seen.set(key.text, key.at);
      entries.push({ key: key.text, keyAt: key.at, value: read(pair.value, key.at, depth + 1) });
    }
    return { kind: 'map', at, entries };
  };
  return read(document.contents, start, 0);
}

/** The line on which bracket nesting passes the limit, found before the YAML parser recurses into it. */
function tooDeep(source: string): number | undefined {
  let depth = 0;
  let line = 1;
  for (let i = 0; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === 10) line++;
    else if (c === 91 || c === 123) {
      if (++depth > 200) return line;
    } else if ((c === 93 || c === 125) && depth > 0) depth--;
  }
  let spaces = 0;
  let atStart = true;
  line = 1;
  for (let i = 0; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === 10) {
      line++;
      spaces = 0;
      atStart = true;
    } else if (atStart && (c === 32 || c === 45)) {
      if (++spaces > 400) return line;
    } else atStart = false;
  }
  return undefined;
}
