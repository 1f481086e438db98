import type { UnprintableCharacter } from '@fuchi/documents/pdf/pdf-writer';
import { badInput } from '@fuchi/platform-server/api/read-body';
import type { HttpFault } from '@fuchi/platform-server/http-fault';
import type { SaidContent } from '../prints/read-content.ts';

/** Characters that no face shows, each with the field it stands in: nothing is printed until they are gone. */
export function unprintableInput(
  { fields, title }: Pick<SaidContent, 'fields' | 'title'>,
  characters: readonly UnprintableCharacter[],
): HttpFault {
  const texts = [['project/名称', title] as const, ...Object.entries(fields)];
  const faults = characters.flatMap(({ character, code, within }) => {
    const places = texts.filter(([, value]) => JSON.stringify(value).includes(character));
    const paths = places.length > 0 ? places.map(([path]) => path) : [''];
    return paths.map((path) => ({ path, code, within }));
  });
  return badInput(faults, ({ path, code, within }) => ({
    path,
    code: 'unprintable',
    message: `“${within}”里的${code}打印不出，请改掉`,
    messageEn: `${code} can not be printed`,
  }));
}
