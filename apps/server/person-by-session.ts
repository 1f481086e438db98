import type { RegistrationContext } from '@fuchi/enterprise-registration/registration-context';
import { touchSession } from '@fuchi/record-person/session-store';
import type { Uploader } from '@fuchi/record-upload/upload';
import { askedBy } from '@fuchi/sign-in/session/http-session';
import { setSessionCookie } from '@fuchi/sign-in/session/session-cookie';
import { demandProven } from '@fuchi/sign-in/session/session-of';
import { openSession } from '@fuchi/sign-in/session/sign-in';
import type { SignInContext } from '@fuchi/sign-in/sign-in-context';
import type { FastifyRequest } from 'fastify';

/** Whoever proved who he is, also before he has a duty; it is a use of the session. */
export function personBySession(context: SignInContext): RegistrationContext['personOf'] {
  return async (request) => {
    const { session, by, moment } = await demandProven(context, request);
    await touchSession(context.db, session, moment.machine);
    return { account: session.account, by };
  };
}

/** Who may upload. */
export function uploaderBySession(context: SignInContext) {
  const personOf = personBySession(context);
  return async (request: FastifyRequest): Promise<Uploader> => {
    const { account, by } = await personOf(request);
    return { account, organisation: by.organisation };
  };
}

/** Opens the first session of an account that was made just now. */
export function signInAtOnce(context: SignInContext): RegistrationContext['signIn'] {
  return async (request, reply, account) => {
    const cookie = await openSession(context, account, askedBy(context, request), {
      kind: 'signed-in',
    });
    setSessionCookie(request, reply, context.settings.publicUrl, cookie);
  };
}
