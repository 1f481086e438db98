import type { Site } from '../site.ts';
import type { Edit, Operator, Surroundings } from '../slip.ts';
import { replaced, wholeReplaced } from './edit.ts';

const MARK = /(?<=[<>]=)\[([GA][\d.]+)\]/gu;
const DEFAULT = /(not\()?default\(([GA][\d.]+)\)(?:(?<=not\(default\([GA][\d.]+\))\))?/gu;

function inExpressions(
  pattern: RegExp,
  change: (m: RegExpMatchArray, around: Surroundings) => string | undefined,
) {
  return (site: Site, around: Surroundings): readonly Edit[] =>
    site.role !== 'expression'
      ? []
      : [...site.text.matchAll(pattern)].flatMap((m): readonly Edit[] => {
          const changed = change(m, around);
          const at = m.index ?? 0;
          return changed === undefined ? [] : [replaced(site, at, at + m[0].length, changed)];
        });
}

function next(id: string, readings: readonly string[]): string | undefined {
  const i = readings.indexOf(id);
  return readings[i + 1] ?? readings[i - 1];
}

/** `if default(X) then a else b` with a and b changed over. */
function branchesSwapped(site: Site): readonly Edit[] {
  if (site.role !== 'expression') return [];
  const { tokens } = site;
  return tokens.flatMap((t, i): readonly Edit[] => {
    if (t.text !== 'if' || t.kind !== 'name' || tokens[i + 1]?.text !== 'default') return [];
    const then = tokens.findIndex((x, at) => at > i && x.text === 'then');
    const otherwise = matching(tokens, then);
    const end = endOf(tokens, otherwise + 1);
    const [a, b, c, d] = [
      tokens[then + 1],
      tokens[otherwise - 1],
      tokens[otherwise + 1],
      tokens[end],
    ];
    if (then < 0 || tokens[then - 1]?.text !== ')' || otherwise < 0 || !a || !b || !c || !d)
      return [];
    const yes = site.text.slice(a.start, b.end);
    const no = site.text.slice(c.start, d.end);
    return [replaced(site, a.start, d.end, `${no} else ${yes}`)];
  });
}

type Tokens = Site['tokens'];

function matching(tokens: Tokens, then: number): number {
  let inner = 0;
  for (let i = then + 1; i < tokens.length; i++) {
    if (tokens[i]?.text === 'if') inner++;
    if (tokens[i]?.text === 'else' && inner-- === 0) return i;
  }
  return -1;
}

/** The last token of what begins here: up to the closing bracket of what it stands in, or the end. */
function endOf(tokens: Tokens, from: number): number {
  let open = 0;
  for (let i = from; i < tokens.length; i++) {
    if ('([{'.includes(tokens[i]?.text ?? ' ')) open++;
    if (')]}'.includes(tokens[i]?.text ?? ' ') && open-- === 0) return i - 1;
    if (tokens[i]?.text === ',' && open === 0) return i - 1;
  }
  return tokens.length - 1;
}

export const READING: readonly Operator[] = [
  {
    family: 'reading',
    id: 'another reading in a list',
    edits: (site, { readings }) =>
      site.role === 'reading' ? wholeReplaced(site, next(site.text, readings)) : [],
  },
  {
    family: 'reading',
    id: 'left out of a list',
    edits: (site) =>
      site.role === 'entry' && (site.path.at(-2) === '理解' || site.path.at(-1) === '刚性')
        ? [{ start: site.start, end: site.end, text: '' }]
        : [],
  },
  {
    family: 'reading',
    id: 'another reading at a comparison',
    edits: inExpressions(MARK, (m, { readings }) => {
      const other = next(m[1] ?? '', readings);
      return other === undefined ? undefined : `[${other}]`;
    }),
  },
  { family: 'reading', id: 'left out at a comparison', edits: inExpressions(MARK, () => '') },
  {
    family: 'reading',
    id: 'another reading in default(…)',
    edits: inExpressions(/(?<=default\()[GA][\d.]+/gu, (m, { readings }) => next(m[0], readings)),
  },
  {
    family: 'reading',
    id: 'default and other turned round by not',
    edits: inExpressions(DEFAULT, (m) => (m[1] ? `default(${m[2]})` : `not(default(${m[2]}))`)),
  },
  { family: 'reading', id: 'branches of if default(…) swapped', edits: branchesSwapped },
  {
    family: 'reading',
    id: 'kept as data or as text, confused',
    edits: (site) =>
      site.file === 'readings.yaml' && site.role === 'word'
        ? wholeReplaced(site, site.text === '数据' ? '文字' : '数据')
        : [],
  },
];
