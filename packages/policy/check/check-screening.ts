import type { Faults } from '@fuchi/guide/diagnostic';
import type { Guide } from '@fuchi/guide/guide';
import type { Text } from '@fuchi/guide/place';
import { nearest } from '@fuchi/guide/reader';
import type { FactSpec } from '../checked-guide.ts';

/** Screening may only fill in facts that exist, with words they can have. */
export function checkScreening(
  guide: Guide,
  facts: ReadonlyMap<string, FactSpec>,
  faults: Faults,
): void {
  const specOf = (id: Text): FactSpec | undefined => {
    const spec = facts.get(id.text);
    if (!spec && !id.missing)
      faults.add(id.at, 'unknown-name', {
        name: id.text,
        nearest: nearest(id.text, [...facts.keys()]) ?? '',
      });
    return spec;
  };
  for (const question of guide.screening) {
    if (question.kind === 'fact') specOf(question.fact);
    if (question.kind !== 'choice') continue;
    for (const { id, value } of question.choices.flatMap((c) => c.facts)) {
      const spec = specOf(id);
      if (!spec || value.missing) continue;
      const words = wordsOf(spec);
      if (words.includes(value.text)) continue;
      faults.add(value.at, 'not-a-word', {
        key: id.text,
        given: value.text,
        words: words.join('、'),
        nearest: nearest(value.text, words) ?? '',
      });
    }
  }
}

/** What a choice among words can say of a fact: figures aren't told by a kind of applicant, their absence may be. */
function wordsOf(spec: FactSpec): readonly string[] {
  if (spec.type.kind === 'bool') return ['是', '否'];
  if (spec.type.kind === 'choice') return spec.options;
  return ['无'];
}
