import { memo } from '../memo.ts';

/**
 * How much of a stretch of the text stands in what the data says, by pairs of characters: 0 to 1.
 * @example closeness('注册资金不低于', '注册资金不低于500万元') // 1
 */
export function closeness(text: string, said: string): number {
  const pairs = pairsOf(text);
  if (pairs.size === 0) return 0;
  const there = pairsOf(said);
  let met = 0;
  for (const pair of pairs) if (there.has(pair)) met++;
  return met / pairs.size;
}

/** Pairs of neighbouring characters, punctuation and white space left out. */
export const pairsOf = memo(8_000, (text): ReadonlySet<string> => {
  const plain = text.replace(/[\s，。；：、（）“”‘’"'()《》]/g, '');
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.slice(i, i + 2));
  return pairs;
});
