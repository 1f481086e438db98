import { addressText, targetAt } from '@fuchi/forms/field-address';
import { chosenMeasure, hasOwnUnit, measureKey } from '@fuchi/forms/measure-choice';
import { typedText } from '@fuchi/forms/typed-text';
import type { Indicator } from '@fuchi/guide/form';
import { ChoiceCell } from '../sheet/choice-cell.tsx';
import { FieldNotes } from '../sheet/field-notes.tsx';
import { useSheet } from '../sheet/sheet-world.ts';
import { TextCell } from '../sheet/text-cell.tsx';

interface Props {
  readonly indicator: Indicator;
  readonly index: number;
  /** Levels and label. */
  readonly name: string;
  readonly off: boolean;
  readonly notes: string | undefined;
}

/** The value of a target with what goes with it: which measure, the printed unit or the applicant's own. */
export function ValueCell({ indicator, index, name, off, notes }: Props) {
  const { filling } = useSheet();
  const at = (part: 'value' | 'measure' | 'unit') => targetAt(indicator.id, index, part);
  const measure = chosenMeasure(indicator, typedText(filling, at('measure')));
  const several = indicator.measures.length > 1;
  const byUnit = indicator.measures.every((m) => m.name === '');
  const cell = { off, notes };
  const options = measure?.options ?? [];
  // Where the unit is what is chosen, it needn't stand there twice.
  const unit = measure === undefined || measure.ownUnit || (several && byUnit) ? '' : measure.unit;
  const choice = (
    <ChoiceCell
      {...cell}
      address={at('measure')}
      name={`${name}，${byUnit ? '单位' : '填哪一项'}`}
      options={indicator.measures.map(measureKey)}
      prompt={byUnit ? '选单位' : '选填哪一项'}
    />
  );
  return (
    <>
      <div className={several && !byUnit ? 'cell-line cell-stack' : 'cell-line'}>
        {several && !byUnit && choice}
        <span className="cell-line">
          {options.length > 0 ? (
            <ChoiceCell
              {...cell}
              address={at('value')}
              name={name}
              options={options}
              prompt="选一项"
            />
          ) : (
            <TextCell
              {...cell}
              address={at('value')}
              name={unit === '' || name.includes(`（${unit}）`) ? name : `${name}，${unit}`}
              kind={measure?.kind === '文字' ? 'lines' : 'figure'}
            />
          )}
          {unit !== '' && (
            <span className="cell-unit" aria-hidden="true">
              {unit}
            </span>
          )}
          {several && byUnit && <span className="cell-own-unit">{choice}</span>}
          {hasOwnUnit(indicator) && measure?.ownUnit !== false && (
            <span className="cell-own-unit">
              <TextCell
                {...cell}
                address={at('unit')}
                name={`${name}，单位`}
                kind="lines"
                placeholder="单位"
              />
            </span>
          )}
        </span>
      </div>
      {(['measure', 'value', 'unit'] as const).map((part) => (
        <FieldNotes key={part} field={addressText(at(part))} />
      ))}
    </>
  );
}
