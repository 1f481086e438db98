import type { Assessment } from '@fuchi/policy/assess/assessment';
import { useState } from 'react';
import { useFieldWorld } from '../facts/field-context.ts';
import { Panel } from '../panel.tsx';
import { OtherReading } from './other-reading.tsx';

interface Props {
  readonly ids: readonly string[];
  /** Those taken in their other sense. */
  readonly other: ReadonlySet<string>;
  readonly now: Assessment;
  /** The answer with one point understood the other way; dear, so asked for only while the list is open. */
  readonly answerWith: (id: string) => Assessment | undefined;
}

/** The open points of the text that the answer rests on, with both ways to understand them. */
export function ReadingList({ ids, other, now, answerWith }: Props) {
  const { guide } = useFieldWorld();
  const readings = guide.guide.readings.filter((r) => ids.includes(r.id));
  const [open, setOpen] = useState(false);
  const changed = readings.filter((r) => other.has(r.id)).length;
  return (
    <Panel title="依据的条文理解">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {readings.length}处，{changed === 0 ? '都取默认' : `其中${changed}处取另解`}
        </summary>
        <ul className="plain-list">
          {readings.map((r) => (
            <li key={r.id}>
              <p>
                <span className="clause">{r.id}</span> {r.point}
              </p>
              <p className={other.has(r.id) ? 'quiet' : ''}>
                默认{!other.has(r.id) && '（采用）'}：{r.standard}
              </p>
              <p className={other.has(r.id) ? '' : 'quiet'}>
                另解{other.has(r.id) && '（采用）'}：{r.other}
              </p>
              {open && r.form === '数据' && <Other now={now} other={answerWith(r.id)} />}
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  );
}

function Other({ now, other }: { now: Assessment; other: Assessment | undefined }) {
  return other ? <OtherReading now={now} other={other} /> : null;
}
