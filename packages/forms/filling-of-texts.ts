import { type Form, indicatorsOf, kindsOf } from '@fuchi/guide/form';
import { type FieldAddress, readAddress } from './field-address.ts';
import { blankFilling, type Filling } from './filling.ts';
import { withText } from './typed-text.ts';

/**
 * A filling from texts that are kept each by the address of its field. A text at an address the form hasn't, left from
 * another version of the guide, is left out; rows stand in the order of their numbers, whatever the texts' order.
 * @example fillingOfTexts(form, new Map([['/header/项目名称', '示例项目']])).header // { 项目名称: '示例项目' }
 */
export function fillingOfTexts(form: Form, texts: ReadonlyMap<string, string>): Filling {
  const told = [...texts].flatMap(([text, typed]) => {
    const address = readAddress(text);
    return address && typed !== '' && hasPlace(form, address) ? [{ address, typed }] : [];
  });
  return told.reduce(
    (filling, { address, typed }) => withText(form, filling, address, typed),
    blankFilling(form.id),
  );
}

function hasPlace(form: Form, address: FieldAddress): boolean {
  switch (address.kind) {
    case 'header':
      return form.header.flat().some(({ name }) => name === address.name);
    case 'goal':
      return form.goals.includes(address.name);
    case 'kind':
      return kindsOf(form).includes(address.name);
    case 'target':
      return indicatorsOf(form).some(({ indicator }) => indicator.id === address.id);
    case 'own':
      return true;
  }
}
