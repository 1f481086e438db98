import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { clientOf } from '@fuchi/platform-server/client-of';
import type { Actor } from '@fuchi/record-person/actor';
import { demandGoodPassword } from '@fuchi/record-person/demand-good-password';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import type { RegistrationContext } from '../registration-context.ts';
import { newAccount } from './new-account.ts';

const NEW: DeskOperation<
  undefined,
  contract.NewAccountBody,
  z.infer<typeof contract.newAccountView>
> = {
  id: 'createOwnAccount',
  method: 'POST',
  path: '/api/registration/account',
  permission: 'public',
  says: '为自己建立账号，用来注册单位',
  body: contract.newAccountBody,
  reply: contract.newAccountView,
};

/** Anybody makes himself an account; what it may do is decided when its enterprise is let in. */
export function newAccountRoutes(routes: DeskRoutes<Actor>, context: RegistrationContext): void {
  routes.add(NEW, async ({ body, request, reply }) => {
    demandGoodPassword(body.password, body.login, 'password');
    const asked = { address: request.ip, client: clientOf(request.ip) };
    const { account, login } = await newAccount(context, body, asked);
    await context.signIn(request, reply, account);
    return { login };
  });
}
