import { ANNEX } from './annex.ts';
import { FORM } from './form.ts';
import { GRAMMAR } from './grammar.ts';
import { INPUT } from './input.ts';
import { LINK } from './link.ts';
import { NOTES } from './note.ts';
import { REGISTER } from './register.ts';
import type { Sentence, SentenceTable } from './sentence-table.ts';
import { STRUCTURE } from './structure.ts';
import { TYPING } from './typing.ts';
import { WHOLE } from './whole.ts';
import { WITNESS } from './witness.ts';

/** Every code of a fault, of bad input and of a note, with its sentence. */
export const SENTENCES: SentenceTable = {
  ...STRUCTURE,
  ...GRAMMAR,
  ...TYPING,
  ...WHOLE,
  ...WITNESS,
  ...FORM,
  ...REGISTER,
  ...ANNEX,
  ...LINK,
  ...INPUT,
  ...NOTES,
};

const LONGEST = 80;

/**
 * The Chinese sentence of a fault, of bad input or of a note: what is wrong, and what to do.
 * @example sentenceOf('unknown-name', { name: '项目总投人', nearest: '项目总投入' })
 * // { message: '没有“项目总投人”这个名称', fix: '是不是“项目总投入”？' }
 */
export function sentenceOf(code: string, facts: Readonly<Record<string, string>>): Sentence {
  const make = Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined;
  if (!make) return { message: `有误（${code}）`, fix: '' };
  return make((name) => {
    const fact = facts[name] ?? '';
    return fact.length > LONGEST && !LISTS.has(name) ? `${fact.slice(0, LONGEST)}…` : fact;
  });
}

/** Facts that hold whole sentences or lists of the guide's own words: never cut. */
const LISTS: ReadonlySet<string> = new Set(['words', 'says', 'candidates', 'clauses', 'facts']);
