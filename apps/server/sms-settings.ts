import type { HttpGatewaySettings } from '@fuchi/platform-server/sms/http-gateway';

type Env = Readonly<Record<string, string | undefined>>;

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The gateway that sends short messages: FUCHI_SMS_URL and FUCHI_SMS_TOKEN.
 * @returns undefined where none is set
 * @throws a sentence, which never repeats address or token
 */
export function smsSettingsOf(env: Env): HttpGatewaySettings | undefined {
  const text = env['FUCHI_SMS_URL'] ?? '';
  const token = env['FUCHI_SMS_TOKEN'] ?? '';
  if (text === '' && token === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // Numbers and the token go over the network: in the clear only within the machine.
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!url || !isSafe || url.username + url.password !== '') {
    throw new RangeError(
      'FUCHI_SMS_URL 应为短信网关的地址，如“https://sms.example.gov.cn/send”；口令写在 FUCHI_SMS_TOKEN 里',
    );
  }
  if (!/^[\x21-\x7e]*$/.test(token)) {
    throw new RangeError('FUCHI_SMS_TOKEN 只能是没有空格的英文字母、数字和符号');
  }
  return { url: url.href, token: token === '' ? undefined : token };
}
