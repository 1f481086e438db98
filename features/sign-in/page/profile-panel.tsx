import { Panel } from '@fuchi/ui/panel.tsx';
import type { ProfileView, SessionView } from '../contract.ts';

interface Props {
  readonly profile: ProfileView;
  readonly session: SessionView;
}

/** Name, login, and every duty. */
export function ProfilePanel({ profile, session: { duty, duties } }: Props) {
  return (
    <Panel title="本人">
      <dl className="sign-in-facts">
        <dt>姓名</dt>
        <dd>{profile.name}</dd>
        <dt>账号</dt>
        <dd>{profile.login}</dd>
        <dt>岗位</dt>
        <dd>
          <ul>
            {duties.map((one) => (
              <li key={`${one.appointment} ${one.delegation}`}>
                {one.organisation} · {one.roleName}
                {one.standsInFor !== null && `（代${one.standsInFor}办理）`}
                {duties.length > 1 && one.appointment === duty?.appointment && (
                  <span className="tag tag-none sign-in-now">当前</span>
                )}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </Panel>
  );
}
