import type { Because, Outcome } from '@fuchi/policy/assess/assessment';
import { BECAUSE_WORDS, OUTCOME_WORDS } from '@fuchi/policy/sentence/words';
import { Sign, type SignName } from './sign.tsx';

const SIGNS: Readonly<Record<Outcome, SignName>> = {
  met: 'yes',
  unmet: 'no',
  unknown: 'open',
  'not-applicable': 'none',
};

interface Props {
  readonly outcome: Outcome;
  readonly because?: Because | undefined;
}

/** What came of a condition: a sign and a word, never colour alone. */
export function OutcomeTag({ outcome, because }: Props) {
  return (
    <span className={`tag tag-${SIGNS[outcome]}`}>
      <Sign name={SIGNS[outcome]} />
      {OUTCOME_WORDS[outcome]}
      {because && `：${BECAUSE_WORDS[because]}`}
    </span>
  );
}
