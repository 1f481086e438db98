import { BAD_INPUT } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { passwordFaultText } from './password-fault-text.ts';
import { passwordFaults } from './password-policy.ts';

/**
 * @param path where it stands in the body
 * @throws HttpFault bad-input with everything that is wrong with it
 */
export function demandGoodPassword(password: string, login: string, path: string): void {
  const faults = passwordFaults(password, login).map((fault) => passwordFaultText(fault, path));
  if (faults.length === 0) return;
  throw new HttpFault(
    BAD_INPUT,
    { zh: faults.map((f) => f.message).join('；'), en: faults.map((f) => f.messageEn).join('; ') },
    { faults },
  );
}
