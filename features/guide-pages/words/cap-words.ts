import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { asRead, ruleWords } from './rule-words.ts';

/**
 * The most one project can get, as the guide writes it.
 * @returns '' where the text has no such figure
 */
export function capWords(line: CheckedLine, guide: CheckedGuide): string {
  if (!line.cap) return '';
  const cap = asRead(line.cap);
  if (cap.kind === 'literal') return cap.type.kind === 'none' ? '' : cap.written;
  return ruleWords(cap, guide);
}
