import {
  addressText,
  type FieldAddress,
  ownAt,
  readAddress,
  targetAt,
} from '@fuchi/forms/field-address';
import { blankFilling, type Filling } from '@fuchi/forms/filling';
import { typedText, withText } from '@fuchi/forms/typed-text';
import type { Form } from '@fuchi/guide/form';
import type { FieldValue } from './contract.ts';
import type { Fields } from './contract-entry.ts';
import { pathOf } from './contract-path.ts';

/** The performance form of a draft. Fields the form doesn't have, of another version, are left out. */
export function fillingOfFields(form: Form, fields: Fields): Filling {
  let filling = blankFilling(form.id);
  for (const [path, value] of fields) {
    if (!path.startsWith('form/') || typeof value !== 'string') continue;
    const address = readAddress(path.slice('form/'.length));
    if (address) filling = withText(form, filling, address, value);
  }
  return filling;
}

/** What must be saved for one filling to become another: what was taken away as null. */
export function savesOfFilling(
  before: Filling,
  after: Filling,
): readonly { readonly path: string; readonly value: FieldValue }[] {
  const old = fieldsOfFilling(before);
  const now = fieldsOfFilling(after);
  const changed = [...now].filter(([path, text]) => old.get(path) !== text);
  const gone = [...old.keys()].filter((path) => !now.has(path));
  return [
    ...changed.map(([path, value]) => ({ path, value })),
    ...gone.map((path) => ({ path, value: null })),
  ];
}

/** Every text of a filling by the name of its field. @example fieldsOfFilling(filling).get('form//header/项目名称') */
export function fieldsOfFilling(filling: Filling): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const address of addressesOf(filling)) {
    const text = typedText(filling, address);
    if (text !== '') fields.set(pathOf('form', [addressText(address)]), text);
  }
  return fields;
}

const TARGET_PARTS = ['value', 'measure', 'unit', 'about'] as const;
const OWN_PARTS = ['name', 'unit', 'value'] as const;

function addressesOf({ header, goals, kinds, targets, own }: Filling): readonly FieldAddress[] {
  return [
    ...Object.keys(header).map((name) => ({ kind: 'header', name }) as const),
    ...Object.keys(goals).map((name) => ({ kind: 'goal', name }) as const),
    ...kinds.map((name) => ({ kind: 'kind', name }) as const),
    ...Object.entries(targets).flatMap(([id, rows]) =>
      rows.flatMap((row, i) => [
        ...TARGET_PARTS.map((part) => targetAt(id, i, part)),
        ...Object.keys(row.years).map((year) => targetAt(id, i, 'year', year)),
      ]),
    ),
    ...own.flatMap((row, i) => [
      ...OWN_PARTS.map((part) => ownAt(i, part)),
      ...Object.keys(row.years).map((year) => ownAt(i, 'year', year)),
    ]),
  ];
}
