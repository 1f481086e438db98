import { isQuota, keyOf, type Site } from '../site.ts';
import type { Edit, Operator } from '../slip.ts';
import { replaced, tokenReplaced, tokensOf, wholeReplaced } from './edit.ts';
import { isName } from './name.ts';

function factFor(id: string, pick: 'own' | 'others'): Operator {
  return {
    family: 'scope',
    id,
    edits: (site, { alike }) =>
      tokensOf(site, isName).flatMap((t): readonly Edit[] => {
        const [other] = alike(t.text, site.file)[pick];
        return other === undefined ? [] : [tokenReplaced(site, t, other)];
      }),
  };
}

function leftOut(id: string, key: string): Operator {
  return {
    family: 'scope',
    id,
    edits: (site) =>
      site.role === 'entry' && site.path.at(-1) === key && !isQuota(site)
        ? [{ start: site.start, end: site.end, text: '' }]
        : [],
  };
}

/** The last number or letter of a clause becomes its neighbour. */
function clauseMoved(site: Site): readonly Edit[] {
  if (site.role !== 'clause' || keyOf(site) === '条款') return [];
  const moved = site.text.replace(/[a-y1-8①-⑧](?=\)?$)/u, (c) =>
    String.fromCodePoint((c.codePointAt(0) ?? 0) + 1),
  );
  return wholeReplaced(site, moved);
}

/** A condition moves to another clause: its number counts one on, its letter stays. */
function numberMoved(site: Site): readonly Edit[] {
  if (site.role !== 'clause' || keyOf(site) === '条款') return [];
  return wholeReplaced(
    site,
    site.text.replace(/\d(?!.*\d)/u, (c) => (c === '9' ? '8' : String(Number(c) + 1))),
  );
}

/** 条款 of an amount, a stage, a quota, a figure: the next number. */
function clauseOf(site: Site): readonly Edit[] {
  if (site.role !== 'clause' || keyOf(site) !== '条款' || !/\d/.test(site.text)) return [];
  if (site.path.includes('支持方向') || site.file === 'guide.yaml') return [];
  return wholeReplaced(
    site,
    site.text.replace(/\d(?!.*\d)/u, (c) => (c === '9' ? '8' : String(Number(c) + 1))),
  );
}

const WORDS: readonly (readonly [string, string])[] = [
  ['原则上', '必须'],
  ['优先', '必须'],
  ['不含税', '含税'],
  ['未写明', '不含税'],
  ['申报', '免申即享'],
  ['免申即享', '申报'],
  ['是', '否'],
  ['金额', '数量'],
  ['比例', '金额'],
  ['日期', '年限'],
  ['是否', '选项'],
  ['选项', '多选'],
  ['多选', '选项'],
  ['年限', '天数'],
];

function otherWord(site: Site): readonly Edit[] {
  if (site.role !== 'word' || isQuota(site) || site.file === 'readings.yaml') return [];
  return wholeReplaced(site, WORDS.find(([from]) => from === site.text)?.[1]);
}

export const SCOPE: readonly Operator[] = [
  factFor('another fact of the line, same type', 'own'),
  factFor('a fact of another line, same type', 'others'),
  {
    family: 'scope',
    id: 'another column, same type',
    edits: (site, { columnsAlike }) =>
      tokensOf(site, isName).flatMap((t): readonly Edit[] => {
        const [other] = columnsAlike(t.text);
        return other === undefined ? [] : [tokenReplaced(site, t, other)];
      }),
  },
  {
    family: 'scope',
    id: 'another option of the fact',
    edits: (site, { optionsBeside }) =>
      tokensOf(site, (t) => t.kind === 'text').flatMap((t): readonly Edit[] => {
        const [other] = optionsBeside(t.text);
        return other === undefined ? [] : [replaced(site, t.start + 1, t.end - 1, other)];
      }),
  },
  {
    family: 'scope',
    id: 'another calendar',
    edits: (site, { calendars }) =>
      tokensOf(site, (t) => calendars.includes(t.text)).flatMap((t): readonly Edit[] => {
        const other = calendars[(calendars.indexOf(t.text) + 1) % calendars.length];
        return other === undefined ? [] : [tokenReplaced(site, t, other)];
      }),
  },
  {
    family: 'scope',
    id: 'another table of rows',
    edits: (site, { tables }) =>
      site.role === 'reference' && keyOf(site) === '逐项'
        ? wholeReplaced(site, tables[(tables.indexOf(site.text) + 1) % tables.length])
        : [],
  },
  leftOut('适用 left out', '适用'),
  leftOut('逐项 left out', '逐项'),
  leftOut('强度 left out', '强度'),
  leftOut('定义 left out', '定义'),
  leftOut('税 left out', '税'),
  leftOut('范围 left out', '范围'),
  leftOut('小数 left out', '小数'),
  leftOut('为准 left out', '为准'),
  {
    family: 'scope',
    id: 'a line of a definition or exception left out',
    edits: (site) =>
      site.role === 'entry' &&
      ((site.file === 'definitions.yaml' && site.path.at(-2) === '适用') ||
        site.path.at(-2) === '除外')
        ? [{ start: site.start, end: site.end, text: '' }]
        : [],
  },
  {
    family: 'scope',
    id: 'another line in a list',
    edits: (site, { lines }) =>
      site.role === 'line' && site.file !== 'quotas.yaml' && lines.includes(site.text)
        ? wholeReplaced(site, lines[(lines.indexOf(site.text) + 5) % lines.length])
        : [],
  },
  { family: 'scope', id: 'another word of a closed list', edits: otherWord },
  { family: 'scope', id: 'a condition at the next sub-point', edits: clauseMoved },
  { family: 'scope', id: 'a condition at the next clause', edits: numberMoved },
  { family: 'scope', id: 'an amount, quota or paper at the next clause', edits: clauseOf },
];
