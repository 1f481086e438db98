interface Props {
  readonly state: string;
  readonly name: string;
}

const LOOKS: Readonly<Record<string, { readonly tag: string; readonly sign: string }>> = {
  submitted: { tag: 'tag-open', sign: '…' },
  returned: { tag: 'tag-open', sign: '↩' },
  approved: { tag: 'tag-yes', sign: '✓' },
  refused: { tag: 'tag-no', sign: '✗' },
};

/** Where a registration stands: a sign and a word, never colour alone. */
export function StateTag({ state, name }: Props) {
  const look = LOOKS[state];
  return (
    <span className={`tag ${look?.tag ?? 'tag-none'}`}>
      {look && <span aria-hidden="true">{look.sign}</span>}
      {name}
    </span>
  );
}
