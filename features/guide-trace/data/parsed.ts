import { parse } from '@fuchi/policy/syntax/parse';
import { memo } from '../memo.ts';

/** The syntax of an expression; undefined where it has a fault, which `fuchi check` reports. */
export const parsed = memo(8_000, (text) => parse(text).syntax);
