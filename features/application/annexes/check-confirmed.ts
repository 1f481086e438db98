import { confirmedCells } from '@fuchi/record-application/contract-confirmed';
import { cellPath } from '@fuchi/ui/facts/field-path';
import { regionsFrom } from '@fuchi/values/region';
import type { Checker } from '../check/checker.ts';
import type { ApplicationFinding } from '../check/finding.ts';
import { differsText } from './confirmed-words.ts';

/**
 * Figures that aren't as a third party confirmed them: not taken over yet, or changed afterwards. The sealed annex among
 * the papers is what counts for whoever examines it, and nobody is held up.
 */
export const checkConfirmed: Checker = async (_db, { guide, said, judged }) => {
  const regions = regionsFrom(guide.guide.regions);
  if (!regions.ok) throw new Error(`the guide's regions: ${regions.code}`);
  const { source, papers } = judged.program.line;
  return confirmedCells(new Map(Object.entries(said.fields)), guide, regions.value)
    .filter(({ holds }) => !holds)
    .map((cell): ApplicationFinding => {
      const { list, within, row, column, figure } = cell;
      const annex = source.annexes.find(({ name }) => name.text === figure.annex);
      const clause = papers.find(({ name }) => name === annex?.paper.text)?.clause ?? '';
      return {
        code: 'confirmed-differs',
        part: 'facts',
        path: within ? list.id : cellPath(list.id, row, column.id),
        says: `${list.label}${differsText(cell)}；按核定数改，或者请其重新核定。`,
        ...(clause === '' ? {} : { clause }),
        blocks: false,
      };
    });
};
