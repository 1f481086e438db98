import { plainName } from '../plain-name.ts';
import type { AuditFirms } from './contract.ts';

/** What stands for the class of a firm that the register doesn't have: neither high nor low. */
export const UNCHECKED = '未核';

/** The class of a firm by the year's register; lists write brackets in either width. */
export function classOf({ firms }: AuditFirms, firm: string): string | undefined {
  const name = plainName(firm);
  return firms.find((one) => plainName(one.name) === name)?.class;
}
