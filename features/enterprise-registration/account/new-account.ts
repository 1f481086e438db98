import { randomInt } from 'node:crypto';
import { TOO_MANY } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { postLetter } from '@fuchi/platform-server/mail/outbox';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import { createAccount, plainLogin } from '@fuchi/record-person/account-store';
import { beginAttempt } from '@fuchi/record-person/attempt-store';
import { passwordHash } from '@fuchi/record-person/password-hash';
import type { NewAccountBody } from '../contract.ts';
import type { RegistrationContext } from '../registration-context.ts';

const DIGITS = 10_000;
const TRIES = 50;

/**
 * Makes an account that may do nothing yet. Four digits are put behind the login that was wished for, always: from a
 * login that is refused because somebody has it, anybody could learn who has an account.
 * @param asked where the request comes from, and whom it counts against
 * @throws HttpFault too-many-requests after a few from one address
 */
export async function newAccount(
  { db, box, moment, settings }: Pick<RegistrationContext, 'db' | 'box' | 'moment' | 'settings'>,
  body: NewAccountBody,
  asked: { readonly address: string; readonly client: string },
): Promise<{ readonly account: string; readonly login: string }> {
  const { machine, now } = moment();
  const { client, address } = asked;
  const begun = await beginAttempt(
    db,
    { tried: `new account ${client}`, address: client },
    machine,
  );
  if (!begun.ok) throw tooMany(begun.waitSeconds);
  const { name, phone, email } = body;
  const hash = await passwordHash(body.password);
  return change(db, { ...BY_PROGRAM, address }, now, async (work, record) => {
    for (let times = 0; times < TRIES; times += 1) {
      const login = `${plainLogin(body.login)}-${String(randomInt(DIGITS)).padStart(4, '0')}`;
      const made = { login, name, phone, email, passwordHash: hash };
      const account = await createAccount(work, record, made, now);
      if (account === undefined) continue;
      if (settings.letters !== 'none') {
        const text = letterText(name, login);
        await postLetter(work, box, { to: email, title: '您的扶持系统账号', text }, now);
      }
      return { account, login };
    }
    throw new Error('no login is left');
  });
}

function tooMany(seconds: number): HttpFault {
  const minutes = Math.ceil(seconds / 60);
  return new HttpFault(
    TOO_MANY,
    {
      zh: `这个网络地址今天新建的账号较多，请${minutes}分钟后再试`,
      en: `Many accounts were made from this address today; try again in ${minutes} minutes`,
    },
    { retryAfter: seconds },
  );
}

function letterText(name: string, login: string): string {
  return [
    `${name}，您好：`,
    '',
    `您在扶持系统建立了账号：${login}`,
    '登录时请输入完整的账号，包括末尾的四位数字。',
    '',
    '接下来请登录并填写单位注册信息，经推荐单位审核后即可申报。',
    '如果不是您本人操作，不必理会，没有审核通过的账号办不了任何事项。',
  ].join('\n');
}
