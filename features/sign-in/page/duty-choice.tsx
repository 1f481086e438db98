import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Alert } from 'antd';
import { type DutyView, type SessionView, sessionView } from '../contract.ts';

interface Props {
  readonly duties: readonly DutyView[];
  readonly chosen: DutyView | null;
  readonly onSession: (view: SessionView) => void;
}

/** Who has several duties says which he acts from: what he sees and may do goes by it. */
export function DutyChoice({ duties, chosen, onSession }: Props) {
  const { busy, fault, ask } = useDesk();
  const choose = async ({ appointment, delegation }: DutyView) => {
    const body = { appointment, delegation };
    const view = await ask({ method: 'POST', path: '/api/session/duty', body }, sessionView);
    if (view) onSession(view);
  };
  return (
    <>
      <ul className="sign-in-duties" aria-label="岗位">
        {duties.map((duty) => (
          <li key={`${duty.appointment} ${duty.delegation}`}>
            <button
              type="button"
              disabled={busy}
              aria-current={duty.appointment === chosen?.appointment}
              onClick={() => void choose(duty)}
            >
              <strong>{duty.roleName}</strong>
              <span>{duty.organisation}</span>
              {duty.standsInFor !== null && (
                <span className="tag tag-open">代{duty.standsInFor}办理</span>
              )}
              {duty.appointment === chosen?.appointment && (
                <span className="tag tag-none">当前岗位</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
    </>
  );
}
