import { DATE } from './family/date.ts';
import { DELETION } from './family/deletion.ts';
import { DIGIT } from './family/digit.ts';
import { LOOK_ALIKE } from './family/look-alike.ts';
import { NAME } from './family/name.ts';
import { OPERATOR } from './family/operator.ts';
import { QUOTA } from './family/quota.ts';
import { READING } from './family/reading.ts';
import { SCOPE } from './family/scope.ts';
import { UNIT } from './family/unit.ts';
import type { Operator } from './slip.ts';

/** Every way of slipping that is tried, written down before any of them was counted. */
export const OPERATORS: readonly Operator[] = [
  ...NAME,
  ...DIGIT,
  ...UNIT,
  ...OPERATOR,
  ...DATE,
  ...QUOTA,
  ...SCOPE,
  ...READING,
  ...DELETION,
  ...LOOK_ALIKE,
];
