import { expect, test } from 'vitest';
import { smsSettingsOf } from './sms-settings.ts';

const of = (url: string, token = '') =>
  smsSettingsOf({ FUCHI_SMS_URL: url, FUCHI_SMS_TOKEN: token });

test('不设就不发；设了就按设的', () => {
  expect(smsSettingsOf({})).toBeUndefined();
  expect(of('https://sms.example/send', 'abc')).toEqual({
    url: 'https://sms.example/send',
    token: 'abc',
  });
  expect(of('http://127.0.0.1:8080/send')).toMatchObject({ token: undefined });
});

test.each([
  ['http://sms.example/send', 'abc'],
  ['https://a:secret-3@sms.example/send', ''],
  ['sms.example', ''],
  ['', 'secret-3'],
  ['https://sms.example/send', 'secret-3\r\nx: y'],
])('%s 不行，说明里没有口令', (url, token) => {
  expect(() => of(url, token)).toThrow(/FUCHI_SMS_(URL|TOKEN)/);
  expect(() => of(url, token)).not.toThrow('secret-3');
});
