import type { Sentence, SentenceTable } from '@fuchi/policy/sentence/sentence-table';
import { CHOICE } from './choice.ts';
import { FIGURE } from './figure.ts';
import { MISSING } from './missing.ts';
import { READING } from './reading.ts';

/** Every code of a finding or of a fault of reading, with its sentence. */
export const FORM_SENTENCES: SentenceTable = { ...MISSING, ...FIGURE, ...CHOICE, ...READING };

const LONGEST = 80;

/**
 * The Chinese sentence of a finding, to stand at its field: what is wrong, and what to do.
 * @throws for a code that is none: the facts come from this package
 * @example formSentence('target-not-whole', { given: '2.5', unit: '个' }).fix // '这一行按个计，写成整数'
 */
export function formSentence(code: string, facts: Readonly<Record<string, string>>): Sentence {
  const make = Object.hasOwn(FORM_SENTENCES, code) ? FORM_SENTENCES[code] : undefined;
  if (!make) throw new RangeError(`no sentence for ${code}`);
  return make((name) => {
    const fact = facts[name] ?? '';
    return fact.length > LONGEST && name !== 'words' ? `${fact.slice(0, LONGEST)}…` : fact;
  });
}
