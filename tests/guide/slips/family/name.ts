import type { Token } from '@fuchi/policy/syntax/token';
import { KEYWORDS } from '@fuchi/policy/syntax/vocabulary';
import type { Site } from '../site.ts';
import type { Edit, Operator } from '../slip.ts';
import { replaced, tokensOf } from './edit.ts';

/** Names in expressions, and the places where names are made up or referred to. */
const PLACES: ReadonlySet<string> = new Set([
  'declared',
  'reference',
  'option',
  'line',
  'quota-id',
]);

/** A name a person typed: no word of the language. */
export function isName(token: Token): boolean {
  return (
    token.kind === 'name' &&
    /\p{Script=Han}/u.test(token.text) &&
    !KEYWORDS.some((k) => k === token.text)
  );
}

/** Every spelling of a site and where it stands: names and options of an expression, or the scalar itself. */
export function spellings(site: Site): readonly { from: number; text: string }[] {
  if (PLACES.has(site.role)) return [{ from: 0, text: site.text }];
  const names = tokensOf(site, isName).map((t) => ({ from: t.start, text: t.text }));
  const options = tokensOf(site, (t) => t.kind === 'text').map((t) => ({
    from: t.start + 1,
    text: t.text,
  }));
  return [...names, ...options];
}

function misspelt(id: string, change: (word: string) => string | undefined): Operator {
  return {
    family: 'name',
    id,
    edits: (site) =>
      spellings(site).flatMap(({ from, text }): readonly Edit[] => {
        const changed = change(text);
        if (changed === undefined || changed === text) return [];
        return [replaced(site, from, from + text.length, changed)];
      }),
  };
}

const middle = (word: string) => Math.floor(word.length / 2);

export const NAME: readonly Operator[] = [
  misspelt('a character left out', (w) =>
    w.length > 1 ? w.slice(0, middle(w)) + w.slice(middle(w) + 1) : undefined,
  ),
  misspelt('a character doubled', (w) => w.slice(0, middle(w) + 1) + w.slice(middle(w))),
  misspelt('two neighbouring characters swapped', (w) => {
    const i = Math.max(1, middle(w));
    return w.length > 1
      ? w.slice(0, i - 1) + (w[i] ?? '') + (w[i - 1] ?? '') + w.slice(i + 1)
      : undefined;
  }),
];
