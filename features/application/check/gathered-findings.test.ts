import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gatheredFindings } from './gathered-findings.ts';

const invoice = (row: number) => ({ code: 'no-code', blocks: true, row });

test('一张清单里89行同一个问题，先列10处，其余收在一起，不挡住别的', () => {
  const findings = [
    { code: 'remark', blocks: false, row: 0 },
    ...Array.from({ length: 89 }, (_, i) => invoice(i + 1)),
    { code: 'missing', blocks: true, row: 0 },
  ];
  const kinds = gatheredFindings(findings).map(({ shown, more }) => [
    shown[0]?.code,
    shown.length,
    more.length,
  ]);
  expect(kinds).toEqual([
    ['no-code', 10, 79],
    ['missing', 1, 0],
    ['remark', 1, 0],
  ]);
});

test('一处不丢、不重，须处理的都在提醒前面，只差一处就不收', () => {
  const finding = fc.record({
    code: fc.constantFrom('a', 'b', 'c'),
    blocks: fc.boolean(),
    row: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 60 }), (findings) => {
      const kinds = gatheredFindings(findings);
      const all = kinds.flatMap(({ shown, more }) => [...shown, ...more]);
      expect(new Set(all)).toEqual(new Set(findings));
      expect(all).toHaveLength(findings.length);
      const firstRemark = all.findIndex(({ blocks }) => !blocks);
      if (firstRemark >= 0) expect(all.slice(firstRemark).some(({ blocks }) => blocks)).toBe(false);
      for (const { more } of kinds) expect(more).not.toHaveLength(1);
    }),
  );
});
