import { expect, test } from 'vitest';
import { COUNTS, countDoubt } from './asked-count.ts';
import { ASKED } from './asked-names.ts';

test.each(['', ' ', '486', '486人', ' 1,203 人', '１２０名', '0'])('“%s”看得出是多少人', (text) =>
  expect(countDoubt(text)).toBeUndefined(),
);

test.each(['约三百人', '486.5', '-3', '300-400人', '1,20人', '300万元', '人'])('“%s”要问', (text) =>
  expect(countDoubt(text)).toContain('请写整数'),
);

test('问的人数都是申报里有的', () => {
  expect(ASKED.unit).toEqual(expect.arrayContaining([...COUNTS]));
});
