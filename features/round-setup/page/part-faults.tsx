import { Sign } from '@fuchi/ui/sign.tsx';

interface Props {
  readonly faults: readonly { readonly path: string; readonly message: string }[];
  /** Which part of what is set: `clocks`. */
  readonly part: string;
}

/** More than these are folded up: a round that was just begun lacks one thing in each of its lines. */
const SHOWN = 5;

/** What the last check found wrong in one part. */
export function PartFaults({ faults, part }: Props) {
  const own = faults.filter(({ path }) => path === part || path.startsWith(`${part}.`));
  if (own.length === 0) return null;
  const most = own.length > SHOWN + 1 ? SHOWN : own.length;
  return (
    <div className="round-faults">
      <Messages faults={own.slice(0, most)} />
      {most < own.length && (
        <details>
          <summary>还有{own.length - most}处</summary>
          <Messages faults={own.slice(most)} />
        </details>
      )}
    </div>
  );
}

function Messages({ faults }: Pick<Props, 'faults'>) {
  return (
    <ul>
      {faults.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <Sign name="no" /> {message}
        </li>
      ))}
    </ul>
  );
}
