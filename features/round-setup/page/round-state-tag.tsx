import { Sign, type SignName } from '@fuchi/ui/sign.tsx';

const SIGNS: Readonly<Record<string, SignName>> = {
  draft: 'none',
  signing: 'open',
  open: 'yes',
  closed: 'none',
  withdrawn: 'no',
};

/** The state of a round: a sign and a word. */
export function RoundStateTag({ state, name }: { readonly state: string; readonly name: string }) {
  const sign = SIGNS[state] ?? 'none';
  return (
    <span className={`tag tag-${sign}`}>
      <Sign name={sign} />
      {name}
    </span>
  );
}
