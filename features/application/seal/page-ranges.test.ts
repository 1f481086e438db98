import { expect, test } from 'vitest';
import { pageRanges } from './page-ranges.ts';

test.each<[readonly number[], string]>([
  [[], ''],
  [[4], '4'],
  [[1, 2], '1–2'],
  [[1, 2, 3, 5, 7, 8], '1–3、5、7–8'],
])('%j', (pages, text) => expect(pageRanges(pages)).toBe(text));
