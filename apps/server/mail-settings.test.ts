import { expect, test } from 'vitest';
import { mailSettingsOf } from './mail-settings.ts';
import { signInSettingsOf } from './sign-in-settings.ts';

const PUBLIC = { FUCHI_PUBLIC_URL: 'https://fuchi.example' };
const of = (url: string, from = 'noreply@fuchi.example') =>
  mailSettingsOf({ ...PUBLIC, FUCHI_SMTP_URL: url, FUCHI_MAIL_FROM: from });

test('不设就不寄', () => {
  expect(mailSettingsOf(PUBLIC)).toBeUndefined();
});

test('设了就按设的：外面的服务器一定加密', () => {
  expect(of('smtps://fuchi:p%40ss@smtp.example')).toEqual({
    host: 'smtp.example',
    port: 465,
    secure: true,
    demandTls: false,
    user: { name: 'fuchi', password: 'p@ss' },
    from: 'noreply@fuchi.example',
  });
  expect(of('smtp://smtp.example')).toMatchObject({ port: 587, demandTls: true, user: undefined });
  expect(of('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, demandTls: false });
});

test.each([
  'http://smtp.example',
  'smtp.example:25',
  'smtp://secret-1@smtp.example/path',
  'smtp://:secret-1@smtp.example',
  'smtp://a:secret-1%ZZ@smtp.example',
  'smtp://a:secret-1@smtp.example?tls=no',
])('%s 不行，说明里不重复它', (url) => {
  expect(() => of(url)).toThrow('FUCHI_SMTP_URL');
  expect(() => of(url)).not.toThrow('secret-1');
});

test('缺一样、发件地址不对，说清楚', () => {
  expect(() => mailSettingsOf({ FUCHI_SMTP_URL: 'smtp://a.example' })).toThrow('FUCHI_MAIL_FROM');
  expect(() => of('smtp://a.example', '扶持 <a@b.c>')).toThrow('FUCHI_MAIL_FROM');
});

test('有邮件服务器，正式环境就寄，演示仍然只显示', () => {
  const letters = (demonstration: boolean, mail: boolean) =>
    signInSettingsOf({}, { demonstration, mail }).letters;
  expect([letters(false, true), letters(true, true), letters(false, false)]).toEqual([
    'sent',
    'shown',
    'none',
  ]);
});
