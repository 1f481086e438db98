import { LETTER_PAGE, type OfficialDocument, paragraph } from '@fuchi/documents/document';
import type { Draft } from './contract.ts';

const BLANK = '　'.repeat(8);

/**
 * 授权书: the unit says that somebody registers it and administers its account. What isn't filled in yet is left to be
 * written by hand.
 */
export function authorisationLetter(
  { name, creditCode, purpose }: Pick<Draft, 'name' | 'creditCode' | 'purpose'>,
  person: string,
): OfficialDocument {
  const unit = filled(name);
  const what =
    purpose === 'new'
      ? '办理本单位在扶持系统的注册'
      : '接管本单位在扶持系统的账号，原管理员的权限自核准之日起终止';
  return {
    layout: 'letter',
    language: 'zh-CN',
    title: '授权书',
    page: LETTER_PAGE,
    furniture: { head: '', foot: undefined, pageNumber: 'none' },
    blocks: [
      paragraph('title', '授权书'),
      paragraph('recipient', '项目推荐单位：'),
      paragraph(
        'body',
        `兹授权我单位${filled(person)}（身份证号码：${BLANK}${BLANK}）${what}，并担任本单位的系统管理员，管理本单位填报人、提交人的账号。`,
      ),
      paragraph('body', `单位名称：${unit}`),
      paragraph('body', `统一社会信用代码：${filled(creditCode)}`),
      paragraph('body', `被授权人联系电话：${BLANK}`),
      paragraph('body', `授权期限：自盖章之日起，至本单位书面撤销授权之日止。`),
      paragraph('body', '本单位对被授权人在系统中的操作承担责任。'),
      {
        kind: 'stamp-place',
        lines: ['单位（盖章）', '法定代表人（签字）'],
        date: '　　　年　　月　　日',
      },
    ],
  };
}

function filled(text: string): string {
  const plain = text.trim();
  return plain === '' ? BLANK : plain;
}
