import { pathOf } from '@fuchi/record-application/contract-path';
import { SUMS, sumDoubt } from '../asked-amount.ts';
import { COUNTS, countDoubt } from '../asked-count.ts';
import type { Checker } from './checker.ts';
import type { ApplicationFinding } from './finding.ts';

/** Sums and numbers of people in the unit and the project that whoever reads the printed form would have to guess. */
export const checkSums: Checker = async (_db, { said }) => {
  const find = (
    part: 'unit' | 'project',
    names: readonly string[],
    code: string,
    doubtOf: (text: string) => string | undefined,
  ) =>
    names.flatMap((name): ApplicationFinding[] => {
      const text = said.fields[pathOf(part, [name])];
      const doubt = typeof text === 'string' ? doubtOf(text) : undefined;
      return doubt === undefined
        ? []
        : [{ code, part, path: name, says: `${name}${doubt}`, blocks: false }];
    });
  return [
    ...find('unit', SUMS.unit, 'sum-doubt', sumDoubt),
    ...find('unit', COUNTS, 'count-doubt', countDoubt),
    ...find('project', SUMS.project, 'sum-doubt', sumDoubt),
  ];
};
