import type { Guide } from '@fuchi/guide/guide';
import type { PrintedAnnex, PrintedPart } from './printed-part.ts';

const HEADINGS = ['重点方向', '主要内容', '重点培训对象'];

/** What the table of training directions prints: the direction once, then its rows. */
export function directionAnnex(guide: Guide): PrintedAnnex | undefined {
  const annex = guide.trainingAnnex;
  if (annex === undefined) return undefined;
  const head = (what: string, text: string): PrintedPart => ({ what, text, at: annex.at });
  const rows = guide.trainingDirections.flatMap(({ group, content, audience, at }, i) => {
    const same = guide.trainingDirections[i - 1]?.group === group;
    return [
      ...(same ? [] : [{ what: '重点方向', text: group, at }]),
      { what: '主要内容', text: content, at },
      { what: '重点培训对象', text: audience, at },
    ];
  });
  const parts = [head('名称', annex.title), ...HEADINGS.map((h) => head('栏目', h)), ...rows];
  return { number: annex.number, at: annex.at, ways: [parts], pageHead: HEADINGS.join('') };
}
