import type { NamedFault } from '@fuchi/platform-server/http-fault';
import type { PasswordFault } from './password-policy.ts';

/** What is wrong with a new password, as sentences. */
export function passwordFaultText(fault: PasswordFault, path: string): NamedFault {
  const [message, messageEn] = sentences(fault);
  return { path, code: fault.code, message, messageEn };
}

function sentences(fault: PasswordFault): readonly [string, string] {
  switch (fault.code) {
    case 'too-short':
      return [`密码至少${fault.least}位`, `At least ${fault.least} characters`];
    case 'too-long':
      return [`密码最长${fault.most}位`, `At most ${fault.most} characters`];
    case 'too-few-kinds':
      return [
        `密码应包含小写字母、大写字母、数字、其他字符中的至少${fault.needed}种`,
        `At least ${fault.needed} of: lower case, upper case, digits, other characters`,
      ];
    case 'holds-login':
      return ['密码不能包含账号', 'It must not contain the login'];
    case 'common':
      return ['密码太常见，容易被猜到', 'It is a common password'];
    case 'sequence':
      return [
        '密码不能有5个以上连续或重复的字符，如“12345”“aaaaa”',
        'No five characters in sequence or repeated',
      ];
  }
}
