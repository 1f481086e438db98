import { describe, expect, test } from 'vitest';
import { Faults, type LookAlike } from './diagnostic.ts';
import type { Text } from './place.ts';
import { rewrite } from './rewrite.ts';
import { type Node, readYaml } from './yaml-text.ts';

const PLAIN: Readonly<Record<string, string>> = {
  '≥': '>=',
  '（': '(',
  '）': ')',
  '，': ',',
  '“': '"',
  '”': '"',
  '３': '3',
};

function texts(node: Node | undefined): Text[] {
  if (!node) return [];
  if (node.kind === 'text') return [node];
  if (node.kind === 'list') return node.items.flatMap(texts);
  return node.entries.flatMap((e) => texts(e.value));
}

/** Rewrites every look-alike below the key 须. */
function rewritten(source: string): { source: string; places: string[] } {
  const root = readYaml('a.yaml', source, new Faults());
  const musts = root?.kind === 'map' ? root.entries.filter((e) => e.key === '须') : [];
  const lookAlikes = musts
    .flatMap((e) => texts(e.value))
    .flatMap((text): LookAlike[] =>
      [...text.text].flatMap((written, offset) => {
        const plain = PLAIN[written];
        return plain === undefined ? [] : [{ text, offset, written, plain }];
      }),
    );
  const { source: result, done } = rewrite('a.yaml', source, lookAlikes);
  return { source: result, places: done.map((d) => `${d.place.line}:${d.place.column}`) };
}

describe('改写形近字', () => {
  test.each([
    ['不加引号', '须: 甲 ≥ ３年\n', '须: 甲 >= 3年\n', ['1:6', '1:8']],
    ['单引号', "须: 'it''s ≥ 甲'\n", "须: 'it''s >= 甲'\n", ['1:11']],
    ['双引号里的引号要转义', '须: "甲 = “乙”"\n', '须: "甲 = \\"乙\\""\n', ['1:9', '1:11']],
    ['双引号里已有转义', '须: "\\"乙\\" ≥ 甲"\n', '须: "\\"乙\\" >= 甲"\n', ['1:11']],
    ['以引号开头的改用单引号', '须: “乙” = 甲\n', '须: \'"乙" = 甲\'\n', ['1:4', '1:6']],
    ['别的键里的不动', '说: 甲（乙）≥3\n须: 甲≥3\n', '说: 甲（乙）≥3\n须: 甲>=3\n', ['2:5']],
    [
      '多行文字',
      '须: |\n  甲 ≥ 3\n  and 乙 ≥ 4\n',
      '须: |\n  甲 >= 3\n  and 乙 >= 4\n',
      ['1:4', '1:4'],
    ],
    ['折行文字', '须: >-\n  甲 ≥ 3\n  and 乙\n', '须: >-\n  甲 >= 3\n  and 乙\n', ['1:4']],
    ['注释留着', '须: 甲 ≥ 3 # 说 ≥\n', '须: 甲 >= 3 # 说 ≥\n', ['1:6']],
    ['BOM 和 CRLF 留着', '\ufeff须: 甲 ≥ 3\r\n', '\ufeff须: 甲 >= 3\r\n', ['1:6']],
    ['没有形近字的不动', '须: 甲 >= 3\n', '须: 甲 >= 3\n', []],
  ])('%s', (_, source, result, places) => {
    expect(rewritten(source)).toEqual({ source: result, places });
  });

  test('花括号里的逗号加上引号', () => {
    const source = '{ 须: min（甲，乙） ≥ 3, 说: 丙 }\n';
    expect(rewritten(source).source).toBe("{ 须: 'min(甲,乙) >= 3', 说: 丙 }\n");
  });
});
