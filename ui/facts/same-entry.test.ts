import type { Entry } from '@fuchi/policy/facts/entry';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameEntry } from './same-entry.ts';

const text = fc.constantFrom('', '1', '2');
const { entry } = fc.letrec<{ entry: Entry }>((tie) => ({
  entry: fc.dictionary(
    fc.constantFrom('甲', '乙', '丙'),
    fc.oneof(
      { depthSize: 'small' },
      text,
      fc.constant({ none: true as const }),
      fc.array(text, { maxLength: 2 }),
      fc.record({
        complete: fc.boolean(),
        rows: fc.array(fc.record({ key: text, cells: tie('entry') }), { maxLength: 2 }),
      }),
    ),
  ),
}));

/** The same entry with its ids in order and without what isn't told. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const told = Object.entries(part).filter(
      ([id, field]) => !/^[甲乙丙]$/u.test(id) || field !== '',
    );
    return Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

test('内容相同才算相同，无论嵌了几层、先后怎样、没填的写没写', () => {
  fc.assert(
    fc.property(entry, entry, (a, b) => {
      expect(sameEntry(a, b)).toBe(written(a) === written(b));
      expect(sameEntry(a, structuredClone(a))).toBe(true);
    }),
  );
});
