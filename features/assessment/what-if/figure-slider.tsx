import { Input } from 'antd';
import { useId, useState } from 'react';
import { stepOf, stepText } from './trial.ts';

interface Props {
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly at: number;
  readonly most: number;
  readonly onMove: (step: number) => void;
}

/** A figure to be pushed along a scale or typed; the arrow keys move it by a hundredth of the scale. */
export function FigureSlider({ label, unit, decimals, at, most, onMove }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const coarse = Math.max(1, Math.round(most / 100));
  return (
    <div className="figure-slider">
      <label htmlFor={id}>{label}</label>
      <input
        type="range"
        min={0}
        max={most}
        step={coarse}
        value={at}
        aria-label={`${label}，拖动试数`}
        aria-valuetext={`${stepText(at, decimals)}${unit}`}
        onChange={({ target }) => {
          setTyped(null);
          onMove(Number(target.value));
        }}
      />
      <Input
        id={id}
        className="figure-input"
        inputMode="decimal"
        autoComplete="off"
        maxLength={16}
        value={typed ?? stepText(at, decimals)}
        suffix={<span className="quiet">{unit}</span>}
        onChange={({ target: { value } }) => {
          setTyped(value);
          const step = stepOf(value, decimals);
          if (step !== undefined) onMove(step);
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}
