import type { Site } from '../site.ts';
import type { Edit, Operator } from '../slip.ts';
import { replaced, tokenReplaced, tokensOf, wholeReplaced } from './edit.ts';
import { isName, spellings } from './name.ts';

const CHARACTERS: readonly (readonly [string, string])[] = [
  ['已', '己'],
  ['已', '巳'],
  ['未', '末'],
  ['末', '未'],
  ['入', '人'],
  ['人', '入'],
  ['土', '士'],
  ['日', '曰'],
  ['微', '徽'],
  ['业', '亚'],
  ['贷', '货'],
  ['师', '帅'],
  ['额', '颁'],
  ['拨', '拔'],
  ['际', '标'],
];

function character([from, to]: readonly [string, string]): Operator {
  return {
    family: 'look-alike',
    id: `${to} for ${from}`,
    edits: (site) =>
      spellings(site).flatMap(({ from: at, text }): readonly Edit[] => {
        const i = text.indexOf(from);
        return i < 0 ? [] : [replaced(site, at + i, at + i + 1, to)];
      }),
  };
}

function inFigures(id: string, pattern: RegExp, change: (found: string) => string): Operator {
  return {
    family: 'look-alike',
    id,
    edits: (site) =>
      tokensOf(site, (t) => t.kind === 'number' || t.kind === 'date').flatMap(
        (t): readonly Edit[] => {
          const text = site.text.slice(t.start, t.end);
          const changed = text.replace(pattern, change);
          return changed === text ? [] : [tokenReplaced(site, t, changed)];
        },
      ),
  };
}

const wide = (text: string) =>
  text.replace(/[0-9]/g, (d) => String.fromCodePoint((d.codePointAt(0) ?? 0) + 0xfee0));

const WIDE: ReadonlyMap<string, string> = new Map([
  ['>=', '≥'],
  ['<=', '≤'],
  ['!=', '≠'],
  ['>', '＞'],
  ['<', '＜'],
  ['=', '＝'],
  ['(', '（'],
  [')', '）'],
  [',', '，'],
  ['+', '＋'],
  ['-', '－'],
  ['*', '×'],
  ['/', '÷'],
]);

/** All look-alike brackets and operators of an expression at once, as an input method gives them. */
function wideSymbols(site: Site): readonly Edit[] {
  if (site.role !== 'expression') return [];
  return site.tokens.flatMap((t): readonly Edit[] => {
    const changed = t.kind === 'symbol' ? WIDE.get(t.text) : undefined;
    return changed === undefined ? [] : [tokenReplaced(site, t, changed)];
  });
}

/** Brackets of a clause or an option in the other width. */
function bracketsOfOtherWidth(site: Site): readonly Edit[] {
  if (!['clause', 'option'].includes(site.role)) return [];
  const turned = site.text.replace(
    /[（）()]/gu,
    (c) => ({ '（': '(', '）': ')', '(': '（', ')': '）' })[c] ?? c,
  );
  return wholeReplaced(site, turned);
}

export const LOOK_ALIKE: readonly Operator[] = [
  ...CHARACTERS.map(character),
  inFigures('O for 0', /0/, () => 'O'),
  inFigures('l for 1', /1/, () => 'l'),
  inFigures('full-width digits', /\d+/g, wide),
  inFigures('a full-width %', /%/, () => '％'),
  inFigures('an en dash in a date', /-/g, () => '–'),
  { family: 'look-alike', id: 'a full-width operator, bracket or comma', edits: wideSymbols },
  { family: 'look-alike', id: 'brackets of the other width', edits: bracketsOfOtherWidth },
  {
    family: 'look-alike',
    id: 'the name most like it, same type',
    edits: (site, { similar }) =>
      tokensOf(site, isName).flatMap((t): readonly Edit[] => {
        const other = similar(t.text);
        return other === undefined ? [] : [tokenReplaced(site, t, other)];
      }),
  },
];
