import { leftOut } from '@fuchi/policy/assess/left-out';
import { leftOutTexts } from '@fuchi/policy/sentence/left-out';
import { pathOfMissing } from '@fuchi/ui/facts/field-path';
import { rowWord } from '@fuchi/ui/facts/row-word';
import type { Checker } from './checker.ts';

/** Rows that were filled in and count for nothing: a slip of the pen among dates adds less, and nothing else shows it. */
export const checkLeftOut: Checker = async (_db, { judged }) => {
  const { program, given } = judged;
  return leftOutTexts(leftOut(program, given), program.specs, rowWord).map((text) => ({
    code: 'row-left-out',
    part: 'facts',
    path: pathOfMissing(text.list, undefined),
    says: `${text.says}。填错的请更正，没有填错的不用改。`,
    ...(text.clause === '' ? {} : { clause: text.clause }),
    blocks: false,
  }));
};
