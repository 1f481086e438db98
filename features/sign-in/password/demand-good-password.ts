import { passwordFaults } from '@fuchi/record-person/password-policy';
import { badField } from '../refusal.ts';
import { passwordFaultText } from './password-fault-text.ts';

/**
 * @param path where it stands in the body
 * @throws HttpFault bad-input with everything that is wrong with it
 */
export function demandGoodPassword(password: string, login: string, path: string): void {
  const faults = passwordFaults(password, login);
  if (faults.length > 0) throw badField(faults.map((fault) => passwordFaultText(fault, path)));
}
