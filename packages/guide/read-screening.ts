import type { Faults } from './diagnostic.ts';
import type { ScreeningQuestion } from './guide.ts';
import { MapReader, textOf } from './reader.ts';
import type { Node } from './yaml-text.ts';

/** The questions that come first when lines are looked for, in the order of the file. */
export function readScreening(node: Node, faults: Faults): ScreeningQuestion[] {
  if (node.kind === 'map' && node.entries.length === 0) return [];
  if (node.kind !== 'list') {
    faults.add(node.at, 'not-a-list');
    return [];
  }
  return node.items.map((item): ScreeningQuestion => {
    const map = new MapReader(item, faults);
    const read = readQuestion(map, faults);
    map.close();
    return read;
  });
}

function readQuestion(map: MapReader, faults: Faults): ScreeningQuestion {
  const { at } = map;
  const fact = map.optional('事实');
  if (fact) return { at, kind: 'fact', fact };
  const asks = map.required('问').text;
  const says = map.optional('说')?.text ?? '';
  if (map.flag('分项')) return { at, kind: 'items', asks, says };
  if (!map.has('选项')) faults.add(at, 'missing-key', { key: '选项' });
  const choices = map.list('选项').map((node) => {
    const m = new MapReader(node, faults);
    const choice = {
      label: m.required('名').text,
      says: m.optional('说')?.text ?? '',
      facts: m.map('事实').map((e) => ({
        id: { text: e.key, at: e.keyAt },
        value: textOf(e.value, faults),
      })),
    };
    m.close();
    return choice;
  });
  return { at, kind: 'choice', asks, says, choices };
}
