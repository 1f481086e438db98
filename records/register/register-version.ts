import type { CheckedRegister } from '@fuchi/policy/register/checked-register';
import { addDays, formatDate, formatDateChinese, parseDate } from '@fuchi/values/date';

/** One import of a list. */
export interface RegisterVersion {
  readonly id: string;
  /** Id of the register, as the guide names it. */
  readonly register: string;
  /** '' for a list that isn't yearly. */
  readonly year: string;
  /** Counts the imports of this list and year, from 1. */
  readonly number: number;
  /** By which document it was published. */
  readonly source: string;
  /** ISO date: what the list says is so on this day. */
  readonly asOf: string;
  readonly file: { readonly name: string; readonly digest: string };
  readonly entries: number;
  readonly importedAt: Date;
  readonly importedBy: { readonly account: string; readonly name: string };
  readonly withdrawn: { readonly at: Date; readonly because: string } | null;
}

/** The last day on which a version answers; undefined where it does until another one comes. */
export function validUntil(
  { validDays }: Pick<CheckedRegister, 'validDays'>,
  { asOf }: Pick<RegisterVersion, 'asOf'>,
): string | undefined {
  const day = parseDate(asOf);
  if (validDays === null || !day.ok) return undefined;
  return formatDate(addDays(day.value, validDays));
}

/** Whether a version still answers on a day. @param today ISO date */
export function isValid(
  register: Pick<CheckedRegister, 'validDays'>,
  version: Pick<RegisterVersion, 'asOf'>,
  today: string,
): boolean {
  const until = validUntil(register, version);
  return until === undefined || today <= until;
}

/**
 * How a version is named beside what rests on it.
 * @example versionText(register, version) // '规模以上工业企业名单（2022年度，截至2022年3月1日，第2版）'
 */
export function versionText(
  { title }: Pick<CheckedRegister, 'title'>,
  { year, asOf, number }: Pick<RegisterVersion, 'year' | 'asOf' | 'number'>,
): string {
  const day = parseDate(asOf);
  const until = day.ok ? formatDateChinese(day.value) : asOf;
  return `${title}（${year === '' ? '' : `${year}年度，`}截至${until}，第${number}版）`;
}
