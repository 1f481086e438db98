import { editDistance } from '@fuchi/values/edit-distance';
import type { Faults } from './diagnostic.ts';
import type { Place, Text } from './place.ts';
import type { Entry, MapNode, Node } from './yaml-text.ts';

/**
 * Reads a map with a closed list of keys. Keys asked for and not there, keys that nobody asked
 * for and values of the wrong kind are faults; reading goes on after each.
 */
export class MapReader {
  private readonly asked = new Set<string>();
  private readonly entries: ReadonlyMap<string, Entry>;
  readonly at: Place;
  private readonly faults: Faults;

  constructor(node: Node, faults: Faults) {
    this.at = node.at;
    this.faults = faults;
    if (node.kind !== 'map') {
      faults.add(node.at, 'not-a-map');
      this.entries = new Map();
    } else this.entries = new Map(node.entries.map((e) => [e.key, e]));
  }

  has(key: string): boolean {
    this.asked.add(key);
    return this.entries.has(key);
  }

  node(key: string): Node | undefined {
    this.asked.add(key);
    return this.entries.get(key)?.value;
  }

  keyAt(key: string): Place {
    return this.entries.get(key)?.keyAt ?? this.at;
  }

  /** A text that may be missing. */
  optional(key: string): Text | undefined {
    const node = this.node(key);
    return node === undefined ? undefined : textOf(node, this.faults);
  }

  /** A text that must be there. */
  required(key: string): Text {
    const text = this.optional(key);
    if (text !== undefined) {
      if (text.text !== '') return text;
      this.faults.add(text.at, 'empty-value', { key });
      return { ...text, missing: true };
    }
    this.faults.add(this.at, 'missing-key', { key });
    return { text: '', at: this.at, missing: true };
  }

  /** A text or a list of texts, as a list. */
  texts(key: string): Text[] {
    const node = this.node(key);
    if (node === undefined) return [];
    return textsOf(node, this.faults);
  }

  /** A list of nodes; one node alone counts as a list of one. */
  list(key: string): readonly Node[] {
    const node = this.node(key);
    if (node === undefined) return [];
    return node.kind === 'list' ? node.items : [node];
  }

  /** The entries of a map below `key`. */
  map(key: string): readonly Entry[] {
    const node = this.node(key);
    if (node === undefined) return [];
    if (node.kind === 'map') return node.entries;
    this.faults.add(node.at, 'not-a-map');
    return [];
  }

  /** One of a closed list of words. */
  word<W extends string>(key: string, words: readonly W[]): W | undefined {
    const text = this.optional(key);
    if (text === undefined) return undefined;
    const word = words.find((w) => w === text.text);
    if (word === undefined) {
      this.faults.add(text.at, 'not-a-word', {
        key,
        given: text.text,
        words: words.join('、'),
        nearest: nearest(text.text, words) ?? '',
      });
    }
    return word;
  }

  /** 是 or 否. */
  flag(key: string): boolean {
    return this.word(key, ['是', '否']) === '是';
  }

  /** Reports every key nobody asked for. */
  close(): void {
    for (const [key, entry] of this.entries) {
      if (this.asked.has(key)) continue;
      this.faults.add(entry.keyAt, 'unknown-key', {
        key,
        nearest: nearest(key, [...this.asked]) ?? '',
        words: [...this.asked].join('、'),
      });
    }
  }
}

export function textOf(node: Node, faults: Faults): Text {
  if (node.kind === 'text') {
    const { kind: _, ...text } = node;
    return text;
  }
  faults.add(node.at, 'not-a-text');
  return { text: '', at: node.at, missing: true };
}

export function textsOf(node: Node, faults: Faults): Text[] {
  return node.kind === 'list' ? node.items.map((i) => textOf(i, faults)) : [textOf(node, faults)];
}

export function mapNode(at: Place, entries: readonly Entry[]): MapNode {
  return { kind: 'map', at, entries };
}

/**
 * The word nearest to what was written, if it is near enough to be a slip.
 * @example nearest('项目总投人', ['项目总投入', '软件投入']) // '项目总投入'
 */
export function nearest(given: string, words: readonly string[]): string | undefined {
  // Nobody misspells a name of a hundred characters; comparing such would take its time.
  if (given.length > 100) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(given.length / 2));
  for (const word of words) {
    const d = editDistance(given, word, bestDistance + 1);
    // Words without a character in common aren't near, however short they are.
    if (d >= Math.max(given.length, word.length)) continue;
    if (d < bestDistance || (d === bestDistance && best === undefined)) {
      best = word;
      bestDistance = d;
    }
  }
  return best;
}
