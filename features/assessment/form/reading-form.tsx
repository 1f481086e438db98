import { useFieldWorld } from '@fuchi/ui/facts/field-context';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Radio } from 'antd';
import type { RoundEntry } from '../round-entry.ts';

interface Props {
  /** The readings the answer rests on. */
  readonly ids: readonly string[];
  readonly round: RoundEntry;
  readonly onChange: (round: RoundEntry) => void;
}

/** Where the text can be understood in two ways: which of them this answer takes. */
export function ReadingForm({ ids, round, onChange }: Props) {
  const { guide } = useFieldWorld();
  const readings = guide.guide.readings.filter((r) => ids.includes(r.id) && r.form === '数据');
  if (readings.length === 0) return null;
  const others = round.otherReadings.filter((id) => readings.some((r) => r.id === id)).length;
  const choose = (id: string, other: boolean) => {
    const rest = round.otherReadings.filter((r) => r !== id);
    onChange({ ...round, otherReadings: other ? [...rest, id] : rest });
  };
  return (
    <Panel title="条文理解">
      <details>
        <summary>
          切换本类别所依据的{readings.length}处条文理解
          {others > 0 && `（${others}处取另解）`}
        </summary>
        {readings.map((r) => (
          <fieldset key={r.id} className="reading">
            <legend>
              <span className="clause">{r.id}</span> {r.point}
            </legend>
            <Radio.Group
              name={`reading-${r.id}`}
              value={round.otherReadings.includes(r.id)}
              onChange={({ target }) => choose(r.id, target.value === true)}
            >
              <Radio value={false}>默认：{r.standard}</Radio>
              <Radio value={true}>另解：{r.other}</Radio>
            </Radio.Group>
          </fieldset>
        ))}
      </details>
    </Panel>
  );
}
