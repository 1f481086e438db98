import { isQuota, keyOf, type Site } from '../site.ts';
import type { Edit, Operator } from '../slip.ts';
import { digitChanged, digitsSwapped, onDigits, zeroAdded, zeroDropped } from './digit.ts';
import { wholeReplaced } from './edit.ts';

function places(site: Site): readonly { from: number; digits: string }[] {
  if (!isQuota(site) || site.role !== 'expression') return [];
  return site.tokens.flatMap((t) =>
    t.kind === 'number' ? [{ from: t.start, digits: t.text }] : [],
  );
}

const without = (site: Site): readonly Edit[] => [{ start: site.start, end: site.end, text: '' }];

function leftOut(id: string, is: (site: Site) => boolean): Operator {
  return {
    family: 'quota',
    id,
    edits: (site) => (site.role === 'entry' && isQuota(site) && is(site) ? without(site) : []),
  };
}

/** The key before a group's figure: at most and at least change places. */
const limitTurned: Operator = {
  family: 'quota',
  id: '不超过 and 不少于 confused',
  edits: (site) => {
    const key = keyOf(site);
    if (!isQuota(site) || site.role !== 'expression' || !['不超过', '不少于'].includes(key))
      return [];
    const start = site.source.lastIndexOf(key, site.start);
    return [{ start, end: start + key.length, text: key === '不超过' ? '不少于' : '不超过' }];
  },
};

export const QUOTA: readonly Operator[] = [
  onDigits('quota', 'a digit changed', places, digitChanged),
  onDigits('quota', 'two digits swapped', places, digitsSwapped),
  onDigits('quota', 'a zero added', places, zeroAdded),
  onDigits('quota', 'a zero dropped', places, zeroDropped),
  limitTurned,
  leftOut('a group left out', (site) => site.path.at(-2) === '分组'),
  leftOut('a field of a group left out', (site) => site.path.at(-2) === '领域'),
  leftOut('合计 left out', (site) => keyOf(site) === '合计'),
  leftOut('各分项之和 left out', (site) => keyOf(site) === '各分项之和'),
  leftOut('a line of a joint quota left out', (site) => site.path.at(-2) === '项目类别'),
  {
    family: 'quota',
    id: 'another line of a joint quota',
    edits: (site, { lines }) =>
      site.file === 'quotas.yaml' && site.role === 'line'
        ? wholeReplaced(site, lines[(lines.indexOf(site.text) + 5) % lines.length])
        : [],
  },
  {
    family: 'quota',
    id: 'another joint quota',
    edits: (site, { quotas }) =>
      site.role === 'quota-id'
        ? wholeReplaced(site, quotas[(quotas.indexOf(site.text) + 1) % quotas.length])
        : [],
  },
];
