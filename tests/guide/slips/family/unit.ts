import type { Edit, Operator } from '../slip.ts';
import { replaced, tokensOf } from './edit.ts';

function unit(
  id: string,
  change: (unit: string, units: readonly string[]) => string | undefined,
): Operator {
  return {
    family: 'unit',
    id,
    edits: (site, { units }) =>
      tokensOf(site, (t) => t.kind === 'number' && t.unit !== '').flatMap((t): readonly Edit[] => {
        const changed = change(t.unit, units);
        return changed === undefined
          ? []
          : [replaced(site, t.start + t.text.length, t.end, changed)];
      }),
  };
}

const swap = (from: string, to: string) => (u: string) => (u === from ? to : undefined);

export const UNIT: readonly Operator[] = [
  unit('left out', () => ''),
  unit('万元 for 亿元', swap('亿元', '万元')),
  unit('亿元 for 万元', swap('万元', '亿元')),
  unit('元 for 万元', swap('万元', '元')),
  unit('万 for 亿 before a counting unit', (u) =>
    /^亿[^元]/u.test(u) ? `万${u.slice(1)}` : undefined,
  ),
  unit('‰ for %', swap('%', '‰')),
  unit('年 for %', swap('%', '年')),
  unit('月 for 年', swap('年', '月')),
  unit('个月 for 年', swap('年', '个月')),
  unit('天 for 年', swap('年', '天')),
  unit('another counting unit', (u, units) =>
    units.includes(u) ? units[(units.indexOf(u) + 1) % units.length] : undefined,
  ),
];
