import { addressText, targetAt } from '@fuchi/forms/field-address';
import { NO_TARGET } from '@fuchi/forms/filling';
import { MOST_ROWS } from '@fuchi/forms/filling-limits';
import { targetRows, withTargets } from '@fuchi/forms/typed-text';
import { type FormLine, isOff } from '../sheet/form-lines.ts';
import { useSheet } from '../sheet/sheet-world.ts';
import { focusField } from '../sheet/use-sheet-keys.ts';
import { NoYears } from './year-cells.tsx';

/** The row of dots after a repeated row: where another one is added. */
export function MoreRow({ line, noted }: { readonly line: FormLine; readonly noted: boolean }) {
  const { form, filling, change } = useSheet();
  const { id, label, wide } = line.indicator;
  const ofAll = form.grouping && (line.kind === '' || wide);
  const rows = targetRows(form, filling, id);
  const off = isOff(line);
  const add = () => {
    change('', (now) => withTargets(form, now, id, [...rows, NO_TARGET]));
    requestAnimationFrame(() => focusField(addressText(targetAt(id, rows.length, 'about'))));
  };
  return (
    <tr className={off ? 'row-off row-more' : 'row-more'}>
      <td className="more-cell" colSpan={ofAll ? 3 : 2}>
        <span aria-hidden="true">……</span>
        <button
          type="button"
          className="link small"
          disabled={off || rows.length >= MOST_ROWS}
          aria-label={`添加一行：${label}`}
          onClick={add}
        >
          添加一行
        </button>
      </td>
      <NoYears />
      {noted && <td className="note-cell" />}
    </tr>
  );
}
