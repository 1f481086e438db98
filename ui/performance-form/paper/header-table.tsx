import { addressText } from '@fuchi/forms/field-address';
import { typedText } from '@fuchi/forms/typed-text';
import type { HeaderField } from '@fuchi/guide/form';
import { DatePicker } from '../../date-picker.tsx';
import { FieldNotes } from '../sheet/field-notes.tsx';
import { useSheet } from '../sheet/sheet-world.ts';
import { TextCell } from '../sheet/text-cell.tsx';

/** What stands above the indicators: the header's fields, one or two in a line, and the goals. */
export function HeaderTable() {
  const { form } = useSheet();
  return (
    <div className="paper-header">
      {form.header.map((fields) => (
        <div key={fields[0]?.name} className="paper-line">
          {fields.map((field) => (
            <HeaderCell key={field.name} field={field} />
          ))}
        </div>
      ))}
    </div>
  );
}

function HeaderCell({ field: { name, kind } }: { readonly field: HeaderField }) {
  const { filling, type } = useSheet();
  const address = { kind: 'header', name } as const;
  return (
    <div className="paper-field">
      <label className="paper-label" htmlFor={addressText(address)}>
        {name}
      </label>
      <div className="paper-value">
        <div className="cell-line">
          <TextCell
            address={address}
            name={name}
            {...(kind === '日期'
              ? { kind: 'line', placeholder: '如2022-03-16' }
              : { kind: 'lines' })}
          />
          {kind === '日期' && (
            <DatePicker
              value={typedText(filling, address)}
              label={`从日历选${name}`}
              onPick={(date) => type(address, date)}
            />
          )}
        </div>
        <FieldNotes field={addressText(address)} />
      </div>
    </div>
  );
}
