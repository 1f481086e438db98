import type { Guide } from '@fuchi/guide/guide';
import type { TextClause } from '../text/outline.ts';
import type { ReadText } from '../text/read-text.ts';
import type { TextSlip } from './text-slip.ts';
import { titleSlips } from './title-slips.ts';

/** A word of two characters and more that stands twice in a row. */
const DOUBLED = /([\u4e00-\u9fff]{2,6})\1/g;
/** What an amount of money is said of. */
const MONEY_WORDS =
  /(?:投入|投资|资金|金额|收入|税金|经费|补助|预算|产值|出资额?|支出|贷款|总额)[^，。；]{0,6}$/;

/** The slips of a guide's text, in the order of the text. */
export function textSlips(guide: Guide, read: ReadText): readonly TextSlip[] {
  const slips = [
    ...read.contexts.flatMap(({ clause }) => doubledWords(clause)),
    ...read.contexts.flatMap(({ clause, stated }) =>
      stated.flatMap((o): TextSlip[] => {
        const bare = o.kind === 'count' && o.measure?.dimension === 'count:';
        if (!bare || !MONEY_WORDS.test(o.before)) return [];
        return [
          {
            code: 'no-unit',
            clause: clause.path,
            line: o.line,
            column: o.column,
            text: o.text,
            other: '元',
          },
        ];
      }),
    ),
    ...titleSlips(guide, read),
  ];
  return slips.sort((a, b) => a.line - b.line || a.column - b.column);
}

function doubledWords(clause: TextClause): TextSlip[] {
  return [...clause.text.matchAll(DOUBLED)].map((found) => ({
    code: 'doubled-word',
    clause: clause.path,
    line: clause.lines[found.index] ?? 0,
    column: clause.columns[found.index] ?? 0,
    text: found[0],
    other: found[1] ?? '',
  }));
}
