import { BAD_INPUT, type FaultKind, SIGN_IN_FIRST } from '@fuchi/platform-server/fault-kind';
import { HttpFault, type NamedFault } from '@fuchi/platform-server/http-fault';

const kind = (status: number, code: string, zh: string, en: string): FaultKind => ({
  status,
  code,
  when: { zh, en },
});

/** Unknown login, wrong password, disabled account: one answer, so that nobody learns which accounts there are. */
export const WRONG_SIGN_IN = kind(
  401,
  'wrong-sign-in',
  '账号或密码不正确',
  'The account or the password is wrong',
);
export const WRONG_CODE = kind(
  403,
  'wrong-code',
  '验证码不正确，或已经用过',
  'The code is wrong or has been used',
);
export const LINK_GONE = kind(
  410,
  'link-gone',
  '链接已经用过或已过期，请重新申请',
  'The link has been used or has expired; ask for another one',
);
export const STAGE_PASSED = kind(
  409,
  'stage-passed',
  '登录状态已经变化，请刷新页面',
  'The state of the session has changed; reload the page',
);
export const OTHER_DUTY = kind(
  409,
  'other-duty',
  '您已在另一个页面换了岗位，请刷新本页',
  'Another duty was chosen in another page; reload this one',
);
export const FACTOR_NEEDED = kind(
  409,
  'factor-needed',
  '您的岗位必须使用两步验证，不能关闭',
  'Your role needs a second factor',
);
export const LINKED_ALREADY = kind(
  409,
  'linked-already',
  '这个账号或这个统一身份已经关联过',
  'The account or the identity is linked already',
);

export const DUTY_REFUSED = kind(
  409,
  'duty-refused',
  '这个账号不能担任邀请的岗位',
  'The account can’t hold this duty',
);
export const NO_LETTERS = kind(
  409,
  'no-letters',
  '本站没有设置邮件服务，不能确认新邮箱，请联系系统管理员',
  'No letters are sent here, so an address can’t be confirmed',
);

export function noSession(): HttpFault {
  return new HttpFault(SIGN_IN_FIRST);
}

/** All faults of one input at once. */
export function badField(faults: readonly NamedFault[]): HttpFault {
  return new HttpFault(
    BAD_INPUT,
    { zh: faults.map((f) => f.message).join('；'), en: faults.map((f) => f.messageEn).join('; ') },
    { faults },
  );
}
