import { Sign, type SignName } from '@fuchi/ui/sign.tsx';
import type { SignOffRow } from '../contract.ts';

export const STATE_WORDS: Readonly<
  Record<SignOffRow['state'], { readonly word: string; readonly sign: SignName }>
> = {
  waiting: { word: '签批中', sign: 'open' },
  agreed: { word: '已同意', sign: 'yes' },
  declined: { word: '没有同意', sign: 'no' },
  withdrawn: { word: '已撤回', sign: 'none' },
};

/** Where a sign-off stands: a sign and words. */
export function SignOffTag({
  state,
  next,
}: {
  readonly state: SignOffRow['state'];
  readonly next: string;
}) {
  const { word, sign } = STATE_WORDS[state];
  return (
    <span className={`tag tag-${sign}`}>
      <Sign name={sign} />
      {next === '' ? word : `轮到“${next}”`}
    </span>
  );
}
