import type { SubjectKind } from '@fuchi/record-event/event';

/** What events belong to, as screens call it. */
export const SUBJECT_WORDS: Readonly<Record<SubjectKind, string>> = {
  account: '账号',
  application: '申报',
  guide: '指南版本',
  organisation: '单位',
  register: '名单',
  registration: '单位注册',
  round: '申报批次',
  system: '系统',
};

/** @example subjectText('account', '12') // '账号 12' */
export function subjectText(kind: string, id: string): string {
  const known: Readonly<Record<string, string>> = SUBJECT_WORDS;
  return `${Object.hasOwn(known, kind) ? known[kind] : kind} ${id}`;
}
