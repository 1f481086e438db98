import { Panel } from '@fuchi/ui/panel.tsx';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { GuideParts } from '../contract.ts';
import { PartFaults } from './part-faults.tsx';
import { type PartProps, setting } from './part-props.ts';

type Reading = GuideParts['readings'][number];

const SHOWN_AT_FIRST = 10;

/** Points the guide's text leaves open: the usual reading, or the other one. */
export function ReadingsPart(props: PartProps) {
  const { content, guide, faults, fixed } = props;
  const { otherReadings } = content.settings;
  const isOther = ({ id }: Reading) => otherReadings.includes(id);
  const title = `条文理解，另解${otherReadings.length}条`;
  if (fixed) return <Chosen title={title} readings={guide.readings.filter(isOther)} />;
  const turn = (reading: Reading, other: boolean) =>
    setting(props, {
      otherReadings: guide.readings
        .filter((each) => (each === reading ? other : isOther(each)))
        .map(({ id }) => id),
    });
  return (
    <Choosing title={title} readings={guide.readings} isOther={isOther} onTurn={turn}>
      <PartFaults faults={faults} part="otherReadings" />
    </Choosing>
  );
}

/** Where nothing may be changed, what differs from the usual is all there is to read. */
function Chosen({
  title,
  readings,
}: {
  readonly title: string;
  readonly readings: readonly Reading[];
}) {
  return (
    <Panel title={title}>
      {readings.length === 0 && <p className="quiet">都按默认的理解。</p>}
      <ul className="round-readings">
        {readings.map((reading) => (
          <li key={reading.id}>
            <p>
              <Point reading={reading} />
            </p>
            <p>另解：{reading.other}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface ChoosingProps {
  readonly title: string;
  readonly readings: readonly Reading[];
  readonly isOther: (reading: Reading) => boolean;
  readonly onTurn: (reading: Reading, other: boolean) => void;
  readonly children: ReactNode;
}

function Choosing({ title, readings, isOther, onTurn, children }: ChoosingProps) {
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const wanted = readings.filter(
    ({ id, clause, point, standard, other }) =>
      text === '' || [id, clause, point, standard, other].some((part) => part.includes(text)),
  );
  // What is read otherwise stands first: it is what differs from the usual.
  const sorted = [...wanted.filter(isOther), ...wanted.filter((reading) => !isOther(reading))];
  const most = Math.max(SHOWN_AT_FIRST, readings.filter(isOther).length);
  const shown = all || text !== '' ? sorted : sorted.slice(0, most);
  return (
    <Panel
      title={title}
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
      {children}
      <ul className="round-readings">
        {shown.map((reading) => (
          <li key={reading.id}>
            <fieldset>
              <legend>
                <Point reading={reading} />
              </legend>
              {[false, true].map((other) => (
                <label key={String(other)} className="round-tick">
                  <input
                    type="radio"
                    name={`reading-${reading.id}`}
                    checked={isOther(reading) === other}
                    onChange={() => onTurn(reading, other)}
                  />
                  <span>{other ? `另解：${reading.other}` : `默认：${reading.standard}`}</span>
                </label>
              ))}
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

function Point({ reading: { id, clause, point } }: { readonly reading: Reading }) {
  return (
    <>
      <span className="quiet small">
        {id}（{clause}）
      </span>{' '}
      <strong>{point}</strong>
    </>
  );
}
