import type { OfficialDocument } from '../document.ts';
import type { PrintIdentity } from './print-furniture.ts';
import { statementDocument } from './statement-page.ts';

/** 承诺函: what a line asks the applicant to promise, as the line's data says it. */
export interface PromiseLetter {
  /** Its title is the paper's name. */
  readonly identity: PrintIdentity;
  readonly authorities: string;
  readonly fund: string;
  readonly line: string;
  /** In full: 一（三）2(2)②. */
  readonly clause: string;
  readonly project: string;
  readonly applicant: string;
  readonly promises: readonly string[];
}

/** Titles longer than so many characters stand on two lines. */
const LONG_TITLE = 18;

/** @example promiseLetterDocument({ identity, clause: '一（三）2(2)②', promises: ['…'], … }) */
export function promiseLetterDocument(letter: PromiseLetter): OfficialDocument {
  const { identity, fund, line, clause, project, applicant, promises } = letter;
  const named = project === '' ? '' : `（项目名称：${project}）`;
  return statementDocument({
    identity,
    title: titleLines(identity.title),
    recipients: letter.authorities,
    opening: `本单位申报${fund}${line}${named}。按照项目指南${clause}的要求，本单位承诺：`,
    points: promises,
    closing: '以上承诺自签章之日起生效。如有违反，本单位愿意承担由此产生的责任。',
    applicant,
  });
}

/** A long name is parted before its last word, 承诺函 or 承诺. */
function titleLines(title: string): readonly string[] {
  if (title.length <= LONG_TITLE) return [title];
  const last = /(?:对接)?的?承诺[函书]?$/u.exec(title);
  if (!last || last.index === 0) return [title];
  return [title.slice(0, last.index), title.slice(last.index)];
}
