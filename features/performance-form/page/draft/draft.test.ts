import { blankFilling, NO_TARGET } from '@fuchi/forms/filling';
import { expect, test } from 'vitest';
import { blankDraft, type Draft, isBlankFilling, readDraft } from './draft.ts';

const DRAFT: Draft = {
  filling: {
    ...blankFilling('1-8'),
    header: { 项目名称: '示例项目' },
    kinds: ['地址溯源'],
    targets: { 节能量: [{ ...NO_TARGET, value: '1200', years: { 2023: '600' } }] },
    own: [{ name: '专利', unit: '项', value: '3', years: {} }],
  },
  version: '1.0.0',
  digest: 'abc',
  saved: '2026-11-28 14:32',
};

test('what was kept is read back the same', () => {
  expect(readDraft(JSON.parse(JSON.stringify(DRAFT)), '1-8')).toEqual(DRAFT);
});

test.each([
  null,
  'text',
  [],
  { filling: 3 },
  { filling: { form: '1-7', header: { 项目名称: 'x' } } },
])('what isn’t a draft of the form is a blank one (%j)', (kept) => {
  expect(readDraft(kept, '1-8')).toEqual(blankDraft('1-8'));
});

test('whatever stands where a text should is left out', () => {
  const broken = { form: '1-8', header: { a: 1 }, kinds: [2], targets: { b: [null] }, own: 'x' };
  const { filling } = readDraft({ filling: broken }, '1-8');
  expect(filling).toEqual({ ...blankFilling('1-8'), targets: { b: [NO_TARGET] } });
});

test('a filling is blank until something is filled in', () => {
  expect(isBlankFilling(blankFilling('1-1'))).toBe(true);
  expect(isBlankFilling(DRAFT.filling)).toBe(false);
});
