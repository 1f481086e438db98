import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import { type FieldEntry, isNone, isRows } from '@fuchi/policy/facts/entry';
import type { Answers } from './answers.ts';
import { factAnswer } from './fact-answer.ts';

export interface ToldAnswer {
  readonly spec: FactSpec;
  readonly field: FieldEntry;
}

/** Every fact that is answered, in the guide's order. */
export function toldAnswers(guide: CheckedGuide, answers: Answers): readonly ToldAnswer[] {
  return Object.values(guide.facts).flatMap((spec) => {
    const field = factAnswer(spec, answers);
    return field === undefined || field === '' ? [] : [{ spec, field }];
  });
}

/** An answer as a person reads it. @example answerText(spec, '5000') // '5000 万元' */
export function answerText(spec: FactSpec, field: FieldEntry): string {
  if (isNone(field)) return '无';
  if (isRows(field)) return `${field.rows.length}行${field.complete ? '，已列全' : '，未列全'}`;
  if (typeof field !== 'string') return field.join('、');
  const bare = /^[\d.,]+$/.test(field.trim());
  return bare && spec.unit !== '' ? `${field} ${spec.unit}` : field;
}
