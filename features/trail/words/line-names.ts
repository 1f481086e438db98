import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { LineNames } from './value-words.ts';

/** What a guide calls its lines. */
export function lineNames({ lines }: CheckedGuide): LineNames {
  return new Map(lines.map(({ id, title }) => [id, title]));
}
