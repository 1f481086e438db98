import { addressText } from '@fuchi/forms/field-address';
import { TICK } from '@fuchi/forms/sheet-rows';
import { kindsOf } from '@fuchi/guide/form';
import { FieldNotes } from '../sheet/field-notes.tsx';
import { useSheet } from '../sheet/sheet-world.ts';

/** Which kinds of project the form is filled in for: rows of the others aren't asked. */
export function KindChoice() {
  const { form, filling, type } = useSheet();
  if (!form.grouping) return null;
  const { name, choose } = form.grouping;
  const field = addressText({ kind: 'kind', name: '' });
  const one = choose === '一类';
  return (
    <fieldset id={field} tabIndex={-1} className="kind-choice" aria-describedby={`${field}-lead`}>
      <legend>{name}</legend>
      <p id={`${field}-lead`} className="quiet small">
        {one ? '选一类，只填这一类的行。' : '至少选一类，只填所选类别的行。'}
        换选不会丢掉已填的内容，没有选的类别不计入。
      </p>
      <div className="kind-boxes">
        {kindsOf(form).map((kind) => (
          <label key={kind}>
            <input
              id={addressText({ kind: 'kind', name: kind })}
              type={one ? 'radio' : 'checkbox'}
              name={one ? field : undefined}
              checked={filling.kinds.includes(kind)}
              onChange={({ target }) =>
                type({ kind: 'kind', name: kind }, target.checked ? TICK : '')
              }
            />
            {kind}
          </label>
        ))}
      </div>
      <FieldNotes field={field} />
    </fieldset>
  );
}
