import { Panel } from '@fuchi/ui/panel.tsx';
import { Input } from 'antd';
import { useState } from 'react';
import { PartFaults } from './part-faults.tsx';
import { type PartProps, setting } from './part-props.ts';

const SHOWN_AT_FIRST = 10;

/** Points the guide's text leaves open: the usual reading, or the other one. */
export function ReadingsPart(props: PartProps) {
  const { content, guide, faults, fixed } = props;
  const { otherReadings } = content.settings;
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const turn = (id: string, other: boolean) =>
    setting(props, {
      otherReadings: guide.readings
        .map((each) => each.id)
        .filter((each) => (each === id ? other : otherReadings.includes(each))),
    });
  const wanted = guide.readings.filter(
    ({ id, clause, point, standard, other }) =>
      text === '' || [id, clause, point, standard, other].some((part) => part.includes(text)),
  );
  // What is read otherwise stands first: it is what differs from the usual.
  const sorted = [...wanted].sort(
    (a, b) => Number(otherReadings.includes(b.id)) - Number(otherReadings.includes(a.id)),
  );
  const shown =
    all || text !== '' ? sorted : sorted.slice(0, Math.max(SHOWN_AT_FIRST, otherReadings.length));
  return (
    <Panel
      title={`条文理解，另解${otherReadings.length}条`}
      aside={
        <Input
          className="round-find"
          aria-label="找条文理解"
          placeholder="找编号、条款或文字"
          value={text}
          onChange={(event) => setText(event.target.value.trim())}
        />
      }
    >
      <PartFaults faults={faults} part="otherReadings" />
      <ul className="round-readings">
        {shown.map(({ id, clause, point, standard, other }) => (
          <li key={id}>
            <fieldset disabled={fixed}>
              <legend>
                <span className="quiet small">
                  {id}（{clause}）
                </span>{' '}
                {point}
              </legend>
              <label className="round-tick">
                <input
                  type="radio"
                  name={`reading-${id}`}
                  checked={!otherReadings.includes(id)}
                  onChange={() => turn(id, false)}
                />
                <span>默认：{standard}</span>
              </label>
              <label className="round-tick">
                <input
                  type="radio"
                  name={`reading-${id}`}
                  checked={otherReadings.includes(id)}
                  onChange={() => turn(id, true)}
                />
                <span>另解：{other}</span>
              </label>
            </fieldset>
          </li>
        ))}
      </ul>
      {wanted.length === 0 && <p className="quiet">没有符合的。</p>}
      {shown.length < wanted.length && (
        <p className="round-more">
          <button type="button" className="round-link" onClick={() => setAll(true)}>
            显示全部{wanted.length}条
          </button>
        </p>
      )}
    </Panel>
  );
}
