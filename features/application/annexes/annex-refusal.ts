import type { UnprintableCharacter } from '@fuchi/documents/pdf/pdf-writer';
import { type FaultKind, REFUSED_FILE } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { refusedWorkbook } from '@fuchi/platform-server/workbook/refused-workbook';
import type { AnnexRefusal } from './read-annex-workbook.ts';

/** Why a list that came back isn't taken as a whole. */
export function annexRefusal(
  code: AnnexRefusal,
  facts: Readonly<Record<string, string>>,
): HttpFault {
  switch (code) {
    case 'annex-not-ours':
      return refused('这不是从本页下载的核定表。请下载后填写，再原样上传', code);
    case 'annex-other-application':
      return refused('这是另一项申报的核定表', code);
    case 'annex-other':
      return refused(`这是另一张表：${(facts['file'] ?? '').slice(0, 60)}`, code);
    case 'annex-other-guide':
      return refused('这张表是按指南的另一个版本下载的。请重新下载', code);
    default:
      return refusedWorkbook(code);
  }
}

function refused(zh: string, code: AnnexRefusal): HttpFault {
  return new HttpFault(REFUSED_FILE, { zh, en: `The file is refused: ${code}` });
}

const UNPRINTABLE: FaultKind = {
  status: 422,
  code: 'unprintable',
  when: { zh: '有打印不出的字', en: 'Some characters can not be printed' },
};

/** Characters no face shows, with what they stand in. */
export function unprintable(characters: readonly UnprintableCharacter[]): HttpFault {
  const told = characters.slice(0, 5).map(({ code, within }) => `“${within}”里的 ${code}`);
  return new HttpFault(UNPRINTABLE, {
    zh: `有打印不出的字，请改掉：${told.join('；')}`,
    en: `Characters that can not be printed: ${characters.map(({ code }) => code).join(', ')}`,
  });
}
