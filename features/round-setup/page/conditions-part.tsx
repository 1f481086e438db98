import { Panel } from '@fuchi/ui/panel.tsx';
import { PartFaults } from './part-faults.tsx';
import { type PartProps, setting } from './part-props.ts';

/** Conditions of the yearly call: they count where the round switches them on. */
export function ConditionsPart(props: PartProps) {
  const { content, guide, faults, fixed } = props;
  const { call } = content.settings;
  const turn = (id: string, on: boolean) =>
    setting(props, {
      // In the guide's order, whatever the order of ticking.
      call: guide.call
        .map((each) => each.id)
        .filter((each) => (each === id ? on : call.includes(each))),
    });
  return (
    <Panel title={`申报通知条件，启用${call.length}条`}>
      <PartFaults faults={faults} part="call" />
      <ul className="round-conditions">
        {guide.call.map(({ id, says }) => (
          <li key={id}>
            <label className="round-tick">
              <input
                type="checkbox"
                checked={call.includes(id)}
                disabled={fixed}
                onChange={(event) => turn(id, event.target.checked)}
              />
              <span>
                <span className="quiet small">{id}</span> {says}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
