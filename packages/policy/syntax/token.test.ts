import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lex } from './token.ts';

/** The text with every look-alike replaced, as `check --fix` does it. */
function rewritten(source: string): string {
  const at = new Map(lex(source).lookAlikes.map((l) => [l.start, l.text]));
  return Array.from({ length: source.length }, (_, i) => at.get(i) ?? source[i]).join('');
}

const meaning = (source: string) =>
  lex(source).tokens.map(({ kind, text, unit }) => `${kind} ${text} ${unit}`);

describe('形近字', () => {
  test.each([
    ['甲≥３０００万元', '甲>=3000万元'],
    ['（甲＋乙）×１０％', '(甲+乙)*10%'],
    ['类型＝“企业”', '类型="企业"'],
    ['类型 = "甲（乙）≥"', '类型 = "甲（乙）≥"'],
    ['类型 = “甲"乙”', '类型 = “甲"乙”'],
    ['甲！＝乙　and　丙', '甲!=乙 and 丙'],
  ])('%s 改写为 %s', (source, plain) => expect(rewritten(source)).toBe(plain));

  test('改写不改变意思，改写后没有可改的', () => {
    const piece = fc.constantFrom(
      ...'甲乙≥≤≠＞＜＝（）［］，．＋－＊×÷／％０９　“”"＂ 、。'.split(''),
      ...['万元', '2021-01-01', 'and'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const source = pieces.join('');
        const plain = rewritten(source);
        expect(meaning(plain)).toEqual(meaning(source));
        expect(rewritten(plain)).toBe(plain);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('单位跟着数走', () => {
  test.each([
    ['3000万元', '3000', '万元'],
    ['10%', '10', '%'],
    ['2年', '2', '年'],
    ['1.5亿次', '1.5', '亿次'],
    ['7', '7', ''],
  ])('%s', (source, text, unit) => {
    expect(lex(source).tokens[0]).toMatchObject({ kind: 'number', text, unit });
  });
});
