import { pathOf } from '@fuchi/record-application/contract-path';
import { SUMS, sumDoubt } from '../asked-amount.ts';
import type { Checker } from './checker.ts';
import type { ApplicationFinding } from './finding.ts';

/** Sums of the unit and the project whose unit would be guessed from the printed form. */
export const checkSums: Checker = async (_db, { said }) =>
  (['unit', 'project'] as const).flatMap((part) =>
    SUMS[part].flatMap((name): ApplicationFinding[] => {
      const text = said.fields[pathOf(part, [name])];
      const doubt = typeof text === 'string' ? sumDoubt(text) : undefined;
      if (doubt === undefined) return [];
      return [{ code: 'sum-doubt', part, path: name, says: `${name}${doubt}`, blocks: false }];
    }),
  );
