import { Sign } from '@fuchi/ui/sign.tsx';

interface Props {
  readonly faults: readonly { readonly path: string; readonly message: string }[];
  /** Which part of what is set: `clocks`. */
  readonly part: string;
}

/** What the last check found wrong in one part. */
export function PartFaults({ faults, part }: Props) {
  const own = faults.filter(({ path }) => path === part || path.startsWith(`${part}.`));
  if (own.length === 0) return null;
  return (
    <ul className="round-faults">
      {own.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <Sign name="no" /> {message}
        </li>
      ))}
    </ul>
  );
}
