import type { SmtpSettings } from '@fuchi/platform-server/mail/smtp-mailer';

type Env = Readonly<Record<string, string | undefined>>;

const ADDRESS = /^[\w.+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The mail server: FUCHI_SMTP_URL (`smtp://` or `smtps://`, with user and password where it asks for them) and
 * FUCHI_MAIL_FROM. Letters hold links, so that FUCHI_PUBLIC_URL is needed with them.
 * @returns undefined where none is set
 * @throws a sentence, which never repeats the address: a password may stand in it
 */
export function mailSettingsOf(env: Env): SmtpSettings | undefined {
  const text = env['FUCHI_SMTP_URL'] ?? '';
  const from = env['FUCHI_MAIL_FROM'] ?? '';
  if (text === '' && from === '') return undefined;
  if (text === '' || from === '' || (env['FUCHI_PUBLIC_URL'] ?? '') === '') {
    throw new RangeError('要寄邮件，须同时设 FUCHI_SMTP_URL、FUCHI_MAIL_FROM 和 FUCHI_PUBLIC_URL');
  }
  if (!ADDRESS.test(from)) {
    throw new RangeError(`FUCHI_MAIL_FROM 应为邮箱地址，如“noreply@example.gov.cn”，现为“${from}”`);
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const fits =
    url &&
    /^smtps?:$/.test(url.protocol) &&
    url.hostname !== '' &&
    /^\/?$/.test(url.pathname) &&
    url.search + url.hash === '';
  const user = fits ? userOf(url) : undefined;
  if (!fits || user === 'unreadable') {
    throw new RangeError(
      'FUCHI_SMTP_URL 应为邮件服务器的地址，如“smtps://用户:密码@smtp.example.gov.cn”，用户名和密码里的特殊字符用百分号编码',
    );
  }
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    demandTls: !secure && !LOOPBACK.test(url.hostname),
    user,
    from,
  };
}

function userOf({ username, password }: URL): SmtpSettings['user'] | 'unreadable' {
  if (username === '') return password === '' ? undefined : 'unreadable';
  try {
    return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return 'unreadable';
  }
}
