import { Sign } from '@fuchi/ui/sign.tsx';
import type { SignOffView } from '../contract.ts';

interface Props {
  readonly steps: SignOffView['steps'];
  /** The step whose turn it is; '' where it waits no longer. */
  readonly next: string;
}

/** The steps of a chain in their order, with what was said at each. */
export function StepList({ steps, next }: Props) {
  const at = steps.findIndex(({ signature }) => signature === null);
  return (
    <ol className="sign-off-steps">
      {steps.map(({ name, roleName, signature }, index) => (
        <li key={`${name} ${String(index)}`}>
          <p className="sign-off-step">
            <span className={`tag tag-${signOf(signature, next !== '' && index === at)}`}>
              <Sign name={signOf(signature, next !== '' && index === at)} />
              {wordOf(signature, next !== '' && index === at)}
            </span>
            <strong>{name}</strong>
            {signature ? (
              <span>
                {signature.name}
                {signature.standsInFor !== null && `（代${signature.standsInFor}）`}
                <span className="quiet">
                  ，{signature.organisation}，{signature.date}
                </span>
              </span>
            ) : (
              <span className="quiet">{roleName}</span>
            )}
          </p>
          {signature && <p className="sign-off-opinion">{signature.opinion}</p>}
        </li>
      ))}
    </ol>
  );
}

type Signature = SignOffView['steps'][number]['signature'];

function signOf(signature: Signature, isNext: boolean) {
  if (signature) return signature.agreed ? 'yes' : 'no';
  return isNext ? 'open' : 'none';
}

function wordOf(signature: Signature, isNext: boolean): string {
  if (signature) return signature.agreed ? '同意' : '不同意';
  return isNext ? '待签' : '未到';
}
