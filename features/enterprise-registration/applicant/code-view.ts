import { parseCreditCode } from '@fuchi/values/credit-code';
import type { CodeView } from '../contract.ts';
import { claimedText, submissionFaultText } from '../registration-text.ts';
import { type Claim, surnameOnly } from './claim.ts';

/** What can be said of a code while it is typed. @param claimOf looks up a well-formed one */
export async function codeView(
  typed: string,
  claimOf: (creditCode: string) => Promise<Claim>,
): Promise<CodeView> {
  const parsed = parseCreditCode(typed);
  const plain = typed.normalize('NFKC').trim().toUpperCase();
  if (!parsed.ok && parsed.code !== 'check-digit') {
    const code =
      parsed.code === 'bad-length' || parsed.code === 'bad-character' ? parsed.code : 'empty';
    const message = submissionFaultText({ path: 'creditCode', code, facts: parsed.facts });
    return { check: 'malformed', creditCode: plain, message, claimed: null, waitingAt: null };
  }
  const creditCode = parsed.ok ? parsed.value.text : plain;
  const { unit, waitingAt } = await claimOf(creditCode);
  const claimed = unit && {
    name: unit.name,
    administrators: unit.administrators.map(surnameOnly),
  };
  const check = parsed.ok
    ? ''
    : submissionFaultText({ path: 'creditCode', code: 'check-digit', facts: parsed.facts });
  return {
    check: parsed.ok ? 'ok' : 'check',
    creditCode,
    message: unit ? claimedText(unit) : check,
    claimed: claimed ?? null,
    waitingAt: waitingAt ?? null,
  };
}
