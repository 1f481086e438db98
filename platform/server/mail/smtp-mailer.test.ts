import { expect, test } from 'vitest';
import { openMailServer, openRawServer } from './mail-server.fixture.ts';
import { MailFault } from './mailer.ts';
import { type SmtpSettings, smtpMailer } from './smtp-mailer.ts';

const LETTER = {
  to: 'firm@example.com',
  title: '您的申报已退回',
  text: '请看 https://fuchi.example/applications/1\n不必回复。',
  messageId: '<letter-1@fuchi.example>',
};
const settings = (port: number, more: Partial<SmtpSettings> = {}): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  secure: false,
  demandTls: false,
  user: undefined,
  from: 'noreply@fuchi.example',
  ...more,
});
const never = () => new AbortController().signal;
const QUICK = { connect: 500, silence: 500, whole: 1_000 };
/** What a letter that can't be handed over is told as. */
const faultOf = (port: number, more: Partial<SmtpSettings> = {}) =>
  smtpMailer(settings(port, more), QUICK)
    .send(LETTER, never())
    .then(
      () => undefined,
      (error: unknown) => (error instanceof MailFault ? error : Promise.reject(error)),
    );

test('信照写的到，收件人、发件人、标题、编号都在', async () => {
  const server = await openMailServer();
  await smtpMailer(settings(server.port)).send(LETTER, never());
  await server.close();
  const [letter] = server.letters;
  expect(letter?.to).toEqual(['firm@example.com']);
  const text = letter?.text ?? '';
  expect(text).toContain('Message-ID: <letter-1@fuchi.example>');
  expect(text).toMatch(/^From: .*<noreply@fuchi\.example>/m);
  expect(text).toContain('Auto-Submitted: auto-generated');
  const title = /^Subject: =\?UTF-8\?B\?(.+?)\?=/m.exec(text)?.[1] ?? '';
  expect(Buffer.from(title, 'base64').toString('utf8')).toBe(LETTER.title);
  const body = text.slice(text.indexOf('\r\n\r\n') + 4);
  expect(Buffer.from(body, 'base64').toString('utf8').replaceAll('\r', '').trim()).toBe(
    LETTER.text,
  );
});

test('标题和收件人里的换行加不进别的信头、别的收件人', async () => {
  const server = await openMailServer();
  const nasty = {
    ...LETTER,
    to: 'firm@example.com\r\nBcc: other@example.com',
    title: '标题\r\nBcc: third@example.com\r\n\r\n别的正文',
  };
  await smtpMailer(settings(server.port))
    .send(nasty, never())
    .catch(() => undefined);
  await server.close();
  const known = server.letters.flatMap(({ to }) => to);
  expect(known.filter((to) => !to.startsWith('firm@'))).toEqual([]);
  expect(server.letters.filter(({ text }) => /^Bcc:/im.test(text))).toEqual([]);
});

test.each([
  [550, true],
  [451, false],
])('服务器不收（%i）：是不是永远不收', async (responseCode, refused) => {
  const server = await openMailServer({
    onRcptTo: (address, _, done) =>
      done(Object.assign(new Error(`${address.address} is nobody`), { responseCode })),
  });
  const fault = await faultOf(server.port);
  await server.close();
  expect(fault).toMatchObject({ refused, message: `EENVELOPE ${responseCode}` });
});

test('密码不对：要再试，说的话里没有密码、没有地址', async () => {
  const server = await openMailServer({
    allowInsecureAuth: true,
    onAuth: (auth, _, done) => done(new Error(`not ${auth.password}`)),
  });
  const user = { name: 'fuchi', password: 'top-secret-1' };
  const fault = await faultOf(server.port, { user });
  await server.close();
  expect(fault?.refused).toBe(false);
  expect(JSON.stringify([fault?.message, fault?.stack])).not.toMatch(/top-secret|firm@/);
});

test('要求加密而服务器不加密：什么都不说，密码也不说', async () => {
  const heard: string[] = [];
  const server = await openMailServer({
    allowInsecureAuth: true,
    onAuth: (auth, _, done) => {
      heard.push(String(auth.password));
      done(null, { user: 'fuchi' });
    },
  });
  const user = { name: 'fuchi', password: 'top-secret-1' };
  const fault = await faultOf(server.port, { user, demandTls: true });
  await server.close();
  expect(fault?.refused).toBe(false);
  expect([heard, server.letters]).toEqual([[], []]);
});

test('没有服务器、连上不说话、说得太慢、说到一半断开：都及时放下，都再试', async () => {
  const silent = await openRawServer(() => undefined);
  const drip = await openRawServer((socket) => {
    socket.write('220 fuchi\r\n');
    const timer = setInterval(() => socket.write('250-still\r\n'), 100);
    socket.on('close', () => clearInterval(timer));
  });
  const cut = await openRawServer((socket) => {
    socket.write('220 fuchi\r\n');
    socket.once('data', () => socket.destroy());
  });
  const gone = await openRawServer(() => undefined);
  await gone.close();
  const faults = await Promise.all([silent, drip, cut, gone].map(({ port }) => faultOf(port)));
  for (const server of [silent, drip, cut]) await server.close();
  expect(faults.map((fault) => fault?.refused)).toEqual([false, false, false, false]);
});

test('门户要停就停下', async () => {
  const server = await openRawServer(() => undefined);
  const stop = new AbortController();
  const sending = smtpMailer(settings(server.port)).send(LETTER, stop.signal);
  stop.abort();
  await expect(sending).rejects.toBeInstanceOf(MailFault);
  await server.close();
});
