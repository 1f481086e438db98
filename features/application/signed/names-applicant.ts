import { plainName } from '../plain-name.ts';

/** Whom a certificate should name. */
export interface NamedApplicant {
  readonly name: string;
  readonly creditCode: string | null;
}

/** What authorities put between a name and a number in one value: 江苏恒川精密机械有限公司@91320594MA1XKP2R7N. */
const BETWEEN = /[\s@|,;:，；：/_-]+/u;

/**
 * Whether one of a subject's values is, or holds between separators, the applicant's credit code or name. Part of a
 * longer name doesn't count: a branch's certificate isn't the company's.
 * @example namesApplicant(['江苏恒川@91320594MA1XKP2R7N'], { name: '…', creditCode: '91320594MA1XKP2R7N' }) // true
 */
export function namesApplicant(
  subject: readonly string[],
  { name, creditCode }: NamedApplicant,
): boolean {
  const wanted = [name, ...(creditCode === null ? [] : [creditCode])].map(plainName);
  return subject.some((value) =>
    [plainName(value), ...value.split(BETWEEN).map(plainName)].some((part) =>
      wanted.includes(part),
    ),
  );
}
