import type { Verdict } from '@fuchi/policy/assess/assessment';
import { VERDICT_WORDS } from '@fuchi/policy/sentence/words';
import { Sign, type SignName } from './sign.tsx';

const SIGNS: Readonly<Record<Verdict, SignName>> = {
  eligible: 'yes',
  ineligible: 'no',
  undetermined: 'open',
};

/** The verdict as sign and word. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return (
    <strong className={`verdict-mark verdict-${SIGNS[verdict]}`}>
      <Sign name={SIGNS[verdict]} />
      {VERDICT_WORDS[verdict]}
    </strong>
  );
}
