import { loadGuide } from '@fuchi/platform-server/load-guide';
import { expect, test } from 'vitest';
import { NO_ANSWERS } from './answers.ts';
import { linkPart, readLinkPart } from './link.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const guide = loaded.checked;

const ANSWERS = {
  ...NO_ANSWERS,
  facts: {
    项目总投入: '5000',
    规模以上工业企业: '是',
    并购项目: { rows: [{ key: '1', cells: { 并购成功日期: '2021-06-30' } }], complete: true },
  },
  wanted: ['一（一）'],
};

test('a link carries all answers there and back', async () => {
  const part = await linkPart(guide, ANSWERS);
  expect(part).toMatch(/^a=[\w-]+$/);
  expect(await readLinkPart(`#${part}`, guide)).toEqual({
    kind: 'answers',
    answers: ANSWERS,
    madeFor: null,
  });
});

test('a link made with another version of the guide says so, and keeps what is still known', async () => {
  const before = { ...guide, guide: { ...guide.guide, version: '0.9.0', digest: 'f'.repeat(64) } };
  const answers = { ...ANSWERS, facts: { ...ANSWERS.facts, 从前的事实: '1' } };
  const read = await readLinkPart(await linkPart(before, answers), guide);
  expect(read).toEqual({ kind: 'answers', answers: ANSWERS, madeFor: 'jiangsu-2022 0.9.0' });
});

test.each([
  ['cut short', async () => (await linkPart(guide, ANSWERS)).slice(0, -20)],
  ['no base64', async () => 'a=%%%'],
  ['not ours', async () => 'a=q1YqLU4tUrJSSkxOTFKqBQA'],
  [
    'a bomb',
    async () => linkPart(guide, { ...NO_ANSWERS, facts: { 项目总投入: '1'.repeat(2e6) } }),
  ],
])('a link that is broken (%s) is told from one without answers', async (_, part) => {
  expect(await readLinkPart(await part(), guide)).toEqual({ kind: 'broken' });
});

test('an anchor of a page is no link of answers', async () => {
  expect(await readLinkPart('#content', guide)).toEqual({ kind: 'none' });
  expect(await readLinkPart('', guide)).toEqual({ kind: 'none' });
});
