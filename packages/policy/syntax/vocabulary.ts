/** Functions of the language; those of two or three words as FEEL spells them. */
export const BUILTINS = [
  'min',
  'max',
  'sum',
  'count',
  'mean',
  'not',
  'lookup',
  'qualified',
  'distinct values',
  'days between',
  'months between',
  'years between',
  'end of month',
  'round half up',
  'round half even',
  'round up',
  'round down',
] as const;
export type Builtin = (typeof BUILTINS)[number];

/** Words that can't be names. */
export const KEYWORDS = [
  'and',
  'or',
  'not',
  'in',
  'between',
  'if',
  'then',
  'else',
  'some',
  'every',
  'satisfies',
  'for',
  'return',
  'true',
  'false',
  'none',
  'default',
] as const;
