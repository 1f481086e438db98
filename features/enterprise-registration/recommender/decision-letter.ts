import type { Letter } from '@fuchi/platform-server/mail/outbox';
import type { Registration } from '../registration-store.ts';
import type { RegistrationState } from '../registration-workflow.ts';

/** What is written to whoever asked, once it is decided; undefined for a state nobody has to be told of. */
export function decisionLetter(
  { name, contact, recommender, purpose }: Registration,
  to: RegistrationState,
  said: string,
  publicUrl: string | undefined,
): Omit<Letter, 'to'> | undefined {
  const what = purpose === 'new' ? `“${name}”的注册` : `接管“${name}”的申请`;
  const told = outcome(to, what, said);
  if (!told) return undefined;
  const { title, lines } = told;
  const place = publicUrl === undefined ? [] : ['', `${publicUrl}/registration`];
  return {
    title,
    text: [
      `${contact.name}，您好：`,
      '',
      ...lines,
      '',
      `审核单位：${recommender.name}`,
      ...place,
    ].join('\n'),
  };
}

function outcome(
  to: RegistrationState,
  what: string,
  said: string,
): { readonly title: string; readonly lines: readonly string[] } | undefined {
  switch (to) {
    case 'approved':
      return {
        title: '单位注册已通过',
        lines: [`${what}已经通过。请重新登录，您是单位管理员，可以邀请填报人和提交人。`],
      };
    case 'returned':
      return {
        title: '单位注册请补正',
        lines: [`${what}被退回补正：`, said, '请修改后重新提交。'],
      };
    case 'refused':
      return { title: '单位注册不予通过', lines: [`${what}不予通过：`, said] };
    case 'submitted':
    case 'withdrawn':
      return undefined;
  }
}
