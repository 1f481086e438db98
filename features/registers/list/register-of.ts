import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { CheckedRegister } from '@fuchi/policy/register/checked-register';
import { noSuch } from '../refusal.ts';

/**
 * The register an address names.
 * @throws HttpFault no-such where the guide has none of that name
 */
export function registerOf(
  guide: CheckedGuide,
  params: Readonly<Record<string, string>>,
): CheckedRegister {
  const register = guide.registers.find(({ id }) => id === params['register']);
  if (!register) throw noSuch();
  return register;
}
