import { clientOf } from '@fuchi/platform-server/client-of';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { EventBy } from '@fuchi/record-event/event';
import { type Duty, dutiesOf } from '@fuchi/record-person/duty-store';
import type { Moment } from '@fuchi/record-person/moment';
import { type SessionStage, sessionStage } from '@fuchi/record-person/session-stage';
import { findSession, type Session } from '@fuchi/record-person/session-store';
import type { FastifyRequest } from 'fastify';
import { noSession } from '../refusal.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { sessionCookieOf } from './session-cookie.ts';

/** A session at whatever stage, with what it may still become. */
export interface AtSession {
  readonly cookie: string;
  readonly session: Session;
  readonly duties: readonly Duty[];
  readonly stage: SessionStage;
  readonly moment: Moment;
  readonly by: EventBy;
}

/**
 * The session a request belongs to, also one in which nobody acts yet.
 * @param cookie the one it has from now on, where this request gets another
 */
export async function sessionOf(
  { db, moment: momentOf, settings }: SignInContext,
  request: FastifyRequest,
  cookie = sessionCookieOf(request, settings.publicUrl),
): Promise<AtSession | undefined> {
  if (cookie === undefined) return undefined;
  const moment = momentOf();
  const session = await findSession(db, cookie, moment.machine, settings.session);
  if (!session) return undefined;
  const duties = await dutiesOf(db, session.account, localDay(moment.now));
  const stage = sessionStage(session, duties, settings.session);
  return { cookie, session, duties, stage, moment, by: byOf(session, stage, request) };
}

/** @throws HttpFault sign-in-first */
export async function demandSession(
  context: SignInContext,
  request: FastifyRequest,
): Promise<AtSession> {
  const at = await sessionOf(context, request);
  if (!at) throw noSession();
  return at;
}

/** A session whose second factor is proven, if the account has one. @throws HttpFault sign-in-first */
export async function demandProven(
  context: SignInContext,
  request: FastifyRequest,
): Promise<AtSession> {
  const at = await demandSession(context, request);
  if (at.stage.stage === 'second-factor') throw noSession();
  return at;
}

/** Whom tries count against. */
export function clientAddress(request: FastifyRequest): string {
  return clientOf(request.ip);
}

function byOf(session: Session, stage: SessionStage, request: FastifyRequest): EventBy {
  const duty = 'duty' in stage ? stage.duty : undefined;
  return {
    account: session.account,
    role: duty?.role ?? null,
    organisation: duty?.organisation.id ?? null,
    standsInFor: duty?.standsInFor?.account ?? null,
    address: request.ip,
  };
}
