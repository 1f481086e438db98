import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import type { Actor } from '@fuchi/record-person/actor';
import { demandPassword } from '@fuchi/record-person/demand-password';
import { maskedEmail } from '@fuchi/record-person/masked';
import type { FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { done, linkBody } from '../contract.ts';
import * as contract from '../contract-contact.ts';
import { askedBy } from '../session/http-session.ts';
import { demandProven } from '../session/session-of.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { askEmail, changePhone, confirmEmail } from './change-contact.ts';

type Op<Body, Reply> = DeskOperation<undefined, Body, Reply>;

const PHONE: Op<z.infer<typeof contract.phoneBody>, z.infer<typeof done>> = {
  id: 'changeOwnPhone',
  method: 'POST',
  path: '/api/account/phone',
  permission: 'signed-in',
  says: '修改自己的电话',
  body: contract.phoneBody,
  reply: done,
};
const EMAIL: Op<z.infer<typeof contract.emailBody>, z.infer<typeof contract.emailAsked>> = {
  id: 'askOwnEmail',
  method: 'POST',
  path: '/api/account/email',
  permission: 'signed-in',
  says: '申请更换自己的邮箱，到新邮箱里确认',
  body: contract.emailBody,
  reply: contract.emailAsked,
};
const CONFIRM: Op<z.infer<typeof linkBody>, z.infer<typeof contract.emailConfirmed>> = {
  id: 'confirmEmail',
  method: 'POST',
  path: '/api/sign-in/email',
  permission: 'public',
  says: '用一次性链接确认新邮箱',
  body: linkBody,
  reply: contract.emailConfirmed,
};

/** How one is reached: the telephone at once, the e-mail address by a link in a letter to it. */
export function contactRoutes(routes: DeskRoutes<Actor>, context: SignInContext): void {
  const proven = async (request: FastifyRequest, password: string) => {
    const at = await demandProven(context, request);
    const asked = askedBy(context, request);
    await demandPassword(context.db, at.session.account, password, asked, at.moment);
    return at;
  };

  routes.add(PHONE, async ({ body, request }) => {
    await changePhone(context, await proven(request, body.password), body.phone);
    return { done: true };
  });

  routes.add(EMAIL, async ({ body, request }) => {
    await askEmail(context, await proven(request, body.password), body.email);
    return { sentTo: maskedEmail(body.email) };
  });

  routes.add(CONFIRM, async ({ body, request }) => ({
    email: await confirmEmail(context, body.link, request.ip),
  }));
}
