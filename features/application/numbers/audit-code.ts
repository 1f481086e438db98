import { type NumberKey, numberKey } from './written-numbers.ts';

/** The field of an audit report that no second applicant's report may have: its code at the accountants' register. */
export const AUDIT_CODE = '报备验证码';

/** The key by which such a code is found again. @example auditKey(' 3200-a1 ') // { state: 'key', key: '3200-A1' } */
export function auditKey(code: string): NumberKey {
  return numberKey('record', '', code);
}
