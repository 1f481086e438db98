import type { Faults } from './diagnostic.ts';
import type { Untraced } from './guide.ts';
import { MapReader } from './reader.ts';
import type { Node } from './yaml-text.ts';

/** Reads `untraced.yaml`, a list of {条款, 文 or 数, 项目类别, 因}. A guide without it leaves nothing untraced. */
export function readUntraced(node: Node | undefined, faults: Faults): Untraced[] {
  if (node === undefined) return [];
  if (node.kind !== 'list') {
    faults.add(node.at, 'not-a-list');
    return [];
  }
  return node.items.map((item) => {
    const map = new MapReader(item, faults);
    const entry: Untraced = {
      at: item.at,
      clause: map.required('条款'),
      words: map.optional('文'),
      figure: map.optional('数'),
      lines: map.texts('项目类别'),
      because: map.required('因').text,
    };
    const said = [entry.words, entry.figure].filter((t) => t !== undefined).length;
    // A clause as a whole is left out for some lines only.
    if (said > 1 || (said === 0 && entry.lines.length === 0)) {
      faults.add(item.at, 'untraced-one-of');
    }
    map.close();
    return entry;
  });
}
