import { pathOf } from '@fuchi/record-application/contract-path';
import type { Checker } from './checker.ts';

/** What every printed form must name, in other words where one of several will do. */
const NEEDED: readonly (readonly [string, ...string[]])[] = [
  ['法定代表人'],
  ['联系人'],
  ['联系电话', '手机'],
];

/** Whether the form says who signs for the unit and how it is reached. A reminder: it is signed on paper as well. */
export const checkUnit: Checker = async (_db, { said }) => {
  const told = (name: string) => {
    const text = said.fields[pathOf('unit', [name])];
    return typeof text === 'string' && text.trim() !== '';
  };
  const blank = NEEDED.filter((names) => !names.some(told));
  const [first] = blank;
  if (!first) return [];
  const says = `还没有填写${blank.map((names) => names.join('或')).join('、')}：印在申报书上，审核时据此联系。`;
  return [{ code: 'unit-blank', part: 'unit', path: first[0], says, blocks: false }];
};
