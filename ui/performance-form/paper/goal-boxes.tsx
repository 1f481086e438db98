import { yearlyText } from '@fuchi/documents/form/form-yearly';
import { addressText } from '@fuchi/forms/field-address';
import { FieldNotes } from '../sheet/field-notes.tsx';
import { useSheet } from '../sheet/sheet-world.ts';
import { TextCell } from '../sheet/text-cell.tsx';

/** 总体目标, and 年度目标 with what the targets by year add to it on the printed form. */
export function GoalBoxes() {
  const { form, filling } = useSheet();
  return (
    <div className="paper-header">
      {form.goals.map((name, i) => {
        const address = { kind: 'goal', name } as const;
        const byYear = i === 1 ? yearlyText(form, filling) : '';
        return (
          <div key={name} className="paper-line paper-goal">
            <div className="paper-field">
              <label className="paper-label" htmlFor={addressText(address)}>
                {name}
              </label>
              <div className="paper-value">
                <TextCell address={address} name={name} kind="lines" />
                {byYear !== '' && (
                  <p className="goal-years">
                    {byYear}
                    <span className="quiet small only-screen">（印在年度目标下面）</span>
                  </p>
                )}
                <FieldNotes field={addressText(address)} />
              </div>
            </div>
          </div>
        );
      })}
    </div>
  );
}
