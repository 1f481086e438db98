import type { Sense } from '../sense.ts';

const BEFORE: readonly (readonly [RegExp, Sense])[] = [
  [/不(?:低于|少于|小于|短于|早于)|至少|最低|最少/g, 'ge'],
  [/不(?:得)?(?:超过|高于|多于|大于|晚于|长于)|最高|至多|最多|不足以超/g, 'le'],
  [/(?<!不)(?:低于|少于|小于)|未满|不满|不足/g, 'lt'],
  [/(?<!不|得)(?:超过|大于|高于|多于|突破)/g, 'gt'],
  [/截至|截止/g, 'until'],
];

const AFTER: readonly (readonly [RegExp, Sense])[] = [
  [/^(?:（含）)?(?:及)?(?:其)?以上|^(?:（含）)?以来|^起/, 'ge'],
  [/^(?:（含）)?(?:及)?(?:以内|以下|之内)|^[之以]?前/, 'le'],
];

/**
 * What the words round a number say about it. Words behind it decide: 不少于8人以上 reads 以上.
 * @param before the sentence part in front of the number
 * @param after what follows it
 * @example cueOf('总投入不低于', '，') // 'ge'
 */
export function cueOf(before: string, after: string): Sense {
  for (const [pattern, sense] of AFTER) if (pattern.test(after)) return sense;
  let best: Sense = 'free';
  let end = -1;
  for (const [pattern, sense] of BEFORE) {
    for (const found of before.matchAll(pattern)) {
      const at = found.index + found[0].length;
      // 最高不超过: the last word in front of the number decides; of 不超过 and 超过 the longer.
      if (at > end) {
        end = at;
        best = sense;
      }
    }
  }
  return best;
}
