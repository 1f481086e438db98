import { Moment } from '@fuchi/ui/moment.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import type { DoingView } from '../contract.ts';

/** 最近办理: what whoever looks did last, as the trail has it. */
export function DoingsPanel({ doings }: { readonly doings: readonly DoingView[] }) {
  return (
    <Panel title="我最近办理的">
      <ul className="desk-doings">
        {doings.length === 0 && <li className="quiet">还没有办理记录。您办的事会记在这里。</li>}
        {doings.map(({ id, at, what, about }) => (
          <li key={id}>
            <span className="quiet small">
              <Moment at={at} />
            </span>
            <span>
              {what}
              {about !== null && `：${about}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
