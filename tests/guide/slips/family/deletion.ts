import { isQuota, type Site } from '../site.ts';
import type { Edit, Operator } from '../slip.ts';
import { replaced } from './edit.ts';

function leftOut(id: string, is: (site: Site) => boolean): Operator {
  return {
    family: 'deletion',
    id,
    edits: (site) =>
      site.role === 'entry' && is(site) ? [{ start: site.start, end: site.end, text: '' }] : [],
  };
}

const within = (site: Site, key: string) => site.path.at(-2) === key;

/** One operand of and, or, min or max goes, with the word or comma that joined it. */
function operandLeftOut(word: 'and' | 'or'): (site: Site) => readonly Edit[] {
  return (site) => {
    if (site.role !== 'expression') return [];
    const { tokens } = site;
    return tokens.flatMap((t, i): readonly Edit[] => {
      if (t.kind !== 'name' || t.text !== word) return [];
      const end = operandEnd(tokens, i + 1);
      const last = tokens[end];
      const before = tokens[i - 1];
      if (!last || !before) return [];
      return [replaced(site, before.end, last.end, '')];
    });
  };
}

const STOPS: ReadonlySet<string> = new Set(['and', 'or', 'then', 'else', ',']);

function operandEnd(tokens: Site['tokens'], from: number): number {
  let open = 0;
  for (let i = from; i < tokens.length; i++) {
    const { kind, text } = tokens[i] ?? { kind: 'end', text: '' };
    if (kind === 'symbol' && (text === '(' || text === '[')) open++;
    if (kind === 'symbol' && (text === ')' || text === ']') && open-- === 0) return i - 1;
    if (open === 0 && kind !== 'text' && STOPS.has(text)) return i - 1;
  }
  return tokens.length - 1;
}

/** `min(a, b)`: the last argument goes. */
function argumentLeftOut(site: Site): readonly Edit[] {
  if (site.role !== 'expression') return [];
  const { tokens } = site;
  return tokens.flatMap((t, i): readonly Edit[] => {
    if (!(t.text === 'min' || t.text === 'max') || tokens[i + 1]?.text !== '(') return [];
    let open = 0;
    let comma = -1;
    for (let at = i + 1; at < tokens.length; at++) {
      const text = tokens[at]?.text ?? '';
      if (text === '(' || text === '[') open++;
      if (text === ',' && open === 1) comma = at;
      if ((text === ')' || text === ']') && --open === 0) {
        const [from, to] = [tokens[comma], tokens[at]];
        return comma > 0 && from && to ? [replaced(site, from.start, to.start, '')] : [];
      }
    }
    return [];
  });
}

export const DELETION: readonly Operator[] = [
  leftOut(
    'a condition',
    (s) => within(s, '条件') || (s.file === 'call.yaml' && s.path.length === 1),
  ),
  leftOut('a step', (s) => within(s, '计算')),
  leftOut('a stage', (s) => within(s, '拨付')),
  leftOut('a cap', (s) => s.path.at(-1) === '封顶'),
  leftOut(
    'a quota',
    (s) => s.path.length === 1 && (s.path[0] === '数量' || s.file === 'quotas.yaml'),
  ),
  leftOut(
    'a limit of a quota',
    (s) => isQuota(s) && ['不超过', '不少于'].includes(s.path.at(-1) ?? ''),
  ),
  leftOut(
    'a figure',
    (s) =>
      within(s, '数') ||
      (s.path.length === 1 && ['figures.yaml', 'calendars.yaml'].includes(s.file)),
  ),
  leftOut(
    'a fact',
    (s) => within(s, '申报事实') || (s.path.length === 1 && s.file === 'facts.yaml'),
  ),
  leftOut('a column', (s) => within(s, '列')),
  leftOut('an option', (s) => within(s, '选项')),
  leftOut('a consistency rule', (s) => within(s, '互洽')),
  leftOut('a paper', (s) => within(s, '材料')),
  leftOut('the premise of an amount', (s) => s.path.at(-1) === '须先'),
  leftOut('a line of the list of lines', (s) => s.file === 'guide.yaml' && within(s, '项目类别')),
  { family: 'deletion', id: 'an operand of and', edits: operandLeftOut('and') },
  { family: 'deletion', id: 'an operand of or', edits: operandLeftOut('or') },
  { family: 'deletion', id: 'an argument of min or max', edits: argumentLeftOut },
];
