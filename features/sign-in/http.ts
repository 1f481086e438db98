import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import type { Actor } from '@fuchi/record-person/actor';
import { accountRoutes } from './account/http-account.ts';
import { contactRoutes } from './account/http-contact.ts';
import { delegationRoutes } from './delegation/http-delegation.ts';
import { letterRoutes } from './password/http-letters.ts';
import { passwordRoutes } from './password/http-password.ts';
import { secondFactorRoutes } from './second-factor/http-second-factor.ts';
import { sessionRoutes } from './session/http-session.ts';
import type { SignInContext } from './sign-in-context.ts';
import { signOnRoutes } from './sign-on/http-sign-on.ts';
import { signOnRequestRoutes } from './sign-on/http-sign-on-requests.ts';

/** Everything about who somebody is: signing in and out, passwords, second factor, single sign-on, one's own account. */
export function signInRoutes(routes: DeskRoutes<Actor>, context: SignInContext): void {
  sessionRoutes(routes, context);
  passwordRoutes(routes, context);
  secondFactorRoutes(routes, context);
  accountRoutes(routes, context);
  contactRoutes(routes, context);
  delegationRoutes(routes, context);
  signOnRequestRoutes(routes, context);
  const { signOn, letters } = context.settings;
  if (signOn) signOnRoutes(routes, context, signOn);
  if (letters === 'shown') letterRoutes(routes, context);
}
