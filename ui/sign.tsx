export type SignName = 'yes' | 'no' | 'open' | 'none';

const PATHS: Readonly<Record<SignName, string>> = {
  yes: 'M4 8.5l2.8 2.8L12 5.5',
  no: 'M5 5l6 6M11 5l-6 6',
  open: 'M5.9 6.2a2.1 2.1 0 1 1 3.1 1.9c-.7.4-1 .8-1 1.5M8 11.9v.1',
  none: 'M4.8 8h6.4',
};

/** The sign that goes with a word; it says nothing the word doesn't. */
export function Sign({ name }: { readonly name: SignName }) {
  return (
    <svg className="sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="7.25" className="sign-ground" />
      <path d={PATHS[name]} className="sign-mark" />
    </svg>
  );
}
