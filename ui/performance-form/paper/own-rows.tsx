import { addressText, ownAt } from '@fuchi/forms/field-address';
import { MOST_ROWS } from '@fuchi/forms/filling-limits';
import { numbered } from '@fuchi/forms/sheet-rows';
import { NO_OWN } from '@fuchi/forms/typed-text';
import { FieldNotes } from '../sheet/field-notes.tsx';
import { useSheet } from '../sheet/sheet-world.ts';
import { TextCell } from '../sheet/text-cell.tsx';
import { focusField } from '../sheet/use-sheet-keys.ts';
import { NoYears, YearCells } from './year-cells.tsx';

interface Props {
  /** Columns between the first and the value's: levels, kinds, label. */
  readonly width: number;
  readonly noted: boolean;
}

/** 个性指标: what the applicant promises beyond the printed rows. None are needed. */
export function OwnRows({ width, noted }: Props) {
  const { form, filling, change } = useSheet();
  const { own } = filling;
  const add = () => {
    change('', (now) => ({ ...now, own: [...now.own, NO_OWN] }));
    requestAnimationFrame(() => focusField(addressText(ownAt(own.length, 'name'))));
  };
  return (
    <>
      {own.map((_, index) => {
        const name = numbered(form.own, index);
        const at = (part: 'name' | 'value' | 'unit') => ownAt(index, part);
        return (
          <tr key={name}>
            {index === 0 && <OwnHead rows={own.length + 1} name={form.own} />}
            <th scope="row" className="label-cell" colSpan={width}>
              <span className="cell-line">
                <TextCell
                  address={at('name')}
                  name={`${name}，指标名称`}
                  kind="lines"
                  placeholder="填指标名称"
                />
                <button
                  type="button"
                  className="link small"
                  aria-label={`删除${name}`}
                  onClick={() =>
                    change('', (now) => ({ ...now, own: now.own.filter((_, i) => i !== index) }))
                  }
                >
                  删除
                </button>
              </span>
              <FieldNotes field={addressText(at('name'))} />
            </th>
            <td className="value-cell">
              <span className="cell-line">
                <TextCell address={at('value')} name={`${name}，指标值`} kind="lines" />
                <span className="cell-own-unit">
                  <TextCell
                    address={at('unit')}
                    name={`${name}，单位`}
                    kind="lines"
                    placeholder="单位"
                  />
                </span>
              </span>
              <FieldNotes field={addressText(at('value'))} />
              <FieldNotes field={addressText(at('unit'))} />
            </td>
            <YearCells
              addressOf={(year) => ownAt(index, 'year', year)}
              name={name}
              yearly
              off={false}
            />
            {noted && <td className="note-cell" />}
          </tr>
        );
      })}
      <tr className="row-more">
        {own.length === 0 && <OwnHead rows={1} name={form.own} />}
        <td className="more-cell" colSpan={width + 1}>
          <button
            type="button"
            className="link small"
            disabled={own.length >= MOST_ROWS}
            onClick={add}
          >
            添加一项{form.own}
          </button>
          {own.length === 0 && <span className="quiet small only-screen">没有可以不填</span>}
        </td>
        <NoYears />
        {noted && <td className="note-cell" />}
      </tr>
    </>
  );
}

function OwnHead({ rows, name }: { readonly rows: number; readonly name: string }) {
  return (
    <th scope="rowgroup" rowSpan={rows} className="level-common">
      <span>{name}</span>
    </th>
  );
}
