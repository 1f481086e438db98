import { guideToJson } from '@fuchi/policy/guide-json';
import { beforeAll, describe, expect, test } from 'vitest';
import { openGuide } from '../open-guide.fixture.ts';
import { compareGuides } from './compare-guides.ts';
import { readGuideFile, readGuideText } from './read-guide-file.ts';

let json: string;
beforeAll(async () => {
  json = guideToJson((await openGuide()).guide);
});

test('a guide as the service gives it is read, and compared with itself shows nothing', async () => {
  const read = await readGuideFile(new Blob([json]));
  if (!read.ok) throw new Error(read.sentence);
  const { lines, general, added, dropped } = compareGuides(read.guide, (await openGuide()).guide);
  expect([added, dropped, general, lines.flatMap((l) => l.changes)]).toEqual([[], [], [], []]);
});

test('an empty file and one that is far too large are refused before they are read', async () => {
  expect(await readGuideFile(new Blob([]))).toMatchObject({
    ok: false,
    sentence: '这个文件是空的。',
  });
  const huge = await readGuideFile(new Blob([new Uint8Array(8 * 1024 * 1024 + 1)]));
  expect(huge).toMatchObject({ ok: false, sentence: expect.stringContaining('超过8MB') });
});

test.each([
  ['not json', '不是JSON'],
  ['{"a":', '不是JSON'],
  ['[]', '没有指南'],
  ['{"guide":{},"lines":[],"format":0}', '另一种格式'],
])('%s is refused', (text, words) => {
  const read = readGuideText(text);
  expect(read).toMatchObject({ ok: false, sentence: expect.stringContaining(words) });
});

describe('a part that isn’t what it must be is refused by its place', () => {
  type Tree = Record<string, unknown>;
  const at = (root: Tree, path: string): Tree =>
    path.split('.').reduce<Tree>((t, key) => Reflect.get(t, key) as Tree, root);
  test.each([
    ['lines.0.source.directions', '0', { clause: '1', says: { object: true } }],
    ['lines.0.stages.0', 'share', 'abc'],
    ['lines.0.papers.0', 'when', { kind: 'compare', type: {} }],
    ['lines.1.source.quota', 'groups', 'none'],
    ['guide.figures.0', 'value', '3000万元'],
    ['guide.tables.0.rows.0', 'values', null],
    ['guide.categories.0', 'items', [{ title: 1 }]],
    ['facts.项目总投入', 'evidence', 'x'],
    ['call.0', 'evidence', [1]],
  ])('%s.%s', (path, key, value) => {
    const root: Tree = JSON.parse(json);
    Reflect.set(at(root, path), key, value);
    const read = readGuideText(JSON.stringify(root));
    const [first = ''] = path.split('.');
    expect(read).toMatchObject({ ok: false, sentence: expect.stringContaining(first) });
  });
});
