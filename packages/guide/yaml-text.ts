import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml';
import { brokenYaml } from './broken-yaml.ts';
import type { Faults } from './diagnostic.ts';
import type { Place, Text } from './place.ts';
import { spelling } from './spelling.ts';
import { limitFault, MAX_DEPTH } from './yaml-limits.ts';

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
/** A scalar, placed at its first character of text: behind the quote of a quoted one. */
export interface TextNode extends Text {
  readonly kind: 'text';
}

/** More faults of YAML itself in one file say nothing more. */
const MAX_FAULTS = 50;

/**
 * Reads one YAML file as text nodes with places.
 * Duplicate keys, anchors, aliases, tags and more than 24 levels are faults; so is broken YAML.
 * @returns the root node, or undefined when the file can't be read at all
 * @example readYaml('a.yaml', '比例: 0.10', faults) // {kind:'map', entries:[{key:'比例', value:{text:'0.10'}}]}
 */
export function readYaml(file: string, written: string, faults: Faults): Node | undefined {
  const source = written.startsWith('\ufeff') ? written.slice(1) : written;
  const limit = limitFault(file, source);
  if (limit) {
    faults.add(limit.at, limit.code, limit.facts);
    return undefined;
  }
  const lines = new LineCounter();
  // Not 'silent': the parser would then drop a second document without a word.
  const document = parseDocument(source, {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  for (const error of tellingErrors(document.errors, lines).slice(0, MAX_FAULTS)) {
    const fault = brokenYaml(error, source, document.contents);
    faults.add(place(fault.offset), fault.code, fault.facts);
  }
  if (document.errors.length > 0) return undefined;
  return new NodeReader(source, place, faults).read(document.contents, place(0), 0);
}

/** Tabs alone, where there are any, and one error of a line: the others only follow from these. */
function tellingErrors(errors: readonly YAMLParseError[], lines: LineCounter): YAMLParseError[] {
  const tabs = errors.filter((e) => e.code === 'TAB_AS_INDENT');
  const telling = tabs.length > 0 ? tabs : errors;
  const seen = new Set<number>();
  return telling.filter((e) => {
    const { line } = lines.linePos(e.pos[0]);
    return !seen.has(line) && seen.add(line);
  });
}

/** Turns the YAML parser's nodes into text nodes, and refuses what a guide doesn't need of YAML. */
class NodeReader {
  private readonly source: string;
  private readonly place: (offset: number) => Place;
  private readonly faults: Faults;

  constructor(source: string, place: (offset: number) => Place, faults: Faults) {
    this.source = source;
    this.place = place;
    this.faults = faults;
  }

  read(node: unknown, fallback: Place, depth: number): Node {
    const nothing: Node = { kind: 'text', at: fallback, text: '' };
    if (depth > MAX_DEPTH) {
      this.faults.add(fallback, 'too-deep', { limit: String(MAX_DEPTH) });
      return nothing;
    }
    if (isAlias(node)) {
      const at = node.range ? this.place(node.range[0]) : fallback;
      this.faults.add(at, 'yaml-alias', { name: node.source });
      return nothing;
    }
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return nothing;
    const at = node.range ? this.place(node.range[0]) : fallback;
    if (node.anchor) this.faults.add(at, 'yaml-anchor', { name: node.anchor });
    if (node.tag) {
      this.faults.add(at, 'yaml-tag', { name: node.tag.replace('tag:yaml.org,2002:', '!!') });
    }
    if (isScalar(node)) return this.scalar(node, at);
    if (isMap(node)) return this.map(node, at, depth);
    return { kind: 'list', at, items: node.items.map((item) => this.read(item, at, depth + 1)) };
  }

  private scalar(node: Scalar, at: Place): TextNode {
    const text = node.value === null || node.value === undefined ? '' : String(node.value);
    const raw = node.range ? this.source.slice(node.range[0], node.range[1]) : '';
    return { kind: 'text', text, ...spelling(raw, at) };
  }

  private map(node: YAMLMap, at: Place, depth: number): MapNode {
    const seen = new Map<string, Place>();
    const entries: Entry[] = [];
    for (const pair of node.items) {
      const key = this.read(pair.key, at, depth + 1);
      if (key.kind !== 'text') {
        this.faults.add(key.at, 'key-not-text');
        continue;
      }
      const first = seen.get(key.text);
      if (first) {
        this.faults.add(key.at, 'duplicate-key', { key: key.text, line: String(first.line) });
        continue;
      }
      // `{ 须: min(甲, 乙) }` is two entries to YAML, the second without a value.
      if (node.flow && pair.value === null) {
        this.faults.add(key.at, 'key-without-value', { key: key.text });
        const cut = entries.pop();
        if (cut)
          entries.push(
            cut.value.kind === 'text' ? { ...cut, value: { ...cut.value, missing: true } } : cut,
          );
        continue;
      }
      seen.set(key.text, key.at);
      entries.push({
        key: key.text,
        keyAt: key.at,
        value: this.read(pair.value, key.at, depth + 1),
      });
    }
    return { kind: 'map', at, entries };
  }
}
